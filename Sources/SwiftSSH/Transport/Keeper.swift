import Glibc

/// Turns the connections that nobody is turning, so that a server's probes and new keys are answered: one thread for
/// the process, started with the first connection, which looks once a second.
///
/// Only connections that made their own socket are kept: whoever brought a socket may be waiting on it itself.
final class Keeper: Sendable {
    /// The keeper of this process.
    static let shared = Keeper()

    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var connections: [Weak<Connection>] = []
    nonisolated(unsafe) private var isRunning = false

    private init() {
        // A child has neither the thread nor the right to its parent's connections.
        ForkGuard.hold(lock) {
            Keeper.shared.connections = []
            Keeper.shared.isRunning = false
        }
    }

    /// Keeps a connection until it goes or is over.
    func keep(_ connection: Connection) {
        lock.withLock {
            connections.append(Weak(connection))
            if isRunning { return }
            // Without a thread the next connection tries again.
            isRunning = (try? BackgroundThread.start { Keeper.shared.run() }) != nil
        }
    }

    private func run() {
        while let current = next() {
            for connection in current where !connection.keep() { forget(connection) }
        }
    }

    /// Waits a second; gives the connections there are, or nil when there are none and the thread ends.
    private func next() -> [Connection]? {
        lock.withLock {
            let deadline = Deadline(after: .seconds(1))
            while !deadline.hasPassed { lock.wait(until: deadline) }
            connections.removeAll { $0.object == nil }
            isRunning = !connections.isEmpty
            return isRunning ? connections.compactMap(\.object) : nil
        }
    }

    private func forget(_ connection: Connection) {
        lock.withLock { connections.removeAll { $0.object === connection } }
    }
}

extension Connection {
    /// Whether the connection is over.
    var isOver: Bool { lock.withLock { failure != nil } }

    /// A turn for a connection that nobody has turned for a second.
    /// - Returns: Whether the connection is to be kept on.
    fileprivate func keep() -> Bool {
        guard tryEnter() else { return true }
        defer {
            wasTurned = false
            leave()
        }
        guard failure == nil else { return false }
        guard !isPolling, waiters == 0, !wasTurned else { return true }
        _ = turn()
        // Without a channel the engine takes bytes in only while a request is under way.
        if !engine.input.isEmpty, lane.isEmpty, !engine.pumpsByItself, engine.isAuthenticated {
            lane.append(Operation(engine.ping()))
            _ = turn()
        }
        return true
    }
}
