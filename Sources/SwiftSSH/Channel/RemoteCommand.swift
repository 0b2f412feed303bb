/// A command line, as the user's shell on the server is to read it: bytes, as servers have them. Text is a view of them.
public struct RemoteCommand: Sendable, Hashable {
    /// The bytes of the command line.
    public var bytes: [UInt8]

    /// Makes a command of its bytes. A NUL in it is refused where the command is used.
    /// - Parameter bytes: The bytes, which names of files need that are not UTF-8.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Makes a command of the UTF-8 bytes of a text.
    /// - Parameter text: The text, without NUL.
    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The bytes as text, if they are UTF-8; nil if they are not.
    public var text: String? { String(validating: bytes, as: UTF8.self) }

    /// Refuses what no server takes whole.
    func check() throws(SSHError) {
        guard bytes.contains(0) else { return }
        throw SSHError(
            .invalidArgument,
            "the command \"\(String(escaping: bytes, limit: 200))\" holds a NUL, which no shell reads",
            phase: .command)
    }
}

extension RemoteCommand: ExpressibleByStringInterpolation {
    /// Makes a command of a literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension RemoteCommand: CustomStringConvertible {
    /// The command as text that is safe to show: see ``SSHError/serverText``.
    public var description: String { String(escaping: bytes, limit: 4096) }
}
