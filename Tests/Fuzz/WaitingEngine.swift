@testable import SwiftSSH

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

/// A native engine whose callers wait for a server.
final class WaitingEngine {
    let engine: NativeEngine
    private var waiters: [any Waiting] = []
    private var channels: [any EngineChannel] = []
    private var listeners: [any EngineListener] = []

    init(_ engine: NativeEngine) {
        self.engine = engine
    }

    /// Has a user log in.
    /// - Parameter choice: By what.
    func logIn(_ choice: UInt8) {
        let credential: Credential
        switch choice % 8 {
        case 0:
            credential = .keyboardInteractive { request throws(SSHError) in
                request.prompts.map { _ in SecretBytes([2]) }
            }
        case 1, 5: credential = .password(SecretBytes([3]), new: SecretBytes([4]))
        case 2, 6: credential = .publicKey(blob: Self.keyBlob) { _, _ throws(SSHError) in .done([5]) }
        case 4: credential = .hostBased(knownHostCredential)
        default: return wait(engine.authenticationMethods(user: [1])) { _ in }
        }
        wait(engine.authenticate(user: [1], with: credential)) { _ in }
    }

    /// A key whose algorithms the server is asked about, one after the other.
    static let keyBlob: [UInt8] = {
        var writer = WireWriter()
        writer.string("ssh-rsa")
        return writer.bytes
    }()

    /// Asks for an answer.
    func ping() {
        wait(engine.ping()) { _ in }
        turn()
    }

    /// Makes requests of every kind.
    func begin() {
        wait(engine.openChannel(ChannelOpening(type: "session"))) { self.started($0) }
        // One whose window is soon used up, and granted again.
        wait(engine.openChannel(ChannelOpening(type: "session", windowSize: 300))) { self.started($0) }
        wait(engine.listen(host: nil, port: 0, queueLimit: 2)) { self.listeners.append($0) }
        wait(engine.ping()) { _ in }
        wait(engine.listen(path: [1], queueLimit: 2)) { self.listeners.append($0) }
        for kind in ForwardedKind.allCases {
            if let listener = try? engine.listen(for: kind, queueLimit: 2) { listeners.append(listener) }
        }
        turn()
    }

    private func started(_ channel: any EngineChannel) {
        channels.append(channel)
        wait(channel.request(.startup(type: "exec", message: [1]))) { _ in }
        wait(channel.request(.agentForwarding)) { _ in }
        wait(
            channel.request(.x11(isSingleConnection: false, authenticationProtocol: nil, cookie: [6], screen: 0))
        ) { _ in }
    }

    private func wait<Value>(_ step: @escaping Step<Value>, _ then: @escaping (Value) -> Void) {
        waiters.append(Waiter(step, then))
    }

    /// Nobody waits any more: what is done with answers holds on to this.
    func end() {
        waiters = []
    }

    /// Lets all callers go on.
    func turn() {
        let waiting = waiters
        waiters = []
        for waiter in waiting where !waiter.isOver() { waiters.append(waiter) }
        for listener in listeners {
            while let channel = (try? listener.accept()) ?? nil { channels.append(channel) }
            if channels.count > 3 { _ = try? listener.cancel() }
        }
        // What comes for a channel that nobody has any more is of no interest, and may come all the same.
        if channels.count > 4 { _ = channels.removeFirst().release() }
        withUnsafeTemporaryAllocation(byteCount: 100, alignment: 1) { buffer in
            for channel in channels {
                let count = (try? channel.read(stream: 0, into: buffer)) ?? 0
                require(count <= buffer.count, "more was read than there is room for")
                _ = try? channel.adjustReceiveWindow(by: 300, isForced: false)
                if channel.hasReachedEOF { _ = try? channel.close() }
                _ = try? channel.write(stream: 0, UnsafeRawBufferPointer(buffer))
            }
        }
    }
}
