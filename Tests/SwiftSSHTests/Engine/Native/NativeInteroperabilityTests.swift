import Testing

@testable import SwiftSSH

@Suite("The native engine with other servers: every algorithm that both have")
struct NativeInteroperabilityTests {
    private static let choices: [(AlgorithmPurpose, String)] =
        KeyExchangeMethod.offered.map { (.keyExchange, $0.rawValue) }
        + HostKeyAlgorithm.offered.map { (.hostKey, $0) }
        + PacketCipherAlgorithm.allCases.map { (.cipherClientToServer, $0.rawValue) }
        + PacketMACAlgorithm.allCases.map { (.macClientToServer, $0.rawValue) }

    /// Logs in with each algorithm, sends three megabytes there and back with new keys on the way, and ends; gives those that both had.
    /// - Parameters:
    ///   - port: The server's.
    ///   - empty: What the server offers and then cannot do.
    private func check(_ port: UInt16, but empty: Set<String> = []) throws -> [String] {
        let fixture = try Fixture.shared.get()
        var random = Randomness(seed: 9)
        let sent = random.bytes(3 << 20)
        var common: [String] = []
        for (purpose, name) in Self.choices where !empty.contains(name) {
            let session = try Session(engine: .native)
            defer { session.close() }
            session.timeout = ConnectedSession.patience
            try session.setAlgorithms(purpose, [name])
            if purpose == .macClientToServer { try session.setAlgorithms(.cipherClientToServer, ["aes128-ctr"]) }
            if try !connects(session, port) { continue }
            common.append(name)
            session.connection.peek {
                (session.connection.engine as? NativeEngine)?.keyLifetime.bytes = 1 << 20
            }
            try session.authenticate(user: fixture.user, privateKey: fixture["client_key_ed25519"])
            #expect(session.algorithm(purpose) == name)
            let channel = try session.running("cat")
            let writer = Background {
                try channel.write(sent)
                try channel.sendEOF()
            }
            #expect(try channel.readToEnd() == sent, "\(name)")
            try writer.value()
            #expect(try channel.waitExit() == .exited(0))
            try session.disconnect()
        }
        return common
    }

    /// Connects; tells whether both sides had an algorithm in common.
    private func connects(_ session: Session, _ port: UInt16) throws -> Bool {
        let result = Result { try session.connect(host: "127.0.0.1", port: port) }
        if case .failure(let error as SSHError) = result, error.code == .keyExchangeFailure,
            error.message.contains("in common")
        {
            return false
        }
        try result.get()
        return true
    }

    @Test("OpenSSH")
    func openSSH() throws {
        let server = try PortServer(serving: try Fixture.shared.get().sshd())
        let common = try check(server.port)
        #expect(common.count >= KeyExchangeMethod.allCases.count + 6 + 4, "\(common)")
    }

    @Test("asyncssh and paramiko", arguments: ["asyncssh_server", "paramiko_server"])
    func python(name: String) throws {
        let fixture = try Fixture.shared.get()
        let server = try PortServer([fixture[name], fixture["directory"]])
        // paramiko offers it, and finds that it has no groups when it is agreed on.
        let common = try check(server.port, but: ["diffie-hellman-group-exchange-sha256"])
        #expect(common.count >= 10, "\(common)")
    }

    @Test("dropbear")
    func dropbear() throws {
        let command = try Fixture.shared.get()["dropbear_inetd"]
        if command.isEmpty { return }
        let server = try PortServer(serving: [command])
        // It offers RSA, for which the fixture gives it no key.
        let common = try check(server.port, but: ["rsa-sha2-256"])
        #expect(common.count >= 6, "\(common)")
    }
}
