import Glibc

/// Holds the process's own locks across `fork`, so that none is left taken in the child by a thread that is not there.
///
/// Only for locks that are held for moments and under which no other lock is taken: those of tables that belong to the process.
/// A connection's lock is none of them; in a child its connection is not used at all.
package final class ForkGuard: Sendable {
    private static let shared = ForkGuard()

    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var guarded: [(lock: Lock, inChild: @Sendable () -> Void)] = []

    private init() {
        pthread_atfork(
            { ForkGuard.shared.takeAll() }, { ForkGuard.shared.giveBackAll(isChild: false) },
            { ForkGuard.shared.giveBackAll(isChild: true) })
    }

    /// Holds a lock across every fork from now on.
    /// - Parameters:
    ///   - lock: The lock; it is never forgotten.
    ///   - inChild: Run in the child with the lock held.
    package static func hold(_ lock: Lock, inChild: @escaping @Sendable () -> Void = {}) {
        shared.lock.withLock { shared.guarded.append((lock, inChild)) }
    }

    private func takeAll() {
        lock.lock()
        for entry in guarded { entry.lock.lock() }
    }

    private func giveBackAll(isChild: Bool) {
        for entry in guarded.reversed() {
            if isChild { entry.inChild() }
            entry.lock.unlock()
        }
        lock.unlock()
    }
}
