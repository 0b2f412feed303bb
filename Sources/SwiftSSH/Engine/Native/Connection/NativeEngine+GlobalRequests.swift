/// A global request that waits for its answer.
final class GlobalRequestTicket: RequestTicket {
    /// What begins to listen when the peer agrees: connections may come right behind its answer.
    let listener: ListenerState?

    init(listener: ListenerState? = nil) {
        self.listener = listener
    }
}

/// The global requests that wait for an answer, and what they have led to (RFC 4254, 4 and 7).
struct GlobalRequests {
    /// The requests, the first first: answers come in their order.
    var awaiting: [GlobalRequestTicket] = []
    var listeners: [ListenerState] = []

    /// The server does not know what came in a packet; tells whether that was one of the requests.
    mutating func refuseAsUnknown(_ packet: PacketNumber) -> Bool {
        guard let index = awaiting.firstIndex(where: { $0.packet == packet }) else { return false }
        awaiting.remove(at: index).refuseAsUnknown()
        return true
    }

    /// Who listens where a connection has come to; nil for nobody.
    func listener(_ place: ListeningPlace) -> ListenerState? {
        let listening = listeners.filter(\.isListening)
        if let exact = listening.first(where: { $0.place == place }) { return exact }
        // Some servers name the address that was connected to, not the one that was asked for.
        guard case .port(_, let port) = place, port > 0 else { return nil }
        return listening.first { $0.place.port == port }
    }
}

extension NativeEngine {
    /// Sends a global request that wants an answer.
    private func request(
        _ type: String, _ message: [UInt8] = [], listener: ListenerState? = nil
    ) throws(SSHError) -> GlobalRequestTicket {
        let ticket = GlobalRequestTicket(listener: listener)
        try sendGlobalRequest(type, message, ticket)
        globalRequests.awaiting.append(ticket)
        return ticket
    }

    private func sendGlobalRequest(
        _ type: String, _ message: [UInt8], _ ticket: GlobalRequestTicket?
    ) throws(SSHError) {
        var writer = WireWriter(capacity: 64)
        writer.byte(Message.globalRequest)
        writer.string(type)
        writer.boolean(ticket != nil)
        writer.raw(message)
        try send(writer.bytes, as: ticket)
    }

    private static let keepalive = "keepalive@openssh.com"

    /// Servers answer what they do not know with a refusal, which is an answer.
    func ping() -> Step<Void> {
        var ticket: GlobalRequestTicket?
        return { () throws(SSHError) -> Progress<Void> in
            if ticket?.answer != nil { return .done(()) }
            try self.requireLife()
            if ticket == nil { ticket = try self.request(Self.keepalive) }
            return .wouldBlock
        }
    }

    func longestMessage(starting type: String) -> Int {
        // OpenSSH takes packets of 256 KiB, everything around the message included.
        max(0, 256 * 1024 - 64 - type.utf8.count)
    }

    func sendKeepalive() throws(SSHError) {
        try requireLife()
        try sendGlobalRequest(Self.keepalive, [], nil)
    }

    func listen(host: [UInt8]?, port: UInt16, queueLimit: Int32) -> Step<any EngineListener> {
        // The address that libssh2 asks for where none is named.
        listen(.port(host: host ?? Array("0.0.0.0".utf8), UInt32(port)), queueLimit)
    }

    func listen(path: [UInt8], queueLimit: Int32) -> Step<any EngineListener> {
        listen(.path(path), queueLimit)
    }

    private func listen(_ place: ListeningPlace, _ queueLimit: Int32) -> Step<any EngineListener> {
        let state = ListenerState(place, queueLimit: queueLimit)
        var ticket: GlobalRequestTicket?
        return { () throws(SSHError) -> Progress<any EngineListener> in
            if let ticket, let answer = ticket.answer {
                if answer { return .done(NativeListener(state, self)) }
                throw SSHError(
                    .requestDenied, "the server refused to listen on \(place.words)\(ticket.reason)",
                    phase: .globalRequest)
            }
            try self.requireLife()
            if ticket == nil, let type = place.listenRequest {
                ticket = try self.request(type, place.message, listener: state)
            }
            return .wouldBlock
        }
    }

    /// Has the server stop listening where it was asked to listen, and closes the connections that wait.
    func stopListening(_ state: ListenerState) throws(SSHError) -> GlobalRequestTicket {
        let waiting = state.waiting
        state.waiting = []
        for channel in waiting {
            channel.isLetGo = true
            try close(channel)
        }
        globalRequests.listeners.removeAll { $0 === state }
        if let type = state.place.cancelRequest { return try request(type, state.place.message) }
        let ticket = GlobalRequestTicket()
        ticket.answer = true
        return ticket
    }

    /// Takes in one of the messages 80 to 82.
    func receiveGlobalMessage(_ payload: [UInt8]) throws(SSHError) {
        let number = payload.first ?? 0
        var reader = WireReader(payload.dropFirst())
        if number == Message.globalRequest {
            guard reader.stringSlice() != nil, let wantsReply = reader.boolean() else {
                throw Message.malformed(number)
            }
            // None is known; the server's probes want an answer, whichever.
            if wantsReply { try send([Message.requestFailure]) }
            return
        }
        guard !globalRequests.awaiting.isEmpty else {
            throw Message.broken("a global request was answered that nobody made")
        }
        let ticket = globalRequests.awaiting.removeFirst()
        ticket.answer = number == Message.requestSuccess
        guard ticket.answer == true, let listener = ticket.listener else { return }
        if case .port(let host, 0) = listener.place {
            guard let port = reader.uint32(), (1...65535).contains(port) else { throw Message.malformed(number) }
            listener.place = .port(host: host, port)
        }
        listener.isListening = true
        globalRequests.listeners.append(listener)
    }
}
