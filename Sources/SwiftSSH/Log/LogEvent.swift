/// How much a log tells; each level has what the ones before it have. The numbers are published and never reused.
public enum LogLevel: Int32, Sendable, Hashable, CaseIterable, Comparable {
    /// What somebody should look at: a host key that is refused, a connection that is lost.
    case warning = 1
    /// How a connection comes about and ends: addresses, what was agreed on, keys, logins.
    case info = 2
    /// Everything: what both sides offer, channels and their requests, SFTP's greeting.
    case debug = 3

    /// The level's name, for example `info`.
    public var name: String {
        switch self {
        case .warning: "warning"
        case .info: "info"
        case .debug: "debug"
        }
    }

    /// Whether the first tells less.
    public static func < (left: LogLevel, right: LogLevel) -> Bool { left.rawValue < right.rawValue }
}

/// Something that happened in a session. It has no secret and none of the data that goes through channels; what a peer said is escaped.
public struct LogEvent: Sendable, Hashable {
    /// The time since the session was made.
    public var time: Duration
    /// From which level on it is told.
    public var level: LogLevel
    /// The session, by a number that no other session of this process has.
    public var session: UInt64
    /// The host, as the caller named it; nil where the session adopted a socket.
    public var host: String?
    /// What was being done.
    public var phase: SSHError.Phase
    /// What happened, in one line.
    public var message: String
}

extension LogEvent: CustomStringConvertible {
    /// One line: level, the session's number, its time in seconds, phase, host and message.
    public var description: String {
        let (seconds, attoseconds) = time.components
        let digits = String(attoseconds / 1_000_000_000_000)
        let fraction = String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
        let place = host.map { "\(phase.rawValue): \(String(escaping: $0.utf8))" } ?? phase.rawValue
        return "\(level.name) [\(session)] \(seconds).\(fraction) \(place): \(message)"
    }
}
