/// What goes with a key that a server lets a user in by (RFC 4819, 4.1), for example `comment` or `command-override`.
public struct PublicKeyAttribute: Sendable, Hashable {
    /// The attribute's name (RFC 4819, 6.4).
    public var name: String
    /// The attribute's value.
    public var value: [UInt8]
    /// Whether the server must refuse the key if it cannot heed the attribute. Servers do not say it of the keys that they list.
    public var isMandatory: Bool

    /// Makes an attribute.
    /// - Parameters:
    ///   - name: The attribute's name.
    ///   - value: The attribute's value.
    ///   - isMandatory: Whether the server must refuse the key if it cannot heed the attribute.
    public init(name: String, value: [UInt8], isMandatory: Bool = false) {
        self.name = name
        self.value = value
        self.isMandatory = isMandatory
    }
}

/// A key that a server lets a user in by (RFC 4819, 4.3).
public struct RegisteredPublicKey: Sendable, Hashable {
    /// The name of the key's algorithm as the server sent it, not escaped, for example `ssh-ed25519`.
    public var algorithm: String
    /// The key as the protocol writes it.
    public var blob: [UInt8]
    /// What goes with it, names not escaped.
    public var attributes: [PublicKeyAttribute]
}
