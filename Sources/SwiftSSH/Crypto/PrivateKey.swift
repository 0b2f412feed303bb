/// A user's private key: Ed25519, ECDSA on a NIST curve, or RSA.
///
/// The private half stays in libcrypto's memory, which wipes it when the last copy of the value goes. Any number of
/// threads may use a key at once.
struct PrivateKey: Sendable {
    /// The family.
    let algorithm: KeyAlgorithm
    /// The public half in SSH's format (RFC 4253, 6.6; RFC 5656, 3.1; RFC 8709, 4).
    let publicKeyBlob: [UInt8]
    /// The comment in the file, not escaped; empty where the format has none.
    let comment: String
    /// Whether users other than its owner may read the file that the key came from; `false` for a key from memory.
    let isReadableByOthers: Bool

    private let key: OpenSSLKey

    /// Reads the key file at `path`; the formats and errors are those of ``init(parsing:passphrase:path:)``.
    ///
    /// Blocks the calling thread for reading and for the derivation of an encrypted key's key (typically 0.1 s).
    ///
    /// - Parameter passphrase: ignored when the key is not encrypted; empty counts as none. The caller wipes it.
    /// - Throws: also `file` with `errno` and `invalidArgument`, as ``KeyFile/init(path:)``.
    init(path: String, passphrase: [UInt8]?) throws(SSHError) {
        var file = try KeyFile(path: path)
        defer { wipe(&file.bytes) }
        try self.init(file.bytes, passphrase, path, isReadableByOthers: file.isReadableByOthers)
    }

    /// Reads a key from memory: OpenSSH's format (`OPENSSH PRIVATE KEY`), PKCS #1 (`RSA PRIVATE KEY`), SEC 1
    /// (`EC PRIVATE KEY`) and PKCS #8 (`PRIVATE KEY`, `ENCRYPTED PRIVATE KEY`).
    ///
    /// - Parameters:
    ///   - bytes: the text of the file, at most ``KeyFile/maximumSize`` bytes. The caller wipes it.
    ///   - passphrase: ignored when the key is not encrypted; empty counts as none. The caller wipes it.
    ///   - path: the file that the text came from, for errors.
    /// - Throws: `file` when there is no private key in the text (the message says what there is), when it is cut
    ///   short or damaged; `keyFileAuthenticationFailed` when a passphrase is needed and missing, or wrong;
    ///   `methodNotSupported` for a cipher, derivation or amount of work that is not supported; `algorithmUnsupported`
    ///   for another kind of key; `allocation`. All carry the phase `keyFile` and the path.
    init(parsing bytes: [UInt8], passphrase: [UInt8]?, path: String? = nil) throws(SSHError) {
        try self.init(bytes, passphrase, path, isReadableByOthers: false)
    }

    private init(
        _ bytes: [UInt8], _ passphrase: [UInt8]?, _ path: String?, isReadableByOthers: Bool
    ) throws(SSHError) {
        OpenSSLError.discard()
        defer { OpenSSLError.discard() }
        do throws(SSHError) {
            guard bytes.count <= KeyFile.maximumSize else {
                throw SSHError(.file, "the key is larger than \(KeyFile.maximumSize) bytes")
            }
            var armor = try KeyArmor(findingIn: bytes)
            defer { wipe(&armor.content) }
            if armor.label == "OPENSSH PRIVATE KEY" {
                let file = try OpenSSHKeyFile(content: armor.content, passphrase: passphrase)
                (key, publicKeyBlob, comment) = (file.key, file.publicKeyBlob, file.comment)
            } else {
                key = try PEMKeyFile.key(in: armor, passphrase: passphrase)
                (publicKeyBlob, comment) = (try key.publicKeyBlob(), "")
            }
            algorithm = try key.algorithm()
            self.isReadableByOthers = isReadableByOthers
        } catch {
            throw error.located(phase: .keyFile, path: path)
        }
    }

    /// The public half with its comment.
    var publicKey: PublicKey {
        PublicKey(typeName: algorithm.typeName, blob: publicKeyBlob, comment: comment)
    }

    /// The signature over `data`, as the inside of SSH's signature blob: 64 bytes for Ed25519 (RFC 8709, 6), two
    /// `mpint`s for ECDSA (RFC 5656, 3.1.2), PKCS #1 v1.5 as long as the modulus for RSA (RFC 8332, 3).
    ///
    /// - Throws: `invalidArgument` when the algorithm is not one of the key's family; `methodNotSupported` when
    ///   libcrypto refuses (a system's policy may forbid SHA-1); `allocation`.
    func signature(over data: [UInt8], algorithm: SignatureAlgorithm) throws(SSHError) -> [UInt8] {
        do throws(SSHError) {
            return try key.signature(over: data, algorithm: algorithm)
        } catch {
            throw error.located(phase: .authenticating)
        }
    }

    /// The signature over `data` as the wire has it.
    ///
    /// - Throws: As ``signature(over:algorithm:)``.
    func signatureBlob(over data: [UInt8], algorithm: SignatureAlgorithm) throws(SSHError) -> [UInt8] {
        SignatureBlob(name: algorithm.name, signature: try signature(over: data, algorithm: algorithm)).bytes
    }

    /// The blob to present to a server when a public key or a certificate was given beside the private key.
    ///
    /// - Parameters:
    ///   - given: the public key or certificate; it must hold this key's public half.
    ///   - path: the file that it came from, for errors.
    /// - Throws: `publicKeyUnverified` when it belongs to another key.
    func blob(presenting given: PublicKey, path: String? = nil) throws(SSHError) -> [UInt8] {
        if given.blob == publicKeyBlob || given.certifiedKeyBlob == publicKeyBlob { return given.blob }
        throw SSHError(
            .publicKeyUnverified,
            "the \(given.isCertificate ? "certificate" : "public key") belongs to another private key",
            phase: .keyFile, path: path)
    }
}
