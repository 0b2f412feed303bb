/// Reads the data types of the SSH wire format (RFC 4251, section 5) from bytes in memory that somebody else owns, without copying
/// them first. Every read is checked against the end; one that does not fit returns `nil` and leaves the position where it was.
/// The bytes must stay where they are as long as the reader, and what it gave without a copy, are used.
struct RawWireReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    /// A reader at the start of `bytes`.
    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// How many bytes have not been read.
    var remaining: Int { bytes.count - position }

    /// `byte`.
    mutating func byte() -> UInt8? {
        guard remaining >= 1 else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    /// `uint32`, most significant byte first.
    mutating func uint32() -> UInt32? {
        guard remaining >= 4 else { return nil }
        defer { position += 4 }
        return UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
    }

    /// `uint64`, most significant byte first.
    mutating func uint64() -> UInt64? {
        guard remaining >= 8 else { return nil }
        defer { position += 8 }
        return UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }

    /// `string`, without a copy.
    mutating func rawString() -> UnsafeRawBufferPointer? {
        let start = position
        guard let length = uint32(), Int(length) <= remaining else {
            position = start
            return nil
        }
        defer { position += Int(length) }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + Int(length)])
    }

    /// `string`.
    mutating func string() -> [UInt8]? {
        rawString().map { [UInt8]($0) }
    }

    /// All bytes that have not been read.
    mutating func rest() -> [UInt8] {
        defer { position = bytes.count }
        return [UInt8](bytes[position...])
    }
}
