import Testing

@testable import SwiftSSH

@Suite("New keys")
struct RekeyTests {
    private let fixture: Fixture

    init() throws {
        fixture = try Fixture.shared.get()
    }

    private func connected(_ engine: EngineChoice = .native) throws -> (InetdServer, Session) {
        let server = try InetdServer(fixture.sshd())
        let session = try Session(engine: engine)
        session.timeout = ConnectedSession.patience
        try session.handshake(socket: server.socket)
        return (server, session)
    }

    private func loggedIn(_ engine: EngineChoice = .native) throws -> (InetdServer, Session) {
        let (server, session) = try connected(engine)
        try session.authenticate(user: fixture.user, password: fixture.password)
        return (server, session)
    }

    private func exchanges(_ session: Session) -> Int {
        session.connection.peek { session.connection.engine.keyExchangeCount } ?? -1
    }

    @Test("session.rekey: both sides use new keys when it returns, and megabytes go on both ways meanwhile")
    func onDemand() throws {
        let (server, session) = try loggedIn()
        #expect(session.engine.capabilities.contains(.rekeying))
        let channel = try session.running("cat")
        var random = Randomness(seed: 31)
        let sent = random.bytes(4 << 20)
        let writer = Background {
            try channel.write(sent)
            try channel.sendEOF()
        }
        let renewer = Background {
            for count in 2...9 {
                try session.rekey()
                #expect(exchanges(session) >= count)
            }
        }
        #expect(try channel.readToEnd() == sent)
        try writer.value()
        try renewer.value()
        #expect(try session.output(of: "echo in") == "in\n")
        withExtendedLifetime(server) {}
    }

    @Test("session.rekey: two who ask at once, and one who asks while the server does, have theirs")
    func atOnce() throws {
        let (server, session) = try loggedIn()
        let askers = (0..<4).map { _ in
            Background {
                for _ in 0..<5 { try session.rekey() }
            }
        }
        for asker in askers { try asker.value() }
        #expect(exchanges(session) >= 6)
        try session.ping()
        withExtendedLifetime(server) {}
    }

    @Test("session.rekey: the caller's poll loop drives it")
    func nonBlocking() throws {
        let connected = try ConnectedSession()
        if connected.session.engine != .native { return }
        try connected.logIn()
        connected.session.isBlocking = false
        try connected.driven { try connected.session.rekey() }
        #expect(exchanges(connected.session) == 2)
    }

    @Test("session.rekey: is refused before the authentication, and by the engine that cannot")
    func refused() throws {
        let (server, early) = try connected()
        #expect(failure(of: { try early.rekey() })?.code == .invalidArgument)
        let (other, session) = try loggedIn(.libssh2)
        #expect(!session.engine.capabilities.contains(.rekeying))
        let error = failure(of: { try session.rekey() })
        #expect(error?.code == .methodNotSupported && error?.message.contains("native") == true)
        #expect(try session.output(of: "echo in") == "in\n")
        withExtendedLifetime((server, other)) {}
    }

    @Test("session.rekey: a server that never answers is a timeout, and one that goes is told of")
    func silent() throws {
        let server = try PortServer(scripted: ["stall", "5000"], before: fixture.sshd())
        let session = try Session(engine: .native)
        session.timeout = ConnectedSession.patience
        try session.connect(host: "127.0.0.1", port: server.port)
        try session.authenticate(user: fixture.user, password: fixture.password)
        var error: SSHError?
        while error == nil {
            let result = Result { try session.rekey(timeout: .milliseconds(300)) }
            if case .failure(let failure) = result { error = failure as? SSHError }
        }
        #expect(error?.code == .timeout)
        session.close()
        #expect(failure(of: { try session.rekey() })?.code == .closed)
    }

    @Test("Keys that are old are renewed by themselves, again and again, while somebody uses the session")
    func byTime() throws {
        let (server, session) = try loggedIn()
        #expect(try session.output(of: "echo in") == "in\n")
        #expect(exchanges(session) == 1)
        for count in 2...5 {
            session.connection.peek { session.connection.keyAge.limit = .milliseconds(1) }
            // Whoever exchanges keys without a break leaves OpenSSH no moment for a channel's data, but answers come.
            while exchanges(session) < count { try session.ping() }
            session.connection.peek { session.connection.keyAge.limit = .seconds(3600) }
            #expect(try session.output(of: "echo in") == "in\n")
        }
        withExtendedLifetime(server) {}
    }

    @Test("Keys that are old are renewed on a session that nobody uses")
    func idle() throws {
        let server = try PortServer(serving: fixture.sshd())
        let session = try Session(engine: .native)
        session.timeout = ConnectedSession.patience
        try session.connect(host: "127.0.0.1", port: server.port)
        try session.authenticate(user: fixture.user, password: fixture.password)
        session.connection.peek { session.connection.keyAge.limit = .milliseconds(1) }
        // The thread that keeps idle connections turns it: this one only looks.
        yield(until: { exchanges(session) >= 2 })
        withExtendedLifetime(server) {}
    }

    @Test("Keys are old after their time, counted from when they were exchanged, and that is said once")
    func age() {
        var age = KeyAge()
        let start = ContinuousClock.now
        // How many exchanges there have been, the seconds since, and whether new keys are due.
        let looks: [(Int, Int64, Bool)] = [
            (0, 0, false), (0, 9000, false), (1, 0, false), (1, 3599, false), (1, 3600, true), (1, 3601, false),
            (2, 3602, false), (2, 7201, false), (2, 7202, true), (2, 7203, false),
            // New keys that never came are asked for again.
            (2, 10_802, true),
        ]
        for (exchange, seconds, isDue) in looks {
            let isOver = age.isOver(exchange: exchange, now: start + .seconds(seconds))
            #expect(isOver == isDue, "\(exchange) exchanges, \(seconds) s")
        }
    }
}
