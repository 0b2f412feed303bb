import COpenSSL

/// The curves of RFC 5656 that keys may be on; the raw value is the curve's name on the wire.
enum EllipticCurve: String, Sendable, CaseIterable {
    case nistp256
    case nistp384
    case nistp521

    /// The curve that libcrypto calls `group`, by any name it has for it; `nil` for every other curve.
    init?(group: String) {
        let number = OBJ_txt2nid(group)
        guard number != NID_undef, let curve = Self.allCases.first(where: { OBJ_txt2nid($0.group) == number }) else {
            return nil
        }
        self = curve
    }

    /// The name by which libcrypto knows the curve.
    var group: String {
        switch self {
        case .nistp256: "prime256v1"
        case .nistp384: "secp384r1"
        case .nistp521: "secp521r1"
        }
    }

    /// The length of a coordinate in bytes.
    var coordinateLength: Int {
        switch self {
        case .nistp256: 32
        case .nistp384: 48
        case .nistp521: 66
        }
    }

    /// The digest that signatures are made over (RFC 5656, 6.2.1).
    var digest: Digest {
        switch self {
        case .nistp256: .sha256
        case .nistp384: .sha384
        case .nistp521: .sha512
        }
    }
}
