import Glibc
import Testing

@testable import SwiftSSH

@Suite("UNIX sockets that the server listens on")
struct StreamLocalListenerTests {
    private let fixture: Fixture
    private let directory: TemporaryDirectory

    init() throws {
        fixture = try Fixture.shared.get()
        directory = try TemporaryDirectory()
    }

    private func loggedIn(_ options: [String] = [], engine: EngineChoice = .native) throws -> (InetdServer, Session) {
        let server = try InetdServer(fixture.sshd(options))
        let session = try Session(engine: engine)
        session.timeout = ConnectedSession.patience
        try session.handshake(socket: server.socket)
        try session.authenticate(user: fixture.user, password: fixture.password)
        return (server, session)
    }

    /// A socket that has connected to a path.
    private func connect(_ path: String) throws -> Int32 {
        let made = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(made, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard code == 0 else { throw TemporaryDirectory.Failure(path: path, errno: errno) }
        return made
    }

    @Test("session.forward-listen-streamlocal: what connects to the socket carries data both ways")
    func listening() throws {
        let (server, session) = try loggedIn()
        #expect(session.engine.capabilities.contains(.streamLocalListening))
        let paths = ["a", "b"].map { directory.path($0) }
        let listeners = try paths.map { try session.listen(path: $0) }
        let port = try session.listen(port: 0, host: "127.0.0.1")
        #expect(listeners.allSatisfy { $0.boundPort == 0 })
        // Each gets its own connections, in whichever order they come.
        for (path, listener) in zip(paths, listeners).reversed() {
            let there = try connect(path)
            defer { close(there) }
            let channel = try listener.accept()
            try channel.write(Array(path.utf8))
            #expect(Loopback.receive(path.utf8.count, from: there) == Array(path.utf8))
            #expect(send(there, "pong", 4, Int32(MSG_NOSIGNAL)) == 4)
            shutdown(there, Int32(SHUT_WR))
            #expect(try channel.readToEnd() == Array("pong".utf8))
        }
        #expect(failure(of: { try port.accept(timeout: .milliseconds(50)) })?.code == .timeout)
        // Nobody answers there any more when it has been cancelled, and the other goes on.
        try listeners[0].cancel()
        #expect(failure(of: { try listeners[0].accept() })?.code == .badUse)
        #expect((try? connect(paths[0])) == nil)
        let there = try connect(paths[1])
        try listeners[1].accept().close()
        close(there)
        withExtendedLifetime(server) {}
    }

    @Test("session.forward-listen-streamlocal: more than may wait are closed")
    func overflow() throws {
        let (server, session) = try loggedIn()
        let path = directory.path("socket")
        let listener = try session.listen(path: path, queueLimit: 1)
        let there = try (0..<3).map { _ in try connect(path) }
        defer { for socket in there { close(socket) } }
        // The first one waits; the others' sockets come to their end.
        while !there.dropFirst().allSatisfy(Loopback.hasEnded) { try session.ping() }
        let channel = try listener.accept()
        try channel.write([7])
        #expect(Loopback.receive(1, from: there[0]) == [7])
        withExtendedLifetime(server) {}
    }

    @Test("session.forward-listen-streamlocal: the server's refusal, a bad path and the engine that cannot are told")
    func refused() throws {
        let (server, session) = try loggedIn(["AllowStreamLocalForwarding local"])
        let path = directory.path("socket")
        let refusal = failure(of: { try session.listen(path: path) })
        #expect(refusal?.code == .requestDenied && refusal?.message.contains(path) == true)
        for bad in ["", "a\0b"] {
            #expect(failure(of: { try session.listen(path: bad) })?.code == .invalidArgument)
        }
        let early = try Session(engine: .native)
        #expect(failure(of: { try early.listen(path: path) })?.code == .invalidArgument)
        let (other, libssh2) = try loggedIn(engine: .libssh2)
        let error = failure(of: { try libssh2.listen(path: path) })
        #expect(error?.code == .methodNotSupported && error?.message.contains("native") == true)
        try libssh2.ping()
        withExtendedLifetime((server, other)) {}
    }

    @Test("A connection to a path that nobody asked for is refused")
    func uninvited() throws {
        let server = try NativeServer()
        try server.logIn()
        let listener = try server.run(server.engine.listen(path: Array("/a".utf8), queueLimit: 4)) { message in
            if message.first == Message.globalRequest { try server.send([Message.requestSuccess]) }
        }
        func open(_ path: String) throws -> UInt8? {
            try server.send(Message.channelOpen) { writer in
                writer.string("forwarded-streamlocal@openssh.com")
                for number in [UInt32(9), 1 << 20, 1 << 15] { writer.uint32(number) }
                writer.string(path)
                writer.string("")
            }
            try server.deliver()
            return try server.messages().first?.first
        }
        #expect(try open("/b") == Message.channelOpenFailure)
        #expect(try open("") == Message.channelOpenFailure)
        #expect(try listener.accept() == nil)
        #expect(try open("/a") == Message.channelOpenConfirmation)
        #expect(try listener.accept() != nil)
    }
}
