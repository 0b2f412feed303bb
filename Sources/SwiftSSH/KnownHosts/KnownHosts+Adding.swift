extension KnownHosts {
    /// Adds a host and its key at the end of the list; no file is touched.
    /// - Parameters:
    ///   - host: The host's name or address, without patterns.
    ///   - port: The port; the line says `[host]:port` for all but 22.
    ///   - key: The host's key.
    ///   - comment: What follows the key in the line.
    ///   - hashed: Whether the name is hidden, as OpenSSH's HashKnownHosts does.
    /// - Returns: The entry.
    /// - Throws: `invalidArgument` for a name, key or comment that no line can hold, `methodNotSupported` when libcrypto does not offer SHA-1.
    @discardableResult
    public func add(
        host: String, port: UInt16 = 22, key: HostKey, comment: String = "", hashed: Bool = false
    ) throws(SSHError) -> Entry {
        let names = try HostNames(host: host, port: port)
        let isPlain = HostPatterns.isLiteral(names.host[...]) && !names.host.contains { "|@#".utf8.contains($0) }
        guard isPlain, let name = names.exact.first else {
            throw Self.unusable("\"\(String(escaping: host.utf8))\" is not the name of a host")
        }
        let written = hashed ? try HashedHostName(hiding: name).text : name
        return try add(
            names: written, keyType: Array(key.type.utf8), key: key.blob, comment: Array(comment.utf8),
            isKeyChecked: true)
    }

    /// Adds a line of parts that are already in a line's form.
    /// - Parameters:
    ///   - names: The names and patterns with commas between, or a hashed name.
    ///   - keyType: The type of the key.
    ///   - key: The key.
    ///   - comment: What follows the key.
    ///   - isKeyChecked: Whether the key must begin with its type.
    ///   - typemask: What ``Entry/typemask`` is to be.
    /// - Throws: `invalidArgument` when they make no line of those parts.
    @discardableResult
    func add(
        names: [UInt8], keyType: [UInt8], key: [UInt8], comment: [UInt8], isKeyChecked: Bool, typemask: Int32? = nil
    ) throws(SSHError) -> Entry {
        guard !comment.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0 }) else {
            throw Self.unusable("the comment has the end of a line or a zero byte in it")
        }
        var text = names + [0x20] + keyType + [0x20] + Base64.encode(key).utf8
        if !comment.isEmpty { text += [0x20] + comment }
        let content = KnownHostsLine.parse(text[...], isKeyChecked: isKeyChecked)
        guard !text.contains(0x0A), case .entry(let line) = content, line.marker == .none, line.names == names[...],
            line.type == keyType[...], let entry = append([(content, text[...])], typemask: typemask).first
        else { throw Self.unusable("the names and the key do not make a line of known_hosts") }
        return entry
    }

    private static func unusable(_ message: String) -> SSHError {
        SSHError(.invalidArgument, message, phase: .knownHosts)
    }
}
