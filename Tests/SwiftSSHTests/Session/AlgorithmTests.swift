import Testing

@testable import SwiftSSH

@Suite("Algorithms")
struct AlgorithmTests {
    @Test("session.supported-algorithms: what could be agreed on is listed, languages are refused")
    func supported() throws {
        let session = try Session()
        for purpose in AlgorithmPurpose.allCases.prefix(6) {
            #expect(try !session.supportedAlgorithms(purpose).isEmpty)
        }
        #expect(try session.supportedAlgorithms(.compressionClientToServer) == ["none"])
        #expect(failure(of: { try session.supportedAlgorithms(.languageClientToServer) })?.code == .methodNotSupported)
    }

    @Test("session.methods: what was agreed on is told")
    func methods() throws {
        let connected = try ConnectedSession()
        let session = connected.session
        #expect(session.algorithm(.hostKey) == "ssh-ed25519")
        #expect(session.algorithm(.cipherClientToServer) == session.algorithm(.cipherServerToClient))
        #expect(session.algorithm(.compressionServerToClient) == "none")
        for purpose in AlgorithmPurpose.allCases { #expect(session.algorithm(purpose) != nil) }
    }

    /// A server of long ago.
    static let old = [
        "KexAlgorithms diffie-hellman-group14-sha1", "Ciphers aes128-cbc", "MACs hmac-sha1",
        "HostKeyAlgorithms ssh-rsa",
    ]

    private func agreed(_ options: [String], _ engine: EngineChoice, _ profile: AlgorithmProfile?) throws -> String {
        let fixture = try Fixture.shared.get()
        let server = try InetdServer(fixture.sshd(options))
        let session = try Session(engine: engine)
        session.timeout = ConnectedSession.patience
        defer { session.close() }
        if let profile { try session.setAlgorithms(profile: profile) }
        try session.handshake(socket: server.socket)
        #expect(failure(of: { try session.setAlgorithms(profile: .legacy) })?.code == .badUse)
        try session.authenticate(user: fixture.user, password: fixture.password)
        #expect(try session.output(of: "seq 1 10000").utf8.count == 48894)
        return "\(session.algorithm(.hostKey) ?? "") \(session.algorithm(.cipherClientToServer) ?? "")"
    }

    @Test("session.algorithm-profile: a server of long ago is reached by the legacy profile, and the error says so")
    func legacy() throws {
        #expect(try agreed(Self.old, .libssh2, .legacy) == "ssh-rsa aes128-cbc")
        for profile in [nil, .compatible, .modern] as [AlgorithmProfile?] {
            let error = failure(of: { try agreed(Self.old, .libssh2, profile) })
            #expect(error?.code == .keyExchangeFailure)
            if profile != .modern {
                #expect(error?.message.contains("the profile \"legacy\" offers aes128-cbc") == true)
            }
        }
        let sha1 = ["MACs hmac-sha1", "Ciphers aes128-ctr"]
        #expect(try agreed(sha1, .libssh2, nil) == "ssh-ed25519 aes128-ctr")
        let error = failure(of: { try agreed(sha1, .libssh2, .modern) })
        #expect(error?.message.contains("the profile \"compatible\" offers hmac-sha1") == true)
        for profile in AlgorithmProfile.allCases {
            let error = failure(of: { try agreed(Self.old, .native, profile) })
            #expect(error?.code == .keyExchangeFailure)
            #expect(error?.message.contains("libssh2 with the profile \"legacy\"") == true)
            #expect(try agreed([], .native, profile).hasPrefix("ssh-ed25519 "))
            #expect(try agreed([], .libssh2, profile).hasPrefix("ssh-ed25519 "))
        }
    }

    @Test("session.algorithm-profile: names that are set for a purpose go before it")
    func profileAndNames() throws {
        let fixture = try Fixture.shared.get()
        let server = try InetdServer(fixture.sshd())
        let session = try Session.patient()
        try session.setAlgorithms(.cipherClientToServer, ["aes256-ctr"])
        try session.setAlgorithms(profile: .modern)
        try session.handshake(socket: server.socket)
        #expect(session.algorithm(.cipherServerToClient) == "aes256-ctr")
        session.close()
    }

    @Test("session.algorithm-profile: a client has one too")
    func client() throws {
        let server = try ClientServer(Self.old)
        let scratch = try TemporaryDirectory()
        let known = try scratch.line(of: server.fixture.key("host_rsa"), host: "[127.0.0.1]:\(server.port)")
        let client = try server.client {
            $0.engine = .libssh2
            $0.profile = .legacy
            $0.hostKeys = .strict(files: [known])
        }
        #expect(client.session.algorithm(.macServerToClient) == "hmac-sha1")
        client.close()
        #expect(
            failure(of: { try server.client { $0.hostKeys = .strict(files: [known]) } })?.code == .keyExchangeFailure)
        withExtendedLifetime(scratch) {}
    }

