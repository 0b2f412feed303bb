import Testing

@testable import SwiftSSH

@Suite("Breaks, and servers that read no more")
struct BreakTests {
    private let fixture: Fixture

    init() throws {
        fixture = try Fixture.shared.get()
    }

    private func loggedIn(_ engine: EngineChoice) throws -> (InetdServer, Session) {
        let server = try InetdServer(fixture.sshd())
        let session = try Session(engine: engine)
        session.timeout = ConnectedSession.patience
        try session.handshake(socket: server.socket)
        try session.authenticate(user: fixture.user, password: fixture.password)
        return (server, session)
    }

    @Test("channel.break: a terminal takes it, a process without one does not, and the engine that cannot says so")
    func breaks() throws {
        let (server, session) = try loggedIn(.native)
        #expect(session.engine.capabilities.contains(.channelBreak))
        let channel = try session.openChannel()
        try channel.requestTerminal()
        try channel.execute("cat")
        try channel.sendBreak()
        try channel.sendBreak(milliseconds: 500)
        let plain = try session.running("cat")
        #expect(failure(of: { try plain.sendBreak() })?.code == .channelRequestDenied)
        let (other, libssh2) = try loggedIn(.libssh2)
        let error = failure(of: { try libssh2.running("cat").sendBreak() })
        #expect(error?.code == .methodNotSupported && error?.message.contains("native") == true)
        withExtendedLifetime((server, other)) {}
    }

    @Test("A server that says that nobody reads any more is written nothing, and goes on to be read")
    func endOfWrite() throws {
        let server = try NativeServer()
        try server.logIn()
        let channel = try server.openChannel()
        #expect(try [UInt8(1)].withUnsafeBytes { try channel.write(stream: 0, $0) } == 1)
        try server.send(Message.channelRequest) { writer in
            writer.uint32(channel.state.number)
            writer.string("eow@openssh.com")
            writer.boolean(false)
        }
        try server.sendData(channel, [5, 6])
        try server.deliver()
        #expect(channel.peerReadsNoMore)
        let error = failure(of: { try [UInt8(1)].withUnsafeBytes { try channel.write(stream: 0, $0) } })
        #expect(error?.code == .channelClosed)
        #expect(Array(channel.state.output.bytes) == [5, 6])
        guard case .done = try channel.sendEOF() else {
            Issue.record("waits")
            return
        }
        #expect(try server.messages().last?.first == Message.channelEOF)
    }
}
