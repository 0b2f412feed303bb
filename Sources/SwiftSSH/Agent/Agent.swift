/// An authentication agent: a program that holds private keys and signs with them, spoken to over its UNIX socket (RFC 9987).
///
/// Any thread may call any method at any time; calls go on side by side. ``connect(timeout:)`` comes first. An agent that dies, lies or says
/// nothing ends the call in an error, and the next call connects anew.
public final class Agent: Sendable {
    /// The session that ``authenticate(user:identity:timeout:)`` authenticates; kept alive by the agent.
    public let session: Session?
    let connections = AgentConnections()
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var customPath: String?

    /// How long an agent may take, where nobody said, for what needs no word of its user.
    static let patience = Duration.seconds(10)

    /// Makes an agent that is not connected.
    /// - Parameter session: The session to authenticate; nil for listing keys and signing only.
    public init(session: Session? = nil) {
        self.session = session
    }

    deinit {
        connections.close()
    }

    /// The path of the agent's socket for the next ``connect(timeout:)``; nil, the default, takes what the environment's `SSH_AUTH_SOCK` says then.
    public var path: String? {
        get { lock.withLock { customPath } }
        set { lock.withLock { customPath = newValue } }
    }

    /// Connects to the agent; a connection that there is already is replaced.
    /// - Parameter timeout: The time it may take; nil takes the session's, or 10 seconds. Only an agent that is overrun takes any; the
    ///   session's mode plays no part.
    /// - Throws: `agentProtocol` with the path and errno when there is no agent, `timeout`.
    public func connect(timeout: Duration? = nil) throws(SSHError) {
        try recording { () throws(SSHError) in
            try connections.open(AgentConnections.path(path), deadline(timeout, nil))
        }
    }

    /// Ends the connection, from any thread; calls under way fail with `agentProtocol`. Does nothing where there is none.
    public func disconnect() {
        connections.close()
    }

    /// Asks for the keys that the agent holds.
    /// - Parameter timeout: The time it may take; nil takes the session's, or 10 seconds. The session's mode plays no part.
    /// - Returns: The keys, in the agent's order, which is the one to try them in.
    /// - Throws: `badUse` before ``connect(timeout:)``, `agentProtocol`, `timeout`.
    public func identities(timeout: Duration? = nil) throws(SSHError) -> [AgentIdentity] {
        try exchange(.identities, deadline(timeout, Self.patience)) { (reply) throws(SSHError) in try reply.identities()
        }
    }

    /// Lets the agent sign, which may ask its user first.
    /// - Parameters:
    ///   - data: What to sign.
    ///   - identity: The key to sign with.
    ///   - algorithm: The signature algorithm's name, for example `rsa-sha2-256`; nil takes the key's best: SHA-512 for RSA.
    ///   - timeout: The time it may take; nil takes the session's, or none. The session's mode plays no part.
    /// - Returns: The signature as the wire has it: the algorithm's name as a string, and the rest.
    /// - Throws: `algorithmUnsupported` where the key does not sign with the algorithm, `badUse` before ``connect(timeout:)``, `agentProtocol` when the agent does not
    ///   sign, `timeout`.
    public func sign(
        _ data: [UInt8], with identity: AgentIdentity, algorithm: String? = nil, timeout: Duration? = nil
    ) throws(SSHError) -> [UInt8] {
        let chosen = try identity.signatureAlgorithm(algorithm)
        let request = AgentRequest.sign(data: data, blob: identity.blob, flags: chosen?.agentFlags ?? 0)
        return try exchange(request, deadline(timeout, nil)) { (reply) throws(SSHError) in
            try reply.signature(chosen?.name)
        }
    }

    private func exchange<Value>(
        _ request: AgentRequest, _ deadline: Deadline, _ read: (AgentReply) throws(SSHError) -> Value
    ) throws(SSHError) -> Value {
        try recording { () throws(SSHError) in
            do throws(SSHError) {
                let socket = try connections.take(deadline)
                let reply = try AgentExchange(request, socket).finish(deadline)
                connections.giveBack(socket)
                return try read(reply)
            } catch {
                throw error.located(phase: .agent)
            }
        }
    }

    /// The end of a call's time.
    func deadline(_ timeout: Duration?, _ otherwise: Duration?) -> Deadline {
        Deadline(after: timeout ?? session?.timeout ?? otherwise)
    }

    private func recording<Value>(_ body: () throws(SSHError) -> Value) throws(SSHError) -> Value {
        guard let session else { return try body() }
        return try session.state.recording(body)
    }
}

extension AgentIdentity {
    /// The algorithm to ask an agent for.
    /// - Parameter name: Its name; nil for the key's best.
    /// - Returns: nil for a key of a type that only the agent knows, which signs in its own way.
    /// - Throws: `algorithmUnsupported` where the key does not sign with that algorithm.
    func signatureAlgorithm(_ name: String?) throws(SSHError) -> SignatureAlgorithm? {
        let key = SignatureAlgorithm(name: type)?.keyAlgorithm
        guard let name else { return key?.signatureAlgorithms.first }
        if let algorithm = SignatureAlgorithm(name: name), algorithm.keyAlgorithm == key { return algorithm }
        if key == nil, name == type { return nil }
        throw SSHError(
            .algorithmUnsupported,
            "a key of type \"\(String(escaping: type.utf8, limit: 64))\" does not sign with "
                + "\"\(String(escaping: name.utf8, limit: 64))\"", phase: .agent)
    }
}
