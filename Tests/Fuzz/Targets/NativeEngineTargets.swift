@testable import SwiftSSH

/// The native engine's handshake with a server that sends anything, in pieces.
let nativeHandshakeTarget = FuzzTarget(name: "native-handshake") { input in
    var bytes = input
    let engine = NativeEngine()
    let handshake = engine.handshake()
    for piece in bytes.pieces(bytes.takeFirst()) {
        piece.withUnsafeBytes { engine.input.append($0) }
        do throws(SSHError) {
            // Nobody can prove to own a key without knowing what is random here.
            if case .done = try handshake() { fatalError("the handshake has ended") }
        } catch {
            break
        }
    }
    engine.abandon()
}

/// The messages of authentication and of the connection as they come out of the native engine's packets, each behind its length in
/// one byte, while requests of every kind wait for their answers.
let nativeMessagesTarget = FuzzTarget(name: "native-messages") { input in
    let waiting = WaitingEngine()
    defer { waiting.end() }
    var rest = input[...]
    while let length = rest.popFirst() {
        let message = [UInt8](rest.prefix(Int(length)))
        rest = rest.dropFirst(Int(length))
        guard let number = message.first, waiting.takes(message, number) else { return }
        waiting.turn()
    }
}

/// A caller that waits for a server.
private protocol Waiting {
    /// Goes on; tells whether nothing more is waited for.
    func isOver() -> Bool
}

/// A caller that waits for a value.
private struct Waiter<Value>: Waiting {
    private let step: Step<Value>
    private let then: (Value) -> Void

    init(_ step: @escaping Step<Value>, _ then: @escaping (Value) -> Void) {
        self.step = step
        self.then = then
    }

    func isOver() -> Bool {
        do throws(SSHError) {
            guard case .done(let value) = try step() else { return false }
            then(value)
        } catch {
            // A refusal is an answer too.
        }
        return true
    }
}

/// A native engine without keys whose callers wait for a server.
private final class WaitingEngine {
    private let engine = NativeEngine()
    private var waiters: [any Waiting] = []
    private var channels: [any EngineChannel] = []
    private var listeners: [any EngineListener] = []

    init() {
        engine.userAuthentication.service = .accepted
        wait(
            engine.authenticate(
                user: [1], with: .keyboardInteractive { request throws(SSHError) in request.prompts.map { _ in [2] } })
        ) { _ in }
        wait(engine.openChannel(ChannelOpening(type: "session"))) { self.started($0) }
        wait(engine.openChannel(ChannelOpening(type: "session"))) { self.started($0) }
        wait(engine.listen(host: nil, port: 0, queueLimit: 2)) { self.listeners.append($0) }
        wait(engine.ping()) { _ in }
        wait(engine.listen(path: [1], queueLimit: 2)) { self.listeners.append($0) }
        turn()
    }

    private func started(_ channel: any EngineChannel) {
        channels.append(channel)
        wait(channel.request(.startup(type: "exec", message: [1]))) { _ in }
        wait(channel.request(.agentForwarding)) { _ in }
    }

    private func wait<Value>(_ step: @escaping Step<Value>, _ then: @escaping (Value) -> Void) {
        waiters.append(Waiter(step, then))
    }

    /// Nobody waits any more: what is done with answers holds on to this.
    func end() {
        waiters = []
    }

    /// Takes a message in; false when the connection has failed.
    func takes(_ message: [UInt8], _ number: UInt8) -> Bool {
        do throws(SSHError) {
            switch number {
            case Message.serviceAccept...Message.extensionInformation, 51...53, 60...79:
                try engine.receiveUserAuthentication(message)
            case Message.globalRequest...Message.requestFailure: try engine.receiveGlobalMessage(message)
            case Message.channelData, Message.channelExtendedData: try data(message, number)
            case Message.channelOpen...Message.channelFailure: try engine.receiveChannelMessage(message)
            default: break
            }
            return true
        } catch {
            return false
        }
    }

    private func data(_ message: [UInt8], _ number: UInt8) throws(SSHError) {
        var result: Result<Void, SSHError> = .success(())
        message.withUnsafeBytes { payload in
            do throws(SSHError) {
                if number == Message.channelData {
                    try engine.receiveChannelData(payload)
                } else {
                    try engine.receiveChannelExtendedData(payload)
                }
            } catch {
                result = .failure(error)
            }
        }
        try result.get()
    }

    /// Lets all callers go on.
    func turn() {
        let waiting = waiters
        waiters = []
        for waiter in waiting where !waiter.isOver() { waiters.append(waiter) }
        for listener in listeners {
            while let channel = (try? listener.accept()) ?? nil { channels.append(channel) }
        }
        withUnsafeTemporaryAllocation(byteCount: 100, alignment: 1) { buffer in
            for channel in channels {
                let count = (try? channel.read(stream: 0, into: buffer)) ?? 0
                require(count <= buffer.count, "more was read than there is room for")
                if channel.hasReachedEOF { _ = try? channel.close() }
                _ = try? channel.write(stream: 0, UnsafeRawBufferPointer(buffer))
            }
        }
        engine.output.removeAll()
    }
}
