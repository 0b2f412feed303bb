/// A key that an agent holds: its public half, and what its owner calls it.
public struct AgentIdentity: Sendable, Hashable {
    /// The public key or certificate as the wire has it (RFC 4253, 6.6), as the agent sent it.
    public var blob: [UInt8]
    /// The comment that the key was added with, often a path or an address; any bytes, neither checked nor escaped.
    public var comment: [UInt8]

    /// Makes an identity of what is known of it.
    /// - Parameters:
    ///   - blob: The public key as the wire has it.
    ///   - comment: What its owner calls it.
    public init(blob: [UInt8], comment: [UInt8] = []) {
        self.blob = blob
        self.comment = comment
    }

    /// The name of the key's type, for example `ssh-ed25519`; empty where the blob has none.
    public var type: String { HostKey(blob: blob).type }

    /// The fingerprint as `ssh-add -l` shows it: `SHA256:` and base64 without padding; nil where the digest cannot be had.
    public var fingerprint: String? { HostKey(blob: blob).fingerprint }
}
