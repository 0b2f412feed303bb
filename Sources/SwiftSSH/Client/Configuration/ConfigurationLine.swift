/// One line of an ssh_config file (ssh_config(5)), taken apart as OpenSSH takes it apart.
struct ConfigurationLine {
    /// The keyword in small letters.
    let keyword: String
    /// What follows the keyword and the space, or the one `=`, behind it; a comment at its end is still there.
    let rest: ArraySlice<UInt8>

    /// Takes a line apart; nil for one that is empty or a comment.
    init?(_ line: ArraySlice<UInt8>) {
        var line = line
        while let last = line.last, Self.isSpace(last) || last == 0x0C { line.removeLast() }
        var delimited = DelimitedWords(line)
        var first = delimited.next()
        // What stands before the space at the beginning of a line.
        if first?.isEmpty == true { first = delimited.next() }
        guard let first, !first.isEmpty, first.first != UInt8(ascii: "#") else { return nil }
        keyword = String(decoding: first.map(HostPatterns.lowercased), as: UTF8.self)
        rest = delimited.rest?.drop(while: Self.isSpace) ?? []
    }

    /// The arguments: words with blanks between, in quotation marks where blanks are part of them, up to a comment.
    /// - Returns: nil where a quotation has no end.
    var arguments: [[UInt8]]? {
        var words: [[UInt8]] = []
        var text = rest
        while let byte = text.first {
            if Self.isBlank(byte) {
                text.removeFirst()
            } else if byte == UInt8(ascii: "#") {
                break
            } else {
                guard let word = Self.takeWord(&text) else { return nil }
                words.append(word)
            }
        }
        return words
    }

    private static func takeWord(_ text: inout ArraySlice<UInt8>) -> [UInt8]? {
        var word: [UInt8] = []
        var quote: UInt8?
        while let byte = text.popFirst() {
            if byte == UInt8(ascii: "\\") {
                let isEscape =
                    text.first.map { isQuote($0) || $0 == byte || (quote == nil && $0 == UInt8(ascii: " ")) } ?? false
                word.append(isEscape ? text.removeFirst() : byte)
            } else if let open = quote {
                if byte == open { quote = nil } else { word.append(byte) }
            } else if isBlank(byte) {
                return word
            } else if isQuote(byte) {
                quote = byte
            } else {
                word.append(byte)
            }
        }
        return quote == nil ? word : nil
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    static func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x0A || byte == 0x0D }
}

/// The words of the older syntax, in which keywords and the criteria of Match are written: space or one `=` between them, and `"`, within which both are as they are.
struct DelimitedWords {
    /// What has not been taken yet; nil at the end.
    private(set) var rest: ArraySlice<UInt8>?

    init(_ text: ArraySlice<UInt8>) {
        rest = text
    }

    /// Takes a word, which is empty where the text begins with what stands between words; nil at the end, and where a quotation has none.
    mutating func next() -> [UInt8]? {
        guard let text = rest else { return nil }
        guard let end = text.firstIndex(where: Self.isDelimiter) else {
            rest = nil
            return Array(text)
        }
        var after = text[end...].dropFirst()
        if text[end] == UInt8(ascii: "\"") {
            guard let close = after.firstIndex(of: UInt8(ascii: "\"")) else {
                rest = nil
                return nil
            }
            rest = after[close...].dropFirst().drop(while: ConfigurationLine.isSpace)
            return Array(text[..<end] + after[..<close])
        }
        after = after.drop(while: ConfigurationLine.isSpace)
        if text[end] != UInt8(ascii: "="), after.first == UInt8(ascii: "=") {
            after = after.dropFirst().drop(while: ConfigurationLine.isSpace)
        }
        rest = after
        return Array(text[..<end])
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        ConfigurationLine.isSpace(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "=")
    }
}
