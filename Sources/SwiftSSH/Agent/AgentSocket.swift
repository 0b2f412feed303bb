import Glibc

/// A connection to an agent. But for connecting, nothing waits; a thread may end it while another one uses it.
final class AgentSocket: Sendable {
    /// The descriptor; open as long as the object lives.
    let descriptor: Int32

    /// Connects to the socket of an agent.
    /// - Parameters:
    ///   - path: The socket's path.
    ///   - deadline: By when the agent must have taken the connection.
    /// - Throws: `agentProtocol` with path and errno where there is no agent, `timeout`, `interrupted`.
    init(path: String, deadline: Deadline) throws(SSHError) {
        descriptor = try UNIXSocket.connect(path: path, to: "the agent", code: .agentProtocol, deadline: deadline)
    }

    deinit {
        close(descriptor)
    }

    /// Another descriptor for the same connection, which is the caller's to close.
    func duplicate() throws(SSHError) -> Int32 {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw Self.lost(errno) }
        return copy
    }

    /// Ends the connection; whoever waits for the agent learns at once.
    func end() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Sends what fits and gives how much that was.
    func send(_ bytes: ArraySlice<UInt8>) throws(SSHError) -> Int {
        while true {
            let count = bytes.withUnsafeBytes { bytes in
                Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
            }
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN, EWOULDBLOCK: return 0
            case EPIPE, ECONNRESET: throw AgentReply.lie("it closed the connection")
            default: throw Self.lost(errno)
            }
        }
    }

    /// Receives some bytes.
    /// - Parameter limit: The largest number.
    /// - Returns: The bytes; none where there are none now.
    func receive(upTo limit: Int) throws(SSHError) -> [UInt8] {
        var number: Int32 = 0
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
            repeat {
                count = recv(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
                number = errno
            } while count < 0 && number == EINTR
            initialized = max(0, count)
        }
        if count > 0 { return bytes }
        if count == 0 || number == ECONNRESET {
            throw AgentReply.lie("it closed the connection before its answer ended")
        }
        if number == EAGAIN || number == EWOULDBLOCK { return [] }
        throw Self.lost(number)
    }

    private static func lost(_ number: Int32) -> SSHError {
        SSHError(.agentProtocol, "the agent is lost", systemNumber: number)
    }
}
