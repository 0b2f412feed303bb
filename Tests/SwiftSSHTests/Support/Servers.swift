import Glibc

/// A server for one connection on the other end of a socket pair; it ends with the object.
final class InetdServer: Sendable {
    /// This end of the connection.
    let socket: Int32
    let process: ChildProcess

    /// Starts a server that serves its standard input and output.
    init(_ command: [String]) throws {
        let (near, far) = try makeSocketPair()
        defer { close(far) }
        do {
            process = try ChildProcess(command, input: far, output: far)
        } catch {
            close(near)
            throw error
        }
        socket = near
    }

    deinit {
        close(socket)
        process.signal(SIGTERM)
        process.signal(SIGCONT)
        process.wait()
    }

    /// Stops it before its user has logged in, so that it answers nothing.
    func hold() { process.stop() }

    /// Has it go on when it is held.
    func goOn() { process.signal(SIGCONT) }
}

/// A server on a port of the loopback interface; it ends with the object.
final class PortServer: Sendable {
    /// The port that it can be connected to.
    let port: UInt16
    private let process: ChildProcess
    private let input: Int32
    private let lines: LineReader

    /// Starts a server that prints `PORT n` and lives until its standard input ends.
    init(_ command: [String]) throws {
        let (near, far) = try makeSocketPair()
        let (reading, writing) = try makeSocketPair()
        input = near
        lines = LineReader(reading)
        let started = Result { try ChildProcess(command, input: far, output: writing) }
        // While they were open here, the end of a server that says nothing would go unnoticed.
        close(far)
        close(writing)
        process = try started.get()
        guard let line = lines.next(), line.hasPrefix("PORT "), let number = UInt16(line.dropFirst(5)) else {
            close(near)
            throw ProcessFailure(command: command, reason: "did not say its port")
        }
        port = number
    }

    /// A faulty peer of the fixture: a mode with its value, and the command of the real server behind it, if there is one.
    convenience init(scripted mode: [String], before command: [String] = []) throws {
        let program = try Fixture.shared.get()["scripted_peer"]
        try self.init([program] + mode + (command.isEmpty ? [] : ["--"] + command))
    }

    /// One process of the command for each connection.
    convenience init(serving command: [String], _ options: [String] = []) throws {
        try self.init([try Fixture.shared.get()["serve"]] + options + ["--"] + command)
    }

    /// Waits for the event of that name; false when the server ends without it.
    func waitFor(_ event: String) -> Bool {
        while let line = lines.next() {
            if line.hasPrefix(event) { return true }
        }
        return false
    }

    /// Whether the event of that name has come; those before it are passed over.
    func hasSaid(_ event: String) -> Bool {
        while lines.hasMore, let line = lines.next() {
            if line.hasPrefix(event) { return true }
        }
        return false
    }

    deinit {
        close(input)
        process.wait()
    }
}

/// Reads a descriptor by lines and closes it in the end.
final class LineReader: Sendable {
    private let descriptor: Int32

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Whether a line, or the end of the stream, can be read.
    var hasMore: Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) == 1
    }

    /// The next line without its end; nil at the end of the stream.
    func next() -> String? {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) == 1 {
            if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            line.append(byte)
        }
        return nil
    }
}
