import Glibc

extension Session {
    /// Has the system notice that the peer is gone, also while nothing is sent: after about a minute without a sign of it calls fail.
    func noticeDeadPeer() {
        guard let socket else { return }
        let settings = [
            (SOL_SOCKET, SO_KEEPALIVE, 1), (Int32(IPPROTO_TCP), TCP_KEEPIDLE, 30),
            (Int32(IPPROTO_TCP), TCP_KEEPINTVL, 10),
            (Int32(IPPROTO_TCP), TCP_KEEPCNT, 3),
        ]
        for (level, name, value) in settings {
            var value = Int32(value)
            // A socket that is not TCP has no such settings.
            setsockopt(socket, level, name, &value, socklen_t(MemoryLayout<Int32>.size))
        }
    }
}
