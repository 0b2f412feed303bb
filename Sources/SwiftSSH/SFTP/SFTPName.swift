/// One name of a listing.
public struct SFTPName: Sendable, Hashable {
    /// The name within its directory, as the server sent it: it may be `.` or `..`, hold a slash or a control character.
    public var filename: [UInt8]
    /// The line that `ls -l` would print, in no fixed form; for showing only, after it has been escaped.
    public var longname: [UInt8]
    /// What the server says of the file; of a symbolic link itself, not of what it points to.
    public var attributes: SFTPAttributes

    /// Makes a name.
    /// - Parameters:
    ///   - filename: The name within its directory.
    ///   - longname: The line that `ls -l` would print.
    ///   - attributes: What is known of the file.
    public init(filename: [UInt8], longname: [UInt8] = [], attributes: SFTPAttributes = SFTPAttributes()) {
        self.filename = filename
        self.longname = longname
        self.attributes = attributes
    }
}

extension SFTPName {
    /// The fewest bytes that a name takes on the wire.
    private static let shortest = 12

    /// Reads the content of a NAME reply; nil when it does not hold what it says.
    static func list(_ reader: inout RawWireReader) -> [SFTPName]? {
        guard let count = reader.uint32(), Int(count) <= reader.remaining / shortest else { return nil }
        var names: [SFTPName] = []
        names.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let filename = reader.string(), let longname = reader.string(),
                let attributes = SFTPAttributes(&reader)
            else { return nil }
            names.append(SFTPName(filename: filename, longname: longname, attributes: attributes))
        }
        return names
    }
}

extension SFTPName {
    /// Whether it names one thing in its directory and nothing elsewhere.
    var isSingle: Bool {
        !filename.isEmpty && !filename.isItselfOrParent && !filename.contains(UInt8(ascii: "/"))
            && !filename.contains(0)
    }
}

extension Array where Element == UInt8 {
    /// Whether it is the name of the directory itself, `.`, or of the one above, `..`.
    var isItselfOrParent: Bool { self == [0x2E] || self == [0x2E, 0x2E] }
}
