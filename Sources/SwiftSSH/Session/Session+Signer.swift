extension Session {
    /// The longest signature that a signer may give, in bytes: twice that of the longest RSA key.
    private static let longestSignature = 4096

    /// Authenticates with a key whose private half is elsewhere, for example in a security module (RFC 4252, 7).
    /// - Parameters:
    ///   - user: The user's name.
    ///   - publicKey: The public key or certificate as the wire has it, which is what base64 holds in a `.pub` file; Ed25519, ECDSA or RSA.
    ///   - timeout: The time it may take, the signer's included; nil takes the session's.
    ///   - sign: Signs `data` with the signature algorithm of that name, for example `rsa-sha2-512`. Gives the signature as ``Agent`` does, or
    ///     what follows the algorithm's name there: 64 bytes for Ed25519, two `mpint`s for ECDSA, PKCS #1 v1.5 for RSA. Called when
    ///     the server takes the key, on a thread that is inside a call of this session, which may not be this one; calls to the
    ///     session from it throw `reentered`, and other threads wait for it. What it throws ends the authentication, but for
    ///     `algorithmUnsupported` on an RSA key, which has it asked for another algorithm where the engine knows one.
    /// - Throws: `authenticationFailed` when the server does not take the key, `publicKeyUnverified` when it refuses the signature,
    ///   `algorithmUnsupported` for other keys, what `sign` threw, `timeout`, and `again` in non-blocking mode.
    public func authenticate(
        user: String, publicKey: [UInt8], timeout: Duration? = nil,
        sign: @escaping @Sendable (_ data: [UInt8], _ algorithm: String) throws(SSHError) -> [UInt8]
    ) throws(SSHError) {
        try state.recording { () throws(SSHError) in
            let key = OperationKey(name: "userauth signer", detail: [Array(user.utf8), publicKey])
            try begin(key, user, timeout) { (engine, user) throws(SSHError) in
                let type = HostKey(blob: publicKey).type
                guard SignatureAlgorithm(name: type) != nil, publicKey.count <= Session.longestCredential else {
                    throw KeyAlgorithm.unsupported(typeName: String(escaping: type.utf8, limit: 64))
                }
                return engine.authenticate(
                    user: user,
                    with: .publicKey(blob: publicKey) { (data, algorithm) throws(SSHError) -> Progress<[UInt8]> in
                        .done(try Self.bare(sign(data, algorithm), algorithm))
                    })
            }
        }
    }

    /// What the wire has after the algorithm's name.
    private static func bare(_ signature: [UInt8], _ algorithm: String) throws(SSHError) -> [UInt8] {
        guard (1...longestSignature).contains(signature.count) else {
            throw SSHError(.callback, "the signer gave \(signature.count) bytes, which is no signature")
        }
        var parts = WireReader(signature)
        guard let name = parts.text(), let bare = parts.string(), parts.isAtEnd,
            let named = SignatureAlgorithm(name: name)
        else { return signature }
        guard named == SignatureAlgorithm(name: algorithm) else {
            throw SSHError(.algorithmUnsupported, "the signer was asked for \(algorithm) and signed with \(name)")
        }
        return bare
    }
}
