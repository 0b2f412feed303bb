/// A request of a channel that waits for its answer.
final class ChannelRequestTicket: RequestTicket {
    /// What the peer forwards from here when it agrees: connections may come right behind its answer.
    let forwards: ForwardedKind?

    init(forwards: ForwardedKind? = nil) {
        self.forwards = forwards
    }
}

/// What is known of a channel, under its number on this side.
final class ChannelState {
    /// How far the opening has come.
    enum Opening {
        case underWay
        case open
        case refused(SSHError)
    }

    /// The channel's number on this side.
    let number: UInt32
    /// The channel's number on the peer's side.
    var peerNumber: UInt32 = 0
    var opening = Opening.underWay
    /// What asked for it, where this side opens it.
    let openingRequest = RequestTicket()

    /// What came for streams 0 and 1.
    let output = ByteQueue()
    let error = ByteQueue()
    var errorMode = ExtendedDataMode.normal
    var receiveWindow: ReceiveWindow

    /// The bytes that may still be sent, and those that might at first.
    var sendWindow: UInt64 = 0
    var initialSendWindow: UInt64 = 0
    /// The longest piece of data that the peer takes.
    var largestPiece = 0

    var hasSentEOF = false
    var hasSentClose = false
    var hasReceivedEOF = false
    var hasReceivedClose = false
    /// Whether nobody reads on the peer's side any more.
    var peerReadsNoMore = false
    /// Whether nobody reads it any more.
    var isLetGo = false
    /// Whether something runs in it.
    var hasStarted = false
    var exitStatus: Int32?
    var exitSignal: ExitSignal?
    /// The requests that wait for an answer, the first first.
    var requests: [ChannelRequestTicket] = []

    init(_ number: UInt32, window: UInt32) {
        self.number = number
        receiveWindow = ReceiveWindow(window)
        // What is received at once is read at once, again and again.
        output.keptCapacity = 256 * 1024
    }

    /// Whether something that was sent in a packet waits for its answer.
    func awaitsAnswer(to packet: PacketNumber) -> Bool {
        if case .underWay = opening { return openingRequest.packet == packet }
        return requests.contains { $0.packet == packet }
    }

    /// The peer does not know what was sent in a packet.
    func refuseAsUnknown(_ packet: PacketNumber) {
        if case .underWay = opening {
            opening = .refused(
                SSHError(
                    .channelFailure, "the server did not open the channel: it does not know the message",
                    phase: .channel))
        } else if let index = requests.firstIndex(where: { $0.packet == packet }) {
            requests.remove(at: index).refuseAsUnknown()
        }
    }

    /// The peer has opened its side.
    /// - Throws: `protocolError` where what it says of it cannot be.
    func confirm(peerNumber: UInt32, window: UInt32, largestPacket: UInt32) throws(SSHError) {
        guard largestPacket > 0 else { throw Message.broken("it takes packets of no size on a channel") }
        self.peerNumber = peerNumber
        sendWindow = UInt64(window)
        initialSendWindow = UInt64(window)
        largestPiece = min(Int(largestPacket), Self.largestSentPiece)
        opening = .open
    }

    /// The largest piece of data that is sent at once; more is slower where other channels wait, and saves little.
    private static let largestSentPiece = 32768

    /// Whether the peer has opened it.
    var isOpen: Bool {
        if case .open = opening { return true }
        return false
    }

    /// Whether both sides have closed it, so that its number is free.
    var isOver: Bool { hasSentClose && hasReceivedClose }

    /// Takes in data for a stream.
    /// - Throws: `channelWindowExceeded`, and `protocolError` after the end of file.
    func receive(_ bytes: UnsafeRawBufferPointer, stream: UInt32) throws(SSHError) {
        guard !hasReceivedEOF else { throw Message.broken("data came for a channel after its end of file") }
        guard receiveWindow.use(bytes.count) else {
            throw SSHError(.channelWindowExceeded, "the server sent more than the channel's window allows")
        }
        if isLetGo { return }
        switch (stream, errorMode) {
        case (0, _), (1, .merge): output.append(bytes)
        case (1, .normal): error.append(bytes)
        default: break
        }
    }
}

/// The channels of a connection.
struct ChannelTable {
    /// More than any connection has at once: a server that opens without end is refused.
    private static let most = 4096
    private var states: [UInt32: ChannelState] = [:]
    private var next: UInt32 = 0

    /// The channel of a number on this side; nil where there is none.
    subscript(_ number: UInt32) -> ChannelState? { states[number] }

    /// One of which something holds; nil where there is none.
    func first(where condition: (ChannelState) -> Bool) -> ChannelState? {
        states.values.first(where: condition)
    }

    /// Whether another channel may be opened.
    var hasRoom: Bool { states.count < Self.most }

    /// A new channel under a free number.
    mutating func add(window: UInt32) -> ChannelState {
        while states[next] != nil { next &+= 1 }
        let state = ChannelState(next, window: window)
        states[next] = state
        next &+= 1
        return state
    }

    /// Forgets a channel.
    mutating func remove(_ state: ChannelState) {
        states[state.number] = nil
    }
}
