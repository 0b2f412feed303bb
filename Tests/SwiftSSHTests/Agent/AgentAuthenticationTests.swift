import Glibc
import Testing

@testable import SwiftSSH

@Suite("Authenticating with an agent")
struct AgentAuthenticationTests {
    @Test("agent.login: each kind of key in the agent logs in", arguments: AgentTests.kinds)
    func login(key: String) throws {
        let program = try OpenSSHAgent([key])
        let connected = try ConnectedSession()
        let agent = try Agent.connected(to: program.path, connected.session)
        let identity = try #require(try agent.identities().first)
        try agent.authenticate(user: connected.fixture.user, identity: identity)
        #expect(connected.session.isAuthenticated)
        #expect(try connected.session.output(of: "echo in") == "in\n")
    }

    @Test("agent.login-with-any-key: the keys are tried in order until the server takes one")
    func anyKey() throws {
        let program = try OpenSSHAgent(["stranger_ed25519", "client_ecdsa_256", "client_rsa"])
        let connected = try ConnectedSession()
        try connected.session.authenticateWithAgent(user: connected.fixture.user, agentPath: program.path)
        #expect(connected.session.isAuthenticated)
    }

    @Test("agent.no-key-matches: no key that the server takes, and no key at all, are a refusal")
    func noneMatches() throws {
        let connected = try ConnectedSession()
        let program = try OpenSSHAgent(["stranger_ed25519"])
        let agent = try Agent.connected(to: program.path, connected.session)
        let error = try #require(failure(of: { try agent.authenticate(user: connected.fixture.user) }))
        #expect(error.code == .authenticationFailed)
        #expect(error.message.contains("none of the agent's 1 keys"), "\(error)")
        let identity = try #require(try agent.identities().first)
        let refusal = failure(of: { try agent.authenticate(user: connected.fixture.user, identity: identity) })
        #expect(refusal?.code == .authenticationFailed)
        let empty = try OpenSSHAgent()
        let nothing = failure(of: {
            try connected.session.authenticateWithAgent(user: connected.fixture.user, agentPath: empty.path)
        })
        #expect(nothing?.code == .authenticationFailed)
        #expect(connected.session.lastError == nothing)
        try connected.logIn()
    }

    // A limit of one failure: whatever the server counts as one ends the connection.
    @Test("agent.signing-costs-no-attempt: an agent that is slow, says no or dies costs nothing of MaxAuthTries")
    func attempts() throws {
        let connected = try ConnectedSession(["MaxAuthTries 1"])
        let (session, user) = (connected.session, connected.fixture.user)
        let gate = Gate()
        let slow = try ScriptedAgent.holding(whenAsked: {
            gate.pass()
            return .refusal
        })
        let refused = Background {
            failure(of: { try session.authenticateWithAgent(user: user, agentPath: slow.path) })
        }
        gate.waitForSomebody()
        session.yieldUntilSomebodyWaits()
        gate.open()
        #expect(try refused.value()?.message.contains("did not sign") == true)
        let dying = try ScriptedAgent.holding(whenAsked: { .close })
        let dead = failure(of: { try session.authenticateWithAgent(user: user, agentPath: dying.path) })
        #expect(dead?.code == .agentProtocol)
        let working = try ScriptedAgent.holding()
        try session.authenticateWithAgent(user: user, agentPath: working.path)
        #expect(session.isAuthenticated)
    }

    @Test("agent.declined-key-is-passed-over: a key that the agent does not sign with makes room for the next one")
    func declined() throws {
        let fixture = try Fixture.shared.get()
        let keys = try ["client_ecdsa_256", "client_ed25519"].map {
            try PrivateKey(path: fixture.key($0), passphrase: nil)
        }
        let program = try ScriptedAgent { question in
            if question.first == 11 { return ScriptedAgent.list([[0, 0, 0, 1, 65]] + keys.map(\.publicKeyBlob)) }
            var reader = WireReader(question.dropFirst())
            guard reader.string() == keys[1].publicKeyBlob, let data = reader.string(),
                let bare = try? keys[1].signature(over: data, algorithm: .ed25519)
            else { return .refusal }
            return ScriptedAgent.signature("ssh-ed25519", bare)
        }
        let connected = try ConnectedSession(["MaxAuthTries 1"])
        try connected.session.authenticateWithAgent(user: fixture.user, agentPath: program.path)
        #expect(connected.session.isAuthenticated)
    }

    @Test("agent.partial-success: a key that is accepted where more is wanted ends the search, and the rest goes on")
    func partialSuccess() throws {
        let program = try OpenSSHAgent(["client_ed25519", "client_ecdsa_256", "client_ecdsa_384"])
        let connected = try ConnectedSession(["AuthenticationMethods publickey,password", "MaxAuthTries 2"])
        let (session, user) = (connected.session, connected.fixture.user)
        let error = failure(of: { try session.authenticateWithAgent(user: user, agentPath: program.path) })
        #expect(error?.code == .publicKeyUnverified)
        try session.authenticate(user: user, password: connected.fixture.password)
        #expect(session.isAuthenticated)
    }

    @Test("agent.unusable-types-are-told: a security key that cannot be used is refused before the server is asked")
    func securityKey() throws {
        let connected = try ConnectedSession(["MaxAuthTries 1"])
        var writer = WireWriter()
        writer.string("sk-ssh-ed25519@openssh.com")
        let blob = writer.bytes
        let program = try ScriptedAgent { _ in ScriptedAgent.list([blob]) }
        let agent = try Agent.connected(to: program.path, connected.session)
        let error = failure(of: {
            try agent.authenticate(user: connected.fixture.user, identity: AgentIdentity(blob: blob))
        })
        #expect(error?.code == .algorithmUnsupported)
        #expect(failure(of: { try agent.authenticate(user: connected.fixture.user) })?.code == .authenticationFailed)
        try connected.logIn()
    }

    @Test("agent.session-is-needed: without a hand-shake there is nothing to authenticate")
    func noHandshake() throws {
        let program = try OpenSSHAgent(["client_ed25519"])
        let session = try Session()
        let error = failure(of: { try session.authenticateWithAgent(user: "user", agentPath: program.path) })
        #expect(error?.code == .badUse)
    }
}
