import Testing

@testable import SwiftSSH

@Suite("The native engine: packets")
struct PacketTests {
    static let protections: [PacketProtection] = PacketCipherAlgorithm.allCases.flatMap { cipher in
        cipher.authenticates
            ? [PacketProtection(cipher: cipher, mac: nil)]
            : PacketMACAlgorithm.allCases.map { PacketProtection(cipher: cipher, mac: $0) }
    }

    /// A writer and a reader under the same keys.
    static func pair(_ protection: PacketProtection) throws -> (PacketWriter, PacketReader) {
        let derive = { (letter: Character, count: Int) throws(SSHError) -> [UInt8] in
            (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) ^ (letter.asciiValue ?? 0) }
        }
        var writer = PacketWriter()
        var reader = PacketReader()
        writer.use(
            try protection.makeCipher(letters: ("A", "C", "E"), encrypts: true, derive: derive), resetsSequence: true)
        reader.use(
            try protection.makeCipher(letters: ("A", "C", "E"), encrypts: false, derive: derive), resetsSequence: true)
        return (writer, reader)
    }

    @Test("What is sealed opens again, whatever its length and however it is cut", arguments: protections)
    func roundTrip(protection: PacketProtection) throws {
        var (writer, reader) = try Self.pair(protection)
        var random = Randomness(seed: 3)
        let sent = ByteQueue()
        let payloads = [1, 2, 3, 7, 8, 15, 16, 17, 31, 100, 255, 256, 32_768, 60_000].map { random.bytes($0) }
        for payload in payloads { try writer.append(payload, to: sent) }
        let received = ByteQueue()
        var opened: [[UInt8]] = []
        while !sent.isEmpty {
            let piece = min(sent.count, Int.random(in: 1...5000, using: &random))
            received.append(UnsafeRawBufferPointer(rebasing: sent.bytes[..<piece]))
            sent.removeFirst(piece)
            while let packet = try reader.next(received) {
                opened.append(Array(packet.payload))
                received.removeFirst(packet.size)
            }
        }
        #expect(opened == payloads)
        #expect(received.isEmpty && reader.sequence == 14 && writer.sequence == 14)
    }

    @Test("A bit that is wrong anywhere is noticed before anything is believed", arguments: protections)
    func tampering(protection: PacketProtection) throws {
        let payload = Array("payload".utf8)
        let sent = ByteQueue()
        var (writer, _) = try Self.pair(protection)
        try writer.append(payload, to: sent)
        // What follows, so that a longer length has bytes to look at.
        let tail = [UInt8](repeating: 0, count: 300_000)
        for position in 0..<sent.count {
            for bit in [0, 3, 7] {
                var (_, reader) = try Self.pair(protection)
                let received = ByteQueue()
                received.append(sent.bytes)
                received.mutableBytes[position] ^= 1 << bit
                tail.withUnsafeBytes { received.append($0) }
                let error = failure(of: { try reader.next(received)?.size })
                #expect([.invalidMAC, .outOfBoundary].contains(error?.code), "byte \(position), bit \(bit)")
            }
        }
    }

    @Test("A packet that is repeated, swapped or left out is noticed", arguments: protections)
    func order(protection: PacketProtection) throws {
        var (writer, _) = try Self.pair(protection)
        let sent = (0..<3).map { _ in ByteQueue() }
        for (number, queue) in sent.enumerated() { try writer.append([UInt8(number), 1, 2], to: queue) }
        for wrong in [[0, 0], [1], [0, 2]] {
            var (_, reader) = try Self.pair(protection)
            let received = ByteQueue()
            for number in wrong { received.append(sent[number].bytes) }
            let error = failure(of: {
                while let packet = try reader.next(received) { received.removeFirst(packet.size) }
            })
            #expect([.invalidMAC, .outOfBoundary].contains(error?.code), "\(wrong)")
        }
    }

    @Test(
        "Lengths that cannot be are refused as soon as they are known",
        arguments: [UInt32(0), 1, 5, 11, 13, 262_148, 0x7FFF_FFFF, 0xFFFF_FFFC])
    func lengths(length: UInt32) throws {
        var reader = PacketReader()
        let received = ByteQueue()
        withUnsafeBytes(of: length.bigEndian) { received.append($0) }
        #expect(failure(of: { try reader.next(received)?.size })?.code == .outOfBoundary)
    }

    @Test("Padding that leaves no payload, or is too short, is refused", arguments: [UInt8(0), 3, 11, 12, 255])
    func padding(padding: UInt8) throws {
        var reader = PacketReader()
        let received = ByteQueue()
        ([0, 0, 0, 12, padding] + [UInt8](repeating: 0, count: 11)).withUnsafeBytes { received.append($0) }
        #expect(failure(of: { try reader.next(received)?.size })?.code == .outOfBoundary)
    }

    @Test("ChaCha20-Poly1305 and AES-GCM seal to what other implementations of them open")
    func agreesWithFixedPackets() throws {
        // Made by a reference of their own (see the test of the engine against OpenSSH for the rest): the tag of nothing but zeros.
        let cipher = try AESGCMPacketCipher(
            key: [UInt8](repeating: 0, count: 16), initializationVector: [UInt8](repeating: 0, count: 12),
            encrypts: true)
        let packet = UnsafeMutableRawBufferPointer.allocate(byteCount: 4 + 16 + 16, alignment: 16)
        defer { packet.deallocate() }
        packet.initializeMemory(as: UInt8.self, repeating: 0)
        try cipher.seal(packet, sequence: 0)
        // NIST's test case 2 of AES-128-GCM has this block for a zero key, nonce and text.
        #expect(
            Array(packet[4..<20]) == [
                0x03, 0x88, 0xDA, 0xCE, 0x60, 0xB6, 0xA3, 0x92, 0xF3, 0x28, 0xC2, 0xB9, 0x71, 0xB2, 0xFE, 0x78,
            ])
    }
}
