import Glibc
import Testing

@testable import SwiftSSH

@Suite("Servers that stop answering")
struct KeepaliveTests {
    private static let engines: [EngineChoice] = [.libssh2, .native]

    private func isLost(_ error: SSHError?) -> Bool {
        error?.code == .socketDisconnect && error?.errno == ETIMEDOUT
            && error?.message.contains("the server has not answered for") == true
    }

    /// A client, and its server, which has been stopped, with a channel from before; nil where that was given up beforehand, as a
    /// machine may be slower than it was to be.
    private func stoppedInTime(
        _ engine: EngineChoice, _ keepalive: Duration, count: Int
    ) throws -> (client: SSHClient, channel: Channel, server: StoppedServer)? {
        do {
            let client = try ClientServer().client {
                $0.engine = engine
                $0.keepalive = keepalive
                $0.keepaliveCount = count
            }
            let channel = try client.session.running("cat")
            return (client, channel, try StoppedServer(of: client))
        } catch let error as SSHError where isLost(error) {
            return nil
        }
    }

    @Test("client.keepalive: a server that has stopped ends the calls that wait, and later ones", arguments: engines)
    func stopped(_ engine: EngineChoice) throws {
        let found = try withEverMoreTime(from: .milliseconds(100)) {
            try stoppedInTime(engine, $0, count: 2)
        } until: {
            $0 != nil
        }
        let (client, channel, server) = try #require(found)
        let read = Background { failure { try channel.read(upTo: 1) } }
        // It is a question itself where none can be asked beside it.
        #expect(isLost(failure { try client.run("echo never") }))
        #expect(isLost(try read.value()))
        #expect(isLost(failure { try client.run("echo never") }))
        #expect(!client.isConnected)
        withExtendedLifetime(server) {}
    }

    @Test("client.keepalive: nobody need be waiting for the end to be noticed", arguments: engines)
    func idle(_ engine: EngineChoice) throws {
        let found = try withEverMoreTime(from: .milliseconds(50)) {
            try stoppedInTime(engine, $0, count: 1)
        } until: {
            $0 != nil
        }
        let (client, _, server) = try #require(found)
        yield(until: { !client.isConnected })
        withExtendedLifetime(server) {}
    }

    @Test("client.keepalive-healthy: a server that has nothing to say is waited for", arguments: engines)
    func silent(_ engine: EngineChoice) throws {
        let client = try ClientServer().client {
            $0.engine = engine
            $0.keepalive = .milliseconds(100)
            $0.keepaliveCount = 20
        }
        #expect(try client.run("sleep 3; echo on").text == "on\n")
    }

    @Test(
        "client.keepalive-healthy: the opening of a connection elsewhere may take long on an engine that can ask nothing beside it"
    )
    func forwarded() throws {
        let client = try ClientServer().client {
            $0.engine = .libssh2
            $0.keepalive = .zero
        }
        let connection = client.session.connection
        let waiting = Operation<Void>({ .wouldBlock }, mayTakeLong: true)
        try connection.locked { () throws(SSHError) in
            connection.liveness = Liveness(interval: .nanoseconds(1), most: 1)
            connection.lane.append(waiting)
            for _ in 0..<3 { try connection.checkServer() }
            connection.lane = []
            connection.liveness = nil
        }
        #expect(try client.run("echo on").text == "on\n")
    }

    @Test("client.keepalive: what comes starts the count anew, and being held up oneself is no silence of the server's")
    func counts() {
        var liveness = Liveness(interval: .nanoseconds(1), most: 2)
        func step() -> String {
            yield(until: { liveness.next.hasPassed })
            return switch liveness.step() {
            case .nothing: "nothing"
            case .ask: "ask"
            case .giveUp: "give up"
            }
        }
        #expect([step(), step(), step()] == ["ask", "nothing", "give up"])
        liveness.noteSign()
        #expect(step() == "ask")
        var patient = Liveness(interval: .seconds(3600), most: 1)
        if case .nothing = patient.step() {} else { Issue.record("asked too early") }
    }

    @Test("client.keepalive: the system gives up a machine that acknowledges nothing as well")
    func machine() throws {
        let client = try ClientServer().client()
        let socket = try #require(client.session.socket)
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        #expect(getsockopt(socket, Int32(IPPROTO_TCP), TCP_USER_TIMEOUT, &value, &length) == 0)
        #expect(value == 60_000)
        #expect(getsockopt(socket, SOL_SOCKET, SO_KEEPALIVE, &value, &length) == 0)
        #expect(value == 1)
    }
}
