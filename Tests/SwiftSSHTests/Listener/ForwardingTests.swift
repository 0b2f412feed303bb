import Glibc
import Testing

@testable import SwiftSSH

@Suite("Connections that the server makes")
struct ForwardingTests {
    /// A port that sends back what comes.
    private func echo() throws -> PortServer { try PortServer(serving: ["/bin/cat"]) }

    @Test("session.direct-tcpip: data goes both ways, and the end of it too")
    func port() throws {
        let connected = try ConnectedSession.loggedIn()
        let server = try echo()
        let channel = try connected.session.openDirectTCPIP(host: "127.0.0.1", port: server.port)
        try channel.write(Array("there and back".utf8))
        try channel.sendEOF()
        #expect(try channel.readToEnd() == Array("there and back".utf8))
        let speaking = try PortServer(serving: ["/bin/echo", "hello"])
        let other = try connected.session.openDirectTCPIP(
            host: "localhost", port: speaking.port, originHost: "10.0.0.1", originPort: 4321)
        #expect(try other.readToEnd() == Array("hello\n".utf8))
    }

    @Test("session.direct-tcpip-is-refused: the server's reason is told, and the session lives on")
    func refusedPort() throws {
        let connected = try ConnectedSession.loggedIn()
        let (holder, port) = try Loopback.port(listening: false)
        defer { close(holder) }
        let error = failure(of: { try connected.session.openDirectTCPIP(host: "127.0.0.1", port: port) })
        #expect(error?.code == .channelFailure && error?.message.contains("onnect") == true)
        #expect(try connected.session.output(of: "echo on") == "on\n")
        let refusing = try ConnectedSession.loggedIn(["AllowTcpForwarding no"])
        let refusal = failure(of: { try refusing.session.openDirectTCPIP(host: "127.0.0.1", port: 22) })
        #expect(refusal?.code == .channelFailure && refusal?.message.contains("rohibited") == true)
        let early = try ConnectedSession()
        let tooEarly = failure(of: { try early.session.openDirectTCPIP(host: "127.0.0.1", port: 22) })
        #expect(tooEarly?.code == .invalidArgument)
    }

    @Test("session.direct-streamlocal: a UNIX socket is reached by its path, one that is not there is told")
    func unixSocket() throws {
        let connected = try ConnectedSession.loggedIn()
        let directory = try TemporaryDirectory()
        let path = directory.path("socket")
        let listener = try Loopback.listening(at: path)
        defer { close(listener) }
        let channel = try connected.session.openDirectStreamLocal(path: path)
        let there = Loopback.accept(listener)
        defer { close(there) }
        try channel.write(Array("ping".utf8))
        #expect(Loopback.receive(4, from: there) == Array("ping".utf8))
        #expect(send(there, "pong", 4, Int32(MSG_NOSIGNAL)) == 4)
        shutdown(there, Int32(SHUT_WR))
        #expect(try channel.readToEnd() == Array("pong".utf8))
        let missing = failure(of: { try connected.session.openDirectStreamLocal(path: path + ".missing") })
        #expect(missing?.code == .channelFailure)
    }

    @Test("session.direct-non-blocking: connections are opened by the caller's own poll loop")
    func nonBlocking() throws {
        let connected = try ConnectedSession.loggedIn()
        let server = try echo()
        let directory = try TemporaryDirectory()
        let listener = try Loopback.listening(at: directory.path("socket"))
        defer { close(listener) }
        let session = connected.session
        session.isBlocking = false
        let channel = try connected.driven { try session.openDirectTCPIP(host: "127.0.0.1", port: server.port) }
        _ = try connected.driven { try session.openDirectStreamLocal(path: directory.path("socket")) }
        #expect(try connected.driven { try channel.write(Array("again".utf8)) } == 5)
        #expect(try connected.driven { try channel.read(upTo: 5) } == Array("again".utf8))
    }

    @Test("forwarding.large-both-ways: twenty megabytes go each way at once, through two connections of each kind")
    func large() throws {
        let connected = try ConnectedSession.loggedIn()
        let server = try echo()
        let listener = try connected.session.listen(port: 0, host: "127.0.0.1")
        var random = Randomness(seed: 7)
        let data = [random.bytes(20 << 20), random.bytes(20 << 20)]
        let outgoing = try data.map { bytes in
            let channel = try connected.session.openDirectTCPIP(host: "127.0.0.1", port: server.port)
            let writer = Background {
                try channel.write(bytes)
                try channel.sendEOF()
            }
            return (writer, Background { try channel.readToEnd() })
        }
        let incoming = try data.map { bytes in
            let there = try Loopback.connect(to: listener.boundPort)
            let channel = try listener.accept()
            let writer = Background {
                try channel.write(bytes)
                try channel.sendEOF()
            }
            return (writer, Background { Loopback.echo(there) }, Background { try channel.readToEnd() })
        }
        for ((writer, reader), bytes) in zip(outgoing, data) {
            try writer.value()
            #expect(try reader.value() == bytes)
        }
        for ((writer, echo, reader), bytes) in zip(incoming, data) {
            try writer.value()
            try echo.value()
            #expect(try reader.value() == bytes)
        }
    }
}
