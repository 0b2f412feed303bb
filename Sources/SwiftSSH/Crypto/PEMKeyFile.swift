import COpenSSL

/// Private keys in the formats that OpenSSL writes: PKCS #1, SEC 1 (RFC 5915) and PKCS #8 (RFC 5208, 5958), with or
/// without encryption. Nothing here ever asks on a terminal.
enum PEMKeyFile {
    /// The longest passphrase of a PEM file in bytes, libcrypto's limit.
    static let maximumPassphraseLength = 1024

    /// Reads the key in `armor`.
    ///
    /// - Parameter passphrase: ignored when the key is not encrypted; empty counts as none.
    /// - Throws: `keyFileAuthenticationFailed` when a passphrase is needed and missing or wrong; `methodNotSupported`
    ///   for a cipher or derivation that is not supported; `algorithmUnsupported` for other kinds of keys; `file` when
    ///   the content is damaged.
    static func key(in armor: KeyArmor, passphrase: [UInt8]?) throws(SSHError) -> OpenSSLKey {
        let key: OpenSSLKey
        switch armor.label {
        case "RSA PRIVATE KEY": key = try traditional(EVP_PKEY_RSA, armor, passphrase)
        case "EC PRIVATE KEY": key = try traditional(EVP_PKEY_EC, armor, passphrase)
        case "PRIVATE KEY": key = try plain(armor.content)
        case "ENCRYPTED PRIVATE KEY": key = try encrypted(armor.content, passphrase)
        case "DSA PRIVATE KEY": throw KeyAlgorithm.unsupported(typeName: "ssh-dss")
        default:
            throw SSHError(.algorithmUnsupported, "a key of the kind \"\(armor.label)\" is not supported")
        }
        try key.checkConsistency()
        return key
    }

    private static let damaged = "the key is damaged"

    private static func given(_ passphrase: [UInt8]?) throws(SSHError) -> [UInt8] {
        guard let passphrase, !passphrase.isEmpty else { throw PassphraseError.missing }
        guard passphrase.count <= maximumPassphraseLength else {
            throw SSHError(
                .keyFileAuthenticationFailed,
                "the passphrase is longer than the \(maximumPassphraseLength) bytes that a PEM file can have")
        }
        return passphrase
    }

    /// PKCS #1 and SEC 1, encrypted as RFC 1421 has it where the headers say so.
    private static func traditional(
        _ type: Int32, _ armor: KeyArmor, _ passphrase: [UInt8]?
    ) throws(SSHError) -> OpenSSLKey {
        var content = armor.content
        defer { wipe(&content) }
        let isEncrypted = armor.headers["Proc-Type"]?.hasSuffix("ENCRYPTED") == true
        if isEncrypted {
            try decryptTraditional(&content, method: armor.headers["DEK-Info"] ?? "", passphrase)
        }
        let key = content.withUnsafeBufferPointer { bytes in
            var position = bytes.baseAddress
            let key = d2i_PrivateKey(type, nil, &position, bytes.count)
            guard let key, let base = bytes.baseAddress, position == base + bytes.count else {
                EVP_PKEY_free(key)
                return nil as OpaquePointer?
            }
            return key
        }
        guard let key else {
            let failure = OpenSSLError.take()
            throw isEncrypted ? PassphraseError.wrong : failure.error(.file, damaged)
        }
        return OpenSSLKey(owning: key)
    }

    /// Decrypts in place; `method` is the value of `DEK-Info`.
    private static func decryptTraditional(
        _ content: inout [UInt8], method: String, _ passphrase: [UInt8]?
    ) throws(SSHError) {
        let name = String(escaping: method.prefix { $0 != "," }.utf8, limit: 64)
        var header = "Proc-Type: 4,ENCRYPTED\nDEK-Info: \(method.prefix(128))\n".utf8CString.map { $0 }
        var information = EVP_CIPHER_INFO()
        guard PEM_get_EVP_CIPHER_INFO(&header, &information) == 1, information.cipher != nil else {
            throw OpenSSLError.take().error(.methodNotSupported, "the key is encrypted with \"\(name)\"")
        }
        let secret = try given(passphrase)
        var length = content.count
        let status = secret.withUnsafeBufferPointer { bytes in
            withUnsafePointer(to: bytes) { pointer in
                PEM_do_header(
                    &information, &content, &length,
                    { buffer, size, _, context in
                        let held = context?.assumingMemoryBound(to: UnsafeBufferPointer<UInt8>.self).pointee
                        guard let buffer, let held, held.count <= Int(size) else { return -1 }
                        UnsafeMutableRawBufferPointer(start: buffer, count: Int(size)).copyBytes(from: held)
                        return Int32(clamping: held.count)
                    }, UnsafeMutableRawPointer(mutating: pointer))
            }
        }
        guard status == 1, length >= 0, length <= content.count else {
            let failure = OpenSSLError.take()
            throw failure.isUnsupported
                ? failure.error(.methodNotSupported, "the key is encrypted with \"\(name)\"") : PassphraseError.wrong
        }
        content.removeLast(content.count - length)
    }

    /// PKCS #8 without encryption.
    private static func plain(_ content: [UInt8]) throws(SSHError) -> OpenSSLKey {
        let information = content.withUnsafeBufferPointer { bytes in
            var position = bytes.baseAddress
            return d2i_PKCS8_PRIV_KEY_INFO(nil, &position, bytes.count)
        }
        guard let information else { throw OpenSSLError.take().error(.file, damaged) }
        return try key(from: information)
    }

    /// PKCS #8 with encryption.
    private static func encrypted(_ content: [UInt8], _ passphrase: [UInt8]?) throws(SSHError) -> OpenSSLKey {
        let envelope = content.withUnsafeBufferPointer { bytes in
            var position = bytes.baseAddress
            return d2i_X509_SIG(nil, &position, bytes.count)
        }
        guard let envelope else { throw OpenSSLError.take().error(.file, damaged) }
        defer { X509_SIG_free(envelope) }
        try PKCS8Derivation.check(envelope)
        let secret = try given(passphrase)
        let information = secret.withUnsafeBytes { bytes in
            PKCS8_decrypt(
                envelope, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count))
        }
        guard let information else {
            let failure = OpenSSLError.take()
            throw failure.isUnsupported
                ? failure.error(.methodNotSupported, "the key's encryption is not supported") : PassphraseError.wrong
        }
        return try key(from: information)
    }

    /// Takes over `information`.
    private static func key(from information: OpaquePointer) throws(SSHError) -> OpenSSLKey {
        defer { PKCS8_PRIV_KEY_INFO_free(information) }
        var object: OpaquePointer?
        guard PKCS8_pkey_get0(&object, nil, nil, nil, information) == 1 else {
            throw OpenSSLError.take().error(.file, damaged)
        }
        let number = OBJ_obj2nid(object)
        guard [NID_rsaEncryption, NID_X9_62_id_ecPublicKey, NID_ED25519].contains(number) else {
            let name = number == NID_dsa ? "ssh-dss" : OBJ_nid2sn(number).map { String(cString: $0) } ?? "unknown"
            throw KeyAlgorithm.unsupported(typeName: name)
        }
        guard let key = EVP_PKCS82PKEY(information) else { throw OpenSSLError.take().error(.file, damaged) }
        return OpenSSLKey(owning: key)
    }
}
