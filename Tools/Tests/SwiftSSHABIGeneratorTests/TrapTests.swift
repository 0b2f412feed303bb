import Testing

@testable import SwiftSSHABIGenerator

/// What may not stand anywhere in the sources, because it can trap.
@Suite struct TrapTests {
    private static func refused(_ code: String, _ what: String, help: String) -> Refused {
        Refused(code, "func helper() {\n    \(code)\n}", "2: \(what), which can end the host program | \(help)")
    }

    static let cases: [Refused] = [
        refused("use(value!)", "`value!` is unwrapped by force", help: "guard let"),
        refused("value!.use()", "`value!` is unwrapped by force", help: "guard let"),
        refused("let value: Int! = nil", "the type `Int!` is unwrapped by force", help: "`Int?`"),
        refused("use(value.unsafelyUnwrapped)", "`unsafelyUnwrapped`", help: "guard let"),
        refused("try! use()", "`try!`", help: "use `try`"),
        refused("use(value as! String)", "`as!`", help: "`as?`"),
        refused("fatalError(\"no\")", "`fatalError`", help: "throw an error"),
        refused("Swift.fatalError()", "`fatalError`", help: "throw an error"),
        refused("precondition(true)", "`precondition`", help: "throw an error"),
        refused("preconditionFailure()", "`preconditionFailure`", help: "throw an error"),
        refused("assert(true)", "`assert`", help: "throw an error"),
        refused("assertionFailure()", "`assertionFailure`", help: "throw an error"),
        refused("unsafeBitCast(a, to: Int.self)", "`unsafeBitCast`", help: "throw an error"),
        refused("abort()", "`abort`", help: "throw an error"),
        refused("Glibc.exit(1)", "`exit`", help: "throw an error"),
        refused("unowned let value = other", "`unowned`", help: "weak"),
        refused("use { [unowned value] in value }", "`unowned`", help: "weak"),
        refused("use(Int32(value))", "the conversion `Int32(value)`", help: "`Int32(exactly:)`"),
        refused("use(UInt8(value + 1))", "the conversion `UInt8(value + 1)`", help: "`UInt8(exactly:)`"),
        refused("use(Int.init(value))", "the conversion `Int.init(value)`", help: "`Int(exactly:)`"),
        refused("use(Swift.Int(value))", "the conversion `Swift.Int(value)`", help: "`Int(exactly:)`"),
        refused("use(values.map(UInt16.init))", "the conversion `UInt16.init`", help: "`UInt16(exactly:)`"),
        refused("use(size_t(value))", "the conversion `size_t(value)`", help: "`size_t(exactly:)`"),
        refused("use(values[0])", "the subscript `values[0]`", help: "checked accessor"),
        refused("values[key] = 1", "the subscript `values[key]`", help: "updateValue"),
        refused("use(\\Values[0])", "the subscript `[0]`", help: "checked accessor"),
    ]

    @Test(arguments: cases) func refuses(_ refused: Refused) throws { try refused.check() }

    @Test func refusesInClosuresOfExportedFunctions() throws {
        try Refused(
            "in a closure",
            "/// Does it.\n@_cdecl(\"swiftssh_do\")\npublic func swiftssh_do() {\n    boundary {\n        value!\n    }\n}",
            "5: `value!` is unwrapped by force, which can end the host program | guard let"
        ).check()
    }

    @Test(arguments: [
        "use(!value)", "if !values.isEmpty {}", "use(a != b)", "try? use()", "try use()", "use(value as? String)",
        "use(Int32(exactly: value))", "use(UInt8(truncatingIfNeeded: value))", "use(Int(clamping: value))",
        "use(UInt(bitPattern: value))", "use(Int32(5))", "use(Int32(-5))", "use(Int(text, radix: 10))",
        "use([UInt8](repeating: 0, count: 5))", "use([1, 2])", "use(values[key, default: 1])",
        "use(values[checked: 1])", "use(MemoryLayout<Int32>.size)", "use(channel.exit())", "use(value.assert)",
        "use(UnsafePointer<UInt8>(value))", "weak let value = other",
    ])
    func accepts(code: String) throws {
        #expect(try Refused.refusals(of: "func helper() {\n    \(code)\n}").isEmpty)
    }
}
