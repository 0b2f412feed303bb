@testable import SwiftSSH

/// Values from several threads.
final class Collected<Value: Sendable>: Sendable {
    private let lock = Lock()
    nonisolated(unsafe) private var collected: [Value] = []

    var values: [Value] { lock.withLock { collected } }

    func append(_ value: Value) {
        lock.withLock { collected.append(value) }
    }
}
