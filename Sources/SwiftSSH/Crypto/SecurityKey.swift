/// The public half of a key that lives in a security key (OpenSSH's `PROTOCOL.u2f`).
struct SecurityKey {
    /// How it signs; the raw value is the type of the key, and the algorithm's name.
    enum Kind: String, CaseIterable {
        case ed25519 = "sk-ssh-ed25519@openssh.com"
        case ecdsa = "sk-ecdsa-sha2-nistp256@openssh.com"

        /// How keys of this type sign, certified or not; `nil` for every other type.
        init?(typeName: String) {
            self.init(rawValue: CertificateName.plain(of: typeName) ?? typeName)
        }

        /// The algorithm that the security key itself signs with.
        var signatureAlgorithm: SignatureAlgorithm {
            switch self {
            case .ed25519: .ed25519
            case .ecdsa: .ecdsa(.nistp256)
            }
        }
    }

    let kind: Kind
    /// Whom the key was made for, for example `ssh:`.
    let application: [UInt8]
    private let key: OpenSSLKey

    /// Reads a public key that is no certificate.
    ///
    /// - Throws: `algorithmUnsupported` for a key of another type; `protocolError` when it is damaged.
    init(blob: [UInt8]) throws(SSHError) {
        var reader = WireReader(blob)
        let damaged = SSHError(.protocolError, "the security key's public half is damaged")
        guard let name = reader.text() else { throw damaged }
        guard let kind = Kind(rawValue: name) else {
            throw KeyAlgorithm.unsupported(typeName: String(escaping: name.utf8, limit: 64))
        }
        if kind == .ecdsa {
            guard let curve = reader.stringSlice(), curve.elementsEqual(EllipticCurve.nistp256.rawValue.utf8) else {
                throw damaged
            }
        }
        guard let value = reader.string(), let application = reader.string(), reader.isAtEnd else { throw damaged }
        do throws(SSHError) {
            switch kind {
            case .ed25519: key = try OpenSSLKey.ed25519(publicKey: value)
            case .ecdsa: key = try OpenSSLKey.ecdsa(.nistp256, point: value)
            }
        } catch {
            throw error.code == .file ? SSHError(.protocolError, error.message) : error
        }
        self.kind = kind
        self.application = application
    }

    /// What a security key signs in the place of `data`.
    static func signedData(
        application: [UInt8], presence: SignatureBlob.Presence, data: [UInt8]
    ) throws(SSHError) -> [UInt8] {
        var writer = WireWriter(capacity: 69)
        writer.raw(try Digest.sha256.hash(application))
        writer.byte(presence.flags)
        writer.uint32(presence.counter)
        writer.raw(try Digest.sha256.hash(data))
        return writer.bytes
    }

    /// Whether a signature is the key's over `data`, whatever it says of somebody's presence.
    ///
    /// - Throws: `methodNotSupported` when libcrypto does not offer the algorithm. A signature that is wrong in whatever way gives `false`.
    func isValid(_ signature: SignatureBlob, over data: [UInt8]) throws(SSHError) -> Bool {
        guard signature.name == kind.rawValue, let presence = signature.presence else { return false }
        return try key.isValid(
            signature: signature.signature,
            over: Self.signedData(application: application, presence: presence, data: data),
            algorithm: kind.signatureAlgorithm)
    }
}
