/// What an X client says first: its order of bytes, its version, and by what it authenticates (X11, 8: Connection Setup).
struct X11Greeting {
    private static let headSize = 12
    private static let mostSignificantFirst = UInt8(ascii: "B")
    private static let leastSignificantFirst = UInt8(ascii: "l")

    private let head: [UInt8]

    /// Hears what a client says, and refuses it without the cookie that was given to the server (RFC 4254, 6.3.1).
    /// - Parameters:
    ///   - channel: The client.
    ///   - expected: The cookie.
    ///   - deadline: By when it must have said it.
    /// - Throws: `authenticationFailed` for another cookie, or none; `protocolError` for what is not X11; `timeout`, why the connection is over.
    init(from channel: Channel, expecting expected: XCookie, _ deadline: Deadline) throws(SSHError) {
        let head = try Self.read(Self.headSize, channel, deadline)
        guard let first = head.first, first == Self.mostSignificantFirst || first == Self.leastSignificantFirst else {
            throw SSHError(.protocolError, "what connects to the display does not speak X11", phase: .forwarding)
        }
        self.head = head
        let name = XCookie.protocolName
        guard length(at: 6) == name.count, length(at: 8) == expected.bytes.count else { throw Self.refused }
        let padded = Self.padded(name)
        let said = try Self.read(padded.count + expected.bytes.count, channel, deadline)
        let isRight = Array(said.suffix(expected.bytes.count)).withUnsafeBytes { said in
            expected.bytes.withUnsafeBytes { constantTimeEqual(said, $0) }
        }
        guard said.starts(with: name), isRight else { throw Self.refused }
    }

    /// What is said to the display in its place.
    /// - Parameter cookie: The display's cookie; nil says none.
    func said(with cookie: XCookie?) -> [UInt8] {
        guard let cookie else { return told(0, 0) }
        return told(XCookie.protocolName.count, cookie.bytes.count) + Self.padded(XCookie.protocolName)
            + Self.padded(cookie.bytes)
    }

    /// The head with other lengths of name and data.
    private func told(_ nameLength: Int, _ dataLength: Int) -> [UInt8] {
        head.prefix(6) + number(nameLength) + number(dataLength) + head.suffix(2)
    }

    private func number(_ value: Int) -> [UInt8] {
        let bytes = [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
        return head.first == Self.mostSignificantFirst ? bytes : bytes.reversed()
    }

    private func length(at offset: Int) -> Int {
        let bytes = head.dropFirst(offset).prefix(2)
        let inOrder = head.first == Self.mostSignificantFirst ? Array(bytes) : bytes.reversed()
        return inOrder.reduce(0) { $0 << 8 | Int($1) }
    }

    private static func padded(_ bytes: [UInt8]) -> [UInt8] {
        bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
    }

    private static func read(_ count: Int, _ channel: Channel, _ deadline: Deadline) throws(SSHError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let piece = try channel.read(upTo: count - bytes.count, timeout: deadline.remaining)
            guard !piece.isEmpty else {
                throw SSHError(.protocolError, "what connects to the display ended too early", phase: .forwarding)
            }
            bytes += piece
        }
        return bytes
    }

    private static var refused: SSHError {
        SSHError(
            .authenticationFailed, "what connects to the display does not have the cookie that the server was given",
            phase: .forwarding)
    }
}
