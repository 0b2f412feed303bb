/// The key exchange as a state machine (RFC 4253, 7 and 8): from one side's KEXINIT to both sides' NEWKEYS, the first time and
/// every time again. It is told of messages, and says what is to be sent and used.
struct KeyExchange {
    /// What is to be done after a message, in this order.
    struct Action {
        /// Messages to send.
        var messages: [[UInt8]] = []
        /// What is used for everything that is sent after them.
        var sending: DirectionKeys?
        /// What is used for everything that comes from here on.
        var receiving: DirectionKeys?
        /// Whether both sides use the new keys.
        var isComplete = false
    }

    private enum State {
        case idle
        case awaitingInit(client: KeyExchangeInit)
        case awaitingGroup(Negotiation)
        case awaitingReply(Negotiation, KeyAgreement, group: [UInt8])
        case awaitingNewKeys(DirectionKeys, AgreedAlgorithms)
    }

    /// What both KEXINIT messages have led to.
    private struct Negotiation {
        let algorithms: AgreedAlgorithms
        let hash: ExchangeHash
    }

    private let clientIdentification: [UInt8]
    private var state = State.idle
    /// Whether the next message of the method is the server's wrong guess.
    private var skipsGuess = false
    /// The exchange hash of the first key exchange; empty before.
    private(set) var sessionIdentifier: [UInt8] = []
    /// The server's signature of that.
    private(set) var firstSignature: [UInt8] = []
    /// Whether both sides keep to strict key exchange (OpenSSH's `PROTOCOL`, 1.10).
    private(set) var isStrict = false
    /// What is in use; nil before the first key exchange has ended.
    private(set) var algorithms: AgreedAlgorithms?
    /// How many key exchanges have ended.
    private(set) var count = 0
    /// The key that the server proved to own.
    private(set) var hostKey: [UInt8] = []
    /// The server's identification line without its end.
    var serverIdentification: [UInt8] = []

    init(clientIdentification: [UInt8]) {
        self.clientIdentification = clientIdentification
    }

    /// Whether no key exchange is under way.
    var isIdle: Bool {
        if case .idle = state { return true }
        return false
    }

    /// Whether only messages of the transport layer may be sent: from this side's KEXINIT to its NEWKEYS.
    var holdsMessages: Bool {
        switch state {
        case .idle, .awaitingNewKeys: false
        case .awaitingInit, .awaitingGroup, .awaitingReply: true
        }
    }

    /// Whether only messages of the transport layer should come: from the server's KEXINIT to its NEWKEYS.
    var hasReceivedInit: Bool {
        switch state {
        case .idle, .awaitingInit: false
        case .awaitingGroup, .awaitingReply, .awaitingNewKeys: true
        }
    }

    /// Begins a key exchange, unless one is under way.
    mutating func begin(_ offers: AlgorithmOffers) throws(SSHError) -> Action {
        guard case .idle = state else { return Action() }
        let client = try KeyExchangeInit(offers, isFirst: algorithms == nil)
        state = .awaitingInit(client: client)
        return Action(messages: [client.payload])
    }

    /// Goes on with one of the messages 20, 21 and 30 to 49.
    /// - Parameters:
    ///   - payload: The message.
    ///   - packetNumber: How many packets came before it, under the keys in use.
    ///   - offers: What is offered, where the server begins.
    /// - Throws: `protocolError` for a message that has no place here, `keyExchangeFailure`, `keyExchange`, `hostKeySignature`,
    ///   `hostKeyInitialization`.
    mutating func receive(
        _ payload: [UInt8], packetNumber: UInt64, _ offers: AlgorithmOffers
    ) throws(SSHError) -> Action {
        let number = payload.first ?? 0
        if number == Message.keyExchangeInit { return try receiveInit(payload, packetNumber, offers) }
        if Message.keyExchangeMethod.contains(number), skipsGuess {
            skipsGuess = false
            return Action()
        }
        switch (state, number) {
        case (.awaitingGroup(let negotiation), Self.groupExchangeGroup):
            return try receiveGroup(payload, negotiation)
        case (.awaitingReply(let negotiation, let agreement, let group), _)
        where number == Self.replyNumber(negotiation.algorithms.keyExchange):
            return try receiveReply(payload, negotiation, agreement, group)
        case (.awaitingNewKeys(let keys, let algorithms), Message.newKeys):
            guard payload.count == 1 else { throw Message.malformed(number) }
            self.algorithms = algorithms
            count += 1
            state = .idle
            return Action(receiving: keys, isComplete: true)
        default:
            throw Message.broken("message \(number) has no place at this point of the key exchange")
        }
    }

    // MARK: The messages of the methods

    private static let keyExchangeInitNumber: UInt8 = 30
    private static let replyNumber: UInt8 = 31
    private static let groupExchangeGroup: UInt8 = 31
    private static let groupExchangeInit: UInt8 = 32
    private static let groupExchangeReply: UInt8 = 33
    private static let groupExchangeRequest: UInt8 = 34

    private static func replyNumber(_ method: KeyExchangeMethod) -> UInt8 {
        method.agreement == nil ? groupExchangeReply : replyNumber
    }

