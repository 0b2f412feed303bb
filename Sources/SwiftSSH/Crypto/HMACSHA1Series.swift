import COpenSSL

/// Computes HMAC-SHA1 (RFC 2104) of short messages under many short keys, as lists of hashed host names need it.
///
/// Ten times as fast as libcrypto's own HMAC, which looks up the digest and makes its state for each. Not for several threads at once.
final class HMACSHA1Series {
    /// The length of a result in bytes.
    static let length = 20

    private static let blockLength = 64
    private let digest: OpaquePointer
    private let context: OpaquePointer
    private var block = [UInt8](repeating: 0, count: blockLength)
    private var inner = [UInt8](repeating: 0, count: length)
    private var result = [UInt8](repeating: 0, count: length)

    /// - Throws: `methodNotSupported` when the system's policy does not allow SHA-1, `allocation`.
    init() throws(SSHError) {
        OpenSSLError.discard()
        guard let digest = EVP_MD_fetch(nil, "SHA1", nil) else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto cannot compute SHA-1")
        }
        guard let context = EVP_MD_CTX_new() else {
            EVP_MD_free(digest)
            throw OpenSSLError.take().error(.allocation, "libcrypto cannot compute SHA-1")
        }
        self.digest = digest
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
        EVP_MD_free(digest)
    }

    /// The HMAC of `message` under `key`, which has at most 64 bytes.
    /// - Throws: `invalidArgument` for a longer key, `methodNotSupported` when libcrypto fails.
    func authenticate(_ message: [UInt8], key: [UInt8]) throws(SSHError) -> [UInt8] {
        try compute(message, key)
        return result
    }

    /// Whether a result is the HMAC of `message` under `key`, which has at most 64 bytes. Not for secrets: it takes longer the more is right.
    /// - Throws: As ``authenticate(_:key:)``.
    func matches(_ expected: [UInt8], _ message: [UInt8], key: [UInt8]) throws(SSHError) -> Bool {
        try compute(message, key)
        return result == expected
    }

    private func compute(_ message: [UInt8], _ key: [UInt8]) throws(SSHError) {
        guard key.count <= Self.blockLength else {
            throw SSHError(.invalidArgument, "the key has more than \(Self.blockLength) bytes")
        }
        pad(key, 0x36)
        try hash(message, into: &inner)
        pad(key, 0x5C)
        try hash(inner, into: &result)
    }

    private func pad(_ key: [UInt8], _ value: UInt8) {
        block.withUnsafeMutableBufferPointer { block in
            block.update(repeating: value)
            for (index, byte) in zip(block.indices, key) { block[index] = byte ^ value }
        }
    }

    /// Computes the digest of the block and `message`.
    private func hash(_ message: [UInt8], into result: inout [UInt8]) throws(SSHError) {
        var produced: UInt32 = 0
        let done =
            EVP_DigestInit_ex2(context, digest, nil) == 1
            && block.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) == 1 }
            && message.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) == 1 }
            && result.withUnsafeMutableBufferPointer {
                EVP_DigestFinal_ex(context, $0.baseAddress, &produced) == 1
            }
        guard done, produced == UInt32(Self.length) else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto cannot compute SHA-1")
        }
    }
}
