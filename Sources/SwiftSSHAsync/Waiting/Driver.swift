internal import SwiftSSH

/// Makes the calls of one session for tasks: none of them waits in the library, and none has a thread.
///
/// A call is tried by the task itself. Where it would block, the task waits, and the loop's thread, which takes in what comes, wakes it when there is news for it.
final class Driver: Sendable {
    private static let known = Known()
    /// How many callers are kept for later calls.
    private static let mostIdle = 64

    private final class Known: Sendable {
        let lock = Lock()
        // Touched with the lock held.
        nonisolated(unsafe) var drivers: [ObjectIdentifier: Weak<Driver>] = [:]
    }

    /// The session's driver: a session has one, whoever asks for it.
    /// - Throws: `allocation` where the system has no descriptor or thread left for it; `forked`.
    static func of(_ session: Session) throws(SSHError) -> Driver {
        let driver = try known.lock.withLock { () throws(SSHError) in
            if let driver = known.drivers[ObjectIdentifier(session)]?.object { return driver }
            let driver = try Driver(session)
            known.drivers[ObjectIdentifier(session)] = Weak(driver)
            return driver
        }
        // Not under the lock, which a driver that goes takes; to add it again changes nothing.
        try driver.loop.add(driver, driver.descriptor)
        return driver
    }

    /// The session whose calls it makes.
    let session: Session
    /// Who waits for the session.
    let loop: Loop
    private let descriptor: Int32
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var callers: [UInt64: TaskCaller] = [:]
    nonisolated(unsafe) private var idle: [TaskCaller] = []
    nonisolated(unsafe) private var lastNumber: UInt64 = 0

    private init(_ session: Session) throws(SSHError) {
        guard let descriptor = session.noticeDescriptor else {
            throw SSHError(.allocation, "the system has no descriptor left")
        }
        self.session = session
        self.descriptor = descriptor
        loop = try Loop.lightest()
    }

    deinit {
        loop.remove(descriptor)
        let key = ObjectIdentifier(session)
        Self.known.lock.withLock {
            if Self.known.drivers[key]?.object == nil { Self.known.drivers[key] = nil }
        }
    }

    /// What a task that is cancelled is told.
    static let cancelled = SSHError(.cancelled, "the task was cancelled")

    private static let closedMeanwhile = SSHError(.cancelled, "the session was closed while the call waited")

    /// By when a call that begins now must have ended.
    /// - Parameter timeout: Its own time; nil takes the session's.
    func deadline(_ timeout: Duration?) -> Deadline {
        Deadline(after: timeout ?? session.timeout)
    }

    // MARK: Calls

    /// Makes a call until it no longer says that it would block.
    /// - Parameters:
    ///   - timeout: The time for it; nil takes the session's.
    ///   - attempt: The call, the same each time.
    /// - Throws: What it throws; `timeout`; `cancelled` when the task is cancelled, which gives up what the call has under way.
    func run<Value: Sendable>(
        _ timeout: Duration?, isolation: isolated (any Actor)? = #isolation, _ attempt: () throws(SSHError) -> Value
    ) async throws(SSHError) -> Value {
        try await run(until: deadline(timeout), attempt)
    }

    /// The same up to a point in time.
    func run<Value: Sendable>(
        until deadline: Deadline, isolation: isolated (any Actor)? = #isolation,
        _ attempt: () throws(SSHError) -> Value
    ) async throws(SSHError) -> Value {
        let caller = takeCaller()
        var hasWaited = false
        do throws(SSHError) {
            caller.setDeadline(deadline)
            while !Task.isCancelled {
                if let value = try caller.caller.attempt(attempt) {
                    giveBack(caller)
                    return value
                }
                await caller.wait(on: loop)
                hasWaited = true
            }
            throw Self.cancelled
        } catch {
            // Gone with it is what it had under way.
            drop(caller)
            if hasWaited, error.code == .closed { throw Self.closedMeanwhile }
            throw error
        }
    }

    /// Makes a call that takes some of the bytes it is given, until it has taken all of them.
    func write(
        _ bytes: [UInt8], _ timeout: Duration?, _ call: (UnsafeRawBufferPointer) throws(SSHError) -> Int
    ) async throws(SSHError) {
        let deadline = deadline(timeout)
        var written = 0
        repeat {
            written += try await run(until: deadline) { () throws(SSHError) in
                try bytes.withUnsafeBufferPointer { (bytes) throws(SSHError) in
                    try call(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[written...]))
                }
            }
        } while written < bytes.count
    }

    /// Has a thread make a call of many steps, which waits. The end of a task that is cancelled comes when the thread has stopped, so that nothing happens after it.
    func runInThread<Value: Sendable>(
        _ call: @escaping @Sendable () throws(SSHError) -> Value
    ) async throws(SSHError) -> Value {
        let caller = Caller(session, number: nextNumber())
        return try await Threads.copying.run(of: ObjectIdentifier(self), end: { caller.cancel() }) {
            () throws(SSHError) in
            try caller.wait(call)
        }
    }

    /// How many tasks wait for the session.
    var waitingTasks: Int { lock.withLock { callers.values.count { $0.waiter.isWaiting } } }

    /// Takes in what has come, and wakes the tasks for which that is news.
    func turn() {
        guard let numbers = try? session.turn() else { return }
        let told = lock.withLock { numbers.compactMap { callers[$0] } }
        for caller in told { caller.waiter.wake() }
    }

    // MARK: Callers

    private func nextNumber() -> UInt64 {
        lock.withLock {
            lastNumber += 1
            return lastNumber
        }
    }

    private func takeCaller() -> TaskCaller {
        if let caller = lock.withLock({ idle.popLast() }) { return caller }
        let caller = TaskCaller(session, number: nextNumber())
        lock.withLock { callers[caller.caller.number] = caller }
        return caller
    }

    private func giveBack(_ caller: TaskCaller) {
        let isKept = lock.withLock {
            guard idle.count < Self.mostIdle else { return false }
            idle.append(caller)
            return true
        }
        if !isKept { drop(caller) }
    }

    private func drop(_ caller: TaskCaller) {
        lock.withLock { callers[caller.caller.number] = nil }
    }
}

/// A caller of the session's, for one call of one task at a time.
final class TaskCaller: Sendable {
    let caller: Caller
    let waiter = Waiter()
    // Touched by the task that has it.
    nonisolated(unsafe) private var deadline = Deadline.never

    init(_ session: Session, number: UInt64) {
        caller = Caller(session, number: number)
    }

    /// Sets by when the next call must have ended.
    func setDeadline(_ deadline: Deadline) {
        if deadline.nanoseconds != nil || self.deadline.nanoseconds != nil { caller.setTimeout(deadline.remaining) }
        self.deadline = deadline
    }

    /// Waits until the call is to be tried again: for news, for its deadline, or because the task has been cancelled.
    func wait(on loop: Loop, isolation: isolated (any Actor)? = #isolation) async {
        guard deadline.nanoseconds != nil else { return await waiter.wait() }
        loop.add(waiter, until: deadline)
        await waiter.wait()
        loop.remove(waiter)
    }
}
