internal import CLinux
import Glibc

/// A TCP socket that listens for connections of this machine's side.
struct ListeningSocket {
    /// The descriptor, which its user closes.
    let descriptor: Int32
    /// The port that it listens on.
    let port: UInt16

    /// Listens.
    /// - Parameters:
    ///   - host: The address or name to listen on.
    ///   - port: The port; 0 lets the system choose.
    /// - Throws: `addressNotFound`; `connect` with errno when the port is not to be had.
    init(host: String, port: UInt16) throws(SSHError) {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &list)
        guard code == 0, let entry = list?.pointee else {
            throw SSHError(
                .addressNotFound, "no address to listen on: \(String(cString: gai_strerror(code)))", phase: .forwarding,
                host: host, port: port)
        }
        defer { freeaddrinfo(list) }
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        descriptor = socket(entry.ai_family, type, 0)
        let failed = "cannot listen on port \(port)"
        guard descriptor >= 0 else {
            throw SSHError(.connect, failed, systemNumber: errno, phase: .forwarding, host: host, port: port)
        }
        var on: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        guard bind(descriptor, entry.ai_addr, entry.ai_addrlen) == 0, listen(descriptor, 128) == 0 else {
            let number = errno
            close(descriptor)
            throw SSHError(.connect, failed, systemNumber: number, phase: .forwarding, host: host, port: port)
        }
        self.port = Self.port(of: descriptor) ?? port
    }

    private static func port(of descriptor: Int32) -> UInt16? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutableBytes(of: &storage) { bytes in
            guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                getsockname(descriptor, address, &length) == 0
            else { return nil }
            // Both families have the port behind the family, the more significant byte first.
            return UInt16(bytes[2]) << 8 | UInt16(bytes[3])
        }
    }

    /// Accepts connections and hands them over until the worker has ended, then closes the socket.
    func accept(for worker: ForwardWorker, _ take: (Int32) -> Void) {
        defer { close(descriptor) }
        while !worker.hasEnded {
            var descriptors = [
                pollfd(fd: worker.wakeUp.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: worker.hasRoom ? descriptor : -1, events: Int16(POLLIN), revents: 0),
            ]
            poll(&descriptors, 2, -1)
            if descriptors[0].revents != 0 { worker.wakeUp.clear() }
            guard descriptors[1].revents != 0 else { continue }
            let connection = accept4(descriptor, nil, nil, Int32(SOCK_CLOEXEC.rawValue))
            if connection >= 0 {
                var on: Int32 = 1
                setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
                take(connection)
                continue
            }
            let number = errno
            if [EAGAIN, EINTR, ECONNABORTED].contains(number) { continue }
            worker.note(SSHError(.connect, "cannot accept", systemNumber: number, phase: .forwarding))
            // Who has no descriptors left has some again when a connection has ended; or a little later.
            var wait = pollfd(fd: worker.wakeUp.descriptor, events: Int16(POLLIN), revents: 0)
            poll(&wait, 1, 100)
        }
    }
}
