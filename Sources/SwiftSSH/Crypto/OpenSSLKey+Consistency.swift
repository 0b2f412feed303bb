import COpenSSL

/// Whether the halves of a private key belong together, found out cheaply: primes are not tested for being prime.
extension OpenSSLKey {
    /// Checks a private key that libcrypto has read.
    ///
    /// - Throws: `file` when a part is missing or the halves do not belong together; `algorithmUnsupported` as
    ///   ``algorithm()`` and for RSA numbers outside ``RSALimits``.
    func checkConsistency() throws(SSHError) {
        switch try algorithm() {
        case .ed25519:
            return
        case .ecdsa:
            guard let context = EVP_PKEY_CTX_new_from_pkey(nil, pointer, nil) else {
                throw OpenSSLError.take().error(.internalError, "the ECDSA key cannot be checked")
            }
            defer { EVP_PKEY_CTX_free(context) }
            guard EVP_PKEY_pairwise_check(context) == 1 else {
                OpenSSLError.discard()
                throw Self.mismatch
            }
        case .rsa:
            guard let n = BigNumber(of: self, parameter: OSSL_PKEY_PARAM_RSA_N),
                let e = BigNumber(of: self, parameter: OSSL_PKEY_PARAM_RSA_E),
                let d = BigNumber(of: self, parameter: OSSL_PKEY_PARAM_RSA_D),
                let p = BigNumber(of: self, parameter: SWIFTSSH_OPENSSL_RSA_FACTOR1),
                let q = BigNumber(of: self, parameter: SWIFTSSH_OPENSSL_RSA_FACTOR2),
                let coefficient = BigNumber(of: self, parameter: SWIFTSSH_OPENSSL_RSA_COEFFICIENT1)
            else {
                OpenSSLError.discard()
                throw SSHError(.file, "the RSA key lacks a part: it is damaged or has only a public half")
            }
            try Self.checkRSA(n: n, e: e, d: d, p: p, q: q, coefficient: coefficient)
        }
    }

    /// Checks the sizes of an RSA public key.
    ///
    /// - Throws: `algorithmUnsupported` for a modulus or an exponent outside ``RSALimits``; `file` for an even one.
    static func checkSizes(modulus: BigNumber, publicExponent: BigNumber) throws(SSHError) {
        let bits = modulus.bitCount
        guard bits >= RSALimits.minimumBits, bits <= RSALimits.maximumBits else {
            throw SSHError(
                .algorithmUnsupported,
                "the RSA key has \(bits) bits; supported are \(RSALimits.minimumBits) to \(RSALimits.maximumBits)")
        }
        guard publicExponent.bitCount <= RSALimits.maximumExponentBits else {
            throw SSHError(
                .algorithmUnsupported,
                "the RSA key's public exponent is longer than \(RSALimits.maximumExponentBits) bits")
        }
        guard modulus.isOdd, publicExponent.isOdd, !publicExponent.isOne else {
            throw SSHError(.file, "the RSA key's public half is damaged")
        }
    }

    /// Checks that n = pq, that d is the inverse of e modulo p - 1 and q - 1, and the coefficient that of q modulo p.
    ///
    /// - Throws: as ``checkSizes(modulus:publicExponent:)``; `file` when an equation does not hold.
    static func checkRSA(
        n: BigNumber, e: BigNumber, d: BigNumber, p: BigNumber, q: BigNumber, coefficient: BigNumber
    ) throws(SSHError) {
        try checkSizes(modulus: n, publicExponent: e)
        guard p.bitCount > 1, q.bitCount > 1, p.bitCount <= n.bitCount, q.bitCount <= n.bitCount,
            d.bitCount <= n.bitCount, coefficient.bitCount <= n.bitCount, let product = p.multiplied(by: q),
            product == n
        else { throw mismatch }
        for prime in [p, q] {
            guard let order = prime.decremented(), let one = d.multiplied(by: e, modulo: order), one.isOne else {
                throw mismatch
            }
        }
        guard let one = coefficient.multiplied(by: q, modulo: p), one.isOne else { throw mismatch }
    }

    private static let mismatch = SSHError(
        .file, "the key is damaged: its private and its public half do not belong together")
}
