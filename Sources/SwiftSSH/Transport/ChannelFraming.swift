/// A protocol that stream 0 of a channel belongs to: it stands between the channel and those who read and write it, and deals
/// with what is neither theirs nor meant for them. Touched under the connection's lock.
protocol ChannelFraming: AnyObject {
    /// Takes bytes that are meant for the reader; gives how many, 0 when there are none now.
    func read(_ queues: ChannelQueues, into buffer: UnsafeMutableRawBufferPointer) throws(SSHError) -> Int
    /// Whether the reader has had all that was meant for it.
    func isAtEnd(_ queues: ChannelQueues) -> Bool
    /// How many bytes that have come are meant for the reader.
    func available(_ queues: ChannelQueues) -> Int
    /// Accepts bytes of the writer and gives how many, 0 when there is no room now.
    func write(_ queues: ChannelQueues, _ bytes: UnsafeRawBufferPointer) throws(SSHError) -> Int
    /// Sends what belongs behind the writer's bytes.
    func finishWriting(_ queues: ChannelQueues) throws(SSHError) -> Progress<Void>
    /// Hears the peer out before its end is waited for, or before the channel is closed.
    func settle(_ queues: ChannelQueues, isClosing: Bool) throws(SSHError) -> Progress<Void>
}

// What a channel's users call: with a protocol in between or without.
extension ChannelQueues {
    /// Takes bytes of one stream.
    /// - Returns: How many, 0 when there are none now.
    func read(stream: UInt32, into buffer: UnsafeMutableRawBufferPointer) throws(SSHError) -> Int {
        guard stream == 0, let framing else { return try take(stream: stream, into: buffer) }
        return try framing.read(self, into: buffer)
    }

    /// Whether no byte will come for this stream any more.
    func isAtEnd(stream: UInt32) -> Bool {
        guard stream == 0, let framing else { return hasEnded(stream: stream) }
        return framing.isAtEnd(self)
    }

    /// Whether everything that the peer sent has been read, and it will send no more.
    var isAtEnd: Bool {
        guard error.isEmpty, channel.hasReachedEOF else { return false }
        return framing?.isAtEnd(self) ?? output.isEmpty
    }

    /// How many bytes of one stream can be read without waiting.
    func available(stream: UInt32) -> Int {
        guard stream == 0, let framing else { return queue(stream)?.count ?? 0 }
        return framing.available(self)
    }

    /// Accepts bytes for one stream and gives how many, 0 when there is no room now.
    func write(stream: UInt32, _ bytes: UnsafeRawBufferPointer) throws(SSHError) -> Int {
        guard stream == 0, let framing else { return try channel.write(stream: stream, bytes) }
        return try framing.write(self, bytes)
    }

    /// Whether all that was accepted, and what belongs behind it, is on its way.
    func hasFinishedWriting() throws(SSHError) -> Bool {
        guard let framing, case .wouldBlock = try framing.finishWriting(self) else { return true }
        return false
    }

    /// Says that no more bytes will be sent.
    func sendEOF() throws(SSHError) -> Progress<Void> {
        try hasFinishedWriting() ? channel.sendEOF() : .wouldBlock
    }

    /// Waits for the peer's end of file.
    func waitEOF() throws(SSHError) -> Progress<Void> {
        guard case .done = try framing?.settle(self, isClosing: false) ?? .done(()) else { return .wouldBlock }
        return channel.hasReachedEOF ? .done(()) : .wouldBlock
    }

    /// Closes the channel; where the peer has something left to say that is waited for, and what it says is thrown.
    func close() throws(SSHError) -> Progress<Void> {
        do throws(SSHError) {
            guard case .done = try framing?.settle(self, isClosing: true) ?? .done(()) else { return .wouldBlock }
        } catch {
            _ = try? channel.close()
            throw error
        }
        return try channel.close()
    }

    /// Takes one byte of stream 0 past the protocol; nil when there is none now.
    func takeByte() throws(SSHError) -> UInt8? {
        var byte: UInt8 = 0
        let count = try withUnsafeMutableBytes(of: &byte) { (buffer) throws(SSHError) in
            try take(stream: 0, into: buffer)
        }
        return count == 1 ? byte : nil
    }

    /// Sends bytes of the protocol's own, and takes those that are on their way out of `bytes`.
    /// - Returns: Whether none are left.
    func send(_ bytes: inout [UInt8]) throws(SSHError) -> Bool {
        // A peer that has closed the channel hears nothing more; what it said before tells why.
        while !bytes.isEmpty, !channel.isClosedByPeer {
            let count = try bytes.withUnsafeBufferPointer { (buffer) throws(SSHError) in
                try channel.write(stream: 0, UnsafeRawBufferPointer(buffer))
            }
            if count == 0 { return false }
            bytes.removeFirst(min(count, bytes.count))
        }
        return true
    }

    /// What has come on the standard error stream, escaped, for the error of a protocol that ended too early; nil for nothing.
    var errorText: String? {
        error.isEmpty ? nil : String(escaping: error.bytes)
    }
}
