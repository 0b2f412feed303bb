internal import CLibSSH2

/// A port of the server's that libssh2 listens on.
final class LibSSH2Listener: EngineListener {
    private let engine: LibSSH2Engine
    private var listener: OpaquePointer?
    /// Connections that were found while bytes were taken in.
    private var waiting: [LibSSH2Channel] = []
    let boundPort: UInt16

    /// Takes over a listener that has just been made.
    init(_ listener: OpaquePointer, _ boundPort: UInt16, _ engine: LibSSH2Engine) {
        self.listener = listener
        self.boundPort = boundPort
        self.engine = engine
        engine.add(self)
    }

    var isCancelled: Bool { listener == nil }

    func accept() throws(SSHError) -> (any EngineChannel)? {
        try takeIn()
        return waiting.isEmpty ? nil : waiting.removeFirst()
    }

    /// Makes libssh2 take in what it is allowed to, and collects the connections that came.
    func takeIn() throws(SSHError) {
        while let listener {
            guard let channel = libssh2_channel_forward_accept(listener) else {
                let code = engine.lastCode
                // Unknown channel is how some versions say that nobody waits.
                if code == LIBSSH2_ERROR_EAGAIN || code == LIBSSH2_ERROR_CHANNEL_UNKNOWN { return }
                throw engine.failure(code, "accept a connection", .channel)
            }
            waiting.append(LibSSH2Channel(channel, engine))
        }
    }

    func cancel() throws(SSHError) -> Progress<Void> {
        guard let listener else { return .done(()) }
        while let channel = waiting.first {
            guard case .done = channel.release() else { return .wouldBlock }
            waiting.removeFirst()
        }
        let code = libssh2_channel_forward_cancel(listener)
        if code == LIBSSH2_ERROR_EAGAIN { return .wouldBlock }
        self.listener = nil
        engine.remove(self)
        return .done(())
    }

    func release() -> Progress<Void> {
        // With a dead connection libssh2 frees its listeners with the session.
        if engine.context.isDead { return .done(()) }
        return (try? cancel()) ?? .done(())
    }
}
