import Testing

@testable import SwiftSSH

@Suite("The streams of a channel")
struct StreamsTests {
    @Test("channel.both-streams: two megabytes on each come whole, whichever is read first", arguments: [UInt32(0), 1])
    func both(first: UInt32) throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running(
            "head -c 2000000 /dev/zero | tr '\\0' o & head -c 2000000 /dev/zero | tr '\\0' e >&2; wait")
        let other = Background { try channel.readToEnd(stream: 1 - first) }
        let bytes = try channel.readToEnd(stream: first)
        let otherBytes = try other.value()
        #expect(bytes == Array(repeating: UInt8(ascii: first == 0 ? "o" : "e"), count: 2_000_000))
        #expect(otherBytes == Array(repeating: UInt8(ascii: first == 0 ? "e" : "o"), count: 2_000_000))
        #expect(try channel.waitExit() == .exited(0))
    }

    @Test("channel.both-streams: who waits for the end of one is woken by who reads the other")
    func woken() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let channel = try session.running("head -c 1500000 /dev/zero")
        let waiter = Background {
            let begin = ContinuousClock.now
            let bytes = try channel.read(upTo: 1, stream: Channel.standardError, timeout: .seconds(30))
            return (bytes, ContinuousClock.now - begin)
        }
        // Everything has come, but more than the queue may hold; the native engine's holds it all.
        if session.engine == .libssh2 {
            yield(until: { session.connection.peek { channel.queues.isStalled } ?? false })
            for _ in 0..<20 { try session.ping() }
            session.yieldUntilSomebodyWaits()
        }
        #expect(try channel.readToEnd().count == 1_500_000)
        let (bytes, time) = try waiter.value()
        #expect(bytes.isEmpty && time < .seconds(30))
    }

    @Test("channel.both-streams: what fits the queues may be read one stream after the other")
    func oneAfterTheOther() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("seq 1 100000 >&2; seq 1 100000")
        #expect(try channel.readToEnd(stream: 0) == numberedLines(100_000))
        #expect(try channel.readToEnd(stream: Channel.standardError) == numberedLines(100_000))
    }

    @Test("channel.write: what is written comes back from a command that echoes it")
    func echo() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("cat")
        var random = Randomness(seed: 1)
        for count in [1, 2, 100, 32_700, 32_701, 100_000] {
            let bytes = random.bytes(count)
            #expect(try channel.write(bytes) == count)
            var echoed: [UInt8] = []
            while echoed.count < count { echoed += try channel.read(upTo: count - echoed.count) }
            #expect(echoed == bytes)
        }
        #expect(try channel.write([]) == 0)
        try channel.sendEOF()
        try channel.sendEOF()
        #expect(failure(of: { try channel.write([1]) })?.code == .channelEOFSent)
        try channel.waitEOF()
        #expect(channel.isAtEnd)
    }

    @Test("channel.large-transfer: megabytes go both ways at once and arrive as they were sent")
    func large() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("cat")
        var random = Randomness(seed: 2)
        let bytes = random.bytes(8 << 20)
        let writer = Background {
            try channel.write(bytes)
            try channel.sendEOF()
        }
        let echoed = try channel.readToEnd()
        try writer.value()
        #expect(echoed == bytes)
    }

    @Test(
        "session.rekeying: keys are exchanged anew while data flows both ways, and no byte is lost",
        arguments: ["64K", "1M"])
    func rekeying(limit: String) throws {
        let connected = try ConnectedSession.loggedIn(["RekeyLimit \(limit)"])
        let channel = try connected.session.running("cat")
        let other = try connected.session.running("seq 1 300000")
        var random = Randomness(seed: 3)
        let bytes = random.bytes(3 << 20)
        let writer = Background {
            try channel.write(bytes)
            try channel.sendEOF()
        }
        let reader = Background { try other.readToEnd() }
        #expect(try channel.readToEnd() == bytes)
        #expect(try reader.value() == numberedLines(300_000))
        try writer.value()
        #expect(try channel.waitExit() == .exited(0))
        try connected.session.ping()
    }

    @Test("session.rekeying: a line that is written meanwhile is sent when it is over, without another write")
    func writingWhileRekeying() throws {
        let connected = try ConnectedSession.loggedIn(["RekeyLimit 64K"])
        let channel = try connected.session.running("cat")
        let other = try connected.session.running("head -c 8000000 /dev/zero")
        let reader = Background { try other.readToEnd().count }
        for number in 1...100 {
            let line = Array("\(number)\n".utf8)
            try channel.write(line)
            var echoed: [UInt8] = []
            while echoed.count < line.count { echoed += try channel.read(upTo: line.count - echoed.count) }
            try #require(echoed == line)
        }
        #expect(try reader.value() == 8_000_000)
    }

    @Test("channel.read-times-out: at the deadline, and a later read gets what came")
    func timeout() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("read line; echo got $line")
        let begin = ContinuousClock.now
        let error = failure(of: { try channel.read(upTo: 10, timeout: .milliseconds(150)) })
        #expect(error?.code == .timeout && error?.phase == .channel)
        #expect(ContinuousClock.now - begin >= .milliseconds(150))
        #expect(try channel.read(upTo: 0, timeout: .zero).isEmpty)
        try channel.write(Array("it\n".utf8))
        #expect(try String(decoding: channel.readToEnd(), as: UTF8.self) == "got it\n")
    }

    @Test("channel.windows: both directions tell theirs, and writing uses the server's up")
    func windows() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("read line; cat > /dev/null")
        #expect(channel.receiveWindow.size > 0)
        let before = channel.sendWindow.size
        try channel.write([UInt8](repeating: 1, count: 1000))
        #expect(before > 1000 && channel.sendWindow.size == before - 1000)
    }

    @Test("A write that does not fit waits for the server, up to the deadline")
    func writeTimesOut() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("read line; cat | wc -c")
        // More than the channel's window, both pipes and the queue can hold.
        let bytes = [UInt8](repeating: 10, count: 16 << 20)
        let stuck = try connected.session.running("echo $$; kill -STOP $$")
        let process = try String(decoding: stuck.read(upTo: 20), as: UTF8.self)
        #expect(failure(of: { try stuck.write(bytes, timeout: .milliseconds(300)) })?.code == .timeout)
        // The other channel is not held up.
        try channel.write(Array("\n12345".utf8))
        try channel.sendEOF()
        #expect(try String(decoding: channel.readToEnd(), as: UTF8.self).contains("5"))
        #expect(try connected.session.output(of: "kill -KILL \(process)") == "")
    }

    @Test("channel.unread-stream-is-told: with how much of it there is, and reading it goes on with the other")
    func unreadStream() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("head -c 8000000 /dev/zero >&2; echo out")
        var message = ""
        while !message.contains("bytes of standard error that nobody reads") {
            let error = try #require(failure(of: { try channel.read(upTo: 1, timeout: .milliseconds(50)) }))
            try #require(error.code == .timeout)
            message = error.message
        }
        #expect(try channel.readToEnd(stream: Channel.standardError).count == 8_000_000)
        #expect(try String(decoding: channel.readToEnd(), as: UTF8.self) == "out\n")
    }
}
