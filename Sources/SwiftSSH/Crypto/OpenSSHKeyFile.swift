/// OpenSSH's own format of private keys, `openssh-key-v1` (OpenSSH's `PROTOCOL.key`).
struct OpenSSHKeyFile {
    /// The key.
    let key: OpenSSLKey
    /// The public half, as the file has it; it belongs to the key.
    let publicKeyBlob: [UInt8]
    /// The comment; empty when there is none.
    let comment: String

    static let magic = [UInt8]("openssh-key-v1\0".utf8)

    /// Reads the decoded content of the armor.
    ///
    /// With an encrypted key, blocks the calling thread for as long as ``BcryptPBKDF`` takes.
    ///
    /// - Parameter passphrase: ignored when the key is not encrypted; empty counts as none.
    /// - Throws: `keyFileAuthenticationFailed` when a passphrase is needed and missing or wrong; `methodNotSupported`
    ///   for a cipher, derivation or number of rounds that is not supported; `algorithmUnsupported` for other kinds of
    ///   keys; `file` when the content is damaged.
    init(content: [UInt8], passphrase: [UInt8]?) throws(SSHError) {
        var reader = WireReader(content)
        guard let start = reader.slice(Self.magic.count), start.elementsEqual(Self.magic) else {
            throw SSHError(.file, "the key is damaged: it does not begin with \"openssh-key-v1\"")
        }
        guard let cipherName = reader.text(), let derivation = reader.text(), let options = reader.string(),
            let keyCount = reader.uint32()
        else { throw Self.short }
        guard keyCount == 1 else {
            throw SSHError(.file, "the file says that it holds \(keyCount) keys; it must hold one")
        }
        guard let publicKeyBlob = reader.string(), let section = reader.stringSlice() else { throw Self.short }
        let tag = reader.rest()

        if cipherName == "none" {
            guard derivation == "none", options.isEmpty, tag.isEmpty else {
                throw SSHError(.file, "the key is damaged: it is not encrypted, yet has what only encrypted keys have")
            }
            var plain = [UInt8](section)
            defer { wipe(&plain) }
            self = try Self.parse(plain, blockLength: 8, isEncrypted: false, publicKeyBlob: publicKeyBlob)
            return
        }
        let cipher = try OpenSSHKeyCipher.named(cipherName)
        let (salt, rounds) = try Self.derivationOptions(name: derivation, options: options)
        guard let passphrase, !passphrase.isEmpty else { throw PassphraseError.missing }
        var material = try BcryptPBKDF.deriveKey(
            passphrase: passphrase, salt: salt, rounds: rounds, keyLength: cipher.keyLength + cipher.vectorLength)
        defer { wipe(&material) }
        guard var plain = try cipher.decrypt(section, tag: tag, material: material) else { throw PassphraseError.wrong }
        defer { wipe(&plain) }
        self = try Self.parse(plain, blockLength: cipher.blockLength, isEncrypted: true, publicKeyBlob: publicKeyBlob)
    }

    private init(key: OpenSSLKey, publicKeyBlob: [UInt8], comment: String) {
        self.key = key
        self.publicKeyBlob = publicKeyBlob
        self.comment = comment
    }

    private static let short = SSHError(.file, "the key is damaged: it is shorter than its lengths say")

    private static func derivationOptions(
        name: String, options: [UInt8]
    ) throws(SSHError) -> (salt: [UInt8], rounds: UInt32) {
        guard name == "bcrypt" else {
            throw SSHError(
                .methodNotSupported,
                "the key's passphrase goes through \"\(String(escaping: name.utf8, limit: 64))\";"
                    + " only bcrypt is supported")
        }
        var reader = WireReader(options)
        guard let salt = reader.string(), let rounds = reader.uint32(), reader.isAtEnd, !salt.isEmpty, rounds > 0,
            salt.count <= BcryptPBKDF.maximumSaltLength
        else { throw SSHError(.file, "the key is damaged: the options of its passphrase derivation are not valid") }
        guard rounds <= BcryptPBKDF.maximumRounds else {
            throw SSHError(
                .methodNotSupported,
                "the key asks for \(rounds) rounds of bcrypt; at most \(BcryptPBKDF.maximumRounds) are carried out")
        }
        return (salt, rounds)
    }

    /// Reads the private section and holds it against the public half.
    private static func parse(
        _ plain: [UInt8], blockLength: Int, isEncrypted: Bool, publicKeyBlob: [UInt8]
    ) throws(SSHError) -> OpenSSHKeyFile {
        var reader = WireReader(plain)
        guard let first = reader.uint32(), let second = reader.uint32() else { throw short }
        guard first == second else {
            throw isEncrypted
                ? PassphraseError.wrong
                : SSHError(.file, "the key is damaged: its two check words differ")
        }
        guard let typeName = reader.text() else { throw short }
        guard let algorithm = KeyAlgorithm(typeName: typeName) else {
            throw KeyAlgorithm.unsupported(typeName: String(escaping: typeName.utf8, limit: 64))
        }
        let key = try OpenSSHPrivateSection.key(algorithm, from: &reader)
        guard let comment = reader.string() else { throw short }
        let padding = reader.rest()
        guard plain.count % blockLength == 0, padding.count < blockLength,
            padding.elementsEqual((0..<padding.count).map { UInt8(truncatingIfNeeded: $0 + 1) })
        else { throw SSHError(.file, "the key is damaged: its padding is wrong") }
        guard try key.publicKeyBlob() == publicKeyBlob else {
            throw SSHError(.file, "the key is damaged: its private and its public half do not belong together")
        }
        return OpenSSHKeyFile(
            key: key, publicKeyBlob: publicKeyBlob, comment: String(decoding: comment, as: UTF8.self))
    }
}
