/// What is known of a file system (OpenSSH's `statvfs@openssh.com`); the numbers are those of POSIX's `statvfs`.
public struct SFTPStatVFS: Sendable, Hashable {
    /// The size of a block.
    public var blockSize: UInt64
    /// The size of the unit that the counts of blocks are in.
    public var fragmentSize: UInt64
    /// All blocks.
    public var blocks: UInt64
    /// Free blocks.
    public var freeBlocks: UInt64
    /// Blocks that are free for users without privileges.
    public var availableBlocks: UInt64
    /// All inodes.
    public var files: UInt64
    /// Free inodes.
    public var freeFiles: UInt64
    /// Inodes that are free for users without privileges.
    public var availableFiles: UInt64
    /// The file system's number.
    public var identifier: UInt64
    /// How it is mounted.
    public var flags: Flags
    /// The longest name, in bytes.
    public var longestName: UInt64

    /// How a file system is mounted; the numbers are libssh2's LIBSSH2_SFTP_ST_*.
    public struct Flags: OptionSet, Sendable, Hashable {
        /// The bits as the server sent them.
        public let rawValue: UInt64

        /// Makes a set of its bits, known or not.
        /// - Parameter rawValue: The bits.
        public init(rawValue: UInt64) {
            self.rawValue = rawValue
        }

        /// Nothing can be written.
        public static let readOnly = Flags(rawValue: 1)
        /// Programs do not run with the rights of their owner.
        public static let noSetUserIdentifier = Flags(rawValue: 2)
    }
}

extension SFTPStatVFS {
    /// Reads the reply; nil when it is too short.
    init?(_ bytes: [UInt8]) {
        var reader = WireReader(bytes)
        guard let blockSize = reader.uint64(), let fragmentSize = reader.uint64(), let blocks = reader.uint64(),
            let freeBlocks = reader.uint64(), let availableBlocks = reader.uint64(), let files = reader.uint64(),
            let freeFiles = reader.uint64(), let availableFiles = reader.uint64(), let identifier = reader.uint64(),
            let flags = reader.uint64(), let longestName = reader.uint64()
        else { return nil }
        self.blockSize = blockSize
        self.fragmentSize = fragmentSize
        self.blocks = blocks
        self.freeBlocks = freeBlocks
        self.availableBlocks = availableBlocks
        self.files = files
        self.freeFiles = freeFiles
        self.availableFiles = availableFiles
        self.identifier = identifier
        self.flags = Flags(rawValue: flags)
        self.longestName = longestName
    }
}
