internal import CLibSSH2

extension LibSSH2Engine {
    func openChannel(_ opening: ChannelOpening) -> Step<any EngineChannel> {
        let step = rawChannel(opening)
        return { () throws(SSHError) -> Progress<any EngineChannel> in
            try step().map { LibSSH2Channel($0, self, watched: self.context.messages.watchOpened()) }
        }
    }

    /// Asks for a channel of a type that no server knows: every server must refuse it, and libssh2 keeps nothing of the answer.
    func ping() -> Step<Void> {
        let open = rawChannel(ChannelOpening(type: "ping@swiftssh", windowSize: 1, packetSize: 1))
        var opened: OpaquePointer?
        return { () throws(SSHError) -> Progress<Void> in
            if opened == nil {
                do throws(SSHError) {
                    guard case .done(let channel) = try open() else { return .wouldBlock }
                    opened = channel
                } catch {
                    if error.code == .channelFailure { return .done(()) }
                    throw error
                }
            }
            guard let channel = opened else { return .done(()) }
            let code = self.takingInput { libssh2_channel_free(channel) }
            return code == LIBSSH2_ERROR_EAGAIN ? .wouldBlock : .done(())
        }
    }

    func longestMessage(starting type: String) -> Int {
        // It sends no payload of 35000 - 256 bytes or more; 14 are around the type and the message.
        max(0, 35000 - 256 - 1 - 14 - type.utf8.count)
    }

    func sendKeepalive() throws(SSHError) {
        libssh2_keepalive_config(session, 0, 2)
        var next: Int32 = 0
        let code = libssh2_keepalive_send(session, &next)
        libssh2_keepalive_config(session, 0, 0)
        if code < 0, code != LIBSSH2_ERROR_EAGAIN { throw failure(code, "send a keepalive", .globalRequest) }
    }

    private func rawChannel(_ opening: ChannelOpening) -> Step<OpaquePointer> {
        let type = StableBytes(opening.type.utf8)
        let message = StableBytes(opening.message)
        return { () throws(SSHError) -> Progress<OpaquePointer> in
            self.context.messages.beginOpening()
            let channel = self.takingInput {
                libssh2_channel_open_ex(
                    self.session, type.characters, UInt32(clamping: type.count), opening.windowSize,
                    opening.packetSize, message.count == 0 ? nil : message.characters, UInt32(clamping: message.count))
            }
            if let channel { return .done(channel) }
            let code = self.lastCode
            if code == LIBSSH2_ERROR_EAGAIN { return .wouldBlock }
            throw self.failure(code, "open the channel", .channel)
        }
    }

    func listen(host: [UInt8]?, port: UInt16, queueLimit: Int32) -> Step<any EngineListener> {
        let host = host.map { StableBytes($0) }
        return { () throws(SSHError) -> Progress<any EngineListener> in
            var boundPort: Int32 = 0
            let listener = self.takingInput {
                libssh2_channel_forward_listen_ex(self.session, host?.characters, Int32(port), &boundPort, queueLimit)
            }
            if let listener {
                return .done(
                    LibSSH2Listener(
                        listener, UInt16(truncatingIfNeeded: boundPort), queueLimit: queueLimit, self))
            }
            let code = self.lastCode
            if code == LIBSSH2_ERROR_EAGAIN { return .wouldBlock }
            throw self.failure(code, "have the server listen on port \(port)", .globalRequest)
        }
    }

    func listen(path: [UInt8], queueLimit: Int32) -> Step<any EngineListener> {
        lacking("have the server listen on a UNIX socket", .globalRequest)
    }
}
