extension Engine {
    /// Refuses a key that no user can log in with on this engine, before the server is asked about it.
    /// - Parameter blob: The public key or certificate as the wire has it.
    /// - Throws: `algorithmUnsupported`, with what could be done.
    func requireUserKey(_ blob: [UInt8]) throws(SSHError) {
        let type = HostKey(blob: blob).type
        if SignatureAlgorithm(name: type) != nil { return }
        guard SecurityKey.Kind(typeName: type) != nil else {
            throw KeyAlgorithm.unsupported(typeName: String(escaping: type.utf8, limit: 64))
        }
        guard capabilities.contains(.securityKeys) else {
            throw SSHError(
                .algorithmUnsupported,
                "this engine cannot authenticate with a security key (\(type)); the native one can")
        }
        guard let key = try? PublicKey(blob: blob), (try? SecurityKey(blob: key.certifiedKeyBlob ?? blob)) != nil else {
            throw SSHError(.algorithmUnsupported, "the security key's public half is damaged")
        }
    }
}
