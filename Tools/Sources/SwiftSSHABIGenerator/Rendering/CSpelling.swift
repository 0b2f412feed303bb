extension IntegerType {
    var c: String {
        switch self {
        case .int32: "int32_t"
        case .int64: "int64_t"
        case .uint8: "uint8_t"
        case .uint16: "uint16_t"
        case .uint32: "uint32_t"
        case .uint64: "uint64_t"
        case .size: "size_t"
        }
    }
}

extension IntegerName {
    var c: String {
        switch self {
        case .plain(let type): type.c
        case .named(let name, _): name
        }
    }
}

extension ABIType {
    /// The type as C spells it, without a name.
    var c: String {
        switch self {
        case .void: "void"
        case .integer(let name): name.c
        case .handle(let name): "\(name) *"
        case .text: "const char *"
        case .textBuffer: "char *"
        case .bytes: "const uint8_t *"
        case .byteBuffer: "uint8_t *"
        case .memory: "const void *"
        case .anyMemory: "void *"
        case .integerOutput(let name): "\(name.c) *"
        case .handleOutput(let name): "\(name) **"
        case .callback(let name): name
        }
    }

    /// A declaration of the type under a name: `const char *text`.
    func c(named name: String) -> String {
        c.hasSuffix("*") ? c + name : "\(c) \(name)"
    }
}

extension Constant {
    /// The value as a literal of its type that `#if` understands as well.
    var c: String {
        let digits = isMask && value >= 0 ? "0x" + String(value, radix: 16) : String(value)
        switch type {
        case .uint32: return "UINT32_C(\(digits))"
        case .uint64: return "UINT64_C(\(digits))"
        case .int64:
            if value == Int128(Int64.min) { return "(-INT64_C(9223372036854775807) - 1)" }
            return value < 0 ? "(-INT64_C(\(-value)))" : "INT64_C(\(digits))"
        default:
            if value == Int128(Int32.min) { return "(-2147483647 - 1)" }
            return value < 0 ? "(\(value))" : digits
        }
    }
}

/// The parameters of a function in C, on one line where they fit.
func cParameters(_ parameters: [Parameter], after start: String, end: String) -> String {
    guard !parameters.isEmpty else { return "\(start)(void)\(end)" }
    let spelled = parameters.map { $0.type.c(named: $0.name) }
    let line = "\(start)(\(spelled.joined(separator: ", ")))\(end)"
    guard line.count > 100 else { return line }
    return "\(start)(\n    \(spelled.joined(separator: ",\n    ")))\(end)"
}
