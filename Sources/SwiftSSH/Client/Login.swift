/// One login: tries credentials in order until the server lets the user in, in several steps where the server wants several (RFC 4252, 5.1).
///
/// The engine does not tell a step that succeeded from one that was refused. So after an attempt that may have been a step the server is asked
/// again what it takes: a list that has changed means that it was. That question counts as an attempt, and is asked only when it matters. Who has
/// nothing but keys does not ask at the beginning either: there is nothing to choose, and servers take their time for the answer.
struct Login {
    private let session: Session
    private let user: String
    private let options: ClientOptions
    private let deadline: Deadline
    private let agent: Agent?
    private var candidates: [LoginCandidate]
    private var report: LoginReport

    /// Collects the credentials; nothing is sent to the server.
    /// - Parameters:
    ///   - session: A session whose host key has been accepted.
    ///   - plan: Who logs in, with which keys.
    ///   - options: The other credentials.
    ///   - deadline: By when the user must be in.
    init(_ session: Session, _ plan: ConnectionPlan, options: ClientOptions, deadline: Deadline) {
        self.session = session
        user = plan.user
        self.options = options
        self.deadline = deadline
        var report = LoginReport()
        let agent = report.noting("the agent") { () throws(SSHError) in
            try Self.connectedAgent(plan.agent, session, deadline)
        }.flatMap { $0 }
        let identities = report.noting("the agent") { () throws(SSHError) in
            try agent?.identities(timeout: deadline.remaining) ?? []
        }
        self.agent = agent
        self.report = report
        let keys = NamedKeys(plan)
        candidates = LoginCandidate.inOrder(
            inMemory: options.keys.count, certificates: UserCertificate.of(plan, keys, identities ?? []),
            identities: identities ?? [], keys: keys, hasPassword: options.secretPassword != nil,
            hasAnswers: options.answers != nil)
    }

    /// Runs it to its end.
    /// - Throws: `authenticationFailed` with what was offered and what the server takes; `passwordExpired`; `timeout`; why the connection is over; `file` and
    ///   `keyFileAuthenticationFailed` where a key file alone is to blame.
    mutating func run() throws(SSHError) {
        let hasOnlyKeys = !candidates.isEmpty && candidates.allSatisfy(\.isKey)
        var methods = hasOnlyKeys ? nil : try session.authenticationMethods(user: user, timeout: deadline.remaining)
        while !session.isAuthenticated {
            guard let candidate = next(methods) else {
                if let methods { throw report.failure(methods) }
                methods = try asked()
                continue
            }
            var attempt = LoginReport.Attempt(candidate)
            do throws(SSHError) {
                attempt.outcome = try self.attempt(candidate)
            } catch {
                try throwUnlessRefused(error)
                attempt.outcome = .failed(error)
            }
            report.add(attempt)
            guard case .failed(let error) = attempt.outcome, candidate.mayBeAStep(error) else { continue }
            let now: [String]
            do throws(SSHError) {
                now = try session.authenticationMethods(user: user, timeout: deadline.remaining)
            } catch {
                throw error.code == .interrupted ? error : report.failure(methods ?? [])
            }
            report.attempts += 1
            // Of a key that was signed with the server took the method.
            if methods.map({ $0 != now }) ?? !now.contains("publickey") { report.lastWasAStep() }
            methods = now
        }
    }

    /// What the server takes, when there is nothing more to offer.
    private func asked() throws(SSHError) -> [String] {
        do throws(SSHError) {
            return try session.authenticationMethods(user: user, timeout: deadline.remaining)
        } catch {
            throw report.hasRefusals && error.code.endsConnection ? report.cut(error) : error
        }
    }

    /// Takes the next credential that the server would take, as far as that is known; keys only as long as an attempt is left for each of the others.
    private mutating func next(_ methods: [String]?) -> LoginCandidate? {
        let usable = methods.map { methods in candidates.filter { $0.method(in: methods) != nil } } ?? candidates
        let others = usable.count { !$0.isKey }
        let isOutOfKeys = others > 0 && report.attempts + 1 + others > options.attempts
        guard let chosen = usable.first(where: { !($0.isKey && isOutOfKeys) }) else { return nil }
        candidates.removeAll { $0 == chosen }
        return chosen
    }

