internal import SwiftSSH

/// A task that waits, one wait after the other, until something wakes it.
///
/// A wake-up that comes before the wait ends the wait at once, so that none is lost between a look that found nothing and the wait for more. One
/// that comes for nothing does no harm: who was woken looks again.
final class Waiter: Sendable {
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var continuation: CheckedContinuation<Void, Never>?
    nonisolated(unsafe) private var isWoken = false

    /// Whether its task waits.
    var isWaiting: Bool { lock.withLock { continuation != nil } }

    /// Ends its wait, or the next one.
    func wake() {
        let waiting = lock.withLock {
            defer { continuation = nil }
            if continuation == nil { isWoken = true }
            return continuation
        }
        waiting?.resume()
    }

    /// Waits until it is woken, or its task is cancelled.
    func wait(isolation: isolated (any Actor)? = #isolation) async {
        await withTaskCancellationHandler {
            await waitForWakeUp()
        } onCancel: {
            wake()
        }
    }

    /// Waits until it is woken, whether or not its task is cancelled.
    func waitForWakeUp(isolation: isolated (any Actor)? = #isolation) async {
        await withCheckedContinuation { continuation in
            let isWoken = lock.withLock {
                defer { self.isWoken = false }
                if !self.isWoken { self.continuation = continuation }
                return self.isWoken
            }
            if isWoken { continuation.resume() }
        }
    }
}
