import Foundation

@testable import SwiftSSH

/// An agent that answers as the test says: truthfully, late, falsely or not at all.
final class ScriptedAgent: Sendable {
    /// What it does when it is asked.
    enum Answer: Sendable {
        /// A message, the length of which is put before it.
        case message([UInt8])
        /// Bytes as they are; with `thenCloses` it closes the connection.
        case bytes([UInt8], thenCloses: Bool)
        /// Nothing.
        case silence
        /// Closes the connection.
        case close

        /// It does not do it.
        static let refusal = Answer.message([5])
    }

    /// The path of its socket.
    let path: String
    private let directory: TemporaryDirectory
    private let listener: Int32

    /// Starts an agent.
    /// - Parameter answer: Its answer to a message, of which it gets the content; called in a thread of the connection's own.
    init(_ answer: @escaping @Sendable ([UInt8]) -> Answer) throws {
        directory = try TemporaryDirectory()
        path = directory.path("agent")
        let listener = try Self.listen(path)
        self.listener = listener
        Thread.detachNewThread {
            while case let connection = Loopback.accept(listener), connection >= 0 {
                Thread.detachNewThread {
                    Self.serve(connection, answer)
                    close(connection)
                }
            }
            close(listener)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    /// A listening socket.
    static func listen(_ path: String, backlog: Int32 = 16) throws -> Int32 {
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard code == 0, Glibc.listen(listener, backlog) == 0 else {
            throw TemporaryDirectory.Failure(path: path, errno: errno)
        }
        return listener
    }

    private static func serve(_ connection: Int32, _ answer: ([UInt8]) -> Answer) {
        while let header = receive(connection, 4) {
            var reader = WireReader(header)
            guard let length = reader.uint32(), let message = receive(connection, Int(length)) else { return }
            switch answer(message) {
            case .message(let content):
                var writer = WireWriter()
                writer.string(content)
                send(connection, writer.bytes)
            case .bytes(let bytes, let thenCloses):
                send(connection, bytes)
                if thenCloses { return }
            case .silence: break
            case .close: return
            }
        }
    }

    private static func receive(_ connection: Int32, _ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return recv(connection, &bytes, count, Int32(MSG_WAITALL)) == count ? bytes : nil
    }

    private static func send(_ connection: Int32, _ bytes: [UInt8]) {
        _ = Glibc.send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
}

extension ScriptedAgent {
    /// The answer to a question for the keys.
    static func list(_ keys: [[UInt8]], count: UInt32? = nil) -> Answer {
        var writer = WireWriter()
        writer.byte(12)
        writer.uint32(count ?? UInt32(keys.count))
        for key in keys {
            writer.string(key)
            writer.string("a key")
        }
        return .message(writer.bytes)
    }

    /// The answer with a signature.
    static func signature(_ algorithm: String, _ bare: [UInt8]) -> Answer {
        var signature = WireWriter()
        signature.string(algorithm)
        signature.string(bare)
        var writer = WireWriter()
        writer.byte(14)
        writer.string(signature.bytes)
        return .message(writer.bytes)
    }

    /// An agent with a key of the fixture.
    /// - Parameter whenAsked: What it does when it is to sign; nil signs.
    static func holding(
        _ key: String = "client_ed25519", whenAsked: @escaping @Sendable () -> Answer? = { nil }
    ) throws -> ScriptedAgent {
        let key = try PrivateKey(path: try Fixture.shared.get().key(key), passphrase: nil)
        return try ScriptedAgent { question in
            if question.first == 11 { return list([key.publicKeyBlob]) }
            if let answer = whenAsked() { return answer }
            var reader = WireReader(question.dropFirst())
            guard reader.string() == key.publicKeyBlob, let data = reader.string(),
                let name = try? SignatureAlgorithm.name(userAuthenticationData: data),
                let algorithm = SignatureAlgorithm(name: name), reader.uint32() == algorithm.agentFlags,
                let bare = try? key.signature(over: data, algorithm: algorithm)
            else { return .refusal }
            return signature(algorithm.name, bare)
        }
    }
}

/// Lets somebody through when the test says so.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let arrived = DispatchSemaphore(value: 0)

    private let lock = Lock()
    nonisolated(unsafe) private var isReached = false

    /// Whether somebody has come to it to pass.
    var hasBeenReached: Bool { lock.withLock { isReached } }

    /// Waits until it is opened.
    func pass() {
        lock.withLock { isReached = true }
        arrived.signal()
        semaphore.wait()
    }

    /// Ends the wait for somebody.
    func arrive() { arrived.signal() }

    /// Lets one through.
    func open() { semaphore.signal() }

    /// Waits until somebody stands before it.
    func waitForSomebody() { arrived.wait() }
}
