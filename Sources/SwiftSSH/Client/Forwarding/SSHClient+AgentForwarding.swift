extension SSHClient {
    /// What is asked for before anything is started on the host.
    var forwardRequests: [ChannelRequest] {
        (options.forwardedAgent == .none ? [] : [.agentForwarding]) + (display.map { [$0.request] } ?? [])
    }

    /// An agent that is forwarded.
    struct ForwardedAgent {
        /// The path of its socket.
        let path: String
        /// What hands over the connections to it.
        let listener: Listener
    }

    /// Finds the agent that is to be forwarded. It is connected to once, for who wants it forwarded wants to know here, and not from a program
    /// on the host, that there is none.
    /// - Returns: Nil where none is to be forwarded.
    /// - Throws: `agentProtocol` where there is none, `methodNotSupported` where the engine cannot, `timeout`.
    func forwardedAgent(_ deadline: Deadline) throws(SSHError) -> ForwardedAgent? {
        guard options.forwardedAgent != .none else { return nil }
        // Nothing comes of it before the server has been asked.
        let listener = try session.listenForAgent(queueLimit: ForwardWorker.largestWaiting)
        do throws(SSHError) {
            var given: String?
            if case .socket(let path) = options.forwardedAgent { given = path }
            let path = try AgentConnections.path(given)
            _ = try AgentSocket(path: path, deadline: Deadline(after: Agent.patience).earlier(deadline))
            return ForwardedAgent(path: path, listener: listener)
        } catch {
            var error = error
            error.message = "no agent can be forwarded: " + error.message
            throw error
        }
    }

    /// Has the connections that the server hands over carried to an agent, each for itself, until the client ends. The agent is told through which host they
    /// come, so that keys which are bound to other hosts are of no use there (`ssh-add -h`). Nothing that passes then is looked at.
    func forward(_ agent: ForwardedAgent) throws(SSHError) {
        let binding = session.connection.peek { session.connection.engine.sessionBinding } ?? nil
        try serve(agent.listener) { (connection) throws(SSHError) in
            let deadline = Deadline(after: Agent.patience)
            let socket = try AgentSocket(path: agent.path, deadline: deadline)
            if let binding { _ = try AgentExchange(.bind(binding), socket).finish(deadline) }
            try connection.attach(try socket.duplicate())
        }
    }
}
