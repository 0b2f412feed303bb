import COpenSSL

/// `chacha20-poly1305@openssh.com` (OpenSSH's `PROTOCOL.chacha20poly1305`).
///
/// The length is encrypted by a key of its own; the tag covers the encrypted length and the encrypted packet; the nonce is the
/// sequence number.
final class ChaChaPolyPacketCipher: PacketCipher {
    let blockSize = 8
    let tagLength = 16
    let headLength = PacketBytes.lengthField
    let padsLength = false

    private static let keyLength = 32
    private let lengthContext: CipherContext
    private let contentContext: CipherContext
    private let poly1305: MACContext
    /// The block counter, least significant byte first, and the sequence number, most significant byte first.
    private let vector = SecretBytes(count: 16)
    /// The first block of the key stream, of which the one-time key is made.
    private let block = SecretBytes(count: 64)
    private let code = SecretBytes(count: 16)
    private let scratch = SecretBytes(count: 4)

    /// - Parameters:
    ///   - key: 64 bytes: the packets' key and the lengths' key.
    ///   - encrypts: Whether it seals.
    init(key: [UInt8], encrypts: Bool) throws(SSHError) {
        var content = [UInt8](key.prefix(Self.keyLength))
        var length = [UInt8](key.dropFirst(Self.keyLength))
        defer {
            wipe(&content)
            wipe(&length)
        }
        contentContext = try CipherContext("ChaCha20", key: content, initializationVector: [], encrypts: encrypts)
        lengthContext = try CipherContext("ChaCha20", key: length, initializationVector: [], encrypts: encrypts)
        poly1305 = try MACContext("POLY1305")
    }

    func length(_ head: UnsafeMutableRawBufferPointer, sequence: UInt32) throws(SSHError) -> UInt32 {
        // A copy: the tag is over the length as it came.
        scratch.bytes.copyMemory(from: UnsafeRawBufferPointer(PacketBytes.piece(head, from: 0, count: 4)))
        guard begin(lengthContext, sequence), lengthContext.update(scratch.bytes) else { throw failure(.decrypt) }
        return PacketBytes.uint32(scratch.readOnly)
    }

    func open(_ packet: UnsafeMutableRawBufferPointer, sequence: UInt32) throws(SSHError) {
        let covered = PacketBytes.piece(packet, from: 0, count: packet.count - tagLength)
        let tag = PacketBytes.piece(packet, from: packet.count - tagLength, count: tagLength)
        guard beginContent(sequence), authenticate(covered, into: code.bytes) else { throw failure(.decrypt) }
        guard constantTimeEqual(code.readOnly, UnsafeRawBufferPointer(tag)) else { throw PacketBytes.tampered }
        guard contentContext.update(content(of: covered)) else { throw failure(.decrypt) }
    }

    func seal(_ packet: UnsafeMutableRawBufferPointer, sequence: UInt32) throws(SSHError) {
        let covered = PacketBytes.piece(packet, from: 0, count: packet.count - tagLength)
        let tag = PacketBytes.piece(packet, from: packet.count - tagLength, count: tagLength)
        guard begin(lengthContext, sequence),
            lengthContext.update(PacketBytes.piece(packet, from: 0, count: PacketBytes.lengthField)),
            beginContent(sequence), contentContext.update(content(of: covered)), authenticate(covered, into: tag)
        else { throw failure(.encrypt) }
    }

    private func content(of covered: UnsafeMutableRawBufferPointer) -> UnsafeMutableRawBufferPointer {
        PacketBytes.piece(covered, from: PacketBytes.lengthField, count: covered.count - PacketBytes.lengthField)
    }

    private func begin(_ context: CipherContext, _ sequence: UInt32) -> Bool {
        vector.bytes.storeBytes(of: sequence.bigEndian, toByteOffset: 12, as: UInt32.self)
        return context.begin(vector.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }

    /// Block 0 of the key stream makes the one-time key; the content begins with block 1.
    private func beginContent(_ sequence: UInt32) -> Bool {
        block.bytes.initializeMemory(as: UInt8.self, repeating: 0)
        return begin(contentContext, sequence) && contentContext.update(block.bytes)
    }

    private func authenticate(
        _ covered: UnsafeMutableRawBufferPointer, into code: UnsafeMutableRawBufferPointer
    ) -> Bool {
        let key = UnsafeRawBufferPointer(PacketBytes.piece(block.bytes, from: 0, count: Self.keyLength))
        return poly1305.compute(
            key: key, prefix: UnsafeRawBufferPointer(start: nil, count: 0), UnsafeRawBufferPointer(covered), into: code)
    }

    private func failure(_ code: SSHError.Code) -> SSHError {
        OpenSSLError.take().error(code, "libcrypto could not run ChaCha20-Poly1305")
    }
}
