/// A channel of the engine with the bytes that came for it and were not yet read; touched under the connection's lock.
final class ChannelQueues {
    /// A stream's queue is filled up to here; the rest waits in the engine, and in the end in the server.
    static let limit = 1 << 20

    /// The engine's channel.
    let channel: any EngineChannel
    /// What the channel is called in the log.
    let number: UInt64
    /// Whether its end has been told there.
    var isEndTold = false
    /// Standard output, stream 0.
    let output: ByteQueue
    /// Standard error, stream 1.
    let error: ByteQueue
    /// Whether the engine fills the queues by itself, and drops or merges what is not to be told apart.
    private let isFilledByEngine: Bool
    /// Whether bytes may be waiting in the engine because a queue was full.
    private(set) var isStalled = false
    /// Whether all that will ever come has come, because the connection is over.
    private(set) var isLast = false
    /// The protocol that stream 0 belongs to, where its bytes are not simply the user's.
    var framing: (any ChannelFraming)?
    /// Whether calls on the channel are to end, because its owner has done with it.
    var isInterrupted = false
    /// The protocol that takes what comes for stream 0 as it comes, where there is one.
    weak var consumer: (any ChannelConsumer)?
    /// What becomes of what comes for standard error.
    private var errorMode = ExtendedDataMode.normal

    /// Makes the queues of a channel that has just been opened.
    init(_ channel: any EngineChannel, number: UInt64 = 0) {
        self.channel = channel
        self.number = number
        output = channel.queue(0) ?? ByteQueue()
        error = channel.queue(1) ?? ByteQueue()
        isFilledByEngine = channel.queue(0) != nil
    }

    /// The queue of a stream; nil for a stream that has none and is read from the engine directly.
    func queue(_ stream: UInt32) -> ByteQueue? {
        switch stream {
        case 0: output
        case 1: error
        default: nil
        }
    }

    /// Moves what the engine has into the queues.
    /// - Parameter isLast: Whether this is the last chance: the limit is then not held.
    /// - Returns: Whether anything moved.
    func drain(isLast: Bool = false) throws(SSHError) -> Bool {
        if isLast { self.isLast = true }
        guard let consumer else { return try fill(isLast) }
        var moved = false
        repeat {
            moved = try fill(isLast) || moved
            consumer.consume(self)
            if isFilledByEngine { try channel.noteTaken() }
        } while isStalled && output.count < Self.limit && error.count < Self.limit
        return moved
    }

    private func fill(_ isLast: Bool) throws(SSHError) -> Bool {
        if isFilledByEngine { return false }
        isStalled = false
        var moved = try drain(0, into: output, isLast)
        switch errorMode {
        case .normal: moved = try drain(1, into: error, isLast) || moved
        case .ignore: moved = try drain(1, into: ByteQueue(), isLast) || moved
        // It comes with the output; asked for by itself it would overtake what the output's queue has no room for.
        case .merge: break
        }
        return moved
    }

    private func drain(_ stream: UInt32, into queue: ByteQueue, _ isLast: Bool) throws(SSHError) -> Bool {
        var moved = false
        while true {
            if queue.count >= Self.limit, !isLast {
                isStalled = true
                return moved
            }
            let count = try queue.append(upTo: 64 * 1024) { buffer throws(SSHError) in
                try channel.read(stream: stream, into: buffer)
            }
            if count == 0 { return moved }
            moved = true
            if errorMode == .ignore, stream == 1 { queue.removeAll() }
        }
    }

    /// What fills a queue, so that the engine has more for it and the server may have to wait; nil where nothing does.
    var unread: String? {
        // A window with less left than a usual packet holds the server up.
        guard isFilledByEngine ? channel.receiveWindow.size < 32768 : isStalled else { return nil }
        if error.count > output.count { return "\(error.count) bytes of standard error" }
        return output.isEmpty ? nil : "\(output.count) bytes of standard output"
    }

    /// Takes bytes of one stream as the peer sent them.
    /// - Returns: How many, 0 when there are none now.
    func take(stream: UInt32, into buffer: UnsafeMutableRawBufferPointer) throws(SSHError) -> Int {
        guard let queue = queue(stream) else { return try channel.read(stream: stream, into: buffer) }
        let count = queue.take(into: buffer)
        try noteTaken(from: queue)
        return count
    }

    /// Lets more come where bytes have been taken from a queue.
    func noteTaken(from queue: ByteQueue) throws(SSHError) {
        if isFilledByEngine {
            try channel.noteTaken()
        } else if isStalled, queue.count < Self.limit / 2 {
            _ = try drain()
        }
    }

    /// Drops what has come for one stream, or for both, and what the engine holds of it. What belongs to a protocol stays.
    /// - Returns: How many bytes that was.
    func drop(stream: UInt32?) throws(SSHError) -> Int {
        let streams: [UInt32] = stream.map { [$0] } ?? [0, 1]
        let queues = streams.filter { $0 != 0 || framing == nil }.compactMap { queue($0) }
        var count = 0
        while true {
            for queue in queues {
                count += queue.count
                queue.removeAll()
            }
            if isFilledByEngine { try channel.noteTaken() }
            guard isStalled, try drain() else { return count }
        }
    }

    /// Sets what becomes of the standard error stream from here on.
    func setExtendedDataMode(_ mode: ExtendedDataMode) {
        // What has come by now is still for the old mode.
        _ = try? drain()
        errorMode = mode
        channel.setExtendedDataMode(mode)
    }

    /// What tells that a read of one stream goes on; nil for whatever moves, where that is not to be seen here.
    func news(stream: UInt32) -> News? {
        guard framing == nil, let queue = queue(stream) else { return nil }
        return { !queue.isEmpty || self.hasEnded(stream: stream) }
    }

    /// Whether the peer's bytes of this stream have all been taken, and it will send no more.
    func hasEnded(stream: UInt32) -> Bool {
        (queue(stream)?.isEmpty ?? true) && !isStalled && channel.hasReachedEOF
    }
}

/// A protocol that takes a channel's bytes as they come, whoever turns the engine. Touched under the connection's lock.
protocol ChannelConsumer: AnyObject {
    /// Takes what it can of what has come.
    func consume(_ queues: ChannelQueues)
}
