@testable import SwiftSSH

/// A whole connection of the native engine with a server that has exchanged keys with it, and whose messages then are the input's, each
/// behind its length in one byte, in packets. The first byte says what was agreed on, and by what the user logs in; `[20]` stands for new keys
/// that the server begins with, `[20, 0]` for those that the client does.
let nativeConnectionTarget = FuzzTarget(name: "native-connection") { input in
    var bytes = input
    let choice = bytes.takeFirst()
    let connection = KnownConnection(choice, seed: bytes.takeFirst())
    defer { connection.end() }
    var rest = bytes[...]
    while let length = rest.popFirst() {
        let message = [UInt8](rest.prefix(Int(length)))
        rest = rest.dropFirst(Int(length))
        guard !message.isEmpty, connection.takes(message) else { return }
    }
}

/// A server and an engine, and who waits for them.
private final class KnownConnection {
    private let engine = NativeEngine()
    private let server = ScriptedServer(hostKey: knownHostKey)
    private let waiting: WaitingEngine
    private let compresses: Bool
    private let seed: UInt8
    private var isLoggedIn = false

    init(_ choice: UInt8, seed: UInt8) {
        self.seed = seed
        compresses = choice & 1 != 0
        waiting = WaitingEngine(engine)
        server.isStrict = choice & 2 == 0
        server.offer(packetProtections[[0, 2, 3, 5][Int(choice >> 2 & 3)]])
        engine.setCompression(compresses)
        if compresses {
            for purpose in [AlgorithmPurpose.compressionClientToServer, .compressionServerToClient] {
                server.offers[purpose] = ["zlib@openssh.com"]
            }
        }
        let handshake = engine.handshake()
        do {
            while case .wouldBlock = try handshake() { try exchange() }
            try exchange()
            waiting.logIn(choice >> 4)
            if choice & 0x80 != 0 {
                try server.send(Message.serviceAccept) { $0.string("ssh-userauth") }
                try exchange()
                waiting.turn()
            }
        } catch {
            fatalError("the handshake failed: \(error)")
        }
    }

    func end() {
        waiting.end()
    }

    /// Says a message, and lets everybody go on; false when the connection has failed.
    func takes(_ message: [UInt8]) -> Bool {
        do {
            if message == [Message.keyExchangeInit], !server.isRenewing {
                // What is compressed begins anew with new keys; the server here does not know how.
                guard !compresses else { return true }
                try server.sendInit()
            } else if message == [Message.keyExchangeInit, 0], engine.isAuthenticated, !server.isRenewing {
                guard !compresses else { return true }
                try engine.beginKeyExchange()
                waiting.ping()
            } else {
                try server.send(message)
                if compresses, message.first == Message.userAuthenticationSuccess {
                    server.writer.compression = try .compressing()
                }
            }
            try exchange()
        } catch {
            require(engine.failure == nil || (try? engine.pump()) == nil, "the connection goes on after its end")
            return false
        }
        if engine.isAuthenticated, !isLoggedIn {
            isLoggedIn = true
            waiting.begin()
        }
        waiting.turn()
        return true
    }

    /// Hands over what each side has to say until there is nothing more; the server answers key exchanges and nothing else.
    private func exchange() throws {
        while !engine.output.isEmpty || !server.outgoing.isEmpty {
            server.received.append(engine.output.bytes)
            engine.output.removeAll()
            // What the client compresses is of no interest here.
            if !compresses || !engine.isAuthenticated {
                _ = try server.answerKeyExchange(server.messages())
            } else {
                server.received.removeAll()
            }
            let said = Array(server.outgoing.bytes)
            server.outgoing.removeAll()
            for piece in said.pieces(seed) {
                piece.withUnsafeBytes { engine.input.append($0) }
                try engine.pump()
            }
        }
    }
}
