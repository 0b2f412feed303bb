import Glibc

extension SSHClient {
    /// How long a connection may take to be made at the far end.
    private static let patience = Duration.seconds(60)

    /// Listens on a port of this machine and has the server connect to a host for each connection that comes (RFC 4254, 7.2).
    /// - Parameters:
    ///   - bindHost: The address to listen on.
    ///   - bindPort: The port to listen on; 0 lets the system choose.
    ///   - host: The host to connect to, as the server is to resolve it.
    ///   - port: Its port.
    /// - Throws: `addressNotFound`, `connect` with errno when the port is not to be had, `invalidArgument` for port 0 of the host, `closed`.
    public func forwardLocal(
        bindHost: String = "127.0.0.1", bindPort: UInt16 = 0, to host: String, port: UInt16
    ) throws(SSHError) -> Forward {
        guard port > 0 else { throw SSHError(.invalidArgument, "there is no port 0", phase: .forwarding, host: host) }
        return try listen(bindHost, bindPort) { [session] (_) throws(SSHError) in
            try session.openDirectTCPIP(host: host, port: port, timeout: Self.patience)
        }
    }

    /// Serves SOCKS 4, 4a and 5 without authentication on a port of this machine: the server connects to whatever a client asks for.
    /// - Parameters:
    ///   - bindHost: The address to listen on. Everybody who can connect to it can use what the server can reach.
    ///   - bindPort: The port to listen on; 0 lets the system choose.
    /// - Throws: `addressNotFound`, `connect` with errno when the port is not to be had, `closed`.
    public func forwardSOCKS(bindHost: String = "127.0.0.1", bindPort: UInt16 = 0) throws(SSHError) -> Forward {
        try listen(bindHost, bindPort) { [session] (descriptor) throws(SSHError) in
            let greeting = try SOCKSGreeting(from: descriptor)
            do throws(SSHError) {
                let channel = try session.openDirectTCPIP(
                    host: greeting.host, port: greeting.port, timeout: Self.patience)
                greeting.answer(descriptor, isConnected: true)
                return channel
            } catch {
                greeting.answer(descriptor, isConnected: false)
                throw error
            }
        }
    }

    /// Has the server listen on a port of its own and connects to a host from here for each connection that comes to it (RFC 4254, 7.1).
    /// - Parameters:
    ///   - bindHost: The address that the server listens on; nil for all, where the server allows that.
    ///   - bindPort: The port that it listens on; 0 lets the server choose.
    ///   - host: The host to connect to, as this machine resolves it.
    ///   - port: Its port.
    ///   - timeout: The time for the server's answer; nil is no limit.
    /// - Throws: `requestDenied` when the server refuses, `invalidArgument` for port 0 of the host, `timeout`, `closed`, why the connection is over.
    public func forwardRemote(
        bindHost: String? = "127.0.0.1", bindPort: UInt16 = 0, to host: String, port: UInt16, timeout: Duration? = nil
    ) throws(SSHError) -> Forward {
        guard port > 0 else { throw SSHError(.invalidArgument, "there is no port 0", phase: .forwarding, host: host) }
        let listener = try session.listen(
            port: bindPort, host: bindHost, queueLimit: ForwardWorker.largestWaiting, timeout: timeout)
        let worker = try serve(listener) { (connection) throws(SSHError) in
            try connection.attach(try connection.connect(host: host, port: port, Deadline(after: Self.patience)))
        }
        return Forward(self, boundPort: listener.boundPort, worker)
    }

    /// Has the connections of a listener carried on threads of the library's, until the client ends.
    /// - Parameters:
    ///   - listener: What hands connections over.
    ///   - prepare: Attaches a connection's socket, on a thread of its own.
    @discardableResult
    func serve(
        _ listener: Listener, _ prepare: @escaping @Sendable (CarriedConnection) throws(SSHError) -> Void
    ) throws(SSHError) -> ForwardWorker {
        let worker = ForwardWorker()
        try worker.start(stop: { try? listener.cancel(timeout: .zero) }) {
            Self.accept(from: listener, for: worker, prepare)
        }
        try keep(worker)
        return worker
    }

    /// Accepts connections of a port of the server's until the worker or the connection has ended.
    private static func accept(
        from listener: Listener, for worker: ForwardWorker,
        _ prepare: @escaping @Sendable (CarriedConnection) throws(SSHError) -> Void
    ) {
        do throws(SSHError) {
            while !worker.hasEnded {
                worker.waitForRoom()
                worker.carry(CarriedConnection(try listener.accept(timeout: .seconds(Int64.max))), prepare)
            }
        } catch {
            worker.note(error)
            worker.refuse()
        }
    }

    private func listen(
        _ bindHost: String, _ bindPort: UInt16, _ open: @escaping @Sendable (Int32) throws(SSHError) -> Channel
    ) throws(SSHError) -> Forward {
        let socket = try ListeningSocket(host: bindHost, port: bindPort)
        let worker = ForwardWorker()
        do throws(SSHError) {
            try worker.start(stop: {}) {
                socket.accept(for: worker) { descriptor in
                    worker.carry(CarriedConnection(descriptor)) { (connection) throws(SSHError) in
                        try connection.attach(try open(descriptor))
                    }
                }
            }
        } catch {
            Glibc.close(socket.descriptor)
            throw error
        }
        try keep(worker)
        return Forward(self, boundPort: socket.port, worker)
    }
}
