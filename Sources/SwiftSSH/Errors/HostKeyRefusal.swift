/// The key that was refused, and the one that the host is known by.
public struct HostKeyRefusal: Sendable, Hashable {
    /// The SHA-256 fingerprint of the key that the host presented, as `ssh-keygen -l` shows it.
    public var presented: String
    /// The type of the key that the host presented, escaped, for example `ssh-ed25519`.
    public var presentedType: String
    /// The fingerprint that was expected; nil where the host is not known.
    public var expected: String?
    /// The number of the line in the error's ``SSHError/path`` that says so, the first being 1; 0 for none.
    public var line: Int

    /// Makes the facts of a refusal.
    /// - Parameters:
    ///   - presented: The fingerprint of the key that the host presented.
    ///   - presentedType: Its type, escaped.
    ///   - expected: The fingerprint that was expected; nil for none.
    ///   - line: The line that says so, 0 for none.
    public init(presented: String, presentedType: String, expected: String? = nil, line: Int = 0) {
        self.presented = presented
        self.presentedType = presentedType
        self.expected = expected
        self.line = line
    }
}
