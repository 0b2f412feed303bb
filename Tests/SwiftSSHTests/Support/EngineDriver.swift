import Glibc
import Testing

@testable import SwiftSSH

/// Drives an engine by hand: what the server sends is given to it in slices of a chosen size, with no transport between.
final class EngineDriver {
    let engine: any Engine
    private let socket: Int32
    private let server: InetdServer?
    let fixture: Fixture
    /// The most bytes that the engine is given at once.
    var slice: Int
    /// What the server has sent and the engine has not been given.
    private(set) var held: [UInt8] = []
    /// How many bytes the engine has been given.
    private(set) var given = 0
    /// What each channel has received.
    private(set) var received: [(channel: any EngineChannel, output: [UInt8], error: [UInt8])] = []
    /// How often an operation would have blocked.
    private(set) var blocks = 0
    /// Whether the server will send no more.
    private(set) var hasEnded = false

    /// Starts OpenSSH on a socket pair.
    init(_ engine: any Engine, slice: Int, options: [String] = []) throws {
        fixture = try Fixture.shared.get()
        let server = try InetdServer(fixture.sshd(options))
        self.server = server
        socket = server.socket
        self.engine = engine
        self.slice = slice
    }

    /// Connects to a port.
    init(_ engine: any Engine, slice: Int, port: UInt16) throws {
        fixture = try Fixture.shared.get()
        server = nil
        socket = try Loopback.connect(to: port)
        self.engine = engine
        self.slice = slice
    }

    deinit {
        if server == nil { close(socket) }
    }

    /// Exchanges keys and authenticates by password.
    func logIn() throws {
        try run(engine.handshake())
        let password = SecretBytes(fixture.password.utf8)
        try run(engine.authenticate(user: Array(fixture.user.utf8), with: .password(password)))
    }

    /// Keys exchanged with OpenSSH, and the user let in.
    static func loggedIn(_ engine: any Engine, slice: Int, options: [String] = []) throws -> EngineDriver {
        let driver = try EngineDriver(engine, slice: slice, options: options)
        try driver.logIn()
        return driver
    }

    /// Runs an operation to its end.
    @discardableResult
    func run<Value>(_ step: Step<Value>) throws -> Value {
        while true {
            if case .done(let value) = try step() {
                send()
                return value
            }
            blocks += 1
            try advance()
        }
    }

    /// Opens a session channel, whose bytes are kept as they come.
    func openChannel() throws -> any EngineChannel {
        let channel = try run(engine.openChannel(ChannelOpening(type: "session")))
        received.append((channel, [], []))
        return channel
    }

    /// Gives turns until the condition holds.
    func advance(until condition: () -> Bool) throws {
        try pump()
        while !condition() { try advance() }
    }

    /// Sends what the engine has, gives it the next slice, and takes what its channels have.
    func advance() throws {
        send()
        if held.isEmpty { try receive() }
        give(min(slice, held.count))
        try pump()
    }

    /// Sends what the engine has.
    func send() {
        while !engine.output.isEmpty {
            let bytes = engine.output.bytes
            let count = Glibc.send(socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            if count <= 0 { return engine.output.removeAll() }
            engine.output.removeFirst(count)
        }
    }

    /// Takes what the server has sent, waiting for a byte of it.
    func receive() throws {
        var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        try #require(poll(&descriptor, 1, 60_000) == 1, "the server says nothing")
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        let count = recv(socket, &buffer, buffer.count, 0)
        try #require(count > 0 || !hasEnded, "the server has ended the connection")
        hasEnded = count <= 0
        held += buffer.prefix(max(0, count))
    }

    /// Takes everything that the server sends until it ends the connection.
    func receiveToEnd() throws {
        while !hasEnded { try receive() }
    }

    /// Gives the engine the first of the bytes that are held.
    func give(_ count: Int) {
        held.prefix(count).withUnsafeBytes { engine.input.append($0) }
        held.removeFirst(count)
        given += count
    }

    /// Flips a bit of the bytes that are held.
    func damage(_ position: Int) {
        held[position] ^= 8
    }

    /// Lets the engine take in what it has been given.
    func pump() throws {
        repeat {
            let before = engine.input.count
            defer { drain() }
            if engine.pumpsByItself { try engine.pump() }
            if engine.input.count == before { return }
        } while !engine.input.isEmpty
    }

    /// Lets the engine take in what the server has sent, and what it goes on to send, until the engine fails.
    func pumpToFailure() throws -> Never {
        while true {
            give(held.count)
            try pump()
            try receive()
        }
    }

    private func drain() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        for index in received.indices {
            for stream in [UInt32(0), 1] {
                while let count = try? buffer.withUnsafeMutableBytes({ memory in
                    try received[index].channel.read(stream: stream, into: memory)
                }), count > 0 {
                    if stream == 0 {
                        received[index].output += buffer[..<count]
                    } else {
                        received[index].error += buffer[..<count]
                    }
                }
            }
        }
    }
}
