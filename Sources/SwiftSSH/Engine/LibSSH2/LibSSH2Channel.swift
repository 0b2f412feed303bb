internal import CLibSSH2

/// A channel of libssh2's.
final class LibSSH2Channel: EngineChannel {
    private let engine: LibSSH2Engine
    private var channel: OpaquePointer?
    /// What libssh2 has begun to send but could not finish while keys were being exchanged: it must be offered the same
    /// bytes again, whoever writes next.
    private var unfinished: (stream: UInt32, bytes: StableBytes, offset: Int)?
    private var hasSentEOF = false
    /// Whether this side has begun to close the channel.
    private var isClosing = false
    /// Whether a request waits for its answer: freed before that comes, the channel would leave it to the next request.
    private var isRequesting = false

    /// Takes over a channel that has just been opened.
    init(_ channel: OpaquePointer, _ engine: LibSSH2Engine) {
        self.channel = channel
        self.engine = engine
        engine.add(self)
    }

    // MARK: Requests

    func request(_ request: ChannelRequest) -> Step<Void> {
        switch request {
        case .startup(let type, let message):
            let type = StableBytes(type.utf8)
            let message = message.map { StableBytes($0) }
            return step("start the remote process") { channel in
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
        }
    }

    private func step(_ doing: String, _ call: @escaping (OpaquePointer) -> Int32) -> Step<Void> {
        { () throws(SSHError) -> Progress<Void> in
            let channel = try self.open()
            // Nobody would ever answer, and everybody would wait behind the request.
            if !self.isRequesting, self.isClosing || self.isClosedByPeer { throw self.noAnswer }
            let code = self.engine.takingInput { call(channel) }
            self.isRequesting = code == LIBSSH2_ERROR_EAGAIN && !self.isClosedByPeer
            if self.isRequesting { return .wouldBlock }
            if code == LIBSSH2_ERROR_EAGAIN { throw self.noAnswer }
            guard code >= 0 else { throw self.engine.failure(code, doing, .channel) }
            return .done(())
        }
    }

    private var noAnswer: SSHError {
        SSHError(.channelClosed, "the channel is closed: the server answers no request on it", phase: .channel)
    }

    private func open() throws(SSHError) -> OpaquePointer {
        guard let channel else { throw SSHError(.channelClosed, "the channel has been freed", phase: .channel) }
        return channel
    }

    // MARK: Bytes

    /// Makes libssh2 take in what it is allowed to, without changing this channel's window.
    func takeIn() throws(SSHError) {
        let channel = try open()
        // wait_eof takes in what there is until the end of file; once that has come, a read of no bytes does the same.
        var code = libssh2_channel_wait_eof(channel)
        if code == 0 {
            var none: CChar = 0
            code = Int32(truncatingIfNeeded: libssh2_channel_read_ex(channel, 0, &none, 0))
        }
        if code < 0, code != LIBSSH2_ERROR_EAGAIN { throw engine.failure(code, "receive", .channel) }
    }

    func read(stream: UInt32, into buffer: UnsafeMutableRawBufferPointer) throws(SSHError) -> Int {
        let channel = try open()
        if engine.context.isDamaged { return 0 }
        let count = libssh2_channel_read_ex(
            channel, Int32(truncatingIfNeeded: stream), buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
            min(buffer.count, 256 * 1024))
        if count >= 0 { return count }
        let code = Int32(truncatingIfNeeded: count)
        if code == LIBSSH2_ERROR_EAGAIN { return 0 }
        throw engine.failure(code, "read", .channel)
    }

    func write(stream: UInt32, _ bytes: UnsafeRawBufferPointer) throws(SSHError) -> Int {
        guard case .done = try finishWriting() else { return 0 }
        guard sendWindow > 0, !bytes.isEmpty else { return 0 }
        let chunk = UnsafeRawBufferPointer(rebasing: bytes.prefix(32700))
        let written = try offer(stream, chunk)
        if written > 0 { return written }
        unfinished = (stream, StableBytes(chunk), 0)
        return chunk.count
    }

    /// Offers bytes to libssh2; gives how many it took, 0 for none now.
    private func offer(_ stream: UInt32, _ bytes: UnsafeRawBufferPointer) throws(SSHError) -> Int {
        let count = libssh2_channel_write_ex(
            try open(), Int32(truncatingIfNeeded: stream), bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
            bytes.count)
        if count >= 0 { return count }
        let code = Int32(truncatingIfNeeded: count)
        if code == LIBSSH2_ERROR_EAGAIN { return 0 }
        throw engine.failure(code, "write", .channel)
    }

    private func finishWriting() throws(SSHError) -> Progress<Void> {
        while let (stream, bytes, offset) = unfinished {
            let written = try offer(stream, UnsafeRawBufferPointer(rebasing: bytes.bytes[offset..<bytes.count]))
            if written == 0 { return .wouldBlock }
            unfinished = offset + written < bytes.count ? (stream, bytes, offset + written) : nil
        }
        return .done(())
    }

    // MARK: The end

    func sendEOF() throws(SSHError) -> Progress<Void> {
        if hasSentEOF { return .done(()) }
        guard case .done = try finishWriting() else { return .wouldBlock }
        let code = libssh2_channel_send_eof(try open())
        if code == LIBSSH2_ERROR_EAGAIN { return .wouldBlock }
        guard code >= 0 else { throw engine.failure(code, "send the end of file", .channel) }
        hasSentEOF = true
        return .done(())
    }

    func close() throws(SSHError) -> Progress<Void> {
        if !isClosedByPeer { guard case .done = try finishWriting() else { return .wouldBlock } }
        isClosing = true
        let code = libssh2_channel_close(try open())
        if code == LIBSSH2_ERROR_EAGAIN { return .wouldBlock }
        guard code >= 0 else { throw engine.failure(code, "close the channel", .channel) }
        return .done(())
    }

    func release() -> Progress<Void> {
        guard let channel else { return .done(()) }
        if isRequesting, !engine.context.isDead { return .wouldBlock }
        if libssh2_channel_free(channel) == LIBSSH2_ERROR_EAGAIN { return .wouldBlock }
        self.channel = nil
        engine.remove(self)
        return .done(())
    }

    // MARK: State

    /// Whether the peer has said that no more bytes will come; some that came may be unread.
    private(set) var hasSeenEOF = false

    var hasReachedEOF: Bool {
        guard let channel else { return true }
        if engine.context.isDamaged || libssh2_channel_eof(channel) == 0 { return false }
        hasSeenEOF = true
        return true
    }

    var isClosedByPeer: Bool {
        guard let channel else { return true }
        return hasReachedEOF && libssh2_channel_wait_closed(channel) == 0
    }

    var exitStatus: Int32? {
        guard let channel, !engine.context.isDamaged else { return nil }
        if let hasExitStatus = LibSSH2Library.hasExitStatus, hasExitStatus(channel) == 0 { return nil }
        return libssh2_channel_get_exit_status(channel)
    }

    var exitSignal: ExitSignal? {
        var name: UnsafeMutablePointer<CChar>?
        var length = 0
        guard let channel, !engine.context.isDamaged,
            libssh2_channel_get_exit_signal(channel, &name, &length, nil, nil, nil, nil) == 0, let name
        else { return nil }
        defer { libssh2_free(engine.session, name) }
        let text = UnsafeRawBufferPointer(start: name, count: length)
        // libssh2 keeps neither the core flag nor the message.
        return ExitSignal(name: String(escaping: text), dumpedCore: false, message: "")
    }

    var receiveWindow: UInt64 { channel.map { UInt64(libssh2_channel_window_read_ex($0, nil, nil)) } ?? 0 }
    var sendWindow: UInt64 { channel.map { UInt64(libssh2_channel_window_write_ex($0, nil)) } ?? 0 }
}

extension LibSSH2Engine {
    func openChannel(_ opening: ChannelOpening) -> Step<any EngineChannel> {
        let step = rawChannel(opening)
        return { () throws(SSHError) -> Progress<any EngineChannel> in
            try step().map { LibSSH2Channel($0, self) }
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
                } catch  where error.code == .channelFailure {
                    return .done(())
                }
            }
            guard let channel = opened else { return .done(()) }
            let code = self.takingInput { libssh2_channel_free(channel) }
            return code == LIBSSH2_ERROR_EAGAIN ? .wouldBlock : .done(())
        }
    }

    func sendKeepalive(wantsReply: Bool) throws(SSHError) {
        libssh2_keepalive_config(session, wantsReply ? 1 : 0, 2)
        var next: Int32 = 0
        let code = libssh2_keepalive_send(session, &next)
        libssh2_keepalive_config(session, 0, 0)
        if code < 0, code != LIBSSH2_ERROR_EAGAIN { throw failure(code, "send a keepalive", .globalRequest) }
    }

    private func rawChannel(_ opening: ChannelOpening) -> Step<OpaquePointer> {
        let type = StableBytes(opening.type.utf8)
        let message = StableBytes(opening.message)
        return { () throws(SSHError) -> Progress<OpaquePointer> in
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
}
