import Glibc
import Testing

@testable import SwiftSSH

/// A server that takes forwarded agents, and the client of an agent.
private struct ForwardingServer {
    let server: ClientServer
    var fixture: Fixture { server.fixture }

    init(_ options: [String] = ["AllowAgentForwarding yes"]) throws {
        server = try ClientServer(options)
    }

    /// A client that forwards an agent; nil where the engine cannot, which it then says.
    func client(forwarding path: String) throws -> SSHClient? {
        let connect = { try server.client { $0.forwardedAgent = .socket(path) } }
        if Session.capabilities.contains(.agentForwarding) { return try connect() }
        let error = failure(of: { _ = try connect() })
        #expect(error?.code == .methodNotSupported)
        #expect(error?.message.contains("1.11 or newer can, and the native engine") == true)
        return nil
    }

    /// The command that logs in on the same server with nothing but the agent.
    var hop: String {
        "ssh -F none -o BatchMode=yes -o IdentityFile=none -o StrictHostKeyChecking=yes"
            + " -o UserKnownHostsFile=\(fixture["known_hosts"]) -p \(server.port) \(fixture.user)@127.0.0.1"
    }
}

@Suite struct AgentForwardingTests {
    @Test(
        "client.agent-forwarding: what runs on the host sees the keys of the agent here and logs in elsewhere with them, in each process of the connection."
    )
    func used() throws {
        let agent = try OpenSSHAgent(["client_ed25519", "client_ecdsa_256"])
        let server = try ForwardingServer()
        guard let client = try server.client(forwarding: agent.path) else { return }
        for _ in 0..<2 {
            let keys = try client.run("ssh-add -l").check().text
            #expect(keys.contains("client_ed25519") && keys.contains("client_ecdsa_256"))
        }
        #expect(try client.run("\(server.hop) echo there").check().text == "there\n")
        // A shell, with a terminal, has it too.
        let shell = try client.startShell()
        let session = try shell.communicate(input: Array("ssh-add -l\nexit\n".utf8))
        #expect(session.text.contains("client_ed25519"))
        client.close()
    }

    @Test(
        "client.agent-forwarding-bound: keys that may be used on some hosts only are of no use through others, where the engine can tell the agent."
    )
    func bound() throws {
        let agent = try OpenSSHAgent()
        let server = try ForwardingServer()
        let hosts = ["-H", server.fixture["known_hosts"], "-h", "127.0.0.1"]
        // One may be used from here on the host, the other from the host on as well.
        try agent.add("client_ed25519", hosts)
        try agent.add("client_ecdsa_256", hosts + ["-h", "127.0.0.1>127.0.0.1"])
        guard let client = try server.client(forwarding: agent.path) else { return }
        let keys = try client.run("ssh-add -l").check().text
        #expect(keys.contains("client_ecdsa_256"))
        guard client.session.engine == .native else { return }
        #expect(!keys.contains("client_ed25519"))
        #expect(try client.run("\(server.hop) echo there").check().text == "there\n")
    }

    /// The content of the next question to an agent; nil at the end of the connection.
    private static func question(_ connection: Int32) -> [UInt8]? {
        var header = WireReader(Loopback.receive(4, from: connection))
        return header.uint32().map { Loopback.receive(Int($0), from: connection) }
    }

    @Test("client.agent-forwarding-off: nothing is forwarded unless an agent is named.")
    func off() throws {
        let client = try ForwardingServer().server.client()
        #expect(try client.run("echo \"[$SSH_AUTH_SOCK]\"").text == "[]\n")
    }

    @Test(
        "client.agent-forwarding-refused: an agent that is not there ends connecting, a server that takes none the start; each says so."
    )
    func refused() throws {
        guard Session.capabilities.contains(.agentForwarding) else { return }
        let directory = try TemporaryDirectory()
        let missing = failure(of: { _ = try ForwardingServer().client(forwarding: directory.path("none")) })
        #expect(missing?.code == .agentProtocol && missing?.errno == ENOENT)
        #expect(missing?.message.hasPrefix("no agent can be forwarded: ") == true)
        let agent = try OpenSSHAgent()
        let client = try #require(try ForwardingServer(["AllowAgentForwarding no"]).client(forwarding: agent.path))
        let error = failure(of: { _ = try client.run("true") })
        #expect(error?.code == .channelRequestDenied)
        #expect(error?.message.contains("AllowAgentForwarding") == true)
        #expect(client.isConnected)
    }

