import Glibc
import Testing

@testable import SwiftSSH

@Suite("Signs of life")
struct LivenessTests {
    private let fixture: Fixture

    init() throws {
        fixture = try Fixture.shared.get()
    }

    @Test("session.ping: returns when the server has answered, and leaves nothing behind")
    func ping() throws {
        let connected = try ConnectedSession.loggedIn()
        for _ in 0..<20 { try connected.session.ping() }
        let held = connected.session.bytesHeldByEngine
        for _ in 0..<200 { try connected.session.ping() }
        #expect(connected.session.bytesHeldByEngine == held)
        let channel = try connected.session.running("cat")
        try connected.session.ping()
        try channel.write([7])
        #expect(try channel.read(upTo: 10) == [7])
    }

    @Test("session.ping: times out when the server does not answer")
    func stalled() throws {
        try overWire { wire, session in
            wire.isHeld = true
            #expect(failure(of: { try session.ping(timeout: .milliseconds(100)) })?.code == .timeout)
            wire.isHeld = false
            try session.ping()
        }
    }

    @Test("session.keepalive: tells when the next is due, and the session lives on")
    func keepalive() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        #expect(try session.sendKeepalive() == 0)
        session.configureKeepalive(wantsReply: true, interval: 60)
        #expect(try session.sendKeepalive() == 60)
        #expect(try session.sendKeepalive() >= 50)
        session.configureKeepalive(wantsReply: false, interval: 1)
        #expect(try (1...2).contains(session.sendKeepalive()))
        session.configureKeepalive(wantsReply: false, interval: 0)
        #expect(try session.sendKeepalive() == 0)
        #expect(try session.output(of: "echo on") == "on\n")
        try session.ping()
    }

    @Test("Sessions that made their own sockets answer the server's probes while nobody calls them")
    func keeper() throws {
        let server = try PortServer(serving: fixture.sshd(["ClientAliveInterval 1", "ClientAliveCountMax 60"]))
        let listening = [try ListeningWire(to: server.port), try ListeningWire(to: server.port)]
        let withChannel = try Session.loggedIn(to: listening[0].port)
        let channel = try withChannel.running("cat")
        let without = try Session.loggedIn(to: listening[1].port)
        let wires = [try listening[0].wire(), try listening[1].wire()]
        // The server hangs up when sixty of its probes went without an answer.
        let waits = wires.map { wire in Background { wire.waitForPieces(3) } }
        for wait in waits { #expect(try wait.value()) }
        try channel.write([1])
        #expect(try channel.read(upTo: 1) == [1])
        #expect(try without.output(of: "echo on") == "on\n")
    }
}
