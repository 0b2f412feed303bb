/// Encrypts and authenticates, or decrypts and verifies, the packets of one direction in place (RFC 4253, 6).
///
/// A packet is four bytes of length, what they count, and the tag. One object serves one direction: it seals or it opens.
/// Used by one thread at a time; each packet goes through it once, in order.
protocol PacketCipher: AnyObject {
    /// Packets are padded to a multiple of this many bytes.
    var blockSize: Int { get }
    /// The bytes of the tag behind a packet.
    var tagLength: Int { get }
    /// How many bytes of a packet must have come before its length can be told.
    var headLength: Int { get }
    /// Whether the four bytes of length count among those that are padded to whole blocks.
    var padsLength: Bool { get }

    /// What the length field at the start of a packet says; asked once for each packet, before it is opened.
    ///
    /// - Parameters:
    ///   - head: The first ``headLength`` bytes of the packet; may be decrypted in place.
    ///   - sequence: The packet's sequence number.
    func length(_ head: UnsafeMutableRawBufferPointer, sequence: UInt32) throws(SSHError) -> UInt32

    /// Verifies a packet and decrypts it; the length field may stay encrypted.
    ///
    /// - Parameters:
    ///   - packet: The packet from its length to its tag, with at least ``headLength`` bytes before the tag.
    ///   - sequence: The packet's sequence number.
    /// - Throws: `invalidMAC` when the tag is not that of the packet; nothing of it is then to be believed.
    func open(_ packet: UnsafeMutableRawBufferPointer, sequence: UInt32) throws(SSHError)

    /// Encrypts a packet and writes its tag.
    ///
    /// - Parameters:
    ///   - packet: The packet from its length to the room for its tag.
    ///   - sequence: The packet's sequence number.
    func seal(_ packet: UnsafeMutableRawBufferPointer, sequence: UInt32) throws(SSHError)
}

/// What ciphers of packets have in common.
enum PacketBytes {
    /// The length of a packet's length field.
    static let lengthField = 4

    /// The error of a packet that is not what its sender authenticated.
    static let tampered = SSHError(
        .invalidMAC, "a packet was damaged or tampered with: its authentication code is wrong")

    /// The number at the start of `bytes`; 0 where they are fewer than four.
    static func uint32(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        guard bytes.count >= 4 else { return 0 }
        return UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self))
    }

    /// A piece of `bytes`; empty where it does not lie within them.
    static func piece(
        _ bytes: UnsafeMutableRawBufferPointer, from start: Int, count: Int
    ) -> UnsafeMutableRawBufferPointer {
        guard start >= 0, count >= 0, start <= bytes.count, count <= bytes.count - start else {
            return UnsafeMutableRawBufferPointer(start: nil, count: 0)
        }
        return UnsafeMutableRawBufferPointer(rebasing: bytes[start..<(start + count)])
    }
}
