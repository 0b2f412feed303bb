import Testing

@testable import SwiftSSH

@Suite("The native engine, beyond what every engine does")
struct NativeEngineTests {
    @Test(
        "A bit that is wrong in OpenSSH's stream is an error, and nothing after it is believed",
        arguments: Array(PacketTests.protections.enumerated()).map(\.offset))
    func damage(_ number: Int) throws {
        // Each at places of its own: in the first packets, in the middle, and near the end.
        for part in 0..<3 { try damage(PacketTests.protections[number], at: Double(2 * number + 1 + part * 33) / 100) }
    }

    private func damage(_ protection: PacketProtection, at place: Double) throws {
        let engine = NativeEngine()
        try engine.setPreference(.cipherClientToServer, [protection.cipher.rawValue])
        if let mac = protection.mac { try engine.setPreference(.macClientToServer, [mac.rawValue]) }
        let driver = try EngineDriver.loggedIn(engine, slice: 65_536)
        let channel = try driver.openChannel()
        try driver.run(channel.request(.startup(type: "exec", message: Array("seq 1 20000; cat".utf8))))
        driver.send()
        while driver.held.count < 30_000 { try driver.receive() }
        // What has come already counts, a packet that is not whole among it.
        let before = driver.received[0].output.count + engine.input.count
        let position = Int(30_000 * place)
        driver.damage(position)
        // The damaged packet may not have come whole.
        let error = failure(of: { try driver.pumpToFailure() })
        #expect([.invalidMAC, .outOfBoundary].contains(error?.code))
        for _ in 0..<3 { _ = try? driver.pump() }
        #expect(numberedLines(20_000).starts(with: driver.received[0].output))
        #expect(driver.received[0].output.count <= before + position)
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
