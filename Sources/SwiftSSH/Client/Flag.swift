/// Something that happens once, and may be asked about by another thread.
final class Flag: Sendable {
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var wasRaised = false

    /// Whether it has happened.
    var isRaised: Bool { lock.withLock { wasRaised } }

    /// Lets it happen.
    /// - Returns: Whether it had not happened before.
    @discardableResult
    func raise() -> Bool {
        lock.withLock {
            defer { wasRaised = true }
            return !wasRaised
        }
    }
}
