import COpenSSL

/// Keys out of the parts that SSH's formats hold.
extension OpenSSLKey {
    /// The private half of an RSA key as OpenSSH stores it; all numbers are magnitudes, most significant byte first.
    struct RSAPrivateHalf {
        var privateExponent: [UInt8]
        var coefficient: [UInt8]
        var firstPrime: [UInt8]
        var secondPrime: [UInt8]

        /// Overwrites the numbers.
        mutating func wipeAll() {
            wipe(&privateExponent)
            wipe(&coefficient)
            wipe(&firstPrime)
            wipe(&secondPrime)
        }
    }

    /// The Ed25519 key pair that grows from `seed` (RFC 8032, 5.1.5).
    ///
    /// - Throws: `file` unless the seed has 32 bytes; `methodNotSupported` when libcrypto offers no Ed25519.
    static func ed25519(seed: [UInt8]) throws(SSHError) -> OpenSSLKey {
        guard seed.count == 32 else { throw SSHError(.file, "the Ed25519 key has a wrong length") }
        guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count) else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto offers no Ed25519")
        }
        return OpenSSLKey(owning: key)
    }

    /// The Ed25519 public key `bytes` (RFC 8709, 4).
    ///
    /// - Throws: `file` unless there are 32 bytes; `methodNotSupported` when libcrypto offers no Ed25519.
    static func ed25519(publicKey bytes: [UInt8]) throws(SSHError) -> OpenSSLKey {
        guard bytes.count == 32 else { throw SSHError(.file, "the Ed25519 key has a wrong length") }
        guard let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count) else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto offers no Ed25519")
        }
        return OpenSSLKey(owning: key)
    }

    /// An ECDSA key.
    ///
    /// - Parameters:
    ///   - point: the public point, uncompressed (RFC 5656, 3.1).
    ///   - scalar: the private number, for a key pair.
    /// - Throws: `file` when the point is not on the curve or the scalar is not its private half.
    static func ecdsa(_ curve: EllipticCurve, point: [UInt8], scalar: [UInt8]? = nil) throws(SSHError) -> OpenSSLKey {
        guard point.count == 2 * curve.coordinateLength + 1, point.first == 4 else {
            throw SSHError(.file, "the ECDSA key's point has a wrong length or form")
        }
        guard let parameters = KeyParameters() else { throw SSHError(.allocation, "out of memory") }
        parameters.add(OSSL_PKEY_PARAM_GROUP_NAME, text: curve.group)
        parameters.add(OSSL_PKEY_PARAM_PUB_KEY, bytes: point)
        if let scalar {
            guard scalar.count <= curve.coordinateLength, let number = BigNumber(scalar) else {
                throw SSHError(.file, "the ECDSA key's private number is too long")
            }
            parameters.add(OSSL_PKEY_PARAM_PRIV_KEY, number)
        }
        let key = try parameters.makeKey(type: "EC", isPrivate: scalar != nil)
        if scalar != nil { try key.checkConsistency() }
        return key
    }

    /// An RSA key; all numbers are magnitudes, most significant byte first.
    ///
    /// - Throws: `file` when the halves do not belong together; `algorithmUnsupported` when a size is outside
    ///   ``RSALimits``.
    static func rsa(
        modulus: [UInt8], publicExponent: [UInt8], privateHalf: RSAPrivateHalf? = nil
    ) throws(SSHError) -> OpenSSLKey {
        guard let parameters = KeyParameters() else { throw SSHError(.allocation, "out of memory") }
        let n = try number(modulus)
        let e = try number(publicExponent)
        try checkSizes(modulus: n, publicExponent: e)
        parameters.add(OSSL_PKEY_PARAM_RSA_N, n)
        parameters.add(OSSL_PKEY_PARAM_RSA_E, e)
        guard let privateHalf else { return try parameters.makeKey(type: "RSA", isPrivate: false) }
        let d = try number(privateHalf.privateExponent)
        let p = try number(privateHalf.firstPrime)
        let q = try number(privateHalf.secondPrime)
        let coefficient = try number(privateHalf.coefficient)
        try checkRSA(n: n, e: e, d: d, p: p, q: q, coefficient: coefficient)
        guard let beforeP = p.decremented(), let beforeQ = q.decremented(), let dp = d.reduced(modulo: beforeP),
            let dq = d.reduced(modulo: beforeQ)
        else { throw SSHError(.allocation, "out of memory") }
        parameters.add(OSSL_PKEY_PARAM_RSA_D, d)
        parameters.add(SWIFTSSH_OPENSSL_RSA_FACTOR1, p)
        parameters.add(SWIFTSSH_OPENSSL_RSA_FACTOR2, q)
        parameters.add(SWIFTSSH_OPENSSL_RSA_EXPONENT1, dp)
        parameters.add(SWIFTSSH_OPENSSL_RSA_EXPONENT2, dq)
        parameters.add(SWIFTSSH_OPENSSL_RSA_COEFFICIENT1, coefficient)
        return try parameters.makeKey(type: "RSA", isPrivate: true)
    }

    private static func number(_ magnitude: [UInt8]) throws(SSHError) -> BigNumber {
        guard magnitude.count <= RSALimits.maximumBytes else {
            throw SSHError(.algorithmUnsupported, "the RSA key is longer than \(RSALimits.maximumBits) bits")
        }
        guard let number = BigNumber(magnitude) else { throw SSHError(.allocation, "out of memory") }
        return number
    }
}
