/// The text around a private key: the lines from `-----BEGIN ...-----` to `-----END ...-----` (RFC 7468, RFC 1421).
struct KeyArmor {
    /// What stands between `-----BEGIN ` and `-----`; it ends in `PRIVATE KEY`.
    let label: String
    /// The header lines before the content, by name (`Proc-Type`, `DEK-Info`).
    let headers: [String: String]
    /// The decoded content. It may be a secret: who takes it wipes it.
    var content: [UInt8]

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let begin = [UInt8]("-----BEGIN ".utf8)
    private static let end = [UInt8]("-----END ".utf8)
    private static let dashes = [UInt8]("-----".utf8)

    /// Finds the first private key in `text`.
    ///
    /// Lines may end in LF, CRLF or CR, the last one in nothing; text before and after the key, white space around
    /// lines and a byte order mark do no harm.
    ///
    /// - Throws: `file` when there is no private key in the text, saying what there is, when the key is cut short and
    ///   when its content is not base64.
    init(findingIn text: [UInt8]) throws(SSHError) {
        let start = text.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
        let lines = text[start...].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map(Self.trimmed)
        guard
            let first = lines.firstIndex(where: {
                Self.label(of: $0, after: Self.begin)?.hasSuffix("PRIVATE KEY") == true
            }),
            let label = Self.label(of: lines[first], after: Self.begin)
        else { throw SSHError(.file, KeyFileDiagnosis.noPrivateKey(in: text, lines: lines)) }

        var headers: [String: String] = [:]
        var base64: [UInt8] = []
        base64.reserveCapacity(text.count)
        defer { wipe(&base64) }
        var isClosed = false
        for line in lines[(first + 1)...] {
            if line.starts(with: Self.end) {
                let closing = [UInt8]("-----END \(label)-----".utf8)
                if line.count < closing.count, closing.starts(with: line), line.endIndex == lines.last?.endIndex {
                    break
                }
                guard line.elementsEqual(closing) else {
                    throw SSHError(.file, "the key is damaged: its last line does not match its first")
                }
                isClosed = true
                break
            }
            if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let name = String(decoding: Self.trimmed(line[..<colon]), as: UTF8.self)
                headers[name] = String(decoding: Self.trimmed(line[line.index(after: colon)...]), as: UTF8.self)
            } else {
                base64.append(contentsOf: line)
            }
        }
        guard isClosed else {
            throw SSHError(.file, "the key is truncated: its last line (-----END \(label)-----) is missing")
        }
        guard let content = Base64.decode(base64), !content.isEmpty else {
            throw SSHError(.file, "the key is damaged: its content is not base64")
        }
        self.label = label
        self.headers = headers
        self.content = content
    }

    /// The label of an armor line; `nil` when the line is no such line or the label is not short printable ASCII.
    private static func label(of line: ArraySlice<UInt8>, after prefix: [UInt8]) -> String? {
        guard line.starts(with: prefix), line.count > prefix.count + dashes.count,
            line.suffix(dashes.count).elementsEqual(dashes)
        else { return nil }
        let label = line.dropFirst(prefix.count).dropLast(dashes.count)
        guard label.count <= 64, label.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
        return String(decoding: label, as: UTF8.self)
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line.drop { $0 == 0x20 || $0 == 0x09 }
        while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
        return line
    }
}
