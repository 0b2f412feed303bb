/// What is known of a port of the server's that listens for this session (RFC 4254, 7.1).
final class ListenerState {
    let host: [UInt8]
    /// The port; 0 until the server has said which.
    var port: UInt32
    /// Whether the server has agreed.
    var isListening = false
    let queueLimit: Int
    /// Connections that wait to be accepted.
    var waiting: [ChannelState] = []

    init(host: [UInt8], port: UInt32, queueLimit: Int32) {
        self.host = host
        self.port = port
        self.queueLimit = queueLimit > 0 ? Int(queueLimit) : .max
    }
}

/// A port of the server's that listens for a session of the native engine.
final class NativeListener: EngineListener {
    private let engine: NativeEngine
    private let state: ListenerState
    private var cancelling: GlobalRequestTicket?
    private(set) var isCancelled = false

    init(_ state: ListenerState, _ engine: NativeEngine) {
        self.state = state
        self.engine = engine
    }

    var boundPort: UInt16 { UInt16(truncatingIfNeeded: state.port) }

    func accept() throws(SSHError) -> (any EngineChannel)? {
        state.waiting.isEmpty ? nil : NativeChannel(state.waiting.removeFirst(), engine)
    }

    func cancel() throws(SSHError) -> Progress<Void> {
        if isCancelled { return .done(()) }
        if let cancelling {
            guard cancelling.answer != nil else {
                try engine.requireLife()
                return .wouldBlock
            }
            // A server that did not know the port any more does not listen either.
            isCancelled = true
            return .done(())
        }
        try engine.requireLife()
        cancelling = try engine.stopListening(state)
        return .wouldBlock
    }

    func release() -> Progress<Void> {
        if !isCancelled, cancelling == nil, !engine.isOver { _ = try? engine.stopListening(state) }
        isCancelled = true
        return .done(())
    }
}
