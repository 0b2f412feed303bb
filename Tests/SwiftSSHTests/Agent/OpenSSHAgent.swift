import Glibc

@testable import SwiftSSH

/// An ssh-agent of the test's own, with keys of the fixture; it ends with the object.
final class OpenSSHAgent: Sendable {
    /// The path of its socket.
    let path: String
    private let directory: TemporaryDirectory
    private let process: ChildProcess

    /// Starts ssh-agent and adds keys to it.
    /// - Parameter keys: The keys' names in the fixture, in the order to add them.
    init(_ keys: [String] = []) throws {
        directory = try TemporaryDirectory()
        path = directory.path("agent")
        let (input, output) = try makeSocketPair()
        let lines = LineReader(input)
        defer { close(output) }
        process = try ChildProcess(["ssh-agent", "-D", "-a", path], input: output, output: output)
        // It says where its socket is as soon as that is there.
        guard lines.next()?.contains(path) == true else {
            throw ProcessFailure(command: ["ssh-agent"], reason: "did not say its path")
        }
        for key in keys { try add(key) }
    }

    /// Adds a key of the fixture.
    func add(_ key: String, _ options: [String] = []) throws {
        let file = try Fixture.shared.get().key(key)
        try runProcessChecked(["ssh-add", "-q"] + options + [file], environment: ["SSH_AUTH_SOCK": path])
    }

    /// Ends ssh-agent.
    func end() {
        process.signal(SIGKILL)
        process.wait()
    }

    deinit { end() }
}

extension Agent {
    /// An agent that is connected to a socket.
    static func connected(to path: String, _ session: Session? = nil) throws -> Agent {
        let agent = Agent(session: session)
        agent.path = path
        try agent.connect()
        return agent
    }
}
