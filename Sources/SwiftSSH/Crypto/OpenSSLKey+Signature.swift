import COpenSSL

/// Signing and verifying.
extension OpenSSLKey {
    /// The signature of `data`, as the inside of SSH's signature blob: 64 bytes for Ed25519 (RFC 8709, 6), two
    /// `mpint`s for ECDSA (RFC 5656, 3.1.2), PKCS #1 v1.5 as long as the modulus for RSA (RFC 8332, 3).
    ///
    /// - Throws: `invalidArgument` when the algorithm is not one of the key's family; `methodNotSupported` when
    ///   libcrypto refuses (a system's policy may forbid SHA-1).
    func signature(over data: [UInt8], algorithm: SignatureAlgorithm) throws(SSHError) -> [UInt8] {
        OpenSSLError.discard()
        try requireFamily(of: algorithm)
        guard let context = EVP_MD_CTX_new() else { throw SSHError(.allocation, "out of memory") }
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestSignInit_ex(context, nil, algorithm.digest?.name, nil, nil, pointer, nil) == 1 else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto cannot sign with \(algorithm.name)")
        }
        var signature = [UInt8](repeating: 0, count: Int(clamping: EVP_PKEY_get_size(pointer)))
        var length = signature.count
        guard EVP_DigestSign(context, &signature, &length, data, data.count) == 1, length <= signature.count else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto cannot sign with \(algorithm.name)")
        }
        signature.removeLast(signature.count - length)
        guard case .ecdsa = algorithm else { return signature }
        return try Self.wireSignature(fromDER: signature)
    }

    /// Whether `signature`, the inside of SSH's signature blob, is the key's over `data`.
    ///
    /// An RSA signature that is shorter than the modulus is taken as one that lost its leading zeros.
    ///
    /// - Throws: `invalidArgument` when the algorithm is not one of the key's family; `methodNotSupported` when
    ///   libcrypto does not offer it. A signature that is wrong in whatever way gives `false`.
    func isValid(signature: [UInt8], over data: [UInt8], algorithm: SignatureAlgorithm) throws(SSHError) -> Bool {
        OpenSSLError.discard()
        try requireFamily(of: algorithm)
        var presented = signature
        switch algorithm {
        case .ecdsa:
            guard let encoded = Self.derSignature(fromWire: signature) else { return false }
            presented = encoded
        case .rsaSHA1, .rsaSHA256, .rsaSHA512:
            let length = Int(clamping: EVP_PKEY_get_size(pointer))
            guard signature.count <= length else { return false }
            presented = [UInt8](repeating: 0, count: length - signature.count) + signature
        case .ed25519:
            break
        }
        guard let context = EVP_MD_CTX_new() else { throw SSHError(.allocation, "out of memory") }
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestVerifyInit_ex(context, nil, algorithm.digest?.name, nil, nil, pointer, nil) == 1 else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto cannot verify \(algorithm.name)")
        }
        defer { OpenSSLError.discard() }
        return EVP_DigestVerify(context, presented, presented.count, data, data.count) == 1
    }

    private func requireFamily(of algorithm: SignatureAlgorithm) throws(SSHError) {
        let family = try self.algorithm()
        guard family == algorithm.keyAlgorithm else {
            throw SSHError(.invalidArgument, "a key of type \(family.typeName) cannot sign with \(algorithm.name)")
        }
    }

    private static func wireSignature(fromDER encoded: [UInt8]) throws(SSHError) -> [UInt8] {
        let parsed = encoded.withUnsafeBufferPointer { bytes in
            var position = bytes.baseAddress
            return d2i_ECDSA_SIG(nil, &position, bytes.count)
        }
        guard let parsed else {
            throw OpenSSLError.take().error(.internalError, "libcrypto's signature is not readable")
        }
        defer { ECDSA_SIG_free(parsed) }
        guard let first = ECDSA_SIG_get0_r(parsed), let second = ECDSA_SIG_get0_s(parsed),
            let r = BN_dup(first).map(BigNumber.init(owning:)), let s = BN_dup(second).map(BigNumber.init(owning:))
        else { throw SSHError(.allocation, "out of memory") }
        var writer = WireWriter(capacity: encoded.count + 8)
        writer.mpint(r.magnitude)
        writer.mpint(s.magnitude)
        return writer.bytes
    }

    private static func derSignature(fromWire signature: [UInt8]) -> [UInt8]? {
        var reader = WireReader(signature)
        guard let r = reader.mpint(), let s = reader.mpint(), reader.isAtEnd, r.count <= 66, s.count <= 66,
            let pair = ECDSA_SIG_new()
        else { return nil }
        defer { ECDSA_SIG_free(pair) }
        guard let first = BN_bin2bn(r, Int32(r.count), nil) else { return nil }
        guard let second = BN_bin2bn(s, Int32(s.count), nil) else {
            BN_free(first)
            return nil
        }
        guard ECDSA_SIG_set0(pair, first, second) == 1 else {
            BN_free(first)
            BN_free(second)
            return nil
        }
        let length = i2d_ECDSA_SIG(pair, nil)
        guard length > 0 else { return nil }
        var encoded = [UInt8](repeating: 0, count: Int(length))
        let written = encoded.withUnsafeMutableBufferPointer { bytes in
            var position = bytes.baseAddress
            return i2d_ECDSA_SIG(pair, &position)
        }
        return written == length ? encoded : nil
    }
}
