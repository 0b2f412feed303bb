/// Somebody who makes calls of a session without waiting in them, one after the other, and is told when a call is to be made again: a task of an
/// event loop. Or somebody whose calls wait, and can be ended from another thread.
///
///     let caller = try Caller(session, number: 1)
///     while (try caller.attempt { () throws(SSHError) in try channel.read(upTo: 100) }) == nil {
///         // Wait until session.noticeDescriptor is readable, call session.turn(), until that gives 1.
///     }
///
/// Callers know nothing of each other: the same call of two callers is two calls. A caller that is let go gives up what it has under way, and the
/// session goes on. All calls that say `again` in non-blocking mode can be made so; those that say that they wait in non-blocking mode wait here too.
public final class Caller: Sendable {
    /// The session whose calls it makes.
    public let session: Session
    /// What ``Session/turn(most:)`` calls it.
    public let number: UInt64
    // Touched under the connection's lock.
    nonisolated(unsafe) private let state: CallerState

    /// Makes a caller with nothing under way.
    /// - Parameters:
    ///   - session: The session whose calls it makes.
    ///   - number: What ``Session/turn(most:)`` is to call it.
    public init(_ session: Session, number: UInt64) {
        self.session = session
        self.number = number
        state = CallerState(number: number)
        session.connection.add(state)
    }

    deinit {
        session.connection.remove(state)
    }

    /// Makes a call, or goes on with it, without waiting.
    /// - Parameter call: The call, the same until it has given a value or failed. Its own time and the session's mean nothing: see ``setTimeout(_:)``.
    /// - Returns: What it gives; nil when it would block, until ``Session/turn(most:)`` names the caller.
    /// - Throws: What the call throws, `again` excepted; `timeout` when the time has passed; `cancelled`; `badUse` inside another caller's call.
    public func attempt<Value>(_ call: () throws(SSHError) -> Value) throws(SSHError) -> Value? {
        try enter(waiting: false)
        defer { leave() }
        do throws(SSHError) {
            return try call()
        } catch {
            if error.code == .again { return nil }
            throw error
        }
    }

    /// Makes a call that waits, and that ``cancel()`` ends.
    /// - Parameter call: The call.
    /// - Returns: What it gives.
    /// - Throws: What the call throws; `timeout` when the time has passed; `cancelled`; `badUse` inside another caller's call.
    public func wait<Value>(_ call: () throws(SSHError) -> Value) throws(SSHError) -> Value {
        try enter(waiting: true)
        defer { leave() }
        return try call()
    }

    /// Sets the time for what it does from now on, in all.
    /// - Parameter timeout: The time; nil is no limit, as at first. Nobody tells the caller that it has passed: its next attempt throws `timeout`.
    public func setTimeout(_ timeout: Duration?) {
        session.connection.peek { state.deadline = Deadline(after: timeout) }
    }

    /// Ends what it does, from any thread: its call that waits, and each that it makes from here on, throws `cancelled` at once. The session goes on.
    public func cancel() {
        session.connection.peek {
            state.isCancelled = true
            session.connection.wakeEverybody()
        }
    }

    /// From here on this thread's calls of the session are the caller's.
    package func enter(waiting: Bool) throws(SSHError) {
        try session.connection.enter(as: state, waiting: waiting)
    }

    /// From here on they are not.
    package func leave() {
        session.connection.leaveCaller()
    }
}

extension Session {
    /// A descriptor that becomes readable when ``turn(most:)`` is to be called: an event loop waits for it and for nothing else of the session, also
    /// while threads wait in the session's calls. It is the session's and ends with it; nil where the system has none left.
    public var noticeDescriptor: Int32? {
        connection.peek { connection.noticeDescriptor } ?? nil
    }

    /// Takes in and sends what there is, without waiting, unless there are callers to be told already.
    /// - Parameter most: How many callers are told at most; the others are told the next time, and ``noticeDescriptor`` stays readable until then.
    /// - Returns: The numbers of the callers that are to make their calls again; there may be no more for them than before.
    /// - Throws: `reentered` in a callback of the session, `forked`.
    public func turn(most: Int = .max) throws(SSHError) -> [UInt64] {
        try connection.locked { connection.takeReady(most) }
    }
}
