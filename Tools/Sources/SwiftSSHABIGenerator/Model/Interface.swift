/// Everything that the C ABI consists of, as read from its Swift sources.
struct Interface: Sendable {
    /// The release whose numbers the outputs carry.
    var version: ReleaseVersion
    /// The source files that declare something, sorted by name.
    var subjects: [Subject]

    var declarations: [Declaration] { subjects.flatMap(\.declarations) }

    var constants: [Constant] {
        declarations.compactMap { if case .constant(let constant) = $0 { constant } else { nil } }
    }

    var integerNames: [NamedInteger] {
        declarations.compactMap { if case .namedInteger(let name) = $0 { name } else { nil } }
    }

    var handles: [Handle] {
        declarations.compactMap { if case .handle(let handle) = $0 { handle } else { nil } }
    }

    var callbacks: [Callback] {
        declarations.compactMap { if case .callback(let callback) = $0 { callback } else { nil } }
    }

    var functions: [Function] {
        declarations.compactMap { if case .function(let function) = $0 { function } else { nil } }
    }

    /// The number that a program and the library compare: the constant that the sources declare, or else the major version.
    var abiVersion: UInt64 {
        constants.first { $0.name == Constant.abiVersionName }.flatMap { UInt64(exactly: $0.value) }
            ?? UInt64(version.major)
    }
}

/// One source file: a section of the header.
struct Subject: Sendable {
    /// The file's path, relative to the root of the repository.
    var file: String
    /// The heading of the section, made from the file's name.
    var title: String
    /// What the comment at the head of the file says.
    var introduction: [String]
    /// What the file declares, in source order.
    var declarations: [Declaration]
}

/// Something that a source file declares for C.
enum Declaration: Sendable {
    case constant(Constant)
    case namedInteger(NamedInteger)
    case handle(Handle)
    case callback(Callback)
    case function(Function)

    var name: String {
        switch self {
        case .constant(let constant): constant.name
        case .namedInteger(let name): name.name
        case .handle(let handle): handle.name
        case .callback(let callback): callback.name
        case .function(let function): function.name
        }
    }

    var documentation: Documentation {
        switch self {
        case .constant(let constant): constant.documentation
        case .namedInteger(let name): name.documentation
        case .handle(let handle): handle.documentation
        case .callback(let callback): callback.documentation
        case .function(let function): function.documentation
        }
    }

    var location: Location {
        switch self {
        case .constant(let constant): constant.location
        case .namedInteger(let name): name.location
        case .handle(let handle): handle.location
        case .callback(let callback): callback.location
        case .function(let function): function.location
        }
    }
}

/// A named number.
struct Constant: Sendable {
    static let abiVersionName = "SWIFTSSH_ABI_VERSION"

    var name: String
    var type: IntegerType
    var value: Int128
    /// Whether the source spells it as a mask: in hexadecimal, as a shift or as a union.
    var isMask: Bool
    var documentation: Documentation
    var location: Location
}

/// An integer type with a name of its own, such as `swiftssh_status`.
struct NamedInteger: Sendable {
    var name: String
    var type: IntegerType
    var documentation: Documentation
    var location: Location
}

/// An opaque type, which C sees through pointers only.
struct Handle: Sendable {
    var name: String
    var documentation: Documentation
    var location: Location
}

/// A pointer to a C function of the caller's.
struct Callback: Sendable {
    var name: String
    var parameters: [Parameter]
    var result: ABIType
    var documentation: Documentation
    var location: Location
}

/// An exported function.
struct Function: Sendable {
    var name: String
    var parameters: [Parameter]
    var result: ABIType
    var documentation: Documentation
    var location: Location
}

/// A parameter of a function or of a callback.
struct Parameter: Sendable {
    var name: String
    var type: ABIType
    var isOptional: Bool
    var location: Location
}

/// A line of a source file.
struct Location: Hashable, Sendable, CustomStringConvertible {
    /// The path, relative to the root of the repository.
    var file: String
    var line: Int

    var description: String { "\(file):\(line)" }
}
