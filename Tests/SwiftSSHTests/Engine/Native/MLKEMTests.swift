import Testing

@testable import SwiftSSH

/// What these tests depend on that a machine may not have.
private enum Machine {
    static let hasMLKEM = MLKEM768Key.isOffered

    /// Whether the fixture's sshd has mlkem768x25519-sha256, as OpenSSH does from 9.9 on.
    static let hasNewServer: Bool = {
        guard let answer = try? runProcess(["sshd", "-V"]),
            let version = answer.errorText.split(separator: "OpenSSH_").last
        else { return false }
        let numbers = version.split(maxSplits: 2, whereSeparator: { !$0.isNumber }).prefix(2).compactMap { Int($0) }
        return numbers.count == 2 && (numbers[0], numbers[1]) >= (9, 9)
    }()
}

@Suite("The native engine: ML-KEM-768 with X25519")
struct MLKEMTests {
    private static let name = "mlkem768x25519-sha256"

    @Test("session.hybrid-key-exchange: is offered first where libcrypto has it, and not at all elsewhere")
    func offer() throws {
        let session = try Session(engine: .native)
        let names = try session.supportedAlgorithms(.keyExchange)
        #expect(names.contains(Self.name) == Machine.hasMLKEM)
        #expect(names.first == (Machine.hasMLKEM ? Self.name : "curve25519-sha256"))
        if !Machine.hasMLKEM {
            #expect(
                failure(of: { try session.setAlgorithms(.keyExchange, [Self.name]) })?.code == .methodNotSupported)
            #expect(failure(of: { try MLKEM768Key() })?.code == .methodNotSupported)
        }
    }

    @Test(
        "session.hybrid-key-exchange: is what OpenSSH agrees on, the first time and when keys are renewed",
        .enabled(if: Machine.hasMLKEM && Machine.hasNewServer))
    func openSSH() throws {
        let engine = NativeEngine()
        engine.keyLifetime.bytes = 1 << 16
        let driver = try EngineDriver.loggedIn(engine, slice: 65_536)
        #expect(engine.algorithm(.keyExchange) == Self.name)
        let channel = try driver.openChannel()
        try driver.run(channel.request(.startup(type: "exec", message: Array("seq 1 100000".utf8))))
        try driver.advance(until: { channel.isClosedByPeer })
        #expect(driver.received[0].output == numberedLines(100_000))
    }

    @Test("An answer that is none, or that was made for another key, is refused", .enabled(if: Machine.hasMLKEM))
    func answers() throws {
        let length = MLKEM768Key.ciphertextLength + 32
        for (count, code) in [(length, SSHError.Code.hostKeySignature), (length - 1, .keyExchange), (32, .keyExchange)]
        {
            let server = try NativeServer()
            server.offers[.keyExchange] = [Self.name]
            let handshake = server.engine.handshake()
            _ = try handshake()
            try server.sendInit()
            try server.deliver()
            let own = try KeyAgreement(.x25519).publicValue
            var answer = [UInt8](repeating: 7, count: max(0, count - own.count)) + own
            answer.removeFirst(answer.count - count)
            var signature = WireWriter()
            signature.string("ssh-ed25519")
            signature.string([UInt8](repeating: 1, count: 64))
            try server.send(31) { reply in
                reply.string(server.hostKey.publicKeyBlob)
                reply.string(answer)
                reply.string(signature.bytes)
            }
            #expect(failure(of: { try server.deliver() })?.code == code)
        }
    }

    @Test("The secret is 32 bytes of both halves, and the same each time", .enabled(if: Machine.hasMLKEM))
    func publicValue() throws {
        let agreement = try KeyAgreement(.mlkem768AndX25519)
        #expect(agreement.publicValue.count == 1184 + 32)
        let answer =
            [UInt8](repeating: 7, count: MLKEM768Key.ciphertextLength) + (try KeyAgreement(.x25519).publicValue)
        let secret = try agreement.sharedSecret(with: answer)
        #expect(secret.count == 32)
        #expect(try agreement.sharedSecret(with: answer) == secret)
    }
}
