extension NativeEngine {
    // MARK: Opening

    func openChannel(_ opening: ChannelOpening) -> Step<any EngineChannel> {
        var opened: ChannelState?
        return { () throws(SSHError) -> Progress<any EngineChannel> in
            if let state = opened {
                switch state.opening {
                case .open: return .done(NativeChannel(state, self))
                case .refused(let error): throw error
                case .underWay: try self.requireLife()
                }
                return .wouldBlock
            }
            try self.requireLife()
            let state = self.channels.add(window: opening.windowSize)
            opened = state
            var writer = WireWriter(capacity: 64 + opening.message.count)
            writer.byte(Message.channelOpen)
            writer.string(opening.type)
            writer.uint32(state.number)
            writer.uint32(opening.windowSize)
            writer.uint32(opening.packetSize)
            writer.raw(opening.message)
            try self.send(writer.bytes, as: state.openingRequest)
            return .wouldBlock
        }
    }

    // MARK: Sending

    /// Sends a message that is only a number and a channel.
    func send(_ number: UInt8, _ state: ChannelState) throws(SSHError) {
        var writer = WireWriter(capacity: 5)
        writer.byte(number)
        writer.uint32(state.peerNumber)
        try send(writer.bytes)
    }

    /// Closes this side of a channel, once.
    func close(_ state: ChannelState) throws(SSHError) {
        guard state.isOpen, !state.hasSentClose, !isOver else { return }
        state.hasSentClose = true
        try send(Message.channelClose, state)
        if state.isOver { channels.remove(state) }
    }

    /// Sends as much data as one packet takes, with one copy of it; gives how many bytes that was, 0 when there is no room now.
    func sendData(_ state: ChannelState, stream: UInt32, _ bytes: UnsafeRawBufferPointer) throws(SSHError) -> Int {
        let count = min(bytes.count, Int(clamping: state.sendWindow), state.largestPiece)
        guard count > 0, !state.hasReceivedClose, !keyExchange.holdsMessages else { return 0 }
        let header = stream == 0 ? 9 : 13
        let peerNumber = state.peerNumber
        let piece = UnsafeRawBufferPointer(rebasing: bytes[..<count])
        try writer.append(header + count, to: output) { room in
            guard room.count == header + count else { return }
            room[0] = stream == 0 ? Message.channelData : Message.channelExtendedData
            room.storeBytes(of: peerNumber.bigEndian, toByteOffset: 1, as: UInt32.self)
            if stream != 0 { room.storeBytes(of: stream.bigEndian, toByteOffset: 5, as: UInt32.self) }
            room.storeBytes(of: UInt32(clamping: count).bigEndian, toByteOffset: header - 4, as: UInt32.self)
            UnsafeMutableRawBufferPointer(rebasing: room[header...]).copyMemory(from: piece)
        }
        state.sendWindow -= UInt64(count)
        try renewKeysWhenDue()
        return count
    }

    /// Grants the peer what its reader has made room for.
    func grantWindow(_ state: ChannelState) throws(SSHError) {
        guard !isOver, state.isOpen, !state.hasSentClose, !state.hasReceivedEOF else { return }
        try sendGrant(state.receiveWindow.grant(unread: state.output.count + state.error.count), state)
    }

    /// Tells the peer of a grant; 0 is not worth a message.
    func sendGrant(_ bytes: UInt32, _ state: ChannelState) throws(SSHError) {
        if bytes == 0 { return }
        var writer = WireWriter(capacity: 9)
        writer.byte(Message.channelWindowAdjust)
        writer.uint32(state.peerNumber)
        writer.uint32(bytes)
        try send(writer.bytes)
    }

    // MARK: Receiving

    /// Takes in SSH_MSG_CHANNEL_DATA: number, channel, length, data.
    func receiveChannelData(_ payload: UnsafeRawBufferPointer) throws(SSHError) {
        try receiveData(payload, header: 9, stream: 0)
    }

    /// Takes in SSH_MSG_CHANNEL_EXTENDED_DATA: number, channel, type, length, data.
    func receiveChannelExtendedData(_ payload: UnsafeRawBufferPointer) throws(SSHError) {
        guard payload.count >= 13 else { throw Message.malformed(Message.channelExtendedData) }
        let type = PacketBytes.uint32(UnsafeRawBufferPointer(rebasing: payload[5...]))
        // Type 0 is none, and stream 0 is not what it would be for.
        try receiveData(payload, header: 13, stream: type == 0 ? .max : type)
    }

    private func receiveData(_ payload: UnsafeRawBufferPointer, header: Int, stream: UInt32) throws(SSHError) {
        guard payload.count >= header else { throw Message.malformed(payload.first ?? 0) }
        let number = PacketBytes.uint32(UnsafeRawBufferPointer(rebasing: payload[1...]))
        let count = PacketBytes.uint32(UnsafeRawBufferPointer(rebasing: payload[(header - 4)...]))
        guard Int(count) == payload.count - header else { throw Message.malformed(payload.first ?? 0) }
        let state = try openChannel(number)
        let unread = state.output.count + state.error.count
        try state.receive(UnsafeRawBufferPointer(rebasing: payload[header...]), stream: stream)
        // What was dropped will be taken by nobody.
        if state.output.count + state.error.count == unread { try grantWindow(state) }
    }

