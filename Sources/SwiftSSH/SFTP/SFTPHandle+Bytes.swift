extension SFTPHandle {
    /// Reads on, waiting for at least one byte. What will be wanted next is asked for ahead as long as the file is read on; another process's
    /// changes to bytes that were asked for may then go unseen.
    /// - Parameters:
    ///   - buffer: Where the bytes go; none are waited for when it is empty.
    ///   - timeout: The time to wait for a byte; nil takes the session's.
    /// - Returns: How many bytes were read; 0 at the end of the file, which only the server's word makes: a connection or a subsystem that
    ///   ends too early throws.
    public func read(into buffer: UnsafeMutableRawBufferPointer, timeout: Duration? = nil) throws(SSHError) -> Int {
        try requireFile()
        if buffer.isEmpty { return 0 }
        if let count = connection.peek({ file.readReady(into: buffer) }), count > 0 { return count }
        return try run(timeout, news: { file.reading.news }) { () throws(SSHError) in try file.read(into: buffer) }
    }

    /// Reads on, waiting for at least one byte.
    /// - Parameters:
    ///   - count: The largest number of bytes to read, 0 or more.
    ///   - timeout: The time to wait for a byte; nil takes the session's.
    /// - Returns: The bytes; none at the end of the file.
    public func read(upTo count: Int, timeout: Duration? = nil) throws(SSHError) -> [UInt8] {
        try [UInt8](upTo: count) { (buffer) throws(SSHError) in try read(into: buffer, timeout: timeout) }
    }

    /// Writes all of the bytes. The call returns when they are accepted: on their way, or gathered with others that will be. Waits only where
    /// more than ``SFTP/bytesInFlight`` would be unacknowledged; in non-blocking mode accepts what fits.
    ///
    /// Every later request of the SFTP session goes behind them. Bytes that are gathered go when the server has acknowledged what went
    /// before, or with the next request, as soon as a call is made on the session; ``flush(timeout:)`` makes sure.
    /// - Parameters:
    ///   - bytes: What to write.
    ///   - timeout: The time for all of it; nil takes the session's.
    /// - Returns: How many bytes were accepted: all of them, or in non-blocking mode at least one.
    /// - Throws: Also what went wrong with an earlier write; nothing is then accepted. How many were accepted before another error is not told.
    @discardableResult
    public func write(_ bytes: UnsafeRawBufferPointer, timeout: Duration? = nil) throws(SSHError) -> Int {
        try requireFile()
        if bytes.isEmpty { return 0 }
        var written = 0
        do throws(SSHError) {
            return try run(timeout) { () throws(SSHError) -> Progress<Int> in
                if let failure = connection.failure { throw failure }
                // Whether the last bytes have been acknowledged decides if these are sent at once.
                if written == 0, file.writing.wouldGather, connection.turn() { connection.wakeWaiters() }
                file.writing.collect()
                written += try file.write(UnsafeRawBufferPointer(rebasing: bytes[written...]))
                return written == bytes.count ? .done(written) : .wouldBlock
            }
        } catch {
            if error.code == .again, written > 0 { return written }
            throw error
        }
    }

    /// Writes all of the bytes.
    /// - Parameters:
    ///   - bytes: What to write.
    ///   - timeout: The time for all of it; nil takes the session's.
    /// - Returns: As with a buffer.
    /// - Throws: As with a buffer.
    @discardableResult
    public func write(_ bytes: [UInt8], timeout: Duration? = nil) throws(SSHError) -> Int {
        try bytes.withUnsafeBufferPointer { (buffer) throws(SSHError) in
            try write(UnsafeRawBufferPointer(buffer), timeout: timeout)
        }
    }

    /// Waits until the server has acknowledged all that was written, which says nothing of its disk: see ``synchronize(timeout:)``.
    /// - Parameter timeout: The time it may take; nil takes the session's.
    /// - Throws: Also what went wrong with a write.
    public func flush(timeout: Duration? = nil) throws(SSHError) {
        try run(timeout) { () throws(SSHError) in try file.flush() }
    }

    /// Waits until all that was written is on the server's disk (`fsync@openssh.com`).
    /// - Parameter timeout: The time it may take; nil takes the session's.
    /// - Throws: Also what went wrong with a write, and `methodNotSupported` where the server does not offer it.
    public func synchronize(timeout: Duration? = nil) throws(SSHError) {
        try sftp.require(.fsync, "bring the file to the disk", path)
        do throws(SSHError) {
            try run(timeout) { () throws(SSHError) in try file.synchronize() }
        } catch {
            if error.code != .again { connection.peek { file.forgetSynchronizing() } }
            throw error
        }
    }

    private func requireFile() throws(SSHError) {
        guard isDirectory else { return }
        throw sftp.recorded(
            SSHError(.badUse, "a directory is listed, not read or written", phase: .sftp, path: path.description))
    }
}
