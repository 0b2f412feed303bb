import Testing

@testable import SwiftSSH

@Suite("The native engine: what has no place ends the connection")
struct PhaseTests {
    /// The error of what a server sends before, in or after the first key exchange.
    private func handshakeFailure(_ prepare: (NativeServer) throws -> Void) throws -> SSHError? {
        let server = try NativeServer()
        try prepare(server)
        return failure(of: { try server.handshake() })
    }

    @Test("The key exchange's messages come in their order", arguments: [UInt8(21), 31, 33, 30, 49, 22])
    func orderOfKeyExchange(number: UInt8) throws {
        for isAfterInit in [false, true] {
            let error = try handshakeFailure { server in
                if isAfterInit { try server.sendInit() }
                try server.send([number])
            }
            #expect(error?.code == .keyExchangeFailure)
        }
    }

    @Test("A second KEXINIT, a second NEWKEYS and a KEXINIT that is cut short are refused")
    func repeated() throws {
        #expect(
            try handshakeFailure { server in
                try server.sendInit()
                try server.sendInit()
            }?.code == .keyExchangeFailure)
        #expect(try handshakeFailure { try $0.send([Message.keyExchangeInit, 1, 2]) }?.code == .keyExchangeFailure)
        let server = try NativeServer()
        try server.handshake()
        try server.send([Message.newKeys])
        #expect(failure(of: { try server.deliver() })?.code == .protocolError)
    }

    @Test(
        "Before the user is in, nothing of the connection protocol and no unasked answer is taken",
        arguments: [UInt8(51), 52, 60, 61, 79, 80, 81, 82, 90, 91, 93, 94, 95, 97, 98, 99, 100, 5, 50])
    func beforeAuthentication(number: UInt8) throws {
        let server = try NativeServer()
        try server.handshake()
        try server.send([number] + [UInt8](repeating: 0, count: 12))
        #expect(failure(of: { try server.deliver() })?.code == .protocolError)
        #expect(!server.engine.isAuthenticated)
        // It stays so.
        #expect(failure(of: { try server.engine.pump() })?.code == .protocolError)
        #expect(failure(of: { _ = try server.engine.openChannel(ChannelOpening(type: "session"))() }) != nil)
    }

    @Test("After the user is in, nothing of authentication is taken", arguments: [UInt8(6), 7, 51, 52, 53, 60])
    func afterAuthentication(number: UInt8) throws {
        let server = try NativeServer()
        try server.logIn()
        try server.send([number] + [UInt8](repeating: 0, count: 12))
        #expect(failure(of: { try server.deliver() })?.code == .protocolError)
    }

    /// A server whose user is in, that has opened a channel, and has begun to renew its keys.
    private func renewing() throws -> (NativeServer, NativeChannel) {
        let server = try NativeServer()
        try server.logIn()
        let channel = try server.openChannel()
        try server.sendInit()
        try server.deliver()
        return (server, channel)
    }

    @Test(
        "While a server renews its keys, nothing is taken but of the transport and of channels",
        arguments: [UInt8(5), 6, 7, 19, 50, 51, 52, 53, 60, 79, 101, 127, 128, 192, 255])
    func misplacedDuringRenewal(number: UInt8) throws {
        let (server, _) = try renewing()
        try server.send([number] + [UInt8](repeating: 0, count: 12))
        #expect(failure(of: { try server.deliver() })?.code == .protocolError)
    }

    @Test(
        "While a server renews its keys before the user is in, nothing is taken but of the transport",
        arguments: [UInt8(5), 6, 7, 51, 52, 53, 60, 80, 94, 98, 101, 192])
    func misplacedBeforeLogin(number: UInt8) throws {
        let server = try NativeServer()
        try server.handshake()
        _ = try server.engine.authenticate(user: [1], with: .keyboardInteractive { _ in [] })()
        _ = try server.messages()
        try server.sendInit()
        try server.send([number] + [UInt8](repeating: 0, count: 12))
        #expect(failure(of: { try server.deliver() })?.code == .protocolError)
        #expect(!server.engine.isAuthenticated)
    }

    @Test("What channels have meanwhile is taken, as some servers send it: a command may end then")
    func endDuringRenewal() throws {
        let (server, channel) = try renewing()
        for number in [Message.ignore, Message.debug] { try server.send([number] + [UInt8](repeating: 0, count: 12)) }
        try server.sendData(channel, [1, 2])
        try server.send(Message.channelRequest) { writer in
            writer.uint32(channel.state.number)
            writer.string("exit-status")
            writer.boolean(false)
            writer.uint32(5)
        }
        for number in [Message.channelEOF, Message.channelClose] {
            try server.send(number) { $0.uint32(channel.state.number) }
        }
        try server.deliver()
        #expect(Array(channel.state.output.bytes) == [1, 2])
        #expect(channel.exitStatus == 5 && channel.hasReachedEOF && channel.isClosedByPeer)
    }

    @Test("A server that goes on with data while it renews its keys, as some do, is understood")
    func dataDuringRenewal() throws {
        let server = try NativeServer()
        try server.logIn()
        let channel = try server.openChannel()
        try server.sendInit()
        try server.sendData(channel, [1])
        try server.deliver()
        #expect(Array(channel.state.output.bytes) == [1])
        // What the key exchange itself may send is held to its order all the same.
        try server.sendInit()
        #expect(failure(of: { try server.deliver() })?.code == .protocolError)
    }

    @Test("A message that nobody knows is answered with UNIMPLEMENTED and its number")
    func unknown() throws {
        let server = try NativeServer()
        try server.logIn()
        _ = try server.messages()
        try server.send([200])
        try server.deliver()
        let answer = try #require(server.messages().first)
        var reader = WireReader(answer)
        #expect(reader.byte() == Message.unimplemented && reader.uint32() == 2)
    }

    @Test("A goodbye is told with the server's words, escaped, and what came before it is kept")
    func goodbye() throws {
        let server = try NativeServer()
        try server.logIn()
        let channel = try server.openChannel()
        try server.sendData(channel, [1, 2, 3])
        try server.send(Message.disconnect) { writer in
            writer.uint32(11)
            writer.string("so\u{1B}long")
            writer.string("")
        }
        let error = failure(of: { try server.deliver() })
        #expect(error?.code == .socketDisconnect && error?.serverText == "so\\u{1b}long")
        #expect(Array(channel.state.output.bytes) == [1, 2, 3] && !channel.hasReachedEOF)
    }
}
