/// A host that a connection goes through, as ProxyJump names it: `[user@]host[:port]` or `ssh://[user@]host[:port]`.
public struct JumpHop: Sendable, Hashable {
    /// The user there; nil where ssh_config says who that is.
    public var user: String?
    /// The host's name, address or alias.
    public var host: String
    /// Its port; nil where ssh_config says which that is.
    public var port: UInt16?

    /// Makes one.
    /// - Parameters:
    ///   - host: The host's name, address or alias.
    ///   - port: Its port; nil where ssh_config says which that is.
    ///   - user: The user there; nil where ssh_config says who that is.
    public init(_ host: String, port: UInt16? = nil, user: String? = nil) {
        self.host = host
        self.port = port
        self.user = user
    }

    /// The most hosts of one ProxyJump.
    static let mostOfOne = 16

    /// Reads a list.
    /// - Parameter list: Hosts with commas between, the first to be connected to first; `none` for none.
    /// - Throws: What is wrong with it, without a place.
    static func parse(list: String) throws(SSHError) -> [JumpHop] {
        if list.lowercased() == "none" { return [] }
        let texts = list.split(separator: ",", omittingEmptySubsequences: false)
        guard texts.count <= mostOfOne else {
            throw SSHError(.file, "it names more than \(mostOfOne) hosts", phase: .configuration)
        }
        return try texts.map { (text) throws(SSHError) in
            guard let hop = JumpHop(parsing: text) else {
                throw SSHError(
                    .file, "\"\(String(escaping: text.utf8, limit: 128))\" names no host to go through",
                    phase: .configuration)
            }
            return hop
        }
    }

    /// Reads one host; nil for what names none.
    init?(parsing text: Substring) {
        let isURI = text.hasPrefix("ssh://")
        var rest = isURI ? text.dropFirst(6) : text
        // A name of a user may have an @ in it, but in a URI it is written %40.
        if let at = isURI ? rest.firstIndex(of: "@") : rest.lastIndex(of: "@") {
            let name = rest[..<at].prefix { !isURI || $0 != ";" }
            guard !name.isEmpty, let user = isURI ? Self.decoded(name) : String(name) else { return nil }
            self.user = user
            rest = rest[at...].dropFirst()
        }
        if rest.first == "[" {
            guard let end = rest.firstIndex(of: "]") else { return nil }
            host = String(rest[..<end].dropFirst())
            rest = rest[end...].dropFirst()
        } else {
            host = String(rest.prefix { $0 != ":" && $0 != "/" })
            rest = rest.dropFirst(host.count)
        }
        guard !host.isEmpty, !host.contains(where: { "@/[".contains($0) }) else { return nil }
        guard let delimiter = rest.popFirst() else { return }
        if isURI, delimiter == ":", rest.last == "/" { rest.removeLast() }
        if rest.isEmpty, delimiter == ":" || delimiter == "/" { return }
        guard delimiter == ":" || (delimiter == "/" && !isURI), let port = ServicePort.number(String(rest)) else {
            return nil
        }
        self.port = port
    }

    /// A text of a URI with its `%XX` decoded; nil where they are not that, or the text is not UTF-8.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16), value > 0 else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

extension JumpHop: CustomStringConvertible {
    /// It as ProxyJump names it.
    public var description: String {
        let isAddress =
            host.utf8.contains(UInt8(ascii: ":")) || host.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E }
        return (user.map { $0 + "@" } ?? "") + (isAddress ? "[\(host)]" : host) + (port.map { ":\($0)" } ?? "")
    }
}
