extension Session {
    /// The longest user name, password and passphrase, in bytes.
    static let longestCredential = 64 * 1024

    /// Whether the server has accepted the user.
    public var isAuthenticated: Bool {
        connection.peek { connection.engine.isAuthenticated } ?? false
    }

    /// What the server has said to users before they are in, as far as it has come (RFC 4252, 5.4): any bytes, neither checked nor escaped, so that
    /// showing them may drive a terminal. At most 64 KiB; empty for nothing, and where the engine does not keep it (``EngineCapabilities/authenticationBanner``).
    ///
    /// libssh2 keeps only what comes with the answer to ``authenticationMethods(user:timeout:)``, up to a NUL.
    public var authenticationBanner: [UInt8] {
        connection.peek { connection.engine.authenticationBanner } ?? []
    }

    /// Asks which authentication methods the server would take (RFC 4252, 5.2).
    /// - Parameters:
    ///   - user: The user's name.
    ///   - timeout: The time it may take; nil takes the session's.
    /// - Returns: The methods' names; none when the server wants none, and the user is authenticated.
    /// - Throws: `timeout`, why the connection is over, and `again` in non-blocking mode.
    public func authenticationMethods(user: String, timeout: Duration? = nil) throws(SSHError) -> [String] {
        try authenticating(user, "list", timeout, accepted: []) { (engine, user) throws(SSHError) in
            engine.authenticationMethods(user: user)
        }
    }

    /// Authenticates by password (RFC 4252, 8).
    /// - Parameters:
    ///   - user: The user's name.
    ///   - password: The password's bytes.
    ///   - newPassword: What the password is changed to if the server says that it has expired; nil leaves it.
    ///   - timeout: The time it may take; nil takes the session's.
    /// - Throws: `authenticationFailed`; `passwordExpired` where there is no new password or the server does not like it; `timeout`, and
    ///   `again` in non-blocking mode.
    public func authenticate(
        user: String, password: [UInt8], newPassword: [UInt8]? = nil, timeout: Duration? = nil
    ) throws(SSHError) {
        try authenticate(
            user: user, secret: SecretBytes(password), newSecret: newPassword.map { SecretBytes($0) }, timeout: timeout)
    }

    /// Authenticates by password, of which nothing is left when the caller has let go of it.
    /// - Parameters: As with bytes.
    /// - Throws: As with bytes.
    package func authenticate(
        user: String, secret password: SecretBytes, newSecret newPassword: SecretBytes? = nil, timeout: Duration? = nil
    ) throws(SSHError) {
        try authenticating(user, "password", timeout, accepted: ()) { (engine, user) throws(SSHError) in
            let longest = max(password.readOnly.count, newPassword?.readOnly.count ?? 0)
            guard longest <= Session.longestCredential else {
                throw SSHError(.invalidArgument, "the password is longer than \(Session.longestCredential) bytes")
            }
            return engine.authenticate(user: user, with: .password(password, new: newPassword))
        }
    }

    /// Authenticates by password, given as text.
    /// - Parameters:
    ///   - user: The user's name.
    ///   - password: The password.
    ///   - newPassword: What it is changed to if it has expired; nil leaves it.
    ///   - timeout: The time it may take; nil takes the session's.
    /// - Throws: As with bytes.
    public func authenticate(
        user: String, password: String, newPassword: String? = nil, timeout: Duration? = nil
    ) throws(SSHError) {
        try authenticate(
            user: user, secret: SecretBytes(password.utf8), newSecret: newPassword.map { SecretBytes($0.utf8) },
            timeout: timeout)
    }

    /// Authenticates by answering the server's questions (RFC 4256).
    /// - Parameters:
    ///   - user: The user's name.
    ///   - timeout: The time it may take, the answers' included; nil takes the session's.
    ///   - answer: Gives one answer for each prompt; missing ones count as empty. Called once a round, on a thread that is inside a
    ///     call of this session, which may not be this one; calls to the session from it throw `reentered`. What it throws ends the authentication.
    /// - Throws: `authenticationFailed`, what `answer` threw, `timeout`, and `again` in non-blocking mode.
    public func authenticateInteractively(
        user: String, timeout: Duration? = nil,
        answer: @escaping @Sendable (KeyboardInteractiveRequest) throws(SSHError) -> [[UInt8]]
    ) throws(SSHError) {
        try authenticating(user, "keyboard-interactive", timeout, accepted: ()) { (engine, user) throws(SSHError) in
            engine.authenticate(
                user: user,
                with: .keyboardInteractive { (request) throws(SSHError) in
                    var answers = try answer(request)
                    let secrets = answers.map { SecretBytes($0) }
                    for index in answers.indices { wipe(&answers[index]) }
                    return secrets
                })
        }
    }

