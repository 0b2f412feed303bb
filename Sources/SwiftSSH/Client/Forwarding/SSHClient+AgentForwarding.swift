import Glibc

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

    /// Has the connections that the server hands over carried to an agent, each for itself, until the client ends. Nothing that passes is looked at.
    /// - Parameter path: The path of the agent's socket.
    func forwardAgent(at path: String) throws(SSHError) {
        try serve(try session.listenForAgent()) { (connection) throws(SSHError) in
            try connection.attach(
                try UNIXSocket.connect(
                    path: path, to: "the agent", code: .agentProtocol, deadline: Deadline(after: Agent.patience)))
        }
    }
}
