import Glibc

/// Who is told of what happens in a session.
public struct SessionLog: Sendable {
    /// How much is told.
    public var level: LogLevel
    /// Is told of an event.
    ///
    /// Called on whatever thread is in a call of the session then, the library's own included, whose stacks are small; no two events of one session at a time,
    /// and in their order. No lock is held: it may call into the library, the session included, but what it has happen there it is told too. Calls of the
    /// session do not end before it has returned.
    public var handler: @Sendable (LogEvent) -> Void

    /// Makes a log.
    /// - Parameters:
    ///   - level: How much is told.
    ///   - handler: Is told of an event.
    public init(_ level: LogLevel = .info, _ handler: @escaping @Sendable (LogEvent) -> Void) {
        self.level = level
        self.handler = handler
    }

    func tell(_ event: LogEvent) {
        if event.level <= level { handler(event) }
    }

    // MARK: For every session

    /// The environment variable that has each session write its events to standard error, a line each: `warning`, `info` or `debug`. It is
    /// looked at when a session is made; any other text counts as `info`.
    public static let environmentVariable = "SWIFTSSH_LOG"

    /// Who is told of the events of all sessions that are made from now on, beside those that a session names itself; nil for nobody, who is then told
    /// nothing of those that there are, either.
    public static var everySession: SessionLog? {
        get { shared.lock.withLock { shared.log } }
        set {
            // The old one is let go outside of the lock: what it holds on to may do anything then.
            _ = shared.lock.withLock {
                defer { shared.log = newValue }
                return shared.log
            }
        }
    }

    private static let shared = Shared()

    private final class Shared: Sendable {
        let lock = Lock()
        // Touched with the lock held.
        nonisolated(unsafe) var log: SessionLog?

        init() { ForkGuard.hold(lock) }
    }

    /// The logs that a session has which names none.
    static var usual: [SessionLog] {
        let every = everySession.map { log in SessionLog(log.level) { everySession?.tell($0) } }
        return [fromEnvironment, every].compactMap { $0 }
    }

    private static var fromEnvironment: SessionLog? {
        guard let value = getenv(environmentVariable), value.pointee != 0 else { return nil }
        let name = String(cString: value)
        return SessionLog(LogLevel.allCases.first { $0.name == name } ?? .info) { event in
            // In one piece, so that lines of several threads do not mix.
            let line = Array("swiftssh \(event)\n".utf8)
            _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        }
    }
}
