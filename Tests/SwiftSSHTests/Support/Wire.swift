import Glibc

@testable import SwiftSSH

/// Carries bytes between a client and a server, both ways, in threads of its own; what the server sends can be held.
final class Wire: Sendable {
    private let state = State()
    private let threads: [Background<Void>]
    private let ends: [Int32]

    /// Begins to carry. The descriptors stay the caller's.
    init(client: Int32, server: Int32) {
        let client = fcntl(client, F_DUPFD_CLOEXEC, 0)
        let server = fcntl(server, F_DUPFD_CLOEXEC, 0)
        ends = [client, server]
        let state = state
        threads = [
            Background {
                Self.carry(from: client, to: server) { state.note() }
                state.end()
            },
            Background {
                Self.carry(from: server, to: client) { state.waitWhileHeld() }
                state.end()
            },
        ]
    }

    deinit {
        isHeld = false
        for end in ends { shutdown(end, Int32(SHUT_RDWR)) }
        for thread in threads { try? thread.value() }
        for end in ends { close(end) }
    }

    /// Whether what the server sends is held.
    var isHeld: Bool {
        get { state.isHeld }
        set { state.hold(newValue) }
    }

    /// Waits until so many more pieces have come from the client; false when one side ends the connection first.
    func waitForPieces(_ count: Int) -> Bool {
        state.wait(count)
    }

    private static func carry(from source: Int32, to target: Int32, _ before: () -> Void) {
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = recv(source, &buffer, buffer.count, 0)
            if count <= 0 { break }
            before()
            var sent = 0
            while sent < count {
                let more = buffer[sent..<count].withUnsafeBytes {
                    send(target, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if more <= 0 { return }
                sent += more
            }
        }
        shutdown(target, Int32(SHUT_WR))
    }

    private final class State: Sendable {
        private let lock = Lock()
        // Touched with the lock held.
        nonisolated(unsafe) private var holds = false
        nonisolated(unsafe) private var pieces = 0
        nonisolated(unsafe) private var hasEnded = false

        var isHeld: Bool { lock.withLock { holds } }

        func hold(_ holds: Bool) {
            lock.withLock {
                self.holds = holds
                lock.wakeAll()
            }
        }

        func note() {
            lock.withLock {
                pieces += 1
                lock.wakeAll()
            }
        }

        func end() {
            lock.withLock {
                hasEnded = true
                lock.wakeAll()
            }
        }

        func wait(_ count: Int) -> Bool {
            lock.withLock {
                let end = pieces + count
                while pieces < end, !hasEnded { lock.wait(until: .never) }
                return pieces >= end
            }
        }

        func waitWhileHeld() {
            lock.withLock {
                while holds { lock.wait(until: .never) }
            }
        }
    }
}

/// Runs a test with a session that its user has logged in on, over a wire on which the server's answers can be held.
/// - Parameter options: Lines of the server's configuration.
func overWire(_ options: [String] = [], _ body: (Wire, Session) throws -> Void) throws {
    let (near, far) = try makeSocketPair()
    defer {
        close(near)
        close(far)
    }
    let fixture = try Fixture.shared.get()
    let server = try InetdServer(fixture.sshd(options))
    let wire = Wire(client: far, server: server.socket)
    let session = try Session.patient()
    defer { session.close() }
    try session.handshake(socket: near)
    try session.authenticate(user: fixture.user, password: fixture.password)
    try body(wire, session)
}

/// A port in front of a server's, for one connection, with a ``Wire`` between.
final class ListeningWire: Sendable {
    /// The port to connect to.
    let port: UInt16
    private let accepting: Background<Wire>

    /// Listens; the connection to `target` is made when somebody comes.
    init(to target: UInt16) throws {
        let (listener, port) = try Loopback.port(listening: true)
        self.port = port
        accepting = Background {
            defer { close(listener) }
            let client = Loopback.accept(listener)
            let server = try Loopback.connect(to: target)
            defer {
                close(client)
                close(server)
            }
            return Wire(client: client, server: server)
        }
    }

    /// The wire, when somebody has connected. To be called once.
    func wire() throws -> Wire {
        try accepting.value()
    }
}
