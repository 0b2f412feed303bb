/// A key (RFC 4252, 7): the server is asked whether it would take it, and only then is anything signed.
struct PublicKeyAttempt: AuthenticationAttempt {
    private enum State {
        case asking
        case signing
        case signed
    }

    let name = "publickey"
    private let user: [UInt8]
    private let blob: [UInt8]
    private let sessionIdentifier: [UInt8]
    private let sign: ([UInt8], String) throws(SSHError) -> Progress<[UInt8]>
    /// The algorithms that are not yet tried, the best first.
    private var algorithms: ArraySlice<String>
    /// The algorithms that the server has said that it takes; nil where it has not, and a refusal may be one of the algorithm.
    private let serverAlgorithms: [String]?
    private let allAlgorithms: [String]
    private var state = State.asking

    private static let accepted: UInt8 = 60

    /// - Parameters:
    ///   - blob: The key or certificate.
    ///   - serverAlgorithms: The signature algorithms that the server takes; nil where it has not said.
    ///   - sign: The credential's signer.
    init(
        user: [UInt8], blob: [UInt8], serverAlgorithms: [String]?, sessionIdentifier: [UInt8],
        sign: @escaping ([UInt8], String) throws(SSHError) -> Progress<[UInt8]>
    ) {
        self.user = user
        self.blob = blob
        self.serverAlgorithms = serverAlgorithms
        allAlgorithms = Self.algorithms(for: blob, server: serverAlgorithms)
        algorithms = allAlgorithms[...]
        self.sessionIdentifier = sessionIdentifier
        self.sign = sign
    }

    /// The algorithms for a key, given what the server has said that it takes (RFC 8332, 3.3). SHA-1 is among them where the server names
    /// it, and where it has said nothing.
    static func algorithms(for blob: [UInt8], server: [String]?) -> [String] {
        let type = HostKey(blob: blob).type
        let plain = CertificateName.plain(of: type)
        guard plain ?? type == "ssh-rsa" else { return [type] }
        let names = ["rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"].map {
            plain == nil ? $0 : CertificateName.certificate(of: $0)
        }
        guard let server else { return names }
        // Some servers list the plain names only, and mean certificates by them too.
        let listed = names.filter { server.contains($0) || server.contains(CertificateName.plain(of: $0) ?? $0) }
        return listed.isEmpty ? names.filter { !isWeak($0) } : listed
    }

    /// Whether an algorithm signs with SHA-1.
    private static func isWeak(_ algorithm: String) -> Bool {
        (CertificateName.plain(of: algorithm) ?? algorithm) == "ssh-rsa"
    }

    private func request(_ algorithm: String, isSigned: Bool) -> WireWriter {
        var writer = AuthenticationRequest(user: user, method: name).writer
        writer.boolean(isSigned)
        writer.string(algorithm)
        writer.string(blob)
        return writer
    }

    mutating func proceed() throws(SSHError) -> AttemptStep {
        guard let algorithm = algorithms.first else {
            throw SSHError(.algorithmUnsupported, "the key has no algorithm")
        }
        switch state {
        case .asking:
            var message = request(algorithm, isSigned: false)
            return .send(&message)
        case .signing:
            return try signed(algorithm)
        case .signed:
            throw SSHError(.internalError, "a signature was sent already")
        }
    }

    private mutating func signed(_ algorithm: String) throws(SSHError) -> AttemptStep {
        var message = request(algorithm, isSigned: true)
        var data = WireWriter()
        data.string(sessionIdentifier)
        data.raw(message.bytes)
        let signature: [UInt8]
        do throws(SSHError) {
            guard case .done(let made) = try sign(data.bytes, algorithm) else { return .wait }
            signature = made
        } catch {
            // A signer may know less than the key's kind could; the server is then asked about what comes next. SHA-1 is for servers that
            // have named it, or have refused all else: this one has just taken something better.
            let left = algorithms.dropFirst().filter { serverAlgorithms != nil || !Self.isWeak($0) }
            guard error.code == .algorithmUnsupported, !left.isEmpty else { throw error }
            algorithms = left[...]
            state = .asking
            return try proceed()
        }
        message.string(signature)
        state = .signed
        return .send(&message)
    }

