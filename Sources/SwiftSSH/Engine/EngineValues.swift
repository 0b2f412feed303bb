/// What algorithms are negotiated for (RFC 4253, 7.1); the numbers are libssh2's LIBSSH2_METHOD_*.
public enum AlgorithmPurpose: Int32, Sendable, Hashable, CaseIterable {
    /// Key exchange.
    case keyExchange = 0
    /// The server's host key.
    case hostKey = 1
    /// Encryption of what the client sends.
    case cipherClientToServer = 2
    /// Encryption of what the server sends.
    case cipherServerToClient = 3
    /// Integrity of what the client sends.
    case macClientToServer = 4
    /// Integrity of what the server sends.
    case macServerToClient = 5
    /// Compression of what the client sends.
    case compressionClientToServer = 6
    /// Compression of what the server sends.
    case compressionServerToClient = 7
    /// Language of what the client sends.
    case languageClientToServer = 8
    /// Language of what the server sends.
    case languageServerToClient = 9

    /// The same purpose in the other direction; itself where there is only one.
    var opposite: AlgorithmPurpose {
        switch self {
        case .cipherClientToServer: .cipherServerToClient
        case .cipherServerToClient: .cipherClientToServer
        case .macClientToServer: .macServerToClient
        case .macServerToClient: .macClientToServer
        case .compressionClientToServer: .compressionServerToClient
        case .compressionServerToClient: .compressionClientToServer
        case .languageClientToServer: .languageServerToClient
        case .languageServerToClient: .languageClientToServer
        case .keyExchange, .hostKey: self
        }
    }
}

/// What an engine can do; the numbers are published and never reused.
public struct EngineCapabilities: OptionSet, Sendable, Hashable {
    /// The bits as C sees them.
    public let rawValue: UInt64

    /// Makes a set of its bits, known or not.
    /// - Parameter rawValue: The bits.
    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// RSA user keys work with SHA-2 signatures (RFC 8332).
    public static let rsaSHA2UserKeys = EngineCapabilities(rawValue: 1 << 0)
    /// Servers that have only an RSA host key can be reached (RFC 8332).
    public static let rsaSHA2HostKeys = EngineCapabilities(rawValue: 1 << 1)
    /// Signals can be sent to the remote process (RFC 4254, 6.9).
    public static let channelSignal = EngineCapabilities(rawValue: 1 << 2)
    /// An exit status of 0 is told apart from none.
    public static let exitStatusKnown = EngineCapabilities(rawValue: 1 << 3)
    /// Strict key exchange is offered, the answer to the Terrapin attack (CVE-2023-48795).
    public static let strictKeyExchange = EngineCapabilities(rawValue: 1 << 4)
    /// AES-GCM ciphers are there.
    public static let aesGCM = EngineCapabilities(rawValue: 1 << 5)
    /// The ChaCha20-Poly1305 cipher is there, and offered by default.
    public static let chacha20Poly1305 = EngineCapabilities(rawValue: 1 << 6)
}

/// A channel to open (RFC 4254, 5.1).
struct ChannelOpening: Hashable, Sendable {
    /// The channel type, for example `session`.
    var type: String
    /// The bytes that the peer may send before it must be granted more.
    var windowSize: UInt32 = 2 * 1024 * 1024
    /// The largest packet that the peer may send.
    var packetSize: UInt32 = 32768
    /// What follows in the open message for this type; empty for a session.
    var message: [UInt8] = []
}

/// A request on a channel (RFC 4254, 6).
enum ChannelRequest: Hashable, Sendable {
    /// Starts the remote process: `exec`, `shell`, `subsystem` or another type, with its message or none.
    case startup(type: String, message: [UInt8]?)
    /// Sets an environment variable.
    case environment(name: [UInt8], value: [UInt8])
}

/// The signal that ended a remote process (RFC 4254, 6.10).
public struct ExitSignal: Hashable, Sendable {
    /// The signal's name without `SIG`, for example `KILL`.
    public var name: String
    /// Whether the process dumped core; false also where the engine cannot tell.
    public var dumpedCore: Bool
    /// The server's explanation, escaped; empty where there is none or the engine cannot tell.
    public var message: String
}
