/// What a server says that it takes (OpenSSH's `limits@openssh.com`); 0 where it does not say.
public struct SFTPLimits: Sendable, Hashable {
    /// The longest packet, in bytes.
    public var packetLength: UInt64
    /// The most bytes that one read gives.
    public var readLength: UInt64
    /// The most bytes that one write takes.
    public var writeLength: UInt64
    /// How many handles may be open at a time.
    public var openHandles: UInt64

    /// Makes limits.
    init(packetLength: UInt64 = 0, readLength: UInt64 = 0, writeLength: UInt64 = 0, openHandles: UInt64 = 0) {
        self.packetLength = packetLength
        self.readLength = readLength
        self.writeLength = writeLength
        self.openHandles = openHandles
    }

    /// Reads the reply; nil when it is too short.
    init?(_ bytes: [UInt8]) {
        var reader = WireReader(bytes)
        guard let packetLength = reader.uint64(), let readLength = reader.uint64(),
            let writeLength = reader.uint64(), let openHandles = reader.uint64()
        else { return nil }
        self.init(
            packetLength: packetLength, readLength: readLength, writeLength: writeLength, openHandles: openHandles)
    }

    /// What every server takes (draft-ietf-secsh-filexfer-02, 3).
    private static let guaranteed = 32768
    /// The most that is asked for: with what goes around it, it stays below 256 KiB.
    private static let largest = 255 * 1024

    /// How many bytes one read is to ask for.
    var bytesPerRead: Int { Self.bytes(readLength, packetLength) }
    /// How many bytes one write is to carry.
    var bytesPerWrite: Int { Self.bytes(writeLength, packetLength) }

    private static func bytes(_ length: UInt64, _ packetLength: UInt64) -> Int {
        var bytes = length == 0 ? guaranteed : min(largest, Int(clamping: length))
        // What goes around the bytes: the packet's head and a handle of at most 256 bytes.
        if packetLength > 0 { bytes = min(bytes, Int(clamping: packetLength) - 1024) }
        return max(512, bytes)
    }
}
