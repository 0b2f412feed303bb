/// A way of agreeing on keys, by its name in the key exchange.
enum KeyExchangeMethod: String, CaseIterable {
    case mlkem768x25519 = "mlkem768x25519-sha256"
    case curve25519 = "curve25519-sha256"
    case curve25519LibSSH = "curve25519-sha256@libssh.org"
    case nistp256 = "ecdh-sha2-nistp256"
    case nistp384 = "ecdh-sha2-nistp384"
    case nistp521 = "ecdh-sha2-nistp521"
    case groupExchange = "diffie-hellman-group-exchange-sha256"
    case group16 = "diffie-hellman-group16-sha512"
    case group18 = "diffie-hellman-group18-sha512"
    case group14 = "diffie-hellman-group14-sha256"

    /// Those that the libcrypto at hand has, the favourite first.
    static let offered = allCases.filter { $0 != .mlkem768x25519 || MLKEM768Key.isOffered }

    /// The digest of the exchange hash and of the derived keys.
    var digest: Digest {
        switch self {
        case .mlkem768x25519, .curve25519, .curve25519LibSSH, .nistp256, .groupExchange, .group14: .sha256
        case .nistp384: .sha384
        case .nistp521, .group16, .group18: .sha512
        }
    }

    /// How the two sides agree; nil where the server chooses the group first (RFC 4419).
    var agreement: KeyAgreement.Method? {
        switch self {
        case .mlkem768x25519: .mlkem768AndX25519
        case .curve25519, .curve25519LibSSH: .x25519
        case .nistp256: .ellipticCurve(.nistp256)
        case .nistp384: .ellipticCurve(.nistp384)
        case .nistp521: .ellipticCurve(.nistp521)
        case .group14: .namedGroup("modp_2048")
        case .group16: .namedGroup("modp_4096")
        case .group18: .namedGroup("modp_8192")
        case .groupExchange: nil
        }
    }

    /// Whether public values are numbers (`mpint`) and not strings.
    var exchangesNumbers: Bool {
        switch self {
        case .groupExchange, .group14, .group16, .group18: true
        case .mlkem768x25519, .curve25519, .curve25519LibSSH, .nistp256, .nistp384, .nistp521: false
        }
    }

    /// Whether the shared secret is a number (`mpint`) in what is hashed, and not a string.
    var sharesNumber: Bool { self != .mlkem768x25519 }
}

/// The sizes of groups that are asked for (RFC 4419, 3), in bits.
enum GroupExchangeSizes {
    static let minimum: UInt32 = 2048
    static let preferred: UInt32 = 3072
    static let maximum: UInt32 = 8192
}
