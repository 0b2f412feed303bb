/// The name of a file on the server: bytes, as servers have them. Text is a view of them.
public struct RemotePath: Sendable, Hashable {
    /// The bytes of the name.
    public var bytes: [UInt8]

    /// Makes a path of its bytes. A NUL in it is refused where the path is used.
    /// - Parameter bytes: The bytes; relative paths begin in the directory in which the server starts, mostly the user's home.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Makes a path of the UTF-8 bytes of a text.
    /// - Parameter text: The text, without NUL.
    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The bytes as text, if they are UTF-8; nil if they are not.
    public var text: String? { String(validating: bytes, as: UTF8.self) }

    /// The path of a name within this directory.
    /// - Parameter name: The name; an absolute one is taken for one below this directory.
    public func appending(_ name: [UInt8]) -> RemotePath {
        let slash = UInt8(ascii: "/")
        if bytes.isEmpty { return RemotePath(bytes: name) }
        let separator = bytes.last == slash || name.first == slash ? [] : [slash]
        return RemotePath(bytes: bytes + separator + name)
    }

    /// Refuses what no server can have.
    func check() throws(SSHError) {
        guard bytes.contains(0) else { return }
        throw SSHError(.invalidArgument, "the path holds a NUL", phase: .sftp, path: description)
    }
}

extension RemotePath: ExpressibleByStringLiteral {
    /// Makes a path of a literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension RemotePath: CustomStringConvertible {
    /// The path as text that is safe to show: see ``SSHError/serverText``.
    public var description: String { String(escaping: bytes, limit: 4096) }
}
