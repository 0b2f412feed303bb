/// A command, a shell or a subsystem that runs on a client's host.
///
/// Any thread may call any method at any time; one may write while others read. A process keeps its client; letting it go closes its channel
/// without waiting, which ends what runs in a terminal, and what reads or writes the channel.
public final class RemoteProcess: Sendable {
    /// The client that started it.
    public let client: SSHClient
    /// What was started: the command, `shell`, or the subsystem's name.
    public let command: RemoteCommand
    /// The channel that it runs in, for everything that the process has no method for.
    public let channel: Channel
    // Touched under the connection's lock.
    nonisolated(unsafe) private let pump = CommandPump()
    private let lines = LineBuffers()

    init(_ client: SSHClient, _ command: RemoteCommand, _ channel: Channel) {
        self.client = client
        self.command = command
        self.channel = channel
    }

    // MARK: To its end

    /// Gives the process its input and the end of it, takes all that it writes to both streams, and waits for its end.
    /// - Parameters:
    ///   - input: What it reads from standard input.
    ///   - limit: How many bytes are kept of both streams together; nil is no limit.
    ///   - timeout: The time for all of it; nil is no limit.
    /// - Returns: How it ended and what it wrote.
    /// - Throws: `timeout`, after which the call can be made again with the same input and goes on; `outputLimit`; `cancelled`; why the connection is over. What
    ///   had come by then is ``output``.
    public func communicate(
        input: [UInt8] = [], limit: Int? = nil, timeout: Duration? = nil
    ) throws(SSHError) -> CommandResult {
        try input.withUnsafeBufferPointer { (bytes) throws(SSHError) in
            try communicate(input: UnsafeRawBufferPointer(bytes), limit: limit, timeout: timeout)
        }
    }

    /// The same with bytes that need not be copied.
    package func communicate(
        input: UnsafeRawBufferPointer, limit: Int?, timeout: Duration?
    ) throws(SSHError) -> CommandResult {
        let exit = try run(timeout, news: { self.pump.news(self.channel.queues) }) {
            () throws(SSHError) -> Progress<Exit> in
            self.pump.limit = limit ?? .max
            return try self.pump.step(input, self.channel.queues, self.channel.connection)
        }
        let output = output
        return CommandResult(
            command: command, exit: exit, standardOutput: output.standardOutput, standardError: output.standardError)
    }

    /// What ``communicate(input:limit:timeout:)`` has taken so far.
    public var output: CommandOutput {
        channel.connection.peek { pump.output } ?? CommandOutput()
    }

    /// Waits for the process's end. What it writes meanwhile is kept for its readers; where that is more than a megabyte, somebody must read it.
    /// - Parameter timeout: The time it may take; nil is no limit.
    /// - Throws: `timeout`, `cancelled`, why the connection is over: a connection that is cut tells nothing of the process.
    public func wait(timeout: Duration? = nil) throws(SSHError) -> Exit {
        try run(timeout, news: { { [queues = self.channel.queues] in queues.channel.isClosedByPeer } }) {
            self.channel.queues.channel.isClosedByPeer ? .done(self.channel.queues.channel.exit) : .wouldBlock
        }
    }

    // MARK: Step by step

    /// Writes all of the bytes to standard input.
    /// - Parameters:
    ///   - bytes: What to write.
    ///   - timeout: The time for all of it; nil is no limit.
    /// - Throws: `channelClosed` when the process has ended, `channelEOFSent`, `timeout`, `cancelled`, why the connection is over.
    public func write(_ bytes: [UInt8], timeout: Duration? = nil) throws(SSHError) {
        try channel.write(bytes, timeout: timeout)
    }

    /// Writes bytes to standard input, as many as are taken in that time.
    /// - Returns: How many; all of them, or fewer when the time has passed.
    /// - Throws: As ``write(_:timeout:)``; `timeout` when none were taken.
    package func writeSome(_ bytes: UnsafeRawBufferPointer, timeout: Duration?) throws(SSHError) -> Int {
        var written = 0
        do throws(SSHError) {
            return try channel.write(bytes, timeout: timeout, written: &written)
        } catch {
            if error.code == .timeout, written > 0 { return written }
            throw error
        }
    }

    /// Ends standard input.
    /// - Parameter timeout: The time it may take; nil is no limit.
    /// - Throws: `timeout`, `cancelled`, why the connection is over.
    public func closeInput(timeout: Duration? = nil) throws(SSHError) {
        try channel.sendEOF(timeout: timeout)
    }

    /// Reads what there is of one stream, waiting for at least one byte.
    /// - Parameters:
    ///   - count: The largest number of bytes to read, 0 or more.
    ///   - stream: 0 for standard output, 1 for standard error.
    ///   - timeout: The time to wait for a byte; nil is no limit.
    /// - Returns: The bytes; none at the end of the stream.
    /// - Throws: `timeout`, `cancelled`, why the connection is over.
    public func read(upTo count: Int = 65536, stream: UInt32 = 0, timeout: Duration? = nil) throws(SSHError) -> [UInt8]
    {
        try channel.read(upTo: count, stream: stream, timeout: timeout)
    }

    /// Reads the next line of one stream. Not to be mixed with ``read(upTo:stream:timeout:)``: a line takes in what follows it.
    /// - Parameters:
    ///   - stream: 0 for standard output, 1 for standard error.
    ///   - timeout: The time to wait for its end; nil is no limit. What came of it is kept for the next call.
    /// - Returns: The line without its end (LF or CR LF), where bytes that are not UTF-8 have become U+FFFD; nil at the end of the stream.
    /// - Throws: `outputLimit` for a line of more than 16 MiB, `timeout`, `cancelled`, why the connection is over.
    public func readLine(stream: UInt32 = 0, timeout: Duration? = nil) throws(SSHError) -> String? {
        let deadline = Deadline(after: timeout)
        return try lines.next(stream) { () throws(SSHError) in
            try channel.read(upTo: 65536, stream: stream, timeout: deadline.remaining)
        }
    }

    /// Tells the process's terminal its new size.
    /// - Parameters:
    ///   - size: The size.
    ///   - timeout: The time it may take; nil is no limit.
    /// - Throws: `timeout`, `cancelled`, why the connection is over.
    public func resizeTerminal(_ size: TerminalSize, timeout: Duration? = nil) throws(SSHError) {
        try channel.resizeTerminal(size, timeout: timeout)
    }

    // MARK: The end

    /// Sends the process a signal.
    /// - Parameters:
    ///   - signal: Its name without `SIG`.
    ///   - timeout: The time it may take; nil is no limit.
    /// - Throws: `methodNotSupported` where the engine cannot (``EngineCapabilities/channelSignal``), `timeout`, why the connection is over.
    public func send(signal: String, timeout: Duration? = nil) throws(SSHError) {
        try channel.sendSignal(signal, timeout: timeout)
    }

    /// Ends the process as far as that goes from here, without waiting: sends it the signal `KILL` where the engine can, and closes the channel. Calls of
    /// other threads that wait for it throw `cancelled`.
    public func kill() {
        if channel.session.engine.capabilities.contains(.channelSignal) {
            try? channel.sendSignal("KILL", timeout: .zero)
        }
        channel.interrupt()
    }

    private func run<Value>(
        _ timeout: Duration?, news: () -> News?, _ attempt: () throws(SSHError) -> Progress<Value>
    ) throws(SSHError) -> Value {
        do throws(SSHError) {
            return try channel.call(timeout, news: news, attempt)
        } catch {
            throw error.located(phase: .command, host: client.host, port: client.port)
        }
    }
}
