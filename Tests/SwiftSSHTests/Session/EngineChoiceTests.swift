import Testing

@testable import SwiftSSH

@Suite("The engines that a session can run on")
struct EngineChoiceTests {
    @Test("session.chooses-its-engine: each logs in and runs a command", arguments: EngineChoice.allCases)
    func choice(engine: EngineChoice) throws {
        let fixture = try Fixture.shared.get()
        let server = try InetdServer(fixture.sshd())
        let session = try Session(engine: engine)
        session.timeout = ConnectedSession.patience
        defer { session.close() }
        #expect(session.engine == engine)
        try session.handshake(socket: server.socket)
        try session.authenticate(user: fixture.user, password: fixture.password)
        #expect(try session.output(of: "echo \(engine.name)") == "\(engine.name)\n")
    }

    @Test("client.chooses-its-engine: each logs in and runs a command", arguments: EngineChoice.allCases)
    func client(engine: EngineChoice) throws {
        let server = try ClientServer()
        let client = try server.client { $0.engine = engine }
        #expect(client.session.engine == engine)
        #expect(try client.run("echo \(engine.name)").text == "\(engine.name)\n")
        client.close()
    }

    @Test("client.chooses-its-engine: a client that names none has the environment's")
    func usualClient() throws {
        #expect(try SSHClient(host: "host", user: "user").session.engine == EngineChoice.fromEnvironment)
    }

    @Test("A session that names none runs on the environment's engine")
    func environment() throws {
        #expect(try Session().engine == EngineChoice.fromEnvironment)
    }
}
