internal import CLibSSH2

/// The engine over libssh2: always non-blocking inside, with buffers of ours behind its callbacks.
///
/// Nothing here waits, and nothing here may be called by two threads at once.
final class LibSSH2Engine: Engine {
    let context = LibSSH2Context()
    /// libssh2's session; never leaves this folder.
    let session: OpaquePointer
    private var abstract: UnsafeMutableRawPointer?
    /// Channels that are not freed, for taking bytes in through one of them; they keep the engine, not the other way round.
    private var channels: [Weak<LibSSH2Channel>] = []
    private var listeners: [Weak<LibSSH2Listener>] = []
    /// Who takes what the server hands over because something is forwarded to it.
    var forwardListeners: [ForwardedKind: Weak<LibSSH2ForwardListener>] = [:]
    /// What the server has agreed to forward from here.
    var forwarded: Set<ForwardedKind> = []
    /// What was handed over and nobody listens for.
    var unwanted = LibSSH2ConnectionQueue(limit: 0)
    /// The list of authentication methods that libssh2 gave last, which is libssh2's.
    var methodList: UnsafeMutablePointer<CChar>?
    /// Preferences that the caller set itself.
    private var chosen: Set<AlgorithmPurpose> = []
    /// All preferences that are set, the policy's too.
    private var preferred: [AlgorithmPurpose: [String]] = [:]
    private(set) var profile = AlgorithmProfile.compatible
    private(set) var hostKey: HostKey?

    var input: ByteQueue { context.input }
    var output: ByteQueue { context.output }
    var capabilities: EngineCapabilities { LibSSH2Library.capabilities }

    /// Makes an engine for one session.
    /// - Throws: `allocation` where libssh2 cannot be had.
    init() throws(SSHError) {
        abstract = Unmanaged.passUnretained(context).toOpaque()
        guard LibSSH2Library.isReady,
            let session = libssh2_session_init_ex(libssh2Allocate, libssh2Free, libssh2Reallocate, abstract)
        else { throw SSHError(.allocation, "libssh2 \(LibSSH2Library.version) could not be initialized") }
        self.session = session
        swiftssh_libssh2_set_callbacks(session, libssh2Send, libssh2Receive, libssh2Disconnect)
        libssh2_session_set_blocking(session, 0)
        // Deadlines are the driver's: libssh2's own limit of 60 seconds a reply would lose slow channels.
        LibSSH2Library.setReadTimeout?(session, 7 * 24 * 3600)
    }

    deinit {
        abandon()
        // With dead callbacks nothing waits; more than one call is needed only where a channel had to be closed first.
        for _ in 0..<8 where libssh2_session_free(session) != LIBSSH2_ERROR_EAGAIN { break }
    }

    /// Its signatures are named after the certificate, and refused. Of hosts it knows the names of certificates (1.11), and cannot exchange keys with one.
    let takesCertificates = false

    // MARK: Algorithms

    func supportedAlgorithms(_ purpose: AlgorithmPurpose) throws(SSHError) -> [String] {
        var names: UnsafeMutablePointer<UnsafePointer<CChar>?>?
        let count = libssh2_session_supported_algs(session, purpose.rawValue, &names)
        guard count >= 0 else { throw failure(count, "list the algorithms", .session) }
        defer { libssh2_free(session, names) }
        return (0..<Int(count)).compactMap { index in names?[index].map { String(cString: $0) } }
    }

    func setPreference(_ purpose: AlgorithmPurpose, _ names: [String]) throws(SSHError) {
        try apply(purpose, names)
        chosen.insert(purpose)
        // One direction alone can pair algorithms that libssh2 cannot run together (1.11.1 aborts the process).
        if !chosen.contains(purpose.opposite) { try apply(purpose.opposite, names) }
    }

    private func apply(_ purpose: AlgorithmPurpose, _ names: [String]) throws(SSHError) {
        let code = libssh2_session_method_pref(session, purpose.rawValue, names.joined(separator: ","))
        if code < 0 { throw failure(code, "prefer \(String(escaping: names.joined(separator: ",").utf8))", .session) }
        preferred[purpose] = names
    }

    func setProfile(_ profile: AlgorithmProfile) {
        self.profile = profile
    }

    func offeredAlgorithms(_ purpose: AlgorithmPurpose) throws(SSHError) -> [String] {
        let supported = try supportedAlgorithms(purpose)
        let wanted = preferred[purpose] ?? LibSSH2AlgorithmPolicy.preference(purpose, profile, supported: supported)
        return wanted?.filter(supported.contains) ?? supported
    }

    func setCompression(_ offered: Bool) {
        libssh2_session_flag(session, LIBSSH2_FLAG_COMPRESS, offered ? 1 : 0)
    }

