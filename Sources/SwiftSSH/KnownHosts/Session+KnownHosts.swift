extension Session {
    /// Asks a list of known hosts about the key that the server proved to own. To be called after the handshake and before the user is
    /// authenticated; only ``KnownHosts/Verdict/match(_:)`` means that the server is the one that was meant.
    /// - Parameters:
    ///   - hosts: The list.
    ///   - host: The host as the user named it.
    ///   - port: The port; nil takes `host` for the whole name.
    /// - Returns: What the list says.
    /// - Throws: `badUse` before the handshake, and what ``KnownHosts/check(host:port:key:)`` throws.
    public func checkHostKey(
        in hosts: KnownHosts, host: String, port: UInt16? = 22
    ) throws(SSHError) -> KnownHosts.Verdict {
        guard let key = hostKey else {
            throw SSHError(
                .badUse, "there is no host key before the handshake", phase: .knownHosts, host: host, port: port)
        }
        return try hosts.check(host: host, port: port, key: key)
    }
}
