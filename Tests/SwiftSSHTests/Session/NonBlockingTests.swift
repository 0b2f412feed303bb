import Glibc
import Testing

@testable import SwiftSSH

@Suite("Non-blocking mode")
struct NonBlockingTests {
    private let fixture: Fixture

    init() throws {
        fixture = try Fixture.shared.get()
    }

    /// Drives a session as its users do: call, and while it would block wait for what the session says.
    private struct Loop {
        var session: Session
        var socket: Int32
        var waits = 0

        mutating func callAsFunction<Value>(_ call: () throws(SSHError) -> Value) throws -> Value {
            while true {
                do throws(SSHError) {
                    return try call()
                } catch {
                    guard error.code == .again else { throw error }
                }
                waits += 1
                let directions = session.blockDirections
                #expect(directions.contains(.inbound))
                var events: Int16 = 0
                if directions.contains(.inbound) { events |= Int16(POLLIN) }
                if directions.contains(.outbound) { events |= Int16(POLLOUT) }
                var descriptor = pollfd(fd: socket, events: events, revents: 0)
                try #require(poll(&descriptor, 1, 60_000) == 1, "the session waits for what does not come")
            }
        }
    }

    @Test("session.handshake-non-blocking: by the caller's own poll loop")
    func handshake() throws {
        let server = try InetdServer(fixture.sshd())
        let session = try Session()
        session.isBlocking = false
        var loop = Loop(session: session, socket: server.socket)
        server.hold()
        #expect(failure(of: { try session.handshake(socket: server.socket) })?.code == .again)
        #expect(session.blockDirections.contains(.inbound))
        server.goOn()
        try loop { () throws(SSHError) in try session.handshake(socket: server.socket) }
        #expect(session.lastError == nil)
        #expect(session.hostKey != nil)
        session.close()
    }

    @Test("session.non-blocking-to-the-end: the caller's poll loop drives a session to the last close")
    func toTheEnd() throws {
        let server = try InetdServer(fixture.sshd())
        let session = try Session()
        session.isBlocking = false
        var loop = Loop(session: session, socket: server.socket)
        try loop { () throws(SSHError) in try session.handshake(socket: server.socket) }
        let user = fixture.user
        let password = fixture.password
        #expect(try loop { () throws(SSHError) in try session.authenticationMethods(user: user) }.contains("password"))
        try loop { () throws(SSHError) in try session.authenticate(user: user, password: password) }
        let channel = try loop { () throws(SSHError) in try session.openChannel() }
        try loop { () throws(SSHError) in try channel.setEnvironment("SWIFTSSH_X", "x") }
        try loop { () throws(SSHError) in try channel.execute("cat; echo $SWIFTSSH_X; exit 4") }
        var random = Randomness(seed: 4)
        let bytes = random.bytes(4 << 20)
        var written = 0
        var read: [UInt8] = []
        while written < bytes.count {
            let rest = Array(bytes[written..<min(written + 100_000, bytes.count)])
            do throws(SSHError) {
                written += try channel.write(rest)
            } catch {
                try #require(error.code == .again)
                read += try loop { () throws(SSHError) in try channel.read(upTo: 65536) }
            }
        }
        try loop { () throws(SSHError) in try channel.sendEOF() }
        while true {
            let more = try loop { () throws(SSHError) in try channel.read(upTo: 65536) }
            if more.isEmpty { break }
            read += more
        }
        #expect(read == bytes + Array("x\n".utf8))
        #expect(try loop { () throws(SSHError) in try channel.waitExit() } == .exited(4))
        try loop { () throws(SSHError) in try channel.close() }
        try loop { () throws(SSHError) in try session.ping() }
        try loop { () throws(SSHError) in try session.disconnect() }
        #expect(session.blockDirections == [])
        #expect(session.lastError == nil)
    }

    @Test("session.non-blocking-to-the-end: key and questions too")
    func authentication() throws {
        let connected = try ConnectedSession()
        connected.session.isBlocking = false
        var loop = Loop(session: connected.session, socket: connected.server.socket)
        let user = fixture.user
        let key = fixture["client_key_rsa"]
        try loop { () throws(SSHError) in try connected.session.authenticate(user: user, privateKey: key) }
        #expect(connected.session.isAuthenticated)
        let asked = try ConnectedSession(arguments: ["--pam", "password"])
        asked.session.isBlocking = false
        loop = Loop(session: asked.session, socket: asked.server.socket)
        let password = Array(fixture.password.utf8)
        try loop { () throws(SSHError) in
            try asked.session.authenticateInteractively(user: user) { $0.prompts.map { _ in password } }
        }
        #expect(asked.session.isAuthenticated)
    }

    @Test("channel.eagain: a call that would wait says so, and it is no failure")
    func again() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("cat")
        connected.session.isBlocking = false
        for error in [
            failure(of: { try channel.read(upTo: 1) }), failure(of: { try channel.waitEOF() }),
            failure(of: { try channel.waitClosed() }), failure(of: { try channel.waitExit() }),
        ] {
            #expect(error?.code == .again)
        }
        #expect(connected.session.lastError == nil)
        #expect(!channel.isAtEnd)
    }

    @Test("session.blocking-mode: is kept as it was set")
    func settings() throws {
        let session = try Session()
        #expect(session.isBlocking && session.timeout == nil)
        session.isBlocking = false
        session.timeout = .milliseconds(1500)
        #expect(!session.isBlocking && session.timeout == .milliseconds(1500))
        session.timeout = nil
        session.isBlocking = true
        #expect(session.isBlocking && session.timeout == nil)
    }

    @Test("session.timeout-is-kept: as it was set")
    func timeout() throws {
        let session = try Session()
        for timeout in [Duration.milliseconds(1500), .zero, nil] {
            session.timeout = timeout
            #expect(session.timeout == timeout)
        }
    }

    @Test("A session that is let go in the middle of a request leaves nothing behind")
    func letGo() throws {
        weak var connection: Connection?
        do {
            let connected = try ConnectedSession.loggedIn()
            connection = connected.session.connection
            connected.session.isBlocking = false
            // A server that is quick enough has answered already.
            _ = try? connected.session.openChannel()
            _ = try? connected.session.ping()
        }
        #expect(connection == nil)
    }
}
