/// What a server shows to prove that a host key is its own (RFC 4253, 8).
struct HostKeyProof {
    let hostKey: [UInt8]
    /// The signature blob.
    let signature: [UInt8]

    /// Checks that the key is of the agreed kind and that it signed the exchange hash. Whose key it is is for others to say.
    /// - Parameters:
    ///   - hash: The exchange hash.
    ///   - algorithm: The host key algorithm that was agreed on.
    /// - Throws: `hostKeyInitialization` for a key of another kind or none, `hostKeySignature`.
    func verify(_ hash: [UInt8], algorithm: String) throws(SSHError) {
        let type = HostKey(blob: hostKey).type
        guard type == HostKeyAlgorithm.keyType(algorithm), let key = try? PublicKey(blob: hostKey) else {
            throw SSHError(
                .hostKeyInitialization,
                "the server's host key is of type \(String(escaping: type.utf8, limit: 64)) where \(algorithm) was agreed on"
            )
        }
        guard let signature = SignatureBlob(signature),
            signature.name == CertificateName.plain(of: algorithm) ?? algorithm
        else { throw SSHError(.hostKeySignature, "the server's signature is not one of \(algorithm)") }
        let isValid: Bool
        do throws(SSHError) {
            isValid = try key.isValid(signature, over: hash)
        } catch {
            throw SSHError(.hostKeyInitialization, "the server's host key cannot be used: \(error.message)")
        }
        guard isValid else {
            throw SSHError(
                .hostKeySignature, "the server's signature is wrong: it does not own the host key that it shows")
        }
    }
}
