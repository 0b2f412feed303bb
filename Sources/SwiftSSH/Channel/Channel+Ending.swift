/// How a remote process ended (RFC 4254, 6.10).
public enum Exit: Sendable, Hashable {
    /// It ended by itself with this status.
    case exited(Int32)
    /// A signal ended it.
    case signalled(ExitSignal)
    /// The server closed the channel without saying how it ended.
    case closedWithoutStatus
}

extension EngineChannel {
    /// How the remote process ended, of a channel that the peer has closed.
    var exit: Exit {
        if let signal = exitSignal { return .signalled(signal) }
        return exitStatus.map { .exited($0) } ?? .closedWithoutStatus
    }
}

extension Channel {
    /// Whether the server has said that no more bytes will come, and all that came were read. Does not wait.
    public var isAtEnd: Bool {
        connection.peek {
            connection.glance()
            return queues.isAtEnd
        } ?? true
    }

    /// Says that no more bytes will be written (RFC 4254, 5.3). Saying it again does nothing.
    /// - Parameter timeout: The time it may take; nil takes the session's.
    /// - Throws: Why the connection is over, `timeout`, and `again` in non-blocking mode.
    public func sendEOF(timeout: Duration? = nil) throws(SSHError) {
        var goal: UInt64?
        try call(timeout) { () throws(SSHError) -> Progress<Void> in
            if let failure = connection.failure { throw failure }
            guard case .done = try queues.sendEOF() else { return .wouldBlock }
            return connection.hasSent(&goal) ? .done(()) : .wouldBlock
        }
    }

    /// Waits until the server has said that no more bytes will come. What comes meanwhile is kept for its readers; where that
    /// is more than the queues hold, somebody must read it.
    /// - Parameter timeout: The time it may take; nil takes the session's.
    /// - Throws: Why the connection is over, `timeout`, and `again` in non-blocking mode.
    public func waitEOF(timeout: Duration? = nil) throws(SSHError) {
        try call(timeout) { () throws(SSHError) in try queues.waitEOF() }
    }

    /// Closes the channel on this side (RFC 4254, 5.3); bytes that came can still be read. Closing it again does nothing.
    /// - Parameter timeout: The time it may take; nil takes the session's.
    /// - Throws: Why the connection is over, `timeout`, and `again` in non-blocking mode.
    public func close(timeout: Duration? = nil) throws(SSHError) {
        try call(timeout) { () throws(SSHError) in
            if let failure = connection.failure { throw failure }
            return try queues.close()
        }
    }

    /// Waits until the server has closed the channel.
    /// - Parameter timeout: The time it may take; nil takes the session's.
    /// - Throws: Why the connection is over, `timeout`, and `again` in non-blocking mode.
    public func waitClosed(timeout: Duration? = nil) throws(SSHError) {
        try call(timeout) { queues.channel.isClosedByPeer ? .done(()) : .wouldBlock }
    }

    /// Waits until the server has closed the channel, and tells how the remote process ended. What comes meanwhile is kept for
    /// its readers; where that is more than the queues hold, somebody must read it.
    /// - Parameter timeout: The time it may take; nil takes the session's.
    /// - Throws: Why the connection is over: a connection that is cut tells nothing of the process. `timeout`, and `again` in non-blocking mode.
    public func waitExit(timeout: Duration? = nil) throws(SSHError) -> Exit {
        try call(timeout, news: { { [queues] in queues.channel.isClosedByPeer } }) {
            queues.channel.isClosedByPeer ? .done(queues.channel.exit) : .wouldBlock
        }
    }

    /// How the remote process ended, as far as that has come; nil while it may still come. Does not wait.
    ///
    /// What came ahead of the channel's end counts only while the connection lives: servers tell a status ahead of the output that is still on
    /// its way.
    /// - Throws: Why the connection is over: one that was cut before the channel's end tells nothing of the process. `reentered` in a callback
    ///   of this session, `forked` in a child of the process.
    public var exit: Exit? {
        get throws(SSHError) {
            try connection.locked { () throws(SSHError) in
                if !queues.channel.isClosedByPeer { connection.glance() }
                if queues.channel.isClosedByPeer { return queues.channel.exit }
                if let failure = connection.failure { throw failure }
                let soFar = queues.channel.exit
                return soFar == .closedWithoutStatus ? nil : soFar
            }
        }
    }

    /// The exit status that has come so far; nil for none, and where a signal ended the process or ``exit`` throws. Does not wait.
    public var exitStatus: Int32? {
        guard case .exited(let status) = try? exit else { return nil }
        return status
    }

    /// The signal that ended the remote process, as far as that has come; nil for none, and where ``exit`` throws. Does not wait.
    public var exitSignal: ExitSignal? {
        guard case .signalled(let signal) = try? exit else { return nil }
        return signal
    }
}
