/// The names of OpenSSH's certificates (`PROTOCOL.certkeys`) beside those of what they certify, for types and for algorithms.
enum CertificateName {
    private static let suffix = "-cert-v01@openssh.com"
    /// What a security key's names end with; in those of their certificates it stands once, at the end.
    private static let vendor = "@openssh.com"

    /// The name of the certificate of what has the name `plain`.
    static func certificate(of plain: String) -> String {
        (plain.hasSuffix(vendor) ? String(plain.dropLast(vendor.count)) : plain) + suffix
    }

    /// The name of what a certificate of the name `name` certifies; `nil` for a name that is no certificate's.
    static func plain(of name: String) -> String? {
        guard name.hasSuffix(suffix) else { return nil }
        let stem = String(name.dropLast(suffix.count))
        return stem.hasPrefix("sk-") ? stem + vendor : stem
    }
}
