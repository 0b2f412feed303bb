internal import CLibSSH2

/// A port of the server's that libssh2 listens on.
final class LibSSH2Listener: EngineListener {
    private let engine: LibSSH2Engine
    private var listener: OpaquePointer?
    private var queue: LibSSH2ConnectionQueue
    private(set) var isCancelled = false
    let boundPort: UInt16

    /// Takes over a listener that has just been made.
    init(_ listener: OpaquePointer, _ boundPort: UInt16, queueLimit: Int32, _ engine: LibSSH2Engine) {
        self.listener = listener
        queue = LibSSH2ConnectionQueue(limit: queueLimit)
        self.boundPort = boundPort
        self.engine = engine
        engine.add(self)
    }

    func accept() throws(SSHError) -> (any EngineChannel)? {
        try takeIn()
        return queue.next()
    }

    /// Makes libssh2 take in what it is allowed to, and collects the connections that came.
    func takeIn() throws(SSHError) {
        while let listener {
            guard let channel = libssh2_channel_forward_accept(listener) else {
                let code = engine.lastCode
                if code == LIBSSH2_ERROR_EAGAIN { break }
                throw failure(code)
            }
            // libssh2's own limit does not see those that were taken from it to wait here.
            queue.add(LibSSH2Channel(channel, engine))
        }
        _ = queue.closeRefused()
    }

    private func failure(_ code: Int32) -> SSHError {
        var error = engine.failure(code, "accept a connection", .channel)
        // This is what libssh2 makes of every packet that it could not take in, whatever was wrong with it.
        if error.code == .channelUnknown {
            engine.context.isDamaged = true
            error.code = .protocolError
            error.message = "a packet was damaged or broke the protocol; libssh2 does not say how"
        }
        return error
    }

    func cancel() throws(SSHError) -> Progress<Void> {
        // With a dead connection libssh2 frees its listeners with the session.
        guard let listener, !engine.context.isDead else { return .done(()) }
        isCancelled = true
        guard queue.refuseAll() else { return .wouldBlock }
        let code = libssh2_channel_forward_cancel(listener)
        if code == LIBSSH2_ERROR_EAGAIN { return .wouldBlock }
        self.listener = nil
        engine.remove(self)
        return .done(())
    }

    func release() -> Progress<Void> {
        (try? cancel()) ?? .done(())
    }
}
