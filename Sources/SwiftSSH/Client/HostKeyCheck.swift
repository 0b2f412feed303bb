/// One check of a host's key: what is known of the host is read before the connection is made, and asked when the key is there.
struct HostKeyCheck {
    private let policy: HostKeyPolicy
    private let host: String
    private let port: UInt16
    /// The name that lines have for the host.
    private let knownName: String
    /// The port that lines have beside it; nil where the name is an alias, which has none.
    private let knownPort: UInt16?
    private let newHostsFile: String?
    private let hidesNames: Bool
    private let known: KnownHosts?
    /// Keys that are refused, whatever the policy; nil for none.
    private let revoked: KnownHosts?

    /// Reads what the policy needs.
    /// - Throws: `file` with errno and path when a list cannot be read.
    init(_ plan: ConnectionPlan) throws(SSHError) {
        policy = plan.hostKeys
        host = plan.host
        port = plan.port
        knownName = plan.hostKeyAlias ?? plan.host
        knownPort = plan.hostKeyAlias == nil ? plan.port : nil
        newHostsFile = plan.newHostsFile
        revoked = try plan.configuration.revokedHostKeys.map { (path) throws(SSHError) in
            try KnownHosts(revokedBy: path)
        }
        hidesNames = plan.configuration.hashKnownHosts
        switch policy {
        case .strict(let files), .acceptNew(let files): known = try KnownHosts(reading: files ?? [])
        case .listed(let list): known = list
        case .fingerprint, .callback, .insecureAcceptAnything: known = nil
        }
    }

    /// The types of the keys by which the host is known: those to ask for first, or a host that has several would seem to have changed its key.
    /// - Throws: `invalidArgument` for a name that no line can hold.
    func knownTypes() throws(SSHError) -> [String] {
        guard let known else { return [] }
        let hasPort = knownPort != nil && knownPort != HostNames.defaultPort
        let entries =
            try known.entries(host: knownName, port: knownPort) + (hasPort ? known.entries(host: knownName) : [])
        return entries.map(\.keyType)
    }

    /// Whether the host is to be asked for a certificate first: an authority vouches for it, and for none of its keys.
    /// - Throws: `invalidArgument` for a name that no line can hold.
    func hasAuthority() throws(SSHError) -> Bool {
        try known?.hasAuthority(host: knownName, port: knownPort) ?? false
    }

    /// Accepts a key by returning.
    /// - Returns: Why it is accepted, for the log.
    /// - Throws: `hostKeyUnknown`, `hostKeyMismatch`, `hostKeyRevoked`, `hostKeyRefused`, and whatever went wrong while it was checked.
    func verify(_ key: HostKey) throws(SSHError) -> String {
        do throws(SSHError) {
            if case .revoked(let entry) = try revoked?.check(host: knownName, port: knownPort, key: key) {
                throw revocation(of: key, by: entry)
            }
            switch policy {
            case .strict, .listed: return try accept(try verdict(key), key)
            case .acceptNew:
                let verdict = try verdict(key)
                guard case .notFound = verdict else { return try accept(verdict, key) }
                guard let newHostsFile else { return "the host is new, and there is no file to add it to" }
                try addNew(key, to: newHostsFile)
                return "the host is new, and has been added to \(escaped(newHostsFile))"
            case .fingerprint(let expected):
                guard let fingerprint = key.fingerprint, fingerprint == expected else {
                    throw refusal(
                        .hostKeyMismatch, "the host's \(name(of: key)) was not expected; that is \(escaped(expected))",
                        key, expected: escaped(expected))
                }
                return "it has the fingerprint that was expected"
            case .callback(let ask):
                guard try ask(PresentedHostKey(host: host, port: port, key: key)) else {
                    throw refusal(.hostKeyRefused, "the caller does not accept the host's \(name(of: key))", key)
                }
                return "the caller accepts it"
            case .insecureAcceptAnything: return "it is not looked at, for everything is accepted"
            }
        } catch {
            throw error.located(phase: .hostKey, host: host, port: port)
        }
    }

