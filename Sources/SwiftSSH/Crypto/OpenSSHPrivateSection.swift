/// The numbers of a private key as OpenSSH writes them into key files (`PROTOCOL.key`).
enum OpenSSHPrivateSection {
    /// Reads what follows the key's type name, up to the comment.
    ///
    /// - Throws: `file` when a number is missing or the halves do not belong together; `algorithmUnsupported` for an
    ///   RSA key of a size outside ``RSALimits``.
    static func key(_ algorithm: KeyAlgorithm, from reader: inout WireReader) throws(SSHError) -> OpenSSLKey {
        switch algorithm {
        case .ed25519: try ed25519(from: &reader)
        case .ecdsa(let curve): try ecdsa(curve, from: &reader)
        case .rsa: try rsa(from: &reader)
        }
    }

    private static let short = SSHError(.file, "the key is damaged: it is shorter than its lengths say")

    private static func ed25519(from reader: inout WireReader) throws(SSHError) -> OpenSSLKey {
        guard let publicHalf = reader.stringSlice(), let pair = reader.stringSlice() else { throw short }
        guard publicHalf.count == 32, pair.count == 64, pair.suffix(32).elementsEqual(publicHalf) else {
            throw SSHError(.file, "the key is damaged: its private and its public half do not belong together")
        }
        var seed = [UInt8](pair.prefix(32))
        defer { wipe(&seed) }
        return try OpenSSLKey.ed25519(seed: seed)
    }

    private static func ecdsa(
        _ curve: EllipticCurve, from reader: inout WireReader
    ) throws(SSHError) -> OpenSSLKey {
        guard let name = reader.stringSlice(), let point = reader.string(), var scalar = reader.mpint() else {
            throw short
        }
        defer { wipe(&scalar) }
        guard name.elementsEqual(curve.rawValue.utf8) else {
            throw SSHError(.file, "the key is damaged: its type and its curve differ")
        }
        return try OpenSSLKey.ecdsa(curve, point: point, scalar: scalar)
    }

    private static func rsa(from reader: inout WireReader) throws(SSHError) -> OpenSSLKey {
        guard let modulus = reader.mpint(), let publicExponent = reader.mpint() else { throw short }
        guard let privateExponent = reader.mpint() else { throw short }
        var privateHalf = OpenSSLKey.RSAPrivateHalf(
            privateExponent: privateExponent, coefficient: reader.mpint() ?? [], firstPrime: reader.mpint() ?? [],
            secondPrime: reader.mpint() ?? [])
        defer { privateHalf.wipeAll() }
        guard !privateHalf.coefficient.isEmpty, !privateHalf.firstPrime.isEmpty, !privateHalf.secondPrime.isEmpty
        else { throw short }
        return try OpenSSLKey.rsa(modulus: modulus, publicExponent: publicExponent, privateHalf: privateHalf)
    }
}
