import Glibc

/// An authentication with keys of an agent, as a request in a session's lane: asks the server about each key in turn and lets the agent sign
/// for the first one that it takes.
///
/// Nothing here waits. The engine asks for a signature again and again until it is there; meanwhile whoever waits for the session polls the
/// agent's socket too. Touched with the session's lock held.
final class AgentAuthentication: OutsideWait {
    let name = "the authentication agent"
    private let connections: AgentConnections
    private let socket: AgentSocket
    private let limit: Deadline
    private let tellsOfEach: Bool
    private var untried: [AgentIdentity]?
    private var tried = 0
    private var exchange: AgentExchange?
    private var attempt: Step<Void>?
    private var lastRefusal: SSHError?
    private var isAbandoned = false

    /// Prepares an authentication.
    /// - Parameters:
    ///   - connections: The agent, which must be connected.
    ///   - identity: The key to use; nil asks the agent for its keys and tries them all.
    ///   - deadline: By when the agent must have answered.
    /// - Throws: `badUse` where the agent is not connected, `agentProtocol`, `timeout`.
    init(_ connections: AgentConnections, _ identity: AgentIdentity?, _ deadline: Deadline) throws(SSHError) {
        self.connections = connections
        limit = deadline
        untried = identity.map { [$0] }
        tellsOfEach = identity != nil
        socket = try connections.take(deadline)
    }

    // MARK: Waiting for the agent

    var isPending: Bool { exchange != nil || isAbandoned }

    var awaited: pollfd? { isAbandoned ? nil : exchange?.awaited }

    var deadline: Deadline { isAbandoned ? .never : limit }

    func abandon() {
        isAbandoned = true
        socket.end()
    }

    /// Goes on with an exchange, beginning it where there is none.
    private func answer(_ request: @autoclosure () -> AgentRequest) throws(SSHError) -> Progress<AgentReply> {
        if isAbandoned { throw SSHError(.cancelled, "the authentication was given up") }
        let current = exchange ?? AgentExchange(request(), socket)
        exchange = current
        if case .done(let reply) = try current.step() {
            exchange = nil
            return .done(reply)
        }
        if limit.hasPassed { throw AgentExchange.late }
        return .wouldBlock
    }

    // MARK: The request

    /// One turn.
    /// - Throws: What refused the key; with all keys `authenticationFailed` when none was accepted, `publicKeyUnverified` when the server
    ///   took a key and then refused its signature, or wants another method besides.
    func step(_ engine: any Engine, _ user: [UInt8]) throws(SSHError) -> Progress<Void> {
        if untried == nil {
            do throws(SSHError) {
                guard case .done(let reply) = try answer(.identities) else { return .wouldBlock }
                untried = try reply.identities()
            } catch {
                throw error.located(phase: .agent)
            }
        }
        while true {
            do throws(SSHError) {
                if attempt == nil { attempt = try nextAttempt(engine, user) }
                guard let attempt else { throw noneAccepted }
                guard case .done = try attempt() else { return .wouldBlock }
                self.attempt = nil
                connections.giveBack(socket)
                return .done(())
            } catch {
                attempt = nil
                // An exchange that is still under way has gone wrong, and the connection with it.
                if isAbandoned || exchange != nil { throw error }
                if tellsOfEach || untried == nil || !error.code.isAboutOneKey {
                    connections.giveBack(socket)
                    throw error
                }
                lastRefusal = error
            }
        }
    }

    private func nextAttempt(_ engine: any Engine, _ user: [UInt8]) throws(SSHError) -> Step<Void>? {
        guard let identity = untried?.first else {
            untried = nil
            return nil
        }
        untried?.removeFirst()
        tried += 1
        try engine.requireUserKey(identity.blob)
        let credential = Credential.publicKey(blob: identity.blob) {
            [weak self] (data, algorithm) throws(SSHError) -> Progress<[UInt8]> in
            guard let self else { throw SSHError(.cancelled, "the authentication was given up") }
            return try signature(data, algorithm, identity)
        }
        return engine.authenticate(user: user, with: credential)
    }

    private func signature(
        _ data: [UInt8], _ algorithm: String, _ identity: AgentIdentity
    ) throws(SSHError) -> Progress<[UInt8]> {
        let flags = try identity.signatureAlgorithm(algorithm)?.agentFlags ?? 0
        guard case .done(let reply) = try answer(.sign(data: data, blob: identity.blob, flags: flags)) else {
            return .wouldBlock
        }
        return .done(try reply.wellFormedSignature(CertificateName.plain(of: algorithm) ?? algorithm))
    }

    private var noneAccepted: SSHError {
        let refusal = lastRefusal.map { "; the last one: " + $0.message } ?? ""
        let message =
            tried == 0 ? "the agent holds no keys" : "none of the agent's \(tried) keys was accepted" + refusal
        return SSHError(.authenticationFailed, message, serverText: lastRefusal?.serverText)
    }
}

extension SSHError.Code {
    /// Whether another key may fare better.
    fileprivate var isAboutOneKey: Bool {
        self == .authenticationFailed || self == .agentProtocol || self == .algorithmUnsupported
    }
}
