import Glibc
import Synchronization

/// A question that the program is asked while one of its threads waits in the library: whether that wait is to end.
///
/// For programs that do on that thread what they have to do when a signal comes, as interpreters do: a signal alone ends no wait.
/// There is one question in a process, and one thread that is asked it.
public enum Interruption {
    /// Has this thread asked whenever it has waited for a tenth of a second, and at once when a signal has come to it meanwhile.
    ///
    /// The question is asked on this thread, in the midst of whatever call it is in, with no lock held: it may use the library, the session that waits
    /// included. The time that it takes counts.
    /// - Parameter question: Gives true to have the call end with `interrupted`. Takes the place of the one that there was, whichever thread's that was; nil for
    ///   none.
    public static func setQuestion(_ question: (@Sendable () -> Bool)?) {
        // The old one is let go outside of the lock: what it holds on to may do anything then.
        _ = state.lock.withLock {
            defer { state.question = question }
            thread.store(question == nil ? 0 : UInt(pthread_self()), ordering: .relaxed)
            return state.question
        }
    }

    private static let pause = Duration.milliseconds(100)
    private static let thread = Atomic<UInt>(0)
    /// When the thread is asked next, in nanoseconds of CLOCK_MONOTONIC.
    private static let next = Atomic<Int64>(0)
    private static let state = State()

    private final class State: Sendable {
        let lock = Lock()
        // Touched with the lock held.
        nonisolated(unsafe) var question: (@Sendable () -> Bool)?

        init() { ForkGuard.hold(lock) }
    }

    // MARK: For what waits

    private static var concernsThisThread: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

    /// Whether this thread is to be asked now.
    static var isDue: Bool { concernsThisThread && Deadline.now >= next.load(ordering: .relaxed) }

    /// By when a wait of this thread is to be looked after.
    static var deadline: Deadline {
        concernsThisThread ? Deadline(nanoseconds: next.load(ordering: .relaxed)) : .never
    }

    /// Asks, if this thread is to be asked now. No lock may be held.
    /// - Parameter atOnce: Whether to ask before it is due, for who is about to call back into the program: what it has to do then, it does not do there.
    /// - Throws: `interrupted`.
    static func check(atOnce: Bool = false) throws(SSHError) {
        guard atOnce ? concernsThisThread : isDue else { return }
        guard let question = state.lock.withLock({ state.question }) else { return }
        // Also before: what is asked may wait in the library itself.
        postpone()
        defer { postpone() }
        if question() { throw SSHError(.interrupted, "the program ended the wait") }
    }

    private static func postpone() {
        next.store(Deadline(after: pause).nanoseconds ?? 0, ordering: .relaxed)
    }

    /// Polls descriptors until one is ready, the deadline has passed, or something else is to be looked after.
    static func poll(_ descriptors: inout [pollfd], until deadline: Deadline) {
        let limit = deadline.earlier(Self.deadline)
        let count = Glibc.poll(&descriptors, nfds_t(descriptors.count), limit.pollTimeout)
        if count < 0, errno == EINTR, concernsThisThread { next.store(0, ordering: .relaxed) }
    }
}

extension Lock {
    /// Waits as ``wait(until:)`` does, and has the program asked.
    /// - Throws: `interrupted`.
    func waitInterruptibly(until deadline: Deadline) throws(SSHError) {
        wait(until: deadline.earlier(Interruption.deadline))
        unlock()
        defer { lock() }
        try Interruption.check()
    }
}
