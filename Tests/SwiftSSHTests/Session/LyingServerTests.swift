import Glibc
import Testing

@testable import SwiftSSH

@Suite("Servers that break the protocol")
struct LyingServerTests {
    private let fixture: Fixture

    init() throws {
        fixture = try Fixture.shared.get()
    }

    /// A server that tells a lie, and a session that is connected to it.
    private func connected(to lie: String, compressed: Bool = false) throws -> (PortServer, Session) {
        let server = try PortServer([fixture["asyncssh_server"], "--lie", lie, fixture["directory"]])
        let session = try Session.patient()
        if compressed { try session.setCompression(true) }
        try session.connect(host: "127.0.0.1", port: server.port)
        return (server, session)
    }

    /// Checks that a lie ends a connection with an error when the first channel is opened or its command runs.
    private func check(_ lie: String, is code: SSHError.Code, compressed: Bool = false) throws {
        let (server, session) = try connected(to: lie, compressed: compressed)
        try session.authenticate(user: fixture.user, password: fixture.password)
        let error = failure(of: { try session.output(of: "echo out") })
        #expect(error?.code == code)
        withExtendedLifetime(server) {}
    }

    @Test("errors.lying-host-key: the handshake fails")
    func hostKey() throws {
        let error = failure(of: { try connected(to: "host-key") })
        #expect(error?.code == (EngineChoice.underTest == .libssh2 ? SSHError.Code.keyExchange : .hostKeySignature))
    }

    @Test("errors.wrong-mac: and nothing after it is believed")
    func wrongMAC() throws {
        try check("mac", is: SSHError.Code.invalidMAC)
    }

    @Test("errors.impossible-length: is not waited for")
    func impossibleLength() throws {
        try check("length", is: SSHError.Code.outOfBoundary)
    }

    @Test("errors.damaged-compression: is told")
    func damagedCompression() throws {
        try check("compression", is: SSHError.Code.zlib, compressed: true)
    }

    @Test("errors.cut-confirmation: is told")
    func cutConfirmation() throws {
        try check("confirmation", is: SSHError.Code.protocolError)
    }

    @Test("errors.greedy-server: is not given what it asks for")
    func greedy() throws {
        // libssh2 makes room first; the native engine looks at the length first.
        try check("signal-name", is: EngineChoice.underTest == .libssh2 ? SSHError.Code.allocation : .protocolError)
    }

    @Test("errors.nameless-forwarding: with a channel beside the listener, and without", arguments: [true, false])
    func namelessForwarding(withChannel: Bool) throws {
        let (server, session) = try connected(to: "forwarded")
        try session.authenticate(user: fixture.user, password: fixture.password)
        let channel = withChannel ? try session.openChannel() : nil
        let listener = try session.listen(port: 0, host: "127.0.0.1")
        let stranger = try Loopback.connect(to: listener.boundPort)
        let error = failure(of: { try listener.accept() })
        let isTold = withChannel && session.engine == .libssh2
        #expect(error?.code == (isTold ? SSHError.Code.bufferTooSmall : SSHError.Code.protocolError))
        #expect(failure(of: { try session.ping() })?.code == error?.code)
        close(stranger)
        withExtendedLifetime((server, channel)) {}
    }
}
