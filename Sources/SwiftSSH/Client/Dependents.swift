import Glibc

/// Something that ends with its owner.
protocol Dependent: AnyObject, Sendable {
    /// Ends it, from any thread, without waiting; ending it again does nothing.
    func end()
    /// Waits until its threads have ended, which they do once it has been ended and the connection is over.
    func wait()
}

/// The things that end with their owner.
///
/// In a forked child they are left alone: they are the parent's, and so are their threads.
final class Dependents: Sendable {
    private let lock = Lock()
    private let processIdentifier = getpid()
    // Touched with the lock held.
    nonisolated(unsafe) private var members: [any Dependent] = []
    nonisolated(unsafe) private var hasEnded = false

    /// Adds one.
    /// - Throws: `closed` when the owner has ended; the new one is ended then.
    func add(_ member: some Dependent) throws(SSHError) {
        let isTooLate = lock.withLock {
            if !hasEnded { members.append(member) }
            return hasEnded
        }
        guard isTooLate else { return }
        member.end()
        throw SSHError(.closed, "the client has been closed")
    }

    /// Forgets one that has ended by itself.
    func remove(_ member: some Dependent) {
        guard getpid() == processIdentifier else { return }
        lock.withLock { members.removeAll { $0 === member } }
    }

    /// Whether the owner has ended.
    var haveEnded: Bool { lock.withLock { hasEnded } }

    /// Ends them all, and whatever is added later, without waiting.
    func end() {
        for member in taken() { member.end() }
    }

    /// Waits until their threads have ended.
    func wait() {
        for member in taken() { member.wait() }
        lock.withLock { members = [] }
    }

    private func taken() -> [any Dependent] {
        guard getpid() == processIdentifier else { return [] }
        return lock.withLock {
            hasEnded = true
            return members
        }
    }
}
