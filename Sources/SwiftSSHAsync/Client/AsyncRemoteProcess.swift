public import SwiftSSH

/// A command or a shell that runs on a client's host, for tasks: ``SwiftSSH/RemoteProcess`` with its calls awaited.
///
///     let process = try await client.start("tail -f log")
///     for try await line in process.lines { print(line) }
///
/// Any task may call any method at any time; one may write while others read. A process keeps its client; letting it go closes its channel without waiting, which ends
/// what runs in a terminal, and what reads or writes the channel.
public final class AsyncRemoteProcess: Sendable {
    /// The process whose calls wait, for everything that has no awaited form: the command, its channel, what ``communicate(input:limit:timeout:)`` has taken so far.
    public let blocking: RemoteProcess
    let driver: Driver

    /// Has tasks use a process.
    /// - Parameter process: The process.
    /// - Throws: `allocation` where the system has no descriptor or thread left.
    public convenience init(_ process: RemoteProcess) throws(SSHError) {
        self.init(process, try Driver.of(process.client.session))
    }

    init(_ process: RemoteProcess, _ driver: Driver) {
        blocking = process
        self.driver = driver
    }

    // MARK: To its end

    /// Gives the process its input and the end of it, takes all that it writes to both streams, and waits for its end.
    /// - Parameters:
    ///   - input: What it reads from standard input.
    ///   - limit: How many bytes are kept of both streams together; nil is no limit.
    ///   - timeout: The time for all of it.
    /// - Returns: How it ended and what it wrote.
    /// - Throws: `timeout` and `cancelled`, after which the call can be made again with the same input and goes on; `outputLimit`; why the connection is over. What
    ///   had come by then is ``SwiftSSH/RemoteProcess/output`` of ``blocking``.
    public func communicate(
        input: [UInt8] = [], limit: Int? = nil, timeout: Duration? = nil
    ) async throws(SSHError) -> CommandResult {
        try await driver.run(timeout) { () throws(SSHError) in
            try blocking.communicate(input: input, limit: limit)
        }
    }

    /// How the process ended, as soon as it has: ``wait(timeout:)`` without a time of its own.
    public var exit: Exit {
        get async throws(SSHError) { try await wait() }
    }

    /// Waits for the process's end. What it writes meanwhile is kept for its readers; where that is more than a megabyte, somebody must read it.
    /// - Parameter timeout: The time it may take.
    /// - Throws: `timeout`, `cancelled`, why the connection is over: a connection that is cut tells nothing of the process.
    public func wait(timeout: Duration? = nil) async throws(SSHError) -> Exit {
        try await driver.run(timeout) { () throws(SSHError) in try blocking.wait() }
    }

    // MARK: Its output

    /// Standard output as it comes, in pieces of any length. Who does not read holds the process up and no other.
    public var output: AsyncReads<[UInt8]> { pieces(of: 0) }

    /// Standard error as it comes, as ``output``.
    public var errorOutput: AsyncReads<[UInt8]> { pieces(of: 1) }

    /// The lines of standard output as they come, without their ends (LF or CR LF); bytes that are not UTF-8 become U+FFFD. Not to be mixed with ``output``: a
    /// line takes in what follows it. `outputLimit` is thrown for a line of more than 16 MiB.
    public var lines: AsyncReads<String> { lines(of: 0) }

    /// The lines of standard error, as ``lines``.
    public var errorLines: AsyncReads<String> { lines(of: 1) }

    private func pieces(of stream: UInt32) -> AsyncReads<[UInt8]> {
        AsyncReads(driver) { [blocking] () throws(SSHError) in
            let bytes = try blocking.read(stream: stream)
            return bytes.isEmpty ? nil : bytes
        }
    }

    private func lines(of stream: UInt32) -> AsyncReads<String> {
        AsyncReads(driver) { [blocking] () throws(SSHError) in try blocking.readLine(stream: stream) }
    }

    /// Reads what there is of one stream, waiting for at least one byte.
    /// - Parameters:
    ///   - count: The largest number of bytes to read, 0 or more.
    ///   - stream: 0 for standard output, 1 for standard error.
    ///   - timeout: The time to wait for a byte.
    /// - Returns: The bytes; none at the end of the stream.
    /// - Throws: `timeout`, `cancelled`, why the connection is over.
    public func read(
        upTo count: Int = 65536, stream: UInt32 = 0, timeout: Duration? = nil
    ) async throws(SSHError) -> [UInt8] {
        try await driver.run(timeout) { () throws(SSHError) in try blocking.read(upTo: count, stream: stream) }
    }

    /// Reads the next line of one stream, as ``lines`` has them.
    /// - Parameters:
    ///   - stream: 0 for standard output, 1 for standard error.
    ///   - timeout: The time to wait for its end. What came of it is kept for the next call.
    /// - Returns: The line without its end; nil at the end of the stream.
    /// - Throws: `outputLimit` for a line of more than 16 MiB, `timeout`, `cancelled`, why the connection is over.
    public func readLine(stream: UInt32 = 0, timeout: Duration? = nil) async throws(SSHError) -> String? {
        try await driver.run(timeout) { () throws(SSHError) in try blocking.readLine(stream: stream) }
    }

    // MARK: Its input

    /// Writes all of the bytes to standard input, waiting until there is room for them. Of a write that was cancelled some may have been written.
    /// - Parameters:
    ///   - bytes: What to write.
    ///   - timeout: The time for all of it.
    /// - Throws: `channelClosed` when the process has ended, `channelEOFSent`, `timeout`, `cancelled`, why the connection is over.
    public func write(_ bytes: [UInt8], timeout: Duration? = nil) async throws(SSHError) {
        try await driver.write(bytes, timeout) { (bytes) throws(SSHError) in try blocking.channel.write(bytes) }
    }

    /// Ends standard input.
    /// - Parameter timeout: The time it may take.
    /// - Throws: `timeout`, `cancelled`, why the connection is over.
    public func closeInput(timeout: Duration? = nil) async throws(SSHError) {
        try await driver.run(timeout) { () throws(SSHError) in try blocking.closeInput() }
    }

    /// Tells the process's terminal its new size.
    /// - Parameters:
    ///   - size: The size.
    ///   - timeout: The time it may take.
    /// - Throws: `timeout`, `cancelled`, why the connection is over.
    public func resizeTerminal(_ size: TerminalSize, timeout: Duration? = nil) async throws(SSHError) {
        try await driver.run(timeout) { () throws(SSHError) in try blocking.resizeTerminal(size) }
    }

    // MARK: The end

    /// Sends the process a signal.
    /// - Parameters:
    ///   - signal: Its name without `SIG`.
    ///   - timeout: The time it may take.
    /// - Throws: `methodNotSupported` where the engine cannot (``SwiftSSH/EngineCapabilities/channelSignal``), `timeout`, `cancelled`, why the connection is over.
    public func send(signal: String, timeout: Duration? = nil) async throws(SSHError) {
        try await driver.run(timeout) { () throws(SSHError) in try blocking.send(signal: signal) }
    }

    /// Ends the process as far as that goes from here, without waiting: sends it the signal `KILL` where the engine can, and closes the channel. Tasks that
    /// wait for it throw `cancelled`.
    public func kill() {
        blocking.kill()
    }
}