    func algorithm(_ purpose: AlgorithmPurpose) -> String? {
        guard hostKey != nil else { return nil }
        return libssh2_session_methods(session, purpose.rawValue).map { String(cString: $0) }
    }

    /// Whether the caller has set a preference for a purpose.
    func isChosen(_ purpose: AlgorithmPurpose) -> Bool { chosen.contains(purpose) || chosen.contains(purpose.opposite) }

    private func applyPolicy() throws(SSHError) {
        for purpose in AlgorithmPurpose.allCases
        where !isChosen(purpose) {
            guard let supported = try? supportedAlgorithms(purpose),
                let names = LibSSH2AlgorithmPolicy.preference(purpose, profile, supported: supported)
            else { continue }
            try apply(purpose, names)
        }
    }

    // MARK: The connection's beginning and end

    /// Not a descriptor: libssh2 hands it back to the callbacks, which do not look at it.
    private static let token: Int32 = 0x4000_0000

    func handshake() -> Step<Void> {
        var isPrepared = false
        return { () throws(SSHError) -> Progress<Void> in
            if !isPrepared {
                try self.applyPolicy()
                isPrepared = true
            }
            let code = self.takingInput { libssh2_session_handshake(self.session, Self.token) }
            if code == LIBSSH2_ERROR_EAGAIN { return .wouldBlock }
            guard code == 0 else { throw self.handshakeFailure(code) }
            self.hostKey = self.receivedHostKey()
            return .done(())
        }
    }

    private func receivedHostKey() -> HostKey? {
        var length = 0
        var type: Int32 = 0
        guard let blob = libssh2_session_hostkey(session, &length, &type) else { return nil }
        return HostKey(blob: [UInt8](UnsafeRawBufferPointer(start: blob, count: length)))
    }

    func disconnect(reason: UInt32, description: String, language: String) -> Step<Void> {
        let description = StableBytes(Array(description.utf8.prefix(255)))
        let language = StableBytes(Array(language.utf8.prefix(255)))
        return { () throws(SSHError) -> Progress<Void> in
            let code = libssh2_session_disconnect_ex(
                self.session, Int32(truncatingIfNeeded: reason), description.characters, language.characters)
            if code == LIBSSH2_ERROR_EAGAIN { return .wouldBlock }
            guard code == 0 else { throw self.failure(code, "say goodbye", .disconnecting) }
            return .done(())
        }
    }

    func abandon() {
        context.isDead = true
        context.input.removeAll()
        // They keep the engine; what they stand for goes with libssh2's session.
        unwanted = LibSSH2ConnectionQueue(limit: 0)
    }

    // MARK: Taking bytes in

    /// Runs one call into libssh2 that may take in all bytes that are there. Where there is a channel it takes in none:
    /// ``pump()`` has done so, in slices that lose nothing.
    func takingInput<Value>(_ call: () -> Value) -> Value {
        context.allowance = pumpsByItself ? 0 : .max
        defer { context.allowance = 0 }
        return call()
    }

    /// libssh2 keeps the unfinished state of all requests in one place.
    var runsSideBySide: Bool { false }

    var pumpsByItself: Bool {
        channels.contains { $0.object != nil } || listeners.contains { $0.object != nil }
    }

    func pump() throws(SSHError) {
        if context.isDamaged { return }
        let channel = channelToTakeInThrough
        // The end is served in small slices: what stands right before a goodbye is lost in libssh2 if it is taken in
        // by the same call.
        let available = context.input.count
        let tail = 256
        context.allowance = available > tail ? min(available - tail, 64 * 1024) : min(available, 64)
        defer { context.allowance = 0 }
        if let channel { try channel.takeIn() }
        for listener in listeners { try listener.object?.takeIn() }
        collectHandedOver()
        // The new keys may be there, and no other write may come.
        for channel in channels { _ = try? channel.object?.finishWriting() }
    }

    private var channelToTakeInThrough: LibSSH2Channel? {
        var found: LibSSH2Channel?
        for entry in channels {
            guard let channel = entry.object else { continue }
            if !channel.hasSeenEOF { return channel }
            found = found ?? channel
        }
        return found
    }

    /// Notes a listener that has been made.
    func add(_ listener: LibSSH2Listener) {
        listeners.append(Weak(listener))
    }

    /// Forgets a listener that has been cancelled.
    func remove(_ listener: LibSSH2Listener) {
        listeners.removeAll { $0.object == nil || $0.object === listener }
    }

    /// Notes a channel that has been opened.
    func add(_ channel: LibSSH2Channel) {
        channels.append(Weak(channel))
    }

    /// Forgets a channel that has been freed.
    func remove(_ channel: LibSSH2Channel) {
        channels.removeAll { $0.object == nil || $0.object === channel }
    }
}
