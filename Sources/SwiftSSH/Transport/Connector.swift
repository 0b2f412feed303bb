import Glibc

/// Connects a socket to a host by name, one address after the other, within one deadline.
struct Connector {
    /// The host's name or address.
    var host: String
    /// The port, 1 to 65535.
    var port: UInt16
    /// By when a connection must stand.
    var deadline: Deadline
    /// The address family of addresses that are tried; nil for any.
    var family: Int32?
    /// The address of this machine to connect from; nil for whichever the system takes.
    var bindAddress: String?
    /// Ends the wait from another thread.
    var wakeUp: WakeUp
    /// Whether the wait is to end now; asked whenever ``wakeUp`` fires.
    var isCancelled: () -> Bool
    /// Is told how it goes.
    var tell: (String) -> Void = { _ in }

    /// Tries every address of the host in the order that the system prefers.
    /// - Returns: A connected socket that is the caller's to close.
    /// - Throws: `addressNotFound`, `connect` with the last address's errno, `timeout`, `cancelled`, `interrupted`.
    func connect() throws(SSHError) -> Int32 {
        let source = try bindAddress.map { (name) throws(SSHError) in try addresses(of: name, port: 0) }
        var failures: [String] = []
        var lastErrno: Int32 = 0
        let all = try addresses(of: host, port: port)
        let usable = all.filter { family == nil || $0.family == family }
        guard family == nil || !usable.isEmpty else {
            throw SSHError(
                .addressNotFound, "no address of the family that AddressFamily wants", phase: .resolving, host: host,
                port: port)
        }
        for address in usable {
            tell("connecting to \(address.text) port \(port)")
            switch try connect(to: address, from: source) {
            case .success(let descriptor): return descriptor
            case .failure(let failure):
                tell("\(address.text): \(systemText(failure.number))")
                failures.append("\(address.text): \(systemText(failure.number))")
                lastErrno = failure.number
            }
        }
        throw SSHError(
            .connect, "no connection to port \(port) (\(failures.joined(separator: ", ")))", phase: .connecting,
            host: host, port: port, errno: lastErrno)
    }

    private struct SystemError: Error {
        var number: Int32
    }

    private func addresses(of host: String, port: UInt16) throws(SSHError) -> [SocketAddress] {
        if let address = Resolver.numericAddress(host: host, port: port) { return [address] }
        let resolver = try Resolver(host: host, port: port, wakeUp: wakeUp)
        try wait(for: nil, .resolving, "its name was not looked up before the deadline") { resolver.result != nil }
        return try resolver.result?.get() ?? []
    }

    private func connect(
        to address: SocketAddress, from source: [SocketAddress]?
    ) throws(SSHError) -> Result<Int32, SystemError> {
        let flags = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(address.family, flags, 0)
        guard descriptor >= 0 else { return .failure(SystemError(number: errno)) }
        var isKept = false
        defer { if !isKept { close(descriptor) } }
        if let source {
            guard let own = source.first(where: { $0.family == address.family }) else {
                return .failure(SystemError(number: EAFNOSUPPORT))
            }
            guard own.with({ bind(descriptor, $0, $1) }) == 0 else { return .failure(SystemError(number: errno)) }
        }
        let code = address.with { Glibc.connect(descriptor, $0, $1) }
        if code != 0 {
            guard errno == EINPROGRESS else { return .failure(SystemError(number: errno)) }
            try wait(for: descriptor, .connecting, "port \(port) did not answer before the deadline") { false }
            var number: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &number, &size)
            guard number == 0 else { return .failure(SystemError(number: number)) }
        }
        isKept = true
        return .success(descriptor)
    }

    private func cancellation(_ phase: SSHError.Phase) -> SSHError {
        SSHError(.cancelled, "the session was closed while it connected", phase: phase, host: host, port: port)
    }

    /// Waits until a descriptor can be written to, or until `isDone` after a wake-up.
    private func wait(
        for descriptor: Int32?, _ phase: SSHError.Phase, _ late: String, isDone: () -> Bool
    ) throws(SSHError) {
        while !isDone() {
            var descriptors = [
                pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: descriptor ?? -1, events: Int16(POLLOUT), revents: 0),
            ]
            Interruption.poll(&descriptors, until: deadline)
            if descriptors[0].revents != 0 { wakeUp.clear() }
            if isCancelled() {
                throw cancellation(phase)
            }
            if descriptors[1].revents != 0 { return }
            if deadline.hasPassed, !isDone() { throw SSHError(.timeout, late, phase: phase, host: host, port: port) }
            try Interruption.check()
        }
    }
}

extension SocketAddress {
    /// Hands the address to one of the system's calls.
    /// - Returns: What that returns.
    fileprivate func with(_ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return Int32(-1) }
            return call(start, socklen_t(bytes.count))
        }
    }
}
