/// The names by which a list of known hosts may know a host.
struct HostNames {
    /// The port whose number is left out of names.
    static let defaultPort: UInt16 = 22

    /// The host itself in small letters, without a port: what certificates name.
    let host: [UInt8]
    /// The names of this host and port, the one to write first.
    let exact: [[UInt8]]
    /// The name without a port, whose key will do when the port is another; nil where that is ``exact``.
    let withoutPort: [UInt8]?

    /// - Parameters:
    ///   - host: The host as the user named it; an address may stand in brackets.
    ///   - port: The port; nil takes `host` for the whole name.
    /// - Throws: `invalidArgument` for a name that no line can hold.
    init(host: String, port: UInt16?) throws(SSHError) {
        var name = Array(host.utf8)
        if port != nil, name.first == UInt8(ascii: "["), name.last == UInt8(ascii: "]") {
            name = Array(name.dropFirst().dropLast())
        }
        name = name.map(HostPatterns.lowercased)
        guard !name.isEmpty, name.allSatisfy(Self.isAllowed) else {
            throw SSHError(
                .invalidArgument, "\"\(String(escaping: host.utf8))\" is not the name of a host", phase: .knownHosts)
        }
        self.host = name
        guard let port else {
            exact = [name]
            withoutPort = nil
            return
        }
        let full = [UInt8(ascii: "[")] + name + "]:\(port)".utf8
        exact = port == Self.defaultPort ? [name, full] : [full]
        withoutPort = port == Self.defaultPort ? nil : name
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && byte != UInt8(ascii: ",")
    }
}
