import Testing

@testable import SwiftSSHABIGenerator

/// How a function is exported, and its body.
@Suite struct ExportTests {
    static let cases: [Refused] = [
        Refused(
            "not public", "/// Does it.\n@_cdecl(\"swiftssh_do\")\nfunc swiftssh_do() { boundary() }",
            "3: swiftssh_do: exported, but not public | `public func`"),
        Refused(
            "public, but not exported", "/// Does it.\npublic func swiftssh_do() { boundary() }",
            "2: swiftssh_do: public, but not exported | `@_cdecl(\"swiftssh_do\")`"),
        Refused(
            "another name", "/// Does it.\n@_cdecl(\"swiftssh_did\") public func swiftssh_do() { boundary() }",
            "2: swiftssh_do: exported as `swiftssh_did` | `@_cdecl(\"swiftssh_do\")`"),
        Refused(
            "no prefix", "/// Does it.\n@_cdecl(\"do_it\") public func do_it() { boundary() }",
            "2: do_it: an exported name that does not begin with `swiftssh_` | swiftssh_<object>_<method>"),
        Refused(
            "another attribute", "/// Does it.\n@c(swiftssh_do) public func swiftssh_do() { boundary() }",
            "2: swiftssh_do: exported by `@c` | `@_cdecl(\"swiftssh_do\")`"),
        Refused(
            "async", "/// Does it.\n@_cdecl(\"swiftssh_do\") public func swiftssh_do() async { boundary() }",
            "2: swiftssh_do: async | C cannot await"),
        Refused(
            "throws", "/// Does it.\n@_cdecl(\"swiftssh_do\") public func swiftssh_do() throws { boundary() }",
            "2: swiftssh_do: throws | C cannot catch"),
        Refused(
            "generic", "/// Does it.\n@_cdecl(\"swiftssh_do\") public func swiftssh_do<T>() { boundary() }",
            "2: swiftssh_do: generic | C knows no generics"),
        Refused(
            "under a condition",
            "#if DEBUG\n/// Does it.\n@_cdecl(\"swiftssh_do\") public func swiftssh_do() { boundary() }\n#endif",
            "3: swiftssh_do: exported, but not at file scope | `#if`"),
        Refused(
            "in a type", "enum A {\n@_cdecl(\"swiftssh_do\") public static func swiftssh_do() { boundary() }\n}",
            "2: swiftssh_do: exported, but not at file scope | move it out"),
        Refused(
            "two statements",
            "/// Does it.\n@_cdecl(\"swiftssh_do\") public func swiftssh_do() {\n    let x = 1\n    boundary(x)\n}",
            "2: swiftssh_do: its body is not one call of a boundary helper | begins with `boundary`"),
        Refused(
            "another callee", "/// Does it.\n@_cdecl(\"swiftssh_do\") public func swiftssh_do() { other() }",
            "2: swiftssh_do: its body is not one call of a boundary helper | begins with `boundary`"),
        Refused(
            "an expression around the call",
            "/// Does it.\n@_cdecl(\"swiftssh_do\") public func swiftssh_do() { boundary() + 1 }",
            "2: swiftssh_do: its body is not one call of a boundary helper | begins with `boundary`"),
        Refused(
            "no body", "/// Does it.\n@_cdecl(\"swiftssh_do\") public func swiftssh_do()",
            "2: swiftssh_do: its body is not one call of a boundary helper | begins with `boundary`"),
        Refused(
            "declared twice", Refused.function("", []) + Refused.function("", []),
            "4: swiftssh_do: declared a second time | Tested.swift:2"),
        Refused("no Swift", "/// Does it.\npublic func swiftssh_do( {", "2: this is not Swift | correct the syntax"),
    ]

    @Test(arguments: cases) func refuses(_ refused: Refused) throws { try refused.check() }

    @Test(arguments: [
        "/// Does it.\n@_cdecl(\"swiftssh_do\") public func swiftssh_do() { boundary() }",
        "/// Does it.\n@_cdecl(\"swiftssh_do\")\npublic func swiftssh_do() {\n    return boundaryCount(1) { 2 } other: { 3 }\n}",
        "/// Does it.\n@_cdecl(\"swiftssh_do\")\npublic func swiftssh_do() {\n    boundaryOf<Int>()\n}",
        "func helper() async throws -> Bool { true }\nprivate func boundary() {}",
    ])
    func accepts(source: String) throws {
        #expect(try Refused.refusals(of: source).isEmpty)
    }
}