    private func verdict(_ key: HostKey) throws(SSHError) -> KnownHosts.Verdict {
        try known?.check(host: knownName, port: knownPort, key: key) ?? .notFound
    }

    private func accept(_ verdict: KnownHosts.Verdict, _ key: HostKey) throws(SSHError) -> String {
        switch verdict {
        case .match: return verdict.description
        case .notFound: throw unknown(key)
        case .mismatch(let entries): throw mismatch(key, entries)
        case .revoked(let entry): throw revocation(of: key, by: entry)
        }
    }

    /// Writes the key of a host that nobody knew. Who adds the same host at the same time adds no second line.
    private func addNew(_ key: HostKey, to file: String) throws(SSHError) {
        let addition = KnownHosts()
        // A certificate that nobody vouches for is as good as the key that it is about.
        let key = HostKey(blob: HostCertificate(blob: key.blob)?.certifiedKey ?? key.blob)
        let entry = try addition.add(
            host: knownName, port: knownPort ?? HostNames.defaultPort, key: key, hashed: hidesNames)
        UserAccount.makeFolder(of: file)
        try addition.append(entry, to: file) { () throws(SSHError) in
            let now = try KnownHosts(reading: [file])
            let verdict = try now.check(host: knownName, port: knownPort, key: key)
            if case .notFound = verdict { return true }
            _ = try accept(verdict, key)
            return false
        }
    }

    // MARK: Refusals

    private func unknown(_ key: HostKey) -> SSHError {
        let remedy =
            switch policy {
            case .strict(let files), .acceptNew(let files):
                "add it with \"ssh-keyscan\(port == 22 ? "" : " -p \(port)") \(escaped(host)) >> \(place(in: files ?? []))\","
                    + " or accept new hosts"
            default: "add the key to the list"
            }
        return refusal(
            .hostKeyUnknown,
            "the host is not known; it presents the \(name(of: key)). If that is its key, \(remedy)", key)
    }

    /// The file that a new host goes to, as a user would write it.
    private func place(in files: [String]) -> String {
        guard let first = files.first, first != UserAccount.settings("known_hosts") else { return "~/.ssh/known_hosts" }
        return escaped(first)
    }

    private func revocation(of key: HostKey, by entry: KnownHosts.Entry) -> SSHError {
        refusal(.hostKeyRevoked, "the host's \(name(of: key)) is revoked by \(entry)", key, entry)
    }

    private func mismatch(_ key: HostKey, _ entries: [KnownHosts.Entry]) -> SSHError {
        let isOfOtherType = !entries.contains { $0.keyType == key.type }
        let lines = entries.map(\.description).joined(separator: ", ")
        let cause =
            isOfOtherType
            ? "the server did not offer a key of a type that it is known by"
            : "someone may be in between; if the host was given a new key, remove the line"
        let closest = entries.first { $0.keyType == key.type } ?? entries.first
        return refusal(
            .hostKeyMismatch, "the host presents the \(name(of: key)), but is known by \(lines): \(cause)", key, closest
        )
    }

    private func refusal(
        _ code: SSHError.Code, _ message: String, _ key: HostKey, _ entry: KnownHosts.Entry? = nil,
        expected: String? = nil
    ) -> SSHError {
        var error = SSHError(code, message, phase: .hostKey, host: host, port: port, path: entry?.file)
        error.hostKey = HostKeyRefusal(
            presented: key.fingerprint ?? "", presentedType: String(escaping: key.type.utf8, limit: 64),
            expected: expected ?? entry?.fingerprint, line: entry?.lineNumber ?? 0)
        return error
    }

    private func name(of key: HostKey) -> String {
        key.words
    }

    private func escaped(_ text: String) -> String { String(escaping: text.utf8) }
}

extension KnownHosts {
    /// Reads files, of which those that do not exist list nobody.
    fileprivate convenience init(reading files: [String]) throws(SSHError) {
        self.init()
        for file in files {
            do throws(SSHError) {
                try readFile(file)
            } catch {
                if error.errno != UserAccount.missing { throw error }
            }
        }
    }
}
