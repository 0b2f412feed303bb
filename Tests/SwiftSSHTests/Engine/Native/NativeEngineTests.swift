import Glibc
import Testing

@testable import SwiftSSH

@Suite("The native engine, driven by hand against OpenSSH")
struct NativeEngineTests {
    private func loggedIn(slice: Int) throws -> EngineDriver<NativeEngine> {
        try EngineDriver.loggedIn(NativeEngine(), slice: slice)
    }

    @Test("Every operation goes on wherever the peer's bytes are cut", arguments: [1, 3, 17, 256, 65_536])
    func slices(slice: Int) throws {
        let driver = try loggedIn(slice: slice)
        let engine = driver.engine
        #expect(engine.isAuthenticated && engine.hostKey?.kind == .ed25519)
        #expect(engine.algorithm(.cipherClientToServer) == "aes128-gcm@openssh.com")
        #expect(engine.algorithm(.keyExchange) == "curve25519-sha256" && engine.keyExchange.isStrict)
        #expect(engine.userAuthentication.serverSignatureAlgorithms?.contains("rsa-sha2-512") == true)
        let channel = try driver.openChannel()
        try driver.run(channel.request(.environment(name: Array("SWIFTSSH_A".utf8), value: Array("b".utf8))))
        let command = Array("seq 1 2000; echo $SWIFTSSH_A >&2; exit 9".utf8)
        try driver.run(channel.request(.startup(type: "exec", message: command)))
        try driver.run(engine.ping())
        try driver.advance(until: { channel.isClosedByPeer })
        #expect(driver.received[0].output == numberedLines(2000))
        #expect(driver.received[0].error == Array("b\n".utf8))
        #expect(channel.exitStatus == 9 && channel.hasReachedEOF)
        try driver.run { () throws(SSHError) in try channel.close() }
        try driver.run { channel.release() }
        try driver.run(engine.disconnect(reason: 11, description: "end", language: ""))
    }

