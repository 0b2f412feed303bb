@testable import SwiftSSH

/// Certificates made by the real `ssh-keygen`.
enum CertificateFixture {
    /// A directory with `key`, `key.pub` and `key-cert.pub`.
    static func make(_ fixtures: KeyFixtures, _ kind: KeyFixtures.Kind) throws -> TemporaryDirectory {
        let directory = try fixtures.directory(kind)
        let authority = try directory.write(fixtures.openSSH(.ed25519), to: "authority")
        try runProcessChecked(
            ["ssh-keygen", "-q", "-s", authority, "-I", "tests", "-n", "user", directory.path("key.pub")])
        return directory
    }
}
