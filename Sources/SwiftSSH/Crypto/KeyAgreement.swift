import COpenSSL

/// One side of a key agreement: a key pair that lives for one key exchange.
final class KeyAgreement {
    /// How two sides agree.
    enum Method {
        /// X25519 (RFC 7748).
        case x25519
        /// ECDH over a NIST curve (RFC 5656, 4).
        case ellipticCurve(EllipticCurve)
        /// Diffie-Hellman over a group that libcrypto knows by name, for example `modp_2048` (RFC 3526).
        case namedGroup(String)
        /// Diffie-Hellman over a group that the server chose (RFC 4419); magnitudes, most significant byte first.
        case group(prime: [UInt8], generator: [UInt8])
        /// ML-KEM-768 and X25519 together (draft-ietf-sshm-mlkem-hybrid-kex): as strong as the stronger of the two.
        case mlkem768AndX25519
    }

    /// What the peer is told: 32 bytes, a point (RFC 5656, 3.1), a number's magnitude, or an ML-KEM key with 32 bytes behind it.
    let publicValue: [UInt8]
    private let method: Method
    private let key: OpenSSLKey
    /// What takes the other half of a hybrid's secret; nil for every other method.
    private let decapsulationKey: MLKEM768Key?

    /// Makes a key pair.
    ///
    /// - Throws: `methodNotSupported` when libcrypto does not offer the method; `keyExchange` when the group is none.
    init(_ method: Method) throws(SSHError) {
        OpenSSLError.discard()
        self.method = method
        key = try Self.generate(method)
        if case .mlkem768AndX25519 = method { decapsulationKey = try MLKEM768Key() } else { decapsulationKey = nil }
        publicValue = (decapsulationKey?.publicValue ?? []) + (try Self.publicValue(of: key, method))
    }

    /// The secret that both sides share; the caller wipes it.
    ///
    /// - Parameter peer: What the peer told, in the same form as ``publicValue``; of a hybrid a ciphertext with 32 bytes behind it.
    /// - Throws: `keyExchange` when that is no public value of the method, or one that gives the secret away.
    func sharedSecret(with peer: [UInt8]) throws(SSHError) -> [UInt8] {
        OpenSSLError.discard()
        guard let decapsulationKey else { return try agreedSecret(with: peer) }
        guard let halves = Self.halves(peer) else { throw Self.refusal }
        var encapsulated = try decapsulationKey.decapsulate(halves.ciphertext)
        var agreed = try agreedSecret(with: halves.publicValue)
        var both = encapsulated + agreed
        defer {
            wipe(&encapsulated)
            wipe(&agreed)
            wipe(&both)
        }
        return try Digest.sha256.hash(both)
    }

    private static let x25519Length = 32

    /// What a hybrid's peer told in two: a ciphertext and the X25519 value behind it; nil for another length.
    static func halves(_ peer: [UInt8]) -> (ciphertext: [UInt8], publicValue: [UInt8])? {
        let length = MLKEM768Key.ciphertextLength
        guard peer.count == length + x25519Length else { return nil }
        return ([UInt8](peer.prefix(length)), [UInt8](peer.dropFirst(length)))
    }

    private func agreedSecret(with peer: [UInt8]) throws(SSHError) -> [UInt8] {
        let peerKey = try publicKey(peer)
        guard let context = EVP_PKEY_CTX_new_from_pkey(nil, key.pointer, nil) else {
            throw SSHError(.allocation, "out of memory")
        }
        defer { EVP_PKEY_CTX_free(context) }
        var length = 0
        guard EVP_PKEY_derive_init(context) == 1, EVP_PKEY_derive_set_peer(context, peerKey.pointer) == 1,
            EVP_PKEY_derive(context, nil, &length) == 1
        else { throw Self.refusal }
        var secret = [UInt8](repeating: 0, count: length)
        guard EVP_PKEY_derive(context, &secret, &length) == 1, length <= secret.count,
            secret.contains(where: { $0 != 0 })
        else {
            wipe(&secret)
            throw Self.refusal
        }
        if length == secret.count { return secret }
        defer { wipe(&secret) }
        return [UInt8](secret.prefix(length))
    }

    private static var refusal: SSHError {
        OpenSSLError.take().error(.keyExchange, "the server's part of the key agreement is not valid")
    }

