import Glibc

/// What reading from a stream of bytes gave.
enum Received {
    /// This many bytes, one or more.
    case bytes(Int)
    /// None now.
    case nothing
    /// The peer will send no more.
    case end
}

/// A connected socket. Its calls never wait, whatever mode the descriptor is in.
final class SocketStream {
    /// The descriptor.
    let descriptor: Int32
    private let isOwned: Bool
    private let identity: (device: UInt, inode: UInt)

    /// Uses a connected socket.
    /// - Parameters:
    ///   - descriptor: The socket.
    ///   - isOwned: Whether it is closed when the stream goes; a caller's own socket never is.
    /// - Throws: `socketReceive` where it is no descriptor, `badSocket` where it is no socket.
    init(_ descriptor: Int32, isOwned: Bool) throws(SSHError) {
        self.descriptor = descriptor
        self.isOwned = isOwned
        guard let (identity, mode) = Self.status(of: descriptor) else {
            throw SSHError(
                .socketReceive, "descriptor \(descriptor) is not open", phase: .connecting, errno: Glibc.errno)
        }
        guard mode & S_IFMT == S_IFSOCK else {
            throw SSHError(.badSocket, "descriptor \(descriptor) is not a socket", phase: .connecting)
        }
        self.identity = identity
        var on: Int32 = 1
        // Fails on a socket that is not TCP, which has no delay to switch off.
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// Has the system notice that the peer's machine is gone, whether or not something is being sent: after about a minute without a sign of it calls fail.
    func noticeDeadPeer() {
        let tcp = Int32(IPPROTO_TCP)
        let settings = [
            (SOL_SOCKET, SO_KEEPALIVE, 1), (tcp, TCP_KEEPIDLE, 30), (tcp, TCP_KEEPINTVL, 10), (tcp, TCP_KEEPCNT, 3),
            // While something is unacknowledged nothing is probed, and it would be sent again for a quarter of an hour.
            (tcp, TCP_USER_TIMEOUT, 60_000),
        ]
        for (level, name, value) in settings {
            var value = Int32(clamping: value)
            // Fails on a socket that is not TCP, which has no such settings.
            setsockopt(descriptor, level, name, &value, socklen_t(MemoryLayout<Int32>.size))
        }
    }

    private static func status(of descriptor: Int32) -> (identity: (device: UInt, inode: UInt), mode: mode_t)? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        return ((UInt(status.st_dev), UInt(status.st_ino)), status.st_mode)
    }

    /// Throws where the caller has closed its socket: the number may be another file's by now.
    func checkIdentity() throws(SSHError) {
        if isOwned { return }
        if let (identity, _) = Self.status(of: descriptor), identity == self.identity { return }
        throw SSHError(.socketSend, "the session's socket was closed by its owner", errno: EBADF)
    }

    private static func failure(_ code: SSHError.Code, _ what: String, _ number: Int32) -> SSHError {
        let what = number == ETIMEDOUT ? "the server's machine does not answer any more" : what
        return SSHError(code, what, systemNumber: number)
    }

    /// Receives what there is.
    func receive(into buffer: UnsafeMutableRawBufferPointer) throws(SSHError) -> Received {
        while true {
            let count = recv(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
            if count > 0 { return .bytes(count) }
            if count == 0 { return .end }
            switch errno {
            case EINTR: continue
            case EAGAIN, EWOULDBLOCK: return .nothing
            default: throw Self.failure(.socketReceive, "receiving failed", errno)
            }
        }
    }

    /// Sends what fits and gives how much that was.
    func send(_ bytes: UnsafeRawBufferPointer) throws(SSHError) -> Int {
        while true {
            let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
            let count = Glibc.send(descriptor, bytes.baseAddress, bytes.count, flags)
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN, EWOULDBLOCK: return 0
            default: throw Self.failure(.socketSend, "sending failed", errno)
            }
        }
    }
}