    /// A channel that the peer may send on.
    private func openChannel(_ number: UInt32) throws(SSHError) -> ChannelState {
        guard let state = channels[number], state.isOpen, !state.hasReceivedClose else {
            throw Message.broken("a message came for channel \(number), which is not open")
        }
        return state
    }

    /// Takes in one of the messages 90 to 100, data apart.
    func receiveChannelMessage(_ payload: [UInt8]) throws(SSHError) {
        let number = payload.first ?? 0
        var reader = WireReader(payload.dropFirst())
        if number == Message.channelOpen { return try receiveOpening(&reader) }
        guard let recipient = reader.uint32() else { throw Message.malformed(number) }
        if number == Message.channelOpenConfirmation || number == Message.channelOpenFailure {
            return try receiveOpeningAnswer(number, recipient, &reader)
        }
        let state = try openChannel(recipient)
        switch number {
        case Message.channelWindowAdjust:
            guard let bytes = reader.uint32() else { throw Message.malformed(number) }
            guard state.sendWindow + UInt64(bytes) <= UInt64(UInt32.max) else {
                throw Message.broken("a channel's window was made larger than there can be")
            }
            state.sendWindow += UInt64(bytes)
        case Message.channelEOF:
            state.hasReceivedEOF = true
        case Message.channelClose:
            try receiveClose(state)
        case Message.channelRequest:
            try receiveChannelRequest(state, &reader)
        case Message.channelSuccess, Message.channelFailure:
            guard !state.requests.isEmpty else { throw Message.broken("a request was answered that nobody made") }
            let ticket = state.requests.removeFirst()
            ticket.answer = number == Message.channelSuccess
            if ticket.answer == true, let kind = ticket.forwards { forwarded.insert(kind) }
        default:
            throw Message.broken("there is no message \(number) for channels")
        }
    }

    private func receiveOpeningAnswer(
        _ number: UInt8, _ recipient: UInt32, _ reader: inout WireReader
    ) throws(SSHError) {
        guard let state = channels[recipient], case .underWay = state.opening else {
            throw Message.broken("a channel was opened or refused that nobody asked for")
        }
        if number == Message.channelOpenConfirmation {
            guard let sender = reader.uint32(), let window = reader.uint32(), let packet = reader.uint32() else {
                throw Message.malformed(number)
            }
            return try state.confirm(peerNumber: sender, window: window, largestPacket: packet)
        }
        guard let reason = reader.uint32(), let text = reader.string() else { throw Message.malformed(number) }
        state.opening = .refused(OpeningRefusal.error(reason, text))
        channels.remove(state)
    }

    private func receiveClose(_ state: ChannelState) throws(SSHError) {
        state.hasReceivedEOF = true
        state.hasReceivedClose = true
        // Nothing that is sent now arrives; the number is the peer's again when it has our answer.
        if !state.hasSentClose {
            state.hasSentClose = true
            try send(Message.channelClose, state)
        }
        channels.remove(state)
    }

    private func receiveChannelRequest(_ state: ChannelState, _ reader: inout WireReader) throws(SSHError) {
        let malformed = Message.malformed(Message.channelRequest)
        guard let type = reader.string(), let wantsReply = reader.boolean() else { throw malformed }
        if type.elementsEqual("exit-status".utf8) {
            guard let status = reader.uint32() else { throw malformed }
            state.exitStatus = Int32(truncatingIfNeeded: status)
        } else if type.elementsEqual("exit-signal".utf8) {
            guard let name = reader.string(), let dumpedCore = reader.boolean(), let text = reader.string(),
                let language = reader.string()
            else { throw malformed }
            state.exitSignal = ExitSignal(
                name: String(escaping: name, limit: 64), dumpedCore: dumpedCore, message: String(escaping: text),
                language: String(escaping: language, limit: 64))
        } else if type.elementsEqual("eow@openssh.com".utf8) {
            state.peerReadsNoMore = true
        } else if wantsReply {
            // Probes of the server's (keepalive@openssh.com) want an answer, whichever.
            return try send(Message.channelFailure, state)
        }
        if wantsReply { try send(Message.channelSuccess, state) }
    }
}

/// Why a channel is not opened (RFC 4254, 5.1).
enum OpeningRefusal {
    static let administrativelyProhibited: UInt32 = 1
    static let unknownChannelType: UInt32 = 3
    static let resourceShortage: UInt32 = 4

    /// The error of a channel that the server did not open.
    static func error(_ reason: UInt32, _ text: [UInt8]) -> SSHError {
        let words =
            switch reason {
            case 1: "administratively prohibited"
            case 2: "connect failed"
            case 3: "unknown channel type"
            case 4: "resource shortage"
            default: "reason \(reason)"
            }
        return SSHError(
            .channelFailure, "the server did not open the channel: \(words)", phase: .channel,
            serverText: text.isEmpty ? nil : String(escaping: text))
    }
}
