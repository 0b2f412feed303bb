import Glibc

/// Connects a socket to a host by name, one address after the other, within one deadline.
struct Connector {
    /// The host's name or address.
    var host: String
    /// The port, 1 to 65535.
    var port: UInt16
    /// By when a connection must stand.
    var deadline: Deadline
    /// Ends the wait from another thread.
    var wakeUp: WakeUp
    /// Whether the wait is to end now; asked whenever ``wakeUp`` fires.
    var isCancelled: () -> Bool

    /// Tries every address of the host in the order that the system prefers (RFC 6724).
    /// - Returns: A connected socket that is the caller's to close.
    /// - Throws: `addressNotFound`, `connect` with the last address's errno, `timeout`, `cancelled`.
    func connect() throws(SSHError) -> Int32 {
        var failures: [String] = []
        var lastErrno: Int32 = 0
        for address in try addresses() {
            switch try connect(to: address) {
            case .success(let descriptor): return descriptor
            case .failure(let failure):
                failures.append("\(address.text): \(systemText(failure.number))")
                lastErrno = failure.number
            }
        }
        throw SSHError(
            .connect, "no connection to port \(port) (\(failures.joined(separator: ", ")))", phase: .connecting,
            host: host, errno: lastErrno)
    }

    private struct SystemError: Error {
        var number: Int32
    }

    private struct Address {
        var family: Int32
        var bytes: [UInt8]
        var text: String
    }

    private func addresses() throws(SSHError) -> [Address] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_ADDRCONFIG
        var list: UnsafeMutablePointer<addrinfo>?
        var code = getaddrinfo(host, String(port), &hints, &list)
        if code != 0 {
            // Without ADDRCONFIG: on a machine that has only a loopback interface it hides every address.
            hints.ai_flags = 0
            code = getaddrinfo(host, String(port), &hints, &list)
        }
        guard code == 0 else {
            throw SSHError(
                .addressNotFound, "no address: \(String(cString: gai_strerror(code)))", phase: .resolving, host: host)
        }
        defer { freeaddrinfo(list) }
        return sequence(first: list) { $0?.pointee.ai_next }.prefix { $0 != nil }.compactMap { entry in
            guard let entry = entry?.pointee, let address = entry.ai_addr else { return nil }
            let bytes = [UInt8](UnsafeRawBufferPointer(start: address, count: Int(entry.ai_addrlen)))
            return Address(family: entry.ai_family, bytes: bytes, text: text(address, entry.ai_addrlen))
        }
    }

    private func text(_ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> String {
        var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let code = getnameinfo(address, length, &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST)
        return code == 0 ? String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : "?"
    }

    private func connect(to address: Address) throws(SSHError) -> Result<Int32, SystemError> {
        let flags = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(address.family, flags, 0)
        guard descriptor >= 0 else { return .failure(SystemError(number: errno)) }
        var isKept = false
        defer { if !isKept { close(descriptor) } }
        let code = address.bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return Int32(-1) }
            return Glibc.connect(descriptor, start, socklen_t(bytes.count))
        }
        if code != 0 {
            guard errno == EINPROGRESS else { return .failure(SystemError(number: errno)) }
            try waitForConnection(descriptor)
            var number: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &number, &size)
            guard number == 0 else { return .failure(SystemError(number: number)) }
        }
        isKept = true
        return .success(descriptor)
    }

    private func waitForConnection(_ descriptor: Int32) throws(SSHError) {
        while true {
            var descriptors = [
                pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            poll(&descriptors, 2, deadline.pollTimeout)
            if descriptors[1].revents != 0 { wakeUp.clear() }
            if isCancelled() {
                throw SSHError(.cancelled, "the session was closed while it connected", phase: .connecting, host: host)
            }
            if descriptors[0].revents != 0 { return }
            if deadline.hasPassed {
                throw SSHError(
                    .timeout, "port \(port) did not answer before the deadline", phase: .connecting, host: host)
            }
        }
    }
}
