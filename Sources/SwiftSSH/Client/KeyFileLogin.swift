/// A login by one key file. The server is asked about the key's public half before anybody is asked for its passphrase.
struct KeyFileLogin {
    private let session: Session
    private let user: String
    private let path: String
    private let ask: (@Sendable (String) throws(SSHError) -> [UInt8]?)?
    private let deadline: Deadline

    init(
        _ session: Session, user: String, path: String, ask: (@Sendable (String) throws(SSHError) -> [UInt8]?)?,
        _ deadline: Deadline
    ) {
        self.session = session
        self.user = user
        self.path = path
        self.ask = ask
        self.deadline = deadline
    }

    /// Runs it.
    /// - Throws: What refused the key, and why the file is of no use.
    func run() throws(SSHError) -> LoginReport.Outcome {
        let key: PrivateKey
        do throws(SSHError) {
            key = try PrivateKey(path: path, passphrase: nil)
        } catch {
            guard error.code == .keyFileAuthenticationFailed, let ask else { throw error }
            if let half = PrivateKey.publicHalf(path: path) { try requireTaken(half) }
            guard var passphrase = try ask(path) else { return .skipped("no passphrase was given") }
            defer { wipe(&passphrase) }
            key = try PrivateKey(path: path, passphrase: passphrase)
        }
        try session.authenticate(user: user, blob: key.publicKeyBlob, deadline) {
            (data, algorithm) throws(SSHError) in
            guard let algorithm = SignatureAlgorithm(name: algorithm) else {
                throw SSHError(.algorithmUnsupported, "cannot sign with \(algorithm)", phase: .authenticating)
            }
            return try key.signature(over: data, algorithm: algorithm)
        }
        return .accepted
    }

    /// Asks the server whether it would take a key, and goes no further. That counts as an attempt only when it would not.
    private func requireTaken(_ blob: [UInt8]) throws(SSHError) {
        let consent = Consent()
        do throws(SSHError) {
            try session.authenticate(user: user, blob: blob, deadline) { (_, _) throws(SSHError) in
                consent.isGiven = true
                throw SSHError(.cancelled, "the server takes the key", phase: .authenticating)
            }
        } catch {
            if !consent.isGiven { throw error }
        }
    }

    /// Whether the server has asked for a signature; touched under the session's lock while the call lasts, and after it.
    private final class Consent {
        var isGiven = false
    }
}

extension Session {
    /// Authenticates by a key whose owner signs.
    /// - Parameters:
    ///   - user: The user's name.
    ///   - blob: The public half as the wire has it.
    ///   - deadline: By when it must be done.
    ///   - sign: Signs the data with an algorithm, when the server takes the key; called with the session's lock held.
    fileprivate func authenticate(
        user: String, blob: [UInt8], _ deadline: Deadline,
        sign: @escaping (_ data: [UInt8], _ algorithm: String) throws(SSHError) -> [UInt8]
    ) throws(SSHError) {
        try state.recording { () throws(SSHError) in
            let key = OperationKey(name: "userauth publickey", detail: [[UInt8]](arrayLiteral: Array(user.utf8), blob))
            try begin(key, user, deadline.remaining) { (engine, user) throws(SSHError) in
                engine.authenticate(
                    user: user,
                    with: .publicKey(blob: blob) { (data, algorithm) throws(SSHError) -> Progress<[UInt8]> in
                        .done(try sign(data, algorithm))
                    })
            }
        }
    }
}
