import Testing

@testable import SwiftSSH

/// The attacks of CVE-2023-48795 and what is like them: somebody between both sides puts packets in before the keys are in use and takes
/// as many away afterwards, so that the numbers of the packets are right again.
@Suite("The native engine: Terrapin and its kin")
struct TerrapinTests {
    /// A server of one way of protecting packets, before whose KEXINIT somebody has put a packet in.
    private func tampered(_ protection: PacketProtection, isStrict: Bool) throws -> NativeServer {
        let server = try NativeServer()
        server.isStrict = isStrict
        server.offer(protection)
        var stranger = PacketWriter()
        try stranger.append([Message.ignore, 0, 0, 0, 0], to: server.outgoing)
        return server
    }

    /// Has the server send two packets, of which the first is taken away.
    private func dropOne(_ server: NativeServer) throws {
        try server.send(Message.extensionInformation) { $0.uint32(0) }
        server.outgoing.removeAll()
        try server.send(Message.ignore) { $0.string([]) }
    }

    @Test(
        "Terrapin, prefix truncation: strict key exchange ends the connection before there is anything to take away",
        arguments: PacketTests.protections)
    func prefixTruncation(protection: PacketProtection) throws {
        let server = try tampered(protection, isStrict: true)
        let error = failure(of: { try server.handshake() })
        #expect(error?.code == .keyExchangeFailure && error?.message.contains("before the first KEXINIT") == true)
    }

    @Test(
        "Terrapin, prefix truncation without strict key exchange: ciphers that count for themselves notice it",
        arguments: PacketTests.protections.filter {
            $0.mac?.encryptsThenAuthenticates == false || $0.cipher.rawValue.contains("gcm")
        })
    func truncationWithoutStrict(protection: PacketProtection) throws {
        let server = try tampered(protection, isStrict: false)
        try server.run(server.engine.handshake())
        try dropOne(server)
        [UInt8](repeating: 0, count: 300_000).withUnsafeBytes { server.outgoing.append($0) }
        #expect([.invalidMAC, .outOfBoundary].contains(failure(of: { try server.deliver() })?.code))
    }

    @Test(
        "Terrapin, deletion of the extensions: a packet that was taken away is missed, strict or not",
        arguments: PacketTests.protections, [true, false])
    func deletedExtensions(protection: PacketProtection, isStrict: Bool) throws {
        let server = try NativeServer()
        server.isStrict = isStrict
        server.offer(protection)
        try server.handshake()
        try dropOne(server)
        [UInt8](repeating: 0, count: 300_000).withUnsafeBytes { server.outgoing.append($0) }
        #expect([.invalidMAC, .outOfBoundary].contains(failure(of: { try server.deliver() })?.code))
    }

    @Test("Terrapin: under strict key exchange nothing may come before the server's KEXINIT, not even from the server")
    func ignoreBeforeInit() throws {
        let server = try NativeServer()
        try server.send(Message.ignore) { $0.string([1]) }
        let error = failure(of: { try server.handshake() })
        #expect(error?.code == .keyExchangeFailure && error?.message.contains("before the first KEXINIT") == true)
    }

    @Test(
        "Terrapin: under strict key exchange nothing may come between KEXINIT and NEWKEYS",
        arguments: [Message.ignore, Message.debug, Message.unimplemented, Message.extensionInformation])
    func ignoreBeforeNewKeys(number: UInt8) throws {
        let server = try NativeServer()
        server.beforeNewKeys = [number, 0, 0, 0, 0]
        let error = failure(of: { try server.handshake() })
        #expect(error?.code == .keyExchangeFailure && error?.message.contains("strict") == true)
    }

    @Test("Without strict key exchange IGNORE may come at any time")
    func ignoreWithoutStrict() throws {
        let server = try NativeServer()
        server.isStrict = false
        try server.send(Message.ignore) { $0.string([1]) }
        server.beforeNewKeys = [Message.ignore, 0, 0, 0, 0]
        try server.handshake()
        #expect(server.engine.hostKey?.blob == server.hostKey.publicKeyBlob)
    }

    @Test(
        "Packets are numbered anew with each NEWKEYS under strict key exchange, and go on without it",
        arguments: [true, false])
    func numbers(isStrict: Bool) throws {
        let server = try NativeServer()
        server.isStrict = isStrict
        try server.logIn()
        let channel = try server.openChannel()
        for _ in 0..<20 { try server.sendData(channel, [1]) }
        try server.deliver()
        let before = server.engine.reader.sequence
        #expect(before > 20)
        try server.sendInit()
        try server.deliver()
        _ = try server.answerKeyExchange(server.messages())
        try server.deliver()
        #expect(server.engine.keyExchange.isIdle)
        #expect(server.engine.reader.sequence == (isStrict ? 0 : before + 3))
        #expect(isStrict ? server.engine.writer.sequence == 0 : server.engine.writer.sequence > 3)
    }

    @Test("No number comes twice under the same keys: they are renewed long before the numbers wrap around")
    func wrap() throws {
        #expect(KeyLifetime().packets < 1 << 32)
        let server = try NativeServer()
        try server.logIn()
        let channel = try server.openChannel()
        server.engine.keyLifetime.packets = 50
        for _ in 0..<200 {
            try server.sendData(channel, [1])
            try server.deliver()
            _ = try server.answerKeyExchange(server.messages())
            try server.deliver()
            #expect(server.engine.reader.traffic.packets <= 52)
        }
        #expect(channel.state.output.count == 200)
    }
}
