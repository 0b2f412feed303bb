import Testing

@testable import SwiftSSHABIGenerator

/// Which types, names and orders the conventions know.
@Suite struct SignatureTests {
    private static func unknown(_ type: String, help: String) -> Refused {
        Refused(
            "the type \(type)", Refused.function("_ a: \(type)", ["a"]),
            "3: swiftssh_do: a: the conventions do not know the type `\(type)` | \(help)")
    }

    private static func refused(
        _ parameters: String, _ names: [String], returns: String? = nil, blocks: Bool = false, _ expected: String...
    ) -> Refused {
        var refused = Refused(parameters, Refused.function(parameters, names, returns: returns, blocks: blocks))
        let line = 2 + names.count + (returns == nil ? 0 : 1) + (blocks ? 1 : 0)
        refused.expected = expected.map { "\(line): swiftssh_do: \($0)" }
        return refused
    }

    static let types: [Refused] = [
        unknown("Bool", help: "Int32, 1 or 0"),
        unknown("Int", help: "Int32 or Int64"),
        unknown("String", help: "UnsafePointer<CChar>?"),
        unknown("Double", help: "name the unit"),
        unknown("OpaquePointer?", help: "the handle's own name"),
        unknown("swiftssh_other?", help: "declare it"),
        unknown("UnsafeMutablePointer<swiftssh_session>?", help: "write UnsafeMutablePointer<swiftssh_session?>?"),
        unknown("UnsafeMutablePointer<swiftssh_other?>?", help: "declare it"),
        unknown("Int32?", help: "the known types"),
        unknown("UnsafePointer<Int8>?", help: "UnsafePointer<CChar>?"),
        unknown("inout Int32", help: "the known types"),
        unknown("(Int32, Int32)", help: "the known types"),
        unknown("@convention(c) () -> Void", help: "the known types"),
    ]

    static let signatures: [Refused] = [
        refused("number: Int32", ["number"], "the parameter `number` has a label | write `_ number: ...`"),
        refused(
            "_ number: Int32 = 1", ["number"],
            "the parameter `number` has a default, a modifier or any number of values | C has none"),
        refused(
            "_ number: Int32...", ["number"],
            "the parameter `number` has a default, a modifier or any number of values | C has none"),
        refused(
            "_ new: Int32", ["new"], "`new` is no name for a parameter in C and C++ | no word of the two languages"),
        refused("_ aName: Int32", ["aName"], "`aName` is no name for a parameter in C and C++ | small letters"),
        refused(
            "_ session: swiftssh_session", ["session"],
            "`session` cannot be NULL in Swift, but C can pass it | optional"),
        refused(
            "_ error: UnsafeMutablePointer<swiftssh_error?>?, _ number: Int32", ["error", "number"], returns: "Int32",
            blocks: true, "the error parameter `error` is not the last | move it to the end",
            "the input `number` comes after the output `error` | order them"),
        refused(
            "_ out_error: UnsafeMutablePointer<swiftssh_error?>?", ["out_error"], returns: "swiftssh_status",
            blocks: true,
            "the error parameter is named `out_error` | name it `error`",
            "`out_error` is named as an output, but is none | an output is"),
        refused(
            "_ error: UnsafeMutablePointer<swiftssh_error?>?", ["error"], blocks: true,
            "can fail, but returns no status | swiftssh_status, or Int64"),
        refused(
            "_ count: UnsafeMutablePointer<Int32>?", ["count"],
            "the output `count` does not say that it is one | name it `out_count`"),
        refused(
            "_ session: UnsafeMutablePointer<swiftssh_session?>?", ["session"],
            "the output `session` does not say that it is one | name it `out_session`"),
        refused("_ out_count: Int32", ["out_count"], "`out_count` is named as an output, but is none | a pointer"),
        refused(
            "_ out_count: UnsafeMutablePointer<Int32>?, _ number: Int32", ["out_count", "number"],
            "the input `number` comes after the output `out_count` | object, inputs, outputs, error"),
        refused(
            "_ bytes: UnsafeMutablePointer<UInt8>?, _ capacity: UInt", ["bytes", "capacity"],
            "memory to write is named `bytes` | name it `buffer`"),
        refused(
            "_ buffer: UnsafeMutablePointer<CChar>?", ["buffer"],
            "`buffer` is not followed by its size | `_ capacity: UInt`"),
        refused(
            "_ name_buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt", ["name_buffer", "capacity"],
            "`name_buffer` is not followed by its size | `_ name_capacity: UInt`"),
        refused(
            "_ buffer: UnsafeMutableRawPointer?, _ capacity: UInt32", ["buffer", "capacity"],
            "the input `capacity` comes after the output `buffer` | order",
            "`buffer` is not followed by its size | `_ capacity: UInt`"),
        refused(
            "_ key: UnsafePointer<UInt8>?, _ size: UInt", ["key", "size"],
            "`key` is not followed by its length | `_ key_length: UInt`"),
        refused("_ data: UnsafeRawPointer?", ["data"], "`data` is not followed by its length | `_ length: UInt`"),
        refused(
            "_ value: UnsafeMutableRawPointer?", ["value"],
            "`value` may be memory to write or a user's value | `user_data`"),
        refused(
            "", [], returns: "UnsafeMutablePointer<UInt8>?", "returns a pointer whose extent is not known | buffer"),
        refused("", [], returns: "Bool", "the result: the conventions do not know the type `Bool` | Int32"),
    ]