    @Test("session.method-preference: a preferred cipher is used in both directions, names that are not there left out")
    func preference() throws {
        let fixture = try Fixture.shared.get()
        let server = try InetdServer(fixture.sshd())
        let session = try Session.patient()
        try session.setAlgorithms(.cipherClientToServer, ["no-such-cipher", "aes192-ctr"])
        try session.handshake(socket: server.socket)
        #expect(session.algorithm(.cipherClientToServer) == "aes192-ctr")
        #expect(session.algorithm(.cipherServerToClient) == "aes192-ctr")
        #expect(failure(of: { try session.setAlgorithms(.cipherClientToServer, ["aes128-ctr"]) })?.code == .badUse)
        #expect(failure(of: { try session.setCompression(true) })?.code == .badUse)
        session.close()
    }

    @Test("session.method-preference: each direction keeps what was set for it")
    func directions() throws {
        let fixture = try Fixture.shared.get()
        let server = try InetdServer(fixture.sshd())
        let session = try Session.patient()
        try session.setAlgorithms(.cipherClientToServer, ["aes256-ctr"])
        try session.setAlgorithms(.macServerToClient, ["hmac-sha2-512"])
        try session.setAlgorithms(.macClientToServer, ["hmac-sha2-256"])
        try session.handshake(socket: server.socket)
        #expect(session.algorithm(.macServerToClient) == "hmac-sha2-512")
        #expect(session.algorithm(.macClientToServer) == "hmac-sha2-256")
        session.close()
    }

    @Test("A preference of nothing that the engine has is refused, and its text escaped")
    func unknown() throws {
        let session = try Session()
        let error = failure(of: { try session.setAlgorithms(.cipherClientToServer, ["\u{1B}[31m"]) })
        #expect(error?.code == .methodNotSupported)
        #expect(error?.message.contains("\u{1B}") == false)
        #expect(session.lastError == error)
    }

    @Test("session.compression-flag: compression is used after its flag, and data survives it")
    func compression() throws {
        let fixture = try Fixture.shared.get()
        let server = try InetdServer(fixture.sshd())
        let session = try Session.patient()
        try session.setCompression(true)
        #expect(try session.supportedAlgorithms(.compressionClientToServer).contains("zlib@openssh.com"))
        try session.handshake(socket: server.socket)
        #expect(session.algorithm(.compressionServerToClient) == "zlib@openssh.com")
        try session.authenticate(user: fixture.user, password: fixture.password)
        let channel = try session.running("seq 1 200000; cat")
        let echoed = Array("tail\n".utf8)
        try channel.write(echoed)
        try channel.sendEOF()
        #expect(try channel.readToEnd() == numberedLines(200_000) + echoed)
        session.close()
    }

    @Test("library.tells-versions-and-capabilities: and they agree")
    func engine() {
        #expect(Session.engineName == EngineChoice.underTest.name)
        #expect(Session.engineVersion.split(separator: ".").count >= 3)
        #expect(Session.capabilities.contains(.rsaSHA2UserKeys))
        #expect(EngineChoice.libssh2.capabilities.contains(.rsaSHA2HostKeys) == LibSSH2Library.isAtLeast(1, 11, 0))
        #expect(EngineChoice.native.capabilities.contains([.rsaSHA2HostKeys, .strictKeyExchange, .aesGCM]))
        #expect(EngineChoice.libssh2.version != EngineChoice.native.version)
    }
}
