import COpenSSL

/// AES in Galois/counter mode: `aes128-gcm@openssh.com`, `aes256-gcm@openssh.com` (RFC 5647 as OpenSSH's `PROTOCOL` has it).
///
/// The length is authenticated and not encrypted; the nonce counts packets.
final class AESGCMPacketCipher: PacketCipher {
    let blockSize = 16
    let tagLength = 16
    let headLength = PacketBytes.lengthField
    let padsLength = false

    private static let nonceLength = 12
    private let context: CipherContext
    /// Four fixed bytes and the count of packets, most significant byte first.
    private let nonce: UnsafeMutablePointer<UInt8>

    /// - Parameters:
    ///   - key: 16 or 32 bytes.
    ///   - initializationVector: 12 bytes.
    ///   - encrypts: Whether it seals.
    init(key: [UInt8], initializationVector: [UInt8], encrypts: Bool) throws(SSHError) {
        context = try CipherContext(
            "AES-\(key.count * 8)-GCM", key: key, initializationVector: initializationVector, encrypts: encrypts)
        nonce = .allocate(capacity: Self.nonceLength)
        nonce.update(from: initializationVector, count: Self.nonceLength)
    }

    deinit {
        nonce.deallocate()
    }

    func length(_ head: UnsafeMutableRawBufferPointer, sequence: UInt32) throws(SSHError) -> UInt32 {
        PacketBytes.uint32(UnsafeRawBufferPointer(head))
    }

    func open(_ packet: UnsafeMutableRawBufferPointer, sequence: UInt32) throws(SSHError) {
        let content = packet.count - PacketBytes.lengthField - tagLength
        let tag = PacketBytes.piece(packet, from: packet.count - tagLength, count: tagLength)
        var rest = (UInt64(0), UInt64(0))
        let isWhole = withUnsafeMutableBytes(of: &rest) { end in
            var written: Int32 = 0
            return run(packet, content)
                && EVP_CIPHER_CTX_ctrl(
                    context.pointer, EVP_CTRL_AEAD_SET_TAG, Int32(clamping: tagLength), tag.baseAddress) == 1
                && EVP_CipherFinal_ex(
                    context.pointer, end.baseAddress?.assumingMemoryBound(to: UInt8.self), &written) == 1
        }
        guard isWhole else {
            OpenSSLError.discard()
            throw PacketBytes.tampered
        }
    }

    func seal(_ packet: UnsafeMutableRawBufferPointer, sequence: UInt32) throws(SSHError) {
        let content = packet.count - PacketBytes.lengthField - tagLength
        let tag = PacketBytes.piece(packet, from: packet.count - tagLength, count: tagLength)
        var written: Int32 = 0
        // In this mode the end of a message writes no byte of it.
        guard run(packet, content),
            EVP_CipherFinal_ex(
                context.pointer, tag.baseAddress?.assumingMemoryBound(to: UInt8.self), &written) == 1,
            EVP_CIPHER_CTX_ctrl(
                context.pointer, EVP_CTRL_AEAD_GET_TAG, Int32(clamping: tagLength), tag.baseAddress) == 1
        else { throw OpenSSLError.take().error(.encrypt, "libcrypto could not encrypt a packet") }
    }

    private func run(_ packet: UnsafeMutableRawBufferPointer, _ content: Int) -> Bool {
        guard content > 0, context.begin(nonce) else { return false }
        for index in stride(from: Self.nonceLength - 1, to: 3, by: -1) {
            nonce[index] &+= 1
            if nonce[index] != 0 { break }
        }
        return context.authenticate(PacketBytes.piece(packet, from: 0, count: PacketBytes.lengthField))
            && context.update(PacketBytes.piece(packet, from: PacketBytes.lengthField, count: content))
    }
}
