extension Session {
    /// The engine of sessions that name none; libssh2 where the environment names one that there is not.
    private static var usualEngine: EngineChoice { (try? EngineChoice.fromEnvironment) ?? .libssh2 }

    /// What the engine of sessions that name none can do, which depends on its version.
    public static var capabilities: EngineCapabilities { usualEngine.capabilities }

    /// The name of the engine of sessions that name none.
    public static var engineName: String { usualEngine.name }

    /// The version of the engine of sessions that name none, as this process has loaded it, for example `1.10.0`.
    public static var engineVersion: String { usualEngine.version }

    /// The algorithms that the engine has for one purpose, its favourite first; more than are offered by default.
    /// - Parameter purpose: What they are for.
    /// - Throws: `methodNotSupported` for a purpose that has no algorithms (the languages).
    public func supportedAlgorithms(_ purpose: AlgorithmPurpose) throws(SSHError) -> [String] {
        try state.recording { () throws(SSHError) in
            try connection.locked { () throws(SSHError) in try connection.engine.supportedAlgorithms(purpose) }
        }
    }

    /// The algorithms that are offered for one purpose as things are, the favourite first.
    /// - Parameter purpose: What they are for.
    /// - Throws: `methodNotSupported` for a purpose that has no algorithms (the languages).
    func offeredAlgorithms(_ purpose: AlgorithmPurpose) throws(SSHError) -> [String] {
        try state.recording { () throws(SSHError) in
            try connection.locked { () throws(SSHError) in try connection.engine.offeredAlgorithms(purpose) }
        }
    }

    /// Sets what is offered for one purpose, favourite first, before the handshake. What has two directions is set for both,
    /// unless the other has been set itself: most engines cannot use two kinds at once.
    /// - Parameters:
    ///   - purpose: What the algorithms are for.
    ///   - names: The algorithms' names; those that the engine does not have are left out.
    /// - Throws: `methodNotSupported` when the engine has none of them, `badUse` after the handshake.
    public func setAlgorithms(_ purpose: AlgorithmPurpose, _ names: [String]) throws(SSHError) {
        try state.recording { () throws(SSHError) in
            try connection.locked { () throws(SSHError) in
                try requireBeforeHandshake()
                let engine = connection.engine
                let known = try names.filter(engine.supportedAlgorithms(purpose).contains)
                guard !known.isEmpty else {
                    throw SSHError(
                        .methodNotSupported,
                        "\(self.engine.name) \(self.engine.version) has none of "
                            + String(escaping: names.joined(separator: ",").utf8))
                }
                try engine.setPreference(purpose, known)
            }
        }
    }

    /// Sets how old the server may be: what is offered for the purposes for which no names are set; before the handshake.
    /// - Parameter profile: The profile; ``AlgorithmProfile/compatible`` is the default.
    /// - Throws: `badUse` after the handshake.
    public func setAlgorithms(profile: AlgorithmProfile) throws(SSHError) {
        try state.recording { () throws(SSHError) in
            try connection.locked { () throws(SSHError) in
                try requireBeforeHandshake()
                connection.engine.setProfile(profile)
            }
        }
    }

    /// Whether compression is offered to the server; before the handshake. The default is that it is not.
    /// - Parameter offered: Whether it is.
    /// - Throws: `badUse` after the handshake.
    public func setCompression(_ offered: Bool) throws(SSHError) {
        try state.recording { () throws(SSHError) in
            try connection.locked { () throws(SSHError) in
                try requireBeforeHandshake()
                connection.engine.setCompression(offered)
            }
        }
    }

    private func requireBeforeHandshake() throws(SSHError) {
        guard connection.stream != nil else { return }
        throw SSHError(.badUse, "algorithms are chosen before the handshake")
    }

    /// The algorithm in use for one purpose; nil before the handshake.
    public func algorithm(_ purpose: AlgorithmPurpose) -> String? {
        connection.peek { connection.engine.algorithm(purpose) } ?? nil
    }

    /// The key that the server proved to own; nil before the handshake.
    public var hostKey: HostKey? {
        connection.peek { connection.engine.hostKey } ?? nil
    }

    /// The server's identification line without its end, escaped, for example `SSH-2.0-OpenSSH_9.2p1`; nil before it came.
    public var serverIdentification: String? {
        connection.peek { connection.filter.identification.map { String(escaping: $0) } } ?? nil
    }
}

extension HostKey {
    /// A digest of the key's blob.
    /// - Parameter hash: Which digest.
    /// - Returns: 16, 20 or 32 bytes; nil where the system's cryptography does not allow that digest.
    public func digest(_ hash: Hash) -> [UInt8]? {
        switch hash {
        case .md5: try? Digest.md5.hash(blob)
        case .sha1: try? Digest.sha1.hash(blob)
        case .sha256: try? Digest.sha256.hash(blob)
        }
    }

    /// The SHA-256 fingerprint as `ssh-keygen -l` shows it: `SHA256:` and base64 without padding; nil as in ``digest(_:)``.
    public var fingerprint: String? {
        digest(.sha256).map { "SHA256:" + Base64.encode($0, padded: false) }
    }
}
