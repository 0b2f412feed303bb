/// What a server says of itself before the first request.
struct SFTPServer: Sendable {
    /// The newest version that it speaks.
    var version: UInt32 = 3
    /// What it offers beyond version 3, in its order.
    var extensions: [SFTPExtension] = []
    /// What it takes.
    var limits = SFTPLimits()
    /// Whether SYMLINK takes the target first, against the draft.
    var wantsTargetFirst = false
    /// Whether it is OpenSSH's, which answers in order.
    var isOpenSSH = false

    /// Whether it offers an extension.
    func offers(_ wanted: SFTPExtension) -> Bool { extensions.contains { $0.name == wanted.name } }
}

/// What is said on both sides before the first request (draft-ietf-secsh-filexfer-02, 4). A value: it is fed packets and knows no channel.
struct SFTPGreeting {
    /// The version of the protocol that this side speaks.
    static let version: UInt32 = 3
    /// The number of the request that the greeting makes.
    private static let identifier: UInt32 = 0

    private(set) var server = SFTPServer()
    private var hasVersion = false
    /// What is to be sent.
    var unsent: [UInt8] = [0, 0, 0, 5, SFTPPacketType.initialize, 0, 0, 0, UInt8(version)]

    /// Takes a packet of the server's.
    /// - Returns: Whether the greeting is over.
    mutating func take(_ packet: SFTPPacket) throws(SSHError) -> Bool {
        var reader = RawWireReader(packet.body)
        if hasVersion { return try takeLimits(packet, &reader) }
        guard packet.type == SFTPPacketType.version, let version = reader.uint32() else {
            throw .sftp("the server did not tell its version, but sent a \(SFTPPacketType.name(packet.type))")
        }
        guard version >= Self.version else {
            throw .sftp("the server speaks version \(version) of SFTP; version \(Self.version) is needed")
        }
        while reader.remaining > 0 {
            guard let name = reader.string(), let data = reader.string() else {
                throw .sftp("the server sent a VERSION that does not hold what it says")
            }
            server.extensions.append(SFTPExtension(name: name, data: data))
        }
        hasVersion = true
        server.version = version
        guard server.offers(.limits) else { return true }
        let queue = ByteQueue(capacity: 64)
        SFTPRequest.limits().encode(Self.identifier, into: queue)
        unsent = Array(queue.bytes)
        return false
    }

    private mutating func takeLimits(_ packet: SFTPPacket, _ reader: inout RawWireReader) throws(SSHError) -> Bool {
        guard reader.uint32() == Self.identifier else {
            throw .sftp("the server sent a \(SFTPPacketType.name(packet.type)) that nobody asked for")
        }
        let reply = try SFTPReply(packet, &reader, to: .extended, SFTPBlockPool())
        // Who offers its limits and does not tell them has those of the draft.
        if case .extended(let bytes) = reply {
            guard let limits = SFTPLimits(bytes) else { throw .sftp("the server sent limits that are cut short") }
            server.limits = limits
        }
        return true
    }
}
