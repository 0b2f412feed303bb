import Glibc

extension SSHClient {
    /// Has the host connect to another one, and gives a socket that leads there.
    /// - Parameters:
    ///   - host: The host, as this one is to resolve it.
    ///   - port: Its port.
    ///   - user: What keeps the threads that carry the bytes, and ends them.
    ///   - deadline: By when the connection must stand.
    /// - Returns: A connected socket that is the caller's to close.
    /// - Throws: `channelFailure` when the host cannot connect; `timeout`; why this connection is over; `connect` with errno and `allocation` where the
    ///   system has no descriptor or thread left.
    func openSocket(
        host: String, port: UInt16, for user: Dependents, _ deadline: Deadline
    ) throws(SSHError) -> Int32 {
        let channel = try session.openDirectTCPIP(host: host, port: port, timeout: deadline.remaining)
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw SSHError(.connect, "no socket", systemNumber: errno, phase: .connecting)
        }
        let far = ends[1]
        let connection = CarriedConnection(ends[0])
        do throws(SSHError) {
            try user.add(connection)
            try connection.attach(channel)
            try BackgroundThread.start {
                // Why it ended is seen by whoever uses the socket.
                try? connection.carry()
                connection.finish()
            }
        } catch {
            Glibc.close(far)
            throw error
        }
        return far
    }
}
