extension Channel {
    /// The number of the standard error stream (RFC 4254, 5.2); 0 is the standard one.
    public static let standardError: UInt32 = 1

    /// Reads what there is of one stream, waiting for at least one byte.
    /// - Parameters:
    ///   - buffer: Where the bytes go; none are waited for when it is empty.
    ///   - stream: 0 for standard output, 1 for standard error.
    ///   - timeout: The time to wait for a byte; nil takes the session's.
    /// - Returns: How many bytes were read; 0 at the end of the stream, which only the server's word makes: a connection that is cut
    ///   throws, after the bytes that came have been read.
    /// - Throws: Why the connection is over, `timeout`, and `again` in non-blocking mode.
    public func read(
        into buffer: UnsafeMutableRawBufferPointer, stream: UInt32 = 0, timeout: Duration? = nil
    ) throws(SSHError) -> Int {
        if buffer.isEmpty { return 0 }
        return try call(timeout, news: { queues.news(stream: stream) }) { () throws(SSHError) in
            let wasStalled = queues.isStalled
            let count = try queues.read(stream: stream, into: buffer)
            // More came out of the engine: for the other stream's reader, or for who waits for the end.
            if wasStalled { connection.wakeWaiters() }
            if count > 0 { return .done(count) }
            return queues.isAtEnd(stream: stream) ? .done(0) : .wouldBlock
        }
    }

    /// Reads what there is of one stream, waiting for at least one byte.
    /// - Parameters:
    ///   - count: The largest number of bytes to read, 0 or more.
    ///   - stream: 0 for standard output, 1 for standard error.
    ///   - timeout: The time to wait for a byte; nil takes the session's.
    /// - Returns: The bytes; none at the end of the stream.
    /// - Throws: As ``read(into:stream:timeout:)``.
    public func read(upTo count: Int, stream: UInt32 = 0, timeout: Duration? = nil) throws(SSHError) -> [UInt8] {
        try [UInt8](upTo: count) { (buffer) throws(SSHError) in
            try read(into: buffer, stream: stream, timeout: timeout)
        }
    }

    /// Writes all of the bytes, waiting until the socket has taken them; in non-blocking mode writes what fits.
    /// - Parameters:
    ///   - bytes: What to write.
    ///   - stream: 0 for standard input.
    ///   - timeout: The time for all of it; nil takes the session's.
    /// - Returns: How many bytes were taken: all of them, or in non-blocking mode at least one.
    /// - Throws: `channelClosed` when either side has closed the channel, `channelEOFSent`, why the connection is over, `timeout`, and
    ///   `again` in non-blocking mode when none could be taken. How many were taken before an error is not told.
    @discardableResult
    public func write(
        _ bytes: UnsafeRawBufferPointer, stream: UInt32 = 0, timeout: Duration? = nil
    ) throws(SSHError) -> Int {
        var written = 0
        return try write(bytes, stream: stream, timeout: timeout, written: &written)
    }

    /// The same; `written` tells how many bytes were taken also when it throws.
    func write(
        _ bytes: UnsafeRawBufferPointer, stream: UInt32 = 0, timeout: Duration?, written: inout Int
    ) throws(SSHError) -> Int {
        var goal: UInt64?
        do throws(SSHError) {
            return try call(timeout) { () throws(SSHError) -> Progress<Int> in
                if goal != nil { return connection.hasSent(&goal) ? .done(written) : .wouldBlock }
                try checkWritable()
                while written < bytes.count, connection.engine.output.count < Connection.outputLimit {
                    let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
                    let count = try queues.write(stream: stream, rest)
                    if count == 0 { break }
                    written += count
                }
                guard written == bytes.count, try queues.hasFinishedWriting() else { return .wouldBlock }
                return connection.hasSent(&goal) ? .done(written) : .wouldBlock
            }
        } catch {
            if error.code == .again, written > 0 { return written }
            throw error
        }
    }

    /// Writes all of the bytes.
    /// - Parameters:
    ///   - bytes: What to write.
    ///   - stream: 0 for standard input.
    ///   - timeout: The time for all of it; nil takes the session's.
    /// - Returns: As with a buffer.
    /// - Throws: As with a buffer.
    @discardableResult
    public func write(_ bytes: [UInt8], stream: UInt32 = 0, timeout: Duration? = nil) throws(SSHError) -> Int {
        try bytes.withUnsafeBufferPointer { (buffer) throws(SSHError) in
            try write(UnsafeRawBufferPointer(buffer), stream: stream, timeout: timeout)
        }
    }

    private func checkWritable() throws(SSHError) {
        if let failure = connection.failure { throw failure }
        // The engine would take bytes until its window is used up and never say that nobody reads them.
        if queues.channel.isClosedByPeer {
            // Why it did may be among what it sent before.
            _ = try queues.framing?.settle(queues, isClosing: true)
            throw SSHError(.channelClosed, "the server has closed the channel", phase: .channel)
        }
    }
}
