import Testing

@testable import SwiftSSH

@Suite("Security keys")
struct SecurityKeyTests {
    private let fixture: Fixture
    private let directory: TemporaryDirectory

    init() throws {
        fixture = try Fixture.shared.get()
        directory = try TemporaryDirectory()
    }

    /// A session with a server that lets the key in.
    private func connected(
        _ key: SoftwareSecurityKey, _ options: [String] = [], engine: EngineChoice = .native
    ) throws -> (InetdServer, Session) {
        let file = try directory.write(Array(key.line.utf8), to: "authorized_keys")
        let server = try InetdServer(fixture.sshd(["AuthorizedKeysFile \(file)"] + options))
        let session = try Session(engine: engine)
        session.timeout = ConnectedSession.patience
        try session.handshake(socket: server.socket)
        return (server, session)
    }

    private func logIn(_ session: Session, _ key: SoftwareSecurityKey, blob: [UInt8]? = nil) throws {
        try session.authenticate(user: fixture.user, publicKey: blob ?? key.blob) { (data, name) throws(SSHError) in
            guard name == HostKey(blob: blob ?? key.blob).type else { throw SSHError(.algorithmUnsupported, name) }
            return try key.sign(data)
        }
    }

    @Test("session.security-key-login: by a signer", arguments: SecurityKey.Kind.allCases)
    func signer(kind: SecurityKey.Kind) throws {
        let key = try SoftwareSecurityKey(kind)
        let (server, session) = try connected(key)
        try logIn(session, key)
        #expect(try session.output(of: "echo in") == "in\n")
        withExtendedLifetime(server) {}
    }

    @Test("session.security-key-login: by an agent", arguments: SecurityKey.Kind.allCases)
    func agent(kind: SecurityKey.Kind) throws {
        let key = try SoftwareSecurityKey(kind)
        let (server, session) = try connected(key, ["MaxAuthTries 1"])
        let agent = try key.agent()
        try session.authenticateWithAgent(user: fixture.user, agentPath: agent.path)
        #expect(try session.output(of: "echo in") == "in\n")
        withExtendedLifetime((server, agent)) {}
    }

    @Test("session.security-key-login: with a certificate", arguments: SecurityKey.Kind.allCases)
    func certificate(kind: SecurityKey.Kind) throws {
        let key = try SoftwareSecurityKey(kind)
        let file = try directory.write(Array(key.line.utf8), to: "key.pub")
        try runProcessChecked(
            ["ssh-keygen", "-q", "-s", fixture.key("client_rsa"), "-I", "tests", "-n", fixture.user, file])
        let certificate = try PublicKey(path: directory.path("key-cert.pub"))
        #expect(certificate.isCertificate && certificate.certifiedKeyBlob == key.blob)
        let (server, session) = try connected(
            key, ["TrustedUserCAKeys \(fixture.key("client_rsa.pub"))", "AuthorizedKeysFile none"])
        try logIn(session, key, blob: certificate.blob)
        #expect(session.isAuthenticated)
        withExtendedLifetime(server) {}
    }

    @Test(
        "session.security-key-login: one that nobody has touched, and one that was made for another purpose, are refused"
    )
    func refused() throws {
        let key = try SoftwareSecurityKey(.ed25519)
        let (server, session) = try connected(key)
        for wrong in [
            try SoftwareSecurityKey(.ed25519, flags: 0), try SoftwareSecurityKey(.ed25519, application: "ssh:other"),
        ] {
            let error = failure(of: {
                try session.authenticate(user: fixture.user, publicKey: key.blob) { (data, _) throws(SSHError) in
                    try wrong.sign(data)
                }
            })
            #expect(error?.code == .publicKeyUnverified)
        }
        // A signature without what a security key adds is none, nor is another key's.
        for short in [[UInt8](repeating: 7, count: 64), SignatureBlob(name: "ssh-ed25519", signature: [7]).bytes] {
            let error = failure(of: {
                try session.authenticate(user: fixture.user, publicKey: key.blob) { (_, _) in short }
            })
            #expect(error?.code == (short.count == 64 ? .callback : .algorithmUnsupported))
        }
        try logIn(session, key)
        withExtendedLifetime(server) {}
    }

