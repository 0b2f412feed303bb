/// A connection to one host for programs that want to use it, not to build it: it checks the host's key, logs in, runs commands and
/// forwards connections.
///
/// Any thread may call any method at any time. A client that is let go ends its connection; ``close()`` says goodbye first.
public final class SSHClient: Sendable {
    /// The longest time that connecting takes where nobody says otherwise.
    public static let defaultConnectTimeout = Duration.seconds(60)
    /// How long a server is given to take in a goodbye.
    private static let goodbye = Duration.milliseconds(500)

    /// The host as the caller named it, which may be an alias of the ssh_config files.
    public let name: String
    /// The name or address that is connected to: what HostName says, once connecting has begun.
    public var host: String { plan?.host ?? name }
    /// The port that is connected to, once connecting has begun.
    public var port: UInt16 { plan?.port ?? namedPort ?? 22 }
    /// The user's name on the server, once connecting has begun; empty before it where the caller gave none.
    public var user: String { plan?.user ?? namedUser ?? "" }
    /// The session, for everything that the client has no method for. It ends with the client. Its timeout, where one is set, holds for each of the
    /// client's calls that has none of its own.
    public let session: Session
    /// How it connects; once it has, without password and keys in memory.
    var options: ClientOptions { lock.withLock { chosen } }
    private let namedPort: UInt16?
    private let namedUser: String?
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var chosen: ClientOptions
    nonisolated(unsafe) private var adopted: ConnectionPlan?
    /// The display that is forwarded; nil for none.
    let display: ForwardedDisplay?
    private let dependents = Dependents()
    /// What carries the connection itself; it ends last.
    let carriers = Dependents()

    /// Makes a client that is not connected, so that another thread can ``close()`` it while it connects.
    /// - Parameters:
    ///   - host: A name, an alias of the ssh_config files, or an address, IPv6 or IPv4.
    ///   - port: The port, 1 to 65535; nil takes what Port says, 22 where it says nothing.
    ///   - user: The user's name on the server; nil takes what User says, and where it says nothing that of this process's user.
    ///   - options: How to connect.
    /// - Throws: `invalidArgument` for port 0, a bad fingerprint, a display that is none, and an engine of the environment's that there is not; `methodNotSupported` for
    ///   algorithms that the engine does not have; `allocation`.
    public init(
        host: String, port: UInt16? = nil, user: String? = nil, options: ClientOptions = ClientOptions()
    ) throws(SSHError) {
        guard port != 0 else { throw SSHError(.invalidArgument, "there is no port 0", phase: .connecting, host: host) }
        if case .fingerprint(let text) = options.hostKeys, !text.hasPrefix("SHA256:") {
            throw SSHError(
                .invalidArgument, "a fingerprint begins with \"SHA256:\"", phase: .hostKey, host: host, port: port)
        }
        name = host
        namedPort = port
        namedUser = user
        chosen = options
        display = try Self.forwardedDisplay(options)
        session = try Session(engine: options.engine)
        if let log = options.log { session.setLog(log) }
        try session.setAlgorithms(profile: options.profile)
        for (purpose, names) in options.algorithms { try session.setAlgorithms(purpose, names) }
    }

    deinit {
        end()
    }

    /// Connects to a host, checks its key and logs in.
    /// - Parameters:
    ///   - host: A name, an alias of the ssh_config files, or an address, IPv6 or IPv4.
    ///   - port: The port, 1 to 65535; nil takes what Port says, 22 where it says nothing.
    ///   - user: The user's name on the server; nil takes what User says, and where it says nothing that of this process's user.
    ///   - options: How to connect.
    ///   - timeout: The time for all of it; nil is no limit.
    /// - Returns: The client, which is logged in.
    /// - Throws: As the two steps do.
    public static func connect(
        host: String, port: UInt16? = nil, user: String? = nil, options: ClientOptions = ClientOptions(),
        timeout: Duration? = SSHClient.defaultConnectTimeout
    ) throws(SSHError) -> SSHClient {
        let client = try SSHClient(host: host, port: port, user: user, options: options)
        try client.connect(timeout: timeout)
        return client
    }