    @Test(arguments: types + signatures) func refuses(_ refused: Refused) throws { try refused.check() }

    @Test(arguments: IntegerType.allCases)
    func everyIntegerIsAccepted(type: IntegerType) throws {
        let source = Refused.function(
            "_ a: \(type.rawValue), _ out_b: UnsafeMutablePointer<\(type.rawValue)>?", ["a", "out_b"],
            returns: type.rawValue)
        // A pointer to UInt8 is memory, not a number.
        #expect(try Refused.refusals(of: source).isEmpty == (type != .uint8))
    }

    static let declarations: [Refused] = [
        Refused(
            "a public type of another name", "/// A.\npublic typealias session = OpaquePointer",
            "2: session: a public type whose name does not begin with `swiftssh_` | or make it internal"),
        Refused(
            "a type that is none of ours", "/// A.\npublic typealias swiftssh_a = [Int]",
            "2: swiftssh_a: `[Int]` is no type for the boundary | OpaquePointer"),
        Refused(
            "a Swift closure", "/// A.\npublic typealias swiftssh_a = () -> Void",
            "2: swiftssh_a: `() -> Void` is no type for the boundary | @convention(c)"),
        Refused(
            "a callback's unnamed parameter", "/// A.\npublic typealias swiftssh_a = @convention(c) (Int32) -> Void",
            "2: swiftssh_a: a parameter without a name | `_ name: Int32`"),
        Refused(
            "a callback that throws", "/// A.\npublic typealias swiftssh_a = @convention(c) () throws -> Void",
            "2: swiftssh_a: a callback cannot throw or wait | return a status"),
        Refused(
            "a callback that returns a pointer",
            "/// A.\n/// - Returns: it.\npublic typealias swiftssh_a = @convention(c) () -> swiftssh_session?",
            "3: swiftssh_a: a callback that returns a pointer | return a number"),
        Refused(
            "a callback of callbacks",
            "/// A.\n/// - Parameter b: b.\npublic typealias swiftssh_a = @convention(c) (_ b: swiftssh_ready_callback?) -> Void",
            "3: swiftssh_a: a callback that takes a callback | register each"),
        Refused(
            "a variable", "/// A.\npublic var SWIFTSSH_A: Int32 = 1",
            "2: a public variable that is not a single constant | public let"),
        Refused(
            "a constant of another name", "/// A.\npublic let a: Int32 = 1",
            "2: a: a public constant whose name does not begin with `SWIFTSSH_` | or make it internal"),
        Refused(
            "a constant without a type", "/// A.\npublic let SWIFTSSH_A = 1",
            "2: SWIFTSSH_A: a constant of the type `none` | annotate it"),
        Refused(
            "a constant that is computed", "/// A.\npublic let SWIFTSSH_A: Int32 = compute()",
            "2: SWIFTSSH_A: its value cannot be read without compiling | use a literal"),
        Refused(
            "a constant that does not fit", "/// A.\npublic let SWIFTSSH_A: UInt32 = -1",
            "2: SWIFTSSH_A: -1 does not fit UInt32 | a type that holds it"),
        Refused(
            "a constant of the generator's", "/// A.\npublic let SWIFTSSH_VERSION_MAJOR: Int32 = 1",
            "2: SWIFTSSH_VERSION_MAJOR: the generator makes this name from `VERSION` | remove it"),
    ]

    @Test(arguments: declarations) func refusesDeclarations(_ refused: Refused) throws { try refused.check() }
}
