import Glibc
import Testing

@testable import SwiftSSH

@Suite("Ports that the server listens on")
struct ListenerTests {
    private func listen(_ session: Session, queueLimit: Int32 = 16) throws -> Listener {
        try session.listen(port: 0, host: "127.0.0.1", queueLimit: queueLimit)
    }

    @Test("session.forward-listen: the port is told, and a connection to it carries data both ways")
    func listening() throws {
        let connected = try ConnectedSession.loggedIn()
        let listener = try listen(connected.session)
        #expect(listener.boundPort > 0)
        let there = try Loopback.connect(to: listener.boundPort)
        defer { close(there) }
        let channel = try listener.accept()
        try channel.write(Array("ping".utf8))
        #expect(Loopback.receive(4, from: there) == Array("ping".utf8))
        #expect(send(there, "pong", 4, Int32(MSG_NOSIGNAL)) == 4)
        shutdown(there, Int32(SHUT_WR))
        #expect(try channel.readToEnd() == Array("pong".utf8))
        #expect(try connected.session.listen(port: 0).boundPort != listener.boundPort)
    }

    @Test("session.forward-listen-is-refused: by the configuration, by a port in use, before authentication")
    func refused() throws {
        let refusing = try ConnectedSession.loggedIn(["AllowTcpForwarding no"])
        #expect(failure(of: { try refusing.session.listen(port: 0) })?.code == .requestDenied)
        let connected = try ConnectedSession.loggedIn()
        let (holder, port) = try Loopback.port(listening: true)
        defer { close(holder) }
        #expect(failure(of: { try connected.session.listen(port: port, host: "127.0.0.1") })?.code == .requestDenied)
        let early = try ConnectedSession()
        #expect(failure(of: { try early.session.listen(port: 0) })?.code == .invalidArgument)
    }

    @Test("listener.accept: connections that wait are accepted in turn, then the call times out")
    func inTurn() throws {
        let connected = try ConnectedSession.loggedIn()
        let listener = try listen(connected.session)
        let there = try (0..<6).map { number in
            let socket = try Loopback.connect(to: listener.boundPort)
            #expect(send(socket, String(number), 1, Int32(MSG_NOSIGNAL)) == 1)
            return socket
        }
        defer { for socket in there { close(socket) } }
        let channels = try there.map { _ in try listener.accept() }
        for (number, channel) in channels.enumerated() {
            #expect(try channel.read(upTo: 10) == Array(String(number).utf8))
        }
        #expect(failure(of: { try listener.accept(timeout: .milliseconds(100)) })?.code == .timeout)
    }

    @Test("listener.two-at-once: each gets its own connections")
    func two() throws {
        let connected = try ConnectedSession.loggedIn()
        let listeners = try [listen(connected.session), self.listen(connected.session)]
        let there = try listeners.reversed().map { listener in
            let socket = try Loopback.connect(to: listener.boundPort)
            let port = String(listener.boundPort)
            #expect(send(socket, port, port.utf8.count, Int32(MSG_NOSIGNAL)) == port.utf8.count)
            shutdown(socket, Int32(SHUT_WR))
            return socket
        }
        defer { for socket in there { close(socket) } }
        for listener in listeners {
            #expect(try listener.accept().readToEnd() == Array(String(listener.boundPort).utf8))
        }
    }

    @Test("listener.queue-overflow-is-refused: more than may wait are closed, however slowly they come")
    func overflow() throws {
        let connected = try ConnectedSession.loggedIn()
        let listener = try listen(connected.session, queueLimit: 2)
        let there = try (0..<5).map { _ in
            let socket = try Loopback.connect(to: listener.boundPort)
            try connected.session.ping()
            return socket
        }
        defer { for socket in there { close(socket) } }
        while there.filter(Loopback.hasEnded).count < 3 { try connected.session.ping() }
        _ = try [listener.accept(), listener.accept()]
        #expect(failure(of: { try listener.accept(timeout: .zero) })?.code == .timeout)
    }

    @Test("listener.cancel: the server listens no more, who waits is closed, who was accepted goes on")
    func cancel() throws {
        let connected = try ConnectedSession.loggedIn()
        let listener = try listen(connected.session)
        let there = try Loopback.connect(to: listener.boundPort)
        let waiting = try Loopback.connect(to: listener.boundPort)
        defer {
            close(there)
            close(waiting)
        }
        let channel = try listener.accept()
        try listener.cancel()
        try listener.cancel()
        #expect(failure(of: { try listener.accept() })?.code == .badUse)
        try connected.session.ping()
        #expect(throws: (any Error).self) { try Loopback.connect(to: listener.boundPort) }
        try channel.write(Array("goes on".utf8))
        #expect(Loopback.receive(7, from: there) == Array("goes on".utf8))
        #expect(Loopback.receive(1, from: waiting).isEmpty)
    }

