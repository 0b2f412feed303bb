/// Feeds a remote process and takes what it writes, both streams side by side, until it has ended. Touched under the session's lock.
///
/// It keeps what has come, so that a call that was ended by its deadline can be made again.
final class CommandPump {
    /// The largest number of bytes that is kept of both streams together.
    var limit = Int.max
    private(set) var output = CommandOutput()
    private var fed = 0
    private var hasFedAll = false

    /// Goes as far as it can without waiting.
    /// - Parameters:
    ///   - input: All that the process is to be given, the same in each call.
    ///   - queues: The process's channel.
    ///   - connection: The channel's connection.
    /// - Throws: `outputLimit` when more came than is kept; why the connection is over.
    func step(
        _ input: UnsafeRawBufferPointer, _ queues: ChannelQueues, _ connection: Connection
    ) throws(SSHError) -> Progress<Exit> {
        if !hasFedAll, connection.failure == nil { try feed(input, queues, connection) }
        try take(queues, stream: 0, into: \.standardOutput)
        try take(queues, stream: 1, into: \.standardError)
        guard queues.channel.isClosedByPeer, queues.isAtEnd(stream: 0), queues.isAtEnd(stream: 1) else {
            return .wouldBlock
        }
        return .done(queues.channel.exit)
    }

    /// What tells that it goes on; nil for whatever moves, as long as there is something to be fed.
    func news(_ queues: ChannelQueues) -> News? {
        guard hasFedAll else { return nil }
        return {
            !queues.output.isEmpty || !queues.error.isEmpty
                || queues.channel.isClosedByPeer && queues.isAtEnd(stream: 0) && queues.isAtEnd(stream: 1)
        }
    }

    private func feed(
        _ input: UnsafeRawBufferPointer, _ queues: ChannelQueues, _ connection: Connection
    ) throws(SSHError) {
        // Who does not read its input to the end is no failure: its exit says what it thinks of it.
        if queues.channel.isClosedByPeer || queues.channel.peerReadsNoMore {
            hasFedAll = true
            return
        }
        while fed < input.count, connection.engine.output.count < Connection.outputLimit {
            let count = try queues.write(stream: 0, UnsafeRawBufferPointer(rebasing: input[fed...]))
            if count == 0 { return }
            fed += count
        }
        guard fed >= input.count, case .done = try queues.sendEOF() else { return }
        hasFedAll = true
    }

    private func take(
        _ queues: ChannelQueues, stream: UInt32, into path: WritableKeyPath<CommandOutput, [UInt8]>
    ) throws(SSHError) {
        while let queue = queues.queue(stream), !queue.isEmpty {
            let room = limit - output.standardOutput.count - output.standardError.count
            guard room > 0 else {
                throw SSHError(.outputLimit, "the command wrote more than \(limit) bytes", phase: .command)
            }
            let taken = min(room, queue.count)
            output[keyPath: path].append(contentsOf: queue.bytes.prefix(taken))
            queue.removeFirst(taken)
            try queues.noteTaken(from: queue)
        }
    }
}
