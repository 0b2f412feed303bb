import Glibc
import Testing

@testable import SwiftSSH

@Suite("An agent's keys and signatures")
struct AgentTests {
    static let kinds = ["client_ed25519", "client_ecdsa_256", "client_ecdsa_384", "client_ecdsa_521", "client_rsa"]

    private func publicKey(_ name: String) throws -> PublicKey {
        try PublicKey(path: try Fixture.shared.get().key(name + ".pub"))
    }

    @Test("agent.lists-keys: the keys come in the agent's order with their comments and fingerprints")
    func lists() throws {
        let program = try OpenSSHAgent(Self.kinds)
        let agent = try Agent.connected(to: program.path)
        let identities = try agent.identities()
        #expect(identities.map(\.blob) == (try Self.kinds.map { try publicKey($0).blob }))
        let listed = try runProcessChecked(["ssh-add", "-l"], environment: ["SSH_AUTH_SOCK": program.path]).text
        for (identity, line) in zip(identities, listed.split(separator: "\n")) {
            let words = line.split(separator: " ")
            #expect(identity.fingerprint == String(words[1]))
            #expect(
                String(decoding: identity.comment, as: UTF8.self)
                    == words.dropFirst(2).dropLast().joined(separator: " "))
        }
        let empty = try OpenSSHAgent()
        #expect(try Agent.connected(to: empty.path).identities().isEmpty)
    }

    @Test(
        "agent.signs: each key signs with the algorithm that was asked for",
        arguments: [
            ("client_ed25519", nil, "ssh-ed25519"), ("client_ecdsa_256", nil, "ecdsa-sha2-nistp256"),
            ("client_ecdsa_384", nil, "ecdsa-sha2-nistp384"), ("client_ecdsa_521", nil, "ecdsa-sha2-nistp521"),
            ("client_rsa", nil, "rsa-sha2-512"), ("client_rsa", "rsa-sha2-256", "rsa-sha2-256"),
            ("client_rsa", "ssh-rsa", "ssh-rsa"),
        ] as [(String, String?, String)])
    func signs(key: String, asked: String?, expected: String) throws {
        let program = try OpenSSHAgent([key])
        let agent = try Agent.connected(to: program.path)
        let identity = try #require(try agent.identities().first)
        let data = Array("what is signed".utf8)
        let signature = try agent.sign(data, with: identity, algorithm: asked)
        var reader = WireReader(signature)
        #expect(reader.text() == expected)
        let rest = reader.string()
        let bare = try #require(rest)
        let algorithm = try #require(SignatureAlgorithm(name: expected))
        #expect(try publicKey(key).isValid(signature: bare, over: data, algorithm: algorithm))
    }

    @Test("agent.refuses-other-algorithms: an algorithm that the key does not sign with is refused unasked")
    func otherAlgorithm() throws {
        let program = try OpenSSHAgent(["client_ed25519"])
        let agent = try Agent.connected(to: program.path)
        let identity = try #require(try agent.identities().first)
        let error = failure(of: { try agent.sign([1], with: identity, algorithm: "rsa-sha2-256") })
        #expect(error?.code == .algorithmUnsupported)
        #expect(failure(of: { try agent.sign([1], with: AgentIdentity(blob: [1, 2])) })?.code == .agentProtocol)
    }

    @Test("agent.missing-is-told: a path without an agent gives the path and the errno")
    func missing() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write([1], to: "file")
        let agent = Agent()
        for (path, number) in [(directory.path("nothing"), ENOENT), (file, ECONNREFUSED)] {
            agent.path = path
            let error = try #require(failure(of: { try agent.connect() }))
            #expect(error.code == .agentProtocol)
            #expect(error.path == path)
            #expect(error.errno == number)
            #expect(error.phase == .connecting)
        }
        agent.path = String(repeating: "a", count: 200)
        #expect(failure(of: { try agent.connect() })?.code == .agentProtocol)
    }

    @Test("agent.needs-connecting: what needs a connection says so before there is one and after its end")
    func unconnected() throws {
        let program = try OpenSSHAgent(["client_ed25519"])
        let session = try Session()
        let agent = Agent(session: session)
        agent.path = program.path
        #expect(agent.path == program.path)
        #expect(failure(of: { try agent.identities() })?.code == .badUse)
        try agent.connect()
        try agent.connect()
        #expect(try agent.identities().count == 1)
        agent.disconnect()
        agent.disconnect()
        #expect(failure(of: { try agent.identities() })?.code == .badUse)
        #expect(agent.session?.lastError?.code == .badUse)
        let identity = AgentIdentity(blob: [])
        #expect(failure(of: { try agent.sign([1], with: identity) })?.code == .badUse)
        #expect(failure(of: { try agent.authenticate(user: "user", identity: identity) })?.code == .badUse)
        #expect(failure(of: { try Agent().authenticate(user: "user") })?.code == .badUse)
    }

    @Test("agent.comes-back: the next call finds an agent that was started anew")
    func restarted() throws {
        let first = try OpenSSHAgent(["client_ed25519"])
        let agent = try Agent.connected(to: first.path)
        #expect(try agent.identities().count == 1)
        first.end()
        #expect(failure(of: { try agent.identities() })?.code == .agentProtocol)
        #expect(failure(of: { try agent.identities() })?.code == .agentProtocol)
        unlink(first.path)
        let listener = try ScriptedAgent { _ in ScriptedAgent.list([[1], [2]]) }
        #expect(symlink(listener.path, first.path) == 0)
        #expect(try agent.identities().map(\.blob) == [[1], [2]])
    }

    @Test("agent.threads-side-by-side: a thread that waits for a signature holds up no other")
    func sideBySide() throws {
        let gate = Gate()
        let program = try ScriptedAgent { question in
            if question.first == 11 { return ScriptedAgent.list([[1]]) }
            gate.pass()
            return ScriptedAgent.signature("unknown", [1])
        }
        let agent = try Agent.connected(to: program.path)
        let identity = AgentIdentity(blob: [1])
        let signing = Background { try agent.sign([1], with: identity) }
        gate.waitForSomebody()
        #expect(try agent.identities() == [AgentIdentity(blob: [1], comment: Array("a key".utf8))])
        gate.open()
        #expect(try signing.value() == [0, 0, 0, 7] + Array("unknown".utf8) + [0, 0, 0, 1, 1])
    }

    @Test("agent.disconnect-wakes-waiters: a disconnect from another thread ends a call at once")
    func disconnectWakes() throws {
        let gate = Gate()
        let program = try ScriptedAgent { _ in
            gate.pass()
            return .silence
        }
        let agent = try Agent.connected(to: program.path)
        let listing = Background { failure(of: { try agent.identities(timeout: ConnectedSession.patience) }) }
        gate.waitForSomebody()
        agent.disconnect()
        gate.open()
        #expect(try listing.value()?.code == .agentProtocol)
    }
}
