/// Verifying signatures.
extension PublicKey {
    /// Whether a signature as the wire has it is the key's (or a certificate's key's) over `data`, by whichever algorithm it names.
    ///
    /// - Throws: As ``isValid(signature:over:algorithm:)``; `algorithmUnsupported` for an algorithm that is not known.
    func isValid(_ signature: SignatureBlob, over data: [UInt8]) throws(SSHError) -> Bool {
        OpenSSLError.discard()
        if SecurityKey.Kind(typeName: typeName) != nil {
            return try SecurityKey(blob: plainBlob).isValid(signature, over: data)
        }
        guard let algorithm = SignatureAlgorithm(name: signature.name) else {
            throw KeyAlgorithm.unsupported(typeName: String(escaping: signature.name.utf8, limit: 64))
        }
        return try isValid(signature: signature.signature, over: data, algorithm: algorithm)
    }

    /// Whether `signature`, the inside of SSH's signature blob, is the key's (or a certificate's key's) over `data`.
    ///
    /// - Throws: `algorithmUnsupported` when the key is of a kind that cannot be verified with; `protocolError` when it
    ///   is damaged; `invalidArgument` when the algorithm is not one of its family; `methodNotSupported` when
    ///   libcrypto does not offer it. A signature that is wrong in whatever way gives `false`.
    func isValid(signature: [UInt8], over data: [UInt8], algorithm: SignatureAlgorithm) throws(SSHError) -> Bool {
        OpenSSLError.discard()
        return try verificationKey().isValid(signature: signature, over: data, algorithm: algorithm)
    }

    /// The key without the certificate around it; empty for a certificate that is damaged.
    private var plainBlob: [UInt8] { isCertificate ? certifiedKeyBlob ?? [] : blob }

    private func verificationKey() throws(SSHError) -> OpenSSLKey {
        var reader = WireReader(plainBlob)
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
