import Testing

@testable import SwiftSSH

@Suite("Agents that lie")
struct AgentLieTests {
    /// What an agent answers, and a part of what its clients are to be told.
    struct Lie: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var answer: ScriptedAgent.Answer
        var text: String
    }

    static let huge: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]

    static let everywhere = [
        Lie(testDescription: "closes", answer: .close, text: "closed the connection"),
        Lie(
            testDescription: "closes in the length", answer: .bytes([0, 0], thenCloses: true),
            text: "closed the connection"),
        Lie(
            testDescription: "closes in the answer", answer: .bytes([0, 0, 0, 9, 12], thenCloses: true),
            text: "closed the connection"),
        Lie(testDescription: "no length", answer: .bytes([0, 0, 0, 0], thenCloses: false), text: "0 bytes long"),
        Lie(testDescription: "huge length", answer: .bytes(huge, thenCloses: false), text: "4294967295 bytes long"),
        Lie(testDescription: "another type", answer: .message([99, 0, 0]), text: "of type 99"),
        Lie(testDescription: "refusal", answer: .refusal, text: "the agent d"),
        Lie(testDescription: "refusal of an extension", answer: .message([28]), text: "the agent d"),
    ]

    static let lists = [
        Lie(testDescription: "no count", answer: .message([12, 0]), text: "no count"),
        Lie(
            testDescription: "count too large", answer: ScriptedAgent.list([[1]], count: .max),
            text: "4294967295 keys and sends 1"),
        Lie(
            testDescription: "count too small", answer: ScriptedAgent.list([[1], [2]], count: 1),
            text: "1 keys and sends 2"),
        Lie(testDescription: "key too long", answer: .message([12, 0, 0, 0, 1] + huge + [1]), text: "within key 1"),
        Lie(testDescription: "no comment", answer: .message([12, 0, 0, 0, 1, 0, 0, 0, 1, 65]), text: "within key 1"),
    ]

    static let signatures = [
        Lie(testDescription: "no signature", answer: .message([14]), text: "cut short"),
        Lie(testDescription: "signature too long", answer: .message([14] + huge), text: "cut short"),
        Lie(testDescription: "more after it", answer: .message([14, 0, 0, 0, 0, 1]), text: "cut short"),
        Lie(testDescription: "no algorithm", answer: .message([14, 0, 0, 0, 0]), text: "names no algorithm"),
        Lie(
            testDescription: "another algorithm", answer: ScriptedAgent.signature("ssh-\u{1B}[2J", [1]),
            text: "signed with"),
    ]

    static let bareSignatures = [
        Lie(
            testDescription: "empty", answer: ScriptedAgent.signature("ssh-ed25519", []), text: "not one of ssh-ed25519"
        ),
        Lie(
            testDescription: "far too long",
            answer: ScriptedAgent.signature("ssh-ed25519", Array(repeating: 1, count: 100_000)),
            text: "not one of ssh-ed25519"),
    ]

    @Test(
        "agent.lies-are-errors: a list of keys that is none is told with what is wrong", arguments: everywhere + lists)
    func list(lie: Lie) throws {
        let program = try ScriptedAgent { _ in lie.answer }
        let agent = try Agent.connected(to: program.path)
        for _ in 0..<2 {
            let error = try #require(failure(of: { try agent.identities(timeout: ConnectedSession.patience) }))
            #expect(error.code == .agentProtocol)
            #expect(error.phase == .agent)
            #expect(error.message.contains(lie.text), "\(error)")
        }
    }

    @Test("agent.lies-are-errors: so is a signature that is none", arguments: everywhere + signatures)
    func sign(lie: Lie) throws {
        let program = try ScriptedAgent { _ in lie.answer }
        let agent = try Agent.connected(to: program.path)
        let key = try PublicKey(path: try Fixture.shared.get().key("client_ed25519.pub"))
        let error = try #require(failure(of: { try agent.sign([1], with: AgentIdentity(blob: key.blob)) }))
        #expect(error.code == (lie.testDescription == "another algorithm" ? .algorithmUnsupported : .agentProtocol))
        #expect(error.message.contains(lie.text), "\(error)")
        #expect(!error.message.contains("\u{1B}"))
    }

    @Test(
        "agent.lying-one-does-not-spoil-the-session: a login fails with what is wrong, and the password still logs in",
        arguments: everywhere + signatures + bareSignatures)
    func login(lie: Lie) throws {
        let connected = try ConnectedSession(["MaxAuthTries 1"])
        let (session, user) = (connected.session, connected.fixture.user)
        let program = try ScriptedAgent.holding(whenAsked: { lie.answer })
        let agent = try Agent.connected(to: program.path, session)
        let identity = try #require(try agent.identities().first)
        let error = try #require(failure(of: { try agent.authenticate(user: user, identity: identity) }))
        #expect([.agentProtocol, .algorithmUnsupported].contains(error.code))
        #expect(error.phase == .authenticating)
        #expect(error.message.contains(lie.text), "\(error)")
        let inAll = failure(of: { try session.authenticateWithAgent(user: user, agentPath: program.path) })
        #expect(inAll?.message.contains(lie.text) == true, "\(String(describing: inAll))")
        try session.authenticate(user: user, password: connected.fixture.password)
        #expect(session.isAuthenticated)
    }

    @Test("agent.wrong-signature-is-refused: a signature of the right form that is wrong is refused by the server")
    func wrongSignature() throws {
        let connected = try ConnectedSession()
        let program = try ScriptedAgent.holding(whenAsked: {
            ScriptedAgent.signature("ssh-ed25519", Array(repeating: 7, count: 64))
        })
        let error = failure(of: {
            try connected.session.authenticateWithAgent(user: connected.fixture.user, agentPath: program.path)
        })
        #expect(error?.code == .publicKeyUnverified)
        try connected.logIn()
    }

    @Test("agent.wrong-signature-is-refused: so is the SHA-1 of an agent that knows no better")
    func oldAgent() throws {
        let connected = try ConnectedSession()
        let program = try ScriptedAgent.holding(
            "client_rsa",
            whenAsked: {
                ScriptedAgent.signature("ssh-rsa", Array(repeating: 7, count: 256))
            })
        let error = failure(of: {
            try connected.session.authenticateWithAgent(user: connected.fixture.user, agentPath: program.path)
        })
        #expect(error?.code == .authenticationFailed)
        try connected.logIn()
    }
}
