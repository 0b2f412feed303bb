extension NativeChannel {
    func request(_ request: ChannelRequest) -> Step<Void> {
        var ticket: ChannelRequestTicket?
        return { () throws(SSHError) -> Progress<Void> in
            if let ticket, let answer = ticket.answer {
                guard answer else { throw Self.denial(request, ticket) }
                if request.startsProcess { self.state.hasStarted = true }
                return .done(())
            }
            try self.engine.requireLife()
            if ticket == nil, request.startsProcess, self.state.hasStarted { throw ChannelRequest.runsAlready }
            // Nobody would ever answer.
            if self.state.hasReceivedClose || self.state.hasSentClose || self.state.isLetGo {
                throw ChannelRequest.noAnswer
            }
            if ticket != nil { return .wouldBlock }
            let awaited = ChannelRequestTicket(forwards: request.forwards)
            try self.engine.send(request.message(to: self.state.peerNumber), as: awaited)
            guard request.wantsReply else { return .done(()) }
            self.state.requests.append(awaited)
            ticket = awaited
            return .wouldBlock
        }
    }

    private static func denial(_ request: ChannelRequest, _ ticket: RequestTicket) -> SSHError {
        SSHError(
            .channelRequestDenied, "the server refused the request \(request.type)\(ticket.reason)", phase: .channel)
    }
}

extension ChannelRequest {
    fileprivate var wantsReply: Bool {
        switch self {
        case .terminalSize, .signal: false
        case .startup, .environment, .terminal, .break, .agentForwarding, .x11: true
        }
    }

    /// The request's type on the wire.
    fileprivate var type: String {
        switch self {
        case .startup(let type, _): type
        case .environment: "env"
        case .terminal: "pty-req"
        case .terminalSize: "window-change"
        case .signal: "signal"
        case .break: "break"
        case .agentForwarding: "auth-agent-req@openssh.com"
        case .x11: "x11-req"
        }
    }

    /// The message (RFC 4254, 5.4).
    fileprivate func message(to peerNumber: UInt32) throws(SSHError) -> [UInt8] {
        var writer = WireWriter(capacity: 64)
        writer.byte(Message.channelRequest)
        writer.uint32(peerNumber)
        writer.string(type)
        writer.boolean(wantsReply)
        switch self {
        case .startup(_, let message):
            if let message { writer.string(message) }
        case .environment(let name, let value):
            writer.string(name)
            writer.string(value)
        case .terminal(let type, let modes, let size):
            writer.string(type)
            writer.size(size)
            writer.string(modes)
        case .terminalSize(let size):
            writer.size(size)
        case .signal(let name):
            writer.string(name)
        case .break(let milliseconds):
            writer.uint32(milliseconds)
        case .agentForwarding:
            break
        case .x11(let isSingleConnection, let authenticationProtocol, let cookie, let screen):
            writer.boolean(isSingleConnection)
            writer.string(authenticationProtocol ?? Array("MIT-MAGIC-COOKIE-1".utf8))
            if let cookie { writer.string(cookie) } else { writer.string(try Random.bytes(16).hexadecimalDigits) }
            writer.uint32(screen)
        }
        return writer.bytes
    }
}

extension WireWriter {
    fileprivate mutating func size(_ size: TerminalSize) {
        uint32(size.columns)
        uint32(size.rows)
        uint32(size.pixelWidth)
        uint32(size.pixelHeight)
    }
}
