internal import SwiftSSH

/// Threads that make calls of many steps, which wait. They are bounded, made when they are needed, and end when there is nothing to do; what comes in addition waits
/// for its turn, and can be cancelled there.
final class Threads: Sendable {
    static let connecting = Threads(most: 64, for: "connections were being made")
    static let copying = Threads(most: 32, share: 8, for: "copies were being made")
    static let closing = Threads(most: 16, for: "connections were being closed")

    private final class Work: Sendable {
        let owner: ObjectIdentifier?
        let body: @Sendable () -> Void

        init(of owner: ObjectIdentifier?, _ body: @escaping @Sendable () -> Void) {
            self.owner = owner
            self.body = body
        }
    }

    private let most: Int
    /// How many of them one owner has at once: others' short calls need not wait for its long ones.
    private let share: Int
    private let purpose: String
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var count = 0
    nonisolated(unsafe) private var taken: [ObjectIdentifier: Int] = [:]
    nonisolated(unsafe) private var waiting: [Work] = []

    private init(most: Int, share: Int = .max, for purpose: String) {
        self.most = most
        self.share = share
        self.purpose = purpose
    }

    /// How many calls wait for a thread.
    var waitingCount: Int { lock.withLock { waiting.count } }

    /// Has a thread make a call.
    /// - Parameters:
    ///   - owner: Whose share of the threads it takes; nil for nobody's.
    ///   - deadline: By when it must have got its thread; from then on it knows its time itself.
    ///   - isLeftBehind: Whether the call of a task that is cancelled is not waited for.
    ///   - end: Has the call end soon, when its task has been cancelled.
    ///   - call: The call.
    /// - Throws: What it throws; `timeout`; `cancelled`; `allocation` where the system has no thread left.
    func run<Value: Sendable>(
        of owner: ObjectIdentifier? = nil, until deadline: Deadline = .never, isLeftBehind: Bool = false,
        end: () -> Void,
        _ call: @escaping @Sendable () throws(SSHError) -> Value
    ) async throws(SSHError) -> Value {
        if Task.isCancelled { throw Driver.cancelled }
        let outcome = Outcome<Value>()
        let work = Work(of: owner) { outcome.settle(call) }
        try start(work)
        let loop: Loop? = deadline.nanoseconds == nil ? nil : try? Loop.lightest()
        loop?.add(outcome.waiter, until: deadline)
        defer { loop?.remove(outcome.waiter) }
        while !Task.isCancelled {
            if let result = outcome.result { return try result.get() }
            if deadline.hasPassed, withdraw(work) {
                throw SSHError(.timeout, "other \(purpose) until the deadline", phase: .connecting)
            }
            await outcome.waiter.wait()
        }
        if withdraw(work) { throw Driver.cancelled }
        end()
        if isLeftBehind { throw Driver.cancelled }
        return try await outcome.value()
    }

    /// Has a thread make a call, and waits for its end also when the task is cancelled.
    func runToTheEnd(_ call: @escaping @Sendable () -> Void) async {
        let outcome = Outcome<Void>()
        do throws(SSHError) {
            try start(Work(of: nil) { outcome.settle(call) })
        } catch {
            // Without a thread, this one waits.
            return call()
        }
        _ = try? await outcome.value()
    }

    private func start(_ work: Work) throws(SSHError) {
        let isWaiting = lock.withLock {
            guard count < most, hasRoom(work) else {
                waiting.append(work)
                return true
            }
            count += 1
            take(work, 1)
            return false
        }
        if isWaiting { return }
        do throws(SSHError) {
            // What it runs asks the program's own functions.
            try BackgroundThread.start(hasLargeStack: true) {
                var next: Work? = work
                while let work = next {
                    work.body()
                    next = self.next(after: work)
                }
            }
        } catch {
            lock.withLock {
                count -= 1
                take(work, -1)
            }
            throw error
        }
    }

    /// What a thread does next; nil where nothing waits whose owner has room, and the thread ends.
    private func next(after done: Work) -> Work? {
        lock.withLock {
            take(done, -1)
            guard let index = waiting.firstIndex(where: hasRoom) else {
                count -= 1
                return nil
            }
            let work = waiting.remove(at: index)
            take(work, 1)
            return work
        }
    }

    private func hasRoom(_ work: Work) -> Bool {
        work.owner.map { taken[$0, default: 0] < share } ?? true
    }

    private func take(_ work: Work, _ number: Int) {
        guard let owner = work.owner else { return }
        let now = taken[owner, default: 0] + number
        taken[owner] = now > 0 ? now : nil
    }

    /// Takes back what has not begun; tells whether it had not.
    private func withdraw(_ work: Work) -> Bool {
        lock.withLock {
            let before = waiting.count
            waiting.removeAll { $0 === work }
            return waiting.count < before
        }
    }
}

/// What comes of a call that a thread makes.
private final class Outcome<Value: Sendable>: Sendable {
    let waiter = Waiter()
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var settled: Result<Value, SSHError>?

    /// What came of it; nil as long as it is under way.
    var result: Result<Value, SSHError>? { lock.withLock { settled } }

    /// Makes the call.
    func settle(_ call: () throws(SSHError) -> Value) {
        let result = Result { () throws(SSHError) in try call() }
        lock.withLock { settled = result }
        waiter.wake()
    }

    /// Waits for its end, also when the task is cancelled.
    func value() async throws(SSHError) -> Value {
        while true {
            if let result { return try result.get() }
            await waiter.waitForWakeUp()
        }
    }
}
