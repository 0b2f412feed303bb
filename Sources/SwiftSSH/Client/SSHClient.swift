/// A connection to one host for programs that want to use it, not to build it: it checks the host's key, logs in, runs commands and
/// forwards connections.
///
/// Any thread may call any method at any time. A client that is let go ends its connection; ``close()`` says goodbye first.
public final class SSHClient: Sendable {
    /// The longest time that connecting takes where nobody says otherwise.
    public static let defaultConnectTimeout = Duration.seconds(60)
    /// How long a server is given to take in a goodbye.
    private static let goodbye = Duration.milliseconds(500)

    /// The host as the caller named it.
    public let host: String
    /// The port.
    public let port: UInt16
    /// The user's name on the server.
    public let user: String
    /// The session, for everything that the client has no method for. It ends with the client. Its timeout, where one is set, holds for each of the
    /// client's calls that has none of its own.
    public let session: Session
    let options: ClientOptions
    /// The display that is forwarded; nil for none.
    let display: ForwardedDisplay?
    private let dependents = Dependents()
    /// What carries the connection itself; it ends last.
    private let carriers = Dependents()

    /// Makes a client that is not connected, so that another thread can ``close()`` it while it connects.
    /// - Parameters:
    ///   - host: A name or an address, IPv6 or IPv4.
    ///   - port: The port, 1 to 65535.
    ///   - user: The user's name on the server; nil takes that of this process's user.
    ///   - options: How to connect.
    /// - Throws: `invalidArgument` for port 0, a bad fingerprint, a display that is none, an engine of the environment's that there is not, or a process whose user has no name;
    ///   `methodNotSupported` for algorithms that the engine
    ///   does not have; `allocation`.
    public init(host: String, port: UInt16 = 22, user: String? = nil, options: ClientOptions = ClientOptions())
        throws(SSHError)
    {
        guard port > 0 else { throw SSHError(.invalidArgument, "there is no port 0", phase: .connecting, host: host) }
        guard let user = user ?? UserAccount.name else {
            throw SSHError(.invalidArgument, "this process's user has no name; give one", phase: .authenticating)
        }
        if case .fingerprint(let text) = options.hostKeys, !text.hasPrefix("SHA256:") {
            throw SSHError(.invalidArgument, "a fingerprint begins with \"SHA256:\"", phase: .hostKey, host: host)
        }
        self.host = host
        self.port = port
        self.user = user
        self.options = options
        display = try Self.forwardedDisplay(options)
        session = try Session(engine: options.engine)
        if let log = options.log { session.setLog(log) }
        try session.setAlgorithms(profile: options.profile)
        for (purpose, names) in options.algorithms { try session.setAlgorithms(purpose, names) }
        if options.offersCompression { try session.setCompression(true) }
    }

    deinit {
        dependents.end()
        session.close()
        carriers.end()
    }

    /// Connects to a host, checks its key and logs in.
    /// - Parameters:
    ///   - host: A name or an address, IPv6 or IPv4.
    ///   - port: The port, 1 to 65535.
    ///   - user: The user's name on the server; nil takes that of this process's user.
    ///   - options: How to connect.
    ///   - timeout: The time for all of it; nil is no limit.
    /// - Returns: The client, which is logged in.
    /// - Throws: As the two steps do.
    public static func connect(
        host: String, port: UInt16 = 22, user: String? = nil, options: ClientOptions = ClientOptions(),
        timeout: Duration? = SSHClient.defaultConnectTimeout
    ) throws(SSHError) -> SSHClient {
        let client = try SSHClient(host: host, port: port, user: user, options: options)
        try client.connect(timeout: timeout)
        return client
    }

