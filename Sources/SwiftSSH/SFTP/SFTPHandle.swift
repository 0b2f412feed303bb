/// A file or a directory that is open on the server.
///
/// It has a position, at which it is read and written on. Several threads may use it at once; each call then reads or writes in one piece
/// where the position stands, but for a write that has to wait for room: what others write meanwhile comes between. It keeps its ``SFTP`` alive; letting it go closes it without waiting, and what could not be written is
/// then not told: ``close(timeout:)`` tells it.
///
/// Its methods throw what those of ``SFTP`` throw, and `badUse` after it has been closed.
public final class SFTPHandle: Sendable {
    /// What it is a file of.
    public let sftp: SFTP
    /// The path that it was opened by.
    public let path: RemotePath
    /// Whether it is a directory.
    public let isDirectory: Bool
    // Touched under the connection's lock.
    nonisolated(unsafe) let file: SFTPFile

    init(_ sftp: SFTP, _ path: RemotePath, _ identifier: [UInt8], isDirectory: Bool) {
        self.sftp = sftp
        self.path = path
        self.isDirectory = isDirectory
        file = SFTPFile(sftp.exchange, identifier, path)
    }

    deinit {
        let connection = sftp.connection
        if connection.isEntered { file.letGo() } else { connection.peek { letGo() } }
    }

    private func letGo() {
        file.letGo()
        if sftp.connection.failure == nil { sftp.connection.checkSocket() }
        sftp.connection.flushBeforeLeaving()
    }

    var connection: Connection { sftp.connection }

    /// Whether it has been closed.
    public var isClosed: Bool { connection.peek { file.isClosed } ?? true }

    /// Where it is read and written on, in bytes from the beginning.
    public var position: UInt64 { connection.peek { file.position } ?? 0 }

    /// Sets where it is read and written on. Nothing is sent; a position beyond the end is allowed.
    /// - Parameter position: The position, in bytes from the beginning.
    public func seek(to position: UInt64) {
        connection.peek { file.seek(to: position) }
    }

    /// Closes it, after the server has acknowledged all that was written. Closing it again does nothing.
    /// - Parameter timeout: The time it may take; nil takes the session's. A close that was not finished in time or was interrupted goes on when it is called again.
    /// - Throws: Also what went wrong with a write that no call has told yet; the file is closed all the same.
    public func close(timeout: Duration? = nil) throws(SSHError) {
        do throws(SSHError) {
            try run(timeout, isClosing: true) { () throws(SSHError) in try file.close() }
        } catch {
            if ![.again, .timeout, .interrupted, .reentered, .forked].contains(error.code) {
                connection.peek { file.isClosed = true }
            }
            throw error
        }
    }

    /// The handle as the server calls it.
    func identifier() throws(SSHError) -> [UInt8] {
        try sftp.session.state.recording { () throws(SSHError) in
            try connection.locked { () throws(SSHError) in
                try file.checkOpen(path)
                return file.handle
            }
        }
    }

    /// Runs a call that keeps what it knows in the file.
    func run<Value>(
        _ timeout: Duration?, isClosing: Bool = false, news: () -> News? = { nil },
        _ attempt: () throws(SSHError) -> Progress<Value>
    ) throws(SSHError) -> Value {
        try sftp.run(timeout, path: path, news: news) { () throws(SSHError) in
            if !isClosing { try file.checkOpen(path) }
            return try attempt()
        }
    }
}

/// What is known of an open file. Touched under the connection's lock.
final class SFTPFile {
    let exchange: SFTPExchange
    let handle: [UInt8]
    let reading: SFTPReadAhead
    let writing: SFTPWriteBehind
    let listing: SFTPListing
    private(set) var position: UInt64 = 0
    var isClosed = false
    private var closing: SFTPPending?
    private var synchronizing: SFTPPending?

    init(_ exchange: SFTPExchange, _ handle: [UInt8], _ path: RemotePath) {
        self.exchange = exchange
        self.handle = handle
        reading = SFTPReadAhead(exchange, handle)
        writing = SFTPWriteBehind(exchange, handle, path)
        listing = SFTPListing(exchange, handle)
    }

    func checkOpen(_ path: RemotePath) throws(SSHError) {
        guard isClosed || closing != nil else { return }
        throw SSHError(.badUse, "the file has been closed", phase: .sftp, path: path.description)
    }

    func seek(to position: UInt64) {
        if position == self.position { return }
        reading.drop()
        writing.push()
        self.position = position
    }

    /// Takes bytes that have come for the reader.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SSHError) -> Progress<Int> {
        writing.push()
        let progress = try reading.read(into: buffer, at: position)
        exchange.advance()
        if case .done(let count) = progress { position += UInt64(count) }
        return progress
    }

    /// The same, where that needs nothing else to be done.
    func readReady(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard !isClosed, closing == nil, reading.isReady(buffer.count, at: position),
            case .done(let count)? = try? reading.take(into: buffer, at: position)
        else { return 0 }
        position += UInt64(count)
        return count
    }

    /// Takes bytes of the writer; gives how many there was room for.
    func write(_ bytes: UnsafeRawBufferPointer) throws(SSHError) -> Int {
        reading.drop()
        try writing.report()
        guard !position.addingReportingOverflow(UInt64(bytes.count)).overflow else {
            throw SSHError(.invalidArgument, "the file would be too large", phase: .sftp)
        }
        var taken = 0
        while taken < bytes.count {
            let count = writing.accept(UnsafeRawBufferPointer(rebasing: bytes[taken...]), at: position)
            exchange.advance()
            if count == 0 { break }
            taken += count
            position += UInt64(count)
        }
        return taken
    }

    /// Waits until the server has acknowledged what was written.
    func flush() throws(SSHError) -> Progress<Void> {
        writing.push()
        exchange.advance()
        writing.collect()
        try writing.report()
        return writing.isIdle ? .done(()) : .wouldBlock
    }

    /// Waits until what was written is on the server's disk.
    func synchronize() throws(SSHError) -> Progress<Void> {
        exchange.advance()
        writing.collect()
        try writing.report()
        if synchronizing == nil, exchange.hasRoom { synchronizing = try exchange.begin(.fsync(handle)) }
        exchange.advance()
        guard let result = synchronizing?.result, writing.isIdle else { return .wouldBlock }
        synchronizing = nil
        _ = try result.get().checked(.fsync(handle), nil)
        return .done(())
    }

    func forgetSynchronizing() {
        if let synchronizing { exchange.abandon(synchronizing) }
        synchronizing = nil
    }

    func close() throws(SSHError) -> Progress<Void> {
        if isClosed { return .done(()) }
        if closing == nil {
            guard exchange.hasRoom || exchange.failure != nil else {
                exchange.advance()
                return .wouldBlock
            }
            reading.drop()
            listing.drop()
            writing.push()
            // Who has shut down all of it has closed this too.
            if exchange.failure?.code == .badUse, writing.isIdle {
                isClosed = true
                return .done(())
            }
            closing = try exchange.begin(.close(handle))
        }
        exchange.advance()
        writing.collect()
        guard let result = closing?.result, writing.isIdle else { return .wouldBlock }
        isClosed = true
        try writing.report()
        _ = try result.get().checked(.close(handle), nil)
        return .done(())
    }

    /// Closes it without anybody waiting.
    func letGo() {
        if isClosed || closing != nil { return }
        isClosed = true
        reading.drop()
        listing.drop()
        writing.push()
        exchange.release(handle)
        exchange.advance()
    }
}
