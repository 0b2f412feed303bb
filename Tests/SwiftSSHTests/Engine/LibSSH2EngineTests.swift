import Glibc
import Testing

@testable import SwiftSSH

@Suite("The libssh2 engine, driven by hand")
struct LibSSH2EngineTests {
    @Test("Every operation goes on wherever the peer's bytes are cut", arguments: [1, 3, 17, 256, 65_536])
    func slices(slice: Int) throws {
        let driver = try EngineDriver.loggedIn(LibSSH2Engine(), slice: slice)
        let engine = driver.engine
        #expect(engine.isAuthenticated && engine.hostKey?.kind == .ed25519)
        #expect(engine.algorithm(.cipherClientToServer) == "aes128-ctr" || LibSSH2Library.isAtLeast(1, 11, 2))
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

    @Test("Keys of every kind sign while the bytes come one by one", arguments: PublicKeyAuthenticationTests.kinds)
    func keys(kind: String) throws {
        let driver = try EngineDriver(LibSSH2Engine(), slice: 1)
        try driver.run(driver.engine.handshake())
        let key = try PrivateKey(path: driver.fixture["client_key_\(kind)"], passphrase: nil)
        let credential = Credential.publicKey(blob: key.publicKeyBlob) { (data, name) throws(SSHError) in
            guard let algorithm = SignatureAlgorithm(name: name) else { throw SSHError(.algorithmUnsupported, name) }
            return .done(try key.signatureBlob(over: data, algorithm: algorithm))
        }
        try driver.run(driver.engine.authenticate(user: Array(driver.fixture.user.utf8), with: credential))
        #expect(driver.engine.isAuthenticated)
    }

    @Test("A signer that fails is told of, and the next try works")
    func signerFails() throws {
        let driver = try EngineDriver(LibSSH2Engine(), slice: 100)
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

    @Test("Bytes are taken in only by the calls that are meant to")
    func gate() throws {
        let driver = try EngineDriver.loggedIn(LibSSH2Engine(), slice: 65_536)
        let channel = try driver.openChannel()
        try driver.run(channel.request(.startup(type: "exec", message: Array("echo out; cat".utf8))))
        driver.send()
        try driver.receive()
        driver.give(driver.held.count)
        let before = driver.engine.input.count
        try #require(before > 0)
        var buffer = [UInt8](repeating: 0, count: 100)
        let read = try buffer.withUnsafeMutableBytes { try channel.read(stream: 0, into: $0) }
        #expect(read == 0)
        _ = try [UInt8(1)].withUnsafeBytes { try channel.write(stream: 0, $0) }
        _ = try channel.sendEOF()
        _ = try driver.engine.disconnect(reason: 11, description: "", language: "")()
        #expect(driver.engine.input.count == before)
        #expect(driver.engine.context.allowance == 0)
    }

    @Test("Everything that is written is taken for sending, up to the server's window and not beyond")
    func sendNeverRefuses() throws {
        let driver = try EngineDriver.loggedIn(LibSSH2Engine(), slice: 65_536)
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

    @Test("Data right before a goodbye, all given at once, is not lost", arguments: [1, 64, 1000, 30_000])
    func dataBeforeGoodbye(lines: Int) throws {
        let fixture = try Fixture.shared.get()
        let server = try PortServer([fixture["asyncssh_server"], "--disconnect-after-output", fixture["directory"]])
        let driver = try EngineDriver(LibSSH2Engine(), slice: 65_536, port: server.port)
        try driver.logIn()
        let channel = try driver.openChannel()
        try driver.run(channel.request(.startup(type: "exec", message: Array("seq 1 \(lines)".utf8))))
        driver.send()
        try driver.receiveToEnd()
        driver.give(driver.held.count)
        let error = failure(of: { try driver.pump() })
        #expect(error?.code == .socketDisconnect && error?.serverText == "The fixture has had enough.")
        #expect(driver.received[0].output == numberedLines(lines))
    }

    @Test("Nothing that comes after a damaged packet is believed, an end neither", arguments: [0.3, 0.6, 0.9])
    func damage(place: Double) throws {
        let driver = try EngineDriver.loggedIn(LibSSH2Engine(), slice: 65_536)
        let channel = try driver.openChannel()
        try driver.run(channel.request(.startup(type: "exec", message: Array("seq 1 60000".utf8))))
        driver.send()
        while driver.held.count < 100_000 { try driver.receive() }
        let position = Int(Double(driver.held.count) * place)
        driver.damage(position)
        driver.give(driver.held.count)
        let error = failure(of: { try driver.pump() })
        for _ in 0..<3 { _ = try? driver.pump() }
        #expect(numberedLines(60_000).starts(with: driver.received[0].output))
        #expect(driver.received[0].output.count < position)
        #expect(!channel.hasReachedEOF && !channel.isClosedByPeer && channel.exitStatus == nil)
        #expect([.invalidMAC, .outOfBoundary, .decrypt, nil].contains(error?.code))
    }

    @Test("An engine that is abandoned in the middle of anything cleans up without waiting")
    func abandon() throws {
        for steps in stride(from: 0, through: 60, by: 6) {
            weak var engine: LibSSH2Engine?
            do {
                let driver = try EngineDriver(LibSSH2Engine(), slice: 100)
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
        let driver = try EngineDriver.loggedIn(LibSSH2Engine(), slice: 1000)
        let channel = try driver.openChannel()
        let opening = driver.engine.openChannel(ChannelOpening(type: "session"))
        _ = try opening()
        driver.engine.abandon()
        guard case .done = channel.release() else {
            Issue.record("waits")
            return
        }
    }

    @Test("An error has libssh2's text only where its number is that of the call")
    func errors() throws {
        let engine = try LibSSH2Engine()
        let error = failure(of: { try engine.setPreference(.cipherClientToServer, ["no-such"]) })
        #expect(error?.code == .methodNotSupported)
        #expect(error?.message.hasPrefix("could not prefer no-such: ") == true)
        #expect(engine.failure(-33, "do it", .session).message.hasPrefix("could not do it: "))
        #expect(engine.failure(-21, "do it", .session).message == "could not do it")
        engine.context.disconnect = (2, "go away")
        let farewell = engine.failure(-21, "do it", .channel)
        #expect(farewell.code == .socketDisconnect && farewell.serverText == "go away")
        #expect(farewell.message == "could not do it: the server ended the connection (reason 2)")
    }

    @Test("A peer that lies about a length is not believed", arguments: [UInt32(0xFFFF_FFF0), 200_000, 40_001])
    func hugePacket(length: UInt32) throws {
        let engine = try LibSSH2Engine()
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
        #expect(engine.context.allocated < 1 << 20)
    }

    @Test("Any first bytes of a server end in an error or wait, and never in a crash")
    func fuzz() throws {
        var random = Randomness(seed: 11)
        for round in 0..<300 {
            let engine = try LibSSH2Engine()
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
