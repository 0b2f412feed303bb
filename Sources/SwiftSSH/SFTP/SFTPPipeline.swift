/// Many requests of one caller under way at a time, of one file or of many: they are submitted without waiting, and their replies
/// taken as they come. For one thread at a time; several pipelines on one SFTP session go side by side.
///
///     submit(.open(...), tag: 1)
///     for done in try wait() { ... done.tag, done.result ... }
///
/// Data is copied when it is submitted, and comes in blocks whose memory is used again when they are let go; nothing here holds a lock while the
/// caller reads or writes its own files.
final class SFTPPipeline {
    /// A request that has its reply.
    struct Completion {
        /// What the caller knows it by.
        let tag: Int
        /// What was asked.
        let request: SFTPRequest
        /// The reply; a status that is not success is one too. A failure means that the SFTP session or the connection is over.
        let result: Result<SFTPReply, SSHError>

        /// The reply, unless it says that the request failed.
        /// - Parameter path: The path for the error, where the request has none.
        func reply(_ path: RemotePath? = nil) throws(SSHError) -> SFTPReply {
            try result.get().checked(request, path)
        }
    }

    /// What the replies go into. Touched under the connection's lock.
    private final class Collected {
        var completions: [Completion] = []
        var pendings: [ObjectIdentifier: SFTPPending] = [:]
    }

    private let sftp: SFTP
    private let collected = Collected()
    /// How many requests have been submitted whose replies have not been taken.
    private(set) var underWay = 0

    /// A pipeline with nothing in it.
    init(_ sftp: SFTP) {
        self.sftp = sftp
    }

    deinit {
        cancel()
    }

    /// Hands in a request. Waits only where much is to be sent already; it goes to the server with the next ``wait(timeout:)`` or ``flush()``
    /// at the latest.
    /// - Parameters:
    ///   - request: The request. A read's count and a write's data are at most what ``SFTP/bytesPerRead`` and ``SFTP/writing`` say.
    ///   - tag: What the caller knows it by.
    ///   - data: A write's data, as many bytes as the request says.
    ///   - timeout: The time to wait for room; nil takes the session's.
    /// - Throws: Why the SFTP session or the connection is over, and `timeout`. Waits in non-blocking mode too.
    func submit(
        _ request: SFTPRequest, tag: Int, data: UnsafeRawBufferPointer? = nil, timeout: Duration? = nil
    ) throws(SSHError) {
        try request.path?.check()
        let connection = sftp.connection
        let hasRoom = try connection.locked { () throws(SSHError) in
            if let failure = connection.failure { throw failure }
            guard sftp.exchange.hasRoom else { return false }
            try begin(request, tag, data)
            return true
        }
        if hasRoom { return }
        try run(timeout) { () throws(SSHError) -> Progress<Void> in
            sftp.exchange.advance()
            if let failure = connection.failure { throw failure }
            guard sftp.exchange.hasRoom || sftp.exchange.failure != nil else { return .wouldBlock }
            try begin(request, tag, data)
            return .done(())
        }
    }

    private func begin(_ request: SFTPRequest, _ tag: Int, _ data: UnsafeRawBufferPointer?) throws(SSHError) {
        let collected = collected
        var identifier: ObjectIdentifier?
        let pending = try sftp.exchange.begin(request, data: data) { result in
            collected.completions.append(Completion(tag: tag, request: request, result: result))
            if let identifier { collected.pendings[identifier] = nil }
        }
        identifier = ObjectIdentifier(pending)
        collected.pendings[ObjectIdentifier(pending)] = pending
        underWay += 1
    }

    /// Sends what has been submitted, without waiting.
    func flush() {
        sftp.connection.peek {
            sftp.exchange.advance()
            sftp.connection.flushBeforeLeaving()
        }
    }

    /// Takes the replies that have come, waiting for at least one.
    /// - Parameter timeout: The time to wait for one; nil takes the session's.
    /// - Returns: The replies in the order in which they came; none when nothing is under way.
    /// - Throws: Why the connection is over, and `timeout`. Waits in non-blocking mode too.
    func wait(timeout: Duration? = nil) throws(SSHError) -> [Completion] {
        if underWay == 0 { return [] }
        let completions = try run(timeout) { () throws(SSHError) -> Progress<[Completion]> in
            sftp.exchange.advance()
            if collected.completions.isEmpty { return .wouldBlock }
            defer { collected.completions = [] }
            return .done(collected.completions)
        }
        underWay -= completions.count
        return completions
    }

    /// Wants no more replies; handles that come are closed, without waiting.
    /// - Parameter handles: What else is closed.
    func cancel(closing handles: Set<[UInt8]> = []) {
        let cancelled = {
            for handle in handles { self.sftp.exchange.release(handle) }
            for pending in self.collected.pendings.values { self.sftp.exchange.abandon(pending) }
            for completion in self.collected.completions {
                if case .success(.handle(let handle)) = completion.result { self.sftp.exchange.release(handle) }
            }
            self.collected.pendings = [:]
            self.collected.completions = []
            self.sftp.exchange.advance()
        }
        if sftp.connection.isEntered {
            cancelled()
        } else {
            sftp.connection.peek {
                cancelled()
                sftp.connection.flushBeforeLeaving()
            }
        }
        underWay = 0
    }

    private func run<Value>(
        _ timeout: Duration?, _ attempt: () throws(SSHError) -> Progress<Value>
    ) throws(SSHError) -> Value {
        try sftp.connection.run(
            Connection.Call(.sftp, timeout, isBlocking: true), attempt)
    }
}

extension SFTP {
    /// How many bytes one read of a pipeline asks for at most.
    var bytesPerRead: Int { exchange.server.limits.bytesPerRead }
    /// How many bytes one write of a pipeline carries at most, and is best to carry now; and how many are best not acknowledged, of those that
    /// ``bytesInFlight`` allows.
    var writing: (bytesPerWrite: Int, mostUnacknowledged: Int) {
        connection.peek { (exchange.bytesPerWrite, exchange.mostUnacknowledged) }
            ?? (exchange.server.limits.bytesPerWrite, 0)
    }
}
