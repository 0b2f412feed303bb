extension Channel {
    /// The longest terminal type and modes together, in bytes (libssh2's limit).
    private static let longestTerminalRequest = 256

    /// Asks for a pseudo-terminal for what will run (RFC 4254, 6.2).
    /// - Parameters:
    ///   - type: The terminal's type, as in `TERM`.
    ///   - modes: The encoded terminal modes (RFC 4254, 8); empty for the server's own. Type and modes are at most 256 bytes.
    ///   - size: The terminal's size.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Throws: `channelRequestDenied` when the server refuses, `invalidArgument`, `timeout`, and `again` in non-blocking mode.
    public func requestTerminal(
        _ type: String = "vt100", modes: [UInt8] = [], size: TerminalSize = TerminalSize(), timeout: Duration? = nil
    ) throws(SSHError) {
        try Self.checkTerminal(type, modes: modes)
        try request("pty-req", timeout, .terminal(type: Array(type.utf8), modes: modes, size: size))
    }

    /// Refuses what is too long for a request.
    static func checkTerminal(_ type: String, modes: [UInt8]) throws(SSHError) {
        guard type.utf8.count + modes.count <= longestTerminalRequest else {
            throw SSHError(
                .invalidArgument, "terminal type and modes are longer than \(longestTerminalRequest) bytes",
                phase: .channel)
        }
    }

    /// Tells the server that the pseudo-terminal's size has changed (RFC 4254, 6.7). There is no answer.
    /// - Parameters:
    ///   - size: The new size.
    ///   - timeout: The time it may take; nil takes the session's.
    /// - Throws: Why the connection is over, `timeout`, and `again` in non-blocking mode.
    public func resizeTerminal(_ size: TerminalSize, timeout: Duration? = nil) throws(SSHError) {
        try request("window-change", timeout, .terminalSize(size))
    }

    /// Sends a signal to the remote process (RFC 4254, 6.9). There is no answer.
    /// - Parameters:
    ///   - name: The signal's name without `SIG`, for example `TERM`.
    ///   - timeout: The time it may take; nil takes the session's.
    /// - Throws: `methodNotSupported` where the engine cannot (``EngineCapabilities/channelSignal``), why the connection is over,
    ///   `timeout`, and `again` in non-blocking mode.
    public func sendSignal(_ name: String, timeout: Duration? = nil) throws(SSHError) {
        try request("signal", timeout, .signal(name: name))
    }

    /// Sends a break to the remote process's terminal or line (RFC 4335).
    /// - Parameters:
    ///   - milliseconds: How long the break is; 0 leaves it to the server.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Throws: `channelRequestDenied` when the server refuses, as OpenSSH does without a terminal; `methodNotSupported` where the engine cannot
    ///   (``EngineCapabilities/channelBreak``), `timeout`, and `again` in non-blocking mode.
    public func sendBreak(milliseconds: UInt32 = 0, timeout: Duration? = nil) throws(SSHError) {
        try request("break", timeout, .break(milliseconds: milliseconds))
    }

    /// Asks for the user's authentication agent to be forwarded to what will run. What that means for security is for the caller to
    /// weigh: whoever controls the server can use the agent as long as the connection lasts. Its connections come to ``Session/listenForAgent(queueLimit:)``, and are
    /// refused where that has not been called. OpenSSH agrees once in a connection, for all that is started in it from then on, and refuses a second time.
    /// - Parameter timeout: The time for the server's answer; nil takes the session's.
    /// - Throws: `channelRequestDenied` when the server refuses, `methodNotSupported` where the engine cannot answer the connections
    ///   (``EngineCapabilities/agentForwarding``), `timeout`, and `again` in non-blocking mode.
    public func requestAgentForwarding(timeout: Duration? = nil) throws(SSHError) {
        try request("auth-agent-req", timeout, .agentForwarding)
    }

    /// Asks for X11 to be forwarded to what will run (RFC 4254, 6.3). Its connections come to ``Session/listenForX11(queueLimit:)``, and are refused where
    /// that has not been called.
    /// - Parameters:
    ///   - screen: The screen's number.
    ///   - isSingleConnection: Whether only one connection is to be forwarded.
    ///   - authenticationProtocol: The name of the X11 authentication method; nil for `MIT-MAGIC-COOKIE-1`.
    ///   - cookie: The cookie in hexadecimal digits; nil for a random one.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Throws: `channelRequestDenied` when the server refuses, `timeout`, and `again` in non-blocking mode.
    public func requestX11(
        screen: UInt32 = 0, isSingleConnection: Bool = false, authenticationProtocol: [UInt8]? = nil,
        cookie: [UInt8]? = nil, timeout: Duration? = nil
    ) throws(SSHError) {
        let x11 = ChannelRequest.x11(
            isSingleConnection: isSingleConnection, authenticationProtocol: authenticationProtocol, cookie: cookie,
            screen: screen)
        try request("x11-req", timeout, x11)
    }
}
