/// A port or a UNIX socket of the server's that listens for this session (RFC 4254, 7.1), or the agent or the display of this side that the server
/// was asked to forward.
///
/// Any thread may call any method at any time. A listener keeps its session alive; letting it go makes the server stop listening, without waiting.
public final class Listener: Sendable {
    /// The session that the listener belongs to.
    public let session: Session
    /// The port that the server listens on; 0 where it is none.
    public let boundPort: UInt16
    // Touched under the connection's lock.
    nonisolated(unsafe) private let listener: any EngineListener

    init(_ session: Session, _ listener: any EngineListener) {
        self.session = session
        self.listener = listener
        boundPort = listener.boundPort
    }

    deinit {
        session.connection.letGo(listener)
    }

    /// Waits for the next connection.
    /// - Parameter timeout: The time to wait; nil takes the session's.
    /// - Returns: The connection, as a channel.
    /// - Throws: `badUse` after ``cancel(timeout:)``, why the connection is over, `timeout`, and `again` in non-blocking mode.
    public func accept(timeout: Duration? = nil) throws(SSHError) -> Channel {
        let connection = session.connection
        let queues = try call(timeout) { () throws(SSHError) -> Progress<ChannelQueues> in
            guard !listener.isCancelled else {
                throw SSHError(.badUse, "the listener has been cancelled", phase: .channel)
            }
            if let failure = connection.failure { throw failure }
            guard let channel = try listener.accept() else { return .wouldBlock }
            let queues = connection.adopt(channel)
            connection.note(.debug, .channel, "channel \(queues.number): a connection that came for a listener")
            return .done(queues)
        }
        return Channel(session, queues)
    }

    /// Makes the server stop listening; connections that wait are closed, those that were accepted go on. Cancelling it again waits for what the
    /// first call did not wait for, or does nothing. From the first call on nothing is accepted, whether or not the server answers.
    /// - Parameter timeout: The time it may take; nil takes the session's.
    /// - Throws: Why the connection is over, `timeout`, and `again` in non-blocking mode.
    public func cancel(timeout: Duration? = nil) throws(SSHError) {
        try call(timeout) { () throws(SSHError) in
            if listener.isCancelled { return try listener.cancel() }
            if let failure = session.connection.failure { throw failure }
            let progress = try listener.cancel()
            // Whoever waits for a connection learns that none comes; once, or this call would wake itself again and again.
            session.connection.wakeEverybody()
            return progress
        }
    }

    private func call<Value>(
        _ timeout: Duration?, _ attempt: () throws(SSHError) -> Progress<Value>
    ) throws(SSHError) -> Value {
        try session.state.recording { () throws(SSHError) in
            try session.connection.run(.init(.channel, timeout), attempt)
        }
    }
}
