import Testing

@testable import SwiftSSHABIGenerator

/// What a doc comment must say.
@Suite struct DocumentationTests {
    private static let end = "@_cdecl(\"swiftssh_do\") public func swiftssh_do("
    private static let error = "_ error: UnsafeMutablePointer<swiftssh_error?>?) -> Int32 { boundary() }"

    static let cases: [Refused] = [
        Refused(
            "none", end + ") { boundary() }",
            "1: swiftssh_do: no documentation | `///` comment"),
        Refused(
            "a plain comment", "// Does it.\n" + end + ") { boundary() }",
            "2: swiftssh_do: no documentation | `///` comment"),
        Refused(
            "a comment that a blank line separates", "/// Does it.\n\n" + end + ") { boundary() }",
            "3: swiftssh_do: no documentation | `///` comment"),
        Refused(
            "no sentence", "/// does it\n" + end + ") { boundary() }",
            "2: swiftssh_do: its documentation does not begin with a sentence | full stop"),
        Refused(
            "headings only", "/// - Returns: it.\n" + end + ") -> Int32 { boundary() }",
            "2: swiftssh_do: its documentation does not begin with a sentence | full stop"),
        Refused(
            "a parameter", "/// Does it.\n/// - Parameter a: a.\n" + end + "_ a: Int32,\n_ b: Int32) { boundary() }",
            "4: swiftssh_do: the parameter `b` is not documented | `- Parameter b: ...`"),
        Refused(
            "a parameter that is not there",
            "/// Does it.\n/// - Parameter a: a.\n/// - Parameter b: b.\n" + end
                + "_ a: Int32) { boundary() }",
            "3: swiftssh_do: documents a parameter `b` that it does not have | the parameters are `a`"),
        Refused(
            "a listed parameter that is not there",
            "/// Does it.\n/// - Parameters:\n///   - b: b.\n" + end
                + ") { boundary() }",
            "3: swiftssh_do: documents a parameter `b` that it does not have | no parameters"),
        Refused(
            "a parameter twice",
            "/// Does it.\n/// - Parameter a: a.\n/// - Parameter a: b.\n" + end
                + "_ a: Int32) { boundary() }",
            "3: swiftssh_do: documents the parameter `a` twice | say it once"),
        Refused(
            "the result", "/// Does it.\n" + end + ") -> Int32 { boundary() }",
            "2: swiftssh_do: does not document what it returns | `- Returns: ...`"),
        Refused(
            "a result that is not there", "/// Does it.\n/// - Returns: it.\n" + end + ") { boundary() }",
            "2: swiftssh_do: documents a result that it does not have | remove"),
        Refused(
            "two results", "/// Does it.\n/// - Returns: it.\n/// - Returns: it.\n" + end + ") -> Int32 { boundary() }",
            "3: swiftssh_do: a second `- Returns:` | once"),
        Refused(
            "whether it blocks", "/// Does it.\n/// - Parameter error: the error.\n/// - Returns: it.\n" + end + error,
            "4: swiftssh_do: can fail, but does not say whether it blocks | `- Blocks: yes`"),
        Refused(
            "an empty heading",
            "/// Does it.\n/// - Parameter error: the error.\n/// - Returns: it.\n/// - Blocks:\n" + end + error,
            "4: swiftssh_do: nothing after `- Blocks:` | say it"),
        Refused(
            "an unknown heading", "/// Does it.\n/// - Return: it.\n" + end + ") { boundary() }",
            "2: swiftssh_do: unknown heading `- Return:` | `- Returns:`"),
        Refused(
            "text after the headings",
            "/// Does it.\n/// - Note: a note.\n///\n/// More text.\n" + end + ") { boundary() }",
            "4: swiftssh_do: text after the headings of its doc comment | before the first heading"),
        Refused(
            "a reference to nothing", "/// Does it like ``swiftssh_did()``.\n" + end + ") { boundary() }",
            "2: swiftssh_do: its documentation names `swiftssh_did`, which does not exist | correct the name"),
        Refused(
            "a handle", "public typealias swiftssh_handle = OpaquePointer",
            "1: swiftssh_handle: no documentation | `///` comment"),
        Refused(
            "a number", "public typealias swiftssh_number = UInt32",
            "1: swiftssh_number: no documentation | `///` comment"),
        Refused(
            "a callback", "public typealias swiftssh_do_callback = @convention(c) () -> Void",
            "1: swiftssh_do_callback: no documentation | `///` comment"),
        Refused(
            "a callback's parameter",
            "/// Does it.\n/// - Returns: it.\npublic typealias swiftssh_do_callback = @convention(c) (_ a: Int32) -> Int32",
            "3: swiftssh_do_callback: the parameter `a` is not documented | `- Parameter a: ...`"),
        Refused(
            "a callback's result", "/// Does it.\npublic typealias swiftssh_do_callback = @convention(c) () -> Int32",
            "2: swiftssh_do_callback: does not document what it returns | `- Returns: ...`"),
        Refused(
            "a constant", "public let SWIFTSSH_A: Int32 = 1", "1: SWIFTSSH_A: no documentation | `///` comment"),
        Refused(
            "a constant with a result", "/// A number.\n/// - Returns: it.\npublic let SWIFTSSH_A: Int32 = 1",
            "2: SWIFTSSH_A: documents a parameter or a result, but is no function | in the text"),
    ]

    @Test(arguments: cases) func refuses(_ refused: Refused) throws { try refused.check() }

    @Test(arguments: [
        ("ChannelABI", "Channel"), ("KeyboardInteractiveABI", "Keyboard interactive"), ("SFTPFileABI", "SFTP file"),
        ("Session+UserauthABI", "Session userauth"), ("ABI", "ABI"), ("SFTPABI", "SFTP"),
        ("KnownHostsABI", "Known hosts"),
    ])
    func titlesComeFromFileNames(name: String, title: String) {
        #expect(subjectTitle(ofFile: "Sources/SwiftSSHABI/\(name).swift") == title)
    }
}
