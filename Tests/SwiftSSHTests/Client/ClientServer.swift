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
