import Glibc

/// The connections to one agent: one that is kept, and others while several threads ask at once.
///
/// An exchange has a connection of its own, so nobody waits for another one's user to say yes, and one that went wrong
/// takes only its own connection along.
final class AgentConnections: Sendable {
    private let patience: Duration
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var path: String?
    nonisolated(unsafe) private var idle: AgentSocket?
    nonisolated(unsafe) private var inUse: [Weak<AgentSocket>] = []

    /// Where an agent is found: at the path that was given, otherwise where the environment says.
    /// - Throws: `agentProtocol` where the environment names none.
    static func path(_ given: String?) throws(SSHError) -> String {
        if let given { return given }
        guard let value = getenv("SSH_AUTH_SOCK"), value.pointee != 0 else {
            throw SSHError(
                .agentProtocol, "no agent: SSH_AUTH_SOCK is not set, and no path was given", phase: .connecting)
        }
        return String(cString: value)
    }

    /// - Parameter patience: How long an agent may take to take a connection, where nobody said.
    init(patience: Duration = Agent.patience) {
        self.patience = patience
    }

    private func connect(_ path: String, _ deadline: Deadline) throws(SSHError) -> AgentSocket {
        try AgentSocket(path: path, deadline: Deadline(after: deadline.remaining ?? patience))
    }

    /// Connects, and keeps the connection.
    /// - Throws: `agentProtocol`, `timeout`.
    func open(_ path: String, _ deadline: Deadline) throws(SSHError) {
        let socket = try connect(path, deadline)
        lock.withLock {
            self.path = path
            idle = socket
        }
    }

    /// Ends every connection; exchanges under way fail.
    func close() {
        let ended = lock.withLock {
            defer {
                path = nil
                idle = nil
                inUse = []
            }
            return inUse.compactMap(\.object)
        }
        for socket in ended { socket.end() }
    }

    /// Gives a connection for one exchange, to be handed back with ``giveBack(_:)`` if that went well.
    /// - Throws: `badUse` where there is none, `agentProtocol`, `timeout`.
    func take(_ deadline: Deadline) throws(SSHError) -> AgentSocket {
        let (kept, path) = lock.withLock {
            defer { idle = nil }
            return (idle, self.path)
        }
        guard let path else {
            throw SSHError(.badUse, "the agent is not connected: connect comes first", phase: .agent)
        }
        let socket = if let kept { kept } else { try connect(path, deadline) }
        let isStillOpen = lock.withLock {
            inUse.removeAll { $0.object == nil }
            inUse.append(Weak(socket))
            return self.path != nil
        }
        if !isStillOpen { socket.end() }
        return socket
    }

    /// Takes a connection back whose exchange is over.
    func giveBack(_ socket: AgentSocket) {
        lock.withLock {
            guard inUse.contains(where: { $0.object === socket }) else { return }
            inUse.removeAll { $0.object === socket || $0.object == nil }
            if idle == nil { idle = socket }
        }
    }
}
