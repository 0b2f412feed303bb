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