    /// Resolves the host's name, connects, checks the host's key and logs in.
    /// - Parameter timeout: The time for all of it; nil is no limit.
    /// - Throws: `addressNotFound`; `connect` with errno; what a key exchange throws; `hostKeyUnknown`, `hostKeyMismatch`, `hostKeyRevoked` and
    ///   `hostKeyRefused` with ``SSHError/hostKey``; `authenticationFailed` with what was offered and what the server asks for; `file` and `keyFileAuthenticationFailed`
    ///   where a key file alone is to blame; `agentProtocol` and `methodNotSupported` where an agent is to be forwarded and there is none, or the engine cannot;
    ///   `timeout`; `cancelled`. The client cannot be used after any of them.
    public func connect(timeout: Duration? = SSHClient.defaultConnectTimeout) throws(SSHError) {
        let deadline = Deadline(after: timeout)
        do throws(SSHError) {
            let check = try HostKeyCheck(options.hostKeys, host: host, port: port)
            if options.algorithms[.hostKey] == nil {
                try session.preferHostKeys(of: check.knownTypes(), certificatesFirst: check.hasAuthority())
            }
            let agent = try forwardedAgent(deadline)
            try reach(deadline)
            guard let key = session.hostKey else {
                throw SSHError(.hostKeyUnknown, "the server presented no key", phase: .hostKey, host: host)
            }
            try accept(key, check)
            var login = Login(session, user: user, options: options, deadline: deadline)
            try login.run()
            if let agent { try forwardAgent(at: agent) }
            if let display { try forward(display) }
        } catch {
            close()
            throw error.located(phase: nil, host: host)
        }
    }

    private func accept(_ key: HostKey, _ check: HostKeyCheck) throws(SSHError) {
        do throws(SSHError) {
            let reason = try ProcessEnd.using { () throws(SSHError) in try check.verify(key) }
            session.connection.tell(.info, .hostKey, "the key is accepted: \(reason)")
        } catch {
            session.connection.tell(.warning, .hostKey, "the key is refused: \(error.message)")
            throw error
        }
    }

    private func reach(_ deadline: Deadline) throws(SSHError) {
        guard let jumpHost = options.jumpHost else {
            try session.connect(host: host, port: port, timeout: deadline.remaining)
            session.connection.peek { session.connection.stream?.noticeDeadPeer() }
            return
        }
        let (host, port) = (host, port)
        session.connection.tell(
            .info, .connecting, "connecting through \(String(escaping: jumpHost.host.utf8)) to port \(port)")
        try session.connection.connect(host: host, timeout: deadline.remaining) { (deadline) throws(SSHError) in
            try jumpHost.openSocket(host: host, port: port, for: carriers, deadline)
        }
    }

    /// Whether the client has logged in and the connection has not ended, as far as is known without asking the server.
    public var isConnected: Bool { session.isAuthenticated && !session.connection.isOver }

    /// Says goodbye and ends the connection and everything that goes through it. Calls of other threads that wait throw `cancelled`. Takes at most half a
    /// second; closing again does nothing.
    public func close() {
        dependents.end()
        try? session.connection.disconnect(
            reason: 11, description: "end", language: "", timeout: Self.goodbye,
            end: SSHError(.cancelled, "the client was closed while the call waited"))
        session.close()
        carriers.end()
        dependents.wait()
        carriers.wait()
    }

    /// What ends with the client: forwards, and the bridge to a jump host.
    func keep(_ dependent: some Dependent) throws(SSHError) {
        try dependents.add(dependent)
    }

    /// Forgets what has ended by itself.
    func forget(_ dependent: some Dependent) {
        dependents.remove(dependent)
    }
}

extension Session {
    /// Has the server asked for certificates first where it is known by them, and then for its keys of some types.
    fileprivate func preferHostKeys(of types: [String], certificatesFirst: Bool) throws(SSHError) {
        if types.isEmpty, !certificatesFirst { return }
        let usual = try connection.locked { () throws(SSHError) in
            try connection.engine.offeredAlgorithms(.hostKey)
        }
        let certificates = try supportedAlgorithms(.hostKey).filter { CertificateName.plain(of: $0) != nil }
        let offered = usual + certificates.filter { !usual.contains($0) }
        let isKnown = { (algorithm: String) in types.contains(algorithm.hasPrefix("rsa-sha2-") ? "ssh-rsa" : algorithm)
        }
        let isFirst = { (algorithm: String) in certificatesFirst && CertificateName.plain(of: algorithm) != nil }
        let others = offered.filter { !isFirst($0) }
        try setAlgorithms(
            .hostKey, offered.filter(isFirst) + others.filter(isKnown) + others.filter { !isKnown($0) })
    }
}
