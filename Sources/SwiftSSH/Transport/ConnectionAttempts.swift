import Glibc

/// How often a server is tried, and how long is waited in between: the one place that decides it.
///
/// Tried again is only what no conversation came of: a port that could not be connected to, and a server that ended the connection before it said who it is, as
/// one does that has too many at once. The waits are random, up to a limit that doubles, so that those who were refused together do not come
/// again together.
struct ConnectionAttempts {
    /// How often it is tried in a fleet at servers that drop connections, where nobody says how often.
    static let mostInFleet = 6
    /// How often at most, 1 at least.
    var most = 1
    /// How often at most where it is the server that drops the connection; not less than ``most``.
    var mostWhenDropped = 1
    /// How long one attempt may take; nil is no limit.
    var limit: Duration?
    /// How long the first wait may be. Half of it is a second, OpenSSH's.
    var firstWait = Duration.seconds(2)
    /// How long any wait may be.
    var longestWait = Duration.seconds(16)

    private var made = 0
    private var start = Deadline.now
    private var before: SSHError?

    /// Whether the attempt under way may be followed by another where the server drops the connection.
    var hasMoreWhenDropped: Bool { made < mostWhenDropped }

    /// An attempt begins.
    /// - Parameter deadline: By when all of them must have ended.
    /// - Returns: By when this one must have ended.
    mutating func begin(until deadline: Deadline) -> Deadline {
        if made == 0 { start = Deadline.now }
        made += 1
        return deadline.earlier(Deadline(after: limit))
    }

    /// How long is to be waited until the next attempt, after one that failed.
    /// - Parameters:
    ///   - error: Why it failed.
    ///   - deadline: By when all of them must have ended.
    /// - Throws: That error, with how often it was tried, where there is to be no other.
    mutating func wait(after error: SSHError, until deadline: Deadline) throws(SSHError) -> Duration {
        guard made < allowed(after: error, deadline) else { throw told(error) }
        let wait = randomWait()
        // Who would be told by then that the time is over is told now why.
        if let remaining = deadline.remaining, wait >= remaining { throw told(error, "; no time is left for another") }
        before = error
        return wait
    }

    /// The words for what comes next.
    func announcement(_ wait: Duration, after error: SSHError, until deadline: Deadline) -> String {
        "attempt \(made) of \(allowed(after: error, deadline)) failed: \(error.words); the next one in \(wait.seconds) s"
    }

    /// How many attempts there may be where one fails so.
    private func allowed(after error: SSHError, _ deadline: Deadline) -> Int {
        switch (error.code, error.phase) {
        case (.connect, _): Self.isPassing(error.errno) ? most : 1
        // The attempt's own time.
        case (.timeout, .connecting): deadline.hasPassed ? 1 : most
        case (_, .identification): Self.isDrop(error.code) ? mostWhenDropped : 1
        default: 1
        }
    }

    /// Whether an error of the connection is its end, made by the other side.
    static func isDrop(_ code: SSHError.Code) -> Bool {
        [.socketDisconnect, .socketReceive, .socketSend].contains(code)
    }

    /// Whether a failure to connect is one that may pass; 0 is that of a host or a command on the way.
    private static func isPassing(_ number: Int32) -> Bool {
        [
            0, ECONNREFUSED, ECONNRESET, ECONNABORTED, EHOSTUNREACH, EHOSTDOWN, ENETUNREACH, ENETDOWN, ETIMEDOUT,
        ].contains(number)
    }

    private func randomWait() -> Duration {
        // It has long reached the longest one by then.
        let grown = min(longestWait, firstWait * (1 << min(made - 1, 16)))
        let (seconds, attoseconds) = grown.components
        let nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        return .nanoseconds(Int64.random(in: 0...max(0, nanoseconds)))
    }

    /// An error with how often it was tried, where that is worth telling.
    private func told(_ error: SSHError, _ note: String = "") -> SSHError {
        guard made > 1 || !note.isEmpty, error.code != .cancelled, error.code != .interrupted else { return error }
        var told = error
        let times = made == 1 ? "once" : "\(made) times"
        let time = Duration.nanoseconds(Deadline.now - start)
        told.message += " (tried \(times) in \(time.seconds) s\(note)"
        // What ended the last attempt says little of why there were others.
        if let before, before.message != error.message { told.message += "; before: \(before.words)" }
        told.message += ")"
        return told
    }
}

extension Duration {
    /// The time in seconds, to the tenth.
    fileprivate var seconds: String {
        let (seconds, attoseconds) = components
        return "\(seconds).\(attoseconds / 100_000_000_000_000_000)"
    }
}
