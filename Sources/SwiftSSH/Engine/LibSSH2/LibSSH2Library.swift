internal import CLibSSH2
import Glibc

/// The libssh2 that this process has loaded, which may be newer than the header that was built against.
enum LibSSH2Library {
    /// Makes libssh2 ready, once for the process; libssh2's own initialization is not safe to run from two threads.
    /// Never undone: another part of the process may be using the same library.
    static let isReady: Bool = libssh2_init(0) == 0

    /// The version as the library says it, for example `1.10.0`.
    static let version: String = libssh2_version(0).map { String(cString: $0) } ?? "0.0.0"

    /// Whether the loaded library is at least this version.
    static func isAtLeast(_ major: Int32, _ minor: Int32, _ patch: Int32) -> Bool {
        libssh2_version(major << 16 | minor << 8 | patch) != nil
    }

    /// Whether this is 1.11.0 or 1.11.1, whose fast ciphers and whose RSA authentication have memory faults.
    static let isBetween1_11_0And1_11_1: Bool = isAtLeast(1, 11, 0) && !isAtLeast(1, 11, 2)

    /// What this version can do.
    static let capabilities: EngineCapabilities = {
        var capabilities: EngineCapabilities = [.rsaSHA2UserKeys, .exitStatusKnown]
        if isAtLeast(1, 11, 0) { capabilities.formUnion([.rsaSHA2HostKeys, .agentForwarding]) }
        if isAtLeast(1, 11, 1) { capabilities.insert(.strictKeyExchange) }
        if isAtLeast(1, 11, 2) { capabilities.formUnion([.aesGCM, .chacha20Poly1305]) }
        if signal != nil { capabilities.insert(.channelSignal) }
        if userAuthenticationBanner != nil { capabilities.insert(.authenticationBanner) }
        return capabilities
    }()

    typealias Signal = @convention(c) (OpaquePointer?, UnsafePointer<CChar>?, Int) -> Int32
    typealias UserAuthenticationBanner =
        @convention(c) (OpaquePointer?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Int32
    typealias HasExitStatus = @convention(c) (OpaquePointer?) -> Int32
    typealias SetReadTimeout = @convention(c) (OpaquePointer?, Int) -> Void

    /// `libssh2_channel_signal_ex`, since 1.11.0.
    static let signal: Signal? = entryPoint("libssh2_channel_signal_ex").map { unsafeBitCast($0, to: Signal.self) }
    /// `libssh2_userauth_banner`, since 1.11.0.
    static let userAuthenticationBanner: UserAuthenticationBanner? =
        entryPoint("libssh2_userauth_banner").map { unsafeBitCast($0, to: UserAuthenticationBanner.self) }
    /// `libssh2_channel_has_exit_status`, after 1.11.1.
    static let hasExitStatus: HasExitStatus? =
        entryPoint("libssh2_channel_has_exit_status").map { unsafeBitCast($0, to: HasExitStatus.self) }
    /// `libssh2_session_set_read_timeout`, since 1.11.0.
    static let setReadTimeout: SetReadTimeout? =
        entryPoint("libssh2_session_set_read_timeout").map { unsafeBitCast($0, to: SetReadTimeout.self) }

    /// An entry point that the header at hand may lack. Looked up in libssh2 itself: a program that loads this library
    /// with dlopen does not put libssh2's names into the global scope.
    private static func entryPoint(_ name: String) -> UnsafeMutableRawPointer? {
        var loaded = swiftssh_loaded()
        // Where a text of its own lies tells which file it is: a Python wheel brings libssh2 under another name.
        guard let version = libssh2_version(0), swiftssh_dladdr(version, &loaded) != 0,
            let library = dlopen(loaded.path, RTLD_LAZY | RTLD_NOLOAD)
        else { return nil }
        defer { dlclose(library) }
        return dlsym(library, name)
    }
}
