/// A server's reply as a value.
enum SFTPReply: Sendable {
    /// What came of the request; with a request that gives something it is a failure or the end.
    case status(SFTPStatus, text: [UInt8])
    case handle([UInt8])
    case data(SFTPBlock)
    case names([SFTPName])
    case attributes(SFTPAttributes)
    case extended([UInt8])
}

/// A whole packet of the server's, in the memory that it came in.
struct SFTPPacket {
    /// The packet's type.
    var type: UInt8
    /// What follows the type.
    var body: UnsafeRawBufferPointer
    /// How many bytes the packet takes, with its length.
    var count: Int

    /// The longest packet, but for names: 256 KiB and what goes around them.
    static let longest = 257 * 1024
    /// The longest packet of names: with its length it fits into a channel's queue.
    static let longestNames = (1 << 20) - 4
    /// The longest handle (draft-ietf-secsh-filexfer-02, 6.3).
    static let longestHandle = 256

    /// Looks at the beginning of what came.
    /// - Returns: The packet; nil while it has not come whole.
    /// - Throws: `sftpProtocol` for a length that no packet has.
    init?(_ bytes: UnsafeRawBufferPointer) throws(SSHError) {
        var reader = RawWireReader(bytes)
        guard let length = reader.uint32() else { return nil }
        guard length > 0, length <= Self.longestNames else { throw Self.notSFTP(length, bytes) }
        guard let type = reader.byte() else { return nil }
        guard length <= Self.longest || type == SFTPPacketType.name else { throw Self.notSFTP(length, bytes) }
        guard bytes.count - 4 >= Int(length) else { return nil }
        self.type = type
        body = UnsafeRawBufferPointer(rebasing: bytes[5..<4 + Int(length)])
        count = 4 + Int(length)
    }

    private static func notSFTP(_ length: UInt32, _ bytes: UnsafeRawBufferPointer) -> SSHError {
        var message = "the server sent a packet of \(length) bytes"
        let isText = bytes.prefix(4).allSatisfy { (0x20..<0x7F).contains($0) || [9, 10, 13].contains($0) }
        if isText { message += "; it looks like text: what a login script prints breaks the protocol" }
        return .sftp(message, isText ? Array(bytes.prefix(256)) : nil)
    }
}

extension SFTPReply {
    /// Reads a reply.
    /// - Parameters:
    ///   - packet: The packet.
    ///   - expectation: What was asked for.
    ///   - pool: Where memory for bytes of a file is from.
    ///   - body: What follows the packet's number.
    /// - Throws: `sftpProtocol` for one that does not hold what it says, or is no answer to that request.
    init(
        _ packet: SFTPPacket, _ body: inout RawWireReader, to expectation: SFTPRequest.Expectation,
        _ pool: SFTPBlockPool
    ) throws(SSHError) {
        let name = SFTPPacketType.name(packet.type)
        switch (packet.type, expectation) {
        case (SFTPPacketType.status, _):
            guard let code = body.uint32() else { throw .sftp("the server sent a STATUS without a status") }
            let status = SFTPStatus(rawValue: code)
            guard status != .ok || expectation == .success else {
                throw .sftp("the server sent success where more was asked for")
            }
            // Some servers leave out the words and their language.
            guard let text = body.remaining == 0 ? [] : body.string() else { throw Self.broken(name) }
            self = .status(status, text: text)
        case (SFTPPacketType.handle, .handle):
            guard let handle = body.string() else { throw Self.broken(name) }
            guard handle.count <= SFTPPacket.longestHandle else {
                throw .sftp("the server sent a handle of \(handle.count) bytes")
            }
            self = .handle(handle)
        case (SFTPPacketType.data, .data(let most)):
            guard let bytes = body.rawString() else { throw Self.broken(name) }
            guard bytes.count >= 1, bytes.count <= most else {
                throw .sftp("the server sent \(bytes.count) bytes of data where 1 to \(most) were asked for")
            }
            self = .data(SFTPBlock(bytes, pool))
        case (SFTPPacketType.name, .names), (SFTPPacketType.name, .name):
            guard let names = SFTPName.list(&body) else { throw Self.broken(name) }
            guard expectation == .names || names.count == 1 else {
                throw .sftp("the server sent \(names.count) names where one was asked for")
            }
            self = .names(names)
        case (SFTPPacketType.attributes, .attributes):
            guard let attributes = SFTPAttributes(&body) else { throw Self.broken(name) }
            self = .attributes(attributes)
        case (SFTPPacketType.extendedReply, .extended):
            self = .extended(body.rest())
        default:
            throw .sftp("the server answered with a \(name), which is no answer to what was asked")
        }
    }

    private static func broken(_ name: String) -> SSHError {
        .sftp("the server sent a \(name) that does not hold what it says")
    }
}
