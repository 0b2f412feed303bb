/// The host key algorithms that are known by name: a type of key and how it signs.
enum HostKeyAlgorithm {
    private static let certificateSuffix = "-cert-v01@openssh.com"
    private static let plain = [
        "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "rsa-sha2-512",
        "rsa-sha2-256",
    ]

    /// All of them, the favourite first; the certificates last.
    static let all = plain + plain.map { $0 + certificateSuffix }

    /// Those that are offered when the caller has no wish. Whoever trusts a host by a certificate's authority must say so: a
    /// certificate is no key that a list of known keys could hold.
    static let offered = plain

    /// The type of key that goes with a name.
    static func keyType(_ name: String) -> String {
        guard name.hasPrefix("rsa-sha2-") else { return name }
        return name.hasSuffix(certificateSuffix) ? "ssh-rsa" + certificateSuffix : "ssh-rsa"
    }
}