    /// Reads the ssh_config files, resolves the host's name, connects, through other hosts where they say so, checks the host's key and logs in.
    /// - Parameter timeout: The time for all of it; nil is no limit.
    /// - Throws: `addressNotFound`; `connect` with errno; what a key exchange throws; `hostKeyUnknown`, `hostKeyMismatch`, `hostKeyRevoked` and
    ///   `hostKeyRefused` with ``SSHError/hostKey``; `authenticationFailed` with what was offered and what the server asks for; `file` and `keyFileAuthenticationFailed`
    ///   where a key file alone is to blame; `agentProtocol` and `methodNotSupported` where an agent is to be forwarded and there is none, or the engine cannot;
    ///   what ``HostConfiguration/init(of:port:user:files:timeout:)`` throws; `invalidArgument` for a process whose user has no name; `timeout`; `cancelled`. The client cannot be used after any of them.
    public func connect(timeout: Duration? = SSHClient.defaultConnectTimeout) throws(SSHError) {
        let deadline = Deadline(after: timeout)
        defer { forgetSecrets() }
        do throws(SSHError) {
            let plan = try ConnectionPlan(
                name, port: namedPort, user: namedUser, options: options, deadline: deadline,
                owner: carriers)
            lock.withLock { adopted = plan }
            try connect(plan, deadline)
        } catch {
            close()
            throw plan?.located(error, name: name) ?? error.located(phase: nil, host: name, port: namedPort)
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

    private func connect(_ plan: ConnectionPlan, _ deadline: Deadline) throws(SSHError) {
        if plan.offersCompression { try session.setCompression(true) }
        for (purpose, list) in plan.algorithms where options.algorithms[purpose] == nil {
            try session.setAlgorithms(purpose, list)
        }
        let check = try HostKeyCheck(plan)
        if options.algorithms[.hostKey] == nil, plan.configuration.hostKeyAlgorithms == nil {
            try session.preferHostKeys(of: check.knownTypes(), certificatesFirst: check.hasAuthority())
        }
        let agent = try forwardedAgent(deadline)
        try reach(plan, deadline)
        guard let key = session.hostKey else {
            throw SSHError(
                .hostKeyUnknown, "the server presented no key", phase: .hostKey, host: plan.host, port: plan.port)
        }
        try accept(key, check)
        var login = Login(session, plan, options: options, deadline: deadline)
        try login.run()
        if let keepalive = plan.keepalive {
            session.connection.watchServer(interval: keepalive.interval, most: keepalive.count)
        }
        if let agent { try forward(agent) }
        if let display { try forward(display) }
    }

    /// Lets go of what only a login needs.
    private func forgetSecrets() {
        // What goes is wiped outside of the lock.
        _ = lock.withLock {
            defer {
                chosen.secretPassword = nil
                chosen.keys = []
            }
            return chosen
        }
    }

    private var plan: ConnectionPlan? { lock.withLock { adopted } }

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

    /// Ends the connection, everything that goes through it and what carries it, from any thread, without waiting and without a goodbye.
    package func end() {
        dependents.end()
        session.close()
        carriers.end()
    }

    /// What ends with the client: forwards.
    func keep(_ dependent: some Dependent) throws(SSHError) {
        try dependents.add(dependent)
    }

    /// Forgets what has ended by itself.
    func forget(_ dependent: some Dependent) {
        dependents.remove(dependent)
    }
}

extension Session {
    /// Offers the algorithms that a list makes of those that are offered anyway.
    fileprivate func setAlgorithms(_ purpose: AlgorithmPurpose, _ list: AlgorithmList) throws(SSHError) {
        let names = try list.names(usual: offeredAlgorithms(purpose), supported: supportedAlgorithms(purpose))
        // Where nothing is left, the error has the list.
        try setAlgorithms(purpose, names.isEmpty ? [list.text] : names)
    }

    /// Has the server asked for certificates first where it is known by them, and then for its keys of some types.
    fileprivate func preferHostKeys(of types: [String], certificatesFirst: Bool) throws(SSHError) {
        let certificatesFirst = certificatesFirst && connection.peek { connection.engine.takesCertificates } == true
        if types.isEmpty, !certificatesFirst { return }
        let usual = try offeredAlgorithms(.hostKey)
        let certificates =
            certificatesFirst ? try supportedAlgorithms(.hostKey).filter { CertificateName.plain(of: $0) != nil } : []
        let offered = usual + certificates.filter { !usual.contains($0) }
        let isKnown = { (algorithm: String) in types.contains(algorithm.hasPrefix("rsa-sha2-") ? "ssh-rsa" : algorithm)
        }
        let isFirst = { (algorithm: String) in certificatesFirst && CertificateName.plain(of: algorithm) != nil }
        let others = offered.filter { !isFirst($0) }
        try setAlgorithms(
            .hostKey, offered.filter(isFirst) + others.filter(isKnown) + others.filter { !isKnown($0) })
    }
}
