/// What users see differently on purpose: the rows of the table in `docs/engines.md`, by their first cells.
enum Difference: String, CaseIterable {
    // These are shown by conversations.
    case misplaced = "A message that has no place, or is malformed"
    case proof = "A host key or a signature that is wrong"
    case refusalText = "What a server says when it refuses a channel"
    case secondStart = "Starting something after a refusal"
    case otherStreams = "Extended data of types that nobody knows"
    case signals = "Signals to the remote process"

    // These are shown by other tests, or are of no conversation.
    case banner = "What a server says before the login (its banner)"
    case compression = "Compression, when asked for"
    case securityKeys = "Security keys"
    case streamLocal = "Listening on the server's UNIX sockets"
    case breaks = "Breaks (RFC 4335)"
    case endOfWrites = "A server that says that nobody reads any more (`eow@openssh.com`)"
    case rsaHostKeys = "RSA host keys on Debian 12 (1.10)"
    case algorithms = "AES-GCM, ChaCha20-Poly1305, EtM, strict key exchange"
    case hostBased = "Ed25519 host keys for host-based authentication"
    case certificates = "Host keys of certificates"
    case slowReaders = "What waits for a slow reader"
    case windows = "Windows"
    case listenerLimit = "Connections beyond a listener's limit"
    case agentForwarding = "Forwarding the user's agent"
    case boundKeys = "Agents whose keys are bound to hosts (`ssh-add -h`), forwarded"
    case unwanted = "Connections to a forwarded agent or display that nobody listens for"
    case forwardedLate = "Connections to a forwarded agent or display while no channel is open"
    case listenerEnd = "Cancelling a listener"
    case ping = "A ping"
    case silence = "Whether a silent server still answers, while a request is unanswered"
    case longCommands = "The longest command"
    case newKeys = "New keys"
    case unknownMessages = "A request that the server answers with UNIMPLEMENTED"
    case errorTexts = "Error texts"

    /// Those that some conversation shows.
    static let shown: Set<Difference> = [
        .misplaced, .proof, .refusalText, .secondStart, .otherStreams, .signals,
    ]
}
