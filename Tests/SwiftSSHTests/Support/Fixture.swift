import Foundation

/// The throw-away keys, accounts and servers of `Tests/Fixture`, made once for each run of the tests and removed at its end.
final class Fixture: Sendable {
    static let shared = Result { try Fixture() }

    /// What `fixture.json` says.
    let facts: [String: String]
    private let directory: TemporaryDirectory

    private init() throws {
        directory = try TemporaryDirectory()
        let support = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let program = support.appendingPathComponent("../../Fixture/make_fixture").standardized.path
        try runProcessChecked([program, directory.path])
        facts = try JSONDecoder().decode([String: String].self, from: Data(directory.read("fixture.json")))
        atexit {
            guard let path = try? Fixture.shared.get().directory.path else { return }
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    /// The fact of that name; a test that asks for one that there is not ends here.
    subscript(name: String) -> String {
        guard let fact = facts[name] else { fatalError("fixture.json has no \(name)") }
        return fact
    }

    /// The name of the user that every server lets in.
    var user: String { self["user"] }
    /// The user's password.
    var password: String { self["password"] }
    /// What the encrypted keys are encrypted with.
    var passphrase: [UInt8] { Array(self["passphrase"].utf8) }
    /// Where the log of everything that servers say of themselves goes.
    var log: String { self["directory"] + "/servers.log" }

    /// The path of a file in the folder of keys.
    func key(_ name: String) -> String { self["keys"] + "/" + name }

    /// The command that starts OpenSSH for one connection, with options of its configuration's form.
    func sshd(_ options: [String] = [], arguments: [String] = []) -> [String] {
        [self["sshd_inetd"]] + options.flatMap { ["-o", $0] } + arguments
    }
}
