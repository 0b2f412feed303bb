import COpenSSL

/// A cipher of libcrypto's with its key, for many messages in one direction. Used by one thread at a time.
final class CipherContext {
    /// libcrypto's context; valid while the object lives.
    let pointer: OpaquePointer

    /// A cipher that is ready to run.
    ///
    /// - Parameters:
    ///   - name: libcrypto's name of the cipher.
    ///   - key: The key, as long as the cipher's.
    ///   - initializationVector: The first initialization vector, as long as the cipher's; empty to set it later.
    ///   - encrypts: Whether it encrypts.
    /// - Throws: `methodNotSupported` when libcrypto does not offer the cipher or the lengths are not its own.
    init(_ name: String, key: [UInt8], initializationVector: [UInt8], encrypts: Bool) throws(SSHError) {
        OpenSSLError.discard()
        guard let cipher = EVP_CIPHER_fetch(nil, name, nil) else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto offers no \(name)")
        }
        defer { EVP_CIPHER_free(cipher) }
        guard let pointer = EVP_CIPHER_CTX_new() else { throw SSHError(.allocation, "out of memory") }
        self.pointer = pointer
        guard key.count == Int(EVP_CIPHER_get_key_length(cipher)),
            initializationVector.isEmpty
                || initializationVector.count == Int(EVP_CIPHER_get_iv_length(cipher)),
            EVP_CipherInit_ex2(
                pointer, cipher, key, initializationVector.isEmpty ? nil : initializationVector, encrypts ? 1 : 0, nil)
                == 1,
            EVP_CIPHER_CTX_set_padding(pointer, 0) == 1
        else { throw OpenSSLError.take().error(.methodNotSupported, "libcrypto cannot use \(name)") }
    }

    deinit {
        EVP_CIPHER_CTX_free(pointer)
    }

    /// Begins the next message under the same key; tells whether that worked.
    /// - Parameter initializationVector: As long as the cipher's.
    func begin(_ initializationVector: UnsafePointer<UInt8>?) -> Bool {
        EVP_CipherInit_ex2(pointer, nil, nil, initializationVector, -1, nil) == 1
    }

    /// Takes in what is authenticated and not encrypted; tells whether that worked.
    func authenticate(_ bytes: UnsafeMutableRawBufferPointer) -> Bool {
        var written: Int32 = 0
        return EVP_CipherUpdate(pointer, nil, &written, octets(bytes), Int32(clamping: bytes.count)) == 1
    }

    /// Encrypts or decrypts in place; tells whether that worked.
    func update(_ bytes: UnsafeMutableRawBufferPointer) -> Bool {
        if bytes.isEmpty { return true }
        var written: Int32 = 0
        let start = octets(bytes)
        return EVP_CipherUpdate(pointer, start, &written, start, Int32(clamping: bytes.count)) == 1
            && Int(written) == bytes.count
    }

    private func octets(_ bytes: UnsafeMutableRawBufferPointer) -> UnsafeMutablePointer<UInt8>? {
        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    }
}
