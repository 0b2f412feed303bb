/// One way of proving who the user is (RFC 4252).
enum Credential {
    /// A password (RFC 4252, 8), and the one that takes its place if the server says that it has expired.
    case password(SecretBytes, new: SecretBytes? = nil)
    /// Answers to the server's questions (RFC 4256); the closure is called once for each round.
    case keyboardInteractive((KeyboardInteractiveRequest) throws(SSHError) -> [SecretBytes])
    /// The client host's own key (RFC 4252, 9).
    case hostBased(HostBasedCredential)
    /// A key, by its public half and a signer of the data that RFC 4252, 7 lays down, who gives the signature as the wire has it (RFC 4253, 6.6).
    /// A signer that would block is asked again, with the same data.
    case publicKey(blob: [UInt8], sign: (_ data: [UInt8], _ algorithm: String) throws(SSHError) -> Progress<[UInt8]>)
}

/// What proves that the client's host vouches for its user (RFC 4252, 9).
struct HostBasedCredential: Sendable {
    /// The path of the host's private key.
    var privateKey: String
    /// The path of its public half.
    var publicKey: String
    /// What the private key is encrypted with.
    var passphrase: SecretBytes
    /// The client host's name, as the server knows it.
    var hostName: [UInt8]
    /// The user's name on the client host.
    var localUser: [UInt8]
}

/// A round of questions of the server (RFC 4256, 3.2); a round may have none.
public struct KeyboardInteractiveRequest: Sendable, Hashable {
    /// A question.
    public struct Prompt: Sendable, Hashable {
        /// The question as the server sent it, not escaped.
        public var text: String
        /// Whether what the user types may be shown.
        public var echo: Bool
    }

    /// The name of the round, not escaped; often empty.
    public var name: String
    /// What to tell the user first, not escaped; often empty.
    public var instruction: String
    /// The questions, in order.
    public var prompts: [Prompt]
}
