internal import CLibSSH2

/// A channel of libssh2's.
final class LibSSH2Channel: EngineChannel {
    let engine: LibSSH2Engine
    private var channel: OpaquePointer?
    /// This side's number of the channel, where what comes for it is watched.
    private let watched: UInt32?
    /// What libssh2 has begun to send but could not finish while keys were being exchanged: it must be offered the same
    /// bytes again, before any others.
    private var unfinished: (stream: UInt32, bytes: StableBytes, offset: Int)?
    private var hasSentEOF = false
    /// Whether this side has begun to close the channel.
    private(set) var isClosing = false
    /// Whether a request waits for its answer: freed before that comes, the channel would leave it to the next request.
    var isRequesting = false
    /// Whether something runs in the channel, or did.
    var hasStarted = false

    /// Takes over a channel that has just been opened.
    /// - Parameter watched: This side's number of it where it was opened by this side: only those run processes.
    init(_ channel: OpaquePointer, _ engine: LibSSH2Engine, watched: UInt32? = nil) {
        self.channel = channel
        self.engine = engine
        self.watched = watched
        engine.add(self)
    }

    // MARK: Bytes

    func open() throws(SSHError) -> OpaquePointer {
        guard let channel else { throw SSHError(.channelClosed, "the channel has been freed", phase: .channel) }
        return channel
    }

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

    func queue(_ stream: UInt32) -> ByteQueue? { nil }

    func noteTaken() {}

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
        guard sendWindow.size > 0, !bytes.isEmpty else { return 0 }
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

    /// Offers again what could not be finished. An error is the next writer's.
    func finishWriting() throws(SSHError) -> Progress<Void> {
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
        engine.context.messages.forget(watched)
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

    /// libssh2 does not tell.
    var peerReadsNoMore: Bool { false }

    var isClosedByPeer: Bool {
        guard let channel else { return true }
        return hasReachedEOF && libssh2_channel_wait_closed(channel) == 0
    }

    var exitStatus: Int32? {
        guard let channel, !engine.context.isDamaged else { return nil }
        let status = libssh2_channel_get_exit_status(channel)
        if status != 0 { return status }
        if let hasExitStatus = LibSSH2Library.hasExitStatus { return hasExitStatus(channel) != 0 ? 0 : nil }
        return engine.context.messages.ending(of: watched)?.status == 0 ? 0 : nil
    }

    var exitSignal: ExitSignal? {
        var name: UnsafeMutablePointer<CChar>?
        var length = 0
        guard let channel, !engine.context.isDamaged,
            libssh2_channel_get_exit_signal(channel, &name, &length, nil, nil, nil, nil) == 0, let name
        else { return nil }
        defer { libssh2_free(engine.session, name) }
        let told = String(escaping: UnsafeRawBufferPointer(start: name, count: length))
        // libssh2 keeps the name alone.
        let seen = engine.context.messages.ending(of: watched)?.signal
        return seen?.name == told ? seen : ExitSignal(name: told, dumpedCore: false, message: "", language: "")
    }

    var receiveWindow: ChannelWindow {
        var initial: UInt = 0
        let size = channel.map { libssh2_channel_window_read_ex($0, nil, &initial) } ?? 0
        return ChannelWindow(size: UInt64(size), initialSize: UInt64(initial))
    }

    var sendWindow: ChannelWindow {
        var initial: UInt = 0
        let size = channel.map { libssh2_channel_window_write_ex($0, &initial) } ?? 0
        return ChannelWindow(size: UInt64(size), initialSize: UInt64(initial))
    }

    func adjustReceiveWindow(by bytes: UInt32, isForced: Bool) throws(SSHError) -> Progress<Void> {
        var window: UInt32 = 0
        let code = libssh2_channel_receive_window_adjust2(try open(), UInt(bytes), isForced ? 1 : 0, &window)
        if code == LIBSSH2_ERROR_EAGAIN { return .wouldBlock }
        guard code >= 0 else { throw engine.failure(code, "adjust the window", .channel) }
        return .done(())
    }

    func setExtendedDataMode(_ mode: ExtendedDataMode) {
        guard let channel else { return }
        // libssh2's own way of ignoring sends from inside its receiving, which some versions get wrong: what is read is dropped instead.
        let mode = mode == .merge ? LIBSSH2_CHANNEL_EXTENDED_DATA_MERGE : LIBSSH2_CHANNEL_EXTENDED_DATA_NORMAL
        _ = libssh2_channel_handle_extended_data2(channel, mode)
    }
}
