import Foundation
import Testing

@testable import SwiftSSHABIGenerator

/// The command, on a repository of its own.
@Suite final class CommandLineTests {
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent(
        "swiftssh-abi-\(UUID().uuidString)")
    private let source = """
        /// Does nothing.
        @_cdecl("swiftssh_nothing")
        public func swiftssh_nothing() {
            boundaryNothing()
        }

        """

    init() throws {
        try FileManager.default.createDirectory(
            at: root.appendingPathComponent("Sources/SwiftSSHABI"), withIntermediateDirectories: true)
        try put("0.1.0\n", "VERSION")
        try put(source, "Sources/SwiftSSHABI/LibraryABI.swift")
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    private func put(_ text: String, _ path: String) throws {
        try Data(text.utf8).write(to: root.appendingPathComponent(path))
    }

    private func run(_ arguments: String...) -> (code: CommandLineTool.ExitCode, lines: [String]) {
        var lines: [String] = []
        var tool = CommandLineTool { lines.append($0) }
        let code = tool.run(["--root", root.path] + arguments)
        return (code, lines)
    }

    private func modified(_ path: String) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: root.appendingPathComponent(path).path)[.modificationDate]
            as? Date
    }

    static let paths = [
        "include/swiftssh.h", "include/swiftssh.map", "include/swiftssh.symbols",
        "bindings/python/src/swiftssh/_abi.py", "Tests/C/abuse_calls.h", "Sources/SwiftSSH/Version.swift",
    ]

    @Test func writesEverythingOnce() throws {
        let first = run()
        #expect(first.code == .success)
        #expect(first.lines == Self.paths.map { "wrote \($0)" })
        let before = try modified("include/swiftssh.h")
        let second = run()
        #expect(second.code == .success)
        #expect(second.lines.isEmpty)
        #expect(try modified("include/swiftssh.h") == before)
    }

    @Test func onlyWhatChangedIsWritten() throws {
        _ = run()
        try put("0.1.1\n", "VERSION")
        #expect(
            run().lines == [
                "wrote include/swiftssh.h", "wrote bindings/python/src/swiftssh/_abi.py",
                "wrote Sources/SwiftSSH/Version.swift",
            ])
    }

    @Test func checkNamesWhatDiffersAndWritesNothing() throws {
        let missing = run("--check")
        #expect(missing.code == .differs)
        #expect(missing.lines == Self.paths.map { "\($0): differs from what scripts/generate makes" })
        #expect(!FileManager.default.fileExists(atPath: root.appendingPathComponent("include").path))
        _ = run()
        #expect(run("--check").code == .success)
        try put("edited", "include/swiftssh.map")
        let edited = run("--check")
        #expect(edited.code == .differs)
        #expect(edited.lines == ["include/swiftssh.map: differs from what scripts/generate makes"])
    }

    @Test func replacesNothingThatItDidNotMake() throws {
        try FileManager.default.createDirectory(
            at: root.appendingPathComponent("include"), withIntermediateDirectories: true)
        try put("written by hand", "include/swiftssh.map")
        let result = run()
        #expect(result.code == .refused)
        #expect(result.lines.count == 1)
        #expect(
            result.lines.first?.hasPrefix("include/swiftssh.map:1: exists, but was not made by scripts/generate")
                == true)
        #expect(
            try String(contentsOf: root.appendingPathComponent("include/swiftssh.map"), encoding: .utf8)
                == "written by hand")
        #expect(!FileManager.default.fileExists(atPath: root.appendingPathComponent("include/swiftssh.h").path))
    }

    @Test func replacesNoLink() throws {
        _ = run()
        let file = root.appendingPathComponent("include/swiftssh.map")
        try FileManager.default.moveItem(at: file, to: root.appendingPathComponent("elsewhere"))
        try put("/* made by scripts/generate */", "elsewhere")
        try FileManager.default.createSymbolicLink(
            at: file, withDestinationURL: root.appendingPathComponent("elsewhere"))
        #expect(run().code == .refused)
    }

    @Test func refusesAndWritesNothing() throws {
        try put("public func swiftssh_nothing() {}\n", "Sources/SwiftSSHABI/LibraryABI.swift")
        let result = run()
        #expect(result.code == .refused)
        #expect(result.lines.first?.hasPrefix("Sources/SwiftSSHABI/LibraryABI.swift:1: swiftssh_nothing: ") == true)
        #expect(!FileManager.default.fileExists(atPath: root.appendingPathComponent("include").path))
    }

    @Test(arguments: ["", "1.2\n", "1.2.3.4\n", "1.300.0\n", "one\n"])
    func refusesWhatIsNoVersion(text: String) throws {
        try put(text, "VERSION")
        let result = run()
        #expect(result.code == .refused)
        #expect(result.lines.first?.hasPrefix("VERSION:1: ") == true)
    }

    @Test func refusesMissingSources() throws {
        try FileManager.default.removeItem(at: root.appendingPathComponent("Sources"))
        #expect(run().code == .refused)
    }

    @Test func refusesUnknownArguments() {
        #expect(run("--wrong").code == .usage)
        #expect(run("--root").code == .usage)
        #expect(run("--help").code == .success)
    }
}
