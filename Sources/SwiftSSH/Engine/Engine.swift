/// An SSH protocol machine without I/O.
///
/// It is fed received bytes through ``input``, yields bytes to send in ``output``, and its operations either have their
/// result or would block. It knows no socket, no thread and no clock. Whoever drives it holds one lock around every call.
/// At most one of the operations of the connection (those that give a ``Step``) and of its channels' requests may be under
/// way at a time, unless ``runsSideBySide``; reading, writing and closing channels goes on beside it.
protocol Engine: AnyObject {
    /// Bytes of the peer that have not been looked at; the driver appends.
    var input: ByteQueue { get }
    /// Bytes for the peer; the driver takes them.
    var output: ByteQueue { get }
    /// What this session's engine can do; known at once.
    var capabilities: EngineCapabilities { get }

    /// Whether users can log in with certificates of their keys, and hosts be known by theirs.
    var takesCertificates: Bool { get }

    /// The names of the algorithms that the engine has for one purpose, its favourite first.
    func supportedAlgorithms(_ purpose: AlgorithmPurpose) throws(SSHError) -> [String]
    /// Sets which algorithms are offered for one purpose, favourite first; before the handshake only.
    func setPreference(_ purpose: AlgorithmPurpose, _ names: [String]) throws(SSHError)
    /// Sets what is offered for the purposes for which there is no preference; before the handshake only.
    func setProfile(_ profile: AlgorithmProfile)
    /// The names that are offered for one purpose as things stand, the favourite first.
    func offeredAlgorithms(_ purpose: AlgorithmPurpose) throws(SSHError) -> [String]
    /// Whether compression is offered; before the handshake only.
    func setCompression(_ offered: Bool)

    /// Exchanges identification lines and keys, and verifies that the server owns its host key.
    func handshake() -> Step<Void>
    /// The algorithm in use for one purpose; nil before the handshake.
    func algorithm(_ purpose: AlgorithmPurpose) -> String?
    /// The key that the server proved to own; nil before the handshake.
    var hostKey: HostKey? { get }
    /// What proves to others with whom the session is; nil before the handshake, and always where the engine does not keep it.
    var sessionBinding: SessionBinding? { get }
    /// Has keys exchanged anew (RFC 4253, 9), while everything else goes on; done when both sides use the new ones.
    func rekey() -> Step<Void>
    /// How many times keys have been exchanged; 0 before the handshake, and always where the engine cannot ``rekey()``.
    var keyExchangeCount: Int { get }

    /// Asks which authentication methods the server would take; an empty list when it wants none and has authenticated.
    func authenticationMethods(user: [UInt8]) -> Step<[String]>
    /// Tries one way of authenticating.
    func authenticate(user: [UInt8], with credential: Credential) -> Step<Void>
    /// Whether the server has accepted the user.
    var isAuthenticated: Bool { get }
    /// What the server has said to users before they are in (RFC 4252, 5.4); empty for nothing, and where the engine does not keep it.
    var authenticationBanner: [UInt8] { get }

    /// The longest message of a request that starts something in a channel, in bytes.
    /// - Parameter type: The request's type.
    func longestMessage(starting type: String) -> Int
    /// Opens a channel.
    func openChannel(_ opening: ChannelOpening) -> Step<any EngineChannel>
    /// Asks the peer to listen on a port of its own and to hand over the connections that come (RFC 4254, 7.1).
    /// - Parameters:
    ///   - host: The address to listen on; nil for all.
    ///   - port: The port; 0 lets the peer choose.
    ///   - queueLimit: How many connections may wait to be accepted; more are refused.
    func listen(host: [UInt8]?, port: UInt16, queueLimit: Int32) -> Step<any EngineListener>
    /// Asks the peer to listen on a UNIX socket of its own and to hand over the connections that come (OpenSSH's `PROTOCOL`, 2.4).
    /// - Parameters:
    ///   - path: The socket's path.
    ///   - queueLimit: How many connections may wait to be accepted; more are refused.
    func listen(path: [UInt8], queueLimit: Int32) -> Step<any EngineListener>
    /// Has connections taken that the peer hands over because a channel has asked it to forward something from here. They are refused before
    /// the peer has agreed to that, before this call, and when the listener has been cancelled.
    /// - Parameters:
    ///   - kind: What is forwarded.
    ///   - queueLimit: How many connections may wait to be accepted; more are refused.
    /// - Throws: `badUse` where there is such a listener, `methodNotSupported` where the engine cannot.
    func listen(for kind: ForwardedKind, queueLimit: Int32) throws(SSHError) -> any EngineListener
    /// Whether the peer has agreed to a channel's request to forward something from here.
    func forwards(_ kind: ForwardedKind) -> Bool
    /// Makes the peer answer, leaving no reply behind.
    func ping() -> Step<Void>
    /// Says that the connection is in use; no answer is wanted.
    func sendKeepalive() throws(SSHError)
    /// Tells the peer that this is the end.
    func disconnect(reason: UInt32, description: String, language: String) -> Step<Void>

