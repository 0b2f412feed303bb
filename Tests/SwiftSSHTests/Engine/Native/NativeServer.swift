import Testing

@testable import SwiftSSH

/// A server in this process that says exactly what a test wants, to an engine that it hands its bytes to; no sockets between.
final class NativeServer {
    let engine: NativeEngine
    let hostKey: PrivateKey
    /// What the client has sent and was not yet looked at.
    private let received = ByteQueue()
    private var reader = PacketReader()
    private var writer = PacketWriter()
    /// What is to be sent before the engine is given it.
    let outgoing = ByteQueue()
    /// The names that the server offers for each purpose.
    var offers: [AlgorithmPurpose: [String]] = [
        .keyExchange: ["curve25519-sha256"], .hostKey: ["ssh-ed25519"],
        .cipherClientToServer: ["aes128-gcm@openssh.com"], .cipherServerToClient: ["aes128-gcm@openssh.com"],
        .macClientToServer: ["hmac-sha2-256"], .macServerToClient: ["hmac-sha2-256"],
        .compressionClientToServer: ["none"], .compressionServerToClient: ["none"],
    ]
    var isStrict = true
    /// Changes the host key, the public value and the signature before they are sent.
    var tamper: (inout [UInt8], inout [UInt8], inout [UInt8]) -> Void = { _, _, _ in }
    /// Sent between the key exchange's reply and NEWKEYS.
    var beforeNewKeys: [UInt8]?
    /// Whether there have been keys before, so that nothing of the first time is said again.
    private var isFirst = true
    private var sessionIdentifier: [UInt8] = []
    private var serverInit: [UInt8] = []
    private var clientInit: [UInt8] = []
    private var hasSentInit = false
    private var nextReceiving: (any PacketCipher)?

    static let identification = Array("SSH-2.0-Test".utf8)
    private var clientIdentification: [UInt8] = []

    init() throws {
        engine = NativeEngine()
        hostKey = try PrivateKey(path: Fixture.shared.get()["host_key_ed25519"], passphrase: nil)
        (Self.identification + [13, 10]).withUnsafeBytes { outgoing.append($0) }
    }

    /// Has the server offer one way of protecting packets.
    func offer(_ protection: PacketProtection) {
        for purpose in [AlgorithmPurpose.cipherClientToServer, .cipherServerToClient] {
            offers[purpose] = [protection.cipher.rawValue]
        }
        for purpose in [AlgorithmPurpose.macClientToServer, .macServerToClient] {
            offers[purpose] = [protection.mac?.rawValue ?? "none"]
        }
    }

    // MARK: Sending

    /// Sends a message under the keys in use; the engine has it after ``deliver()``.
    func send(_ payload: [UInt8]) throws {
        try writer.append(payload, to: outgoing)
    }

    /// Builds and sends a message.
    func send(_ number: UInt8, _ build: (inout WireWriter) -> Void = { _ in }) throws {
        var message = WireWriter()
        message.byte(number)
        build(&message)
        try send(message.bytes)
    }

    /// Gives the engine what was sent, and lets it take that in.
    func deliver() throws(SSHError) {
        engine.input.append(outgoing.bytes)
        outgoing.removeAll()
        try engine.pump()
    }

    // MARK: Receiving

    /// The messages that the client has sent since the last time.
    func messages() throws -> [[UInt8]] {
        received.append(engine.output.bytes)
        engine.output.removeAll()
        if clientIdentification.isEmpty, let end = received.bytes.firstIndex(of: 10) {
            clientIdentification = Array(received.bytes[..<(end - 1)])
            received.removeFirst(end + 1)
        }
        var messages: [[UInt8]] = []
        while let packet = try reader.next(received) {
            let payload = Array(packet.payload)
            messages.append(payload)
            received.removeFirst(packet.size)
            if payload.first == Message.newKeys, let cipher = nextReceiving {
                reader.use(cipher, resetsSequence: isStrict)
                nextReceiving = nil
            }
        }
        return messages
    }

    // MARK: Key exchange

    /// The server's KEXINIT.
    func sendInit() throws {
        var writer = WireWriter()
        writer.byte(Message.keyExchangeInit)
        writer.raw([UInt8](repeating: 7, count: 16))
        for purpose in AlgorithmPurpose.allCases {
            var names = offers[purpose] ?? []
            if purpose == .keyExchange, isStrict, isFirst { names.append("kex-strict-s-v00@openssh.com") }
            writer.nameList(names)
        }
        writer.boolean(false)
        writer.uint32(0)
        serverInit = writer.bytes
        hasSentInit = true
        try send(serverInit)
    }

