import COpenSSL

/// Keyed digests (RFC 2104), computed by libcrypto.
enum HMAC {
    /// The HMAC of `message` under `key` with `digest`, as long as the digest.
    ///
    /// The key may be empty; it is not kept.
    ///
    /// - Throws: `methodNotSupported` when libcrypto does not offer the digest, `internalError`.
    static func authenticate(
        _ message: [UInt8], key: [UInt8], digest: Digest
    ) throws(SSHError) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: digest.length)
        var produced = 0
        OpenSSLError.discard()
        // A zero byte at the end of the key changes no HMAC, and libcrypto takes no empty key.
        let presented = key.isEmpty ? [0] : key
        let done = presented.withUnsafeBytes { secret in
            message.withUnsafeBufferPointer { input in
                result.withUnsafeMutableBufferPointer { output in
                    EVP_Q_mac(
                        nil, "HMAC", nil, digest.name, nil, secret.baseAddress, secret.count, input.baseAddress,
                        input.count, output.baseAddress, output.count, &produced) != nil
                }
            }
        }
        guard done, produced == digest.length else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto cannot compute HMAC-\(digest.name)")
        }
        return result
    }
}
