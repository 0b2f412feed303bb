extension KnownHosts {
    /// What a list says of a host and its key. Only ``match(_:)`` means that the key is the host's.
    public enum Verdict: Sendable, Hashable {
        /// The key is the host's own, or its certificate is signed by an authority that is listed for it: the line that says so.
        case match(Entry)
        /// The host is known, but by other keys only: the lines that have them. An attacker may be in between.
        case mismatch([Entry])
        /// No line names the host.
        case notFound
        /// The key, or the authority that signed it, is revoked: the line that says so.
        case revoked(Entry)
    }
}

extension KnownHosts.Verdict: CustomStringConvertible {
    /// One sentence with the fingerprints and lines; safe to show.
    public var description: String {
        switch self {
        case .match(let entry): "the host's key is known: \(entry)"
        case .mismatch(let entries):
            "the host is known by another key: " + entries.map(\.description).joined(separator: ", ")
        case .notFound: "the host is not known"
        case .revoked(let entry): "the host's key is revoked: \(entry)"
        }
    }
}
