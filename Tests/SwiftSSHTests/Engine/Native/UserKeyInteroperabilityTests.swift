import Testing

@testable import SwiftSSH

/// A key of a user's, as it is presented to a server, and how it signs.
private struct PresentedKey: Sendable, CustomTestStringConvertible {
    /// The algorithm that is signed with; a certificate's has the certificate's name.
    let algorithm: String
    let blob: [UInt8]
    private let signature: @Sendable ([UInt8]) throws(SSHError) -> [UInt8]

    var testDescription: String { algorithm }

    init(_ algorithm: String, _ blob: [UInt8], _ signature: @escaping @Sendable ([UInt8]) throws(SSHError) -> [UInt8]) {
        self.algorithm = algorithm
        self.blob = blob
        self.signature = signature
    }

    /// Logs in with the key and this algorithm alone.
    func logIn(_ session: Session, user: String) throws {
        try session.authenticate(user: user, publicKey: blob) { (data, name) throws(SSHError) in
            guard name == algorithm else { throw SSHError(.algorithmUnsupported, "not with \(name)") }
            return try signature(data)
        }
    }
}

/// Keys of every kind with their certificates, and security keys. What servers do with plain keys is said by ``OtherServersTests``.
private struct PresentedKeys {
    let certificates: [PresentedKey]
    let securityKeys: [PresentedKey]
    /// The lines of the security keys' public halves.
    let lines: String
    private let directory: TemporaryDirectory

    init() throws {
        let fixture = try Fixture.shared.get()
        let directory = try TemporaryDirectory()
        self.directory = directory
        func certificate(_ line: [UInt8], _ name: String) throws -> [UInt8] {
            let path = try directory.write(line, to: "\(name).pub")
            try runProcessChecked(
                ["ssh-keygen", "-q", "-s", fixture.key("client_rsa"), "-I", "tests", "-n", fixture.user, path])
            return try PublicKey(path: directory.path("\(name)-cert.pub")).blob
        }
        var certificates: [PresentedKey] = []
        for kind in PublicKeyAuthenticationTests.kinds {
            let path = fixture.key("client_\(kind)")
            let key = try PrivateKey(path: path, passphrase: nil)
            let blob = try certificate(runProcessChecked(["cat", path + ".pub"]).output, kind)
            for algorithm in key.algorithm.signatureAlgorithms where algorithm != .rsaSHA1 {
                certificates.append(
                    PresentedKey(CertificateName.certificate(of: algorithm.name), blob) { (data) throws(SSHError) in
                        try key.signature(over: data, algorithm: algorithm)
                    })
            }
        }
        let keys = try SecurityKey.Kind.allCases.map { try SoftwareSecurityKey($0) }
        for key in keys {
            let blob = try certificate(Array(key.line.utf8), "\(key.kind)")
            certificates.append(PresentedKey(HostKey(blob: blob).type, blob, key.sign))
        }
        self.certificates = certificates
        securityKeys = keys.map { PresentedKey($0.kind.rawValue, $0.blob, $0.sign) }
        lines = keys.map(\.line).joined()
    }
}

@Suite(
    "The native engine with other servers: users' certificates and security keys",
    .enabled(if: EngineChoice.underTest == .native, "libssh2 has none of them"))
struct UserKeyInteroperabilityTests {
    private let fixture: Fixture
    private let directory: TemporaryDirectory
    private let keys: PresentedKeys

    init() throws {
        fixture = try Fixture.shared.get()
        directory = try TemporaryDirectory()
        keys = try PresentedKeys()
    }

    private func check(_ keys: [PresentedKey], connect: () throws -> Session) throws {
        for key in keys {
            do {
                let session = try connect()
                try key.logIn(session, user: fixture.user)
                #expect(try session.output(of: "echo in") == "in\n")
                try session.disconnect()
            } catch {
                Issue.record("\(key.algorithm): \(error)")
            }
        }
    }

    @Test("OpenSSH takes every certificate for its authority's sake, and security keys")
    func openSSH() throws {
        let file = try directory.write(Array(keys.lines.utf8), to: "authorized_keys")
        let options = ["AuthorizedKeysFile \(file)", "TrustedUserCAKeys \(fixture.key("client_rsa.pub"))"]
        let server = try ClientServer(options)
        #expect(keys.certificates.count == 8)
        try check(keys.certificates + keys.securityKeys) { try Session.connected(to: server.port) }
        withExtendedLifetime(server) {}
    }

    @Test("asyncssh does too")
    func asyncssh() throws {
        let authority = try runProcessChecked(["cat", fixture.key("client_rsa.pub")]).text
        let file = try directory.write(Array("cert-authority \(authority)\(keys.lines)".utf8), to: "authorized_keys")
        let server = try PortServer(
            [fixture["asyncssh_server"], "--authorized-keys", file, fixture["directory"]])
        try check(keys.certificates + keys.securityKeys) { try Session.connected(to: server.port) }
    }

    @Test("paramiko takes the key out of a certificate, without a look at who made that")
    func paramiko() throws {
        let server = try PortServer([fixture["paramiko_server"], fixture["directory"]])
        try check(keys.certificates.filter { !$0.algorithm.hasPrefix("sk-") }) {
            try Session.connected(to: server.port)
        }
    }

    @Test("dropbear takes security keys, and knows no certificates")
    func dropbear() throws {
        let command = fixture["dropbear_inetd"]
        if command.isEmpty { return }
        let server = try PortServer(serving: [command])
        // It has no option for where the keys of users are.
        try runProcessChecked(
            ["sh", "-c", "cat >> \"$1\"", "sh", fixture["home"] + "/.ssh/authorized_keys"],
            input: Array(keys.lines.utf8))
        try check(keys.securityKeys) { try Session.connected(to: server.port) }
        let session = try Session.connected(to: server.port)
        let certificate = try #require(keys.certificates.first)
        let refusal = failure(of: { try certificate.logIn(session, user: fixture.user) })
        #expect(refusal?.code == .authenticationFailed)
    }
}
