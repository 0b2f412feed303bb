extension Session {
    /// The longest signature that a signer may give, in bytes: twice that of the longest RSA key.
    private static let longestSignature = 4096

    /// Authenticates with a key whose private half is elsewhere, for example in a security module (RFC 4252, 7).
    /// - Parameters:
    ///   - user: The user's name.
    ///   - publicKey: The public key or certificate as the wire has it, which is what base64 holds in a `.pub` file; Ed25519, ECDSA or RSA, and
    ///     a security key where the engine has ``EngineCapabilities/securityKeys``.
    ///   - timeout: The time it may take, the signer's included; nil takes the session's.
    ///   - sign: Signs `data` with the signature algorithm of that name, for example `rsa-sha2-512`. Gives the signature as ``Agent`` does, or
    ///     what follows the algorithm's name there: 64 bytes for Ed25519, two `mpint`s for ECDSA, PKCS #1 v1.5 for RSA. A security key's is given
    ///     whole: the algorithm's name, the signature, a byte of flags and the counter (OpenSSH's `PROTOCOL.u2f`). Called when
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
            try begin(key, user, timeout, by: " " + HostKey(blob: publicKey).words, accepted: ()) {
                (engine, user) throws(SSHError) in
                guard publicKey.count <= Session.longestCredential else {
                    throw SSHError(
                        .algorithmUnsupported, "the public key is longer than \(Session.longestCredential) bytes")
                }
                try engine.requireUserKey(publicKey)
                return engine.authenticate(
                    user: user,
                    with: .publicKey(blob: publicKey) { (data, algorithm) throws(SSHError) -> Progress<[UInt8]> in
                        .done(try Self.whole(sign(data, algorithm), algorithm))
                    })
            }
        }
    }

    /// The signature as the wire has it, which may be what was given.
    private static func whole(_ signature: [UInt8], _ algorithm: String) throws(SSHError) -> [UInt8] {
        let expected = CertificateName.plain(of: algorithm) ?? algorithm
        let isSecurityKey = SecurityKey.Kind(rawValue: expected) != nil
        let named = SignatureBlob(signature).flatMap { blob in
            SignatureAlgorithm(name: blob.name) != nil || blob.presence != nil ? blob.name : nil
        }
        guard (1...longestSignature).contains(signature.count), named != nil || !isSecurityKey else {
            throw SSHError(
                .callback, "the signer gave \(signature.count) bytes, which is no signature of \(expected)")
        }
        guard let named else { return SignatureBlob(name: expected, signature: signature).bytes }
        if named == expected { return signature }
        throw SSHError(
            .algorithmUnsupported,
            "the signer was asked for \(expected) and signed with \(String(escaping: named.utf8, limit: 64))")
    }
}
