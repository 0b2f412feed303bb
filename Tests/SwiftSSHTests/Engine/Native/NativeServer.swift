import Testing

@testable import SwiftSSH

/// A scripted server and the native engine that it talks with: their bytes are handed over, with no socket between.
final class NativeServer: ScriptedServer {
    let engine = NativeEngine()

    /// Says hello.
    init() throws {
        try super.init(hostKey: Self.fixtureKey())
    }

    /// Gives the engine what was sent, and lets it take that in.
    func deliver() throws(SSHError) {
        engine.input.append(outgoing.bytes)
        outgoing.removeAll()
        try engine.pump()
    }

    override func messages() throws -> [[UInt8]] {
        received.append(engine.output.bytes)
        engine.output.removeAll()
        return try super.messages()
    }

    /// Gives turns to a step, answers key exchanges, and hands other messages to `answer`, until the step ends.
    @discardableResult
    func run<Value>(_ step: Step<Value>, answer: ([UInt8]) throws -> Void = { _ in }) throws -> Value {
        for _ in 0..<100 {
            if case .done(let value) = try step() { return value }
            for message in try answerKeyExchange(messages()) { try answer(message) }
            try deliver()
        }
        throw SSHError(.internalError, "the step does not end")
    }

    /// Exchanges keys.
    func handshake() throws {
        try run(engine.handshake())
        try accept()
    }

    /// Gives the client the authentication service.
    private func accept() throws {
        for message in try answerKeyExchange(messages()) where message.first == Message.serviceRequest {
            try send(Message.serviceAccept) { $0.string("ssh-userauth") }
        }
        try deliver()
    }

    /// Lets the user in.
    func logIn() throws {
        try handshake()
        try run(engine.authenticate(user: [1], with: .password(SecretBytes([2])))) { message in
            if message.first == Message.userAuthenticationRequest { try send([Message.userAuthenticationSuccess]) }
        }
    }

    /// Opens a channel, which the server knows by the number 70.
    func openChannel(window: UInt32 = 1 << 20) throws -> NativeChannel {
        let channel = try run(engine.openChannel(ChannelOpening(type: "session"))) { message in
            var reader = WireReader(message)
            guard reader.byte() == Message.channelOpen, reader.stringSlice() != nil, let number = reader.uint32() else {
                return
            }
            try send(Message.channelOpenConfirmation) { writer in
                for value in [number, 70, window, 32768] { writer.uint32(value) }
            }
        }
        return try #require(channel as? NativeChannel)
    }

    /// Sends data on a channel.
    func sendData(_ channel: NativeChannel, _ bytes: [UInt8]) throws {
        try send(Message.channelData) { writer in
            writer.uint32(channel.state.number)
            writer.string(bytes)
        }
    }
}

extension ScriptedServer {
    /// The host key of the fixture that scripted servers have.
    static func fixtureKey() throws -> PrivateKey {
        try PrivateKey(path: Fixture.shared.get()["host_key_ed25519"], passphrase: nil)
    }
}
