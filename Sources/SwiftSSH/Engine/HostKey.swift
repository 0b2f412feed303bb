/// The key that a server proved to own during the key exchange.
public struct HostKey: Sendable, Hashable {
    /// The kinds of host keys, by libssh2's numbers (LIBSSH2_HOSTKEY_TYPE_*).
    public enum Kind: Int32, Sendable, Hashable {
        /// A kind that has no number.
        case unknown = 0
        /// RSA.
        case rsa = 1
        /// DSA.
        case dss = 2
        /// ECDSA over nistp256.
        case ecdsa256 = 3
        /// ECDSA over nistp384.
        case ecdsa384 = 4
        /// ECDSA over nistp521.
        case ecdsa521 = 5
        /// Ed25519.
        case ed25519 = 6
    }

    /// The digests of a key that can be asked for, by libssh2's numbers (LIBSSH2_HOSTKEY_HASH_*).
    public enum Hash: Int32, Sendable, Hashable, CaseIterable {
        /// 16 bytes; only for old lists of fingerprints.
        case md5 = 1
        /// 20 bytes; only for old lists of fingerprints.
        case sha1 = 2
        /// 32 bytes.
        case sha256 = 3
    }

    /// The public key as the wire has it (RFC 4253, 6.6).
    public var blob: [UInt8]
    /// The name of the key's type, for example `ssh-ed25519`: the first string of the blob.
    public var type: String
    /// The kind of the key.
    public var kind: Kind

    /// Makes a host key of its wire form.
    /// - Parameter blob: The public key as RFC 4253, 6.6 lays it down; anything else gives the kind `unknown`.
    public init(blob: [UInt8]) {
        self.blob = blob
        var reader = WireReader(blob)
        type = reader.string().map { String(decoding: $0, as: UTF8.self) } ?? ""
        kind =
            switch type {
            case "ssh-rsa": .rsa
            case "ssh-dss": .dss
            case "ecdsa-sha2-nistp256": .ecdsa256
            case "ecdsa-sha2-nistp384": .ecdsa384
            case "ecdsa-sha2-nistp521": .ecdsa521
            case "ssh-ed25519": .ed25519
            default: .unknown
            }
    }
}
