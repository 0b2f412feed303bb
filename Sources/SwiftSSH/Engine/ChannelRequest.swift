/// A request on a channel (RFC 4254, 6).
enum ChannelRequest: Hashable, Sendable {
    /// Starts the remote process: `exec`, `shell`, `subsystem` or another type, with its message or none.
    case startup(type: String, message: [UInt8]?)
    /// Sets an environment variable.
    case environment(name: [UInt8], value: [UInt8])
    /// Asks for a pseudo-terminal.
    case terminal(type: [UInt8], modes: [UInt8], size: TerminalSize)
    /// Tells a pseudo-terminal's new size; there is no answer.
    case terminalSize(TerminalSize)
    /// Sends a signal, named without `SIG`; there is no answer.
    case signal(name: String)
    /// Sends a break of so many milliseconds (RFC 4335).
    case `break`(milliseconds: UInt32)
    /// Asks for the user's authentication agent to be forwarded (OpenSSH's `auth-agent-req@openssh.com`).
    case agentForwarding
    /// Asks for X11 to be forwarded.
    case x11(isSingleConnection: Bool, authenticationProtocol: [UInt8]?, cookie: [UInt8]?, screen: UInt32)
}

extension ChannelRequest {
    /// Whether the channel runs something when the server has agreed.
    var startsProcess: Bool {
        if case .startup = self { return true }
        return false
    }

    /// Refuses a command that holds a NUL, or is longer than the engine can send.
    func check(_ engine: any Engine) throws(SSHError) {
        guard case .startup(let type, let message?) = self else { return }
        if type == "exec" { try RemoteCommand(bytes: message).check() }
        let most = engine.longestMessage(starting: type)
        if message.count <= most { return }
        throw SSHError(
            .invalidArgument,
            "the command is \(message.count) bytes long, and this engine can send \(most); write what is long to its input",
            phase: .channel)
    }

    /// Why a request on a closed channel is not sent.
    static var noAnswer: SSHError {
        SSHError(.channelClosed, "the channel is closed: the server answers no request on it", phase: .channel)
    }

    /// Why a channel that runs something, or did, is not asked to run another thing, whether it is closed by now or not.
    static var runsAlready: SSHError {
        SSHError(.badUse, "something runs in the channel already; open another one", phase: .channel)
    }
}
