import Dispatch
import Foundation

@testable import SwiftSSH

/// Something that runs in a thread of its own.
final class Background<Value: Sendable>: Sendable {
    private let ended = DispatchSemaphore(value: 0)
    nonisolated(unsafe) private var result: Result<Value, any Error>?

    init(_ body: @escaping @Sendable () throws -> Value) {
        Thread.detachNewThread {
            self.result = Result { try body() }
            self.ended.signal()
        }
    }

    /// Waits for its end and gives what it gave. To be called once.
    func value() throws -> Value {
        ended.wait()
        guard let result else { fatalError("the thread left no result") }
        return try result.get()
    }
}

/// Lets other threads run until the condition holds.
func yield(until condition: () -> Bool) {
    while !condition() { sched_yield() }
}

extension Session {
    /// Lets other threads run until one of them waits for the server inside a call of this session.
    func yieldUntilSomebodyWaits() {
        yield(until: { self.connection.peek { self.connection.isPolling } ?? false })
    }
}
