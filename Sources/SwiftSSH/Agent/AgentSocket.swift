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
        func failure(_ code: SSHError.Code, _ message: String) -> SSHError {
            SSHError(code, message, phase: .connecting, path: path)
        }
        func failure(_ message: String, _ number: Int32) -> SSHError {
            SSHError(.agentProtocol, message, systemNumber: number, phase: .connecting, path: path)
        }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let fits = withUnsafeMutableBytes(of: &address.sun_path) { room in
            guard path.utf8.count < room.count, !path.utf8.contains(0) else { return false }
            room.copyBytes(from: path.utf8)
            return true
        }
        guard fits else {
            throw failure(.agentProtocol, "no agent: the path is longer than a socket's can be, or holds a NUL")
        }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw failure("no socket", errno) }
        self.descriptor = descriptor
        while true {
            if deadline.hasPassed { throw failure(.timeout, "the agent took no connection before the deadline") }
            try Interruption.check()
            // An agent that takes no connections makes connect() wait, and this is what limits that.
            var time = timeval()
            if let limit = deadline.earlier(Interruption.deadline).remaining?.components {
                let microseconds = Int(limit.attoseconds / 1_000_000_000_000)
                time = timeval(
                    tv_sec: Int(limit.seconds), tv_usec: limit.seconds == 0 ? max(1, microseconds) : microseconds)
            }
            setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
            let code = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                    Glibc.connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            let number = errno
            if code == 0 { return }
            if number == EINTR || number == EAGAIN { continue }
            throw failure("no connection to the agent", number)
        }
    }

    deinit {
        close(descriptor)
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
