/// The families of keys that this library works with.
enum KeyAlgorithm: Hashable, Sendable {
    /// Ed25519 (RFC 8709).
    case ed25519
    /// ECDSA over a NIST curve (RFC 5656).
    case ecdsa(EllipticCurve)
    /// RSA (RFC 4253, 6.6 and RFC 8332).
    case rsa

    /// Every family.
    static let all: [KeyAlgorithm] = [.ed25519] + EllipticCurve.allCases.map { .ecdsa($0) } + [.rsa]

    /// The family whose public keys have the type `typeName` on the wire; `nil` for every other type.
    init?(typeName: String) {
        guard let algorithm = Self.all.first(where: { $0.typeName == typeName }) else { return nil }
        self = algorithm
    }

    /// The type name that a public key blob begins with.
    var typeName: String {
        switch self {
        case .ed25519: "ssh-ed25519"
        case .ecdsa(let curve): "ecdsa-sha2-\(curve.rawValue)"
        case .rsa: "ssh-rsa"
        }
    }

    /// The signature algorithms that a key of the family can sign with, the one to prefer first.
    var signatureAlgorithms: [SignatureAlgorithm] {
        switch self {
        case .ed25519: [.ed25519]
        case .ecdsa(let curve): [.ecdsa(curve)]
        case .rsa: [.rsaSHA512, .rsaSHA256, .rsaSHA1]
        }
    }

    /// Why keys of the type `typeName`, which is none of ours, cannot be used, with the remedy.
    static func unsupported(typeName: String) -> SSHError {
        let message =
            switch typeName {
            case "ssh-dss":
                "DSA keys (ssh-dss) are not supported: the algorithm is broken and servers refuse it; use Ed25519"
            case _ where typeName.hasPrefix("sk-"):
                "the key (\(typeName)) lives in a security key; let ssh-agent sign with it"
            default:
                "the key is of type \"\(typeName)\"; supported are Ed25519, ECDSA on the NIST curves and RSA"
            }
        return SSHError(.algorithmUnsupported, message)
    }
}
