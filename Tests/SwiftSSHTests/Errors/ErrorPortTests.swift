import Glibc
import Testing

@testable import SwiftSSH

@Suite("Errors and the port that they are about")
struct ErrorPortTests {
    @Test(
        "errors.port: an error has the port of its host, before the connection stands, while it does and afterwards",
        arguments: [EngineChoice.libssh2, .native])
    func ports(_ engine: EngineChoice) throws {
        let server = try ClientServer()
        let client = try server.client { $0.engine = engine }
        let sftp = try client.session.sftp()
        let process = try client.start("cat")
        var errors = [
            failure { try server.client { $0.keyFiles = [] } },
            failure { try server.client { $0.hostKeys = .strict(files: []) } },
            failure { try client.run("true", environment: ["PATH": "/nowhere"]) },
            failure { try client.session.openChannel().startSubsystem("no-such") },
            failure { try sftp.stat("/nowhere") },
            failure { try process.wait(timeout: .zero) },
        ]
        client.close()
        errors.append(failure { try client.run("true") })
        for error in errors {
            #expect(error?.host == "127.0.0.1" && error?.port == server.port, "\(String(describing: error))")
            #expect(error?.description.contains("127.0.0.1:\(server.port): ") == true)
        }
    }

    @Test("errors.port: a port that refuses, for sessions, clients and fleets")
    func refusals() throws {
        let (holder, nobody) = try Loopback.port(listening: false)
        defer { close(holder) }
        var options = ClientOptions()
        options.configuration = .none
        let fleet = try FleetRun("true", on: [FleetHost("127.0.0.1", port: nobody, user: "x")], options: options)
        let errors = [
            failure { try Session.connected(to: nobody) },
            failure { try SSHClient.connect(host: "127.0.0.1", port: nobody, user: "x", options: options) },
            failure { try fleet.results()[0].get() },
        ]
        for error in errors { #expect(error?.code == .connect && error?.port == nobody) }
        let unknown = failure { try Session.connected(to: 2222, host: "no-such-host.invalid") }
        #expect(unknown?.code == .addressNotFound && unknown?.port == 2222)
    }

    @Test("errors.port: on the way through another host it is the port of the one that the error is about")
    func hops() throws {
        let server = try ClientServer()
        let (holder, nobody) = try Loopback.port(listening: false)
        defer { close(holder) }
        let scratch = try TemporaryDirectory()
        // Both have the same address: only the port tells them apart.
        func refusal(hop: UInt16, target: UInt16) throws -> SSHError? {
            let lines = [
                "Host inner", "HostName 127.0.0.1", "Port \(target)", "ProxyJump 127.0.0.1:\(hop)", "Match all",
                "User \(server.fixture.user)", "IdentityFile \(server.fixture["client_key"])", "IdentityAgent none",
                "UserKnownHostsFile \(server.fixture["known_hosts"])",
            ]
            var options = ClientOptions()
            options.configuration = .files([
                try scratch.write(Array(lines.joined(separator: "\n").utf8), to: "config")
            ])
            return failure { try SSHClient.connect(host: "inner", options: options) }
        }
        let atHop = try refusal(hop: nobody, target: server.port)
        #expect(atHop?.code == .connect && atHop?.host == "127.0.0.1" && atHop?.port == nobody)
        #expect(atHop?.message.contains("on the way to inner") == true)
        let atTarget = try refusal(hop: server.port, target: nobody)
        #expect(atTarget?.code == .connect && atTarget?.host == "inner" && atTarget?.port == nobody)
    }

    @Test("errors.port: there is none where the socket is the caller's")
    func adopted() throws {
        let connected = try ConnectedSession.loggedIn()
        let error = failure { try connected.session.openChannel().startSubsystem("no-such") }
        #expect(error?.code == .channelRequestDenied && error?.host == nil && error?.port == nil)
    }
}
