import Glibc

/// TCP sockets of 127.0.0.1; each is the caller's to close.
enum Loopback {
    /// A socket that holds a free port, and listens at it or refuses.
    static func port(listening: Bool) throws -> (socket: Int32, port: UInt16) {
        let descriptor = try socket()
        var address = address(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withGeneric(&address) { pointer in
            bind(descriptor, pointer, length) == 0 && getsockname(descriptor, pointer, &length) == 0
                && (!listening || listen(descriptor, 16) == 0)
        }
        guard code else { throw failed("bind") }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    /// A socket that is connected to a port.
    static func connect(to port: UInt16) throws -> Int32 {
        let descriptor = try socket()
        var address = address(port)
        let code = withGeneric(&address) {
            Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
        guard code == 0 else { throw failed("connect") }
        return descriptor
    }

    private static func socket() throws -> Int32 {
        let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw failed("socket") }
        return descriptor
    }

    private static func address(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private static func withGeneric<Value>(
        _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> Value
    ) -> Value {
        withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
        }
    }

    private static func failed(_ call: String) -> ProcessFailure {
        ProcessFailure(command: [call], reason: String(cString: strerror(errno)))
    }
}
