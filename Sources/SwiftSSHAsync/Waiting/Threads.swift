internal import SwiftSSH

/// Threads that make calls of many steps, which wait. They are bounded, made when they are needed, and end when there is nothing to do; what comes in addition waits
/// for its turn, and can be cancelled there.
final class Threads: Sendable {
    static let connecting = Threads(most: 64, for: "connections were being made")
    static let copying = Threads(most: 32, for: "copies were being made")
    static let closing = Threads(most: 16, for: "connections were being closed")

    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    private let most: Int
    private let purpose: String
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var count = 0
    nonisolated(unsafe) private var waiting: [Work] = []

    private init(most: Int, for purpose: String) {
        self.most = most
        self.purpose = purpose
    }

    /// Has a thread make a call.
    /// - Parameters:
    ///   - deadline: By when it must have got its thread; from then on it knows its time itself.
    ///   - isLeftBehind: Whether the call of a task that is cancelled is not waited for.
    ///   - end: Has the call end soon, when its task has been cancelled.
    ///   - call: The call.
    /// - Throws: What it throws; `timeout`; `cancelled`; `allocation` where the system has no thread left.
    func run<Value: Sendable>(
        until deadline: Deadline = .never, isLeftBehind: Bool = false, end: () -> Void,
        _ call: @escaping @Sendable () throws(SSHError) -> Value
    ) async throws(SSHError) -> Value {
        if Task.isCancelled { throw Driver.cancelled }
        let outcome = Outcome<Value>()
        let work = Work { outcome.settle(call) }
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
            try start(Work { outcome.settle(call) })
        } catch {
            // Without a thread, this one waits.
            return call()
        }
        _ = try? await outcome.value()
    }

    private func start(_ work: Work) throws(SSHError) {
        let isWaiting = lock.withLock {
            guard count == most else {
                count += 1
                return false
            }
            waiting.append(work)
            return true
        }
        if isWaiting { return }
        do throws(SSHError) {
            // What it runs asks the program's own functions.
            try BackgroundThread.start(hasLargeStack: true) {
                work.body()
                while let work = self.next() { work.body() }
            }
        } catch {
            lock.withLock { count -= 1 }
            throw error
        }
    }

    private func next() -> Work? {
        lock.withLock {
            if !waiting.isEmpty { return waiting.removeFirst() }
            count -= 1
            return nil
        }
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
