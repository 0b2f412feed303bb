/// The public key signature algorithms of SSH (RFC 4253, 6.6; RFC 5656; RFC 8332; RFC 8709).
enum SignatureAlgorithm: Hashable, Sendable {
    /// `ssh-ed25519`.
    case ed25519
    /// `ecdsa-sha2-nistp256`, `-nistp384`, `-nistp521`.
    case ecdsa(EllipticCurve)
    /// `ssh-rsa`: RSA with SHA-1, for servers that know no better.
    case rsaSHA1
    /// `rsa-sha2-256`.
    case rsaSHA256
    /// `rsa-sha2-512`.
    case rsaSHA512

    /// The algorithm called `name` on the wire; `nil` for an unknown one.
    ///
    /// The name may be one of OpenSSH's certificate algorithms (`rsa-sha2-512-cert-v01@openssh.com`): the signature of
    /// a certified key is the key's own.
    init?(name: String) {
        let plain = CertificateName.plain(of: name) ?? name
        switch plain {
        case Self.rsaSHA256.name: self = .rsaSHA256
        case Self.rsaSHA512.name: self = .rsaSHA512
        default:
            guard let family = KeyAlgorithm(typeName: plain) else { return nil }
            switch family {
            case .ed25519: self = .ed25519
            case .ecdsa(let curve): self = .ecdsa(curve)
            case .rsa: self = .rsaSHA1
            }
        }
    }

    /// The name of the algorithm that the data of a publickey authentication asks for (RFC 4252, 7): session identifier, 50, user
    /// name, service name, "publickey", TRUE, **algorithm name**, public key blob.
    ///
    /// - Parameter data: what the user's key is to sign.
    /// - Throws: `protocolError` when the data has another form.
    static func name(userAuthenticationData data: [UInt8]) throws(SSHError) -> String {
        let userAuthenticationRequest: UInt8 = 50
        var reader = WireReader(data)
        guard reader.stringSlice() != nil, reader.byte() == userAuthenticationRequest, reader.stringSlice() != nil,
            reader.stringSlice() != nil, let method = reader.text(), method == "publickey", reader.boolean() == true,
            let name = reader.text(), reader.stringSlice() != nil, reader.isAtEnd
        else {
            throw SSHError(.protocolError, "the data to sign is not that of a publickey authentication (RFC 4252, 7)")
        }
        return name
    }

    /// The algorithm's name on the wire.
    var name: String {
        switch self {
        case .ed25519: KeyAlgorithm.ed25519.typeName
        case .ecdsa(let curve): KeyAlgorithm.ecdsa(curve).typeName
        case .rsaSHA1: KeyAlgorithm.rsa.typeName
        case .rsaSHA256: "rsa-sha2-256"
        case .rsaSHA512: "rsa-sha2-512"
        }
    }

    /// The keys that sign with the algorithm.
    var keyAlgorithm: KeyAlgorithm {
        switch self {
        case .ed25519: .ed25519
        case .ecdsa(let curve): .ecdsa(curve)
        case .rsaSHA1, .rsaSHA256, .rsaSHA512: .rsa
        }
    }

    /// The digest that is signed; `nil` where the algorithm takes the message itself.
    var digest: Digest? {
        switch self {
        case .ed25519: nil
        case .ecdsa(let curve): curve.digest
        case .rsaSHA1: .sha1
        case .rsaSHA256: .sha256
        case .rsaSHA512: .sha512
        }
    }
}
