extension Session {
    /// Has the server listen on a port of its own and hand over the connections that come (RFC 4254, 7.1).
    /// - Parameters:
    ///   - port: The port; 0 lets the server choose.
    ///   - host: The address that the server listens on; nil for all, where the server allows that.
    ///   - queueLimit: How many connections may wait to be accepted; more are refused.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Throws: `requestDenied` when the server refuses, `invalidArgument` before authentication, `timeout`, and `again` in non-blocking mode.
    public func listen(
        port: UInt16, host: String? = nil, queueLimit: Int32 = 16, timeout: Duration? = nil
    ) throws(SSHError) -> Listener {
        let key = OperationKey(name: "listen", detail: [host ?? "", String(port), String(queueLimit)])
        return try listen(key, timeout) { () throws(SSHError) in
            connection.engine.listen(host: host.map { Array($0.utf8) }, port: port, queueLimit: queueLimit)
        }
    }

    /// Has the server listen on a UNIX socket of its own and hand over the connections that come (OpenSSH's `streamlocal-forward@openssh.com`).
    /// - Parameters:
    ///   - path: The socket's path on the server, where nothing may be yet; OpenSSH leaves the socket's file behind.
    ///   - queueLimit: How many connections may wait to be accepted; more are refused.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Throws: `methodNotSupported` where the engine cannot (``EngineCapabilities/streamLocalListening``), `requestDenied` when the server refuses,
    ///   `invalidArgument` before authentication and for a path that is empty or holds a NUL, `timeout`, and `again` in non-blocking mode.
    public func listen(path: String, queueLimit: Int32 = 16, timeout: Duration? = nil) throws(SSHError) -> Listener {
        let bytes = Array(path.utf8)
        return try listen(OperationKey(name: "listen", detail: [path, String(queueLimit)]), timeout) {
            () throws(SSHError) in
            guard !bytes.isEmpty, !bytes.contains(0) else {
                throw SSHError(.invalidArgument, "the path is empty or holds a NUL", phase: .globalRequest)
            }
            return connection.engine.listen(path: bytes, queueLimit: queueLimit)
        }
    }

    /// Takes the connections to the user's agent that the server hands over once a channel has asked for it
    /// (``Channel/requestAgentForwarding(timeout:)``). What comes of the listener speaks the agent's protocol as its client: it is to be carried to an agent.
    /// Without a listener such connections are refused. Nothing is asked of the server here.
    /// - Parameter queueLimit: How many connections may wait to be accepted; more are refused.
    /// - Throws: `methodNotSupported` where the engine cannot (``EngineCapabilities/agentForwarding``), `badUse` where the session has such a listener,
    ///   why the connection is over.
    public func listenForAgent(queueLimit: Int32 = 16) throws(SSHError) -> Listener {
        try listen(for: .agent, queueLimit)
    }

    /// Takes the connections to the user's display that the server hands over once a channel has asked for it (``Channel/requestX11(screen:isSingleConnection:authenticationProtocol:cookie:timeout:)``; RFC
    /// 4254, 6.3.2). What comes of the listener speaks X11 as its client, with the cookie that the channel named: it is to be checked, and carried to a display.
    /// Without a listener such connections are refused. Nothing is asked of the server here.
    /// - Parameter queueLimit: How many connections may wait to be accepted; more are refused.
    /// - Throws: `badUse` where the session has such a listener, why the connection is over.
    public func listenForX11(queueLimit: Int32 = 16) throws(SSHError) -> Listener {
        try listen(for: .x11, queueLimit)
    }

    private func listen(for kind: ForwardedKind, _ queueLimit: Int32) throws(SSHError) -> Listener {
        try state.recording { () throws(SSHError) in
            let listener = try connection.locked { () throws(SSHError) in
                if connection.isClosed { throw Connection.closedError }
                if let failure = connection.failure { throw failure }
                return try connection.engine.listen(for: kind, queueLimit: queueLimit)
            }
            return Listener(self, listener)
        }
    }

    private func listen(
        _ key: OperationKey, _ timeout: Duration?, _ begin: () throws(SSHError) -> Step<any EngineListener>
    ) throws(SSHError) -> Listener {
        try state.recording { () throws(SSHError) in
            let call = Connection.Call(.globalRequest, timeout)
            let connection = connection
            let listener = try connection.request(
                call, key, discard: { (listener: any EngineListener) in connection.letGoEntered(listener) },
                begin: { () throws(SSHError) in
                    try requireAuthentication()
                    return connection.told(try begin(), .globalRequest, .debug, "having the server listen") {
                        "port \($0.boundPort)"
                    }
                })
            return Listener(self, listener)
        }
    }

    /// Has the server connect to a TCP port that it can reach (RFC 4254, 7.2).
    /// - Parameters:
    ///   - host: The name or address, as the server is to resolve it.
    ///   - port: The port.
    ///   - originHost: The address that the connection is said to come from.
    ///   - originPort: The port that the connection is said to come from.
    ///   - timeout: The time for the server to connect; nil takes the session's.
    /// - Returns: The connection, as a channel.
    /// - Throws: `channelFailure` when the server refuses or cannot connect, `invalidArgument` before authentication, `timeout`, and `again`
    ///   in non-blocking mode.
    public func openDirectTCPIP(
        host: String, port: UInt16, originHost: String = "127.0.0.1", originPort: UInt16 = 22,
        timeout: Duration? = nil
    ) throws(SSHError) -> Channel {
        var message = WireWriter()
        message.string(host)
        message.uint32(UInt32(port))
        message.string(originHost)
        message.uint32(UInt32(originPort))
        return try open(ChannelOpening(type: "direct-tcpip", message: message.bytes), timeout: timeout)
    }

    /// Has the server connect to a UNIX socket of its own (OpenSSH's `direct-streamlocal@openssh.com`).
    /// - Parameters:
    ///   - path: The socket's path on the server.
    ///   - originHost: The address that the connection is said to come from; OpenSSH does not look at it.
    ///   - originPort: The port that the connection is said to come from; OpenSSH does not look at it.
    ///   - timeout: The time for the server to connect; nil takes the session's.
    /// - Returns: The connection, as a channel.
    /// - Throws: As ``openDirectTCPIP(host:port:originHost:originPort:timeout:)``.
    public func openDirectStreamLocal(
        path: String, originHost: String = "127.0.0.1", originPort: UInt16 = 22, timeout: Duration? = nil
    ) throws(SSHError) -> Channel {
        var message = WireWriter()
        message.string(path)
        message.string(originHost)
        message.uint32(UInt32(originPort))
        let opening = ChannelOpening(type: "direct-streamlocal@openssh.com", message: message.bytes)
        return try open(opening, timeout: timeout)
    }
}
