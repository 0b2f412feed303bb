import Glibc
import Testing

@testable import SwiftSSH

@Suite("Peers that are no SSH server, or a bad one")
struct HandshakeFaultTests {
    /// A mode of the scripted peer and what its clients are to be told.
    struct Fault: Sendable, CustomTestStringConvertible {
        var mode: String
        var codes: [SSHError.Code]
        var phase: SSHError.Phase
        var text: String

        var testDescription: String { mode }
    }

    static let noServers = [
        Fault(mode: "garbage", codes: [.bannerReceive], phase: .identification, text: "does not speak SSH"),
        Fault(mode: "http", codes: [.bannerReceive], phase: .identification, text: "speaks HTTP"),
        Fault(mode: "endless-banner", codes: [.bannerReceive], phase: .identification, text: "more than 8192 bytes"),
        Fault(mode: "endless-line", codes: [.bannerReceive], phase: .identification, text: "more than 8192 bytes"),
        Fault(mode: "endless-lines", codes: [.bannerReceive], phase: .identification, text: "more than 1024 lines"),
        Fault(mode: "ssh1", codes: [.bannerReceive], phase: .identification, text: "another version of SSH"),
        Fault(mode: "close", codes: [.socketDisconnect], phase: .identification, text: "without a word"),
        Fault(mode: "reset", codes: [.socketReceive, .socketSend], phase: .identification, text: "reset"),
    ]

    static let badServers = [
        Fault(mode: "banner-then-close", codes: [.socketDisconnect], phase: .keyExchange, text: "closed"),
        Fault(mode: "huge-packet", codes: [.keyExchangeFailure], phase: .keyExchange, text: "keys"),
    ]

    private func handshakeFailure(_ mode: String, timeout: Duration) throws -> (error: SSHError?, session: Session) {
        let peer = try PortServer(scripted: [mode])
        let session = try Session()
        let error = failure(of: { try session.connect(host: "127.0.0.1", port: peer.port, timeout: timeout) })
        return (error, session)
    }

    @Test("session.peer-that-is-no-ssh-server: each has its code, phase and text", arguments: noServers)
    func noServer(fault: Fault) throws {
        let (error, session) = try handshakeFailure(fault.mode, timeout: ConnectedSession.patience)
        let found = try #require(error)
        #expect(fault.codes.contains(found.code), "\(found)")
        #expect(found.phase == fault.phase)
        #expect(found.message.contains(fault.text), "\(found)")
        #expect(found.host == "127.0.0.1")
        #expect(session.lastError == found)
        // The session is spent, and goes on saying why.
        #expect(failure(of: { try session.ping() })?.code == found.code)
    }

    @Test("session.peer-that-breaks-the-key-exchange: each has its code, phase and text", arguments: badServers)
    func badServer(fault: Fault) throws {
        let (error, _) = try handshakeFailure(fault.mode, timeout: ConnectedSession.patience)
        let found = try #require(error)
        #expect(fault.codes.contains(found.code), "\(found)")
        #expect(found.phase == fault.phase)
        #expect(found.message.contains(fault.text), "\(found)")
    }

    @Test("session.peer-that-breaks-the-key-exchange: bytes that are no packet end in an error, whatever they spell")
    func garbageAfterIdentification() throws {
        let (error, _) = try handshakeFailure("banner-then-garbage", timeout: ConnectedSession.patience)
        #expect(error?.phase == .keyExchange && error?.code != .timeout)
    }

    @Test(
        "session.silent-server-times-out: at the deadline, with the phase",
        arguments: [("silent", SSHError.Phase.identification), ("banner-then-silent", .keyExchange)])
    func silence(mode: String, phase: SSHError.Phase) throws {
        let peer = try PortServer(scripted: [mode])
        let error = try withEverMoreTime { time in
            let session = try Session()
            let begin = ContinuousClock.now
            let error = failure(of: { try session.connect(host: "127.0.0.1", port: peer.port, timeout: time) })
            #expect(ContinuousClock.now - begin >= time)
            #expect(error?.code == .timeout)
            // Half a key exchange is of no use: the session is spent.
            #expect(failure(of: { try session.ping() })?.code == .timeout)
            return error
        } until: {
            $0?.phase == phase
        }
        #expect(error?.phase == phase)
    }

    @Test("session.stalled-key-exchange-times-out: a server that stops in the middle of it")
    func stall() throws {
        let fixture = try Fixture.shared.get()
        let peer = try PortServer(scripted: ["stall", "600"], before: fixture.sshd())
        let error = withEverMoreTime { time in
            failure(of: { try Session().connect(host: "127.0.0.1", port: peer.port, timeout: time) })
        } until: {
            $0?.phase == .keyExchange
        }
        #expect(error?.code == .timeout && error?.phase == .keyExchange)
    }

    @Test("session.slow-server-meets-the-deadline: a server that drips does not put the deadline off")
    func drip() throws {
        let fixture = try Fixture.shared.get()
        let peer = try PortServer(scripted: ["drip", "200"], before: fixture.sshd())
        let session = try Session()
        session.timeout = .milliseconds(700)
        let error = failure(of: { try session.connect(host: "127.0.0.1", port: peer.port) })
        #expect(error?.code == .timeout)
    }

    @Test("session.refused-port-is-told: with host, errno and the phase")
    func refused() throws {
        // Bound and not listened at: nobody else can get the port, and it refuses.
        let (holder, port) = try Loopback.port(listening: false)
        defer { close(holder) }
        let error = failure(of: { try Session.connected(to: port) })
        #expect(error?.code == .connect && error?.phase == .connecting && error?.errno == ECONNREFUSED)
        #expect(error?.host == "127.0.0.1" && error?.message.contains("\(port)") == true)
    }

    @Test("session.unresolvable-host-is-told: a name without an address")
    func unresolvable() throws {
        let error = failure(of: { try Session.connected(to: 22, host: "no-such-host.invalid") })
        #expect(error?.code == .addressNotFound && error?.phase == .resolving)
        #expect(error?.host == "no-such-host.invalid")
    }

    @Test("session.lines-before-the-identification: are legal, and skipped")
    func linesBefore() throws {
        let fixture = try Fixture.shared.get()
        let peer = try PortServer(scripted: ["banner-prefix"], before: fixture.sshd())
        let session = try Session.loggedIn(to: peer.port)
        #expect(try session.output(of: "echo in") == "in\n")
    }
}
