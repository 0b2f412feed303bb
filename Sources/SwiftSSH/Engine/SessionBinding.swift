/// What proves to others with whom a session is (OpenSSH's `PROTOCOL.agent`, 1): what came of its first key exchange.
struct SessionBinding: Hashable, Sendable {
    /// The key that the server proved to own.
    var hostKey: [UInt8]
    /// The session's identifier (RFC 4253, 7.2), which the key has signed.
    var sessionIdentifier: [UInt8]
    /// The signature, as the wire has it.
    var signature: [UInt8]
}
