import COpenSSL

/// AES in counter mode (RFC 4344, 4) with an HMAC (RFC 4253, 6.4; RFC 6668), which is of the packet or, as OpenSSH's `-etm` names
/// have it, of the encrypted packet.
final class CounterModePacketCipher: PacketCipher {
    let blockSize = 16
    let tagLength: Int
    let headLength: Int
    let padsLength: Bool

    private let encryptsThenAuthenticates: Bool
    private let context: CipherContext
    private let mac: MACContext
    private let macKey: SecretBytes
    private let code: SecretBytes
    private let sequenceBytes = SecretBytes(count: 4)

    /// - Parameters:
    ///   - key: 16, 24 or 32 bytes.
    ///   - initializationVector: 16 bytes: the first counter.
    ///   - digest: The HMAC's.
    ///   - macKey: The HMAC's key.
    ///   - encryptsThenAuthenticates: Whether the length stays plain and the HMAC is of what was encrypted.
    ///   - encrypts: Whether it seals.
    init(
        key: [UInt8], initializationVector: [UInt8], digest: Digest, macKey: [UInt8], encryptsThenAuthenticates: Bool,
        encrypts: Bool
    ) throws(SSHError) {
        tagLength = digest.length
        padsLength = !encryptsThenAuthenticates
        headLength = encryptsThenAuthenticates ? PacketBytes.lengthField : 16
        self.encryptsThenAuthenticates = encryptsThenAuthenticates
        context = try CipherContext(
            "AES-\(key.count * 8)-CTR", key: key, initializationVector: initializationVector, encrypts: encrypts)
        mac = try MACContext(hmac: digest)
        self.macKey = SecretBytes(macKey)
        code = SecretBytes(count: digest.length)
    }

    func length(_ head: UnsafeMutableRawBufferPointer, sequence: UInt32) throws(SSHError) -> UInt32 {
        if !encryptsThenAuthenticates, !context.update(head) { throw failure(.decrypt) }
        return PacketBytes.uint32(UnsafeRawBufferPointer(head))
    }

    func open(_ packet: UnsafeMutableRawBufferPointer, sequence: UInt32) throws(SSHError) {
        let covered = PacketBytes.piece(packet, from: 0, count: packet.count - tagLength)
        let tag = PacketBytes.piece(packet, from: packet.count - tagLength, count: tagLength)
        let content = PacketBytes.piece(covered, from: headLength, count: covered.count - headLength)
        if !encryptsThenAuthenticates, !context.update(content) { throw failure(.decrypt) }
        guard authenticate(covered, sequence, into: code.bytes) else { throw failure(.macFailure) }
        guard constantTimeEqual(code.readOnly, UnsafeRawBufferPointer(tag)) else { throw PacketBytes.tampered }
        if encryptsThenAuthenticates, !context.update(content) { throw failure(.decrypt) }
    }

    func seal(_ packet: UnsafeMutableRawBufferPointer, sequence: UInt32) throws(SSHError) {
        let covered = PacketBytes.piece(packet, from: 0, count: packet.count - tagLength)
        let tag = PacketBytes.piece(packet, from: packet.count - tagLength, count: tagLength)
        if encryptsThenAuthenticates {
            let content = PacketBytes.piece(covered, from: headLength, count: covered.count - headLength)
            guard context.update(content), authenticate(covered, sequence, into: tag) else { throw failure(.encrypt) }
        } else {
            guard authenticate(covered, sequence, into: tag), context.update(covered) else { throw failure(.encrypt) }
        }
    }

    private func authenticate(
        _ covered: UnsafeMutableRawBufferPointer, _ sequence: UInt32, into code: UnsafeMutableRawBufferPointer
    ) -> Bool {
        sequenceBytes.bytes.storeBytes(of: sequence.bigEndian, as: UInt32.self)
        return mac.compute(
            key: macKey.readOnly, prefix: sequenceBytes.readOnly, UnsafeRawBufferPointer(covered), into: code)
    }

    private func failure(_ code: SSHError.Code) -> SSHError {
        OpenSSLError.take().error(code, "libcrypto could not run AES in counter mode")
    }
}