    private mutating func receiveInit(
        _ payload: [UInt8], _ packetNumber: UInt64, _ offers: AlgorithmOffers
    ) throws(SSHError) -> Action {
        var action = try begin(offers)
        guard case .awaitingInit(let client) = state else {
            throw Message.broken("a second KEXINIT came while keys are exchanged")
        }
        let server = try KeyExchangeInit(payload: payload)
        if algorithms == nil {
            isStrict = server.isStrict
            guard !isStrict || packetNumber == 0 else {
                throw Message.broken("a packet came before the first KEXINIT, which strict key exchange forbids")
            }
        }
        let algorithms = try AgreedAlgorithms(client: client, server: server)
        skipsGuess = algorithms.isGuessWrong
        let negotiation = Negotiation(
            algorithms: algorithms,
            hash: ExchangeHash(
                clientIdentification: clientIdentification, serverIdentification: serverIdentification,
                clientInit: client.payload, serverInit: server.payload))
        var writer = WireWriter()
        if let method = algorithms.keyExchange.agreement {
            let agreement = try KeyAgreement(method)
            writer.byte(Self.keyExchangeInitNumber)
            writer.publicValue(agreement.publicValue, algorithms.keyExchange)
            state = .awaitingReply(negotiation, agreement, group: [])
        } else {
            writer.byte(Self.groupExchangeRequest)
            writer.groupExchangeSizes()
            state = .awaitingGroup(negotiation)
        }
        action.messages.append(writer.bytes)
        return action
    }

    private mutating func receiveGroup(
        _ payload: [UInt8], _ negotiation: Negotiation
    ) throws(SSHError) -> Action {
        var reader = WireReader(payload)
        guard reader.byte() != nil, let prime = reader.mpint(), let generator = reader.mpint(), reader.isAtEnd else {
            throw Message.malformed(Self.groupExchangeGroup)
        }
        let bits = prime.count * 8 - (prime.first?.leadingZeroBitCount ?? 0)
        guard bits >= Int(GroupExchangeSizes.minimum), bits <= Int(GroupExchangeSizes.maximum),
            prime.last.map({ $0 & 1 == 1 }) ?? false, generator.count < prime.count, generator != [], generator != [1]
        else { throw SSHError(.keyExchange, "the server's Diffie-Hellman group of \(bits) bits is not acceptable") }
        let agreement = try KeyAgreement(.group(prime: prime, generator: generator))
        var group = WireWriter()
        group.groupExchangeSizes()
        group.mpint(prime)
        group.mpint(generator)
        var writer = WireWriter()
        writer.byte(Self.groupExchangeInit)
        writer.mpint(agreement.publicValue)
        state = .awaitingReply(negotiation, agreement, group: group.bytes)
        return Action(messages: [writer.bytes])
    }

    private mutating func receiveReply(
        _ payload: [UInt8], _ negotiation: Negotiation, _ agreement: KeyAgreement, _ group: [UInt8]
    ) throws(SSHError) -> Action {
        let method = negotiation.algorithms.keyExchange
        var reader = WireReader(payload)
        guard reader.byte() != nil, let hostKey = reader.string(),
            let peer = method.exchangesNumbers ? reader.mpint() : reader.string(), let signature = reader.string(),
            reader.isAtEnd
        else { throw Message.malformed(payload.first ?? 0) }
        guard self.hostKey.isEmpty || self.hostKey == hostKey else {
            throw SSHError(.keyExchange, "the server came with another host key while new keys were exchanged")
        }
        var shared = try agreement.sharedSecret(with: peer)
        var encoder = WireWriter(capacity: shared.count + 8)
        if method.sharesNumber { encoder.mpint(shared) } else { encoder.string(shared) }
        wipe(&shared)
        var secret = encoder.take()
        defer { wipe(&secret) }
        var exchange = WireWriter()
        exchange.raw(group)
        exchange.publicValue(agreement.publicValue, method)
        exchange.publicValue(peer, method)
        let hash = try negotiation.hash.hash(
            method.digest, hostKey: hostKey, exchange: exchange.bytes, secret: secret)
        try HostKeyProof(hostKey: hostKey, signature: signature).verify(hash, algorithm: negotiation.algorithms.hostKey)
        self.hostKey = hostKey
        if sessionIdentifier.isEmpty { (sessionIdentifier, firstSignature) = (hash, signature) }
        return try useKeys(
            KeyMaterial(method.digest, secret: secret, hash: hash, sessionIdentifier: sessionIdentifier),
            negotiation.algorithms)
    }

    private mutating func useKeys(_ keys: KeyMaterial, _ algorithms: AgreedAlgorithms) throws(SSHError) -> Action {
        let sending = try algorithms.clientToServer.makeCipher(
            letters: ("A", "C", "E"), encrypts: true, derive: keys.derive)
        let receiving = try algorithms.serverToClient.makeCipher(
            letters: ("B", "D", "F"), encrypts: false, derive: keys.derive)
        state = .awaitingNewKeys(
            DirectionKeys(cipher: receiving, compression: algorithms.compressionServerToClient), algorithms)
        return Action(
            messages: [[Message.newKeys]],
            sending: DirectionKeys(cipher: sending, compression: algorithms.compressionClientToServer))
    }
}

/// What a key exchange gives one direction.
struct DirectionKeys {
    let cipher: any PacketCipher
    let compression: CompressionMethod
}

extension WireWriter {
    /// A public value, as its method has it on the wire and in the exchange hash.
    fileprivate mutating func publicValue(_ value: [UInt8], _ method: KeyExchangeMethod) {
        if method.exchangesNumbers { mpint(value) } else { string(value) }
    }

    fileprivate mutating func groupExchangeSizes() {
        uint32(GroupExchangeSizes.minimum)
        uint32(GroupExchangeSizes.preferred)
        uint32(GroupExchangeSizes.maximum)
    }
}
