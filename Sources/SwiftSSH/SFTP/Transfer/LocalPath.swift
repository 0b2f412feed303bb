/// The name of a file of this machine: bytes, as the system has them.
public struct LocalPath: Sendable, Hashable {
    /// The bytes of the name.
    public var bytes: [UInt8]

    /// Makes a path of its bytes. A NUL in it is refused where the path is used.
    /// - Parameter bytes: The bytes; a relative path begins in the process's working directory.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Makes a path of the UTF-8 bytes of a text.
    /// - Parameter text: The text, without NUL.
    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    private static let slash = UInt8(ascii: "/")

    /// The path of a name within this directory.
    func appending(_ name: [UInt8]) -> LocalPath {
        LocalPath(bytes: bytes + (bytes.last == Self.slash ? [] : [Self.slash]) + name)
    }

    /// The directory that the file is in, and its name there; nil for a path that names no file of a directory.
    var split: (directory: LocalPath, name: [UInt8])? {
        let name = Array(bytes.suffix { $0 != Self.slash })
        guard !name.isEmpty, !name.isItselfOrParent else { return nil }
        let directory = Array(bytes.dropLast(name.count))
        return (LocalPath(bytes: directory.isEmpty ? [0x2E] : directory), name)
    }
}

extension Array where Element == UInt8 {
    /// The longest end of which every byte is wanted.
    fileprivate func suffix(_ isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        guard let last = lastIndex(where: { !isWanted($0) }) else { return self[...] }
        return self[(last + 1)...]
    }
}

extension LocalPath: ExpressibleByStringLiteral {
    /// Makes a path of a literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension LocalPath: CustomStringConvertible {
    /// The path as text that is safe to show: see ``SSHError/serverText``.
    public var description: String { String(escaping: bytes, limit: 4096) }
}