    mutating func receive(_ payload: [UInt8]) throws(SSHError) -> AttemptStep {
        var reader = WireReader(payload)
        guard case .asking = state, reader.byte() == Self.accepted, let algorithm = reader.text(),
            let accepted = reader.stringSlice(), algorithm == algorithms.first, accepted.elementsEqual(blob)
        else { throw Message.broken("the server accepted another key than it was asked about") }
        state = .signing
        return try proceed()
    }

    mutating func refused(_ refusal: SSHError) throws(SSHError) -> AttemptStep {
        if case .asking = state {
            let areKnown = serverAlgorithms != nil
            guard !areKnown, algorithms.count > 1 else {
                let tried = areKnown ? Array(algorithms.prefix(1)) : allAlgorithms
                throw refusal.explained(tried: tried, taken: serverAlgorithms)
            }
            algorithms = algorithms.dropFirst()
            return try proceed()
        }
        var refusal = refusal
        refusal.code = .publicKeyUnverified
        throw refusal
    }
}

/// A key of the client's host (RFC 4252, 9).
struct HostBasedAttempt: AuthenticationAttempt {
    let name = "hostbased"
    private let user: [UInt8]
    private let credential: HostBasedCredential
    /// The algorithms that the server takes; nil where it has not said.
    private let serverAlgorithms: [String]?
    private let sessionIdentifier: [UInt8]
    /// The algorithms that are not yet tried, the best first.
    private var algorithms: ArraySlice<SignatureAlgorithm> = []
    private var key: (private: PrivateKey, blob: [UInt8])?

    init(user: [UInt8], credential: HostBasedCredential, serverAlgorithms: [String]?, sessionIdentifier: [UInt8]) {
        self.user = user
        self.credential = credential
        self.serverAlgorithms = serverAlgorithms
        self.sessionIdentifier = sessionIdentifier
    }

    mutating func proceed() throws(SSHError) -> AttemptStep {
        let (key, blob) = try load()
        guard let algorithm = algorithms.first else {
            throw SSHError(.algorithmUnsupported, "the key has no algorithm")
        }
        var message = AuthenticationRequest(user: user, method: name).writer
        let type = HostKey(blob: blob).type
        // A certificate's algorithm is named after it; the signature is the key's own.
        let isPlain = CertificateName.plain(of: type) == nil
        message.string(isPlain ? algorithm.name : CertificateName.certificate(of: algorithm.name))
        message.string(blob)
        message.string(credential.hostName)
        message.string(credential.localUser)
        var data = WireWriter()
        data.string(sessionIdentifier)
        data.raw(message.bytes)
        message.string(try key.signatureBlob(over: data.bytes, algorithm: algorithm))
        return .send(&message)
    }

    private mutating func load() throws(SSHError) -> (PrivateKey, [UInt8]) {
        if let key { return key }
        var passphrase = Array(credential.passphrase.readOnly)
        defer { wipe(&passphrase) }
        let privateKey = try PrivateKey(
            path: credential.privateKey, passphrase: passphrase.isEmpty ? nil : passphrase)
        let publicKey = try PublicKey(path: credential.publicKey)
        let blob = try privateKey.blob(presenting: publicKey, path: credential.publicKey)
        key = (privateKey, blob)
        algorithms = Self.algorithms(for: privateKey.algorithm, server: serverAlgorithms)[...]
        return (privateKey, blob)
    }

    /// The algorithms for a key. What a server has said is of users' keys (RFC 8308, 3.1), so it forbids SHA-1 only.
    static func algorithms(for key: KeyAlgorithm, server: [String]?) -> [SignatureAlgorithm] {
        key.signatureAlgorithms.filter { $0 != .rsaSHA1 || server?.contains($0.name) ?? true }
    }

    mutating func refused(_ refusal: SSHError) throws(SSHError) -> AttemptStep {
        algorithms = algorithms.dropFirst()
        if !algorithms.isEmpty { return try proceed() }
        // There is no asking first: what is refused is always a signature.
        var refusal = refusal
        refusal.code = .publicKeyUnverified
        throw refusal
    }
}
