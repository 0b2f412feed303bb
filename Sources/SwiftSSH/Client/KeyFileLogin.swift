/// A login by one key file. The server is asked about the key's public half before anybody is asked for its passphrase.
struct KeyFileLogin {
    private let session: Session
    private let user: String
    private let path: String
    private let certificate: [UInt8]?
    private let ask: (@Sendable (String) throws(SSHError) -> [UInt8]?)?
    private let deadline: Deadline

    /// - Parameters:
    ///   - session: The session.
    ///   - user: The user's name.
    ///   - path: The private key's path.
    ///   - certificate: A certificate of the key that is offered in its place; nil for none.
    ///   - ask: Gives the key's passphrase.
    ///   - deadline: By when the server must have answered.
    init(
        _ session: Session, user: String, path: String, certificate: [UInt8]? = nil,
        ask: (@Sendable (String) throws(SSHError) -> [UInt8]?)?,
        _ deadline: Deadline
    ) {
        self.session = session
        self.user = user
        self.path = path
        self.certificate = certificate
        self.ask = ask
        self.deadline = deadline
    }

    /// Runs it.
    /// - Throws: What refused the key, and why the file is of no use.
    func run() throws(SSHError) -> LoginReport.Outcome {
        let key: PrivateKey
        do throws(SSHError) {
            key = try ProcessEnd.using { () throws(SSHError) in try PrivateKey(path: path, passphrase: nil) }
        } catch {
            // What is no private key is told as that, whoever may read it.
            guard error.code == .keyFileAuthenticationFailed else { throw error }
            try KeyFile.requirePrivate(path: path)
            guard let ask else { throw error }
            if let half = certificate ?? PrivateKey.publicHalf(path: path) { try requireTaken(half) }
            guard var passphrase = try ask(path) else { return .skipped("no passphrase was given") }
            defer { wipe(&passphrase) }
            key = try ProcessEnd.using { () throws(SSHError) in try PrivateKey(path: path, passphrase: passphrase) }
        }
        try KeyFile.requirePrivate(path: path)
        try session.authenticate(
            user: user, key: key, presenting: certificate, timeout: deadline.remaining)
        return .accepted
    }

    /// Asks the server whether it would take a key, and goes no further. That counts as an attempt only when it would not.
    private func requireTaken(_ blob: [UInt8]) throws(SSHError) {
        let consent = Flag()
        do throws(SSHError) {
            try session.authenticate(user: user, publicKey: blob, timeout: deadline.remaining) {
                (_, _) throws(SSHError) in
                consent.raise()
                throw SSHError(.cancelled, "the server takes the key", phase: .authenticating)
            }
        } catch {
            if !consent.isRaised { throw error }
        }
    }
}

extension Session {
    /// Logs in with a private key.
    /// - Parameters:
    ///   - user: The user's name.
    ///   - key: The key.
    ///   - certificate: A certificate of the key that is offered in its place; nil for none.
    ///   - timeout: The time for the server's answers.
    func authenticate(
        user: String, key: PrivateKey, presenting certificate: [UInt8]? = nil, timeout: Duration?
    ) throws(SSHError) {
        try authenticate(user: user, publicKey: certificate ?? key.publicKeyBlob, timeout: timeout) {
            (data, algorithm) throws(SSHError) in
            guard let algorithm = SignatureAlgorithm(name: algorithm) else {
                throw SSHError(.algorithmUnsupported, "cannot sign with \(algorithm)", phase: .authenticating)
            }
            return try key.signature(over: data, algorithm: algorithm)
        }
    }
}
