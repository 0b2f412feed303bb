extension KnownHosts {
    /// A key that a host presents, in the form that lines have it.
    private struct PresentedKey {
        let text: [UInt8]
        let certificate: HostCertificate?
        let authorityText: [UInt8]?
        /// The key as it stands in lines: for a certificate the key that it is about.
        let ownText: [UInt8]

        init(_ blob: [UInt8]) {
            text = Array(Base64.encode(blob).utf8)
            certificate = HostCertificate(blob: blob)
            authorityText = certificate.map { Array(Base64.encode($0.authority).utf8) }
            ownText = certificate.map { Array(Base64.encode($0.certifiedKey).utf8) } ?? text
        }

        /// Whether a revoked key makes this one bad.
        func isRevoked(by revoked: ArraySlice<UInt8>) -> Bool {
            revoked == text[...] || revoked == ownText[...] || revoked == authorityText?[...]
        }
    }

    /// Asks whether a key is a host's, as OpenSSH does: a revoked key is never good; the key of a line without a port is good for
    /// every port of the host; an authority's line is good for the certificates that it signed, and for no key. A host that is known by
    /// keys of other types only is a mismatch, not an unknown host.
    /// - Parameters:
    ///   - host: The host as the user named it.
    ///   - port: The port; nil takes `host` for the whole name.
    ///   - key: The key or certificate that the host proved to own.
    /// - Returns: What the list says.
    /// - Throws: `invalidArgument` for a name that no line can hold, `methodNotSupported` when libcrypto does not offer SHA-1. The host is
    ///   then not to be trusted.
    public func check(host: String, port: UInt16? = 22, key: HostKey) throws(SSHError) -> Verdict {
        try check(host: host, port: port, key: key) { _ in true }
    }

    /// The same with regard only to some of the lines; revoked keys are found in all of them.
    package func check(
        host: String, port: UInt16?, key: HostKey, where isRegarded: (Entry) -> Bool
    ) throws(SSHError) -> Verdict {
        let names = try HostNames(host: host, port: port)
        let matcher = HostNameMatcher(names)
        let key = PresentedKey(key.blob)
        let entries = self.lines.lazy.map(\.content)
        // Keys are compared first: hashed names take longest, and few lines have the key.
        for case .entry(let entry) in entries where entry.marker == .revoked && key.isRevoked(by: entry.line.key) {
            if try matcher.isNamedWithOrWithoutPort(by: entry.line) { return .revoked(entry) }
        }
        for case .entry(let entry) in entries where entry.marker == .certificateAuthority && isRegarded(entry) {
            guard let certificate = key.certificate, entry.line.key == key.authorityText?[...] else { continue }
            if try matcher.isNamedWithOrWithoutPort(by: entry.line), certificate.isValid(host: names.host) {
                return .match(entry)
            }
        }
        for case .entry(let entry) in entries where entry.marker == .none && entry.line.key == key.ownText[...] {
            if isRegarded(entry), try matcher.isNamedWithOrWithoutPort(by: entry.line) { return .match(entry) }
        }
        var others: [Entry] = []
        for case .entry(let entry) in entries where entry.marker == .none && isRegarded(entry) {
            if try matcher.isNamed(by: entry.line) { others.append(entry) }
        }
        return others.isEmpty ? .notFound : .mismatch(others)
    }
}
