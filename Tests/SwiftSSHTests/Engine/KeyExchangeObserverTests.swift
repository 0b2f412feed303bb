import Testing

@testable import SwiftSSH

@Suite("What is read along of a server's key exchange message")
struct KeyExchangeObserverTests {
    private static let lists = AlgorithmPurpose.allCases.map { ["first-\($0)", "second-\($0)"] }

    private static func message(_ lists: [[String]] = lists, type: UInt8 = 20) -> [UInt8] {
        var body = WireWriter()
        body.byte(4)
        body.byte(type)
        body.raw([UInt8](repeating: 0xAB, count: 16))
        for list in lists { body.nameList(list) }
        body.boolean(false)
        body.uint32(0)
        body.raw([1, 2, 3, 4])
        var packet = WireWriter()
        packet.raw("SSH-2.0-server\r\n".utf8)
        packet.string(body.bytes)
        return packet.bytes
    }

    private func observe(_ bytes: [UInt8], pieces: Int) -> KeyExchangeObserver {
        var observer = KeyExchangeObserver()
        var start = 0
        while start < bytes.count {
            let piece = bytes[start..<min(start + pieces, bytes.count)]
            piece.withUnsafeBytes { observer.observe($0) }
            start += pieces
        }
        return observer
    }

    @Test("The offers are found however the message is cut", arguments: [1, 2, 3, 5, 16, 100, 100_000])
    func offers(pieces: Int) {
        let observer = observe(Self.message() + [9, 9, 9], pieces: pieces)
        #expect(observer.isComplete)
        for purpose in AlgorithmPurpose.allCases {
            #expect(observer.offer(purpose) == Self.lists[Int(purpose.rawValue)])
        }
    }

    @Test("A goodbye is found behind the offers, but not behind an answer", arguments: [1, 7, 100_000])
    func farewell(pieces: Int) {
        func packet(_ build: (inout WireWriter) -> Void) -> [UInt8] {
            var body = WireWriter()
            body.byte(4)
            build(&body)
            body.raw([1, 2, 3, 4])
            var packet = WireWriter()
            packet.string(body.bytes)
            return packet.bytes
        }
        let goodbye = packet { writer in
            writer.byte(1)
            writer.uint32(3)
            writer.string("no \u{1B} more keys")
            writer.string("")
        }
        let ignored = packet { $0.raw([2, 0, 0, 0, 0]) }
        let reply = packet { $0.byte(31) }
        let found = observe(Self.message() + ignored + goodbye, pieces: pieces)
        #expect(found.farewell?.reason == 3 && found.farewell?.text == "no \\u{1b} more keys")
        #expect(found.offers == Self.lists)
        for count in 1..<goodbye.count {
            #expect(observe(Self.message() + goodbye.dropLast(count), pieces: pieces).farewell == nil)
        }
        #expect(observe(Self.message() + reply + goodbye, pieces: pieces).farewell == nil)
    }

    @Test("Nothing is known of any part of the message")
    func prefixes() {
        let message = Self.message()
        for count in 0..<message.count {
            let observer = observe(Array(message.prefix(count)), pieces: 1000)
            #expect(!observer.isComplete && observer.offers.isEmpty)
            #expect(observer.offer(.hostKey) == nil)
        }
    }

    @Test("Lengths that lie make it stop without an offer")
    func lies() {
        let whole = Self.message()
        for position in 16..<whole.count {
            for value in [UInt8(0), 1, 0x7F, 0xFF] {
                var message = whole
                message[position] = value
                let observer = observe(message, pieces: 100_000)
                #expect(observer.offers.isEmpty || observer.offers.count == AlgorithmPurpose.allCases.count)
            }
        }
        #expect(observe(Self.message(type: 21), pieces: 10).offers.isEmpty)
        #expect(observe(Self.message(type: 21), pieces: 10).isComplete)
        let short = observe(Self.message(Array(Self.lists.prefix(3))), pieces: 10)
        #expect(short.isComplete && short.offers.isEmpty)
    }

    @Test("Garbage is given up, with and without an end of line")
    func garbage() {
        var random = Randomness(seed: 8)
        for round in 0..<20 {
            var bytes = random.bytes(50_000)
            if round % 2 == 0 { bytes.removeAll { $0 == 10 } }
            let observer = observe(bytes, pieces: 4096)
            #expect(observer.isComplete && observer.offers.isEmpty)
        }
    }
}
