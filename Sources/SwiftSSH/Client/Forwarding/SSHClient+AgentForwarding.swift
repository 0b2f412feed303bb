extension SSHClient {
    /// What is asked for before anything is started on the host.
    var forwardRequests: [ChannelRequest] {
        (options.forwardedAgent == .none ? [] : [.agentForwarding]) + (display.map { [$0.request] } ?? [])
    }

    /// Finds the agent that is to be forwarded. It is connected to once, for who wants it forwarded wants to know here, and not from a program
    /// on the host, that there is none.
    /// - Returns: The path of its socket; nil where none is to be forwarded.
    /// - Throws: `agentProtocol` where there is none, `methodNotSupported` where the engine cannot, `timeout`.
    func forwardedAgent(_ deadline: Deadline) throws(SSHError) -> String? {
        guard options.forwardedAgent != .none else { return nil }
        guard session.engine.capabilities.contains(.agentForwarding) else {
            throw SSHError(
                .methodNotSupported,
                "\(session.engine.name) \(session.engine.version) cannot forward an agent; libssh2 1.11 or newer can,"
                    + " and the native engine", phase: .forwarding)
        }
        do throws(SSHError) {
            var given: String?
            if case .socket(let path) = options.forwardedAgent { given = path }
            let path = try AgentConnections.path(given)
            _ = try AgentSocket(path: path, deadline: Deadline(after: Agent.patience).earlier(deadline))
            return path
        } catch {
            var error = error
            error.message = "no agent can be forwarded: " + error.message
            throw error
        }
    }

    /// Has the connections that the server hands over carried to an agent, each for itself, until the client ends. The agent is told through which host they
    /// come, so that keys which are bound to other hosts are of no use there (`ssh-add -h`). Nothing that passes then is looked at.
    /// - Parameter path: The path of the agent's socket.
    func forwardAgent(at path: String) throws(SSHError) {
        let binding = session.connection.peek { session.connection.engine.sessionBinding } ?? nil
        try serve(try session.listenForAgent(queueLimit: ForwardWorker.largestWaiting)) {
            (connection) throws(SSHError) in
            let deadline = Deadline(after: Agent.patience)
            let socket = try AgentSocket(path: path, deadline: deadline)
            if let binding { _ = try AgentExchange(.bind(binding), socket).finish(deadline) }
            try connection.attach(try socket.duplicate())
        }
    }
}
