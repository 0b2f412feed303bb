import Glibc

extension SSHClient {
    /// Has the host connect to another one, and gives a socket that leads there.
    /// - Parameters:
    ///   - host: The host, as this one is to resolve it.
    ///   - port: Its port.
    ///   - owner: What keeps the threads that carry the bytes, and ends them.
    ///   - deadline: By when the connection must stand.
    /// - Returns: A connected socket that is the caller's to close.
    /// - Throws: `connect` when the host cannot connect; `timeout`; why this connection is over; `connect` with errno and `allocation` where the
    ///   system has no descriptor or thread left.
    func openSocket(
        host: String, port: UInt16, for owner: Dependents, _ deadline: Deadline
    ) throws(SSHError) -> Int32 {
        let channel: Channel
        do throws(SSHError) {
            channel = try session.openDirectTCPIP(host: host, port: port, timeout: deadline.remaining)
        } catch {
            throw notReached(host, port, error)
        }
        let (near, far) = try UNIXSocket.pair()
        let connection = CarriedConnection(near)
        do throws(SSHError) {
            try owner.add(connection)
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

    /// What the other host's user is told of a connection that this one could not make.
    private func notReached(_ host: String, _ port: UInt16, _ error: SSHError) -> SSHError {
        // What is wrong with this connection is about this host.
        guard [.channelFailure, .requestDenied, .timeout].contains(error.code) else { return error }
        let code = error.code == .timeout ? error.code : .connect
        let (jump, target) = (String(escaping: self.host.utf8), String(escaping: host.utf8))
        var told = SSHError(
            code, "through \(jump): no connection to \(target):\(port): \(error.message)", phase: .connecting,
            host: host, port: port)
        told.serverText = error.serverText
        return told
    }
}
