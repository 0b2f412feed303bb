/// What an SCP peer answers: a byte 0 when all is well, else 1 or 2 and a line of text. A value: it is fed bytes and knows no channel.
struct SCPAnswer {
    /// What the bytes so far are.
    enum Outcome: Equatable {
        /// Not yet a whole answer.
        case unfinished
        /// All is well.
        case accepted
        /// The peer's words.
        case refused([UInt8])
        /// Not an answer of the protocol: what was sent instead.
        case garbage([UInt8])
    }

    /// What came without its end.
    private(set) var line: [UInt8] = []

    /// Takes the next byte.
    mutating func take(_ byte: UInt8) -> Outcome {
        if line.isEmpty, byte == 0 { return .accepted }
        guard byte == UInt8(ascii: "\n") else {
            line.append(byte)
            return line.count < SCPLine.longest ? .unfinished : .garbage(line)
        }
        defer { line = [] }
        return Self.isRefusal(line) ? .refused(Array(line.dropFirst())) : .garbage(line)
    }

    /// Whether a line is a warning or an error.
    static func isRefusal(_ line: [UInt8]) -> Bool { line.first == 1 || line.first == 2 }
}

extension SSHError {
    /// An error of the SCP protocol.
    /// - Parameters:
    ///   - message: What went wrong.
    ///   - path: The remote path.
    ///   - line: What the peer sent.
    static func scp(_ message: String, _ path: String, _ line: [UInt8]? = nil) -> SSHError {
        SSHError(
            .scpProtocol, message, phase: .scp, path: path, serverText: line.map { String(escaping: $0) })
    }

    /// The error of an answer; nil for one that is not over or good.
    static func scp(_ answer: SCPAnswer.Outcome, _ path: String) -> SSHError? {
        switch answer {
        case .unfinished, .accepted: nil
        case .refused(let text): scp("the server refused the copy", path, text)
        case .garbage(let line): scp("the server did not answer as SCP does", path, line)
        }
    }
}
