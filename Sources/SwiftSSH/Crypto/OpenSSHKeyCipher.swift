import COpenSSL

/// A cipher that OpenSSH encrypts the private section of its key files with.
struct OpenSSHKeyCipher {
    /// The name in the file.
    let name: String
    /// The name by which libcrypto knows the cipher.
    let libraryName: String
    /// The length of the key in bytes.
    let keyLength: Int
    /// The length of the initialization vector in bytes.
    let vectorLength: Int
    /// The length of a block in bytes, of which the private section is a multiple.
    let blockLength: Int
    /// The length in bytes of the tag that follows the private section; 0 for a cipher without.
    let tagLength: Int

    private static let known: [OpenSSHKeyCipher] =
        [128, 192, 256].flatMap { bits in
            ["ctr", "cbc"].map { mode in
                OpenSSHKeyCipher(
                    name: "aes\(bits)-\(mode)", libraryName: "AES-\(bits)-\(mode)", keyLength: bits / 8,
                    vectorLength: 16, blockLength: 16, tagLength: 0)
            }
        }
        + [128, 256].map { bits in
            OpenSSHKeyCipher(
                name: "aes\(bits)-gcm@openssh.com", libraryName: "AES-\(bits)-GCM", keyLength: bits / 8,
                vectorLength: 12, blockLength: 16, tagLength: 16)
        }
        + [
            OpenSSHKeyCipher(
                name: "3des-cbc", libraryName: "DES-EDE3-CBC", keyLength: 24, vectorLength: 8, blockLength: 8,
                tagLength: 0)
        ]

    /// The cipher called `name` in a key file.
    ///
    /// - Throws: `methodNotSupported`, naming the cipher, when it is none of those known here.
    static func named(_ name: String) throws(SSHError) -> OpenSSHKeyCipher {
        guard let cipher = known.first(where: { $0.name == name }) else {
            throw SSHError(
                .methodNotSupported,
                "the key is encrypted with \"\(String(escaping: name.utf8, limit: 64))\", which is not supported;"
                    + " encrypt it anew with `ssh-keygen -p -Z aes256-ctr -f FILE`")
        }
        return cipher
    }

    /// Decrypts the private section.
    ///
    /// - Parameters:
    ///   - section: the ciphertext.
    ///   - tag: what follows it, ``tagLength`` bytes.
    ///   - material: the key and the initialization vector one after the other, as the derivation gave them.
    /// - Returns: as many bytes as the ciphertext has, for the caller to wipe; `nil` when the tag does not fit.
    /// - Throws: `methodNotSupported` when libcrypto does not offer the cipher; `file` when the length is not one of
    ///   whole blocks.
    func decrypt(
        _ section: ArraySlice<UInt8>, tag: ArraySlice<UInt8>, material: [UInt8]
    ) throws(SSHError) -> [UInt8]? {
        guard !section.isEmpty, section.count % blockLength == 0, tag.count == tagLength,
            material.count == keyLength + vectorLength
        else { throw SSHError(.file, "the key is damaged: its private section is not of whole blocks") }
        guard let cipher = EVP_CIPHER_fetch(nil, libraryName, nil) else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto does not offer \(name)")
        }
        defer { EVP_CIPHER_free(cipher) }
        guard let context = EVP_CIPHER_CTX_new() else { throw SSHError(.allocation, "out of memory") }
        defer { EVP_CIPHER_CTX_free(context) }
        let initialized = material.withUnsafeBufferPointer { bytes in
            EVP_DecryptInit_ex(context, cipher, nil, bytes.baseAddress, bytes.baseAddress.map { $0 + keyLength })
        }
        guard initialized == 1, EVP_CIPHER_CTX_set_padding(context, 0) == 1 else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto cannot decrypt \(name)")
        }
        if tagLength > 0 {
            var expected = [UInt8](tag)
            guard EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tagLength), &expected) == 1 else {
                throw OpenSSLError.take().error(.internalError, "libcrypto cannot decrypt \(name)")
            }
        }
        var plain = [UInt8](repeating: 0, count: section.count)
        var produced: Int32 = 0
        var finished: Int32 = 0
        let input = [UInt8](section)
        let updated = EVP_DecryptUpdate(context, &plain, &produced, input, Int32(clamping: input.count))
        // Nothing is left for the end: the padding is off and the input is of whole blocks.
        var nothing = [UInt8](repeating: 0, count: Int(EVP_MAX_BLOCK_LENGTH))
        guard updated == 1, EVP_DecryptFinal_ex(context, &nothing, &finished) == 1, finished == 0,
            Int(produced) == plain.count
        else {
            OpenSSLError.discard()
            wipe(&plain)
            if tagLength > 0 { return nil }
            throw SSHError(.internalError, "libcrypto cannot decrypt \(name)")
        }
        return plain
    }
}
