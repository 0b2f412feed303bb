/// Reads the data types of the SSH wire format (RFC 4251, section 5) from bytes that a peer or a file sent.
///
/// Every read is checked against the end of the bytes. A read that does not fit, or whose value is not well formed,
/// returns `nil` and leaves the position where it was; nothing traps, and nothing is allocated for a length that the
/// bytes do not back. The reader is a value: a copy reads on independently. It shares the storage of the array it was
/// made from, so it must be gone before that array is wiped.
struct WireReader: Sendable {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// A reader at the start of `bytes`.
    init(_ bytes: [UInt8]) {
        self.init(bytes[...])
    }

    /// A reader at the start of `bytes`.
    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// How many bytes have not been read.
    var remaining: Int { bytes.endIndex - position }

    /// Whether all bytes have been read.
    var isAtEnd: Bool { remaining == 0 }

    /// The next `count` bytes, without a copy; `nil` when fewer remain or `count` is negative.
    mutating func slice(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= remaining else { return nil }
        let start = position
        position += count
        return bytes[start..<position]
    }

    /// All bytes that have not been read, without a copy; the reader is then at its end.
    mutating func rest() -> ArraySlice<UInt8> {
        let start = position
        position = bytes.endIndex
        return bytes[start...]
    }

    /// `byte`.
    mutating func byte() -> UInt8? {
        guard position < bytes.endIndex else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    /// `boolean`: 0 is false, every other value is true.
    mutating func boolean() -> Bool? {
        byte().map { $0 != 0 }
    }

    /// `uint32`, most significant byte first.
    mutating func uint32() -> UInt32? {
        guard let four = slice(4) else { return nil }
        return four.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// `uint64`, most significant byte first.
    mutating func uint64() -> UInt64? {
        guard let eight = slice(8) else { return nil }
        return eight.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// `string`, without a copy.
    mutating func stringSlice() -> ArraySlice<UInt8>? {
        let start = position
        guard let length = uint32(), let content = slice(Int(length)) else {
            position = start
            return nil
        }
        return content
    }

    /// `string`.
    mutating func string() -> [UInt8]? {
        stringSlice().map { [UInt8]($0) }
    }

    /// `string` whose bytes are text; `nil` when they are not valid UTF-8.
    mutating func text() -> String? {
        let start = position
        guard let content = stringSlice(), let text = String(validating: content, as: UTF8.self) else {
            position = start
            return nil
        }
        return text
    }

    /// `mpint` that is not negative: its magnitude, most significant byte first, without leading zeros (zero is empty).
    ///
    /// Needless leading zeros are accepted; a negative number is `nil`.
    mutating func mpint() -> [UInt8]? {
        let start = position
        guard let content = stringSlice(), content.first.map({ $0 < 0x80 }) ?? true else {
            position = start
            return nil
        }
        return [UInt8](content.drop { $0 == 0 })
    }

    /// `name-list`: no name for an empty string; `nil` when a name is empty or holds anything but printable ASCII.
    mutating func nameList() -> [String]? {
        let start = position
        guard let content = stringSlice() else { return nil }
        if content.isEmpty { return [] }
        var names: [String] = []
        for name in content.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
                position = start
                return nil
            }
            names.append(String(decoding: name, as: UTF8.self))
        }
        return names
    }
}
