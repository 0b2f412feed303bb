import Glibc
import Testing

@testable import SwiftSSH

@Suite("Callers") struct CallerTests {
    /// An event loop, as small as can be: it waits for one descriptor, and knows who is to call again.
    private final class Loop {
        let session: Session
        private let descriptor: Int32
        private var told: Set<UInt64> = []

        init(_ session: Session) throws {
            self.session = session
            descriptor = try #require(session.noticeDescriptor)
        }

        /// Waits until a caller is to call again.
        func wait(for caller: Caller) throws {
            while told.remove(caller.number) == nil {
                var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                try #require(poll(&wanted, 1, 60_000) == 1, "nobody is told anything")
                told.formUnion(try session.turn())
            }
        }

        /// Makes a call to its end.
        func finish<Value>(_ caller: Caller, _ call: () throws(SSHError) -> Value) throws -> Value {
            while true {
                if let value = try caller.attempt(call) { return value }
                try wait(for: caller)
            }
        }
    }

    @Test("caller.told: who would block is told when to call again, and everything is done so")
    func told() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let loop = try Loop(session)
        let (reader, writer) = (Caller(session, number: 1), Caller(session, number: 2))
        let channel = try loop.finish(reader) { () throws(SSHError) in try session.openChannel() }
        try loop.finish(reader) { () throws(SSHError) in try channel.execute("cat; exit 4") }
        #expect(try reader.attempt { () throws(SSHError) in try channel.read(upTo: 10) } == nil)
        _ = try loop.finish(writer) { () throws(SSHError) in try channel.write(Array("ping".utf8)) }
        try loop.wait(for: reader)
        #expect(
            try loop.finish(reader) { () throws(SSHError) in try channel.read(upTo: 10) } == Array("ping".utf8))
        // More than fits: the writer is told of room, the reader of bytes.
        var random = Randomness(seed: 4)
        let bytes = random.bytes(4 << 20)
        var (written, read) = (0, [UInt8]())
        while read.count < bytes.count {
            if written < bytes.count {
                let rest = Array(bytes[written..<min(written + 100_000, bytes.count)])
                if let count = try writer.attempt({ () throws(SSHError) in try channel.write(rest) }) {
                    written += count
                    continue
                }
            }
            read += try loop.finish(reader) { () throws(SSHError) in try channel.read(upTo: 65536) }
        }
        #expect(read == bytes)
        try loop.finish(writer) { () throws(SSHError) in try channel.sendEOF() }
        #expect(try loop.finish(reader) { () throws(SSHError) in try channel.waitExit() } == .exited(4))
        #expect(session.lastError == nil)

        let directory = try TemporaryDirectory()
        let path = RemotePath(directory.path + "/file")
        let sftp = try loop.finish(reader) { () throws(SSHError) in try session.sftp() }
        let file = try loop.finish(reader) { () throws(SSHError) in try sftp.open(path, [.write, .read, .create]) }
        written = 0
        while written < bytes.count {
            let rest = Array(bytes[written...])
            written += try loop.finish(writer) { () throws(SSHError) in try file.write(rest) }
        }
        try loop.finish(writer) { () throws(SSHError) in try file.flush() }
        file.seek(to: 0)
        read = []
        while read.count < bytes.count {
            read += try loop.finish(reader) { () throws(SSHError) in try file.read(upTo: 65536) }
        }
        #expect(read == bytes)
        try loop.finish(reader) { () throws(SSHError) in try file.close() }
        let attributes = try loop.finish(reader) { () throws(SSHError) in try sftp.stat(path) }
        #expect(attributes.size == UInt64(bytes.count))
        let missing = failure { try loop.finish(reader) { () throws(SSHError) in try sftp.stat("/none/such") } }
        #expect(missing?.code == .sftpProtocol)
    }

    @Test("caller.told: an agent's answer is news too")
    func toldOfAgent() throws {
        let connected = try ConnectedSession()
        let session = connected.session
        let gate = Gate()
        let program = try ScriptedAgent.holding(
            "client_ed25519",
            whenAsked: {
                gate.pass()
                return nil
            })
        let loop = try Loop(session)
        let asked = Background {
            gate.waitForSomebody()
            gate.open()
        }
        try loop.finish(Caller(session, number: 1)) { () throws(SSHError) in
            try session.authenticateWithAgent(user: connected.fixture.user, agentPath: program.path)
        }
        try asked.value()
        #expect(session.isAuthenticated)
    }

    @Test("caller.apart: the same call of two callers is two calls")
    func apart() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let loop = try Loop(session)
        let callers = (0..<8).map { Caller(session, number: $0) }
        var channels: [Channel?] = []
        for caller in callers {
            channels.append(try caller.attempt { () throws(SSHError) in try session.openChannel() })
        }
        for (index, caller) in callers.enumerated() where channels[index] == nil {
            channels[index] = try loop.finish(caller) { () throws(SSHError) in try session.openChannel() }
        }
        let opened = channels.compactMap { $0 }
        #expect(Set(opened.map { ObjectIdentifier($0.queues) }).count == callers.count)
        for (channel, caller) in zip(opened, callers) {
            try loop.finish(caller) { () throws(SSHError) in try channel.execute("echo \(caller.number)") }
            let line = try loop.finish(caller) { () throws(SSHError) in try channel.read(upTo: 10) }
            #expect(line == Array("\(caller.number)\n".utf8))
        }
        let wrong = failure {
            try callers[0].attempt { () throws(SSHError) in
                _ = try callers[1].wait { () throws(SSHError) in 1 }
            }
        }
        #expect(wrong?.code == .badUse)
    }

    @Test("caller.given-up: what a caller has under way ends with it, and the session goes on")
    func givenUp() throws {
        // Twice as many are opened below; a few of them may be in the midst of closing.
        let connected = try ConnectedSession.loggedIn(["MaxSessions=20"])
        let session = connected.session
        let loop = try Loop(session)
        let sftp = try session.sftp()
        for _ in 0..<20 {
            // Dropped in the middle: a channel, a conversation, and a handle that comes too late.
            _ = try Caller(session, number: 1).attempt { () throws(SSHError) in try session.openChannel() }
            _ = try Caller(session, number: 1).attempt { () throws(SSHError) in try session.sftp() }
            _ = try Caller(session, number: 1).attempt { () throws(SSHError) in try sftp.openDirectory("/") }
            try session.ping()
            #expect(try sftp.realPath("/") == "/")
        }
        let caller = Caller(session, number: 2)
        #expect(session.connection.peek { session.connection.channels.count } == 1)
        let channel = try loop.finish(caller) { () throws(SSHError) in try session.openChannel() }
        try loop.finish(caller) { () throws(SSHError) in try channel.execute("echo on") }
        #expect(try loop.finish(caller) { () throws(SSHError) in try channel.read(upTo: 10) } == Array("on\n".utf8))
    }

    @Test("caller.deadline: a caller's time is over all of its attempts, and nobody else's time counts")
    func deadline() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let loop = try Loop(session)
        let channel = try session.running("cat")
        session.timeout = .zero
        let caller = Caller(session, number: 1)
        let read = { () throws(SSHError) in try channel.read(upTo: 10) }
        #expect(try caller.attempt(read) == nil)
        caller.setTimeout(.zero)
        #expect(failure { try caller.attempt(read) }?.code == .timeout)
        #expect(failure { try caller.wait(read) }?.code == .timeout)
        caller.setTimeout(ConnectedSession.patience)
        #expect(try caller.attempt(read) == nil)
        _ = try channel.write(Array("on".utf8), timeout: ConnectedSession.patience)
        #expect(try loop.finish(caller, read) == Array("on".utf8))
    }

    @Test("caller.cancel: a call that waits is ended from another thread, and the session goes on")
    func cancel() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let channel = try session.running("cat")
        let caller = Caller(session, number: 1)
        let waiting = Background { failure { try caller.wait { () throws(SSHError) in try channel.read(upTo: 10) } } }
        session.yieldUntilSomebodyWaits()
        caller.cancel()
        #expect(try waiting.value()?.code == .cancelled)
        #expect(failure { try caller.attempt { () throws(SSHError) in try channel.read(upTo: 1) } }?.code == .cancelled)
        try channel.write(Array("on".utf8))
        #expect(try channel.read(upTo: 10) == Array("on".utf8))
    }

    @Test("caller.others-turns: a caller is told of what another thread has taken in")
    func othersTurns() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let loop = try Loop(session)
        let (mine, theirs) = (try session.running("cat"), try session.running("cat"))
        let caller = Caller(session, number: 1)
        for _ in 0..<50 {
            let waiting = Background { try theirs.read(upTo: 1) }
            session.yieldUntilSomebodyWaits()
            #expect(try caller.attempt { () throws(SSHError) in try mine.read(upTo: 1) } == nil)
            try mine.write([1])
            try loop.wait(for: caller)
            #expect(try loop.finish(caller) { () throws(SSHError) in try mine.read(upTo: 1) } == [1])
            try theirs.write([2])
            #expect(try waiting.value() == [2])
        }
    }

    @Test("caller.lost-connection: every caller is told when the connection ends")
    func lostConnection() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let loop = try Loop(session)
        let channel = try session.running("echo up; read line; kill -9 $PPID")
        #expect(try channel.read(upTo: 10) == Array("up\n".utf8))
        let callers = (0..<5).map { Caller(session, number: $0) }
        for caller in callers {
            #expect(try caller.attempt { () throws(SSHError) in try channel.waitExit() } == nil)
        }
        try channel.write([10])
        for caller in callers {
            let error = failure { try loop.finish(caller) { () throws(SSHError) in try channel.waitExit() } }
            #expect(error?.code.endsConnection == true)
        }
    }

    @Test("caller.client: a client's commands and forwards are begun and driven by callers")
    func client() throws {
        let client = try ClientServer().client()
        let loop = try Loop(client.session)
        let callers = (0..<5).map { Caller(client.session, number: $0) }
        for caller in callers {
            _ = try caller.attempt { () throws(SSHError) in
                try client.start("echo $SWIFTSSH_A; cat; exit 3", environment: ["SWIFTSSH_A": "a"])
            }
        }
        for caller in callers {
            let process = try loop.finish(caller) { () throws(SSHError) in
                try client.start("echo $SWIFTSSH_A; cat; exit 3", environment: ["SWIFTSSH_A": "a"])
            }
            let result = try loop.finish(caller) { () throws(SSHError) in
                try process.communicate(input: Array("b\n".utf8))
            }
            #expect(result.text == "a\nb\n")
            #expect(result.exit == .exited(3))
        }
        let refused = failure {
            try loop.finish(callers[0]) { () throws(SSHError) in
                try client.start("true", environment: ["PATH": "/nowhere"])
            }
        }
        #expect(refused?.code == .channelRequestDenied)
        #expect(refused?.message.contains("PATH") == true)
        let forward = try loop.finish(callers[1]) { () throws(SSHError) in
            try client.forwardRemote(to: "127.0.0.1", port: 9)
        }
        #expect(forward.boundPort > 0)
        forward.close()
    }
}
