import Glibc
import Testing

@testable import SwiftSSH

/// One of each kind of object that a session hands out, in use.
private struct Objects {
    let directory: TemporaryDirectory
    let connected: ConnectedSession
    let channel: Channel
    let listener: Listener
    let source: Channel
    let sink: Channel
    let system: PublicKeySystem
    let agent: OpenSSHAgent
    let client: Agent
    let identity: AgentIdentity
    var session: Session { connected.session }

    init() throws {
        directory = try TemporaryDirectory()
        connected = try PublicKeyServer.connect("honest", directory.path("store"))
        channel = try connected.session.running("cat")
        listener = try connected.session.listen(port: 0, host: "127.0.0.1")
        let file = try directory.write(Array("content".utf8), to: "file")
        source = try connected.session.scpReceive(path: file).0
        sink = try connected.session.scpSend(path: directory.path("copy"), mode: 0o644, size: 7)
        system = try connected.session.publicKeySystem()
        agent = try OpenSSHAgent(["client_ed25519"])
        client = Agent(session: connected.session)
        client.path = agent.path
        try client.connect()
        identity = try #require(client.identities().first)
    }

    /// Calls that need the connection, of every kind of object.
    var calls: [(name: String, call: () throws -> Void)] {
        [
            ("open a channel", { _ = try session.openChannel() }),
            ("connect", { _ = try session.openDirectTCPIP(host: "127.0.0.1", port: 1) }),
            ("listen", { _ = try session.listen(port: 0) }),
            ("receive", { _ = try session.scpReceive(path: "x") }),
            ("send", { _ = try session.scpSend(path: "x", mode: 0o644, size: 1) }),
            ("start the subsystem", { _ = try session.publicKeySystem() }),
            ("ping", { try session.ping() }),
            ("read", { _ = try channel.read(upTo: 1) }),
            ("run", { try channel.execute("true") }),
        ] + used
    }

    /// Those of objects that can be ended by themselves.
    var used: [(name: String, call: () throws -> Void)] {
        [
            ("write", { try channel.write([1]) }),
            ("accept", { _ = try listener.accept() }),
            ("write a file", { try sink.write([1]) }),
            ("list keys", { _ = try system.list() }),
            ("remove a key", { try system.remove(algorithm: "ssh-ed25519", blob: [1]) }),
            ("use the agent", { try client.authenticate(user: "x", identity: identity) }),
        ]
    }

    /// Ends everything but the session.
    var endings: [() throws -> Void] {
        [
            { try channel.close() }, { try source.close() }, { try sink.close() }, { try listener.cancel() },
            { try system.shutdown() }, { client.disconnect() },
        ]
    }
}

@Suite("Objects of every kind whose session has ended")
struct EndedObjectsTests {
    @Test(
        "session.ended-for-all: they fail at once, and are ended again without harm",
        arguments: ["disconnected", "closed", "lost"])
    func ended(way: String) throws {
        let objects = try Objects()
        switch way {
        case "disconnected": try objects.session.disconnect()
        case "closed": objects.session.close()
        default: shutdown(try #require(objects.session.socket), Int32(SHUT_RDWR))
        }
        for (name, call) in objects.calls {
            let code = failure(of: call)?.code
            #expect(code != nil && code != .timeout && code != .again, "\(name)")
        }
        for ending in objects.endings + objects.endings {
            do {
                try ending()
            } catch let error as SSHError {
                #expect(error.code != .timeout && error.code != .again)
            }
        }
        // The agent itself lives on: it is no part of the connection.
        try objects.client.connect()
        #expect(try objects.client.identities() == [objects.identity])
    }

    @Test("session.ended-twice: ending them twice does no harm, and what comes after is refused")
    func twice() throws {
        let objects = try Objects()
        try objects.sink.write(Array("content".utf8))
        #expect(try objects.source.read(upTo: 8) == Array("content".utf8))
        for ending in objects.endings {
            try ending()
            try ending()
        }
        for (name, call) in objects.used {
            let code = failure(of: call)?.code
            #expect(code != nil && code != .timeout, "\(name)")
        }
        #expect(try objects.directory.read("copy") == Array("content".utf8))
        #expect(try objects.session.output(of: "echo goes on") == "goes on\n")
    }
}
