/// A channel of a session (RFC 4254, 5): a stream of bytes in each direction, and a second one from the server for errors.
///
/// Any thread may call any method at any time; one may read while another writes. A channel keeps its session alive; letting it go
/// closes it without waiting.
public final class Channel: Sendable {
    /// The session that the channel belongs to.
    public let session: Session
    // Touched under the connection's lock.
    nonisolated(unsafe) let queues: ChannelQueues

    init(_ session: Session, _ queues: ChannelQueues) {
        self.session = session
        self.queues = queues
    }

    deinit {
        session.connection.forget(ObjectIdentifier(self))
        session.connection.letGo(queues.channel)
    }

    var connection: Connection { session.connection }

    /// Runs a call that is not a request: reading, writing, closing.
    func call<Value>(
        _ timeout: Duration?, news: () -> News? = { nil }, _ attempt: () throws(SSHError) -> Progress<Value>
    ) throws(SSHError) -> Value {
        try session.state.recording { () throws(SSHError) in
            do throws(SSHError) {
                return try connection.run(.init(.channel, timeout), news: news) {
                    () throws(SSHError) -> Progress<Value> in
                    if queues.isInterrupted {
                        throw SSHError(.cancelled, "the channel was closed while the call waited")
                    }
                    return try attempt()
                }
            } catch {
                guard error.code == .timeout, let unread = connection.peek({ queues.unread }) ?? nil else {
                    throw error
                }
                var told = error
                told.message += "; \(unread) that nobody reads hold the channel up"
                throw told
            }
        }
    }

    /// Ends the channel at once, from any thread: calls on it that wait throw `cancelled`, later ones too. The server is told that the
    /// channel is closed as far as that goes without waiting, and for certain when the channel goes.
    func interrupt() {
        connection.peek {
            queues.isInterrupted = true
            if connection.failure == nil {
                _ = try? queues.close()
                connection.flushBeforeLeaving()
            }
            connection.wakeEverybody()
        }
    }

    /// Sends a request and waits for its answer.
    func request(
        _ name: String, _ timeout: Duration?, _ request: ChannelRequest
    ) throws(SSHError) {
        try session.state.recording { () throws(SSHError) in
            let call = Connection.Call(.channel, timeout)
            let queues = queues
            try connection.request(call, OperationKey(name: name, owner: ObjectIdentifier(self), detail: request)) {
                connection.ask(queues, request)
            }
        }
    }
}

extension Session {
    /// Opens a channel for a remote process (RFC 4254, 6.1).
    /// - Parameter timeout: The time it may take; nil takes the session's.
    /// - Throws: `channelFailure` when the server refuses, `invalidArgument` before authentication, `timeout`, and `again` in non-blocking mode.
    public func openChannel(timeout: Duration? = nil) throws(SSHError) -> Channel {
        try open(ChannelOpening(type: "session"), timeout: timeout)
    }

    func open(_ opening: ChannelOpening, timeout: Duration?) throws(SSHError) -> Channel {
        try state.recording { () throws(SSHError) in
            let call = Connection.Call(.channel, timeout)
            let connection = connection
            let queues = try connection.request(
                call, OperationKey(name: "open " + opening.type, detail: opening),
                // The server may have to connect to somebody first.
                mayTakeLong: opening.type != "session",
                discard: { (queues: ChannelQueues) in connection.letGoEntered(queues.channel) },
                begin: { () throws(SSHError) in
                    try requireAuthentication()
                    return connection.openChannel(opening)
                })
            return Channel(self, queues)
        }
    }
}