    /// Authenticates with a key in a file: OpenSSH's own format or PEM, encrypted or not; Ed25519, ECDSA or RSA (RFC 4252, 7).
    /// - Parameters:
    ///   - user: The user's name.
    ///   - privateKey: The path of the private key.
    ///   - publicKey: The path of the public key or certificate; nil takes the public half of the private key.
    ///   - passphrase: What the file is encrypted with; not looked at when it is not encrypted.
    ///   - timeout: The time it may take, reading the file not counted; nil takes the session's.
    /// - Throws: `file` when a file cannot be read or holds no key, `keyFileAuthenticationFailed` for a missing or wrong passphrase,
    ///   `methodNotSupported`, `authenticationFailed`, `publicKeyUnverified`, `timeout`, and `again` in non-blocking mode.
    public func authenticate(
        user: String, privateKey: String, publicKey: String? = nil, passphrase: [UInt8]? = nil,
        timeout: Duration? = nil
    ) throws(SSHError) {
        try authenticate(user: user, keyName: privateKey + "\0" + (publicKey ?? ""), timeout: timeout) {
            () throws(SSHError) in
            let key = try PrivateKey(path: privateKey, passphrase: passphrase)
            guard let publicKey else { return (key, key.publicKeyBlob) }
            return (key, try key.blob(presenting: PublicKey(path: publicKey), path: publicKey))
        }
    }

    /// Authenticates with a key in memory.
    /// - Parameters:
    ///   - user: The user's name.
    ///   - privateKey: The bytes that a private key's file would hold.
    ///   - publicKey: The bytes that a public key's file would hold; nil takes the public half of the private key.
    ///   - passphrase: What the key is encrypted with; not looked at when it is not encrypted.
    ///   - timeout: The time it may take; nil takes the session's.
    /// - Throws: As with files.
    public func authenticate(
        user: String, privateKey: [UInt8], publicKey: [UInt8]? = nil, passphrase: [UInt8]? = nil,
        timeout: Duration? = nil
    ) throws(SSHError) {
        try authenticate(user: user, keyName: "", timeout: timeout) { () throws(SSHError) in
            let key = try PrivateKey(parsing: privateKey, passphrase: passphrase, path: nil)
            guard let publicKey else { return (key, key.publicKeyBlob) }
            return (key, try key.blob(presenting: PublicKey(parsing: publicKey)))
        }
    }

    /// Authenticates by the key of the host that this program runs on (RFC 4252, 9).
    /// - Parameters:
    ///   - user: The user's name on the server.
    ///   - hostKey: The path of this host's private key.
    ///   - publicKey: The path of its public half; nil takes the private key's path with `.pub`.
    ///   - passphrase: What the private key is encrypted with; not looked at when it is not encrypted.
    ///   - hostName: This host's name, as the server knows it.
    ///   - localUser: The user's name on this host; nil takes `user`.
    ///   - timeout: The time it may take; nil takes the session's.
    /// - Throws: As with a user's key.
    public func authenticateByHost(
        user: String, hostKey: String, publicKey: String? = nil, passphrase: [UInt8]? = nil, hostName: String,
        localUser: String? = nil, timeout: Duration? = nil
    ) throws(SSHError) {
        try authenticating(user, "hostbased", timeout, accepted: ()) { (engine, user) throws(SSHError) in
            // Read here for its errors, which say more than libssh2's.
            _ = try PrivateKey(path: hostKey, passphrase: passphrase)
            let publicKey = publicKey ?? hostKey + ".pub"
            _ = try PublicKey(path: publicKey)
            return engine.authenticate(
                user: user,
                with: .hostBased(
                    HostBasedCredential(
                        privateKey: hostKey, publicKey: publicKey, passphrase: SecretBytes(passphrase ?? []),
                        hostName: Array(hostName.utf8), localUser: localUser.map { Array($0.utf8) } ?? user)))
        }
    }

    private func authenticate(
        user: String, keyName: String, timeout: Duration?,
        load: () throws(SSHError) -> (PrivateKey, [UInt8])
    ) throws(SSHError) {
        try state.recording { () throws(SSHError) in
            // Outside the lock: a passphrase takes a while to turn into a key.
            let operation = operationKey("publickey", user, keyName)
            let loaded = try connection.isKept(operation) ? nil : load()
            try begin(
                operation, user, timeout, by: loaded.map { " " + HostKey(blob: $0.1).words } ?? "", accepted: ()
            ) { (engine, user) throws(SSHError) in
                guard let (key, blob) = loaded else {
                    throw SSHError(.badUse, "the authentication under way was ended by another thread")
                }
                return engine.authenticate(
                    user: user,
                    with: .publicKey(blob: blob) { (data, algorithm) throws(SSHError) -> Progress<[UInt8]> in
                        guard let algorithm = SignatureAlgorithm(name: algorithm) else {
                            throw SSHError(.algorithmUnsupported, "cannot sign with \(algorithm)")
                        }
                        return .done(try key.signatureBlob(over: data, algorithm: algorithm))
                    })
            }
        }
    }