    private static func generate(_ method: Method) throws(SSHError) -> OpenSSLKey {
        let context: OpaquePointer?
        let group: String?
        switch method {
        case .x25519, .mlkem768AndX25519: (context, group) = (EVP_PKEY_CTX_new_from_name(nil, "X25519", nil), nil)
        case .ellipticCurve(let curve): (context, group) = (EVP_PKEY_CTX_new_from_name(nil, "EC", nil), curve.group)
        case .namedGroup(let name): (context, group) = (EVP_PKEY_CTX_new_from_name(nil, "DH", nil), name)
        case .group(let prime, let generator):
            let parameters = try groupParameters(prime, generator)
            let template = try parameters.makeKey(
                type: "DH", selection: swiftssh_openssl_key_parameters(), invalid: .keyExchange)
            (context, group) = (EVP_PKEY_CTX_new_from_pkey(nil, template.pointer, nil), nil)
        }
        guard let context else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto offers no such key agreement")
        }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1,
            group.map({ EVP_PKEY_CTX_set_group_name(context, $0) == 1 }) ?? true,
            EVP_PKEY_generate(context, &key) == 1, let key
        else { throw OpenSSLError.take().error(.keyExchange, "libcrypto could not make a key for the key exchange") }
        return OpenSSLKey(owning: key)
    }

    private static func groupParameters(_ prime: [UInt8], _ generator: [UInt8]) throws(SSHError) -> KeyParameters {
        guard let parameters = KeyParameters(), let p = BigNumber(prime), let g = BigNumber(generator) else {
            throw SSHError(.allocation, "out of memory")
        }
        parameters.add(OSSL_PKEY_PARAM_FFC_P, p)
        parameters.add(OSSL_PKEY_PARAM_FFC_G, g)
        return parameters
    }

    private static func publicValue(of key: OpenSSLKey, _ method: Method) throws(SSHError) -> [UInt8] {
        switch method {
        case .x25519, .mlkem768AndX25519:
            var bytes = [UInt8](repeating: 0, count: x25519Length)
            var length = bytes.count
            guard EVP_PKEY_get_raw_public_key(key.pointer, &bytes, &length) == 1, length == bytes.count else { break }
            return bytes
        case .ellipticCurve(let curve):
            guard let x = BigNumber(of: key, parameter: OSSL_PKEY_PARAM_EC_PUB_X),
                let y = BigNumber(of: key, parameter: OSSL_PKEY_PARAM_EC_PUB_Y)
            else { break }
            let uncompressed: UInt8 = 4
            return [uncompressed] + x.bytes(count: curve.coordinateLength) + y.bytes(count: curve.coordinateLength)
        case .namedGroup, .group:
            guard let value = BigNumber(of: key, parameter: OSSL_PKEY_PARAM_PUB_KEY) else { break }
            return value.magnitude
        }
        throw OpenSSLError.take().error(.internalError, "libcrypto's key has no public half")
    }

    private func publicKey(_ peer: [UInt8]) throws(SSHError) -> OpenSSLKey {
        do throws(SSHError) {
            switch method {
            case .x25519, .mlkem768AndX25519:
                guard peer.count == Self.x25519Length,
                    let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nil, peer, peer.count)
                else { throw Self.refusal }
                return OpenSSLKey(owning: key)
            case .ellipticCurve(let curve):
                return try OpenSSLKey.ecdsa(curve, point: peer)
            case .namedGroup(let name):
                guard let parameters = KeyParameters() else { throw SSHError(.allocation, "out of memory") }
                parameters.add(OSSL_PKEY_PARAM_GROUP_NAME, text: name)
                return try diffieHellmanKey(peer, parameters)
            case .group(let prime, let generator):
                return try diffieHellmanKey(peer, Self.groupParameters(prime, generator))
            }
        } catch {
            throw error.code == .file ? SSHError(.keyExchange, error.message) : error
        }
    }

    private func diffieHellmanKey(_ peer: [UInt8], _ parameters: KeyParameters) throws(SSHError) -> OpenSSLKey {
        guard let value = BigNumber(peer), value.bitCount > 1 else { throw Self.refusal }
        parameters.add(OSSL_PKEY_PARAM_PUB_KEY, value)
        return try parameters.makeKey(
            type: "DH", selection: swiftssh_openssl_public_key(), invalid: .keyExchange)
    }
}
