/// A certificate of a user's key (OpenSSH's `PROTOCOL.certkeys`), and who signs with that key.
struct UserCertificate: Hashable {
    /// Who holds the key.
    enum Holder: Hashable {
        /// A private key in a file.
        case file(String)
        /// The agent.
        case agent(AgentIdentity)
    }

    /// The path of the certificate.
    let path: String
    /// The certificate as the wire has it.
    let blob: [UInt8]
    /// The holder of the key.
    let holder: Holder

    /// The certificates of the keys that a login names: those of CertificateFile, and where there are none, those that lie beside key files as `KEY-cert.pub`.
    /// - Parameters:
    ///   - plan: Which files to look at.
    ///   - keys: The keys that are named.
    ///   - identities: The keys of the agent.
    static func of(_ plan: ConnectionPlan, _ keys: NamedKeys, _ identities: [AgentIdentity]) -> [UserCertificate] {
        let named = plan.configuration.certificateFiles
        let paths = named.isEmpty ? plan.keyFiles.map { $0 + "-cert.pub" } : named
        var found: [UserCertificate] = []
        for path in paths {
            guard let certificate = try? PublicKey(path: path), let key = certificate.certifiedKeyBlob else { continue }
            // One that the agent has is among its keys.
            if identities.contains(where: { $0.blob == certificate.blob }) { continue }
            let holder: Holder? =
                identities.first { $0.blob == key && (!keys.areAll || keys.names(key)) }.map { .agent($0) }
                ?? keys.file(of: key).map { .file($0) }
            guard let holder else { continue }
            found.append(UserCertificate(path: path, blob: certificate.blob, holder: holder))
        }
        return found
    }
}
