import Glibc
import Testing

@testable import SwiftSSH

@Suite("The lives of channels")
struct ChannelLifetimeTests {
    /// The connection's own count of what it holds: channels in use, and those that are not freed yet.
    private func held(_ session: Session) -> (used: Int, released: Int) {
        session.connection.peek { (session.connection.channels.count, session.connection.released.count) } ?? (0, 0)
    }

    @Test("channel.close: what came can be read, what is written is refused, and it may be repeated")
    func close() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("echo before; cat")
        try channel.write(Array("x".utf8))
        #expect(try channel.read(upTo: 3) == Array("bef".utf8))
        try channel.close()
        try channel.close()
        try channel.waitClosed()
        #expect(try channel.readToEnd().starts(with: Array("ore\n".utf8)))
        #expect(failure(of: { try channel.write([1]) })?.code == .channelClosed)
        #expect(try connected.session.output(of: "echo next") == "next\n")
    }

    @Test("channel.write: a server that has closed the channel is noticed, before a write and in the middle of one")
    func writeAfterTheEnd() throws {
        let connected = try ConnectedSession.loggedIn()
        let ended = try connected.session.running("true")
        #expect(try ended.waitExit() == .exited(0))
        #expect(failure(of: { try ended.write([1]) })?.code == .channelClosed)
        let ending = try connected.session.running("head -c 100000 > /dev/null; exit 2")
        let error = failure(of: { try ending.write([UInt8](repeating: 1, count: 16 << 20)) })
        #expect(error?.code == .channelClosed && error?.phase == .channel)
        #expect(try ending.waitExit() == .exited(2))
    }

    @Test("An opening that nobody waits for any more leaves no channel behind, and the next one works")
    func abandonedOpening() throws {
        try overWire(["MaxSessions 2"]) { wire, session in
            for _ in 0..<6 {
                wire.isHeld = true
                #expect(failure(of: { try session.openChannel(timeout: .milliseconds(20)) })?.code == .timeout)
                #expect(failure(of: { try session.openChannel(timeout: .milliseconds(20)) })?.code == .timeout)
                wire.isHeld = false
                try session.ping()
                try session.ping()
                #expect(try session.output(of: "echo on") == "on\n")
            }
            try session.ping()
            #expect(held(session) == (0, 0))
        }
    }

    @Test("A request that nobody waits for any more does not disturb the next one")
    func abandonedRequest() throws {
        try overWire { wire, session in
            let other = try session.openChannel()
            for _ in 0..<5 {
                let channel = try session.openChannel()
                wire.isHeld = true
                let error = failure(of: { try channel.setEnvironment("NOT_ALLOWED", "1", timeout: .milliseconds(20)) })
                #expect(error?.code == .timeout)
                wire.isHeld = false
                try other.setEnvironment("SWIFTSSH_A", "1")
                try channel.execute("echo mine")
                #expect(try String(decoding: channel.readToEnd(), as: UTF8.self) == "mine\n")
            }
        }
    }

    @Test("Channels that are let go while data flows are closed and freed, and the others go on")
    func freedWhileDataFlows() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let steady = try session.running("cat")
        for round in 0..<20 {
            do {
                let flood = try session.running("yes | head -c 30000000")
                #expect(try !flood.read(upTo: 100).isEmpty)
                if round % 2 == 0 { try flood.close() }
            }
            try steady.write([UInt8(round)])
            #expect(try steady.read(upTo: 1) == [UInt8(round)])
        }
        yield(until: {
            _ = try? session.ping()
            return held(session) == (1, 0)
        })
        #expect(session.bytesHeldByEngine < 4 << 20)
    }

    @Test("channel.slow-reader-holds-up-no-other: one that nobody reads from, and memory stays bounded")
    func slowReader() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let unread = try session.running("yes | head -c 50000000")
        let unreadErrors = try session.running("yes | head -c 50000000 >&2")
        for round in 0..<30 { #expect(try session.output(of: "echo \(round)") == "\(round)\n") }
        #expect(session.bytesHeldByEngine < 16 << 20)
        var count = 0
        for channel in [unread, unreadErrors] {
            let stream = channel === unread ? UInt32(0) : 1
            while true {
                let bytes = try channel.read(upTo: 1 << 18, stream: stream)
                if bytes.isEmpty { break }
                count += bytes.count
            }
        }
        #expect(count == 100_000_000)
    }

    @Test("channel.threads-side-by-side: many threads, each with channels of its own, in one session")
    func threads() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let threads = (0..<4).map { number in
            Background {
                var outputs: [String] = []
                for round in 0..<10 {
                    outputs.append(try session.output(of: "seq \(number) 3000 | tail -n 1; echo \(round)"))
                    try session.ping()
                }
                return outputs
            }
        }
        for thread in threads {
            #expect(try thread.value() == (0..<10).map { "3000\n\($0)\n" })
        }
    }

    @Test("channel.threads-side-by-side: two readers and a writer share one channel without losing a byte")
    func oneChannel() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("cat")
        let bytes = [UInt8](repeating: 5, count: 3 << 20)
        let readers = (0..<2).map { _ in Background { try channel.readToEnd().count } }
        try channel.write(bytes)
        try channel.sendEOF()
        #expect(try readers[0].value() + readers[1].value() == bytes.count)
    }
}
