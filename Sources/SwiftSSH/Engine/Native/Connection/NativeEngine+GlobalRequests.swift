/// A global request that waits for its answer.
final class GlobalRequestTicket {
    /// Whether the peer agreed; nil until it has answered.
    var answer: Bool?
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

    /// The port that a connection has come to; nil where nobody listens.
    func listener(host: [UInt8], port: UInt32) -> ListenerState? {
        let those = listeners.filter { $0.isListening && $0.port == port }
        // Some servers name the address that was connected to, not the one that was asked for.
        return those.first { $0.host == host } ?? those.first
    }
}

extension NativeEngine {
    /// Sends a global request that wants an answer.
    private func request(
        _ type: String, _ message: [UInt8] = [], listener: ListenerState? = nil
    ) throws(SSHError) -> GlobalRequestTicket {
        try sendGlobalRequest(type, message, wantsReply: true)
        let ticket = GlobalRequestTicket(listener: listener)
        globalRequests.awaiting.append(ticket)
        return ticket
    }

    private func sendGlobalRequest(_ type: String, _ message: [UInt8], wantsReply: Bool) throws(SSHError) {
        var writer = WireWriter(capacity: 64)
        writer.byte(Message.globalRequest)
        writer.string(type)
        writer.boolean(wantsReply)
        writer.raw(message)
        try send(writer.bytes)
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

    func sendKeepalive() throws(SSHError) {
        try requireLife()
        try sendGlobalRequest(Self.keepalive, [], wantsReply: false)
    }

    func listen(host: [UInt8]?, port: UInt16, queueLimit: Int32) -> Step<any EngineListener> {
        // The address that libssh2 asks for where none is named.
        let state = ListenerState(
            host: host ?? Array("0.0.0.0".utf8), port: UInt32(port), queueLimit: queueLimit)
        var ticket: GlobalRequestTicket?
        return { () throws(SSHError) -> Progress<any EngineListener> in
            if let answer = ticket?.answer {
                if answer { return .done(NativeListener(state, self)) }
                throw SSHError(
                    .requestDenied, "the server refused to listen on port \(port)", phase: .globalRequest)
            }
            try self.requireLife()
            if ticket == nil {
                ticket = try self.request("tcpip-forward", Self.forward(state), listener: state)
            }
            return .wouldBlock
        }
    }

    private static func forward(_ state: ListenerState) -> [UInt8] {
        var writer = WireWriter()
        writer.string(state.host)
        writer.uint32(state.port)
        return writer.bytes
    }

    /// Has the server stop listening, and closes the connections that wait.
    func stopListening(_ state: ListenerState) throws(SSHError) -> GlobalRequestTicket {
        let waiting = state.waiting
        state.waiting = []
        for channel in waiting {
            channel.isLetGo = true
            try close(channel)
        }
        globalRequests.listeners.removeAll { $0 === state }
        return try request("cancel-tcpip-forward", Self.forward(state))
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
        if listener.port == 0 {
            guard let port = reader.uint32(), (1...65535).contains(port) else { throw Message.malformed(number) }
            listener.port = port
        }
        listener.isListening = true
        globalRequests.listeners.append(listener)
    }

    /// Takes in SSH_MSG_CHANNEL_OPEN: only connections to a port that was asked for are taken.
    func receiveOpening(_ reader: inout WireReader) throws(SSHError) {
        guard let type = reader.string(), let sender = reader.uint32(), let window = reader.uint32(),
            let packet = reader.uint32()
        else { throw Message.malformed(Message.channelOpen) }
        guard type.elementsEqual("forwarded-tcpip".utf8) else {
            return try refuseOpening(sender, OpeningRefusal.unknownChannelType, "unknown channel type")
        }
        guard let host = reader.string(), let port = reader.uint32() else {
            throw Message.malformed(Message.channelOpen)
        }
        guard let listener = globalRequests.listener(host: host, port: port) else {
            return try refuseOpening(sender, OpeningRefusal.administrativelyProhibited, "nobody listens there")
        }
        guard listener.waiting.count < listener.queueLimit, channels.hasRoom else {
            return try refuseOpening(sender, OpeningRefusal.resourceShortage, "too many connections wait")
        }
        let opening = ChannelOpening(type: "forwarded-tcpip")
        let state = channels.add(window: opening.windowSize)
        try state.confirm(peerNumber: sender, window: window, largestPacket: packet)
        listener.waiting.append(state)
        var writer = WireWriter(capacity: 17)
        writer.byte(Message.channelOpenConfirmation)
        writer.uint32(sender)
        writer.uint32(state.number)
        writer.uint32(opening.windowSize)
        writer.uint32(opening.packetSize)
        try send(writer.bytes)
    }

    private func refuseOpening(_ sender: UInt32, _ reason: UInt32, _ text: String) throws(SSHError) {
        var writer = WireWriter(capacity: 64)
        writer.byte(Message.channelOpenFailure)
        writer.uint32(sender)
        writer.uint32(reason)
        writer.string(text)
        writer.string("")
        try send(writer.bytes)
    }
}
