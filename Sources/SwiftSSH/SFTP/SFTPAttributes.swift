/// What is known of a file, or is to be set (draft-ietf-secsh-filexfer-02, 5). What is nil is not known, or stays as it is.
public struct SFTPAttributes: Sendable, Hashable {
    /// Who owns a file.
    public struct Owner: Sendable, Hashable {
        /// The user's number.
        public var user: UInt32
        /// The group's number.
        public var group: UInt32

        /// Makes an owner.
        /// - Parameters:
        ///   - user: The user's number.
        ///   - group: The group's number.
        public init(user: UInt32, group: UInt32) {
            self.user = user
            self.group = group
        }
    }

    /// When a file was last used, in seconds since 1970; version 3 knows no fractions and no time after 2106.
    public struct Times: Sendable, Hashable {
        /// When it was last read.
        public var access: UInt32
        /// When it was last written.
        public var modification: UInt32

        /// Makes times.
        /// - Parameters:
        ///   - access: When it was last read, in seconds since 1970.
        ///   - modification: When it was last written, in seconds since 1970.
        public init(access: UInt32, modification: UInt32) {
            self.access = access
            self.modification = modification
        }
    }

    /// An attribute that has no field of its own.
    public struct Extended: Sendable, Hashable {
        /// What kind of attribute it is, for example `name@domain`.
        public var type: [UInt8]
        /// Its value.
        public var value: [UInt8]

        /// Makes an attribute.
        /// - Parameters:
        ///   - type: What kind of attribute it is.
        ///   - value: Its value.
        public init(type: [UInt8], value: [UInt8]) {
            self.type = type
            self.value = value
        }
    }

    /// The kind of a file, as the upper bits of its permissions say.
    public enum Kind: UInt32, Sendable, Hashable {
        /// A named pipe.
        case fifo = 0o010000
        /// A character device.
        case characterDevice = 0o020000
        /// A directory.
        case directory = 0o040000
        /// A block device.
        case blockDevice = 0o060000
        /// A regular file.
        case regular = 0o100000
        /// A symbolic link.
        case symbolicLink = 0o120000
        /// A socket.
        case socket = 0o140000
    }

    /// The number of bytes.
    public var size: UInt64?
    /// The owner.
    public var owner: Owner?
    /// The kind of file and the permission bits, as POSIX has them.
    public var permissions: UInt32?
    /// When it was last used.
    public var times: Times?
    /// Whatever else the server says.
    public var extended: [Extended]

    /// Makes attributes.
    /// - Parameters:
    ///   - size: The number of bytes.
    ///   - owner: The owner.
    ///   - permissions: The permission bits.
    ///   - times: When it was last used.
    ///   - extended: Other attributes.
    public init(
        size: UInt64? = nil, owner: Owner? = nil, permissions: UInt32? = nil, times: Times? = nil,
        extended: [Extended] = []
    ) {
        self.size = size
        self.owner = owner
        self.permissions = permissions
        self.times = times
        self.extended = extended
    }

    /// The kind of the file; nil where the server does not say, or says one that POSIX does not know.
    public var kind: Kind? { permissions.flatMap { Kind(rawValue: $0 & 0o170000) } }
    /// Whether it is known to be a directory.
    public var isDirectory: Bool { kind == .directory }
    /// Whether it is known to be a regular file.
    public var isRegularFile: Bool { kind == .regular }
    /// Whether it is known to be a symbolic link.
    public var isSymbolicLink: Bool { kind == .symbolicLink }
}

/// Which attributes follow (SSH_FILEXFER_ATTR_*); the numbers are libssh2's LIBSSH2_SFTP_ATTR_*.
public struct SFTPAttributeFlags: OptionSet, Sendable, Hashable {
    /// The bits as the protocol has them.
    public let rawValue: UInt32

    /// Makes a set of its bits, known or not.
    /// - Parameter rawValue: The bits.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// ``SFTPAttributes/size``.
    public static let size = SFTPAttributeFlags(rawValue: 1)
    /// ``SFTPAttributes/owner``.
    public static let owner = SFTPAttributeFlags(rawValue: 2)
    /// ``SFTPAttributes/permissions``.
    public static let permissions = SFTPAttributeFlags(rawValue: 4)
    /// ``SFTPAttributes/times``.
    public static let times = SFTPAttributeFlags(rawValue: 8)
    /// ``SFTPAttributes/extended``.
    public static let extended = SFTPAttributeFlags(rawValue: 0x8000_0000)
}

extension SFTPAttributes {
    /// Which attributes are there.
    public var flags: SFTPAttributeFlags {
        var flags: SFTPAttributeFlags = []
        if size != nil { flags.insert(.size) }
        if owner != nil { flags.insert(.owner) }
        if permissions != nil { flags.insert(.permissions) }
        if times != nil { flags.insert(.times) }
        if !extended.isEmpty { flags.insert(.extended) }
        return flags
    }

    /// Reads attributes; nil when they do not hold what their flags say. Flags that version 3 does not know say nothing.
    init?(_ reader: inout RawWireReader) {
        self.init()
        guard let bits = reader.uint32() else { return nil }
        let flags = SFTPAttributeFlags(rawValue: bits)
        if flags.contains(.size) {
            guard let size = reader.uint64() else { return nil }
            self.size = size
        }
        if flags.contains(.owner) {
            guard let user = reader.uint32(), let group = reader.uint32() else { return nil }
            owner = Owner(user: user, group: group)
        }
        if flags.contains(.permissions) {
            guard let permissions = reader.uint32() else { return nil }
            self.permissions = permissions
        }
        if flags.contains(.times) {
            guard let access = reader.uint32(), let modification = reader.uint32() else { return nil }
            times = Times(access: access, modification: modification)
        }
        if flags.contains(.extended) {
            // Nothing is set aside for a number that the bytes do not back.
            guard let count = reader.uint32(), Int(count) <= reader.remaining / 8 else { return nil }
            for _ in 0..<count {
                guard let type = reader.string(), let value = reader.string() else { return nil }
                extended.append(Extended(type: type, value: value))
            }
        }
    }
}

extension WireWriter {
    /// The attributes of a file.
    mutating func attributes(_ attributes: SFTPAttributes) {
        uint32(attributes.flags.rawValue)
        if let size = attributes.size { uint64(size) }
        if let owner = attributes.owner {
            uint32(owner.user)
            uint32(owner.group)
        }
        if let permissions = attributes.permissions { uint32(permissions) }
        if let times = attributes.times {
            uint32(times.access)
            uint32(times.modification)
        }
        if !attributes.extended.isEmpty {
            uint32(UInt32(clamping: attributes.extended.count))
            for extended in attributes.extended {
                string(extended.type)
                string(extended.value)
            }
        }
    }
}