    private func attempt(_ candidate: LoginCandidate) throws(SSHError) -> LoginReport.Outcome {
        switch candidate {
        case .key(let place):
            guard options.keys.indices.contains(place) else { break }
            let key = options.keys[place]
            let parsed = try ProcessEnd.using { () throws(SSHError) in try key.privateKey() }
            try session.authenticate(user: user, key: parsed, timeout: deadline.remaining)
        case .certificate(let certificate): return try attempt(certificate)
        case .agentKey(let identity):
            try agent?.authenticate(user: user, identity: identity, timeout: deadline.remaining)
        case .keyFile(let path):
            return try KeyFileLogin(session, user: user, path: path, ask: options.passphrase, deadline).run()
        case .password:
            guard let password = options.secretPassword else { break }
            try session.authenticate(user: user, secret: password, timeout: deadline.remaining)
        case .passwordAsAnswer:
            guard let password = options.secretPassword else { break }
            let isAnswered = Flag()
            try session.authenticateInteractively(user: user, timeout: deadline.remaining) {
                (request) throws(SSHError) in
                if request.prompts.isEmpty { return [] }
                // The password is for one hidden question, and for none after it.
                guard request.prompts.count == 1, request.prompts.first?.echo == false, isAnswered.raise() else {
                    throw SSHError(
                        .callback, "the server asks for more than a password", phase: .authenticating)
                }
                return [Array(password.readOnly)]
            }
        case .answers:
            guard let answers = options.answers else { break }
            try session.authenticateInteractively(user: user, timeout: deadline.remaining, answer: answers)
        }
        return .accepted
    }

    private func attempt(_ certificate: UserCertificate) throws(SSHError) -> LoginReport.Outcome {
        guard session.connection.peek({ session.connection.engine.takesCertificates }) == true else {
            return .skipped("this engine cannot log in with certificates; the native one can")
        }
        switch certificate.holder {
        case .file(let path):
            return try KeyFileLogin(
                session, user: user, path: path, certificate: certificate.blob, ask: options.passphrase, deadline
            ).run()
        case .agent(let identity):
            // Its own connection: the session is in the midst of a call when it is asked to sign.
            let signer = Agent(session: nil)
            signer.path = agent?.path
            try signer.connect(timeout: deadline.remaining)
            let deadline = deadline
            try session.authenticate(user: user, publicKey: certificate.blob, timeout: deadline.remaining) {
                (data, algorithm) throws(SSHError) in
                try signer.sign(
                    data, with: identity, algorithm: CertificateName.plain(of: algorithm) ?? algorithm,
                    timeout: deadline.remaining)
            }
            return .accepted
        }
    }

    /// Whether another credential may fare better; otherwise the error is the login's.
    private func throwUnlessRefused(_ error: SSHError) throws(SSHError) {
        switch error.code {
        case .authenticationFailed, .publicKeyUnverified, .keyFileAuthenticationFailed, .file, .agentProtocol,
            .algorithmUnsupported, .methodNotSupported, .invalidArgument, .invalidText, .callback:
            // The caller's own refusal to answer is the caller's last word, but for the password that is no answer.
            return
        default:
            if report.hasRefusals, error.code.endsConnection { throw report.cut(error) }
            throw error
        }
    }

    private static func connectedAgent(
        _ choice: AgentChoice, _ session: Session, _ deadline: Deadline
    ) throws(SSHError) -> Agent? {
        let agent = Agent(session: session)
        switch choice {
        case .none: return nil
        case .configured, .environment:
            guard (try? AgentConnections.path(nil)) != nil else { return nil }
        case .socket(let path): agent.path = path
        }
        try agent.connect(timeout: deadline.remaining)
        return agent
    }
}
