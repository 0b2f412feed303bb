/// Where connections come from that a server hands over.
enum ListeningPlace: Equatable {
    /// A port at an address (RFC 4254, 7.1); 0 until the server has said which.
    case port(host: [UInt8], UInt32)
    /// A UNIX socket (OpenSSH's `PROTOCOL`, 2.4).
    case path([UInt8])
    /// What a channel has asked the server to forward from here: no global request begins or ends it.
    case forwarded(ForwardedKind)

    /// The types of the requests that begin and end it; nil for none.
    var listenRequest: String? {
        switch self {
        case .port: "tcpip-forward"
        case .path: "streamlocal-forward@openssh.com"
        case .forwarded: nil
        }
    }
    var cancelRequest: String? { listenRequest.map { "cancel-" + $0 } }

    /// What both requests say.
    var message: [UInt8] {
        var writer = WireWriter()
        switch self {
        case .port(let host, let port):
            writer.string(host)
            writer.uint32(port)
        case .path(let path):
            writer.string(path)
        case .forwarded: break
        }
        return writer.bytes
    }

    /// The port; 0 where there is none.
    var port: UInt32 {
        if case .port(_, let port) = self { return port }
        return 0
    }

    /// What it is called in messages.
    var words: String {
        switch self {
        case .port(_, let port): "port \(port)"
        case .path(let path): "the UNIX socket \(String(escaping: path, limit: 256))"
        case .forwarded(let kind): kind.words
        }
    }
}

/// What is known of a place that connections for this session come from.
final class ListenerState {
    var place: ListeningPlace
    /// Whether the server has agreed.
    var isListening = false
    let queueLimit: Int
    /// Connections that wait to be accepted.
    var waiting: [ChannelState] = []

    init(_ place: ListeningPlace, queueLimit: Int32) {
        self.place = place
        self.queueLimit = queueLimit > 0 ? Int(queueLimit) : .max
    }
}

/// A place that hands connections over to a session of the native engine.
final class NativeListener: EngineListener {
    private let engine: NativeEngine
    private let state: ListenerState
    private var cancelling: GlobalRequestTicket?
    private var isReleased = false

    init(_ state: ListenerState, _ engine: NativeEngine) {
        self.state = state
        self.engine = engine
    }

    var boundPort: UInt16 { UInt16(truncatingIfNeeded: state.place.port) }
    var isCancelled: Bool { isReleased || cancelling != nil }

    func accept() throws(SSHError) -> (any EngineChannel)? {
        state.waiting.isEmpty ? nil : NativeChannel(state.waiting.removeFirst(), engine)
    }

    /// A server that did not know the port any more does not listen either: any answer will do.
    func cancel() throws(SSHError) -> Progress<Void> {
        if let cancelling { return cancelling.answer == nil ? .wouldBlock : .done(()) }
        try engine.requireLife()
        let cancelling = try engine.stopListening(state)
        self.cancelling = cancelling
        return cancelling.answer == nil ? .wouldBlock : .done(())
    }

    func release() -> Progress<Void> {
        if !isCancelled, !engine.isOver { _ = try? engine.stopListening(state) }
        isReleased = true
        return .done(())
    }
}
