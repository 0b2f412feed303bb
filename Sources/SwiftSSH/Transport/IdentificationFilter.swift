/// Reads the server's identification line (RFC 4253, 4.2) before an engine sees any of it.
///
/// A server may send other lines first; they are dropped. Nothing that a peer sends makes it read without bounds.
struct IdentificationFilter {
    /// The longest line before the identification, as OpenSSH has it.
    static let longestLine = 8192
    /// The largest number of lines before the identification, as OpenSSH has it.
    static let mostLines = 1024
    /// The longest identification line, without its end (RFC 4253, 4.2: 255 with CR and LF).
    static let longestIdentification = 253

    private var line: [UInt8] = []
    private var lines = 0
    /// The start of what the peer sent, to be shown where it was not SSH.
    private(set) var beginning: [UInt8] = []
    /// The identification line without its end; nil until it has come.
    private(set) var identification: [UInt8]?

    /// Looks at bytes in the order they came.
    /// - Parameter bytes: What was received and not yet taken.
    /// - Returns: How many of them it took. Once ``identification`` is known the rest is the engine's.
    /// - Throws: `bannerReceive` when the peer does not speak SSH 2.
    mutating func take(_ bytes: UnsafeRawBufferPointer) throws(SSHError) -> Int {
        for (index, byte) in bytes.enumerated() {
            if beginning.count < 64 { beginning.append(byte) }
            if byte == UInt8(ascii: "\n") {
                try endLine()
                if identification != nil { return index + 1 }
            } else {
                line.append(byte)
                if line.count > Self.longestLine {
                    throw refusal("sent a line of more than \(Self.longestLine) bytes instead of an SSH identification")
                }
                if isBinary(byte) { throw refusal("does not speak SSH") }
            }
        }
        return bytes.count
    }

    private mutating func endLine() throws(SSHError) {
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        defer { line = [] }
        if line.starts(with: "SSH-".utf8) {
            guard line.starts(with: "SSH-2.0-".utf8) || line.starts(with: "SSH-1.99-".utf8) else {
                throw refusal("speaks another version of SSH than 2")
            }
            guard line.count <= Self.longestIdentification else {
                throw refusal(
                    "sent an identification of \(line.count) bytes; \(Self.longestIdentification) are allowed")
            }
            identification = line
            return
        }
        if lines == 0, line.starts(with: "HTTP/".utf8) {
            throw refusal("speaks HTTP, not SSH: is this the right port?")
        }
        lines += 1
        if lines > Self.mostLines {
            throw refusal("sent more than \(Self.mostLines) lines instead of an SSH identification")
        }
    }

    /// Control characters that no line of text has.
    private func isBinary(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != UInt8(ascii: "\t") && byte != UInt8(ascii: "\r") && byte != 0x1B
    }

    private func refusal(_ what: String) -> SSHError {
        SSHError(
            .bannerReceive, "the server \(what)", phase: .identification, serverText: String(escaping: beginning))
    }
}