    private func authenticating<Value>(
        _ user: String, _ method: String, _ timeout: Duration?, accepted: Value,
        _ step: (any Engine, [UInt8]) throws(SSHError) -> Step<Value>
    ) throws(SSHError) -> Value {
        try state.recording { () throws(SSHError) in
            try begin(operationKey(method, user, ""), user, timeout, accepted: accepted, step)
        }
    }

    /// Runs a request that authenticates, whatever the method.
    /// - Parameters:
    ///   - operation: What a non-blocking caller asks for.
    ///   - user: The user's name.
    ///   - timeout: The time it may take; nil takes the session's.
    ///   - outside: What it waits for beside the server.
    ///   - by: What proves who the user is, for the log.
    ///   - accepted: What it gives where an earlier request that nobody waited for has let the same user in.
    ///   - step: Makes the request, of the engine and the user's name as bytes.
    func begin<Value>(
        _ operation: OperationKey, _ user: String, _ timeout: Duration?, outside: (any OutsideWait)? = nil,
        by: @autoclosure () -> String = "", accepted: Value,
        _ step: (any Engine, [UInt8]) throws(SSHError) -> Step<Value>
    ) throws(SSHError) -> Value {
        let call = Connection.Call(.authenticating, timeout)
        let name = Array(user.utf8)
        let value = try connection.request(call, operation, outside: outside) { () throws(SSHError) -> Step<Value> in
            if let failure = connection.failure { throw failure }
            guard connection.engine.hostKey != nil else {
                throw SSHError(.badUse, "the session is not connected: the handshake comes first")
            }
            guard name.count <= Session.longestCredential, !name.contains(0) else {
                throw SSHError(.invalidArgument, "the user name is too long or holds a NUL")
            }
            // What comes after a server's consent it ignores (RFC 4252, 5.1): nobody would ever answer.
            if connection.engine.isAuthenticated {
                if operation.name == "userauth list" { return { .done(accepted) } }
                guard connection.login?.isTold == false else { throw Self.isIn }
                return connection.joiningLogin(of: name, accepted) { () throws(SSHError) in throw Self.isIn }
            }
            let made = try step(connection.engine, name)
            return connection.joiningLogin(
                of: name, accepted,
                connection.told(
                    made, .authenticating, .info, "login of \(String(escaping: name)) by \(operation.method)\(by())"
                ) { ($0 as? [String]).map(Self.taken) ?? "accepted" })
        }
        // A list of what the server takes says that nobody is in.
        if (value as? [String])?.isEmpty != false { connection.peek { connection.login?.isTold = true } }
        return value
    }

    private static var isIn: SSHError { SSHError(.badUse, "the user has been authenticated already") }

    /// What a server has said that it takes.
    private static func taken(_ methods: [String]) -> String {
        methods.isEmpty ? "accepted" : "the server takes " + String(escaping: methods.joined(separator: ",").utf8)
    }

    private func operationKey(_ method: String, _ user: String, _ detail: String) -> OperationKey {
        OperationKey(name: "userauth " + method, detail: [user, detail])
    }
}

extension OperationKey {
    /// What an authentication goes by, for the log.
    fileprivate var method: String {
        switch name.dropFirst("userauth ".count) {
        case "list": "none"
        case "signer": "publickey"
        case "agent": "publickey of the agent"
        case "with agent": "publickeys of the agent"
        case let method: String(method)
        }
    }
}

/// Whom a server has let in.
struct AcceptedLogin {
    /// The user's name.
    let user: [UInt8]
    /// Whether a caller has been told.
    var isTold = false
}

extension Connection {
    /// A request that authenticates, which may stand behind another one whose caller has gone: where that one has let the same user in, it is done too.
    /// - Parameters:
    ///   - user: The user's name.
    ///   - accepted: What it gives then.
    ///   - step: The request.
    fileprivate func joiningLogin<Value>(
        of user: [UInt8], _ accepted: Value, _ step: @escaping Step<Value>
    ) -> Step<Value> {
        var hasBegun = false
        return { [weak self] () throws(SSHError) -> Progress<Value> in
            guard let self else { return try step() }
            if !hasBegun, self.engine.isAuthenticated {
                guard let login = self.login else { return try step() }
                if login.user == user { return .done(accepted) }
                throw SSHError(
                    .badUse,
                    "another user has been authenticated by an earlier call: \(String(escaping: login.user, limit: 64))"
                )
            }
            hasBegun = true
            let progress = try step()
            if self.login == nil, self.engine.isAuthenticated { self.login = AcceptedLogin(user: user) }
            return progress
        }
    }

    /// Whether a non-blocking caller's request of this name is under way.
    func isKept(_ key: OperationKey) -> Bool {
        peek { kept[key] != nil } ?? false
    }
}
