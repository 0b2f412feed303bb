import Glibc
import Testing

@testable import SwiftSSH

@Suite("A program that is asked while a thread waits", .serialized)
struct InterruptionTests {
    /// Runs something on a thread that is asked.
    private func asked<Value: Sendable>(
        _ question: @escaping @Sendable () -> Bool, _ body: @escaping @Sendable () throws -> Value
    ) throws -> Value {
        try Background {
            Interruption.setQuestion(question)
            defer { Interruption.setQuestion(nil) }
            return try body()
        }.value()
    }

    /// Expects a call to be interrupted.
    private func interrupted(_ body: @escaping @Sendable () throws -> Void) throws {
        let error = try asked({ true }) { () -> SSHError? in
            do {
                try body()
            } catch let error as SSHError {
                return error
            }
            return nil
        }
        #expect(error?.code == .interrupted)
    }

    @Test("interrupt.ends-a-wait: calls of a session end, and it goes on")
    func session() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let channel = try session.running("cat")
        try interrupted { _ = try channel.read(upTo: 1) }
        try interrupted { try channel.write([UInt8](repeating: 0, count: 1 << 24)) }
        let other = try session.running("cat")
        let reader = Background { try other.read(upTo: 1) }
        session.yieldUntilSomebodyWaits()
        try interrupted { _ = try channel.waitExit() }
        try other.write([7])
        #expect(try reader.value() == [7])
        #expect(try session.output(of: "echo on") == "on\n")
    }

    @Test("interrupt.ends-a-wait: a hand-shake, which is then of no use")
    func handshake() throws {
        let (socket, far) = try makeSocketPair()
        defer { for end in [socket, far] { close(end) } }
        let session = try Session()
        try interrupted { try session.handshake(socket: socket) }
        #expect(throws: SSHError.self) { try session.handshake(socket: socket) }
    }

    @Test("interrupt.ends-a-wait: a login that waits for its agent, and the next one")
    func agent() throws {
        let connected = try ConnectedSession()
        let scripted = try ScriptedAgent { _ in .silence }
        let (session, user, path) = (connected.session, connected.fixture.user, scripted.path)
        try interrupted { try session.authenticateWithAgent(user: user, agentPath: path) }
        let agent = Agent()
        agent.path = path
        try agent.connect()
        try interrupted { _ = try agent.identities() }
        try connected.logIn()
    }

    @Test("interrupt.ends-a-wait: a wait for a file that another process has locked")
    func lockedFile() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("hosts")
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        defer { close(file) }
        #expect(flock(file, LOCK_EX) == 0)
        try interrupted { try KnownHosts().writeFile(path) }
    }

    @Test("interrupt.ends-a-wait: a wait for many hosts, which go on")
    func fleet() throws {
        let server = try ClientServer()
        let run = try FleetRun(
            "sleep 600", on: [FleetHost("127.0.0.1", port: server.port, user: server.fixture.user)],
            options: server.options)
        try interrupted { _ = try run.results() }
        #expect(run.result(0) == nil)
        run.cancel()
        #expect(try run.results().count == 1)
    }

    @Test("interrupt.waits-on: who says no is asked again, and may use the session meanwhile")
    func waitsOn() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let channel = try session.running("cat")
        nonisolated(unsafe) var count = 0
        let question: @Sendable () -> Bool = {
            count += 1
            if count == 3 { _ = try? channel.write([7]) }
            return false
        }
        #expect(try asked(question) { try channel.read(upTo: 1) } == [7])
        #expect(count >= 3)
        #expect(throws: SSHError.self) {
            try asked({ false }) { try channel.read(upTo: 1, timeout: .milliseconds(350)) }
        }
    }

    @Test("interrupt.one-thread: another thread's wait goes on, while this one is asked too")
    func oneThread() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let (silent, channel) = (try session.running("cat"), try session.running("cat"))
        let reader = Background { try channel.read(upTo: 1) }
        let question: @Sendable () -> Bool = {
            _ = try? channel.write([7])
            return (try? reader.value()) == [7]
        }
        #expect(throws: SSHError.self) { try asked(question) { try silent.read(upTo: 1) } }
        #expect(try session.output(of: "echo on") == "on\n")
    }

    @Test("Nobody is asked before a call that comes back at once, or that has no time")
    func noTime() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("cat")
        nonisolated(unsafe) var count = 0
        let question: @Sendable () -> Bool = {
            count += 1
            return true
        }
        #expect(throws: SSHError.self) { try asked(question) { try channel.read(upTo: 1, timeout: .zero) } }
        #expect(count == 0)
    }
}
