import Glibc
import Testing

@testable import SwiftSSH

/// A server on a port, and clients that know it.
final class ClientServer: Sendable {
    let fixture: Fixture
    let port: UInt16
    private let server: PortServer

    /// Starts OpenSSH behind a port.
    /// - Parameters:
    ///   - options: Lines of its configuration.
    ///   - arguments: Further arguments of its script, the first ones.
    init(_ options: [String] = [], arguments: [String] = []) throws {
        fixture = try Fixture.shared.get()
        server = try PortServer(
            serving: [fixture["sshd_inetd"]] + arguments + options.flatMap { ["-o", $0] })
        port = server.port
    }

    /// Options of a client that knows the server and has the user's key and nothing else.
    var options: ClientOptions {
        var options = ClientOptions()
        options.configuration = .none
        options.hostKeys = .strict(files: [fixture["known_hosts"]])
        options.agent = .none
        options.keyFiles = [fixture["client_key"]]
        return options
    }

    /// A client that has logged in.
    /// - Parameter change: Changes the options first.
    func client(_ change: (inout ClientOptions) -> Void = { _ in }) throws -> SSHClient {
        var options = options
        change(&options)
        let client = try SSHClient.connect(host: "127.0.0.1", port: port, user: fixture.user, options: options)
        try client.keep(self)
        return client
    }
}

// A client keeps its server, as far as that is a test's.
extension ClientServer: Dependent {
    func end() {}
    func wait() {}
}

/// A process of the server's, which is stopped until it goes.
final class StoppedServer {
    private let process: pid_t

    /// Stops the one that serves a client.
    init(of client: SSHClient) throws {
        process = try #require(pid_t(client.run("echo $PPID").text.dropLast()))
        try #require(kill(process, SIGSTOP) == 0)
    }

    deinit {
        end()
    }

    /// Ends it, and with it the connection.
    func end() {
        kill(process, SIGKILL)
    }
}
