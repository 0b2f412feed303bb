/// Base64 (RFC 4648, section 4).
enum Base64 {
    private static let alphabet = [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let pad = UInt8(ascii: "=")

    /// `bytes` as base64 text on one line.
    ///
    /// - Parameter padded: whether the text ends in `=` where the length asks for it; fingerprints are written without.
    static func encode(_ bytes: [UInt8], padded: Bool = true) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count / 3 + 1) * 4)
        var group: UInt32 = 0
        var held = 0
        for byte in bytes {
            group = group << 8 | UInt32(byte)
            held += 1
            if held == 3 {
                append(group, digits: 4, to: &text)
                (group, held) = (0, 0)
            }
        }
        if held > 0 {
            append(group << UInt32(8 * (3 - held)), digits: held + 1, to: &text)
            if padded { text.append(contentsOf: repeatElement(pad, count: 3 - held)) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes that `text` stands for; `nil` when it is not strict base64: a foreign character (white space too),
    /// padding that is missing, misplaced or too much, or bits set beyond the last byte.
    ///
    /// The result never moves in memory while it is made, so that wiping it leaves no trace of a secret.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        let length = text.count
        guard length % 4 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length / 4 * 3)
        var group: UInt32 = 0
        var position = 0
        var padding = 0
        for character in text {
            if character == pad {
                padding += 1
                guard padding <= 2, position >= length - 2 else { return fail(&bytes) }
                group <<= 6
            } else {
                guard padding == 0, let value = value(character) else { return fail(&bytes) }
                group = group << 6 | UInt32(value)
            }
            position += 1
            guard position % 4 == 0 else { continue }
            bytes.append(UInt8(truncatingIfNeeded: group >> 16))
            if padding < 2 { bytes.append(UInt8(truncatingIfNeeded: group >> 8)) }
            if padding < 1 { bytes.append(UInt8(truncatingIfNeeded: group)) }
            guard padding == 0 || group & (padding == 1 ? 0xFF : 0xFFFF) == 0 else { return fail(&bytes) }
            group = 0
        }
        return bytes
    }

    private static func fail(_ bytes: inout [UInt8]) -> [UInt8]? {
        wipe(&bytes)
        return nil
    }

    private static func append(_ group: UInt32, digits: Int, to text: inout [UInt8]) {
        for digit in 0..<digits {
            text.append(alphabet[Int(group >> UInt32(18 - 6 * digit) & 0x3F)])
        }
    }

    private static func value(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
