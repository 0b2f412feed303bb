extension String {
    /// A peer's bytes as text that is safe to show: printable characters stay, everything that could drive a terminal
    /// or turn a line around (C0, C1, DEL, bidirectional controls) and bytes that are not UTF-8 become `\xNN` or `\u{N}`.
    /// - Parameters:
    ///   - bytes: What the peer sent, of any length.
    ///   - limit: The largest number of bytes looked at; what follows is shown as `...`.
    init(escaping bytes: some Collection<UInt8>, limit: Int = 512) {
        self = ""
        let shown = Array(bytes.prefix(limit))
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = shown.makeIterator()
        var position = 0
        decoding: while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let encoded):
                position += encoded.count
                append(contentsOf: String.escaped(Unicode.UTF8.decode(encoded)))
            case .error(let length):
                for byte in shown.dropFirst(position).prefix(length) { append("\\x\(String(byte, radix: 16))") }
                position += length
            case .emptyInput:
                break decoding
            }
        }
        if bytes.count > limit { append("...") }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
            "\\u{\(String(scalar.value, radix: 16))}"
        default:
            String(Character(scalar))
        }
    }
}
