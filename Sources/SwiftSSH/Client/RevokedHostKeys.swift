extension KnownHosts {
    private static let marker = Array("@revoked * ".utf8)

    /// Reads a file of keys that no host may have (ssh_config's RevokedHostKeys): public keys, one a line.
    /// - Throws: `file` with errno and path where it cannot be read, and where a line is no public key, for what is not understood would revoke nothing; so lists in the
    ///   binary form of `ssh-keygen -k` are refused.
    convenience init(revokedBy path: String) throws(SSHError) {
        self.init()
        var contents: [(content: KnownHostsLine.Content, verbatim: ArraySlice<UInt8>)] = []
        for line in try KnownHostsFile(path).read().split(separator: 0x0A, omittingEmptySubsequences: false) {
            var content = KnownHostsLine.parse(line)
            if case .blank = content {} else { content = KnownHostsLine.parse((Self.marker + line)[...]) }
            if case .notUnderstood = content {
                throw SSHError(
                    .file, "RevokedHostKeys: line \(contents.count + 1) is no public key; binary lists are not read",
                    phase: .hostKey, path: path)
            }
            contents.append((content, line))
        }
        append(contents, file: path)
    }
}
