@testable import SwiftSSH

/// A host with a key of every kind, a certificate of each, and what a client knows it by.
final class ManyHostKeys: Sendable {
    /// The private keys' files, and the public halves of security keys, whose private halves the agent has.
    private let keys: [String]
    /// The certificates' files; those of security keys last.
    private let certificates: [String]
    private let agent: ScriptedAgent
    private let directory: TemporaryDirectory
    /// Lists the keys, and no authority.
    private let listed = KnownHosts()
    /// Lists the authority that made the certificates, and no key.
    private let vouched = KnownHosts()
    static let host = "127.0.0.1"

    init() throws {
        let fixture = try Fixture.shared.get()
        directory = try TemporaryDirectory()
        let plain = [
            "host_key_ed25519", "host_key_ecdsa", "client_key_ecdsa_384", "client_key_ecdsa_521", "host_key_rsa",
        ].map { fixture[$0] }
        // Nobody touches a server's key.
        let securityKeys = try SecurityKey.Kind.allCases.map { try SoftwareSecurityKey($0, flags: 0) }
        agent = try SoftwareSecurityKey.agent(holding: securityKeys)
        let lines = try plain.map { try runProcessChecked(["cat", $0 + ".pub"]).text } + securityKeys.map(\.line)
        let publicKeys = try lines.enumerated().map { [directory] number, line in
            try directory.write(Array(line.utf8), to: "\(number).pub")
        }
        keys = plain + publicKeys.dropFirst(plain.count)
        certificates = lines.indices.map { [directory] in directory.path("\($0)-cert.pub") }
        try runProcessChecked(
            ["ssh-keygen", "-q", "-h", "-s", fixture.key("client_rsa"), "-I", "host", "-n", Self.host] + publicKeys)
        for path in publicKeys {
            _ = try listed.add(host: Self.host, port: 22, key: HostKey(blob: PublicKey(path: path).blob))
        }
        let authority = try runProcessChecked(["cat", fixture.key("client_rsa.pub")]).text
        _ = try vouched.readLine("@cert-authority \(Self.host) \(authority)")
    }

    /// Options of OpenSSH's server that has all of them.
    var openSSH: [String] {
        keys.map { "HostKey \($0)" } + certificates.map { "HostCertificate \($0)" }
            + ["HostKeyAgent \(agent.path)", "HostKeyAlgorithms \(HostKeyAlgorithm.all.joined(separator: ","))"]
    }

    /// Arguments of the fixture's server of asyncssh, which has those keys that are in files.
    var asyncssh: [String] {
        certificates.dropLast(SecurityKey.Kind.allCases.count).flatMap { ["--host-certificate", $0] }
    }

    /// Whether a client knows what a host has proved to own: a certificate by its authority alone, a key by the list of keys alone.
    func isKnown(_ key: HostKey) throws -> Bool {
        let isCertificate = CertificateName.plain(of: key.type) != nil
        let verdict = try (isCertificate ? vouched : listed).check(host: Self.host, key: key)
        if case .match = verdict { return true }
        return false
    }
}
