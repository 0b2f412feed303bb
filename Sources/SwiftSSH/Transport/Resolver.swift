import Glibc

/// An address of a host, as the system's calls take it.
struct SocketAddress: Sendable {
    /// AF_INET or AF_INET6.
    var family: Int32
    /// The `sockaddr`.
    var bytes: [UInt8]
    /// The address in numbers, for error messages.
    var text: String
}

/// One look-up of a host's addresses, on a thread of its own: the system's call knows no deadline and cannot be ended.
final class Resolver: Sendable {
    private let host: String
    private let port: UInt16
    private let wakeUp: WakeUp
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var found: Result<[SocketAddress], SSHError>?

    /// Begins to look up a host.
    /// - Parameters:
    ///   - host: A name or an address.
    ///   - port: The port that goes into the addresses.
    ///   - wakeUp: Signalled when the result is there.
    /// - Throws: `addressNotFound` where the system has no thread left.
    init(host: String, port: UInt16, wakeUp: WakeUp) throws(SSHError) {
        self.host = host
        self.port = port
        self.wakeUp = wakeUp
        do throws(SSHError) {
            try BackgroundThread.start(hasLargeStack: true) { self.run() }
        } catch {
            throw SSHError(
                .addressNotFound, "no thread to look it up", systemNumber: error.errno, phase: .resolving, host: host,
                port: port)
        }
    }

    /// The addresses in the order that the system prefers (RFC 6724), or why there are none; nil while that is not known.
    var result: Result<[SocketAddress], SSHError>? {
        lock.withLock { found }
    }

    private func run() {
        let addresses = lookUp()
        lock.withLock { found = addresses }
        wakeUp.signal()
    }

    /// The address that a host is named by, where that is one in numbers. Does not wait.
    static func numericAddress(host: String, port: UInt16) -> SocketAddress? {
        try? addresses(of: host, port, AI_NUMERICHOST).get().first
    }

    private func lookUp() -> Result<[SocketAddress], SSHError> {
        Self.addresses(of: host, port, 0)
    }

    private static func addresses(
        of host: String, _ port: UInt16, _ flags: Int32
    ) -> Result<[SocketAddress], SSHError> {
        var hints = addrinfo()
        hints.ai_flags = flags
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &list)
        guard code == 0 else {
            let text = "no address: \(String(cString: gai_strerror(code)))"
            return .failure(SSHError(.addressNotFound, text, phase: .resolving, host: host, port: port))
        }
        defer { freeaddrinfo(list) }
        return .success(
            sequence(first: list) { $0?.pointee.ai_next }.prefix { $0 != nil }.compactMap { entry in
                guard let entry = entry?.pointee, let address = entry.ai_addr else { return nil }
                let bytes = [UInt8](UnsafeRawBufferPointer(start: address, count: Int(entry.ai_addrlen)))
                let text = numbers(address, entry.ai_addrlen)
                return SocketAddress(family: entry.ai_family, bytes: bytes, text: text)
            })
    }

    private static func numbers(_ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> String {
        var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let code = getnameinfo(address, length, &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST)
        return code == 0 ? String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : "?"
    }
}
