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

extension AlgorithmPurpose {
    /// What RFC 4253, 7.1 calls it.
    var term: String {
        switch self {
        case .keyExchange: "key exchange algorithm"
        case .hostKey: "host key algorithm"
        case .cipherClientToServer: "cipher from client to server"
        case .cipherServerToClient: "cipher from server to client"
        case .macClientToServer: "MAC from client to server"
        case .macServerToClient: "MAC from server to client"
        case .compressionClientToServer, .compressionServerToClient: "compression"
        case .languageClientToServer, .languageServerToClient: "language"
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
    /// Security keys log users in and are known as host keys (OpenSSH's `PROTOCOL.u2f`).
    public static let securityKeys = EngineCapabilities(rawValue: 1 << 7)
    /// This side can have keys exchanged anew (RFC 4253, 9), and does so by itself when they are old.
    public static let rekeying = EngineCapabilities(rawValue: 1 << 8)
    /// The server can be asked to listen on a UNIX socket (OpenSSH's `PROTOCOL`, 2.4).
    public static let streamLocalListening = EngineCapabilities(rawValue: 1 << 9)
    /// Breaks can be sent to the remote process's terminal (RFC 4335).
    public static let channelBreak = EngineCapabilities(rawValue: 1 << 10)
    /// Connections to the user's agent that the server forwards are handed over (OpenSSH's `PROTOCOL.agent`).
    public static let agentForwarding = EngineCapabilities(rawValue: 1 << 11)
    /// What the server says to users before they are in is kept (RFC 4252, 5.4).
    public static let authenticationBanner = EngineCapabilities(rawValue: 1 << 12)
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

/// The size of a pseudo-terminal (RFC 4254, 6.2); what is 0 is not known.
public struct TerminalSize: Hashable, Sendable {
    /// Columns of characters.
    public var columns: UInt32
    /// Rows of characters.
    public var rows: UInt32
    /// Pixels across.
    public var pixelWidth: UInt32
    /// Pixels down.
    public var pixelHeight: UInt32

    /// Makes a size; without arguments the usual 80 columns and 24 rows.
    /// - Parameters:
    ///   - columns: Columns of characters.
    ///   - rows: Rows of characters.
    ///   - pixelWidth: Pixels across.
    ///   - pixelHeight: Pixels down.
    public init(columns: UInt32 = 80, rows: UInt32 = 24, pixelWidth: UInt32 = 0, pixelHeight: UInt32 = 0) {
        self.columns = columns
        self.rows = rows
        self.pixelWidth = pixelWidth
        self.pixelHeight = pixelHeight
    }
}

/// What becomes of the standard error stream; the numbers are libssh2's LIBSSH2_CHANNEL_EXTENDED_DATA_*.
public enum ExtendedDataMode: Int32, Sendable, Hashable {
    /// It is read as stream 1.
    case normal = 0
    /// It is dropped.
    case ignore = 1
    /// It is read as part of stream 0, in the order in which it came.
    case merge = 2
}

/// The signal that ended a remote process (RFC 4254, 6.10).
public struct ExitSignal: Hashable, Sendable {
    /// The signal's name without `SIG`, for example `KILL`.
    public var name: String
    /// Whether the process dumped core.
    public var dumpedCore: Bool
    /// The server's explanation, escaped; empty for none.
    public var message: String
    /// The language of the explanation (RFC 3066), escaped; empty for none.
    public var language: String
}

/// A channel's window in one direction (RFC 4254, 5.2).
public struct ChannelWindow: Hashable, Sendable {
    /// The bytes that may still go that way.
    public var size: UInt64
    /// The bytes that might go that way when the channel was opened.
    public var initialSize: UInt64
}
