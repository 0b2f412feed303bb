/// A line of a known_hosts file that names hosts and a key, taken apart but kept as it is.
///
/// A class and ranges rather than slices: lists of a hundred thousand lines are gone through without counting references.
final class KnownHostsLine: Sendable {
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
    /// The hashed name; nil when the names are readable.
    let hashedName: HashedHostName?
    /// Whether the names are one name without patterns.
    let isLiteral: Bool
    private let ranges: (names: Range<Int>, type: Range<Int>, key: Range<Int>, comment: Range<Int>)

    /// The names and patterns, or the hashed name.
    var names: ArraySlice<UInt8> { bytes[ranges.names] }
    /// The type of the key.
    var type: ArraySlice<UInt8> { bytes[ranges.type] }
    /// The key in base64, which is known to be well formed.
    var key: ArraySlice<UInt8> { bytes[ranges.key] }
    /// What follows the key, without blanks around it.
    var comment: ArraySlice<UInt8> { bytes[ranges.comment] }

    private init(
        _ bytes: ArraySlice<UInt8>, _ marker: KnownHosts.Entry.Marker, _ hashedName: HashedHostName?,
        names: Range<Int>, type: Range<Int>, key: Range<Int>, comment: Range<Int>
    ) {
        self.bytes = bytes
        self.marker = marker
        self.hashedName = hashedName
        ranges = (names, type, key, comment)
        isLiteral = hashedName == nil && HostPatterns.isLiteral(bytes[names])
    }

    /// Reads a line.
    /// - Parameters:
    ///   - line: The line without its line feed; a carriage return at its end is passed over.
    ///   - isKeyChecked: Whether a key whose bytes do not begin with its type makes the line one that is not understood.
    static func parse(_ line: ArraySlice<UInt8>, isKeyChecked: Bool = true) -> Content {
        var bytes = line
        while bytes.last == 0x0D { bytes.removeLast() }
        var rest = skipBlanks(bytes)
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
        guard names.first != UInt8(ascii: "@") else { return .notUnderstood("it has two markers") }
        var hashedName: HashedHostName?
        if names.first == UInt8(ascii: "|") {
            guard let name = HashedHostName(parsing: names) else {
                return .notUnderstood("its hashed name is damaged")
            }
            hashedName = name
        }
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
                bytes, marker, hashedName, names: names.indices, type: type.indices, key: key.indices,
                comment: rest.indices))
    }

    /// The next word; what follows the blanks after it is left.
    private static func takeWord(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = rest.firstIndex(where: isBlank) ?? rest.endIndex
        let word = rest[..<end]
        rest = skipBlanks(rest[end...])
        return word
    }

    private static func skipBlanks(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        text.drop(while: isBlank)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09
    }
}
