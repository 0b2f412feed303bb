/// A line of a known_hosts file that names hosts and a key, taken apart but kept as it is.
struct KnownHostsLine: Sendable {
    /// What a line turns out to be.
    enum Content {
        /// Nothing, blanks or a comment.
        case blank
        /// Hosts and their key.
        case entry(KnownHostsLine)
        /// Anything else, and why.
        case notUnderstood(String)
    }

    /// The line without its end.
    let bytes: ArraySlice<UInt8>
    /// The word before the names.
    let marker: KnownHosts.Entry.Marker
    /// The names and patterns, or the hashed name.
    let names: ArraySlice<UInt8>
    /// The hashed name; nil when the names are readable.
    let hashedName: HashedHostName?
    /// Whether the names are one name without patterns.
    let isLiteral: Bool
    /// The type of the key.
    let type: ArraySlice<UInt8>
    /// The key in base64, which is known to be well formed.
    let key: ArraySlice<UInt8>
    /// What follows the key, without blanks around it.
    let comment: ArraySlice<UInt8>

    /// Reads a line.
    /// - Parameters:
    ///   - line: The line without its line feed; a carriage return at its end is passed over.
    ///   - isKeyChecked: Whether a key whose bytes do not begin with its type makes the line one that is not understood.
    static func parse(_ line: ArraySlice<UInt8>, isKeyChecked: Bool = true) -> Content {
        var bytes = line
        while bytes.last == 0x0D { bytes.removeLast() }
        var rest = bytes.drop(while: isBlank)
        guard let first = rest.first, first != UInt8(ascii: "#") else { return .blank }
        guard !bytes.contains(0) else { return .notUnderstood("it has a zero byte in it") }
        var marker = KnownHosts.Entry.Marker.none
        if first == UInt8(ascii: "@") {
            guard let known = KnownHosts.Entry.Marker(word: takeWord(&rest)) else {
                return .notUnderstood("its marker is not @revoked or @cert-authority")
            }
            marker = known
        }
        let names = takeWord(&rest)
        let type = takeWord(&rest)
        let key = takeWord(&rest)
        guard !key.isEmpty else { return .notUnderstood("it is not \"names type key\"") }
        var hashedName: HashedHostName?
        if names.first == UInt8(ascii: "|") {
            guard let name = HashedHostName(parsing: names) else {
                return .notUnderstood("its hashed name is damaged")
            }
            hashedName = name
        }
        guard names.first != UInt8(ascii: "@") else { return .notUnderstood("it has two markers") }
        guard let blob = Base64.decode(key) else { return .notUnderstood("its key is not base64") }
        if isKeyChecked {
            var reader = WireReader(blob)
            guard let name = reader.stringSlice(), !reader.isAtEnd, name == type else {
                return .notUnderstood("its key is not of the type that it says")
            }
        }
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return .entry(
            KnownHostsLine(
                bytes: bytes, marker: marker, names: names, hashedName: hashedName,
                isLiteral: HostPatterns.isLiteral(names), type: type, key: key, comment: rest))
    }

    /// The next word; what follows the blanks after it is left.
    private static func takeWord(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let word = rest.prefix { !isBlank($0) }
        rest = rest[word.endIndex...].drop(while: isBlank)
        return word
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09
    }
}
