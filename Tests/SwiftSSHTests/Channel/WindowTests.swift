import Testing

@testable import SwiftSSH

@Suite("Standard error, what is dropped, and windows")
struct WindowTests {
    @Test("channel.extended-data: merged, both streams come as one, in their order")
    func merged() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.openChannel()
        channel.setExtendedDataMode(.merge)
        try channel.execute("echo 1; read line; echo 2 >&2; read line; echo 3; read line; echo 4 >&2")
        for number in 1...4 {
            #expect(try channel.read(upTo: 10) == Array("\(number)\n".utf8))
            if number < 4 { try channel.write([10]) }
        }
        #expect(try channel.readToEnd().isEmpty)
        #expect(try channel.readToEnd(stream: Channel.standardError).isEmpty)
    }

    @Test("channel.extended-data: merged, nothing overtakes output that nobody reads")
    func mergedWhileFull() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.openChannel()
        channel.setExtendedDataMode(.merge)
        try channel.execute("head -c 1300000 /dev/zero; read line; echo end >&2")
        try connected.wait { channel.available() >= ChannelQueues.limit }
        try channel.write([10])
        try channel.sendEOF()
        // The queue is full and what follows it waits in the engine, standard error included.
        for _ in 0..<20 { try connected.session.ping() }
        let bytes = try channel.readToEnd()
        #expect(bytes.count == 1_300_004)
        #expect(try channel.readToEnd(stream: Channel.standardError).isEmpty)
    }

    @Test("channel.extended-data: ignored, what comes is dropped, and what came before is kept")
    func ignored() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running(
            "echo before >&2; read line; head -c 5000000 /dev/zero >&2; echo out; read line; echo after >&2")
        try connected.wait { channel.available(stream: 1) == 7 }
        channel.setExtendedDataMode(.ignore)
        try channel.write([10])
        #expect(try channel.read(upTo: 10) == Array("out\n".utf8))
        try connected.session.ping()
        channel.setExtendedDataMode(.normal)
        try channel.write([10])
        let errors = try String(decoding: channel.readToEnd(stream: 1), as: UTF8.self)
        #expect(errors.hasPrefix("before\n") && errors.hasSuffix("after\n"))
    }

    @Test("channel.flush: what has been received is dropped and counted, however much it is")
    func flush() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running(
            "printf 12345; printf 123 >&2; read line; head -c 1800000 /dev/zero; read line; printf end")
        try connected.wait { channel.available() == 5 }
        try connected.wait { channel.available(stream: 1) == 3 }
        #expect(try channel.flush() == 5)
        #expect(try channel.flush() == 0)
        #expect(try channel.flush(stream: nil) == 3)
        try channel.write([10])
        var dropped = 0
        try connected.wait {
            while channel.available() > 0 { dropped += try channel.flush() }
            return dropped >= 1_800_000
        }
        #expect(dropped == 1_800_000)
        try channel.write([10])
        #expect(try channel.readToEnd() == Array("end".utf8))
        connected.session.close()
        #expect(failure(of: { try channel.flush() }) != nil)
    }

    @Test("channel.available: what can be read without waiting is told")
    func available() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("printf 1234567; read line")
        try connected.wait { channel.available() == 7 }
        #expect(channel.available(stream: 1) == 0 && channel.available(stream: 9) == 0)
        #expect(try channel.read(upTo: 5).count == 5)
        #expect(channel.available() == 2)
    }

    @Test("channel.window-adjust: the server is granted more, at once or with the next grant")
    func adjust() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.openChannel()
        let before = channel.receiveWindow
        #expect(before.size == before.initialSize)
        #expect(try channel.adjustReceiveWindow(by: 100) == before.size)
        #expect(try channel.adjustReceiveWindow(by: 1 << 20, isForced: true) == before.size + 1 << 20 + 100)
        #expect(channel.receiveWindow.size == before.size + 1 << 20 + 100)
    }

    @Test("session.poll-loop-comes-round: when one call has taken in what another, which would have blocked, waits for")
    func comesRound() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let channel = try session.running("read line; echo x; exec sleep 1000")
        let other = try session.running("exec sleep 1000")
        session.isBlocking = false
        #expect(failure(of: { try channel.read(upTo: 10) })?.code == .again)
        #expect(session.blockDirections == .inbound)
        #expect(failure(of: { try channel.read(upTo: 10) })?.code == .again)
        session.isBlocking = true
        try channel.write([10])
        session.isBlocking = false
        while session.connection.peek({ channel.queues.output.isEmpty }) == true {
            #expect(failure(of: { try other.read(upTo: 10) })?.code == .again)
        }
        #expect(session.blockDirections == [.inbound, .outbound])
        #expect(session.blockDirections == .inbound)
        #expect(try channel.read(upTo: 10) == Array("x\n".utf8))
    }

    @Test("channel.many-at-once: two hundred channels of one session are opened and read in one loop")
    func many() throws {
        let connected = try ConnectedSession.loggedIn(["MaxSessions 250"])
        let session = connected.session
        let channels = try (0..<200).map { _ in try session.openChannel() }
        for (number, channel) in channels.enumerated() { try channel.execute("echo \(number); exit \(number)") }
        session.isBlocking = false
        var output = [[UInt8]](repeating: [], count: channels.count)
        var waiting = Set(channels.indices)
        while !waiting.isEmpty {
            var isIdle = true
            for number in waiting {
                guard let more = try? channels[number].read(upTo: 100) else { continue }
                isIdle = false
                output[number] += more
                if more.isEmpty { waiting.remove(number) }
            }
            if isIdle { try connected.waitForSocket() }
        }
        session.isBlocking = true
        for (number, channel) in channels.enumerated() {
            #expect(output[number] == Array("\(number)\n".utf8))
            #expect(try channel.waitExit() == .exited(Int32(number)))
        }
    }
}