    @Test("session.security-key-login: the other engine says that it cannot, and the server is not asked")
    func otherEngine() throws {
        let key = try SoftwareSecurityKey(.ed25519)
        let (server, session) = try connected(key, ["MaxAuthTries 1"], engine: .libssh2)
        #expect(!session.engine.capabilities.contains(.securityKeys))
        #expect(EngineChoice.native.capabilities.contains(.securityKeys))
        let agent = try key.agent()
        for attempt in [
            { try logIn(session, key) },
            { try session.authenticateWithAgent(user: fixture.user, agentPath: agent.path) },
        ] {
            #expect(failure(of: attempt)?.message.contains("security key") == true)
        }
        try session.authenticate(user: fixture.user, password: fixture.password)
        withExtendedLifetime((server, agent)) {}
    }

    @Test("A public half that is damaged is refused before the server is asked")
    func damaged() throws {
        let key = try SoftwareSecurityKey(.ecdsa)
        let (server, session) = try connected(key, ["MaxAuthTries 1"])
        for blob in [Array(key.blob.dropLast()), key.blob + [0], Array(key.blob.prefix(60))] {
            #expect(failure(of: { try logIn(session, key, blob: blob) })?.code == .algorithmUnsupported)
        }
        try logIn(session, key)
        withExtendedLifetime(server) {}
    }

    @Test(
        "session.security-key-host: a server whose key an agent keeps is reached", arguments: SecurityKey.Kind.allCases)
    func hostKey(kind: SecurityKey.Kind) throws {
        // Nobody touches a server's key.
        let key = try SoftwareSecurityKey(kind, flags: 0)
        let file = try directory.write(Array(key.line.utf8), to: "host.pub")
        let agent = try key.agent()
        let (server, session) = try connected(
            key, ["HostKey \(file)", "HostKeyAgent \(agent.path)", "HostKeyAlgorithms \(kind.rawValue)"])
        #expect(session.algorithm(.hostKey) == kind.rawValue)
        #expect(session.hostKey?.blob == key.blob && session.hostKey?.type == kind.rawValue)
        let known = KnownHosts()
        _ = try known.add(host: "example.org", port: 22, key: HostKey(blob: key.blob))
        let verdict = try known.check(host: "example.org", key: HostKey(blob: key.blob))
        guard case .match = verdict else {
            Issue.record("\(verdict)")
            return
        }
        try session.authenticate(user: fixture.user, password: fixture.password)
        withExtendedLifetime((server, agent)) {}
    }

    @Test(
        "session.security-key-host: a signature that is wrong anywhere is refused", arguments: SecurityKey.Kind.allCases
    )
    func wrongProof(kind: SecurityKey.Kind) throws {
        let key = try SoftwareSecurityKey(kind)
        let hash = [UInt8](repeating: 9, count: 32)
        let signature = try key.sign(hash)
        func check(_ signature: [UInt8], _ hash: [UInt8], _ hostKey: [UInt8]) throws(SSHError) {
            try HostKeyProof(hostKey: hostKey, signature: signature).verify(hash, algorithm: kind.rawValue)
        }
        try check(signature, hash, key.blob)
        for position in signature.indices {
            var damaged = signature
            damaged[position] ^= 1
            #expect(failure(of: { try check(damaged, hash, key.blob) })?.code == .hostKeySignature, "\(position)")
        }
        for count in 0..<signature.count {
            #expect(
                failure(of: { try check(Array(signature.prefix(count)), hash, key.blob) })?.code == .hostKeySignature)
        }
        #expect(failure(of: { try check(signature + [0], hash, key.blob) })?.code == .hostKeySignature)
        #expect(failure(of: { try check(signature, [1], key.blob) })?.code == .hostKeySignature)
        let other = try SoftwareSecurityKey(kind, application: "ssh:other").blob
        #expect(failure(of: { try check(signature, hash, other) })?.code == .hostKeySignature)
        #expect(failure(of: { try check(signature, hash, key.blob + [0]) })?.code == .hostKeyInitialization)
    }
}
