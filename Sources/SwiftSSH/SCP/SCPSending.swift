/// A file that goes over a channel by SCP: its bytes are the writer's, the acknowledgements around them are not.
final class SCPSending: ChannelFraming {
    private let path: String
    private let size: Int64
    /// What has not been written.
    private var remaining: Int64
    /// What ends the file.
    private var ending: [UInt8] = [0]
    private var answer = SCPAnswer()
    private var outcome: Result<Void, SSHError>?
    /// Whether the caller has been told of the failure.
    private var hasReported = false

    /// Expects a file.
    init(path: String, size: Int64) {
        self.path = path
        self.size = size
        remaining = size
    }

    func read(_ queues: ChannelQueues, into buffer: UnsafeMutableRawBufferPointer) throws(SSHError) -> Int {
        try listen(queues)
        try report()
        return 0
    }

    func isAtEnd(_ queues: ChannelQueues) -> Bool { queues.hasEnded(stream: 0) }

    func available(_ queues: ChannelQueues) -> Int { 0 }

    func write(_ queues: ChannelQueues, _ bytes: UnsafeRawBufferPointer) throws(SSHError) -> Int {
        try listen(queues)
        try report()
        guard bytes.count <= remaining else {
            throw SSHError(
                .badUse, "\(bytes.count - Int(clamping: remaining)) bytes more than the \(size) that were announced",
                phase: .scp, path: path)
        }
        let count = try queues.channel.write(stream: 0, bytes)
        remaining -= Int64(count)
        return count
    }

    func finishWriting(_ queues: ChannelQueues) throws(SSHError) -> Progress<Void> {
        if remaining > 0 { return .done(()) }
        return try queues.send(&ending) ? .done(()) : .wouldBlock
    }

    func settle(_ queues: ChannelQueues, isClosing: Bool) throws(SSHError) -> Progress<Void> {
        if isClosing, hasReported { return .done(()) }
        try listen(queues)
        if remaining == 0, outcome == nil, !queues.hasEnded(stream: 0) {
            guard case .done = try finishWriting(queues) else { return .wouldBlock }
        }
        // Who closes before all is written gives up, and waits for nothing.
        if isClosing, remaining > 0, outcome == nil { return .done(()) }
        if outcome == nil, queues.hasEnded(stream: 0) {
            let what =
                remaining > 0
                ? "the server ended the copy after \(size - remaining) of \(size) bytes"
                : "the server ended the copy without saying that it has the file"
            var error = SSHError.scp(what, path)
            error.serverText = answer.line.isEmpty ? queues.errorText : String(escaping: answer.line)
            outcome = .failure(error)
        }
        try report()
        if case .success? = outcome { return .done(()) }
        return .wouldBlock
    }

    /// Takes in what the server says of the file.
    private func listen(_ queues: ChannelQueues) throws(SSHError) {
        while outcome == nil, let byte = try queues.takeByte() {
            let heard = answer.take(byte)
            if let error = SSHError.scp(heard, path) {
                outcome = .failure(error)
            } else if heard == .accepted {
                outcome =
                    remaining == 0
                    ? .success(()) : .failure(.scp("the server accepted a file that it has not got", path))
            }
        }
    }

    private func report() throws(SSHError) {
        guard case .failure(let error)? = outcome else { return }
        hasReported = true
        throw error
    }
}
