/// The engine in Swift over libcrypto: the transport, authentication and connection protocols of RFC 4251 to 4254.
///
/// It takes packets apart in the memory that they were received in, as soon as it is pumped; operations only look at what came of that.
/// Nothing here waits, and nothing here may be called by two threads at once.
final class NativeEngine: Engine {
    let input = ByteQueue(capacity: 256 * 1024)
    let output = ByteQueue(capacity: 64 * 1024)
    var capabilities: EngineCapabilities { Self.capabilities }

    // What follows is for this folder.
    var reader = PacketReader()
    var writer = PacketWriter()
    var offers = AlgorithmOffers()
    var keyExchange = KeyExchange(clientIdentification: NativeEngine.identification)
    var keyLifetime = KeyLifetime()
    /// What was agreed on for the keys in use; it begins with the user's authentication.
    var sendingCompression = CompressionMethod.none
    var receivingCompression = CompressionMethod.none
    var userAuthentication = UserAuthentication()
    var channels = ChannelTable()
    var globalRequests = GlobalRequests()
    /// What the peer has agreed to forward from here.
    var forwarded: Set<ForwardedKind> = []
    /// Whether this side has identified itself.
    var hasBegun = false
    /// What may not be sent while keys are exchanged, in order.
    private var held: [(message: [UInt8], request: RequestTicket?)] = []
    /// Why nothing more is believed of what comes; nil while all is well.
    private(set) var failure: SSHError?
    private var isDead = false

    /// More than this side ever has to send beside data, which is counted by the driver and by windows.
    private static let mostUnsent = 8 << 20
    /// More messages than this side ever has to send while keys are exchanged.
    private static let mostHeld = 10_000

    init() {
        // Writers fill it up again and again.
        output.keptCapacity = 512 * 1024
    }

    /// What this engine can do, whatever the session.
    static let capabilities: EngineCapabilities = [
        .rsaSHA2UserKeys, .rsaSHA2HostKeys, .channelSignal, .exitStatusKnown, .strictKeyExchange, .aesGCM,
        .chacha20Poly1305, .securityKeys, .rekeying,
        .streamLocalListening, .channelBreak, .agentForwarding, .authenticationBanner,
    ]

    let takesCertificates = true

    // MARK: Algorithms

    func supportedAlgorithms(_ purpose: AlgorithmPurpose) throws(SSHError) -> [String] {
        try offers.supported(purpose)
    }

    func setPreference(_ purpose: AlgorithmPurpose, _ names: [String]) throws(SSHError) {
        try offers.prefer(purpose, names)
    }

    func setProfile(_ profile: AlgorithmProfile) {
        offers.profile = profile
    }

    func offeredAlgorithms(_ purpose: AlgorithmPurpose) throws(SSHError) -> [String] { offers[purpose] }

    func setCompression(_ offered: Bool) {
        offers.compresses = offered
    }

    // MARK: Taking bytes in

    /// The input has the identification line until the handshake has begun.
    var pumpsByItself: Bool { hasBegun }

    /// Answers find their requests by the channel and by their order; only ways of authenticating cannot stand side by side.
    var runsSideBySide: Bool { isAuthenticated }

    func pump() throws(SSHError) {
        if isDead { return }
        if let failure { throw failure }
        do throws(SSHError) {
            try takeIn()
        } catch {
            let explained = explain(error)
            failure = explained
            throw explained
        }
    }

    private func takeIn() throws(SSHError) {
        guard try takeIdentification() else { return }
        // A server that makes this side answer and does not read the answers is not listened to either.
        while output.count < Self.mostUnsent, let packet = try reader.next(input) {
            try receive(packet.payload)
            input.removeFirst(packet.size)
        }
        try renewKeysWhenDue()
    }

    /// A peer that does not get as far as keys has not agreed on any, whatever it is that it sends.
    private func explain(_ error: SSHError) -> SSHError {
        let isDamage: Set<SSHError.Code> = [.protocolError, .outOfBoundary, .invalidMAC]
        guard keyExchange.algorithms == nil, isDamage.contains(error.code) else { return error }
        return SSHError(.keyExchangeFailure, "could not agree on keys: " + error.message)
    }

    // MARK: Sending

    /// Sends a message, or keeps it until the keys have been exchanged.
    /// - Parameters:
    ///   - message: The message.
    ///   - request: What waits for its answer, and is told the packet's number.
    func send(_ message: [UInt8], as request: RequestTicket? = nil) throws(SSHError) {
        if keyExchange.holdsMessages, !Message.isSentDuringKeyExchange(message.first ?? 0) {
            guard held.count < Self.mostHeld else {
                throw Message.broken("it goes on asking and does not answer the key exchange")
            }
            held.append((message, request))
        } else {
            request?.packet = writer.number
            try writer.append(message, to: output)
        }
    }

    /// Sends what was kept.
    func sendHeldMessages() throws(SSHError) {
        defer { held = [] }
        for index in held.indices {
            held[index].request?.packet = writer.number
            try writer.append(held[index].message, to: output)
            // A password may be in it.
            wipe(&held[index].message)
        }
    }

    // MARK: The connection's end

    /// Throws where an operation cannot go on.
    func requireLife() throws(SSHError) {
        if let failure { throw failure }
        if isDead { throw SSHError(.socketDisconnect, "the connection is over") }
    }

    /// Whether nothing more comes or goes.
    var isOver: Bool { isDead || failure != nil }

    func disconnect(reason: UInt32, description: String, language: String) -> Step<Void> {
        { () throws(SSHError) -> Progress<Void> in
            try self.requireLife()
            var writer = WireWriter()
            writer.byte(Message.disconnect)
            writer.uint32(reason)
            writer.string(description.utf8.prefix(255))
            writer.string(language.utf8.prefix(255))
            try self.send(writer.bytes)
            return .done(())
        }
    }

    func abandon() {
        isDead = true
        input.removeAll()
        output.removeAll()
    }
}
