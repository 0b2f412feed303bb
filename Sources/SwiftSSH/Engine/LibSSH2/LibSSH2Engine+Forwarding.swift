internal import CLibSSH2

extension LibSSH2Engine {
    func listen(for kind: ForwardedKind, queueLimit: Int32) throws(SSHError) -> any EngineListener {
        try requireForwarding(kind)
        guard forwardListeners[kind]?.object == nil else { throw kind.isListenedFor }
        let listener = LibSSH2ForwardListener(kind, queueLimit: queueLimit, self)
        forwardListeners[kind] = Weak(listener)
        return listener
    }

    /// libssh2 gives neither the session's identifier nor the signature.
    var sessionBinding: SessionBinding? { nil }

    func forwards(_ kind: ForwardedKind) -> Bool { forwarded.contains(kind) }

    /// Refuses what libssh2 would leave unanswered: up to 1.10 it knows no connections to an agent, and who made one on the server would wait for ever.
    func requireForwarding(_ kind: ForwardedKind) throws(SSHError) {
        guard kind == .agent, !capabilities.contains(.agentForwarding) else { return }
        throw SSHError(
            .methodNotSupported,
            "libssh2 \(LibSSH2Library.version) cannot forward the agent; 1.11 or newer can, and the native engine",
            phase: .forwarding)
    }

    /// A channel asks the server to forward something, or has its answer. From the question on libssh2 takes what comes, also where nobody
    /// listens: its own refusal of connections to an agent is a byte too long, up to 1.11.1 at least, and OpenSSH ends the connection for that.
    /// - Parameter isAgreed: The answer; nil while there is none. Connections may come right behind it, before it is seen here.
    func noteForwarding(_ kind: ForwardedKind, isAgreed: Bool?) {
        if isAgreed == true { forwarded.insert(kind) }
        let isTaken = forwards(kind) || isAgreed == nil
        switch kind {
        case .agent: swiftssh_libssh2_set_agent_callback(session, isTaken ? libssh2AgentOpened : nil)
        case .x11: swiftssh_libssh2_set_x11_callback(session, isTaken ? libssh2X11Opened : nil)
        }
    }

    /// Gives the connections that libssh2 has taken to those who listen for them; others are closed.
    func collectHandedOver() {
        let found = context.handedOver
        context.handedOver = []
        for (kind, channel) in found {
            let channel = LibSSH2Channel(channel, self)
            if let listener = forwardListeners[kind]?.object { listener.add(channel) } else { unwanted.refuse(channel) }
        }
        _ = unwanted.closeRefused()
        for listener in forwardListeners.values { listener.object?.closeRefused() }
    }
}

/// The connections that a server hands over to libssh2 because something is forwarded to it.
final class LibSSH2ForwardListener: EngineListener {
    private let engine: LibSSH2Engine
    private let kind: ForwardedKind
    private var queue: LibSSH2ConnectionQueue
    private(set) var isCancelled = false

    init(_ kind: ForwardedKind, queueLimit: Int32, _ engine: LibSSH2Engine) {
        self.kind = kind
        self.engine = engine
        queue = LibSSH2ConnectionQueue(limit: queueLimit)
    }

    var boundPort: UInt16 { 0 }

    /// Adds a connection.
    func add(_ channel: LibSSH2Channel) {
        queue.add(channel)
    }

    /// Closes connections that were one too many, as far as that goes now.
    func closeRefused() {
        _ = queue.closeRefused()
    }

    func accept() throws(SSHError) -> (any EngineChannel)? {
        engine.collectHandedOver()
        return queue.next()
    }

    func cancel() throws(SSHError) -> Progress<Void> {
        if !isCancelled {
            engine.collectHandedOver()
            isCancelled = true
            engine.forwardListeners[kind] = nil
        }
        if engine.context.isDead { return .done(()) }
        return queue.refuseAll() ? .done(()) : .wouldBlock
    }

    func release() -> Progress<Void> {
        (try? cancel()) ?? .done(())
    }
}
