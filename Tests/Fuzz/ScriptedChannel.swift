@testable import SwiftSSH

/// A channel of an engine whose peer sends what it is given, a piece for each read, and takes what is written, as much as it likes.
final class ScriptedChannel: EngineChannel {
    private var pieces: ArraySlice<ArraySlice<UInt8>>
    private let room: Int
    private var isPaused = false
    /// What was written and not looked at.
    var written: [UInt8] = []
    /// Whether the peer may send more than it was given.
    var isOpen = false

    /// - Parameters:
    ///   - pieces: What the peer sends.
    ///   - room: The most bytes that it takes at once.
    init(_ pieces: [ArraySlice<UInt8>], room: Int = .max) {
        self.pieces = pieces[...]
        self.room = room
    }

    /// Lets the peer send more.
    func send(_ more: [ArraySlice<UInt8>]) {
        pieces += more
    }

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

    func queue(_ stream: UInt32) -> ByteQueue? { nil }
    func noteTaken() {}

    func write(stream: UInt32, _ bytes: UnsafeRawBufferPointer) -> Int {
        let count = Swift.min(bytes.count, room)
        written += bytes.prefix(count)
        return count
    }

    var hasReachedEOF: Bool { pieces.isEmpty && !isOpen }
    var peerReadsNoMore: Bool { false }
    var isClosedByPeer: Bool { hasReachedEOF }
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

/// An engine with nothing behind it: its channels are scripted.
final class ScriptedEngine: Engine {
    let input = ByteQueue()
    let output = ByteQueue()
    var capabilities: EngineCapabilities { [] }
    var hostKey: HostKey? { nil }
    var isAuthenticated: Bool { true }
    var authenticationBanner: [UInt8] { [] }
    var keyExchangeCount: Int { 0 }
    var sessionBinding: SessionBinding? { nil }
    var pumpsByItself: Bool { true }
    var runsSideBySide: Bool { false }
    private let nothing = SSHError(.methodNotSupported, "a scripted engine has nothing behind it")

    var takesCertificates: Bool { false }
    func supportedAlgorithms(_ purpose: AlgorithmPurpose) -> [String] { [] }
    func setPreference(_ purpose: AlgorithmPurpose, _ names: [String]) {}
    func setProfile(_ profile: AlgorithmProfile) {}
    func offeredAlgorithms(_ purpose: AlgorithmPurpose) -> [String] { [] }
    func setCompression(_ offered: Bool) {}
    func handshake() -> Step<Void> { failing() }
    func algorithm(_ purpose: AlgorithmPurpose) -> String? { nil }
    func longestMessage(starting type: String) -> Int { .max }
    func authenticationMethods(user: [UInt8]) -> Step<[String]> { failing() }
    func authenticate(user: [UInt8], with credential: Credential) -> Step<Void> { failing() }
    func openChannel(_ opening: ChannelOpening) -> Step<any EngineChannel> { failing() }
    func listen(host: [UInt8]?, port: UInt16, queueLimit: Int32) -> Step<any EngineListener> { failing() }
    func listen(path: [UInt8], queueLimit: Int32) -> Step<any EngineListener> { failing() }
    func listen(for kind: ForwardedKind, queueLimit: Int32) throws(SSHError) -> any EngineListener { throw nothing }
    func forwards(_ kind: ForwardedKind) -> Bool { false }
    func ping() -> Step<Void> { failing() }
    func rekey() -> Step<Void> { failing() }
    func sendKeepalive() {}
    func disconnect(reason: UInt32, description: String, language: String) -> Step<Void> { failing() }
    func pump() {}
    func abandon() {}

    private func failing<Value>() -> Step<Value> {
        { () throws(SSHError) in throw self.nothing }
    }
}
