/// The host key algorithms that are known by name: a type of key and how it signs.
enum HostKeyAlgorithm {
    private static let plain =
        [
            "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "rsa-sha2-512",
            "rsa-sha2-256",
        ] + SecurityKey.Kind.allCases.map(\.rawValue)

    /// All of them, the favourite first; the certificates last.
    static let all = plain + plain.map(CertificateName.certificate)

    /// Those that are offered when the caller has no wish. Whoever trusts a host by a certificate's authority must say so: a
    /// certificate is no key that a list of known keys could hold.
    static let offered = plain

    /// The type of key that goes with a name.
    static func keyType(_ name: String) -> String {
        guard name.hasPrefix("rsa-sha2-") else { return name }
        return CertificateName.plain(of: name) == nil ? "ssh-rsa" : CertificateName.certificate(of: "ssh-rsa")
    }
}
