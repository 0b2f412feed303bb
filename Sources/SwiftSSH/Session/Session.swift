/// A connection to an SSH server: what libssh2's session is to its users.
///
/// Any thread may call any method at any time; calls that wait do so side by side. Everything a session hands out keeps
/// it alive. A session that is let go frees everything without a word to the server: ``disconnect(reason:description:language:timeout:)`` says goodbye.
public final class Session: Sendable {
    /// The engine that the session runs on.
    public let engine: EngineChoice
    let connection: Connection
    let state = SessionState()

    /// Makes a session that is not connected.
    /// - Parameter engine: The engine that it runs on; nil takes ``EngineChoice/fromEnvironment``.
    /// - Throws: `allocation` when the engine cannot be had, `invalidArgument` when the environment names one that there is not.
    public init(engine: EngineChoice? = nil) throws(SSHError) {
        let choice = if let engine { engine } else { try EngineChoice.fromEnvironment }
        self.engine = choice
        connection = Connection(engine: try ProcessEnd.using { () throws(SSHError) in try choice.makeEngine() })
        let logs = SessionLog.usual
        if !logs.isEmpty { connection.peek { connection.setLogs(logs) } }
    }

    deinit {
        connection.close()
    }

    // MARK: How calls wait

    /// Whether calls wait. In non-blocking mode a call that would have to wait throws `again` and goes on when it is made again
    /// in the same words, once the socket is ready for what ``blockDirections`` says. The default is true.
    public var isBlocking: Bool {
        get { connection.peek { connection.isBlocking } ?? true }
        set { connection.peek { connection.isBlocking = newValue } }
    }

    /// The time that one blocking call may take in all; nil, the default, is no limit. A call's own `timeout` goes before it.
    public var timeout: Duration? {
        get { connection.peek { connection.timeout } ?? nil }
        set { connection.peek { connection.timeout = newValue } }
    }

    /// What the socket must become ready for so that calls go on. Outbound, for which there is hardly ever a wait, is also told when one
    /// call has taken in what another, which said before that it would block, may wait for: then that is to be called again.
    public var blockDirections: BlockDirections {
        connection.peek {
            guard connection.failure == nil, connection.stream != nil else { return [] }
            // What is not the session's socket cannot be told: who waits for that is let through, to look again.
            let isReadyAnyway = connection.takeMissedMoves() || connection.outside != nil
            return connection.engine.output.isEmpty && !isReadyAnyway ? .inbound : [.inbound, .outbound]
        } ?? []
    }

    /// The descriptor of the session's socket; nil when it has none.
    public var socket: Int32? {
        connection.peek { connection.stream?.descriptor } ?? nil
    }

    // MARK: Beginning and end

    /// Resolves a host's name, connects to its addresses one after the other and exchanges keys. The session owns the socket.
    /// The caller is to look at ``hostKey`` before it authenticates.
    /// - Parameters:
    ///   - host: A name or an address, IPv6 or IPv4.
    ///   - port: The port, 1 to 65535.
    ///   - timeout: The time for all of it; nil takes the session's.
    /// - Throws: `invalidArgument` for port 0, `addressNotFound`, `connect` with errno, `timeout`, `badUse` when the session has a socket already, and what ``handshake(socket:timeout:)`` throws.
    public func connect(host: String, port: UInt16 = 22, timeout: Duration? = nil) throws(SSHError) {
        try state.recording {
            () throws(SSHError) in try connection.connect(host: host, port: port, timeout: timeout)
        }
    }

    /// Exchanges keys over a connected socket of the caller's, which is neither closed nor put into another mode, and must stay
    /// open as long as the session is used (RFC 4253, `libssh2_session_handshake`).
    /// - Parameters:
    ///   - socket: The descriptor of a connected stream socket.
    ///   - timeout: The time for all of it; nil takes the session's.
    /// - Throws: `bannerReceive` when the peer does not speak SSH 2, `socketDisconnect` when it closes, `keyExchangeFailure` when no
    ///   algorithms are in common, `timeout`, `badSocket`, `socketReceive`, and `again` in non-blocking mode.
    public func handshake(socket: Int32, timeout: Duration? = nil) throws(SSHError) {
        try state.recording {
            () throws(SSHError) in try connection.handshake(socket: socket, timeout: timeout)
        }
    }

    /// Says goodbye and ends the connection (RFC 4253, 11.1). A session that is not connected has nothing to say; a second goodbye does nothing.
    /// - Parameters:
    ///   - reason: The reason's number; 11 is "by application".
    ///   - description: The words that go with it; at most 255 bytes are sent.
    ///   - language: The language of the words (RFC 3066); may be empty.
    ///   - timeout: The time it may take; nil takes the session's.
    /// - Throws: `again` in non-blocking mode. A server that does not listen before the deadline is left without a goodbye.
    public func disconnect(
        reason: UInt32 = 11, description: String = "end", language: String = "", timeout: Duration? = nil
    ) throws(SSHError) {
        try state.recording { () throws(SSHError) in
            try connection.disconnect(reason: reason, description: description, language: language, timeout: timeout)
        }
    }

    /// Ends the session at once, from any thread, without a word to the server. Calls that wait throw `cancelled`; later ones throw `closed`.
    /// In a callback of the session's, the call that the callback is within ends so when it has returned.
    public func close() {
        connection.close()
    }

    /// Makes the server answer, and waits for it: a dead peer shows as `timeout`. Leaves nothing behind on either side.
    /// - Parameter timeout: The time for the answer; nil takes the session's.
    /// - Throws: `timeout`, why the connection is over, and `again` in non-blocking mode.
    public func ping(timeout: Duration? = nil) throws(SSHError) {
        try state.recording { () throws(SSHError) in
            try connection.request(
                .init(.session, timeout), OperationKey(name: "ping")
            ) { () throws(SSHError) in
                try requireAuthentication()
                return connection.told(connection.engine.ping(), .session, .debug, "ping") { "answered" }
            }
        }
    }

    /// Has keys exchanged anew and waits until both sides use them (RFC 4253, 9). Nobody need call it: where the engine can, keys are
    /// renewed by themselves after an hour and a GiB. Other calls go on beside it.
    /// - Parameter timeout: The time it may take; nil takes the session's.
    /// - Throws: `methodNotSupported` where the engine cannot (``EngineCapabilities/rekeying``), `invalidArgument` before authentication, `timeout`,
    ///   why the connection is over, and `again` in non-blocking mode.
    public func rekey(timeout: Duration? = nil) throws(SSHError) {
        try state.recording { () throws(SSHError) in
            try connection.request(
                .init(.keyExchange, timeout), OperationKey(name: "rekey")
            ) { () throws(SSHError) in
                try requireAuthentication()
                return connection.engine.rekey()
            }
        }
    }

    /// Refuses what the server would take as a break of the protocol before authentication.
    func requireAuthentication() throws(SSHError) {
        if let failure = connection.failure { throw failure }
        if connection.engine.isAuthenticated { return }
        throw SSHError(.invalidArgument, "the session is not authenticated yet")
    }
}

/// What a socket must become ready for; the numbers are libssh2's.
public struct BlockDirections: OptionSet, Sendable, Hashable {
    /// The bits as C sees them.
    public let rawValue: Int32

    /// Makes a set of its bits.
    /// - Parameter rawValue: The bits.
    public init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// Ready to be read.
    public static let inbound = BlockDirections(rawValue: 1)
    /// Ready to be written.
    public static let outbound = BlockDirections(rawValue: 2)
}
