import Testing

@testable import SwiftSSH

/// What is counted for as long as a connection lasts, from shortly before it is full: the numbers of packets (RFC 4253, 6.4), the invocation
/// counter of AES-GCM (RFC 5647, 7.1), the blocks of counter mode (RFC 4344, 4), and what one set of keys may protect (RFC 4344, 3.1).
@Suite("The native engine: counters that come to their end")
struct CounterTests {
    private static let nearEnd = UInt32.max - 2

    @Test("Packets are numbered from 0 again after 2^32", arguments: PacketTests.protections)
    func sequence(protection: PacketProtection) throws {
        var (writer, reader) = try PacketTests.pair(protection)
        writer.sequence = Self.nearEnd
        reader.sequence = Self.nearEnd
        let queue = ByteQueue()
        let payloads = (0..<6).map { [UInt8](repeating: $0, count: 40) }
        for payload in payloads { try writer.append(payload, to: queue) }
        for payload in payloads {
            let packet = try #require(try reader.next(queue))
            #expect(Array(packet.payload) == payload)
            queue.removeFirst(packet.size)
        }
        #expect(writer.sequence == 3 && reader.sequence == 3)
    }

    @Test(
        "The number behind 2^32 - 1 is 0 and no other",
        arguments: PacketTests.protections.filter { !$0.cipher.rawValue.contains("gcm") })
    func nextSequence(protection: PacketProtection) throws {
        for (number, opens) in [(UInt32(0), true), (1, false), (.max, false)] {
            var (writer, reader) = try PacketTests.pair(protection)
            let queue = ByteQueue()
            writer.sequence = .max
            reader.sequence = .max
            try writer.append([1], to: queue)
            queue.removeFirst(try #require(try reader.next(queue)).size)
            reader.sequence = number
            try writer.append([2], to: queue)
            // What another number takes for a length may be longer than the packet.
            [UInt8](repeating: 0, count: 300_000).withUnsafeBytes { queue.append($0) }
            if opens {
                #expect(try reader.next(queue)?.payload.first == 2)
            } else {
                #expect([.invalidMAC, .outOfBoundary].contains(failure(of: { try reader.next(queue)?.size })?.code))
            }
        }
    }

    /// Packets of nothing but zeros that a cipher has sealed.
    private func sealed(_ cipher: any PacketCipher, _ count: Int) throws -> [[UInt8]] {
        try (0..<count).map { _ in
            let packet = UnsafeMutableRawBufferPointer.allocate(byteCount: 4 + 32 + cipher.tagLength, alignment: 16)
            defer { packet.deallocate() }
            packet.initializeMemory(as: UInt8.self, repeating: 0)
            try cipher.seal(packet, sequence: 0)
            return Array(packet)
        }
    }

    @Test("AES-GCM's invocation counter has 64 bits: its end leaves the fixed field alone", arguments: [16, 32])
    func invocations(keyLength: Int) throws {
        let key = [UInt8](repeating: 5, count: keyLength)
        let fixed: [UInt8] = [1, 2, 3, 0xFF]
        let cipher = { (counter: [UInt8]) in
            try AESGCMPacketCipher(key: key, initializationVector: fixed + counter, encrypts: true)
        }
        // 2^32 - 1, where a counter of 32 bits would end, and 2^64 - 1.
        let ends: [(counter: [UInt8], next: [UInt8])] = [
            ([0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 1, 0, 0, 0, 0]),
            ([UInt8](repeating: 0xFF, count: 8), [UInt8](repeating: 0, count: 8)),
        ]
        for end in ends {
            let packets = try sealed(cipher(end.counter), 3)
            #expect(try packets == sealed(cipher(end.counter), 1) + sealed(cipher(end.next), 2))
            #expect(Set(packets).count == 3)
        }
    }

    @Test("Counter mode counts blocks in 128 bits, and goes on from 0")
    func blocks() throws {
        let cipher = { (counter: [UInt8]) in
            try CounterModePacketCipher(
                key: [UInt8](repeating: 5, count: 16), initializationVector: counter, digest: .sha256, macKey: [1],
                encryptsThenAuthenticates: true, encrypts: true)
        }
        // Each packet has two blocks.
        let packets = try sealed(cipher([UInt8](repeating: 0xFF, count: 15) + [0xFE]), 3)
        #expect(try Array(packets[1...]) == sealed(cipher([UInt8](repeating: 0, count: 16)), 2))
        let low = [UInt8](repeating: 0, count: 8) + [UInt8](repeating: 0xFF, count: 7) + [0xFE]
        let high = [UInt8](repeating: 0, count: 7) + [1] + [UInt8](repeating: 0, count: 8)
        #expect(try sealed(cipher(low), 3) == sealed(cipher(low), 1) + sealed(cipher(high), 2))
    }

    // MARK: Whole connections

    /// A server that has let the user in and opened a channel, and whose packets and the client's have nearly all numbers behind them.
    private func oldConnection(
        _ protection: PacketProtection, isStrict: Bool
    ) throws -> (NativeServer, NativeChannel) {
        let server = try NativeServer()
        server.isStrict = isStrict
        server.offer(protection)
        try server.logIn()
        let channel = try server.openChannel()
        _ = try server.messages()
        server.engine.reader.sequence = Self.nearEnd
        server.writer.sequence = Self.nearEnd
        server.engine.writer.sequence = Self.nearEnd
        server.reader.sequence = Self.nearEnd
        return (server, channel)
    }

    @Test(
        "A connection goes on beyond 2^32 packets both ways, and new keys number them as agreed",
        arguments: PacketTests.protections, [true, false])
    func connection(protection: PacketProtection, isStrict: Bool) throws {
        let (server, channel) = try oldConnection(protection, isStrict: isStrict)
        for byte in UInt8(0)..<5 {
            try server.sendData(channel, [byte])
            try server.deliver()
            #expect(try [byte].withUnsafeBytes { try channel.write(stream: 0, $0) } == 1)
            #expect(try server.messages().map { $0.last } == [byte])
        }
        #expect(Array(channel.state.output.bytes) == [0, 1, 2, 3, 4])
        #expect(server.engine.reader.sequence == 2 && server.engine.writer.sequence == 2)
        let exchanges = server.engine.keyExchange.count
        try server.sendInit()
        try server.deliver()
        _ = try server.answerKeyExchange(server.messages())
        try server.deliver()
        #expect(server.engine.keyExchange.count == exchanges + 1)
        #expect(server.engine.reader.sequence == (isStrict ? 0 : 5))
        try server.sendData(channel, [5])
        try server.deliver()
        #expect(channel.state.output.count == 6)
    }

    @Test("The last number is told of a message that nobody knows, though the next is 0 by then")
    func unimplemented() throws {
        let (server, _) = try oldConnection(PacketProtection(cipher: .aes128GCM, mac: nil), isStrict: true)
        for number in [Self.nearEnd, Self.nearEnd + 1, .max, 0] {
            try server.send([192])
            try server.deliver()
            var answer = WireReader(try #require(try server.messages().first))
            #expect(answer.byte() == Message.unimplemented && answer.uint32() == number)
        }
    }

    // MARK: What one set of keys protects

    @Test("New keys are asked for at 2^31 packets in either direction, and not before", arguments: [true, false])
    func renewal(sends: Bool) throws {
        let server = try NativeServer()
        try server.logIn()
        let channel = try server.openChannel()
        _ = try server.messages()
        let packet = {
            if sends { return _ = try [UInt8(1)].withUnsafeBytes { try channel.write(stream: 0, $0) } }
            try server.sendData(channel, [1])
            try server.deliver()
        }
        if sends {
            server.engine.writer.traffic.packets = 1 << 31 - 2
        } else {
            server.engine.reader.traffic.packets = 1 << 31 - 2
        }
        try packet()
        #expect(server.engine.keyExchange.isIdle)
        try packet()
        #expect(!server.engine.keyExchange.isIdle)
        for _ in 0..<4 {
            _ = try server.answerKeyExchange(server.messages())
            try server.deliver()
        }
        #expect(server.engine.keyExchange.count == 2)
        #expect(server.engine.reader.traffic.packets < 10 && server.engine.writer.traffic.packets < 10)
    }

    @Test("A server that does not answer, and goes on beyond 2^32 packets under the old keys, is not listened to")
    func silentServer() throws {
        let server = try NativeServer()
        try server.logIn()
        let channel = try server.openChannel()
        server.engine.reader.traffic.packets = 1 << 32 - 2
        for _ in 0..<2 {
            try server.sendData(channel, [1])
            try server.deliver()
        }
        #expect(!server.engine.keyExchange.isIdle && channel.state.output.count == 2)
        try server.sendData(channel, [1])
        #expect(failure(of: { try server.deliver() })?.code == .protocolError)
        #expect(channel.state.output.count == 2)
    }

    @Test("Nothing goes under keys that have protected 2^32 packets")
    func writer() throws {
        var (writer, _) = try PacketTests.pair(PacketProtection(cipher: .aes128GCM, mac: nil))
        let queue = ByteQueue()
        writer.traffic.packets = 1 << 32 - 1
        try writer.append([1], to: queue)
        let count = queue.count
        #expect(failure(of: { try writer.append([1], to: queue) })?.code == .encrypt)
        #expect(queue.count == count)
    }

    @Test("Terrapin: 2^32 packets before the first KEXINIT do not look like none")
    func beforeTheFirstInit() throws {
        for before in [UInt64(1) << 32 - 1, 1 << 31] {
            let server = try NativeServer()
            server.engine.reader.sequence = .max
            server.engine.reader.traffic.packets = before
            var stranger = PacketWriter()
            try stranger.append([Message.ignore, 0, 0, 0, 0], to: server.outgoing)
            #expect(failure(of: { try server.handshake() })?.code == .keyExchangeFailure)
        }
    }
}
