/// The publickey subsystem of a server (RFC 4819): lists, adds and removes the keys that a user logs in with.
///
/// Any thread may call any method at any time; requests stand in line. It keeps its session alive; letting it go closes it without waiting.
public final class PublicKeySystem: Sendable {
    private let channel: Channel
    // Touched under the connection's lock.
    nonisolated(unsafe) private let exchange: PublicKeyExchange

    init(_ channel: Channel) {
        self.channel = channel
        exchange = PublicKeyExchange(channel.queues)
    }

    deinit {
        channel.connection.forget(ObjectIdentifier(self))
    }

    /// The session that the subsystem belongs to.
    public var session: Session { channel.session }

    /// Asks for the user's keys (RFC 4819, 4.3).
    /// - Parameter timeout: The time for the server's whole answer; nil takes the session's.
    /// - Throws: `publicKeyProtocol` with the server's words when it refuses or breaks the protocol, `badUse` after ``shutdown(timeout:)``, why the
    ///   connection is over, `timeout`, and `again` in non-blocking mode.
    public func list(timeout: Duration? = nil) throws(SSHError) -> [RegisteredPublicKey] {
        try call("list", PublicKeyPacket.list(), timeout, wantsKeys: true)
    }

    /// Adds a key (RFC 4819, 4.1).
    /// - Parameters:
    ///   - algorithm: The name of the key's algorithm, for example `ssh-ed25519`.
    ///   - blob: The key as the protocol writes it.
    ///   - attributes: What goes with the key.
    ///   - overwrites: Whether the attributes of a key that is there already are replaced; else such a key is refused.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Throws: As ``list(timeout:)``; `invalidArgument` beyond 256 KiB.
    public func add(
        algorithm: String, blob: [UInt8], attributes: [PublicKeyAttribute] = [], overwrites: Bool = false,
        timeout: Duration? = nil
    ) throws(SSHError) {
        let packet = PublicKeyPacket.add(
            algorithm: algorithm, blob: blob, attributes: attributes, overwrites: overwrites)
        _ = try call("add", packet, timeout)
    }

    /// Removes a key (RFC 4819, 4.2).
    /// - Parameters:
    ///   - algorithm: The name of the key's algorithm.
    ///   - blob: The key as the protocol writes it.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Throws: As ``add(algorithm:blob:attributes:overwrites:timeout:)``.
    public func remove(algorithm: String, blob: [UInt8], timeout: Duration? = nil) throws(SSHError) {
        _ = try call("remove", PublicKeyPacket.remove(algorithm: algorithm, blob: blob), timeout)
    }

    /// Ends the subsystem, and the requests that are under way. Ending it again does nothing.
    /// - Parameter timeout: The time it may take; nil takes the session's.
    /// - Throws: Why the connection is over, `timeout`, and `again` in non-blocking mode.
    public func shutdown(timeout: Duration? = nil) throws(SSHError) {
        let connection = session.connection
        connection.peek {
            exchange.end(
                SSHError(.badUse, "the publickey subsystem has been shut down", phase: .publicKeySubsystem))
            connection.wakeEverybody()
        }
        try channel.close(timeout: timeout)
    }

    private func call(
        _ name: String, _ packet: [UInt8], _ timeout: Duration?, wantsKeys: Bool = false
    ) throws(SSHError) -> [RegisteredPublicKey] {
        try session.state.recording { () throws(SSHError) in
            guard packet.count <= PublicKeyPackets.longest else {
                throw SSHError(
                    .invalidArgument, "the request is longer than \(PublicKeyPackets.longest) bytes",
                    phase: .publicKeySubsystem)
            }
            let call = Connection.Call(.publicKeySubsystem, timeout)
            let key = OperationKey(name: "publickey " + name, owner: ObjectIdentifier(self), detail: packet)
            let connection = session.connection
            return try connection.resume(
                call, key,
                begin: { () throws(SSHError) in
                    if let failure = connection.failure { throw failure }
                    let request = PublicKeyRequest(packet, wantsKeys: wantsKeys)
                    exchange.begin(request)
                    return request
                },
                giveUp: { [exchange] in exchange.giveUp($0) }
            ) { (request: PublicKeyRequest) throws(SSHError) -> Progress<[RegisteredPublicKey]> in
                if exchange.advance() { connection.wakeWaiters() }
                guard let result = request.result else { return .wouldBlock }
                return .done(try result.get())
            }
        }
    }
}

extension Session {
    /// Starts the server's publickey subsystem, which few servers have (RFC 4819).
    /// - Parameter timeout: The time until both sides have told their version; nil takes the session's.
    /// - Throws: `channelRequestDenied` when the server has no such subsystem, `publicKeyProtocol` when it does not speak version 2 of the protocol,
    ///   `invalidArgument` before authentication, `channelFailure`, `timeout`, and `again` in non-blocking mode.
    public func publicKeySystem(timeout: Duration? = nil) throws(SSHError) -> PublicKeySystem {
        try state.recording { () throws(SSHError) in
            var unsent = PublicKeyPacket.hello()
            var packets = PublicKeyPackets()
            let (queues, _) = try connection.converse(
                Connection.Call(.publicKeySubsystem, timeout),
                OperationKey(name: "publickey"),
                check: { () throws(SSHError) in try requireAuthentication() },
                requests: [.startup(type: "subsystem", message: Array("publickey".utf8))],
                talk: { (queues: ChannelQueues) throws(SSHError) -> Progress<Void> in
                    guard try queues.send(&unsent), let packet = try queues.take(&packets) else { return .wouldBlock }
                    try Self.checkVersion(packet)
                    return .done(())
                })
            return PublicKeySystem(Channel(self, queues))
        }
    }

    private static func checkVersion(_ packet: [UInt8]) throws(SSHError) {
        switch try PublicKeyResponse(packet) {
        case .version(let version):
            // The lower one of both sides' counts.
            guard version >= PublicKeyPacket.version else {
                throw .publicKeySubsystem("the server speaks version \(version) of the protocol; version 2 is needed")
            }
        case .status(let code, let text):
            throw .publicKeySubsystem(status: code, text: text)
        case .key:
            throw .publicKeySubsystem("the server sent a key that was not asked for")
        }
    }
}
