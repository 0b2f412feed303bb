/// Verifying signatures.
extension PublicKey {
    /// Whether `signature`, the inside of SSH's signature blob, is the key's (or a certificate's key's) over `data`.
    ///
    /// - Throws: `algorithmUnsupported` when the key is of a kind that cannot be verified with; `protocolError` when it
    ///   is damaged; `invalidArgument` when the algorithm is not one of its family; `methodNotSupported` when
    ///   libcrypto does not offer it. A signature that is wrong in whatever way gives `false`.
    func isValid(signature: [UInt8], over data: [UInt8], algorithm: SignatureAlgorithm) throws(SSHError) -> Bool {
        OpenSSLError.discard()
        return try verificationKey().isValid(signature: signature, over: data, algorithm: algorithm)
    }

    private func verificationKey() throws(SSHError) -> OpenSSLKey {
        var reader = WireReader(isCertificate ? certifiedKeyBlob ?? [] : blob)
        let damaged = SSHError(.protocolError, "the public key is damaged")
        guard let name = reader.text() else { throw damaged }
        guard let algorithm = KeyAlgorithm(typeName: name) else {
            throw KeyAlgorithm.unsupported(typeName: String(escaping: name.utf8, limit: 64))
        }
        do throws(SSHError) {
            switch algorithm {
            case .ed25519:
                guard let bytes = reader.string(), reader.isAtEnd else { throw damaged }
                return try OpenSSLKey.ed25519(publicKey: bytes)
            case .ecdsa(let curve):
                guard let name = reader.stringSlice(), name.elementsEqual(curve.rawValue.utf8),
                    let point = reader.string(), reader.isAtEnd
                else { throw damaged }
                return try OpenSSLKey.ecdsa(curve, point: point)
            case .rsa:
                guard let exponent = reader.mpint(), let modulus = reader.mpint(), reader.isAtEnd else { throw damaged }
                return try OpenSSLKey.rsa(modulus: modulus, publicExponent: exponent)
            }
        } catch {
            throw error.code == .file ? SSHError(.protocolError, error.message) : error
        }
    }
}
