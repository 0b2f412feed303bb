import Testing

@testable import SwiftSSH

@Suite("Every engine, driven by hand against real servers")
struct EngineTests {
    private static let choices = EngineChoice.allCases

    @Test("Every operation goes on wherever the peer's bytes are cut", arguments: choices, [1, 3, 17, 256, 65_536])
    func slices(choice: EngineChoice, slice: Int) throws {
        let driver = try EngineDriver.loggedIn(choice.makeEngine(), slice: slice)
        let engine = driver.engine
        #expect(engine.isAuthenticated && engine.hostKey?.kind == .ed25519)
        #expect(try engine.algorithm(.keyExchange) == engine.supportedAlgorithms(.keyExchange).first)
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
        if slice == 1 { #expect(driver.blocks > 2000) }
    }

    @Test(
        "Keys of every kind sign while the bytes come one by one", arguments: choices,
        PublicKeyAuthenticationTests.kinds)
    func keys(choice: EngineChoice, kind: String) throws {
        let driver = try EngineDriver(choice.makeEngine(), slice: 1)
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
        while case .wouldBlock = try step() {
            if turns == 0 || turns >= 3 { try driver.advance() }
        }
        #expect(driver.engine.isAuthenticated && turns >= 3)
    }

    @Test("A signer that fails is told of, and the next try works", arguments: choices)
    func signerFails(choice: EngineChoice) throws {
        let driver = try EngineDriver(choice.makeEngine(), slice: 100)
        let user = Array(driver.fixture.user.utf8)
        try driver.run(driver.engine.handshake())
        let key = try PrivateKey(path: driver.fixture["client_key"], passphrase: nil)
        let credential = Credential.publicKey(blob: key.publicKeyBlob) { (_, _) throws(SSHError) in
            throw SSHError(.callback, "no pen")
        }
        let error = failure(of: { try driver.run(driver.engine.authenticate(user: user, with: credential)) })
        #expect(error?.code == .callback && error?.message == "no pen")
        try driver.run(
            driver.engine.authenticate(user: user, with: .password(SecretBytes(driver.fixture.password.utf8))))
    }

    @Test(
        "Everything that is written is taken for sending, up to the server's window and not beyond", arguments: choices)
    func window(choice: EngineChoice) throws {
        let driver = try EngineDriver.loggedIn(choice.makeEngine(), slice: 65_536)
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
        "Data right before a goodbye, all given at once, is not lost", arguments: choices, [1, 64, 1000, 30_000])
    func dataBeforeGoodbye(choice: EngineChoice, lines: Int) throws {
        let fixture = try Fixture.shared.get()
        let server = try PortServer([fixture["asyncssh_server"], "--disconnect-after-output", fixture["directory"]])
        let driver = try EngineDriver(choice.makeEngine(), slice: 65_536, port: server.port)
        try driver.logIn()
        let channel = try driver.openChannel()
        try driver.run(channel.request(.startup(type: "exec", message: Array("read line; seq 1 \(lines)".utf8))))
        let line = Array("\n".utf8)
        #expect(try line.withUnsafeBytes { try channel.write(stream: 0, $0) } == 1)
        driver.send()
        try driver.receiveToEnd()
        driver.give(driver.held.count)
        let error = failure(of: { try driver.pump() })
        #expect(error?.code == .socketDisconnect && error?.serverText == "The fixture has had enough.")
        #expect(driver.received[0].output == numberedLines(lines))
    }

    @Test(
        "Nothing that comes after a damaged packet is believed, an end neither", arguments: choices, [0.3, 0.6, 0.9])
    func damage(choice: EngineChoice, place: Double) throws {
        let driver = try EngineDriver.loggedIn(choice.makeEngine(), slice: 65_536)
        let channel = try driver.openChannel()
        let before = driver.given
        try driver.run(channel.request(.startup(type: "exec", message: Array("seq 1 60000".utf8))))
        driver.send()
        while driver.held.count < 100_000 { try driver.receive() }
        // The engine may have been given the beginning of a packet already.
        let sound = driver.given - before
        let position = Int(100_000 * place)
        driver.damage(position)
        // The damaged packet may not have come whole.
        let error = failure(of: { try driver.pumpToFailure() })
        for _ in 0..<3 { _ = try? driver.pump() }
        #expect(numberedLines(60_000).starts(with: driver.received[0].output))
        #expect(driver.received[0].output.count < sound + position)
        #expect(!channel.hasReachedEOF && !channel.isClosedByPeer && channel.exitStatus == nil)
        // libssh2 may find the damaged packet in a call that says no more than that it failed.
        let known: [SSHError.Code?] = [.invalidMAC, .outOfBoundary] + (choice == .libssh2 ? [.decrypt, nil] : [])
        #expect(known.contains(error?.code))
    }

    @Test("An engine that is abandoned in the middle of anything cleans up without waiting", arguments: choices)
    func abandon(choice: EngineChoice) throws {
        for steps in stride(from: 0, through: 60, by: 6) {
            weak var engine: (any Engine)?
            do {
                let driver = try EngineDriver(choice.makeEngine(), slice: 100)
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
        let driver = try EngineDriver.loggedIn(choice.makeEngine(), slice: 1000)
        let channel = try driver.openChannel()
        let opening = driver.engine.openChannel(ChannelOpening(type: "session"))
        _ = try opening()
        driver.engine.abandon()
        guard case .done = channel.release() else {
            Issue.record("waits")
            return
        }
    }

    @Test(
        "A peer that lies about a length is not believed", arguments: choices,
        [UInt32(0xFFFF_FFF0), 262_156, 200_001, 0])
    func hugePacket(choice: EngineChoice, length: UInt32) throws {
        let engine = try choice.makeEngine()
        var bytes = WireWriter()
        bytes.raw("SSH-2.0-Liar\r\n".utf8)
        bytes.uint32(length)
        bytes.raw([4, 20] + [UInt8](repeating: 0, count: 64))
        bytes.bytes.withUnsafeBytes { engine.input.append($0) }
        let step = engine.handshake()
        let error = failure(of: {
            for _ in 0..<100 { _ = try step() }
        })
        #expect(error?.code == .keyExchangeFailure || error?.code == .outOfBoundary)
        if let engine = engine as? LibSSH2Engine { #expect(engine.context.allocated < 1 << 20) }
    }

    @Test("Any first bytes of a server end in an error or wait, and never in a crash", arguments: choices)
    func fuzz(choice: EngineChoice) throws {
        var random = Randomness(seed: 11)
        for round in 0..<300 {
            let engine = try choice.makeEngine()
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
}