    @Test(
        "client.agent-forwarding-death: an agent that hangs up, lies or dies ends the connections to it and nothing else."
    )
    func death() throws {
        guard Session.capabilities.contains(.agentForwarding) else { return }
        let server = try ForwardingServer()
        let closing = try ScriptedAgent { _ in .close }
        let client = try #require(try server.client(forwarding: closing.path))
        #expect(try client.run("ssh-add -l").exit != .exited(0))
        let lying = try ScriptedAgent { _ in .bytes([255, 255, 255, 255, 1, 2, 3], thenCloses: true) }
        let other = try #require(try server.client(forwarding: lying.path))
        #expect(try other.run("ssh-add -l").exit != .exited(0))
        let agent = try OpenSSHAgent(["client_ed25519"])
        let third = try #require(try server.client(forwarding: agent.path))
        #expect(try third.run("ssh-add -l").exit == .exited(0))
        agent.end()
        #expect(try third.run("ssh-add -l").exit != .exited(0))
        for client in [client, other, third] { #expect(try client.run("echo on").text == "on\n") }
    }

    @Test("client.agent-forwarding-many: twenty programs on the host ask the agent at once, and each has its answer.")
    func many() throws {
        let agent = try OpenSSHAgent(["client_ed25519"])
        guard let client = try ForwardingServer().client(forwarding: agent.path) else { return }
        let command: RemoteCommand = "for i in $(seq 20); do ssh-add -l & done; wait"
        #expect(try client.run(command).check().text.split(separator: "\n").count == 20)
        let runs = (0..<20).map { _ in Background { try client.run("ssh-add -l").check().text } }
        for run in runs { #expect(try run.value().contains("client_ed25519")) }
    }

    @Test("client.agent-forwarding-close: closing the client ends the connections to the agent.")
    func closing() throws {
        guard Session.capabilities.contains(.agentForwarding) else { return }
        let directory = try TemporaryDirectory()
        let listener = try ScriptedAgent.listen(directory.path("agent"))
        defer { close(listener) }
        let client = try #require(try ForwardingServer().client(forwarding: directory.path("agent")))
        // The one that was made to see whether there is an agent.
        close(Loopback.accept(listener))
        let process = try client.start("ssh-add -l")
        let connection = Loopback.accept(listener)
        defer { close(connection) }
        var question = try #require(AgentForwardingTests.question(connection))
        if question.first == 27 {
            // Through which host it comes; an agent need not know that.
            let refusal: [UInt8] = [0, 0, 0, 1, 5]
            _ = Glibc.send(connection, refusal, refusal.count, Int32(MSG_NOSIGNAL))
            question = try #require(AgentForwardingTests.question(connection))
        }
        #expect(question == [11])
        client.close()
        #expect(Loopback.receive(1, from: connection).isEmpty)
        #expect(failure(of: { _ = try process.wait() })?.code.endsWaiting == true)
    }

    @Test(
        "session.agent-listener: without a client, connections to the agent are accepted as those of a listener, and refused where nobody listens."
    )
    func listener() throws {
        let connected = try ConnectedSession.loggedIn(["AllowAgentForwarding yes"])
        let session = connected.session
        guard Session.capabilities.contains(.agentForwarding) else {
            #expect(failure(of: { _ = try session.listenForAgent() })?.code == .methodNotSupported)
            return
        }
        let listener = try session.listenForAgent()
        #expect(failure(of: { _ = try session.listenForAgent() })?.code == .badUse)
        #expect(listener.boundPort == 0)
        let channel = try session.openChannel()
        try channel.requestAgentForwarding()
        try channel.execute("ssh-add -l; read line; ssh-add -l; echo $?")
        let agent = try listener.accept()
        #expect(try agent.read(exactly: 5) == [0, 0, 0, 1, 11])
        try agent.write([0, 0, 0, 5, 12, 0, 0, 0, 0])
        #expect(try agent.read(upTo: 5).isEmpty)
        try agent.close()
        #expect(try channel.read(upTo: 100) == Array("The agent has no identities.\n".utf8))
        try listener.cancel()
        #expect(failure(of: { _ = try listener.accept() })?.code == .badUse)
        try channel.write(Array("\n".utf8))
        // What it says of the refusal goes to standard error.
        #expect(try channel.read(upTo: 100) != Array("0\n".utf8))
        // Another one may listen then.
        _ = try session.listenForAgent()
    }
}

extension Channel {
    /// Reads as many bytes as are wanted, however they come.
    fileprivate func read(exactly count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let piece = try read(upTo: count - bytes.count)
            if piece.isEmpty { break }
            bytes += piece
        }
        return bytes
    }
}

extension SSHError.Code {
    /// Whether a call that waited ends with it when its connection does.
    fileprivate var endsWaiting: Bool { [.cancelled, .closed, .socketDisconnect].contains(self) }
}
