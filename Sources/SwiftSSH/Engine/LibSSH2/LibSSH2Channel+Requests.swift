internal import CLibSSH2

extension LibSSH2Channel {
    func request(_ request: ChannelRequest) -> Step<Void> {
        switch request {
        case .startup(let type, let message):
            let type = StableBytes(type.utf8)
            let message = message.map { StableBytes($0) }
            return step("start the remote process", startsProcess: true) { channel in
                libssh2_channel_process_startup(
                    channel, type.characters, UInt32(clamping: type.count), message?.characters,
                    UInt32(clamping: message?.count ?? 0))
            }
        case .environment(let name, let value):
            let name = StableBytes(name)
            let value = StableBytes(value)
            return step("set an environment variable") { channel in
                libssh2_channel_setenv_ex(
                    channel, name.characters, UInt32(clamping: name.count), value.characters,
                    UInt32(clamping: value.count))
            }
        case .terminal(let type, let modes, let size):
            let type = StableBytes(type)
            let modes = StableBytes(modes)
            return step("get a pseudo-terminal") { channel in
                libssh2_channel_request_pty_ex(
                    channel, type.characters, UInt32(clamping: type.count), modes.count == 0 ? nil : modes.characters,
                    UInt32(clamping: modes.count), Int32(clamping: size.columns), Int32(clamping: size.rows),
                    Int32(clamping: size.pixelWidth), Int32(clamping: size.pixelHeight))
            }
        case .terminalSize(let size):
            return step("change the pseudo-terminal's size") { channel in
                libssh2_channel_request_pty_size_ex(
                    channel, Int32(clamping: size.columns), Int32(clamping: size.rows),
                    Int32(clamping: size.pixelWidth), Int32(clamping: size.pixelHeight))
            }
        case .signal(let name):
            return signal(name)
        case .break:
            return engine.lacking("send a break", .channel)
        case .agentForwarding:
            return forwarding(.agent, step("have the agent forwarded") { libssh2_channel_request_auth_agent($0) })
        case .x11(let isSingleConnection, let authenticationProtocol, let cookie, let screen):
            let authenticationProtocol = authenticationProtocol.map { StableBytes($0) }
            let cookie = cookie.map { StableBytes($0) }
            let asking = step("have X11 forwarded") { channel in
                libssh2_channel_x11_req_ex(
                    channel, isSingleConnection ? 1 : 0, authenticationProtocol?.characters, cookie?.characters,
                    Int32(clamping: screen))
            }
            return forwarding(.x11, asking)
        }
    }

    /// A request to forward something, whose connections are taken as soon as it has been made.
    private func forwarding(_ kind: ForwardedKind, _ step: @escaping Step<Void>) -> Step<Void> {
        { () throws(SSHError) -> Progress<Void> in
            try self.engine.requireForwarding(kind)
            self.engine.noteForwarding(kind, isAgreed: nil)
            do throws(SSHError) {
                let progress = try step()
                if case .done = progress { self.engine.noteForwarding(kind, isAgreed: true) }
                return progress
            } catch {
                self.engine.noteForwarding(kind, isAgreed: false)
                throw error
            }
        }
    }

    private func signal(_ name: String) -> Step<Void> {
        guard let signal = LibSSH2Library.signal else {
            return { () throws(SSHError) -> Progress<Void> in
                throw SSHError(
                    .methodNotSupported,
                    "libssh2 \(LibSSH2Library.version) cannot send signals; 1.11 or newer can, and the native engine",
                    phase: .channel)
            }
        }
        let name = StableBytes(name.utf8)
        return step("send the signal") { signal($0, name.characters, name.count) }
    }

    private func step(
        _ doing: String, startsProcess: Bool = false, _ call: @escaping (OpaquePointer) -> Int32
    ) -> Step<Void> {
        { () throws(SSHError) -> Progress<Void> in
            let channel = try self.open()
            if startsProcess, self.hasStarted { throw ChannelRequest.runsAlready }
            // Nobody would ever answer, and everybody would wait behind the request.
            if !self.isRequesting, self.isClosing || self.isClosedByPeer { throw ChannelRequest.noAnswer }
            let code = self.engine.takingInput { call(channel) }
            self.isRequesting = code == LIBSSH2_ERROR_EAGAIN && !self.isClosedByPeer
            if self.isRequesting { return .wouldBlock }
            if code == LIBSSH2_ERROR_EAGAIN { throw ChannelRequest.noAnswer }
            guard code >= 0 else { throw self.engine.failure(code, doing, .channel) }
            if startsProcess { self.hasStarted = true }
            return .done(())
        }
    }
}
