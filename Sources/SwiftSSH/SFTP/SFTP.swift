/// The files of a server (SFTP version 3, draft-ietf-secsh-filexfer-02, with OpenSSH's extensions).
///
/// Any thread may call any method at any time: requests go side by side, and each has its own answer. Calls wait as all calls of the session
/// do; in non-blocking mode a call that throws `again` is made again in the same words. It keeps its session alive; letting it go closes it
/// without waiting.
///
/// Every method throws `sftpProtocol` where the server refuses, with the status in `sftpStatus`, its words and the path, and where it breaks
/// the protocol, which ends this SFTP session and not the SSH session; `invalidArgument` for a path with a NUL; `badUse` after
/// ``shutdown(timeout:)``; why the connection is over; `timeout`; and `again` in non-blocking mode.
public final class SFTP: Sendable {
    /// The channel that the requests go over. It belongs to the protocol: what is read from it or written to it breaks the SFTP session.
    public let channel: Channel
    // Touched under the connection's lock.
    nonisolated(unsafe) let exchange: SFTPExchange

    init(_ channel: Channel, _ exchange: SFTPExchange) {
        self.channel = channel
        self.exchange = exchange
    }

    deinit {
        connection.forget(ObjectIdentifier(self))
    }

    /// The session that it belongs to.
    public var session: Session { channel.session }

    var connection: Connection { channel.session.connection }

    // MARK: What is known of the server

    /// What the server offers beyond version 3, in its order.
    public var extensions: [SFTPExtension] { exchange.server.extensions }

    /// What the server says that it takes; all 0 where it does not say.
    public var limits: SFTPLimits { exchange.server.limits }

    /// Whether the server offers an extension.
    /// - Parameter name: The extension's name, for example `fsync@openssh.com`.
    public func offers(_ name: String) -> Bool {
        exchange.server.offers(SFTPExtension(name: Array(name.utf8)))
    }

    /// The status of the last reply that made a call fail; 0 while none has. A success does not reset it.
    public var lastStatus: SFTPStatus {
        SFTPStatus(rawValue: connection.peek { exchange.lastStatus } ?? 0)
    }

    /// How many bytes each file may have under way; from 32 KiB to what the session was started with.
    public var bytesInFlight: Int {
        get { connection.peek { exchange.bytesInFlight } ?? 0 }
        set { connection.peek { exchange.bytesInFlight = min(max(newValue, 32 << 10), exchange.mostBytesInFlight) } }
    }

    /// Ends the SFTP session, and the requests that are under way. What files have accepted to write is sent, but whether the server
    /// has written it is not waited for: close them first. Nor is the server's goodbye. Ending it again does nothing.
    /// - Parameter timeout: The time it may take; nil takes the session's.
    /// - Throws: Why the connection is over, `timeout`, and `again` in non-blocking mode.
    public func shutdown(timeout: Duration? = nil) throws(SSHError) {
        try run(timeout) { () throws(SSHError) -> Progress<Void> in
            exchange.pushGathered()
            exchange.advance()
            guard exchange.failure != nil || exchange.hasSentAll else { return .wouldBlock }
            exchange.end(SSHError(.badUse, "the SFTP session has been shut down", phase: .sftp))
            return .done(())
        }
    }
}

// MARK: How calls run

extension SFTP {
    /// Runs a call that keeps what it knows elsewhere.
    func run<Value>(
        _ timeout: Duration?, path: RemotePath? = nil, news: () -> News? = { nil },
        _ attempt: () throws(SSHError) -> Progress<Value>
    ) throws(SSHError) -> Value {
        try recording(path) { () throws(SSHError) in try connection.run(.init(.sftp, timeout), news: news, attempt) }
    }

    /// Makes a request and waits for its reply; a status that is not success is thrown.
    func request(_ request: SFTPRequest, path: RemotePath? = nil, _ timeout: Duration?) throws(SSHError) -> SFTPReply {
        let path = path ?? request.path
        return try recording(path) { () throws(SSHError) in
            try connection.resume(
                .init(.sftp, timeout), OperationKey(name: "sftp", owner: ObjectIdentifier(self), detail: request),
                begin: { () throws(SSHError) in
                    try path?.check()
                    return try begin(request)
                },
                giveUp: { [exchange] in exchange.giveUp($0) }, news: { exchange.news(of: $0) }
            ) { (pending: SFTPPending) throws(SSHError) -> Progress<SFTPReply> in
                exchange.advance()
                guard let result = pending.result else { return .wouldBlock }
                return .done(try result.get().checked(request, path))
            }
        }
    }

    /// Makes a request; nil while there is no room for one.
    private func begin(_ request: SFTPRequest) throws(SSHError) -> SFTPPending? {
        if let failure = connection.failure { throw failure }
        if exchange.hasRoom || exchange.failure != nil { return try exchange.begin(request) }
        exchange.advance()
        return nil
    }

    /// Runs a call, remembers its failure and the status in it, and says what it is about.
    private func recording<Value>(
        _ path: RemotePath?, _ body: () throws(SSHError) -> Value
    ) throws(SSHError) -> Value {
        try session.state.recording { () throws(SSHError) in
            do throws(SSHError) {
                return try body()
            } catch {
                if error.code == .again { throw error }
                if let status = error.sftpStatus { connection.peek { exchange.lastStatus = status } }
                throw error.located(phase: .sftp, path: path?.description)
            }
        }
    }

    /// Refuses what the server does not offer.
    func require(_ wanted: SFTPExtension, _ doing: String, _ path: RemotePath? = nil) throws(SSHError) {
        if exchange.server.offers(wanted) { return }
        let name = String(decoding: wanted.name, as: UTF8.self)
        throw recorded(
            SSHError(
                .methodNotSupported, "cannot \(doing): the server does not offer \(name)", phase: .sftp,
                path: path?.description))
    }

    /// Remembers an error that comes before anything is asked of the server.
    func recorded(_ error: SSHError) -> SSHError {
        session.state.lastError = error
        return error
    }

    /// Refuses a second path that no server can have.
    func check(_ path: RemotePath) throws(SSHError) {
        do throws(SSHError) { try path.check() } catch { throw recorded(error) }
    }
}

extension SFTPReply {
    /// The reply, unless it says that the request failed.
    func checked(_ request: SFTPRequest, _ path: RemotePath?) throws(SSHError) -> SFTPReply {
        guard case .status(let status, let text) = self, status != .ok else { return self }
        throw .sftp(status, text, request.doing, path ?? request.path)
    }

    /// The attributes that the reply brings. Only replies that were expected are let through to here.
    var attributes: SFTPAttributes {
        if case .attributes(let attributes) = self { return attributes }
        return SFTPAttributes()
    }

    /// The one name that the reply brings.
    var path: RemotePath {
        if case .names(let names) = self, let name = names.first { return RemotePath(bytes: name.filename) }
        return RemotePath(bytes: [])
    }

    /// The handle that the reply brings.
    var handle: [UInt8] {
        if case .handle(let handle) = self { return handle }
        return []
    }

    /// What the extension's reply brings.
    var content: [UInt8] {
        if case .extended(let content) = self { return content }
        return []
    }
}
