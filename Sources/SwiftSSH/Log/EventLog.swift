/// What happened in one session and has not been told yet.
///
/// Events are noted wherever they happen, mostly with the connection's lock held, and told when that is given back.
final class EventLog: Sendable {
    /// As many as a handler that does not return can leave behind.
    private static let mostUntold = 1000

    /// How much is noted: what the one who wants the most is told.
    let level: LogLevel
    private let logs: [SessionLog]
    private let session: UInt64
    private let start: Int64
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var untold: [LogEvent] = []
    nonisolated(unsafe) private var isTelling = false

    /// Makes a log that has nothing to tell; nil where nobody is to be told.
    /// - Parameters:
    ///   - logs: Who is told.
    ///   - session: The session's number.
    ///   - start: When it was made, as ``Deadline/now`` has it.
    init?(_ logs: [SessionLog], session: UInt64, start: Int64) {
        guard let level = logs.map(\.level).max() else { return nil }
        self.level = level
        self.logs = logs
        self.session = session
        self.start = start
    }

    /// Notes an event.
    func note(_ level: LogLevel, _ phase: SSHError.Phase, host: String?, _ message: String) {
        let event = LogEvent(
            time: .nanoseconds(Deadline.now - start), level: level, session: session, host: host, phase: phase,
            message: message)
        lock.withLock { if untold.count < Self.mostUntold { untold.append(event) } }
    }

    /// Whether ``tell()`` would tell anything.
    var hasUntold: Bool { lock.withLock { !untold.isEmpty && !isTelling } }

    /// Tells what has been noted, unless another thread does so, or this one further out: that one then tells this too. The connection's lock must not be held.
    func tell() {
        guard lock.withLock({ begins() }) else { return }
        while let events = lock.withLock({ taken() }) {
            // What the program has to do now, it does not do in a handler; what it wants ended, ends with the wait.
            try? Interruption.check(atOnce: true)
            for event in events {
                for log in logs { log.tell(event) }
            }
        }
    }

    private func begins() -> Bool {
        if isTelling || untold.isEmpty { return false }
        isTelling = true
        return true
    }

    /// What is to be told next; nil where nothing is, and the telling ends.
    private func taken() -> [LogEvent]? {
        isTelling = !untold.isEmpty
        if untold.isEmpty { return nil }
        defer { untold = [] }
        return untold
    }
}
