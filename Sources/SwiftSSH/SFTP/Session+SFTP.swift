/// How an SFTP session works.
public struct SFTPOptions: Sendable, Hashable {
    /// How many bytes each file may have under way: asked for ahead of its reader, or written and not acknowledged. The channel is opened
    /// with a window to match. At a distance, no more than this goes over the link in one round trip.
    public var bytesInFlight: Int

    /// Makes options.
    /// - Parameter bytesInFlight: How many bytes each file may have under way, from 32 KiB to 256 MiB; what is beyond counts as the bound.
    public init(bytesInFlight: Int = 8 << 20) {
        self.bytesInFlight = min(max(bytesInFlight, 32 << 10), 256 << 20)
    }

    /// The channel's window: room for what is under way with everything around it, so that a server is not held up in the middle of a reply.
    var window: UInt32 { UInt32(clamping: bytesInFlight + bytesInFlight / 8 + (1 << 20)) }
}

extension Session {
    /// Starts the server's SFTP subsystem.
    /// - Parameters:
    ///   - options: How it works.
    ///   - timeout: The time until both sides have greeted each other; nil takes the session's.
    /// - Throws: `channelRequestDenied` when the server has no SFTP, `sftpProtocol` when it does not speak version 3 or breaks the protocol,
    ///   `invalidArgument` before authentication, `channelFailure`, `timeout`, and `again` in non-blocking mode.
    public func sftp(options: SFTPOptions = SFTPOptions(), timeout: Duration? = nil) throws(SSHError) -> SFTP {
        try state.recording { () throws(SSHError) in
            var greeting = SFTPGreeting()
            let connection = connection
            let (queues, exchange) = try connection.converse(
                Connection.Call(.sftp, timeout),
                OperationKey(name: "sftp", detail: options),
                opening: ChannelOpening(type: "session", windowSize: options.window),
                check: { () throws(SSHError) in try requireAuthentication() },
                requests: [.startup(type: "subsystem", message: Array("sftp".utf8))],
                talk: { (queues: ChannelQueues) throws(SSHError) -> Progress<SFTPExchange> in
                    guard try queues.greet(&greeting) else { return .wouldBlock }
                    connection.note(.debug, .sftp, "channel \(queues.number): \(greeting.server.words)")
                    let exchange = SFTPExchange(
                        queues, connection.described(greeting.server), connection.engine,
                        bytesInFlight: options.bytesInFlight, wake: { [weak connection] in connection?.wakeEverybody() }
                    )
                    queues.consumer = exchange
                    exchange.consume(queues)
                    return .done(exchange)
                })
            return SFTP(Channel(self, queues), exchange)
        }
    }
}

extension SFTPServer {
    /// What a log says of it.
    fileprivate var words: String {
        let names = extensions.map { String(escaping: $0.name, limit: 64) }.joined(separator: ", ")
        let most =
            "packets \(limits.packetLength), reads \(limits.readLength), writes \(limits.writeLength), handles \(limits.openHandles)"
        return "the server speaks version \(version); extensions: \(names); limits: \(most)"
    }
}

extension ChannelQueues {
    /// Goes on with the greeting as far as it can without waiting.
    /// - Returns: Whether it is over.
    fileprivate func greet(_ greeting: inout SFTPGreeting) throws(SSHError) -> Bool {
        while true {
            guard try send(&greeting.unsent) else { return false }
            guard let packet = try SFTPPacket(output.bytes) else {
                guard channel.hasReachedEOF, !isStalled, !isLast else { return false }
                throw SSHError(
                    .sftpProtocol, "the server ended the SFTP subsystem before it said anything", phase: .sftp,
                    serverText: errorText)
            }
            let isOver = try greeting.take(packet)
            output.removeFirst(packet.count)
            if isOver { return true }
        }
    }
}

extension Connection {
    /// What the server's identification line says of it besides.
    fileprivate func described(_ server: SFTPServer) -> SFTPServer {
        let line = String(decoding: filter.identification ?? [], as: UTF8.self)
        var server = server
        server.isOpenSSH = line.contains("OpenSSH")
        // These have their arguments in the order of OpenSSH, which once took the draft the wrong way round.
        server.wantsTargetFirst = ["OpenSSH", "paramiko", "-Go"].contains { line.contains($0) }
        return server
    }
}
