import Testing

@testable import SwiftSSH

@Suite("The native engine: compression")
struct CompressionTests {
    /// A writer and a reader that compress, without keys.
    private func pair(limit: Int = PacketReader.longestPacket) throws -> (PacketWriter, PacketReader) {
        var (writer, reader) = (PacketWriter(), PacketReader())
        writer.compression = try .compressing()
        reader.compression = try .decompressing(limit: limit)
        return (writer, reader)
    }

    @Test("What is compressed is the same again, payload by payload, whatever its length and content")
    func roundTrip() throws {
        var (writer, reader) = try pair()
        var random = Randomness(seed: 21)
        let queue = ByteQueue()
        for length in [1, 2, 9, 255, 4096, 32_777, 65_535, 65_536, 65_537, 130_000, PacketReader.longestPacket, 1] {
            for payload in [random.bytes(length), [UInt8](repeating: 5, count: length)] {
                // What does not become shorter is longer than a packet may be.
                if payload.first != 5, length > 200_000 { continue }
                try writer.append(payload, to: queue)
                let packet = try #require(try reader.next(queue))
                #expect(packet.payload.elementsEqual(payload), "\(length)")
                queue.removeFirst(packet.size)
                #expect(queue.isEmpty)
            }
        }
        #expect(writer.traffic.bytes < 700_000)
    }

    @Test("A payload that would become more than a packet may hold is damage, however small it is")
    func bomb() throws {
        for (length, isTooMuch) in [
            (PacketReader.longestPacket, false), (PacketReader.longestPacket + 1, true), (9 << 20, true),
        ] {
            let compression = try PacketCompression.compressing()
            let bomb = try [UInt8](repeating: 0, count: min(length, 1 << 20)).withUnsafeBytes { bytes in
                Array(try compression.process(bytes))
            }
            #expect(bomb.count < 2000)
            let decompression = try PacketCompression.decompressing()
            let result = Result {
                try bomb.withUnsafeBytes { try decompression.process($0).count }
            }
            if isTooMuch {
                #expect((result.failure as? SSHError)?.code == .zlib)
            } else {
                #expect(try result.get() == length)
            }
        }
    }

    @Test("Damaged data, data that ends, and data that is nothing are errors")
    func damage() throws {
        let compression = try PacketCompression.compressing()
        let good = try Array("a payload".utf8).withUnsafeBytes { Array(try compression.process($0)) }
        for wrong in [
            [], [0xFF], [UInt8](repeating: 0xFF, count: 64), Array(good.prefix(1)), [0x78, 0x9C, 3, 0, 0, 0, 0, 1],
        ] {
            let decompression = try PacketCompression.decompressing()
            #expect(failure(of: { try wrong.withUnsafeBytes { try decompression.process($0).count } })?.code == .zlib)
        }
    }

    @Test("session.compression-flag: it begins with the authentication and not before", arguments: [1, 100, 65_536])
    func begins(slice: Int) throws {
        let engine = NativeEngine()
        engine.setCompression(true)
        let driver = try EngineDriver(engine, slice: slice)
        try driver.run(engine.handshake())
        #expect(engine.algorithm(.compressionClientToServer) == "zlib@openssh.com")
        #expect(engine.reader.compression == nil && engine.writer.compression == nil)
        let password = Credential.password(SecretBytes(driver.fixture.password.utf8))
        try driver.run(engine.authenticate(user: Array(driver.fixture.user.utf8), with: password))
        #expect(engine.reader.compression != nil && engine.writer.compression != nil)
        let channel = try driver.openChannel()
        try driver.run(channel.request(.startup(type: "exec", message: Array("seq 1 20000; cat".utf8))))
        #expect(try Array("tail".utf8).withUnsafeBytes { try channel.write(stream: 0, $0) } == 4)
        try driver.run { () throws(SSHError) in try channel.sendEOF() }
        try driver.advance(until: { channel.isClosedByPeer })
        #expect(driver.received[0].output == numberedLines(20_000) + Array("tail".utf8))
        #expect(engine.reader.traffic.bytes < 80_000)
    }

    @Test("session.compression-flag: it begins anew with each set of keys", arguments: ["sshd", "asyncssh_server"])
    func renewal(server: String) throws {
        let engine = NativeEngine()
        engine.setCompression(true)
        engine.keyLifetime.bytes = 1 << 16
        let fixture = try Fixture.shared.get()
        let asyncssh = server == "sshd" ? nil : try PortServer([fixture[server], fixture["directory"]])
        let driver =
            try asyncssh.map { try EngineDriver(engine, slice: 65_536, port: $0.port) }
            ?? EngineDriver(engine, slice: 65_536)
        try driver.logIn()
        #expect(engine.algorithm(.compressionServerToClient) == "zlib@openssh.com")
        let channel = try driver.openChannel()
        try driver.run(channel.request(.startup(type: "exec", message: Array("cat".utf8))))
        var random = Randomness(seed: 22)
        let sent = random.bytes(300_000) + numberedLines(60_000) + random.bytes(300_000)
        var written = 0
        while written < sent.count {
            let count = try sent[written...].withUnsafeBytes { try channel.write(stream: 0, $0) }
            written += count
            if count == 0 { try driver.advance() }
        }
        try driver.run { () throws(SSHError) in try channel.sendEOF() }
        try driver.advance(until: { channel.isClosedByPeer })
        #expect(driver.received[0].output == sent)
        // The server may have done with the channel before the last new keys are agreed on; it answers when they are.
        try driver.run(engine.ping())
        #expect(engine.writer.traffic.bytes < 300_000)
    }

    @Test(
        "session.compression-flag: a server that does not compress, and one that only would at once, are talked to without"
    )
    func none() throws {
        let engine = NativeEngine()
        engine.setCompression(true)
        let driver = try EngineDriver.loggedIn(engine, slice: 65_536, options: ["Compression no"])
        #expect(engine.algorithm(.compressionClientToServer) == "none")
        #expect(engine.reader.compression == nil && engine.writer.compression == nil)
        try driver.run(engine.ping())
        let server = try NativeServer()
        server.engine.setCompression(true)
        server.offers[.compressionClientToServer] = ["zlib", "none"]
        server.offers[.compressionServerToClient] = ["zlib", "none"]
        try server.logIn()
        #expect(server.engine.algorithm(.compressionServerToClient) == "none")
    }
}

extension Result {
    fileprivate var failure: Failure? {
        if case .failure(let error) = self { return error }
        return nil
    }
}
