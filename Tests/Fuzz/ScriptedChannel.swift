@testable import SwiftSSH

/// A channel of an engine whose peer sends what it is given, a piece for each read, and takes what is written, as much as it likes.
final class ScriptedChannel: EngineChannel {
    private var pieces: ArraySlice<ArraySlice<UInt8>>
    private let room: Int
    /// How many bytes were written.
    private(set) var written = 0
    private var isPaused = false

    /// - Parameters:
    ///   - pieces: What the peer sends.
    ///   - room: The most bytes that it takes at once.
    init(_ pieces: [ArraySlice<UInt8>], room: Int = .max) {
        self.pieces = pieces[...]
        self.room = room
    }

    /// Whether the peer has sent all that it had.
    var isExhausted: Bool { pieces.isEmpty }

    func read(stream: UInt32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard stream == 0 else { return 0 }
        // A read that finds nothing between two pieces, as on a network.
        isPaused.toggle()
        guard !isPaused, let piece = pieces.popFirst() else { return 0 }
        let taken = piece.prefix(buffer.count)
        buffer.copyBytes(from: taken)
        if taken.count < piece.count { pieces = [piece.dropFirst(taken.count)] + pieces }
        return taken.count
    }

    func write(stream: UInt32, _ bytes: UnsafeRawBufferPointer) -> Int {
        let count = Swift.min(bytes.count, room)
        written += count
        return count
    }

    var hasReachedEOF: Bool { pieces.isEmpty }
    var isClosedByPeer: Bool { pieces.isEmpty }
    var exitStatus: Int32? { nil }
    var exitSignal: ExitSignal? { nil }
    func request(_ request: ChannelRequest) -> Step<Void> {
        { () throws(SSHError) in .done(()) }
    }
    func sendEOF() -> Progress<Void> { .done(()) }
    func close() -> Progress<Void> { .done(()) }
    func setExtendedDataMode(_ mode: ExtendedDataMode) {}
    func adjustReceiveWindow(by bytes: UInt32, isForced: Bool) -> Progress<Void> { .done(()) }
    var receiveWindow: ChannelWindow { ChannelWindow(size: 1 << 20, initialSize: 1 << 20) }
    var sendWindow: ChannelWindow { ChannelWindow(size: 1 << 20, initialSize: 1 << 20) }
    func release() -> Progress<Void> { .done(()) }
}
