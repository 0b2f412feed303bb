import Glibc

/// The engines that a session can run on; the numbers are published and never reused.
///
/// Everything above them is the same. `docs/engines.md` tells where they differ.
public enum EngineChoice: Int32, Sendable, Hashable, CaseIterable {
    /// libssh2, as the process has loaded it: the default.
    case libssh2 = 1
    /// This library's own, in Swift over libcrypto.
    case native = 2

    /// The environment variable that chooses for sessions that name no engine: `libssh2` or `native`.
    public static let environmentVariable = "SWIFTSSH_ENGINE"

    /// The engine of sessions that name none: what the environment says when a session is made, libssh2 where it says nothing.
    /// - Throws: `invalidArgument` when the environment names an engine that there is not.
    public static var fromEnvironment: EngineChoice {
        get throws(SSHError) {
            guard let value = getenv(environmentVariable), value.pointee != 0 else { return .libssh2 }
            let name = String(cString: value)
            if let choice = allCases.first(where: { $0.name == name }) { return choice }
            throw SSHError(
                .invalidArgument,
                "\(environmentVariable) is \"\(String(escaping: name.utf8, limit: 64))\"; it must be "
                    + allCases.map(\.name).joined(separator: " or "))
        }
    }

    /// The engine's name, for example `libssh2`.
    public var name: String {
        switch self {
        case .libssh2: "libssh2"
        case .native: "native"
        }
    }

    /// The version of the engine that this process has loaded, for example `1.10.0`.
    public var version: String {
        switch self {
        case .libssh2: LibSSH2Library.version
        case .native: Version.string
        }
    }

    /// What the engine can do, which may depend on its version.
    public var capabilities: EngineCapabilities {
        switch self {
        case .libssh2: LibSSH2Library.capabilities
        case .native: NativeEngine.capabilities
        }
    }

    /// A new engine for one session.
    /// - Throws: `allocation` where it cannot be had.
    func makeEngine() throws(SSHError) -> any Engine {
        switch self {
        case .libssh2: try LibSSH2Engine()
        case .native: NativeEngine()
        }
    }
}
