/// A file that comes over a channel by SCP: its bytes are the reader's, the acknowledgements around them are not.
///
/// The last byte is held back until the server has said that all of them were right: a server that fails to read its file fills
/// up with zeros, and says so only then.
final class SCPReceiving: ChannelFraming {
    private let path: String
    private let size: Int64
    /// What has not been handed out.
    private var remaining: Int64
    private var last: UInt8?
    private var answer = SCPAnswer()
    private var outcome: Result<Void, SSHError>?

    /// Expects a file.
    init(path: String, size: Int64) {
        self.path = path
        self.size = size
        remaining = size
    }

    func read(_ queues: ChannelQueues, into buffer: UnsafeMutableRawBufferPointer) throws(SSHError) -> Int {
        var count = 0
        if awaitsOnlyItsEnd(queues, room: buffer.count) { return 0 }
        if remaining > 1 {
            let most = Int(clamping: min(Int64(buffer.count), remaining - 1))
            count = try queues.take(stream: 0, into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(most)))
            remaining -= Int64(count)
        }
        if remaining <= 1 { try advance(queues) }
        if remaining == 1, count < buffer.count, case .success? = outcome, let last {
            buffer[count] = last
            count += 1
            remaining = 0
        }
        if count > 0 { return count }
        if case .failure(let error)? = outcome { throw error }
        if remaining > 1, queues.hasEnded(stream: 0) { throw cut }
        return 0
    }

    /// Whether the reader could have the whole rest at once, but for what the server will say next: a small file then comes in one piece.
    private func awaitsOnlyItsEnd(_ queues: ChannelQueues, room: Int) -> Bool {
        let count = Int64(queues.output.count)
        guard remaining > 1, room >= remaining, count == remaining - 1 || count == remaining else { return false }
        return !queues.isLast && !queues.channel.hasReachedEOF
    }

    func isAtEnd(_ queues: ChannelQueues) -> Bool {
        guard case .success? = outcome else { return false }
        return remaining == 0
    }

    func available(_ queues: ChannelQueues) -> Int {
        if remaining > 1 { return Int(clamping: min(Int64(queues.output.count), remaining - 1)) }
        guard case .success? = outcome else { return 0 }
        return Int(clamping: remaining)
    }

    func write(_ queues: ChannelQueues, _ bytes: UnsafeRawBufferPointer) throws(SSHError) -> Int {
        throw SSHError(.badUse, "a file that is received cannot be written to", phase: .scp, path: path)
    }

    func finishWriting(_ queues: ChannelQueues) throws(SSHError) -> Progress<Void> { .done(()) }

    func settle(_ queues: ChannelQueues, isClosing: Bool) throws(SSHError) -> Progress<Void> {
        if remaining <= 1, !isClosing { try advance(queues) }
        return .done(())
    }

    /// Takes in the last byte and what the server says of the file, and thanks it.
    private func advance(_ queues: ChannelQueues) throws(SSHError) {
        if remaining == 1, last == nil {
            last = try queues.takeByte()
            if last == nil {
                if outcome == nil, queues.hasEnded(stream: 0) { outcome = .failure(cut) }
                return
            }
        }
        while outcome == nil {
            guard let byte = try queues.takeByte() else {
                guard queues.hasEnded(stream: 0) else { return }
                // All bytes came, and the server has ended in order: there are some that say no more.
                outcome = answer.line.isEmpty ? .success(()) : .failure(.scp("the file is damaged", path, answer.line))
                return
            }
            let heard = answer.take(byte)
            if heard == .accepted {
                var thanks: [UInt8] = [0]
                // Whoever has sent its end of file says the same.
                _ = try? queues.send(&thanks)
                outcome = .success(())
            } else if var error = SSHError.scp(heard, path) {
                error.message = "the file is damaged: the server could not read all of it"
                outcome = .failure(error)
            }
        }
    }

    private var cut: SSHError {
        .scp("the file was cut: \(size - remaining) of \(size) bytes came", path)
    }
}