    /// Takes in some of ``input``, beside whatever operation is under way; throws when the connection has failed.
    func pump() throws(SSHError)
    /// Whether ``pump()`` can take in bytes without an operation under way.
    var pumpsByItself: Bool { get }
    /// Whether operations and requests may be under way side by side now.
    var runsSideBySide: Bool { get }
    /// The connection is dead: from here on nothing waits, and what is called only cleans up.
    func abandon()
}

/// What an engine has handed out and takes back.
protocol EngineObject: AnyObject {
    /// Frees it, closing or cancelling it first where that has not been done; not to be used afterwards.
    func release() -> Progress<Void>
}

/// A port or a UNIX socket of the peer's that listens for this session; or what the peer was asked to forward from here.
protocol EngineListener: EngineObject {
    /// The port that the peer listens on; 0 where it is none.
    var boundPort: UInt16 { get }
    /// Whether ``cancel()`` has begun: nothing is accepted any more, though the peer may not have answered yet.
    var isCancelled: Bool { get }
    /// The next connection that waits; nil for none.
    func accept() throws(SSHError) -> (any EngineChannel)?
    /// Makes the peer stop listening; connections that wait are closed.
    func cancel() throws(SSHError) -> Progress<Void>
}

/// A channel of an engine (RFC 4254, 5), driven under the same lock as its engine.
protocol EngineChannel: EngineObject {
    /// Sends a request and waits for the server's answer where the request wants one.
    func request(_ request: ChannelRequest) -> Step<Void>
    /// The queue that the engine puts what comes for one stream into, for the driver to take it out; nil where it keeps what comes
    /// in a way of its own, and ``read(stream:into:)`` asks for it.
    func queue(_ stream: UInt32) -> ByteQueue?
    /// The driver has taken bytes out of a queue of the engine's: the peer may be granted as many more.
    func noteTaken() throws(SSHError)
    /// Takes received bytes of one stream; gives their number, or that there are none now.
    func read(stream: UInt32, into buffer: UnsafeMutableRawBufferPointer) throws(SSHError) -> Int
    /// Accepts bytes for one stream and gives how many, 0 when there is no room now.
    func write(stream: UInt32, _ bytes: UnsafeRawBufferPointer) throws(SSHError) -> Int
    /// Says that no more bytes will be sent; what was accepted goes first.
    func sendEOF() throws(SSHError) -> Progress<Void>
    /// Says that the channel is closed on this side; what was accepted goes first.
    func close() throws(SSHError) -> Progress<Void>
    /// Whether the peer has said that no more bytes will come, and all that came were read.
    var hasReachedEOF: Bool { get }
    /// Whether the peer has said that nobody reads there any more what is written.
    var peerReadsNoMore: Bool { get }
    /// Whether the peer has closed the channel.
    var isClosedByPeer: Bool { get }
    /// The exit status that has come; nil for none.
    var exitStatus: Int32? { get }
    /// The signal that ended the remote process; nil for none.
    var exitSignal: ExitSignal? { get }
    /// What becomes of the standard error stream from here on.
    func setExtendedDataMode(_ mode: ExtendedDataMode)
    /// Grants the peer more bytes; unless forced, small grants are saved up.
    func adjustReceiveWindow(by bytes: UInt32, isForced: Bool) throws(SSHError) -> Progress<Void>
    /// The bytes that the peer may still send, and those that it might at first.
    var receiveWindow: ChannelWindow { get }
    /// The bytes that may still be sent, and those that might at first.
    var sendWindow: ChannelWindow { get }
}
