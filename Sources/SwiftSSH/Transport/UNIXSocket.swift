import Glibc

/// Connects to UNIX sockets.
enum UNIXSocket {
    /// Two sockets that are connected to each other, in blocking mode; the caller's to close.
    /// - Throws: `connect` with errno where the system has no descriptor left.
    static func pair() throws(SSHError) -> (near: Int32, far: Int32) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw SSHError(.connect, "no socket", systemNumber: errno, phase: .connecting)
        }
        return (ends[0], ends[1])
    }

    /// Connects to a socket, in blocking mode.
    /// - Parameters:
    ///   - path: The socket's path.
    ///   - name: Who listens there, for error messages.
    ///   - code: The code of errors but those of time.
    ///   - deadline: By when the connection must stand.
    /// - Returns: A descriptor that is the caller's to close.
    /// - Throws: `code` with path and errno where nobody listens, `timeout`, `interrupted`.
    static func connect(
        path: String, to name: String, code: SSHError.Code, deadline: Deadline
    ) throws(SSHError) -> Int32 {
        func failure(_ code: SSHError.Code, _ message: String) -> SSHError {
            SSHError(code, message, phase: .connecting, path: path)
        }
        func failure(_ message: String, _ number: Int32) -> SSHError {
            SSHError(code, message, systemNumber: number, phase: .connecting, path: path)
        }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let fits = withUnsafeMutableBytes(of: &address.sun_path) { room in
            guard path.utf8.count < room.count, !path.utf8.contains(0) else { return false }
            room.copyBytes(from: path.utf8)
            return true
        }
        guard fits else {
            throw failure(code, "no connection to \(name): the path is longer than a socket's can be, or holds a NUL")
        }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw failure("no socket", errno) }
        do throws(SSHError) {
            while true {
                if deadline.hasPassed {
                    throw failure(.timeout, "\(name) took no connection before the deadline")
                }
                try Interruption.check()
                // Who takes no connections makes connect() wait, and this is what limits that.
                setSendingTime(descriptor, deadline.earlier(Interruption.deadline).remaining)
                let code = withUnsafePointer(to: &address) { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                        Glibc.connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_un>.size))
                    }
                }
                let number = errno
                if code == 0 {
                    setSendingTime(descriptor, nil)
                    return descriptor
                }
                if number == EINTR || number == EAGAIN { continue }
                throw failure("no connection to \(name)", number)
            }
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// Limits how long sending and connecting may wait; nil for no limit.
    private static func setSendingTime(_ descriptor: Int32, _ limit: Duration?) {
        var time = timeval()
        if let limit = limit?.components {
            let microseconds = Int(limit.attoseconds / 1_000_000_000_000)
            time = timeval(
                tv_sec: Int(limit.seconds), tv_usec: limit.seconds == 0 ? max(1, microseconds) : microseconds)
        }
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    }
}
