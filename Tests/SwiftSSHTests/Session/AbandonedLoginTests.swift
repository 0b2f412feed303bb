import Testing

@testable import SwiftSSH

@Suite("Logins whose callers have gone")
struct AbandonedLoginTests {
    private let fixture: Fixture

    init() throws {
        fixture = try Fixture.shared.get()
    }

    /// A session whose caller has given up a login, which the server has not seen yet.
    private func abandoned(_ engine: EngineChoice, password: String) throws -> (Session, InetdServer) {
        let server = try InetdServer(fixture.sshd())
        let session = try Session(engine: engine)
        session.timeout = ConnectedSession.patience
        try session.handshake(socket: server.socket)
        server.hold()
        let error = failure(of: {
            try session.authenticate(user: fixture.user, password: password, timeout: .milliseconds(10))
        })
        #expect(error?.code == .timeout && error?.phase == .authenticating)
        return (session, server)
    }

    @Test(
        "session.abandoned-login: the same user is in with it, whatever the second one goes by",
        arguments: EngineChoice.allCases)
    func sameUser(engine: EngineChoice) throws {
        for way in 0..<4 {
            let (session, server) = try abandoned(engine, password: fixture.password)
            defer { session.close() }
            server.goOn()
            switch way {
            case 0: try session.authenticate(user: fixture.user, password: "another")
            case 1: try session.authenticate(user: fixture.user, privateKey: fixture["client_key"])
            case 2: #expect(try session.authenticationMethods(user: fixture.user) == [])
            default: try session.authenticateInteractively(user: fixture.user) { (_) throws(SSHError) in [] }
            }
            #expect(session.isAuthenticated)
            // Now it has been told.
            let error = failure(of: { try session.authenticate(user: fixture.user, password: fixture.password) })
            #expect(error?.code == .badUse)
            #expect(try session.output(of: "echo in") == "in\n")
        }
    }

    @Test(
        "session.abandoned-login: a login that comes when the server has answered is done at once",
        arguments: EngineChoice.allCases)
    func afterwards(engine: EngineChoice) throws {
        let (session, server) = try abandoned(engine, password: fixture.password)
        defer { session.close() }
        server.goOn()
        while !session.isAuthenticated { session.connection.peek { session.connection.glance() } }
        try session.authenticate(user: fixture.user, password: "never sent")
        #expect(failure(of: { try session.authenticate(user: fixture.user, password: "again") })?.code == .badUse)
        #expect(try session.output(of: "echo in") == "in\n")
    }

    @Test("session.abandoned-login: another user is told who is in", arguments: EngineChoice.allCases)
    func otherUser(engine: EngineChoice) throws {
        let (session, server) = try abandoned(engine, password: fixture.password)
        defer { session.close() }
        server.goOn()
        for _ in 0..<2 {
            let error = failure(of: { try session.authenticate(user: "somebody", password: "x") })
            #expect(error?.code == .badUse)
            #expect(error?.message.contains("another user") == true)
            #expect(error?.message.contains(fixture.user) == true)
        }
        try session.authenticate(user: fixture.user, password: "x")
        #expect(try session.output(of: "echo in") == "in\n")
    }

    @Test("session.abandoned-login: after a refusal the next one goes on", arguments: EngineChoice.allCases)
    func refused(engine: EngineChoice) throws {
        let (session, server) = try abandoned(engine, password: "wrong")
        defer { session.close() }
        // Within its own deadline.
        let error = failure(of: {
            try session.authenticate(
                user: fixture.user, privateKey: fixture["client_key"], timeout: .milliseconds(10))
        })
        #expect(error?.code == .timeout)
        server.goOn()
        try session.authenticate(user: fixture.user, privateKey: fixture["client_key"])
        #expect(try session.output(of: "echo in") == "in\n")
    }

    @Test("session.abandoned-login: so is one of another caller's that does not wait", arguments: EngineChoice.allCases)
    func nonBlocking(engine: EngineChoice) throws {
        let server = try InetdServer(fixture.sshd())
        let session = try Session(engine: engine)
        session.timeout = ConnectedSession.patience
        defer { session.close() }
        try session.handshake(socket: server.socket)
        server.hold()
        session.isBlocking = false
        #expect(
            failure(of: { try session.authenticate(user: fixture.user, password: fixture.password) })?.code == .again)
        session.isBlocking = true
        server.goOn()
        try session.authenticate(user: fixture.user, privateKey: fixture["client_key"])
        #expect(try session.output(of: "echo in") == "in\n")
    }
}
