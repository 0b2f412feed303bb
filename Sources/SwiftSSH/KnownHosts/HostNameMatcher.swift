/// Tells which lines name a host. Made for one pass over a list, on one thread.
final class HostNameMatcher {
    private let names: HostNames
    private var series: HMACSHA1Series?

    init(_ names: HostNames) {
        self.names = names
    }

    /// Whether a line names the host and port.
    /// - Throws: `methodNotSupported` for a hashed name when libcrypto does not offer SHA-1.
    func isNamed(by line: KnownHostsLine) throws(SSHError) -> Bool {
        // Only readable names say `[host]:22`.
        for name in names.exact.prefix(line.hashedName == nil ? 2 : 1) where try matches(line, name) { return true }
        return false
    }

    /// Whether a line names the host and port, or the host without a port.
    /// - Throws: As ``isNamed(by:)``.
    func isNamedWithOrWithoutPort(by line: KnownHostsLine) throws(SSHError) -> Bool {
        if try isNamed(by: line) { return true }
        guard let name = names.withoutPort else { return false }
        return try matches(line, name)
    }

    private func matches(_ line: KnownHostsLine, _ name: [UInt8]) throws(SSHError) -> Bool {
        if let hashed = line.hashedName { return try isHash(hashed, of: name) }
        return line.isLiteral
            ? HostPatterns.isEqual(line.names, name)
            : HostPatterns.match(line.names, name)
    }

    private func isHash(_ hashed: HashedHostName, of name: [UInt8]) throws(SSHError) -> Bool {
        if let series { return try series.matches(hashed.hash, name, key: hashed.salt) }
        let series = try HMACSHA1Series()
        self.series = series
        return try series.matches(hashed.hash, name, key: hashed.salt)
    }
}
