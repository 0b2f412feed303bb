extension NativeEngine {
    private static let forwardedTCPIP = "forwarded-tcpip"
    private static let forwardedStreamLocal = "forwarded-streamlocal@openssh.com"

    func listen(for kind: ForwardedKind, queueLimit: Int32) throws(SSHError) -> any EngineListener {
        try requireLife()
        guard globalRequests.listener(.forwarded(kind)) == nil else { throw kind.isListenedFor }
        let state = ListenerState(.forwarded(kind), queueLimit: queueLimit)
        state.isListening = true
        globalRequests.listeners.append(state)
        return NativeListener(state, self)
    }

    func forwards(_ kind: ForwardedKind) -> Bool { forwarded.contains(kind) }

    /// Takes in SSH_MSG_CHANNEL_OPEN: only connections that were asked for are taken.
    func receiveOpening(_ reader: inout WireReader) throws(SSHError) {
        guard let type = reader.string(), let sender = reader.uint32(), let window = reader.uint32(),
            let packet = reader.uint32()
        else { throw Message.malformed(Message.channelOpen) }
        guard let place = try Self.place(type, &reader) else {
            return try refuseOpening(sender, OpeningRefusal.unknownChannelType, "unknown channel type")
        }
        if case .forwarded(let kind) = place, !forwards(kind) {
            return try refuseOpening(sender, OpeningRefusal.administrativelyProhibited, "nobody has asked for it")
        }
        guard let listener = globalRequests.listener(place) else {
            return try refuseOpening(sender, OpeningRefusal.administrativelyProhibited, "nobody listens there")
        }
        guard listener.waiting.count < listener.queueLimit, channels.hasRoom else {
            return try refuseOpening(sender, OpeningRefusal.resourceShortage, "too many connections wait")
        }
        let opening = ChannelOpening(type: String(decoding: type, as: UTF8.self))
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

    /// Where a connection comes from, by the channel's type and what follows in its opening; nil for a type that nobody knows.
    private static func place(_ type: [UInt8], _ reader: inout WireReader) throws(SSHError) -> ListeningPlace? {
        let malformed = Message.malformed(Message.channelOpen)
        if type.elementsEqual(forwardedTCPIP.utf8) {
            guard let host = reader.string(), let port = reader.uint32() else { throw malformed }
            return .port(host: host, port)
        }
        if type.elementsEqual(forwardedStreamLocal.utf8) {
            guard let path = reader.string() else { throw malformed }
            return .path(path)
        }
        guard let kind = ForwardedKind.allCases.first(where: { type.elementsEqual($0.channelType.utf8) }) else {
            return nil
        }
        // RFC 4254, 6.3.2: who has connected to the display.
        if kind == .x11, reader.stringSlice() == nil || reader.uint32() == nil { throw malformed }
        return .forwarded(kind)
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
