import SwiftSyntax

/// The names that the interface declares, collected before anything that uses them is read.
struct DeclaredNames {
    var handles: Set<String> = []
    var integers: [String: IntegerType] = [:]
    var callbacks: Set<String> = []
}

/// Translates the spelling of a type.
struct TypeParser {
    let names: DeclaredNames

    /// Reads a type; nil when the conventions do not know it.
    func parse(_ syntax: TypeSyntax) -> (type: ABIType, isOptional: Bool)? {
        if let optional = syntax.as(OptionalTypeSyntax.self) {
            guard let wrapped = parsePlain(optional.wrappedType), wrapped.isPointer else { return nil }
            return (wrapped, true)
        }
        return parsePlain(syntax).map { ($0, false) }
    }

    private func parsePlain(_ syntax: TypeSyntax) -> ABIType? {
        if let tuple = syntax.as(TupleTypeSyntax.self) {
            return tuple.elements.isEmpty ? .void : nil
        }
        guard let identifier = syntax.as(IdentifierTypeSyntax.self) else { return nil }
        let name = identifier.name.text
        guard let arguments = identifier.genericArgumentClause?.arguments else { return parseName(name) }
        guard arguments.count == 1, case .type(let pointee)? = arguments.first?.argument else { return nil }
        switch name {
        case "UnsafePointer": return parseReadable(pointee)
        case "UnsafeMutablePointer": return parseWritable(pointee)
        default: return nil
        }
    }

    private func parseName(_ name: String) -> ABIType? {
        switch name {
        case "Void": return .void
        case "UnsafeRawPointer": return .memory
        case "UnsafeMutableRawPointer": return .anyMemory
        default: break
        }
        if let integer = integerName(name) { return .integer(integer) }
        if names.handles.contains(name) { return .handle(name) }
        if names.callbacks.contains(name) { return .callback(name) }
        return nil
    }

    private func parseReadable(_ pointee: TypeSyntax) -> ABIType? {
        switch pointee.trimmedDescription {
        case "CChar": .text
        case "UInt8": .bytes
        default: nil
        }
    }

    private func parseWritable(_ pointee: TypeSyntax) -> ABIType? {
        let name = pointee.trimmedDescription
        switch name {
        case "CChar": return .textBuffer
        case "UInt8": return .byteBuffer
        default: break
        }
        if let integer = integerName(name) { return .integerOutput(integer) }
        if let optional = pointee.as(OptionalTypeSyntax.self) {
            let wrapped = optional.wrappedType.trimmedDescription
            return names.handles.contains(wrapped) ? .handleOutput(wrapped) : nil
        }
        return nil
    }

    private func integerName(_ name: String) -> IntegerName? {
        if let type = IntegerType(rawValue: name) { return .plain(type) }
        return names.integers[name].map { .named(name, $0) }
    }

    /// What to write instead of a type that the conventions do not know.
    func help(for syntax: TypeSyntax) -> String {
        let spelled = syntax.trimmedDescription.filter { $0 != " " }
        let bare = spelled.filter { $0 != "?" && $0 != "!" }
        switch bare {
        case "Bool": return "use Int32, 1 or 0"
        case "Int", "CLong", "Int16", "Int8", "CInt": return "use Int32 or Int64 (or UInt for the length of memory)"
        case "String": return "use UnsafePointer<CChar>?"
        case "Double", "Float", "CDouble": return "use Int64 and name the unit"
        case "OpaquePointer":
            return "use the handle's own name, declared as `public typealias swiftssh_... = OpaquePointer`"
        default: break
        }
        if bare.hasPrefix("UnsafeMutablePointer<swiftssh_"), !spelled.contains("?>") {
            return "write UnsafeMutablePointer<\(bare.dropFirst("UnsafeMutablePointer<".count).dropLast())?>?"
        }
        if bare.hasPrefix("swiftssh_") || bare.contains("<swiftssh_") {
            return "declare it in one of the sources: `public typealias swiftssh_... = OpaquePointer`"
                + " (a handle), `= Int32` (a number) or `= @convention(c) (...) -> ...` (a callback)"
        }
        return "the known types are the integers \(IntegerType.allCases.map(\.rawValue).joined(separator: ", ")),"
            + " UnsafePointer<CChar>?, UnsafeMutablePointer<CChar>?, UnsafePointer<UInt8>?, UnsafeMutablePointer<UInt8>?,"
            + " UnsafeRawPointer?, UnsafeMutableRawPointer?, pointers to integers, handles, pointers to handles, callbacks"
    }
}
