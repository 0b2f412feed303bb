extension Agent {
    /// Authenticates the session's user with one of the agent's keys (RFC 4252, 7). The agent is asked to sign only when the server takes the key.
    /// - Parameters:
    ///   - user: The user's name.
    ///   - identity: The key.
    ///   - timeout: The time it may take, that of the agent's user included; nil takes the session's.
    /// - Throws: `authenticationFailed`, `publicKeyUnverified`, `agentProtocol` when the agent does not sign, `algorithmUnsupported` for a key of a type that
    ///   cannot authenticate here, `badUse` before ``connect(timeout:)`` and for an agent without a session, `timeout`, and `again` in non-blocking mode.
    public func authenticate(
        user: String, identity: AgentIdentity, timeout: Duration? = nil
    ) throws(SSHError) {
        try authenticate(user, identity, timeout)
    }

    /// Authenticates the session's user with whichever of the agent's keys the server takes first. Each one that it does not know counts as an attempt.
    /// - Parameters:
    ///   - user: The user's name.
    ///   - timeout: The time it may take in all; nil takes the session's.
    /// - Throws: `authenticationFailed` when none is accepted or the agent holds none, `publicKeyUnverified` when the server took a key and wants another
    ///   method besides, `agentProtocol` when the agent breaks its protocol, `badUse` as above, `timeout`, and `again` in non-blocking mode.
    public func authenticate(user: String, timeout: Duration? = nil) throws(SSHError) {
        try authenticate(user, nil, timeout)
    }

    private func authenticate(_ user: String, _ identity: AgentIdentity?, _ timeout: Duration?) throws(SSHError) {
        guard let session else { throw SSHError(.badUse, "the agent was made without a session", phase: .agent) }
        let detail = identity.map { [1] + $0.blob } ?? []
        let key = OperationKey(
            name: "userauth agent", owner: ObjectIdentifier(connections), detail: Array(user.utf8) + [0] + detail)
        try session.authenticate(
            user: user, key, timeout, by: identity.map { " " + HostKey(blob: $0.blob).words } ?? ""
        ) { () throws(SSHError) in
            try AgentAuthentication(connections, identity, deadline(timeout, nil))
        }
    }
}

extension Session {
    /// Connects to the user's agent and authenticates with whichever of its keys the server takes first.
    /// - Parameters:
    ///   - user: The user's name.
    ///   - agentPath: The path of the agent's socket; nil takes the environment's `SSH_AUTH_SOCK`.
    ///   - timeout: The time it may take in all; nil takes the session's.
    /// - Throws: `agentProtocol` in phase `connecting` where there is no agent, and what ``Agent/authenticate(user:timeout:)`` throws.
    public func authenticateWithAgent(
        user: String, agentPath: String? = nil, timeout: Duration? = nil
    ) throws(SSHError) {
        let key = OperationKey(
            name: "userauth with agent", detail: Array(user.utf8) + [0] + Array((agentPath ?? "").utf8))
        try authenticate(user: user, key, timeout) { () throws(SSHError) in
            let connections = AgentConnections()
            let deadline = Deadline(after: timeout ?? self.timeout)
            let path = try AgentConnections.path(agentPath)
            try connections.open(path, deadline)
            return try AgentAuthentication(connections, nil, deadline)
        }
    }

    /// Authenticates by a request that is made when none of that key is under way.
    fileprivate func authenticate(
        user: String, _ key: OperationKey, _ timeout: Duration?, by: @autoclosure () -> String = "",
        _ make: () throws(SSHError) -> AgentAuthentication
    ) throws(SSHError) {
        try state.recording { () throws(SSHError) in
            let made = try connection.isKept(key) ? nil : make()
            try begin(key, user, timeout, outside: made, by: by(), accepted: ()) { (engine, user) throws(SSHError) in
                guard let made else {
                    throw SSHError(.badUse, "the authentication under way was ended by another thread")
                }
                return { () throws(SSHError) in try made.step(engine, user) }
            }
        }
    }
}
