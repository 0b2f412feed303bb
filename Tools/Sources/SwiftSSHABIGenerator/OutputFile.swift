/// A file that the generator writes.
struct OutputFile: Sendable {
    /// The path, relative to the root of the repository.
    var path: String
    var contents: String
}

extension OutputFile {
    /// Every file that an interface makes.
    static func all(of interface: Interface) -> [OutputFile] {
        [
            OutputFile(path: "include/swiftssh.h", contents: HeaderRenderer.render(interface)),
            OutputFile(path: "include/swiftssh.map", contents: SymbolsRenderer.versionScript(interface)),
            OutputFile(path: "include/swiftssh.symbols", contents: SymbolsRenderer.list(interface)),
            OutputFile(path: "bindings/python/src/swiftssh/_abi.py", contents: PythonRenderer.render(interface)),
            OutputFile(path: "Tests/C/abuse_calls.h", contents: AbuseRenderer.render(interface)),
            OutputFile(path: "Sources/SwiftSSH/Version.swift", contents: VersionRenderer.render(interface)),
        ]
    }
}
