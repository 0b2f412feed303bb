import Testing

@testable import SwiftSSH

@Suite("Other servers")
struct OtherServersTests {
    private let fixture: Fixture

    init() throws {
        fixture = try Fixture.shared.get()
    }

    private func check(_ connect: () throws -> Session) throws {
        for kind in PublicKeyAuthenticationTests.kinds {
            let session = try connect()
            try session.authenticate(user: fixture.user, privateKey: fixture["client_key_\(kind)"])
            let channel = try session.running("echo \(kind); exit 3")
            #expect(try String(decoding: channel.readToEnd(), as: UTF8.self) == "\(kind)\n")
            // dropbear closes a channel only when nothing more can come for it.
            try channel.sendEOF()
            #expect(try channel.waitExit() == .exited(3))
            try session.ping()
            try session.disconnect()
        }
        let session = try connect()
        #expect(
            failure(of: { try session.authenticate(user: fixture.user, privateKey: fixture["stranger_key"]) })?.code
                == .authenticationFailed)
        try session.authenticate(user: fixture.user, password: fixture.password)
        try session.disconnect()
    }

    @Test(
        "session.other-servers: asyncssh and paramiko are logged in to with every kind of key, and run commands",
        arguments: ["asyncssh_server", "paramiko_server"])
    func python(server: String) throws {
        let server = try PortServer([fixture[server], fixture["directory"]])
        try check { try Session.connected(to: server.port) }
    }

    @Test("session.other-servers: dropbear is logged in to with every kind of key, and runs commands")
    func dropbear() throws {
        let command = fixture["dropbear_inetd"]
        if command.isEmpty { return }
        let server = try PortServer(serving: [command])
        try check { try Session.connected(to: server.port) }
    }
}