    @Test(
        "listener.cancel-wakes-accept: at once, from another thread, answered or not", arguments: [nil, Duration.zero])
    func cancelWakes(timeout: Duration?) throws {
        let connected = try ConnectedSession.loggedIn()
        let listener = try listen(connected.session)
        let waiter = Background { failure(of: { try listener.accept(timeout: .seconds(3600)) })?.code }
        connected.session.yieldUntilSomebodyWaits()
        try? listener.cancel(timeout: timeout)
        #expect(try waiter.value() == .badUse)
        try connected.session.ping()
    }

    @Test("A cancelling wakes who waits for a connection, though the server never answers it")
    func cancelWakesWithoutAnAnswer() throws {
        let (near, far) = try makeSocketPair()
        defer { close(near) }
        let peer = Background {
            defer { close(far) }
            let server = try SocketServer(far)
            try server.logIn()
            try server.next(Message.globalRequest)
            try server.send(Message.requestSuccess) { $0.uint32(4022) }
            while (try? server.next()) != nil {}
        }
        let session = try Session()
        session.timeout = ConnectedSession.patience
        try session.handshake(socket: near)
        try session.authenticate(user: "user", password: "secret")
        let listener = try listen(session)
        let waiter = Background { failure(of: { try listener.accept() })?.code }
        session.yieldUntilSomebodyWaits()
        // libssh2 does not wait for the answer.
        let cancelling = Result { try listener.cancel(timeout: .zero) }
        #expect(session.engine == .libssh2 || (try? cancelling.get()) == nil)
        #expect(try waiter.value() == .badUse)
        session.close()
        shutdown(near, Int32(SHUT_RDWR))
        try peer.value()
    }

    @Test("listener.close-wakes-accept: at once, from another thread")
    func closeWakes() throws {
        let connected = try ConnectedSession.loggedIn()
        let listener = try listen(connected.session)
        let waiter = Background { failure(of: { try listener.accept(timeout: .seconds(3600)) })?.code }
        connected.session.yieldUntilSomebodyWaits()
        connected.session.close()
        #expect(try waiter.value() == .cancelled)
        #expect(failure(of: { try listener.accept() })?.code == .closed)
    }

    @Test("listener.freed-in-any-order: before its session and after it, with connections that wait", arguments: 0..<6)
    func order(number: Int) throws {
        let connected = try ConnectedSession.loggedIn()
        var listener: Listener? = try listen(connected.session)
        let port = try #require(listener?.boundPort)
        let there = try [Loopback.connect(to: port), Loopback.connect(to: port)]
        defer { for socket in there { close(socket) } }
        var channel: Channel? = try listener?.accept()
        for step in 0..<3 {
            switch (number + step * (number < 3 ? 1 : 2)) % 3 {
            case 0: connected.session.close()
            case 1: listener = nil
            default: channel = nil
            }
        }
        #expect(listener == nil && channel == nil)
    }

    @Test("listener.letting-go-stops-listening: without waiting, and who was accepted goes on")
    func lettingGo() throws {
        let connected = try ConnectedSession.loggedIn()
        var listener: Listener? = try listen(connected.session)
        let port = try #require(listener?.boundPort)
        let there = try Loopback.connect(to: port)
        defer { close(there) }
        let channel = try #require(try listener?.accept())
        listener = nil
        try connected.session.ping()
        #expect(throws: (any Error).self) { try Loopback.connect(to: port) }
        try channel.write(Array("goes on".utf8))
        #expect(Loopback.receive(7, from: there) == Array("goes on".utf8))
    }

    @Test("listener.after-a-keepalive: its answer is not taken for the listener's")
    func keepalive() throws {
        let connected = try ConnectedSession.loggedIn()
        connected.session.configureKeepalive(wantsReply: true, interval: 60)
        #expect(try connected.session.sendKeepalive() == 60)
        #expect(try listen(connected.session).boundPort > 0)
    }

    @Test("listener.non-blocking: driven by the caller's own poll loop")
    func nonBlocking() throws {
        let connected = try ConnectedSession.loggedIn()
        connected.session.isBlocking = false
        let listener = try connected.driven { try listen(connected.session) }
        #expect(failure(of: { try listener.accept() })?.code == .again)
        let there = try Loopback.connect(to: listener.boundPort)
        defer { close(there) }
        _ = try connected.driven { try listener.accept() }
        try connected.driven { try listener.cancel() }
    }
}