    /// Logs in with one algorithm chosen, echoes a megabyte and ends.
    private func echo(
        _ purpose: AlgorithmPurpose, _ name: String, and other: (AlgorithmPurpose, String)? = nil,
        options: [String] = []
    ) throws {
        let engine = NativeEngine()
        try engine.setPreference(purpose, [name])
        if let other { try engine.setPreference(other.0, [other.1]) }
        let driver = try EngineDriver.loggedIn(engine, slice: 65_536, options: options)
        #expect(engine.algorithm(purpose) == name)
        if let other { #expect(engine.algorithm(other.0) == other.1) }
        let channel = try driver.openChannel()
        try driver.run(channel.request(.startup(type: "exec", message: Array("cat".utf8))))
        var random = Randomness(seed: 5)
        let sent = random.bytes(1 << 20)
        var written = 0
        while written < sent.count {
            let count = try sent[written...].withUnsafeBytes { try channel.write(stream: 0, $0) }
            written += count
            if count == 0 || engine.output.count > 1 << 18 { try driver.advance() }
        }
        try driver.run { () throws(SSHError) in try channel.sendEOF() }
        try driver.advance(until: { channel.isClosedByPeer })
        #expect(driver.received[0].output == sent)
    }

    @Test(
        "Every key exchange that OpenSSH has too",
        arguments: KeyExchangeMethod.allCases.filter { $0 != .mlkem768x25519 })
    func keyExchanges(method: KeyExchangeMethod) throws {
        try echo(.keyExchange, method.rawValue)
    }

    @Test("Every cipher and MAC that OpenSSH has too", arguments: PacketTests.protections)
    func ciphers(protection: PacketProtection) throws {
        try echo(
            .cipherClientToServer, protection.cipher.rawValue,
            and: protection.mac.map { (.macClientToServer, $0.rawValue) })
    }

    @Test(
        "Every host key that the server has",
        arguments: ["ssh-ed25519", "ecdsa-sha2-nistp256", "rsa-sha2-512", "rsa-sha2-256"])
    func hostKeys(name: String) throws {
        try echo(.hostKey, name, options: ["HostKeyAlgorithms \(name)"])
    }

    @Test("Keys of every kind sign while the bytes come one by one", arguments: PublicKeyAuthenticationTests.kinds)
    func keys(kind: String) throws {
        let driver = try EngineDriver(NativeEngine(), slice: 1)
        try driver.run(driver.engine.handshake())
        let key = try PrivateKey(path: driver.fixture["client_key_\(kind)"], passphrase: nil)
        var turns = 0
        let credential = Credential.publicKey(blob: key.publicKeyBlob) { (data, name) throws(SSHError) in
            // A signer that takes its time is asked again.
            turns += 1
            if turns < 3 { return .wouldBlock }
            guard let algorithm = SignatureAlgorithm(name: name) else { throw SSHError(.algorithmUnsupported, name) }
            return .done(try key.signatureBlob(over: data, algorithm: algorithm))
        }
        let step = driver.engine.authenticate(user: Array(driver.fixture.user.utf8), with: credential)
        while turns < 2 {
            guard case .wouldBlock = try step() else { break }
            if turns == 0 { try driver.advance() }
        }
        try driver.run(step)
        #expect(driver.engine.isAuthenticated && turns == 3)
    }

    @Test("A signer that fails is told of, and the next try works")
    func signerFails() throws {
        let driver = try EngineDriver(NativeEngine(), slice: 100)
        let user = Array(driver.fixture.user.utf8)
        try driver.run(driver.engine.handshake())
        let key = try PrivateKey(path: driver.fixture["client_key"], passphrase: nil)
        let credential = Credential.publicKey(blob: key.publicKeyBlob) { (_, _) throws(SSHError) in
            throw SSHError(.callback, "no pen")
        }
        let error = failure(of: { try driver.run(driver.engine.authenticate(user: user, with: credential)) })
        #expect(error?.code == .callback && error?.message == "no pen")
        try driver.run(
            driver.engine.authenticate(user: user, with: .password(Array(driver.fixture.password.utf8))))
    }

    @Test("Everything that is written is taken for sending, up to the server's window and not beyond")
    func window() throws {
        let driver = try loggedIn(slice: 65_536)
        let channel = try driver.openChannel()
        try driver.run(channel.request(.startup(type: "exec", message: Array("cat | wc -c".utf8))))
        let window = Int(channel.sendWindow.size)
        let chunk = [UInt8](repeating: 1, count: 40_000)
        var written = 0
        while true {
            let count = try chunk.withUnsafeBytes { try channel.write(stream: 0, $0) }
            if count == 0 { break }
            written += count
        }
        #expect(written == window && channel.sendWindow.size == 0)
        #expect(driver.engine.output.count > written)
        try driver.run { () throws(SSHError) in try channel.sendEOF() }
        try driver.advance(until: { channel.isClosedByPeer })
        #expect(String(decoding: driver.received[0].output, as: UTF8.self).contains("\(written)"))
    }

    @Test(
        "A bit that is wrong in OpenSSH's stream is an error, and nothing after it is believed",
        arguments: Array(PacketTests.protections.enumerated()).map(\.offset))
    func damage(_ number: Int) throws {
        let protection = PacketTests.protections[number]
        let engine = NativeEngine()
        try engine.setPreference(.cipherClientToServer, [protection.cipher.rawValue])
        if let mac = protection.mac { try engine.setPreference(.macClientToServer, [mac.rawValue]) }
        let driver = try EngineDriver.loggedIn(engine, slice: 65_536)
        let channel = try driver.openChannel()
        try driver.run(channel.request(.startup(type: "exec", message: Array("seq 1 20000; cat".utf8))))
        driver.send()
        while driver.held.count < 30_000 { try driver.receive() }
        let position = driver.held.count * (2 * number + 1) / (2 * PacketTests.protections.count)
        driver.damage(position)
        driver.give(driver.held.count)
        let error = failure(of: { try driver.pump() })
        #expect([.invalidMAC, .outOfBoundary].contains(error?.code))
        for _ in 0..<3 { _ = try? driver.pump() }
        #expect(numberedLines(20_000).starts(with: driver.received[0].output))
        #expect(driver.received[0].output.count <= position)
        #expect(!channel.hasReachedEOF && !channel.isClosedByPeer && channel.exitStatus == nil)
    }

    @Test("Keys are renewed while megabytes go both ways")
    func renewal() throws {
        let engine = NativeEngine()
        engine.keyLifetime.bytes = 1 << 18
        let driver = try EngineDriver.loggedIn(engine, slice: 65_536)
        let channel = try driver.openChannel()
        try driver.run(channel.request(.startup(type: "exec", message: Array("cat".utf8))))
        var random = Randomness(seed: 6)
        let sent = random.bytes(4 << 20)
        var written = 0
        while written < sent.count {
            let count = try sent[written...].withUnsafeBytes { try channel.write(stream: 0, $0) }
            written += count
            if count == 0 { try driver.advance() }
        }
        try driver.run { () throws(SSHError) in try channel.sendEOF() }
        try driver.advance(until: { channel.isClosedByPeer })
        #expect(driver.received[0].output == sent)
        #expect(engine.reader.traffic.bytes < 1 << 20)
    }

    @Test("OpenSSH renews keys as often as it likes")
    func renewalByServer() throws {
        let fixture = try Fixture.shared.get()
        let server = try InetdServer(fixture.sshd(["RekeyLimit 300K"]))
        let session = try Session(engine: .native)
        defer { session.close() }
        session.timeout = ConnectedSession.patience
        try session.handshake(socket: server.socket)
        try session.authenticate(user: fixture.user, password: fixture.password)
        #expect(try session.output(of: "seq 1 300000") == String(decoding: numberedLines(300_000), as: UTF8.self))
    }

    @Test("An engine that is abandoned in the middle of anything cleans up without waiting")
    func abandon() throws {
        for steps in stride(from: 0, through: 60, by: 6) {
            weak var engine: NativeEngine?
            do {
                let driver = try EngineDriver(NativeEngine(), slice: 100)
                engine = driver.engine
                let step = driver.engine.handshake()
                for _ in 0..<steps {
                    guard case .wouldBlock = try step() else { break }
                    try driver.advance()
                }
                driver.engine.abandon()
            }
            #expect(engine == nil)
        }
        let driver = try loggedIn(slice: 1000)
        let channel = try driver.openChannel()
        let opening = driver.engine.openChannel(ChannelOpening(type: "session"))
        _ = try opening()
        driver.engine.abandon()
        guard case .done = channel.release() else {
            Issue.record("waits")
            return
        }
    }

    @Test("A peer that lies about a length is not believed", arguments: [UInt32(0xFFFF_FFF0), 262_156, 0])
    func hugePacket(length: UInt32) throws {
        let engine = NativeEngine()
        var bytes = WireWriter()
        bytes.raw("SSH-2.0-Liar\r\n".utf8)
        bytes.uint32(length)
        bytes.raw([4, 20] + [UInt8](repeating: 0, count: 64))
        bytes.bytes.withUnsafeBytes { engine.input.append($0) }
        let step = engine.handshake()
        let error = failure(of: { _ = try step() })
        #expect(error?.code == .keyExchangeFailure && error?.message.hasPrefix("could not agree on keys: ") == true)
    }

    @Test("Any first bytes of a server end in an error or wait, and never in a crash")
    func fuzzHandshake() throws {
        var random = Randomness(seed: 11)
        for round in 0..<300 {
            let engine = NativeEngine()
            var bytes = WireWriter()
            bytes.raw("SSH-2.0-Fuzz\r\n".utf8)
            bytes.uint32(UInt32.random(in: 0...2000, using: &random))
            bytes.raw([UInt8.random(in: 0...255, using: &random), round % 2 == 0 ? 20 : 31])
            bytes.raw(random.bytes(2000))
            bytes.bytes.withUnsafeBytes { engine.input.append($0) }
            let step = engine.handshake()
            do throws(SSHError) {
                for _ in 0..<20 { _ = try step() }
            } catch {
                #expect(error.code != .none)
            }
        }
    }

    @Test("Any messages of a server whose keys are good end in an error or are taken, and never in a crash")
    func fuzzMessages() throws {
        var random = Randomness(seed: 12)
        for round in 0..<400 {
            let server = try NativeServer()
            var channel: NativeChannel?
            if round % 2 == 0 {
                try server.handshake()
            } else {
                try server.logIn()
                channel = try server.openChannel()
                _ = try channel?.request(.startup(type: "exec", message: []))()
                _ = try server.engine.listen(host: nil, port: 0, queueLimit: 1)()
            }
            do throws(SSHError) {
                for _ in 0..<20 {
                    var message = WireWriter()
                    message.byte(UInt8.random(in: 1...110, using: &random))
                    if Bool.random(using: &random) { message.uint32(channel?.state.number ?? 0) }
                    let text = ["exit-status", "exit-signal", "forwarded-tcpip", "publickey"].randomElement(
                        using: &random)
                    if Bool.random(using: &random), let text { message.string(text) }
                    message.raw(random.bytes(Int.random(in: 0...40, using: &random)))
                    do { try server.send(message.bytes) } catch { throw SSHError(.internalError, "\(error)") }
                    try server.deliver()
                    _ = try channel?.close()
                }
            } catch {
                #expect(error.code != .none && error.code != .internalError)
            }
        }
    }
}
