extension SSHError {
    /// The same refusal of a key, with the signatures that may be the reason: a server need not take those that a key can make.
    /// - Parameters:
    ///   - tried: The algorithms that the key was offered with.
    ///   - taken: Those that the server says it takes (RFC 8308, 3.1); nil where it has not said, or the engine does not tell.
    func explained(tried: [String], taken: [String]?) -> SSHError {
        let isKnownToFit = taken.map { taken in tried.contains(where: taken.contains) } ?? true
        guard tried.count > 1 || tried.contains(where: { $0.contains("rsa") }) || !isKnownToFit else { return self }
        var words = "offered with " + String(escaping: tried.joined(separator: ", ").utf8)
        if let taken {
            words +=
                "; the server takes signatures by " + String(escaping: taken.joined(separator: ", ").utf8, limit: 512)
        }
        var explained = self
        explained.signatures = words
        explained.message += "; the key was \(words)"
        return explained
    }
}
