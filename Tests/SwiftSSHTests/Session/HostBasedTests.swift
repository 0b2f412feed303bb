import Glibc
import Testing

@testable import SwiftSSH

@Suite("Logging in by the key of the client's host")
struct HostBasedTests {
    private static let host = "client.example"
    private static let settings = [
        "HostbasedAuthentication yes", "IgnoreRhosts no", "HostbasedUsesNameFromPacketOnly yes",
        "AuthenticationMethods hostbased",
    ]

    // Without the wrapper the user's home would be a real one.
    private static var isPossible: Bool { (try? Fixture.shared.get()["guest"].isEmpty) == false }

    @Test("session.hostbased-login: by a key that the server trusts, and by no other", .enabled(if: isPossible))
    func login() throws {
        let connected = try ConnectedSession(Self.settings)
        let fixture = connected.fixture
        let files = [fixture["home"] + "/.shosts", fixture["home"] + "/.ssh/known_hosts"]
        let publicKey = try runProcessChecked(["cat", fixture.key("client_ecdsa_256.pub")]).output
        try write(Array("\(Self.host) \(fixture.user)\n".utf8), to: files[0])
        try write(Array("\(Self.host) ".utf8) + publicKey, to: files[1])
        defer { for file in files { unlink(file) } }
        func logIn(_ key: String, host: String = Self.host, passphrase: [UInt8]? = nil) throws {
            try connected.session.authenticateByHost(
                user: fixture.user, hostKey: fixture.key(key), passphrase: passphrase, hostName: host)
        }
        let refusal = failure(of: { try logIn("client_ecdsa_256", host: "other.example") })?.code
        #expect(refusal == .publicKeyUnverified)
        let wrong = failure(of: { try logIn("client_ecdsa_256_encrypted", passphrase: [1]) })?.code
        #expect(wrong == .keyFileAuthenticationFailed)
        #expect(failure(of: { try logIn("missing") })?.code == .file)
        let unusable = failure(of: { try logIn("client_ed25519") })
        if connected.session.engine == .libssh2 {
            #expect(unusable?.code == .algorithmUnsupported && unusable?.message.contains("ECDSA") == true)
        } else {
            #expect(unusable?.code == .publicKeyUnverified)
        }
        try logIn("client_ecdsa_256_encrypted", passphrase: fixture.passphrase)
        #expect(try connected.session.output(of: "echo in") == "in\n")
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer { close(descriptor) }
        try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    }
}
