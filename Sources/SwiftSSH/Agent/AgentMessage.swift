/// A question to an agent (RFC 9987, 3), and how its answer is read. The answer may be anything: agents lie too.
enum AgentRequest {
    /// Which keys it holds (RFC 9987, 3.5).
    case identities
    /// A signature (RFC 9987, 3.6).
    case sign(data: [UInt8], blob: [UInt8], flags: UInt32)
    /// Through which host the connection comes that follows (OpenSSH's `PROTOCOL.agent`, 1). Whatever is answered is right: agents need not know it.
    case bind(SessionBinding)

    /// The whole message, its length included.
    var bytes: [UInt8] {
        var content = WireWriter()
        switch self {
        case .identities:
            content.byte(11)
        case .sign(let data, let blob, let flags):
            content.byte(13)
            content.string(blob)
            content.string(data)
            content.uint32(flags)
        case .bind(let binding):
            content.byte(27)
            content.string("session-bind@openssh.com")
            content.string(binding.hostKey)
            content.string(binding.sessionIdentifier)
            content.string(binding.signature)
            // It is forwarded, not for this session's own login.
            content.boolean(true)
        }
        var message = WireWriter()
        message.string(content.bytes)
        return message.bytes
    }
}

extension SignatureAlgorithm {
    /// What asks an agent for this algorithm, where a key has more than one.
    var agentFlags: UInt32 {
        switch self {
        case .rsaSHA256: 2
        case .rsaSHA512: 4
        case .rsaSHA1, .ecdsa, .ed25519: 0
        }
    }
}

/// An agent's answer, without its length.
struct AgentReply {
    private let content: [UInt8]

    /// An answer as it came.
    init(_ content: [UInt8]) {
        self.content = content
    }

    private static let failures: Set<UInt8> = [5, 28, 102]

    /// What follows the type of an answer.
    /// - Parameters:
    ///   - type: The type that the question asks for.
    ///   - refusal: What an agent does not do that says no.
    private func body(ofType type: UInt8, refusal: String) throws(SSHError) -> WireReader {
        var reader = WireReader(content)
        guard let found = reader.byte() else { throw Self.lie("its answer is empty") }
        if Self.failures.contains(found) { throw SSHError(.agentProtocol, refusal) }
        guard found == type else { throw Self.lie("its answer is of type \(found), not \(type)") }
        return reader
    }

    /// The keys of an answer to ``AgentRequest/identities``, in the agent's order.
    func identities() throws(SSHError) -> [AgentIdentity] {
        var reader = try body(ofType: 12, refusal: "the agent does not list its keys")
        guard let count = reader.uint32() else { throw Self.lie("its list of keys has no count") }
        var identities: [AgentIdentity] = []
        while !reader.isAtEnd {
            guard let blob = reader.string(), let comment = reader.string() else {
                throw Self.lie("its list of keys ends within key \(identities.count + 1)")
            }
            identities.append(AgentIdentity(blob: blob, comment: comment))
        }
        guard identities.count == count else {
            throw Self.lie("it says that it has \(count) keys and sends \(identities.count)")
        }
        return identities
    }

    /// The signature of an answer to ``AgentRequest/sign(data:blob:flags:)``, as the wire has it: the algorithm's name and the rest.
    /// - Parameter algorithm: The name of the algorithm that was asked for; nil where any will do.
    /// - Throws: `agentProtocol`, and `algorithmUnsupported` where the agent signed with another algorithm.
    func signature(_ algorithm: String?) throws(SSHError) -> [UInt8] {
        var reader = try body(
            ofType: 14, refusal: "the agent did not sign: it is locked, its owner said no, or it no longer has the key")
        guard let signature = reader.string(), reader.isAtEnd else { throw Self.lie("its signature is cut short") }
        var parts = WireReader(signature)
        guard let name = parts.text(), !name.isEmpty else { throw Self.lie("its signature names no algorithm") }
        if let algorithm, name != algorithm {
            throw SSHError(
                .algorithmUnsupported,
                "the agent was asked for \(String(escaping: algorithm.utf8, limit: 64)) and signed with "
                    + "\"\(String(escaping: name.utf8, limit: 64))\"; a newer agent may know better")
        }
        return signature
    }

    /// The signature of the same answer, of which the server will see the form: that of the algorithm.
    /// - Parameter name: The name of the algorithm that was asked for.
    func wellFormedSignature(_ name: String) throws(SSHError) -> [UInt8] {
        let signature = try signature(name)
        guard let parts = SignatureBlob(signature), (1...16384).contains(parts.signature.count) else {
            throw Self.lie("its signature is not one of \(String(escaping: name.utf8, limit: 64))")
        }
        return signature
    }

    /// The error of an agent that breaks the protocol.
    static func lie(_ what: String) -> SSHError {
        SSHError(.agentProtocol, "the agent broke its protocol: " + what)
    }
}
