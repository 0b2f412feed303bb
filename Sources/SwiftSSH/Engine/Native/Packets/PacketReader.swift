/// Takes the peer's packets apart (RFC 4253, 6), one after the other, in the memory that they were received in.
struct PacketReader {
    /// The longest packet that is taken, without its length field and tag; OpenSSH's limit.
    static let longestPacket = 256 * 1024

    /// A packet that was verified and decrypted, still at the front of the queue.
    struct Packet {
        /// The payload, one byte or more; valid until the queue is changed and the next packet asked for.
        var payload: UnsafeRawBufferPointer
        /// How many bytes of the queue the packet takes.
        var size: Int
    }

    /// What the packets are protected by; nil before the first key exchange.
    private var cipher: (any PacketCipher)?
    /// The number of the next packet; wraps around.
    var sequence: UInt32 = 0
    /// The length of the packet at the front, once it is known.
    private var length: Int?
    /// The packets and bytes that came under the keys in use.
    var traffic = Traffic()
    /// What decompresses payloads; nil for nothing.
    var compression: PacketCompression?

    /// The next packet; nil until all of it has come. To be taken out of the queue before the next one is asked for.
    ///
    /// - Throws: `outOfBoundary` for an impossible length, `invalidMAC`, `decrypt`, `zlib`, `protocolError` when the keys have had their day.
    mutating func next(_ input: ByteQueue) throws(SSHError) -> Packet? {
        let head = cipher?.headLength ?? PacketBytes.lengthField
        let tag = cipher?.tagLength ?? 0
        guard input.count >= head else { return nil }
        let length = try length(input, head)
        let size = PacketBytes.lengthField + length + tag
        guard input.count >= size else { return nil }
        let packet = UnsafeMutableRawBufferPointer(rebasing: input.mutableBytes[..<size])
        guard traffic.hasRoom else { throw Message.broken("it goes on under keys that have protected 2^32 packets") }
        try cipher?.open(packet, sequence: sequence)
        self.length = nil
        sequence &+= 1
        traffic.add(size)
        let padding = Int(packet[PacketBytes.lengthField])
        // One byte says how much padding there is, and a payload is never empty.
        guard padding >= 4, padding + 2 <= length else {
            throw SSHError(.outOfBoundary, "the server sent a packet of \(length) bytes with \(padding) of padding")
        }
        let start = PacketBytes.lengthField + 1
        let payload = UnsafeRawBufferPointer(rebasing: packet[start..<(start + length - 1 - padding)])
        return Packet(payload: try compression?.process(payload) ?? payload, size: size)
    }

    private mutating func length(_ input: ByteQueue, _ head: Int) throws(SSHError) -> Int {
        if let length { return length }
        let bytes = UnsafeMutableRawBufferPointer(rebasing: input.mutableBytes[..<head])
        let claimed = try cipher?.length(bytes, sequence: sequence) ?? PacketBytes.uint32(UnsafeRawBufferPointer(bytes))
        let counted = Int(claimed) + (cipher?.padsLength ?? true ? PacketBytes.lengthField : 0)
        let block = cipher?.blockSize ?? 8
        // At least a byte of padding length, one of payload and four of padding, in whole blocks.
        guard claimed >= 6, claimed <= Self.longestPacket, counted % block == 0 else {
            throw SSHError(.outOfBoundary, "the server sent a packet whose length is said to be \(claimed)")
        }
        length = Int(claimed)
        return Int(claimed)
    }

    /// Has the packets that follow protected by new keys, and not compressed.
    /// - Parameters:
    ///   - cipher: What opens them.
    ///   - resetsSequence: Whether they are numbered from 0 on, as strict key exchange has it.
    mutating func use(_ cipher: any PacketCipher, resetsSequence: Bool) {
        self.cipher = cipher
        if resetsSequence { sequence = 0 }
        traffic = Traffic()
        compression = nil
    }
}

/// How much has been protected by one set of keys (RFC 4344, 3).
struct Traffic {
    /// Packets.
    var packets: UInt64 = 0
    /// Bytes.
    private(set) var bytes: UInt64 = 0

    /// Whether there may be one more packet: after 2^32 their numbers would come again (RFC 4344, 3.1).
    var hasRoom: Bool { packets < 1 << 32 }

    /// Counts a packet.
    mutating func add(_ size: Int) {
        packets &+= 1
        bytes &+= UInt64(size)
    }
}
