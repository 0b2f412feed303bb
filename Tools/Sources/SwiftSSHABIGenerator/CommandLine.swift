import Foundation

/// The command `swiftssh-abi`.
public struct CommandLineTool {
    /// How the command ends.
    public enum ExitCode: Int32, Sendable {
        case success = 0
        case refused = 1
        case differs = 2
        case usage = 64
    }

    private static let usage = """
        usage: swiftssh-abi [--root DIRECTORY] [--check]
          --root   the root of the repository, which has VERSION and Sources/SwiftSSHABI (default: here)
          --check  write nothing; name each file that differs and end with 2

        """

    private var root = URL(fileURLWithPath: ".")
    private var isCheck = false
    private let print: (String) -> Void

    /// - Parameter print: takes each line that the command has to say.
    public init(print: @escaping (String) -> Void) {
        self.print = print
    }

    /// Does what the arguments say.
    /// - Parameter arguments: those after the name of the command.
    /// - Returns: how the command ends.
    public mutating func run(_ arguments: [String]) -> ExitCode {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--check": isCheck = true
            case "--root":
                guard let directory = rest.popFirst() else { return refuseUsage("--root needs a directory") }
                root = URL(fileURLWithPath: directory)
            case "--help", "-h":
                print(Self.usage)
                return .success
            default: return refuseUsage("unknown argument \(argument)")
            }
        }
        do {
            return try generate()
        } catch {
            print("swiftssh-abi: \(error.localizedDescription)")
            return .refused
        }
    }

    private func refuseUsage(_ message: String) -> ExitCode {
        print("swiftssh-abi: \(message)\n\(Self.usage)")
        return .usage
    }

    private func generate() throws -> ExitCode {
        guard let contents = try? String(contentsOf: root.appendingPathComponent("VERSION"), encoding: .utf8),
            let version = ReleaseVersion(contents)
        else {
            print("VERSION:1: there is no version\n    help: put three numbers below 256 there, such as 0.1.0")
            return .refused
        }
        switch InterfaceParser.parse(try sources(), version: version) {
        case .refused(let refusals):
            for refusal in refusals { print(refusal.description) }
            print(
                "swiftssh-abi: refused, \(refusals.count) reason\(refusals.count == 1 ? "" : "s"); nothing was written")
            return .refused
        case .interface(let interface):
            return try isCheck ? check(OutputFile.all(of: interface)) : write(OutputFile.all(of: interface))
        }
    }

    private func sources() throws -> [InterfaceParser.Source] {
        let folder = "Sources/SwiftSSHABI"
        let names = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
        return try names.filter { $0.hasSuffix(".swift") && !$0.hasPrefix(".") }.sorted().map { name in
            let path = "\(folder)/\(name)"
            let contents = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
            return InterfaceParser.Source(file: path, contents: contents)
        }
    }

    /// Only what changed is written, so that nothing is built again for nothing; and only what this command made
    /// before is replaced, so that nobody's work is lost.
    private func write(_ files: [OutputFile]) throws -> ExitCode {
        let changed = files.filter { !isUpToDate($0) }
        let foreign = changed.filter(isForeign)
        for file in foreign {
            print(
                "\(file.path):1: exists, but was not made by scripts/generate\n"
                    + "    help: move it away or remove it, then run the command again")
        }
        guard foreign.isEmpty else { return .refused }
        for file in changed {
            let url = root.appendingPathComponent(file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.contents.utf8).write(to: url, options: .atomic)
            print("wrote \(file.path)")
        }
        return .success
    }

    /// Whether something stands there that does not begin with what every generated file begins with.
    private func isForeign(_ file: OutputFile) -> Bool {
        let path = root.appendingPathComponent(file.path).path
        let manager = FileManager.default
        // A link is somebody's choice, wherever it leads.
        if (try? manager.destinationOfSymbolicLink(atPath: path)) != nil { return true }
        guard manager.fileExists(atPath: path) else { return false }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return true }
        return !(text.prefix { !$0.isNewline }.contains(Origin.command))
    }

    private func check(_ files: [OutputFile]) -> ExitCode {
        let different = files.filter { !isUpToDate($0) }
        for file in different { print("\(file.path): differs from what scripts/generate makes") }
        return different.isEmpty ? .success : .differs
    }

    private func isUpToDate(_ file: OutputFile) -> Bool {
        (try? Data(contentsOf: root.appendingPathComponent(file.path))) == Data(file.contents.utf8)
    }
}
