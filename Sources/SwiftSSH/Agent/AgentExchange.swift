import Glibc

/// A question to an agent and its answer, under way. Nothing here waits; used by one thread at a time.
final class AgentExchange {
    /// The largest answer that is taken, which is OpenSSH's own limit.
    static let largestReply = 256 * 1024

    /// The connection that it takes place on; of no more use when the exchange fails or is given up.
    let socket: AgentSocket
    private var unsent: ArraySlice<UInt8>
    private var length: [UInt8] = []
    private var content: [UInt8] = []

    /// Begins an exchange.
    init(_ request: AgentRequest, _ socket: AgentSocket) {
        self.socket = socket
        unsent = request.bytes[...]
    }

    /// What to poll before ``step()`` is of use again.
    var awaited: pollfd {
        pollfd(fd: socket.descriptor, events: Int16(unsent.isEmpty ? POLLIN : POLLOUT), revents: 0)
    }

    /// Goes on as far as possible without waiting.
    /// - Returns: The answer when it is all there.
    /// - Throws: `agentProtocol`.
    func step() throws(SSHError) -> Progress<AgentReply> {
        while !unsent.isEmpty {
            let count = try socket.send(unsent)
            if count == 0 { return .wouldBlock }
            unsent = unsent.dropFirst(count)
        }
        while length.count < 4 {
            let more = try socket.receive(upTo: 4 - length.count)
            if more.isEmpty { return .wouldBlock }
            length += more
        }
        var reader = WireReader(length)
        let announced = Int(reader.uint32() ?? 0)
        guard (1...Self.largestReply).contains(announced) else {
            throw AgentReply.lie("its answer is said to be \(announced) bytes long")
        }
        while content.count < announced {
            let more = try socket.receive(upTo: min(announced - content.count, 65536))
            if more.isEmpty { return .wouldBlock }
            content += more
        }
        return .done(AgentReply(content))
    }

    /// Goes on to the end, waiting for the agent.
    /// - Throws: `agentProtocol`, `timeout`, `interrupted`.
    func finish(_ deadline: Deadline) throws(SSHError) -> AgentReply {
        while true {
            if case .done(let reply) = try step() { return reply }
            if deadline.hasPassed { throw Self.late }
            try Interruption.check()
            var descriptors = [awaited]
            Interruption.poll(&descriptors, until: deadline)
        }
    }

    /// The error of an agent that does not answer in time.
    static let late = SSHError(.timeout, "the authentication agent did not answer before the deadline")
}
