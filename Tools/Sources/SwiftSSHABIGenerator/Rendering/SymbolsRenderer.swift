/// Writes what the linker is told, and what the library is checked against.
enum SymbolsRenderer {
    /// The version script: the library exports our functions and nothing else.
    static func versionScript(_ interface: Interface) -> String {
        let names = sortedNames(interface).map { "        \($0);\n" }.joined()
        return """
            \(Origin.cComment)
            SWIFTSSH_\(interface.version.major) {
            \(names.isEmpty ? "" : "    global:\n" + names)    local:
                    *;
            };

            """
    }

    /// The exported names, sorted, one on each line.
    static func list(_ interface: Interface) -> String {
        Origin.hashComment + sortedNames(interface).map { $0 + "\n" }.joined()
    }

    private static func sortedNames(_ interface: Interface) -> [String] {
        interface.functions.map(\.name).sorted()
    }
}
