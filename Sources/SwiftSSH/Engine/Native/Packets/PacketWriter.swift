/// Puts packets together (RFC 4253, 6) at the end of the queue that is sent, and protects them there.
struct PacketWriter {
    /// What the packets are protected by; nil before the first key exchange.
    private var cipher: (any PacketCipher)?
    /// The number of the next packet; its sequence wraps around.
    var number = PacketNumber()
    var sequence: UInt32 {
        get { number.sequence }
        set { number.sequence = newValue }
    }
    /// The packets and bytes that went under the keys in use.
    var traffic = Traffic()
    private var padding = PaddingBytes()
    /// What compresses payloads; nil for nothing.
    var compression: PacketCompression?

    /// Appends a packet.
    mutating func append(_ payload: [UInt8], to output: ByteQueue) throws(SSHError) {
        try append(payload.count, to: output) { room in room.copyBytes(from: payload) }
    }

    /// Appends a packet whose payload is written where it is protected.
    /// - Parameters:
    ///   - count: The payload's length, 1 to 128 KiB.
    ///   - output: The queue.
    ///   - fill: Writes the payload.
    /// - Throws: `compress`, `encrypt`.
    mutating func append(
        _ count: Int, to output: ByteQueue, fill: (UnsafeMutableRawBufferPointer) -> Void
    ) throws(SSHError) {
        guard let compression else { return try appendPacket(count, to: output, fill: fill) }
        let payload = compression.payload
        payload.removeAll()
        _ = payload.append(upTo: count) { room in
            fill(room)
            return room.count
        }
        let compressed = try compression.process(payload.bytes)
        try appendPacket(compressed.count, to: output) { room in room.copyMemory(from: compressed) }
    }

    private mutating func appendPacket(
        _ count: Int, to output: ByteQueue, fill: (UnsafeMutableRawBufferPointer) -> Void
    ) throws(SSHError) {
        guard traffic.hasRoom else { throw SSHError(.encrypt, "the keys have protected 2^32 packets already") }
        let block = cipher?.blockSize ?? 8
        let unpadded = 1 + count + (cipher?.padsLength ?? true ? PacketBytes.lengthField : 0)
        var paddingLength = block - unpadded % block
        if paddingLength < 4 { paddingLength += block }
        let length = 1 + count + paddingLength
        let size = PacketBytes.lengthField + length + (cipher?.tagLength ?? 0)
        _ = try output.append(upTo: size) { packet throws(SSHError) in
            packet.storeBytes(of: UInt32(clamping: length).bigEndian, as: UInt32.self)
            packet[PacketBytes.lengthField] = UInt8(clamping: paddingLength)
            let start = PacketBytes.lengthField + 1
            fill(PacketBytes.piece(packet, from: start, count: count))
            try padding.fill(PacketBytes.piece(packet, from: start + count, count: paddingLength))
            try cipher?.seal(packet, sequence: sequence)
            return size
        }
        sequence &+= 1
        traffic.add(size)
    }

    /// Has the packets that follow protected by new keys; as ``PacketReader/use(_:resetsSequence:)``.
    mutating func use(_ cipher: any PacketCipher, resetsSequence: Bool) {
        self.cipher = cipher
        if resetsSequence { number = PacketNumber(generation: number.generation + 1) }
        traffic = Traffic()
        compression = nil
    }
}

/// Random padding, which is fetched many packets at a time.
private struct PaddingBytes {
    private let pool = SecretBytes(count: 2048)
    private var used = 2048

    mutating func fill(_ room: UnsafeMutableRawBufferPointer) throws(SSHError) {
        if used + room.count > pool.bytes.count {
            try Random.fill(pool.bytes)
            used = 0
        }
        room.copyMemory(from: UnsafeRawBufferPointer(PacketBytes.piece(pool.bytes, from: used, count: room.count)))
        used += room.count
    }
}
