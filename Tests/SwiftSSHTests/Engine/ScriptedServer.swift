@testable import SwiftSSH

/// A server in this process that says exactly what a test wants. It has no socket: what the client has sent is put into ``received``, and
/// what it says is taken from ``outgoing``. The fuzz targets use it too.
class ScriptedServer {
    let hostKey: PrivateKey
    /// What the client has sent and was not yet looked at.
    let received = ByteQueue()
    /// What was said and the client has not been given.
    let outgoing = ByteQueue()
    var reader = PacketReader()
    var writer = PacketWriter()
    /// The names that the server offers for each purpose.
    var offers: [AlgorithmPurpose: [String]] = [
        .keyExchange: ["curve25519-sha256"], .hostKey: ["ssh-ed25519"],
        .cipherClientToServer: ["aes128-gcm@openssh.com"], .cipherServerToClient: ["aes128-gcm@openssh.com"],
        .macClientToServer: ["hmac-sha2-256"], .macServerToClient: ["hmac-sha2-256"],
        .compressionClientToServer: ["none"], .compressionServerToClient: ["none"],
    ]
    /// Whether strict key exchange is offered.
    var isStrict = true
    /// Changes the KEXINIT before it is sent.
    var tamperInit: (inout [UInt8]) -> Void = { _ in }
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
    /// Whether both sides keep to strict key exchange, as they have said in their first KEXINIT.
    private var resetsSequence = false
    /// Whether the client still sends under the keys before those that are being agreed on.
    var isRenewing: Bool { hasSentInit || nextReceiving != nil }
    private var nextReceiving: (any PacketCipher)?
    /// The server's identification line, without its end.
    var identification: [UInt8]
    private var clientIdentification: [UInt8] = []

    /// - Parameters:
    ///   - hostKey: An Ed25519 key.
    ///   - identification: The identification line, which is sent at once.
    init(hostKey: PrivateKey, identification: [UInt8] = Array("SSH-2.0-Test".utf8)) {
        self.hostKey = hostKey
        self.identification = identification
        (identification + [13, 10]).withUnsafeBytes { outgoing.append($0) }
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

    /// Says a message under the keys in use.
    func send(_ payload: [UInt8]) throws {
        try writer.append(payload, to: outgoing)
    }

    /// Builds and says a message.
    func send(_ number: UInt8, _ build: (inout WireWriter) -> Void = { _ in }) throws {
        var message = WireWriter()
        message.byte(number)
        build(&message)
        try send(message.bytes)
    }

    // MARK: Receiving

    /// The messages that the client has sent since the last time.
    func messages() throws -> [[UInt8]] {
        if clientIdentification.isEmpty {
            guard let end = received.bytes.firstIndex(of: 10) else { return [] }
            clientIdentification = Array(received.bytes[..<(end - 1)])
            received.removeFirst(end + 1)
        }
        var messages: [[UInt8]] = []
        while let packet = try reader.next(received) {
            let payload = Array(packet.payload)
            messages.append(payload)
            received.removeFirst(packet.size)
            if payload.first == Message.newKeys, let cipher = nextReceiving {
                reader.use(cipher, resetsSequence: resetsSequence)
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
        tamperInit(&serverInit)
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
                let text = String(decoding: message, as: UTF8.self)
                if isFirst { resetsSequence = isStrict && text.contains("kex-strict-c-v00@openssh.com") }
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
        guard let client = request.string() else { throw Message.malformed(30) }
        var publicValue = agreement.publicValue
        var encoded = WireWriter()
        encoded.mpint(try agreement.sharedSecret(with: client))
        var exchange = WireWriter()
        exchange.string(client)
        exchange.string(publicValue)
        let hash = try ExchangeHash(
            clientIdentification: clientIdentification, serverIdentification: identification,
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
            resetsSequence: resetsSequence)
        isFirst = false
        hasSentInit = false
    }
}
