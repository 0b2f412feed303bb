import Glibc
import Testing

@testable import SwiftSSH

/// A server of the test's own that sends back what comes, one thread for each connection; it ends with the object.
final class EchoServer: Sendable {
    let port: UInt16
    private let listener: Int32

    init() throws {
        let (listener, port) = try Loopback.port(listening: true)
        (self.listener, self.port) = (listener, port)
        _ = Background {
            while true {
                let connection = Loopback.accept(listener)
                guard connection >= 0 else { return }
                _ = Background { Loopback.echo(connection) }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }
}

/// Sends bytes and their end, and gives all that comes back.
private func exchange(_ socket: Int32, _ bytes: [UInt8]) throws -> [UInt8] {
    let sending = Background {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        shutdown(socket, Int32(SHUT_WR))
    }
    var back: [UInt8] = []
    while true {
        let piece = Loopback.receive(65536, from: socket)
        if piece.isEmpty { break }
        back += piece
    }
    try sending.value()
    close(socket)
    return back
}

@Suite struct ForwardTests {
    @Test(
        "client.forward-local: connections to a port of this machine are made by the server, both ways whole, and counted."
    )
    func local() throws {
        let client = try ClientServer().client()
        let echo = try EchoServer()
        let forward = try client.forwardLocal(to: "127.0.0.1", port: echo.port)
        let bytes = (0..<10_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let connections = try (0..<2).map { _ in
            let socket = try Loopback.connect(to: forward.boundPort)
            return Background { try exchange(socket, bytes) }
        }
        for connection in connections { #expect(try connection.value() == bytes) }
        yield(until: { forward.counts.active == 0 })
        let counts = forward.counts
        #expect(counts.total == 2 && counts.failed == 0)
        #expect(counts.bytesSent == 20_000_000 && counts.bytesReceived == 20_000_000)
        #expect(forward.lastError == nil)
    }

    @Test("client.forward-half-close: one direction may end while the other goes on.")
    func halfClose() throws {
        let client = try ClientServer().client()
        let (listener, port) = try Loopback.port(listening: true)
        defer { close(listener) }
        let forward = try client.forwardLocal(to: "127.0.0.1", port: port)
        let near = try Loopback.connect(to: forward.boundPort)
        let far = Loopback.accept(listener)
        // This side ends first.
        send(near, "ask", 3, 0)
        shutdown(near, Int32(SHUT_WR))
        #expect(Loopback.receive(100, from: far) == Array("ask".utf8))
        send(far, "answer", 6, 0)
        close(far)
        #expect(Loopback.receive(100, from: near) == Array("answer".utf8))
        close(near)
        // The other side ends first.
        let next = try Loopback.connect(to: forward.boundPort)
        let other = Loopback.accept(listener)
        send(other, "hello", 5, 0)
        shutdown(other, Int32(SHUT_WR))
        #expect(Loopback.receive(100, from: next) == Array("hello".utf8))
        send(next, "late", 4, 0)
        shutdown(next, Int32(SHUT_WR))
        #expect(Loopback.receive(100, from: other) == Array("late".utf8))
        close(next)
        close(other)
        yield(until: { forward.counts.active == 0 })
        #expect(forward.counts.failed == 0)
    }

    @Test(
        "client.forward-refused: a connection that the far end refuses is closed and reported, and the forward goes on."
    )
    func refused() throws {
        let client = try ClientServer().client()
        let (holder, nobody) = try Loopback.port(listening: false)
        defer { close(holder) }
        let forward = try client.forwardLocal(to: "127.0.0.1", port: nobody)
        for count in 1...2 {
            let socket = try Loopback.connect(to: forward.boundPort)
            #expect(Loopback.receive(1, from: socket).isEmpty)
            close(socket)
            yield(until: { forward.counts.active == 0 && forward.counts.total == count })
        }
        #expect(forward.counts.failed == 2)
        #expect(forward.lastError?.code == .channelFailure)
        #expect(forward.isOpen)
        let error = failure { try client.forwardLocal(bindPort: forward.boundPort, to: "127.0.0.1", port: 1) }
        #expect(error?.code == .connect && error?.errno == EADDRINUSE)
    }

    @Test("client.forward-waiting: connections beyond those that are carried at once wait for their turn.")
    func waits() throws {
        let client = try ClientServer().client()
        let echo = try EchoServer()
        let forward = try client.forwardRemote(to: "127.0.0.1", port: echo.port)
        func connections(_ count: Int) throws -> [Int32] {
            try (0..<count).map { _ in
                let socket = try Loopback.connect(to: forward.boundPort)
                send(socket, "x", 1, 0)
                return socket
            }
        }
        let carried = try connections(128)
        for socket in carried { #expect(Loopback.receive(1, from: socket) == [UInt8(ascii: "x")]) }
        let waiting = try connections(40)
        // The server hands over what it has accepted before it does something else.
        #expect(try client.run("echo on").text == "on\n")
        #expect(forward.counts.active == 128)
        for socket in carried { close(socket) }
        for socket in waiting {
            #expect(Loopback.receive(1, from: socket) == [UInt8(ascii: "x")])
            close(socket)
        }
        #expect(forward.counts.total == 168)
    }

    @Test(
        "client.forward-close: closing a forward ends its connections and threads, and those of the client's other forwards go on."
    )
    func closes() throws {
        let client = try ClientServer().client()
        let echo = try EchoServer()
        let kept = try client.forwardLocal(to: "127.0.0.1", port: echo.port)
        let forward = try client.forwardLocal(to: "127.0.0.1", port: echo.port)
        let sockets = try (0..<5).map { _ in try Loopback.connect(to: forward.boundPort) }
        for socket in sockets {
            send(socket, "x", 1, 0)
            #expect(Loopback.receive(1, from: socket) == [UInt8(ascii: "x")])
        }
        forward.close()
        forward.close()
        #expect(!forward.isOpen && forward.counts.active == 0)
        for socket in sockets {
            #expect(Loopback.receive(1, from: socket).isEmpty)
            close(socket)
        }
        #expect(throws: (any Error).self) { close(try Loopback.connect(to: forward.boundPort)) }
        #expect(try exchange(Loopback.connect(to: kept.boundPort), [1, 2, 3]) == [1, 2, 3])
        let last = try Loopback.connect(to: kept.boundPort)
        client.close()
        #expect(Loopback.receive(1, from: last).isEmpty)
        close(last)
        #expect(!kept.isOpen)
        #expect(failure { try client.forwardLocal(to: "127.0.0.1", port: echo.port) }?.code == .closed)
    }

    @Test("client.forward-remote: connections to a port of the server's come here, and end when the forward is closed.")
    func remote() throws {
        let client = try ClientServer().client()
        let echo = try EchoServer()
        let forward = try client.forwardRemote(to: "127.0.0.1", port: echo.port)
        let bytes = (0..<10_000_000).map { UInt8(truncatingIfNeeded: $0 &* 13 >> 2) }
        #expect(try exchange(Loopback.connect(to: forward.boundPort), bytes) == bytes)
        yield(until: { forward.counts.active == 0 })
        #expect(forward.counts.bytesSent == 10_000_000 && forward.counts.failed == 0)
        let open = try Loopback.connect(to: forward.boundPort)
        send(open, "x", 1, 0)
        #expect(Loopback.receive(1, from: open) == [UInt8(ascii: "x")])
        forward.close()
        #expect(Loopback.receive(1, from: open).isEmpty)
        close(open)
        #expect(throws: (any Error).self) { close(try Loopback.connect(to: forward.boundPort)) }
        let (holder, nobody) = try Loopback.port(listening: false)
        defer { close(holder) }
        let unreachable = try client.forwardRemote(to: "127.0.0.1", port: nobody)
        let socket = try Loopback.connect(to: unreachable.boundPort)
        #expect(Loopback.receive(1, from: socket).isEmpty)
        close(socket)
        yield(until: { unreachable.counts.failed == 1 })
        #expect(unreachable.lastError?.code == .connect)
        let denied = try ClientServer(["AllowTcpForwarding no"]).client()
        #expect(failure { try denied.forwardRemote(to: "127.0.0.1", port: 1) }?.code == .requestDenied)
    }

    @Test(
        "client.socks: clients of versions 4, 4a and 5 are connected to whom they ask for, and told when they are not.")
    func socks() throws {
        let client = try ClientServer().client()
        let echo = try EchoServer()
        let forward = try client.forwardSOCKS()
        let port = [UInt8(echo.port >> 8), UInt8(echo.port & 0xFF)]
        let name = Array("localhost".utf8)
        let requests: [(hello: [UInt8], welcome: [UInt8], request: [UInt8], length: Int)] = [
            ([5, 2, 2, 0], [5, 0], [5, 1, 0, 1, 127, 0, 0, 1] + port, 10),
            ([5, 1, 0], [5, 0], [5, 1, 0, 3, UInt8(name.count)] + name + port, 10),
            ([], [], [4, 1] + port + [127, 0, 0, 1] + Array("me\0".utf8), 8),
            ([], [], [4, 1] + port + [0, 0, 0, 7, 0] + name + [0], 8),
        ]
        for (hello, welcome, request, length) in requests {
            let socket = try Loopback.connect(to: forward.boundPort)
            if !hello.isEmpty {
                send(socket, hello, hello.count, 0)
                #expect(Loopback.receive(welcome.count, from: socket) == welcome)
            }
            send(socket, request, request.count, 0)
            let answer = Loopback.receive(length, from: socket)
            #expect(answer.dropFirst().first == (length == 10 ? 0 : 90))
            #expect(try exchange(socket, [9, 8, 7]) == [9, 8, 7])
        }
        let (holder, nobody) = try Loopback.port(listening: false)
        defer { close(holder) }
        let closed = [UInt8(nobody >> 8), UInt8(nobody & 0xFF)]
        let refusals: [(sent: [UInt8], answer: [UInt8])] = [
            ([5, 1, 2], [5, 0xFF]),
            ([5, 1, 0, 5, 2, 0, 1, 127, 0, 0, 1] + port, [5, 0, 5, 7]),
            ([5, 1, 0, 5, 1, 0, 9, 1], [5, 0, 5, 8]),
            ([5, 1, 0, 5, 1, 0, 1, 127, 0, 0, 1] + closed, [5, 0, 5, 5]),
            ([4, 2] + port + [127, 0, 0, 1, 0], [0, 91]),
            (Array("GET / HTTP/1.0\r\n\r\n".utf8), []),
        ]
        for (sent, answer) in refusals {
            let socket = try Loopback.connect(to: forward.boundPort)
            send(socket, sent, sent.count, 0)
            #expect(Array(Loopback.receive(max(1, answer.count), from: socket)) == answer)
            close(socket)
        }
        yield(until: { forward.counts.active == 0 })
        #expect(forward.counts.total == 10 && forward.counts.failed == 6)
    }

    @Test("client.jump: a client goes through another one's host, whose key is checked too, and ends with it.")
    func jumps() throws {
        let outer = try ClientServer().client()
        let server = try ClientServer()
        let inner = try server.client { $0.jumpHost = outer }
        let large = try inner.run("head -c 5000000 /dev/zero; cat >&2", input: [UInt8](repeating: 1, count: 3_000_000))
        #expect(large.standardOutput.count == 5_000_000 && large.standardError.count == 3_000_000)
        #expect(try inner.run("echo $SSH_CONNECTION").text.contains("127.0.0.1"))
        let third = try ClientServer().client { $0.jumpHost = inner }
        #expect(try third.run("echo deep").text == "deep\n")
        third.close()
        #expect(
            failure {
                try server.client {
                    $0.jumpHost = outer
                    $0.hostKeys = .strict(files: [])
                }
            }?.code == .hostKeyUnknown)
        let (holder, nobody) = try Loopback.port(listening: false)
        defer { close(holder) }
        var options = server.options
        options.jumpHost = outer
        let refused = failure { try SSHClient.connect(host: "127.0.0.1", port: nobody, user: "x", options: options) }
        #expect(refused?.code == .connect)
        let process = try inner.start("sleep 600")
        let waiting = Background { failure { try process.wait() } }
        inner.session.yieldUntilSomebodyWaits()
        outer.close()
        #expect(try waiting.value() != nil)
        #expect(!inner.isConnected)
    }
}
