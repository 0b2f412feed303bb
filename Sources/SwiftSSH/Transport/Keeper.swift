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
    nonisolated(unsafe) private var connections: [Weak] = []
    nonisolated(unsafe) private var isRunning = false

    private struct Weak {
        weak var connection: Connection?
    }

    /// Keeps a connection until it goes or is over.
    func keep(_ connection: Connection) {
        lock.withLock {
            connections.append(Weak(connection: connection))
            if isRunning { return }
            isRunning = true
            var thread = pthread_t()
            pthread_create(&thread, nil, { _ in Keeper.shared.run() }, nil)
            pthread_detach(thread)
        }
    }

    private func run() -> UnsafeMutableRawPointer? {
        while let current = next() {
            for connection in current { connection.keep() }
        }
        return nil
    }

    /// Waits a second; gives the connections there are, or nil when there are none and the thread ends.
    private func next() -> [Connection]? {
        lock.withLock {
            let deadline = Deadline(after: .seconds(1))
            while !deadline.hasPassed { lock.wait(until: deadline) }
            connections.removeAll { $0.connection?.isOver ?? true }
            isRunning = !connections.isEmpty
            return isRunning ? connections.compactMap(\.connection) : nil
        }
    }
}

extension Connection {
    /// Whether the connection is over.
    var isOver: Bool { lock.withLock { failure != nil } }

    /// A turn for a connection that nobody has turned for a second.
    func keep() {
        guard tryEnter() else { return }
        defer {
            wasTurned = false
            leave()
        }
        guard !isPolling, waiters == 0, !wasTurned, failure == nil else { return }
        _ = turn()
        // Without a channel the engine takes bytes in only while a request is under way.
        if !engine.input.isEmpty, lane.isEmpty, !engine.pumpsByItself, engine.isAuthenticated {
            lane.append(Operation(engine.ping()))
            _ = turn()
        }
    }
}
