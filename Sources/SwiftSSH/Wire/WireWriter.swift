/// Builds bytes out of the data types of the SSH wire format (RFC 4251, section 5).
struct WireWriter: Sendable {
    /// What has been written.
    private(set) var bytes: [UInt8] = []

    /// An empty writer that has room for `capacity` bytes before it must move them.
    init(capacity: Int = 0) {
        bytes.reserveCapacity(max(0, capacity))
    }

    /// Gives out what has been written and begins anew: who wipes it wipes the only copy.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// Bytes as they are, without a length before them.
    mutating func raw(_ content: some Collection<UInt8>) {
        bytes.append(contentsOf: content)
    }

    /// `byte`.
    mutating func byte(_ value: UInt8) {
        bytes.append(value)
    }

    /// `boolean`.
    mutating func boolean(_ value: Bool) {
        bytes.append(value ? 1 : 0)
    }

    /// `uint32`, most significant byte first.
    mutating func uint32(_ value: UInt32) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// `uint64`, most significant byte first.
    mutating func uint64(_ value: UInt64) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// `string`. The format holds at most 2^32 - 1 bytes: what is beyond is left out, and the result well formed.
    mutating func string(_ content: some Collection<UInt8>) {
        let length = UInt32(clamping: content.count)
        uint32(length)
        bytes.append(contentsOf: content.prefix(Int(length)))
    }

    /// `string` of the UTF-8 bytes of `text`.
    mutating func string(_ text: String) {
        string(text.utf8)
    }

    /// `mpint` that is not negative, from its magnitude, most significant byte first; leading zeros are dropped, and
    /// one is put before a number whose first bit is set.
    mutating func mpint(_ magnitude: some Collection<UInt8>) {
        let digits = magnitude.drop { $0 == 0 }
        guard let first = digits.first, first >= 0x80 else { return string(digits) }
        uint32(UInt32(clamping: digits.count + 1))
        bytes.append(0)
        bytes.append(contentsOf: digits)
    }

    /// `name-list`, the names joined by commas. The names themselves hold none.
    mutating func nameList(_ names: [String]) {
        string(names.joined(separator: ","))
    }
}
