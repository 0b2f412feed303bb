import Glibc
import Testing

@testable import SwiftSSH

@Suite("How sessions end")
struct SessionEndTests {
    private let fixture: Fixture

    init() throws {
        fixture = try Fixture.shared.get()
    }

    @Test("session.disconnect: the server hears the goodbye, a second one does nothing, later calls are refused")
    func disconnect() throws {
        let server = try PortServer(serving: fixture.sshd(), ["--events"])
        let session = try Session.loggedIn(to: server.port)
        let channel = try session.running("cat")
        try session.disconnect(reason: 11, description: "that was all", language: "en")
        try session.disconnect()
        #expect(server.waitFor("ENDED"))
        #expect(try runProcess(["grep", "-c", "that was all", fixture["sshd_log"]]).status == 0)
        #expect(failure(of: { try channel.read(upTo: 1) })?.code == .socketDisconnect)
        #expect(failure(of: { try session.openChannel() })?.code == .socketDisconnect)
        #expect(session.blockDirections == [])
    }

    @Test("session.disconnect: words that are too long are cut, before authentication as after it")
    func longWords() throws {
        let connected = try ConnectedSession()
        try connected.session.disconnect(description: String(repeating: "ä", count: 1000), language: "en")
    }

    @Test("session.use-after-close: what is called then is refused, and nothing waits")
    func useAfterClose() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let channel = try session.running("cat")
        session.close()
        session.close()
        for error in [
            failure(of: { try session.openChannel() }), failure(of: { try session.ping() }),
            failure(of: { try session.handshake(socket: connected.server.socket) }),
            failure(of: { try session.connect(host: "127.0.0.1", port: 1) }),
            failure(of: { try session.authenticate(user: "x", password: "x") }),
            failure(of: { try session.authenticationMethods(user: "x") }),
            failure(of: { try channel.read(upTo: 1) }), failure(of: { try channel.write([1]) }),
            failure(of: { try channel.execute("true") }), failure(of: { try channel.close() }),
            failure(of: { try channel.waitExit() }), failure(of: { try channel.sendEOF() }),
        ] {
            #expect(error?.code == .closed)
        }
        try session.disconnect()
        #expect(session.socket == nil && session.blockDirections == [])
        #expect(channel.exitStatus == nil)
        // The caller's socket is the caller's.
        #expect(fcntl(connected.server.socket, F_GETFD) >= 0)
    }

    @Test("session.close-wakes-waiters: a read, a handshake and a connection in the making end at once")
    func closeWakes() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("cat")
        let readers = (0..<3).map { _ in Background { failure(of: { try channel.read(upTo: 1) }) } }
        connected.session.yieldUntilSomebodyWaits()
        connected.session.close()
        for reader in readers {
            let code = try reader.value()?.code
            #expect(code == .cancelled || code == .closed)
        }
        let peer = try PortServer(scripted: ["silent"])
        let session = try Session.patient()
        let connecting = Background { failure(of: { try session.connect(host: "127.0.0.1", port: peer.port) }) }
        session.yieldUntilSomebodyWaits()
        session.close()
        #expect(try connecting.value()?.code == .cancelled)
    }

    @Test("session.closed-socket-is-noticed: and the next file of its number is left alone")
    func socketClosed() throws {
        let (near, far) = try makeSocketPair()
        let process = try ChildProcess(fixture.sshd(), input: far, output: far)
        close(far)
        let session = try Session.patient()
        try session.handshake(socket: near)
        try session.authenticate(user: fixture.user, password: fixture.password)
        let channel = try session.running("cat")
        // Another socket under the same number, as when the owner closes and somebody opens.
        let (other, otherFar) = try makeSocketPair()
        defer {
            close(other)
            close(otherFar)
            close(near)
        }
        #expect(dup2(other, near) == near)
        _ = fcntl(near, F_SETFD, FD_CLOEXEC)
        #expect(failure(of: { try channel.write([1, 2, 3]) })?.code == .socketSend)
        #expect(failure(of: { try session.ping() })?.code == .socketSend)
        session.close()
        var byte: UInt8 = 0
        #expect(recv(otherFar, &byte, 1, Int32(MSG_DONTWAIT)) == -1)
        process.wait()
    }

    @Test("session.last-error-is-never-stale: it is that of the last failure, whole")
    func lastError() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        #expect(session.lastError == nil)
        let channel = try session.openChannel()
        let first = failure(of: { try channel.setEnvironment("NOT_ALLOWED", "1") })
        #expect(session.lastError == first && first?.code == .channelRequestDenied)
        try channel.execute("cat")
        let second = failure(of: { try channel.read(upTo: 1, timeout: .zero) })
        #expect(session.lastError == second && second?.code == .timeout)
        #expect(second?.message.contains("setenv") == false)
        let third = failure(of: { try channel.execute("true") })
        #expect(session.lastError == third && third?.code == .badUse)
        session.isBlocking = false
        #expect(failure(of: { try channel.read(upTo: 1) })?.code == .again)
        #expect(session.lastError == third)
    }

    @Test("session.last-error-can-be-set: it is what was set")
    func setLastError() throws {
        let session = try Session()
        let error = SSHError(SSHError.Code(rawValue: 255), "mine")
        session.lastError = error
        #expect(session.lastError == error)
        session.lastError = nil
        #expect(session.lastError == nil)
    }

    @Test("Sessions and channels are let go in any order, and leave nothing behind", arguments: 0..<4)
    func order(_ way: Int) throws {
        weak var connection: Connection?
        weak var engine: (any Engine)?
        do {
            var connected: ConnectedSession? = try ConnectedSession.loggedIn()
            connection = connected?.session.connection
            engine = connected?.session.connection.engine
            var running = try connected?.session.running("cat")
            var idle = try connected?.session.openChannel()
            #expect(running != nil && idle != nil && engine != nil)
            switch way {
            case 0: connected = nil
            case 1: running = nil
            case 2:
                try connected?.session.disconnect()
                idle = nil
            default:
                try running?.close()
                try running?.close()
                connected?.session.close()
                running = nil
            }
            #expect(connection != nil)
        }
        #expect(connection == nil && engine == nil)
    }

    @Test("A session that was never connected, or only half, leaves nothing behind")
    func halfConnected() throws {
        weak var connection: Connection?
        do { connection = try Session().connection }
        #expect(connection == nil)
        do {
            let server = try InetdServer(fixture.sshd())
            let session = try Session()
            connection = session.connection
            session.isBlocking = false
            server.hold()
            #expect(failure(of: { try session.handshake(socket: server.socket) })?.code == .again)
        }
        #expect(connection == nil)
    }
}
