import Foundation

@testable import SwiftSSHABIGenerator

/// A folder of sources, and the folder of what they must become.
struct Fixture {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    static let names = [
        "buffers", "callbacks", "constants", "documentation", "empty", "errors", "handles", "results",
    ]

    let name: String

    var goldens: URL { Self.folder.appendingPathComponent("Goldens/\(name)") }

    func outcome() throws -> InterfaceParser.Outcome {
        let sources = Self.folder.appendingPathComponent("Fixtures/\(name)")
        let files = try FileManager.default.contentsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
        return InterfaceParser.parse(
            try files.map { file in
                InterfaceParser.Source(
                    file: "Sources/SwiftSSHABI/\(file)",
                    contents: try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8))
            },
            version: try version())
    }

    func version() throws -> ReleaseVersion {
        guard let version = ReleaseVersion("1.2.3\n") else { throw Failure(text: "1.2.3 is not a version") }
        return version
    }

    /// What the generator makes of the sources.
    func outputs() throws -> [OutputFile] {
        switch try outcome() {
        case .interface(let interface): return OutputFile.all(of: interface)
        case .refused(let refusals):
            throw Failure(text: refusals.map(\.description).joined(separator: "\n"))
        }
    }
}

struct Failure: Error, CustomStringConvertible {
    var text: String
    var description: String { text }
}

/// Runs a command; its outcome and all that it printed.
func run(_ command: [String], input: String? = nil) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    let source = Pipe()
    process.standardInput = source
    try process.run()
    source.fileHandleForWriting.write(Data((input ?? "").utf8))
    try source.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}
