/// What of this side a server hands connections over for, once a channel has asked it to.
enum ForwardedKind: Hashable, Sendable, CaseIterable {
    /// The user's authentication agent (OpenSSH's `PROTOCOL.agent`).
    case agent
    /// The user's display (RFC 4254, 6.3).
    case x11

    /// The type of the channels that the server opens.
    var channelType: String {
        switch self {
        case .agent: "auth-agent@openssh.com"
        case .x11: "x11"
        }
    }

    /// What it is called in messages.
    var words: String {
        switch self {
        case .agent: "the agent"
        case .x11: "X11"
        }
    }

    /// The error of a second listener for the same.
    var isListenedFor: SSHError {
        SSHError(.badUse, "the session has a listener for \(words) already", phase: .forwarding)
    }
}

extension ChannelRequest {
    /// What the server is to forward from here when it agrees; nil for nothing.
    var forwards: ForwardedKind? {
        switch self {
        case .agentForwarding: .agent
        case .x11: .x11
        default: nil
        }
    }
}