    /// Answers the messages of a key exchange; gives the others.
    func answerKeyExchange(_ messages: [[UInt8]]) throws -> [[UInt8]] {
        var others: [[UInt8]] = []
        for message in messages {
            switch message.first {
            case Message.keyExchangeInit:
                clientInit = message
                if !hasSentInit { try sendInit() }
            case 30: try answerAgreement(message)
            case Message.newKeys: break
            default: others.append(message)
            }
        }
        return others
    }

    private func answerAgreement(_ message: [UInt8]) throws {
        let agreement = try KeyAgreement(.x25519)
        var request = WireReader(message.dropFirst())
        let sent = request.string()
        let client = try #require(sent)
        var publicValue = agreement.publicValue
        var encoded = WireWriter()
        encoded.mpint(try agreement.sharedSecret(with: client))
        var exchange = WireWriter()
        exchange.string(client)
        exchange.string(publicValue)
        let hash = try ExchangeHash(
            clientIdentification: clientIdentification, serverIdentification: Self.identification,
            clientInit: clientInit, serverInit: serverInit
        ).hash(.sha256, hostKey: hostKey.publicKeyBlob, exchange: exchange.bytes, secret: encoded.bytes)
        var signature = WireWriter()
        signature.string("ssh-ed25519")
        signature.string(try hostKey.signature(over: hash, algorithm: .ed25519))
        var (blob, proof) = (hostKey.publicKeyBlob, signature.bytes)
        tamper(&blob, &publicValue, &proof)
        try send(31) { reply in
            reply.string(blob)
            reply.string(publicValue)
            reply.string(proof)
        }
        if let beforeNewKeys { try send(beforeNewKeys) }
        try send([Message.newKeys])
        if sessionIdentifier.isEmpty { sessionIdentifier = hash }
        let keys = KeyMaterial(.sha256, secret: encoded.bytes, hash: hash, sessionIdentifier: sessionIdentifier)
        let agreed = try AgreedAlgorithms(
            client: KeyExchangeInit(payload: clientInit), server: KeyExchangeInit(payload: serverInit))
        nextReceiving = try agreed.clientToServer.makeCipher(
            letters: ("A", "C", "E"), encrypts: false, derive: keys.derive)
        writer.use(
            try agreed.serverToClient.makeCipher(letters: ("B", "D", "F"), encrypts: true, derive: keys.derive),
            resetsSequence: isStrict)
        isFirst = false
        hasSentInit = false
    }

    /// Gives turns to a step, answers key exchanges, and hands other messages to `answer`, until the step ends.
    @discardableResult
    func run<Value>(_ step: Step<Value>, answer: ([UInt8]) throws -> Void = { _ in }) throws -> Value {
        for _ in 0..<100 {
            if case .done(let value) = try step() { return value }
            for message in try answerKeyExchange(messages()) { try answer(message) }
            try deliver()
        }
        throw SSHError(.internalError, "the step does not end")
    }

    /// Exchanges keys.
    func handshake() throws {
        try run(engine.handshake())
        try accept()
    }

    /// Gives the client the authentication service.
    private func accept() throws {
        for message in try answerKeyExchange(messages()) where message.first == Message.serviceRequest {
            try send(Message.serviceAccept) { $0.string("ssh-userauth") }
        }
        try deliver()
    }

    /// Lets the user in.
    func logIn() throws {
        try handshake()
        try run(engine.authenticate(user: [1], with: .password([2]))) { message in
            if message.first == Message.userAuthenticationRequest { try send([Message.userAuthenticationSuccess]) }
        }
    }

    /// Opens a channel, which the server knows by the number 70.
    func openChannel(window: UInt32 = 1 << 20) throws -> NativeChannel {
        let channel = try run(engine.openChannel(ChannelOpening(type: "session"))) { message in
            var reader = WireReader(message)
            guard reader.byte() == Message.channelOpen, reader.stringSlice() != nil, let number = reader.uint32() else {
                return
            }
            try send(Message.channelOpenConfirmation) { writer in
                for value in [number, 70, window, 32768] { writer.uint32(value) }
            }
        }
        return try #require(channel as? NativeChannel)
    }

    /// Sends data on a channel.
    func sendData(_ channel: NativeChannel, _ bytes: [UInt8]) throws {
        try send(Message.channelData) { writer in
            writer.uint32(channel.state.number)
            writer.string(bytes)
        }
    }
}
