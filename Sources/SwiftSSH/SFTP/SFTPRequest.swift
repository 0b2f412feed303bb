/// A request of SFTP version 3 as a value: everything of its packet but the length, the number and a WRITE's data.
struct SFTPRequest: Hashable, Sendable {
    /// What the server may answer, besides a status that is not success.
    enum Expectation: Hashable, Sendable {
        /// A status of success.
        case success
        /// A handle.
        case handle
        /// Bytes of a file, at least one and at most so many.
        case data(atMost: Int)
        /// Names, none to many.
        case names
        /// Exactly one name.
        case name
        /// Attributes of a file.
        case attributes
        /// What an extension defines.
        case extended
    }

    /// What an error tells of a request besides its words.
    enum Place: Hashable, Sendable {
        case offset(UInt64)
        case target(RemotePath)
    }

    /// The packet's type.
    var type: UInt8
    /// What follows the packet's number.
    var body: [UInt8]
    /// What may come back.
    var expectation: Expectation
    /// What is being done, in words that follow "cannot", up to ``place``.
    private let action: String
    /// Where in the file, or to what, it is done; nil where the words say all.
    private let place: Place?
    /// What it is done to; nil where the handle says it.
    var path: RemotePath?
    /// How many bytes of data follow the body.
    var dataCount = 0

    /// What is being done, in words that follow "cannot". Only made for errors: most requests have none.
    var doing: String {
        switch place {
        case .offset(let offset)?: "\(action) \(offset)"
        case .target(let target)?: "\(action) \(target)"
        case nil: action
        }
    }

    private init(
        _ type: UInt8, _ expectation: Expectation, _ action: String, _ place: Place? = nil, path: RemotePath? = nil,
        dataCount: Int = 0, _ body: (inout WireWriter) -> Void
    ) {
        self.type = type
        self.expectation = expectation
        self.action = action
        self.place = place
        self.path = path
        self.dataCount = dataCount
        var writer = WireWriter(capacity: 64)
        body(&writer)
        self.body = writer.bytes
    }

    /// A request that an extension defines.
    init(
        _ name: SFTPExtension, _ expectation: Expectation, _ action: String, _ place: Place? = nil,
        path: RemotePath? = nil, _ body: (inout WireWriter) -> Void
    ) {
        self.init(SFTPPacketType.extended, expectation, action, place, path: path) { writer in
            writer.string(name.name)
            body(&writer)
        }
    }

    /// Appends the packet's beginning: all but a WRITE's data.
    func encode(_ identifier: UInt32, into queue: ByteQueue) {
        let length = UInt32(clamping: 5 + body.count + dataCount)
        withUnsafeBytes(of: length.bigEndian) { queue.append($0) }
        withUnsafeBytes(of: type) { queue.append($0) }
        withUnsafeBytes(of: identifier.bigEndian) { queue.append($0) }
        body.withUnsafeBytes { queue.append($0) }
    }
}

// draft-ietf-secsh-filexfer-02, 6.
extension SFTPRequest {
    static func open(_ path: RemotePath, _ flags: SFTPOpenFlags, _ attributes: SFTPAttributes) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.open, .handle, "open the file", path: path) { writer in
            writer.string(path.bytes)
            writer.uint32(flags.rawValue)
            writer.attributes(attributes)
        }
    }

    static func close(_ handle: [UInt8]) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.close, .success, "close the file") { $0.string(handle) }
    }

    static func read(_ handle: [UInt8], offset: UInt64, count: Int) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.read, .data(atMost: count), "read at", .offset(offset)) { writer in
            writer.string(handle)
            writer.uint64(offset)
            writer.uint32(UInt32(clamping: count))
        }
    }

    /// The data follow the body.
    static func write(_ handle: [UInt8], offset: UInt64, count: Int) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.write, .success, "write at", .offset(offset), dataCount: count) { writer in
            writer.string(handle)
            writer.uint64(offset)
            writer.uint32(UInt32(clamping: count))
        }
    }

    static func stat(_ path: RemotePath) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.stat, .attributes, "get the attributes", path: path) { $0.string(path.bytes) }
    }

    static func lstat(_ path: RemotePath) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.lstat, .attributes, "get the attributes", path: path) { $0.string(path.bytes) }
    }

    static func fstat(_ handle: [UInt8]) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.fstat, .attributes, "get the attributes") { $0.string(handle) }
    }

    static func setstat(_ path: RemotePath, _ attributes: SFTPAttributes) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.setstat, .success, "set the attributes", path: path) { writer in
            writer.string(path.bytes)
            writer.attributes(attributes)
        }
    }

    static func fsetstat(_ handle: [UInt8], _ attributes: SFTPAttributes) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.fsetstat, .success, "set the attributes") { writer in
            writer.string(handle)
            writer.attributes(attributes)
        }
    }

    static func opendir(_ path: RemotePath) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.opendir, .handle, "open the directory", path: path) { $0.string(path.bytes) }
    }

    static func readdir(_ handle: [UInt8]) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.readdir, .names, "list the directory") { $0.string(handle) }
    }

    static func remove(_ path: RemotePath) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.remove, .success, "remove the file", path: path) { $0.string(path.bytes) }
    }

    static func mkdir(_ path: RemotePath, _ attributes: SFTPAttributes) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.mkdir, .success, "make the directory", path: path) { writer in
            writer.string(path.bytes)
            writer.attributes(attributes)
        }
    }

    static func rmdir(_ path: RemotePath) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.rmdir, .success, "remove the directory", path: path) { $0.string(path.bytes) }
    }

    static func realpath(_ path: RemotePath) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.realpath, .name, "resolve the path", path: path) { $0.string(path.bytes) }
    }

    static func rename(_ path: RemotePath, to target: RemotePath) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.rename, .success, "rename to", .target(target), path: path) { writer in
            writer.string(path.bytes)
            writer.string(target.bytes)
        }
    }

    static func readlink(_ path: RemotePath) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.readlink, .name, "read the symbolic link", path: path) { $0.string(path.bytes) }
    }

    /// - Parameter isTargetFirst: Whether the server wants the target before the link, as OpenSSH does, and not as the draft has it.
    static func symlink(_ link: RemotePath, to target: RemotePath, isTargetFirst: Bool) -> SFTPRequest {
        SFTPRequest(SFTPPacketType.symlink, .success, "make a symbolic link to", .target(target), path: link) {
            writer in
            writer.string(isTargetFirst ? target.bytes : link.bytes)
            writer.string(isTargetFirst ? link.bytes : target.bytes)
        }
    }
}
