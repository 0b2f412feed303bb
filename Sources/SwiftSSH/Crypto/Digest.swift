import COpenSSL

/// The digests that SSH and its files use, computed by libcrypto over bytes at hand.
enum Digest: Sendable, CaseIterable {
    case md5
    case sha1
    case sha256
    case sha384
    case sha512

    /// The length of the result in bytes.
    var length: Int {
        switch self {
        case .md5: 16
        case .sha1: 20
        case .sha256: 32
        case .sha384: 48
        case .sha512: 64
        }
    }

    /// The name by which libcrypto knows the digest.
    var name: String {
        switch self {
        case .md5: "MD5"
        case .sha1: "SHA1"
        case .sha256: "SHA256"
        case .sha384: "SHA384"
        case .sha512: "SHA512"
        }
    }

    /// The digest of `bytes`, ``length`` bytes long.
    ///
    /// - Throws: `methodNotSupported` when libcrypto does not offer the digest (MD5 and SHA-1 may be forbidden by the
    ///   system's policy), `internalError`.
    func hash(_ bytes: [UInt8]) throws(SSHError) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: length)
        var produced = 0
        OpenSSLError.discard()
        let status = bytes.withUnsafeBytes { input in
            result.withUnsafeMutableBytes { output in
                EVP_Q_digest(
                    nil, name, nil, input.baseAddress, input.count,
                    output.baseAddress?.assumingMemoryBound(to: UInt8.self), &produced)
            }
        }
        guard status == 1, produced == length else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto cannot compute \(name)")
        }
        return result
    }
}
