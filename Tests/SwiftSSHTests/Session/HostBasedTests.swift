import Glibc
import Testing

@testable import SwiftSSH

@Suite("Logging in by the key of the client's host", .serialized)
struct HostBasedTests {
    private static let host = "client.example"
    private static let settings = [
        "HostbasedAuthentication yes", "IgnoreRhosts no", "HostbasedUsesNameFromPacketOnly yes",
        "AuthenticationMethods hostbased",
    ]

    // Without the wrapper the user's home would be a real one.
    private static var isPossible: Bool { (try? Fixture.shared.get()["guest"].isEmpty) == false }

    /// Runs `body` while the user trusts the same user at the host, which has a client's key for its own.
    private func trusting(_ key: String, _ fixture: Fixture, _ body: () throws -> Void) throws {
        let files = [fixture["home"] + "/.shosts", fixture["home"] + "/.ssh/known_hosts"]
        let publicKey = try runProcessChecked(["cat", fixture.key(key + ".pub")]).output
        try write(Array("\(Self.host) \(fixture.user)\n".utf8), to: files[0])
        try write(Array("\(Self.host) ".utf8) + publicKey, to: files[1])
        defer { for file in files { unlink(file) } }
        try body()
    }

    @Test("session.hostbased-login: by a key that the server trusts, and by no other", .enabled(if: isPossible))
    func login() throws {
        let connected = try ConnectedSession(Self.settings)
        try trusting("client_ecdsa_256", connected.fixture) { try logIn(connected) }
    }

    @Test(
        "session.hostbased-login: RSA signs with SHA-1, for servers that take it; every curve of ECDSA signs",
        .enabled(if: isPossible), arguments: ["client_rsa", "client_ecdsa_384", "client_ecdsa_521"])
    func otherKeys(key: String) throws {
        let connected = try ConnectedSession(Self.settings + ["HostbasedAcceptedAlgorithms +ssh-rsa"])
        try trusting(key, connected.fixture) {
            try connected.session.authenticateByHost(
                user: connected.fixture.user, hostKey: connected.fixture.key(key), hostName: Self.host)
        }
        #expect(connected.session.isAuthenticated)
    }

    private func logIn(_ connected: ConnectedSession) throws {
        let fixture = connected.fixture
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
