/// A type that may cross the boundary.
enum ABIType: Hashable, Sendable {
    case void
    /// A number, by value.
    case integer(IntegerName)
    /// A handle: `swiftssh_session *`.
    case handle(String)
    /// Text that ends in NUL: `const char *`.
    case text
    /// Memory that text is copied to: `char *`.
    case textBuffer
    /// Bytes to read: `const uint8_t *`.
    case bytes
    /// Memory that bytes are copied to: `uint8_t *`.
    case byteBuffer
    /// Memory to read: `const void *`.
    case memory
    /// Memory to write, or a value of the caller's that is handed back to it: `void *`.
    case anyMemory
    /// Where a number is put: `int32_t *`.
    case integerOutput(IntegerName)
    /// Where a handle is put: `swiftssh_session **`.
    case handleOutput(String)
    /// A function of the caller's.
    case callback(String)

    var isPointer: Bool {
        switch self {
        case .void, .integer: false
        default: true
        }
    }

    static let errorHandle = "swiftssh_error"
    static let status = "swiftssh_status"
}

/// An integer type under its own name or under one that the interface gives it.
enum IntegerName: Hashable, Sendable {
    case plain(IntegerType)
    case named(String, IntegerType)

    var type: IntegerType {
        switch self {
        case .plain(let type), .named(_, let type): type
        }
    }
}

/// The integer types of the boundary, by their Swift names.
enum IntegerType: String, CaseIterable, Sendable {
    case int32 = "Int32"
    case int64 = "Int64"
    case uint8 = "UInt8"
    case uint16 = "UInt16"
    case uint32 = "UInt32"
    case uint64 = "UInt64"
    case size = "UInt"

    var range: ClosedRange<Int128> {
        switch self {
        case .int32: Int128(Int32.min)...Int128(Int32.max)
        case .int64: Int128(Int64.min)...Int128(Int64.max)
        case .uint8: 0...Int128(UInt8.max)
        case .uint16: 0...Int128(UInt16.max)
        case .uint32: 0...Int128(UInt32.max)
        case .uint64, .size: 0...Int128(UInt64.max)
        }
    }
}
