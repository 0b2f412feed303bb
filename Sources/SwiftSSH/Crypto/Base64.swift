/// Base64 (RFC 4648, section 4).
enum Base64 {
    private static let alphabet = [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let pad = UInt8(ascii: "=")
    /// Stands in ``values`` for what is not in the alphabet.
    private static let foreign: UInt8 = 0xFF
    /// What each character stands for.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: foreign, count: 256)
        for (value, character) in zip(UInt8.min..., alphabet) { values[Int(character)] = value }
        return values
    }()

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
        var bytes = [UInt8](repeating: 0, count: length / 4 * 3)
        var padding = 0
        let isWellFormed = bytes.withUnsafeMutableBufferPointer { bytes in
            fill(bytes, length, text, &padding)
        }
        guard isWellFormed else {
            wipe(&bytes)
            return nil
        }
        bytes.removeLast(padding)
        return bytes
    }

    /// Decodes into memory that has room for three bytes for each four characters.
    /// - Returns: Whether the text is strict base64.
    private static func fill(
        _ bytes: UnsafeMutableBufferPointer<UInt8>, _ length: Int, _ text: some Collection<UInt8>, _ padding: inout Int
    ) -> Bool {
        let values = Self.values
        var group: UInt32 = 0
        var position = 0
        var end = 0
        for character in text {
            let value = values[Int(character)]
            if value == foreign {
                guard character == pad, padding < 2, position >= length - 2 else { return false }
                padding += 1
                group <<= 6
            } else {
                guard padding == 0 else { return false }
                group = group << 6 | UInt32(value)
            }
            position += 1
            guard position & 3 == 0 else { continue }
            guard end + 3 <= bytes.count else { return false }
            bytes[end] = UInt8(truncatingIfNeeded: group >> 16)
            bytes[end + 1] = UInt8(truncatingIfNeeded: group >> 8)
            bytes[end + 2] = UInt8(truncatingIfNeeded: group)
            end += 3
            guard padding == 0 || group & (padding == 1 ? 0xFF : 0xFFFF) == 0 else { return false }
            group = 0
        }
        return true
    }

    private static func append(_ group: UInt32, digits: Int, to text: inout [UInt8]) {
        for digit in 0..<digits {
            text.append(alphabet[Int(group >> UInt32(18 - 6 * digit) & 0x3F)])
        }
    }
}
