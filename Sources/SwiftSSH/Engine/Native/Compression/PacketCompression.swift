/// Compresses or decompresses the payloads of one direction (RFC 4253, 6.2), each of which ends where nothing of it is held back.
///
/// Used by one thread at a time; each payload goes through it once, in order.
final class PacketCompression {
    private let stream: UnsafeMutablePointer<ZStream>
    private let step: ZLibrary.Step
    private let end: ZLibrary.End
    private let damage: SSHError
    /// The most bytes that come of one payload.
    private let limit: Int
    /// Room to put a payload together.
    private(set) lazy var payload = ByteQueue(capacity: 64 * 1024)
    /// What came of the last payload.
    private let result = ByteQueue(capacity: 64 * 1024)

    private static let success: Int32 = 0
    /// What zlib says where it has nothing left to do.
    private static let nothingToDo: Int32 = -5
    private static let partialFlush: Int32 = 1
    private static let usualLevel: Int32 = -1
    private static let roomAtOnce = 32 * 1024

    private init(step: @escaping ZLibrary.Step, end: @escaping ZLibrary.End, limit: Int, damage: SSHError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: ZStream())
        self.step = step
        self.end = end
        self.limit = limit
        self.damage = damage
    }

    deinit {
        _ = end(stream)
        stream.deallocate()
    }

    /// What compresses.
    /// - Throws: `compress` where zlib is not there or has no memory.
    static func compressing() throws(SSHError) -> PacketCompression {
        let failure = SSHError(.compress, "zlib could not compress")
        guard let library = ZLibrary.shared else { throw failure }
        // More than any payload becomes, however little there is to save.
        let made = PacketCompression(step: library.deflate, end: library.endDeflate, limit: 1 << 20, damage: failure)
        guard library.initializeDeflate(made.stream, usualLevel, ZStream.version, ZStream.size) == success else {
            throw failure
        }
        return made
    }

    /// What decompresses.
    /// - Parameter limit: The most bytes that a payload may become: a few bytes stand for a thousand times as many.
    /// - Throws: `zlib` where zlib is not there or has no memory.
    static func decompressing(limit: Int = PacketReader.longestPacket) throws(SSHError) -> PacketCompression {
        let failure = SSHError(.zlib, "the server's compressed data is damaged, or is more than a packet may hold")
        guard let library = ZLibrary.shared else { throw failure }
        let made = PacketCompression(step: library.inflate, end: library.endInflate, limit: limit, damage: failure)
        guard library.initializeInflate(made.stream, ZStream.version, ZStream.size) == success else { throw failure }
        return made
    }

    /// What comes of a payload; valid until the next one.
    /// - Throws: `compress` or `zlib`; nothing more is then to come.
    func process(_ payload: UnsafeRawBufferPointer) throws(SSHError) -> UnsafeRawBufferPointer {
        result.removeAll()
        let stream = stream
        stream.pointee.nextInput = payload.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.availableInput = UInt32(clamping: payload.count)
        defer {
            stream.pointee.nextInput = nil
            stream.pointee.nextOutput = nil
        }
        repeat {
            _ = try result.append(upTo: Self.roomAtOnce) { room throws(SSHError) in
                stream.pointee.nextOutput = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.pointee.availableOutput = UInt32(clamping: room.count)
                let code = step(stream, Self.partialFlush)
                guard code == Self.success || code == Self.nothingToDo else { throw damage }
                return room.count - Int(stream.pointee.availableOutput)
            }
            guard result.count <= limit else { throw damage }
            // Room that is left over means that nothing is held back.
        } while stream.pointee.availableOutput == 0
        guard stream.pointee.availableInput == 0, !result.isEmpty else { throw damage }
        return result.bytes
    }
}
