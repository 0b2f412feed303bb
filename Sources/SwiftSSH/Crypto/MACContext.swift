import COpenSSL

/// A message authentication code of libcrypto's. Used by one thread at a time.
final class MACContext {
    private let context: OpaquePointer

    /// An HMAC over `digest`.
    ///
    /// - Throws: `methodNotSupported` when libcrypto does not offer it.
    convenience init(hmac digest: Digest) throws(SSHError) {
        try self.init("HMAC")
        var name = Array(digest.name.utf8CString)
        let isSet = name.withUnsafeMutableBufferPointer { name in
            var parameters = [
                OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name.baseAddress, 0),
                OSSL_PARAM_construct_end(),
            ]
            return EVP_MAC_CTX_set_params(context, &parameters) == 1
        }
        guard isSet else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto offers no HMAC-\(digest.name)")
        }
    }

    /// The code that libcrypto calls `name`.
    ///
    /// - Throws: `methodNotSupported` when libcrypto does not offer it.
    init(_ name: String) throws(SSHError) {
        OpenSSLError.discard()
        guard let algorithm = EVP_MAC_fetch(nil, name, nil) else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto offers no \(name)")
        }
        defer { EVP_MAC_free(algorithm) }
        guard let context = EVP_MAC_CTX_new(algorithm) else { throw SSHError(.allocation, "out of memory") }
        self.context = context
    }

    deinit {
        EVP_MAC_CTX_free(context)
    }

    /// Computes the code of a message in two parts; tells whether that worked.
    ///
    /// The key is given each time: not every libcrypto begins anew without one.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - prefix: The first part; may be empty.
    ///   - message: The second part.
    ///   - code: Receives the code; exactly as long as that.
    func compute(
        key: UnsafeRawBufferPointer, prefix: UnsafeRawBufferPointer, _ message: UnsafeRawBufferPointer,
        into code: UnsafeMutableRawBufferPointer
    ) -> Bool {
        var written = 0
        return EVP_MAC_init(context, octets(key), key.count, nil) == 1
            && EVP_MAC_update(context, octets(prefix), prefix.count) == 1
            && EVP_MAC_update(context, octets(message), message.count) == 1
            && EVP_MAC_final(
                context, code.baseAddress?.assumingMemoryBound(to: UInt8.self), &written, code.count) == 1
            && written == code.count
    }

    private func octets(_ bytes: UnsafeRawBufferPointer) -> UnsafePointer<UInt8>? {
        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    }
}
