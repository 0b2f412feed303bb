import CLinux
import Glibc

/// What the other ends of forwarded connections do.
extension Loopback {
    /// A UNIX socket that listens at a path; the caller closes it.
    static func listening(at path: String) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) {
            $0.copyBytes(from: path.utf8CString.map(UInt8.init(bitPattern:)))
        }
        let isListening = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            } && Glibc.listen(descriptor, 4) == 0
        }
        guard descriptor >= 0, isListening else {
            throw ProcessFailure(command: ["listen", path], reason: String(cString: strerror(errno)))
        }
        return descriptor
    }

    /// The next connection to a listening socket; negative when that has been shut down. No child inherits it: one that does would keep it
    /// open when it is closed here.
    static func accept(_ listener: Int32) -> Int32 {
        accept4(listener, nil, nil, Int32(SOCK_CLOEXEC.rawValue))
    }

    /// So many bytes, fewer at the end of the stream.
    static func receive(_ count: Int, from socket: Int32) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let received = recv(socket, &bytes, count, Int32(MSG_WAITALL))
        return Array(bytes.prefix(max(0, received)))
    }

    /// Whether the other side has ended a socket.
    static func hasEnded(_ socket: Int32) -> Bool {
        var byte: UInt8 = 0
        let count = recv(socket, &byte, 1, Int32(MSG_DONTWAIT) | Int32(MSG_PEEK))
        return count == 0 || (count < 0 && errno != EAGAIN)
    }

    /// Sends back what comes until it ends, then closes the socket.
    static func echo(_ socket: Int32) {
        var bytes = [UInt8](repeating: 0, count: 65536)
        defer { close(socket) }
        while true {
            let count = recv(socket, &bytes, bytes.count, 0)
            guard count > 0 else { return }
            var sent = 0
            while sent < count {
                let more = bytes.withUnsafeBytes { buffer in
                    buffer.baseAddress.map { send(socket, $0 + sent, count - sent, Int32(MSG_NOSIGNAL)) } ?? -1
                }
                guard more > 0 else { return }
                sent += more
            }
        }
    }
}
