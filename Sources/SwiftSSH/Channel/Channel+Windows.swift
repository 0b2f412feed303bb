extension Channel {
    /// The largest window that is granted: room is left for what the engine grants by itself.
    static let largestReceiveWindow: UInt64 = 1 << 31

    /// The window of what the server may send before it must be granted more. It is granted more as bytes are read.
    public var receiveWindow: ChannelWindow {
        connection.peek { queues.channel.receiveWindow } ?? ChannelWindow(size: 0, initialSize: 0)
    }

    /// The window of what may be written before the server must grant more.
    public var sendWindow: ChannelWindow {
        connection.peek { queues.channel.sendWindow } ?? ChannelWindow(size: 0, initialSize: 0)
    }

    /// Grants the server more bytes (RFC 4254, 5.2).
    /// - Parameters:
    ///   - bytes: How many more; the window may grow to 2^31 bytes.
    ///   - isForced: Whether a small grant is sent at once and not saved up.
    ///   - timeout: The time it may take; nil takes the session's.
    /// - Returns: The window of what the server may send.
    /// - Throws: `invalidArgument` when the window would be too large, why the connection is over, `timeout`, and `again` in
    ///   non-blocking mode.
    @discardableResult
    public func adjustReceiveWindow(
        by bytes: UInt32, isForced: Bool = false, timeout: Duration? = nil
    ) throws(SSHError) -> UInt64 {
        try call(timeout) { () throws(SSHError) in
            if let failure = connection.failure { throw failure }
            // Servers end the connection when a window runs over 32 bits (RFC 4254, 5.2).
            guard queues.channel.receiveWindow.size + UInt64(bytes) <= Self.largestReceiveWindow else {
                throw SSHError(
                    .invalidArgument, "the window would be larger than \(Self.largestReceiveWindow) bytes",
                    phase: .channel)
            }
            return try queues.channel.adjustReceiveWindow(by: bytes, isForced: isForced)
                .map { queues.channel.receiveWindow.size }
        }
    }

    /// Sets what becomes of the standard error stream from here on; what came before stays where it is.
    /// - Parameter mode: What becomes of it.
    public func setExtendedDataMode(_ mode: ExtendedDataMode) {
        connection.peek { queues.setExtendedDataMode(mode) }
    }

    /// Drops what has been received for one stream and was not read. What arrives while it is at it stays: whoever flushes right after a
    /// write does not lose the answer.
    /// - Parameter stream: 0 for standard output, 1 for standard error; nil for both.
    /// - Returns: How many bytes were dropped.
    /// - Throws: Why the connection is over.
    @discardableResult
    public func flush(stream: UInt32? = 0) throws(SSHError) -> Int {
        try session.state.recording { () throws(SSHError) in
            try connection.locked { () throws(SSHError) in
                if let failure = connection.failure { throw failure }
                defer { connection.glance() }
                do throws(SSHError) {
                    return try queues.drop(stream: stream)
                } catch {
                    throw error.located(phase: .channel, host: connection.host, port: connection.port)
                }
            }
        }
    }

    /// How many bytes of one stream have come and can be read without waiting. Receives what there is.
    /// - Parameter stream: 0 for standard output, 1 for standard error.
    public func available(stream: UInt32 = 0) -> Int {
        connection.peek {
            connection.glance()
            return queues.available(stream: stream)
        } ?? 0
    }
}
