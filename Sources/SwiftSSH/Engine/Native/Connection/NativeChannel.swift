/// A channel of the native engine.
final class NativeChannel: EngineChannel {
    let engine: NativeEngine
    let state: ChannelState

    init(_ state: ChannelState, _ engine: NativeEngine) {
        self.state = state
        self.engine = engine
    }

    // MARK: Bytes

    func queue(_ stream: UInt32) -> ByteQueue? {
        switch stream {
        case 0: state.output
        case 1: state.error
        default: nil
        }
    }

    func noteTaken() throws(SSHError) {
        try engine.grantWindow(state)
    }

    func read(stream: UInt32, into buffer: UnsafeMutableRawBufferPointer) throws(SSHError) -> Int {
        let count = queue(stream)?.take(into: buffer) ?? 0
        if count > 0 { try noteTaken() }
        return count
    }

    func write(stream: UInt32, _ bytes: UnsafeRawBufferPointer) throws(SSHError) -> Int {
        try requireOpen()
        if state.hasSentEOF {
            throw SSHError(.channelEOFSent, "the end of file has been sent already", phase: .channel)
        }
        if state.peerReadsNoMore {
            throw SSHError(.channelClosed, "nobody reads on the server's side any more", phase: .channel)
        }
        return try engine.sendData(state, stream: stream, bytes)
    }

    private func requireOpen() throws(SSHError) {
        try engine.requireLife()
        if state.hasSentClose || state.isLetGo {
            throw SSHError(.channelClosed, "the channel is closed", phase: .channel)
        }
    }

    // MARK: The end

    func sendEOF() throws(SSHError) -> Progress<Void> {
        if state.hasSentEOF || state.hasSentClose { return .done(()) }
        try requireOpen()
        state.hasSentEOF = true
        try engine.send(Message.channelEOF, state)
        return .done(())
    }

    /// As libssh2 has it, the peer's answer is waited for: what it sends before it, an exit status above all, has then come.
    func close() throws(SSHError) -> Progress<Void> {
        if !state.hasReceivedClose { try engine.requireLife() }
        try engine.close(state)
        return state.hasReceivedClose ? .done(()) : .wouldBlock
    }

    func release() -> Progress<Void> {
        if state.isLetGo { return .done(()) }
        state.isLetGo = true
        state.output.removeAll()
        state.error.removeAll()
        // The number stays taken until the peer has closed its side too.
        if !engine.isOver { try? engine.close(state) }
        return .done(())
    }

    // MARK: State

    var hasReachedEOF: Bool { state.hasReceivedEOF }
    var peerReadsNoMore: Bool { state.peerReadsNoMore }
    var isClosedByPeer: Bool { state.hasReceivedClose }
    var exitStatus: Int32? { state.exitStatus }
    var exitSignal: ExitSignal? { state.exitSignal }

    var receiveWindow: ChannelWindow {
        ChannelWindow(size: state.receiveWindow.remaining, initialSize: state.receiveWindow.initial)
    }

    var sendWindow: ChannelWindow {
        ChannelWindow(size: state.sendWindow, initialSize: state.initialSendWindow)
    }

    func setExtendedDataMode(_ mode: ExtendedDataMode) {
        state.errorMode = mode
    }

    func adjustReceiveWindow(by bytes: UInt32, isForced: Bool) throws(SSHError) -> Progress<Void> {
        try requireOpen()
        try engine.sendGrant(state.receiveWindow.add(bytes, isForced: isForced), state)
        return .done(())
    }
}
