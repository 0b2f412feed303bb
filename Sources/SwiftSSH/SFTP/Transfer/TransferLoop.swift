/// The requests of one transfer, each with what is to be done when its reply is there. One thread's; what is done with replies is done
/// without a lock.
final class TransferLoop {
    /// How many requests are under way before directories are listed no further.
    private static let mostRequests = 4096

    /// After how many replies what has been asked for meanwhile is sent: the server works on it while this side goes on.
    private static let repliesTogether = 8

    /// What is done with a reply, or with the error that its status is.
    typealias Handler = (Result<SFTPReply, SSHError>) -> Void

    let sftp: SFTP
    let meter: TransferMeter
    private let pipeline: SFTPPipeline
    private let deadline: Deadline
    private var handlers: [Int: (path: RemotePath, handler: Handler)] = [:]
    private var lastTag = 0
    /// What is open on the server. Whoever ends early leaves it behind.
    private var open: Set<[UInt8]> = []
    /// Why no more requests can be made; nil while they can.
    private var failure: SSHError?

    /// A loop with nothing to do.
    /// - Parameters:
    ///   - sftp: Where the requests go.
    ///   - timeout: The time for all of it; nil for no limit. The session's timeout is the time in which nothing may come.
    ///   - progress: Told how far it has come; gives false to end the transfer.
    init(_ sftp: SFTP, timeout: Duration?, progress: ((TransferProgress) -> Bool)? = nil) {
        self.sftp = sftp
        meter = TransferMeter(progress)
        pipeline = SFTPPipeline(sftp)
        deadline = Deadline(after: timeout)
    }

    /// Makes a request.
    /// - Parameters:
    ///   - request: The request.
    ///   - path: What it is about, for its error.
    ///   - data: A write's data.
    ///   - handler: What is done with the reply; never called when the transfer ends before it comes.
    func submit(
        _ request: SFTPRequest, _ path: RemotePath, data: UnsafeRawBufferPointer? = nil, then handler: @escaping Handler
    ) {
        guard failure == nil else { return }
        lastTag += 1
        do throws(SSHError) {
            try pipeline.submit(request, tag: lastTag, data: data, timeout: deadline.remaining)
            handlers[lastTag] = (path, handler)
        } catch {
            // A path that cannot be is an error of its own, everything else is one of the connection.
            if error.code == .invalidArgument { handler(.failure(error)) } else { failure = error }
        }
    }

    /// Makes a request whose reply nobody needs.
    func submit(_ request: SFTPRequest, _ path: RemotePath) {
        submit(request, path) { _ in }
    }

    /// Closes what a request has opened.
    /// - Parameters:
    ///   - handle: What is open on the server.
    ///   - path: What it is.
    ///   - handler: What is done with the reply.
    func close(_ handle: [UInt8], _ path: RemotePath, then handler: @escaping Handler = { _ in }) {
        open.remove(handle)
        submit(.close(handle), path, then: handler)
    }

    /// Whether there is room for requests that nothing else bounds: a server may tell names faster than it answers what is asked of them.
    var hasRoom: Bool { handlers.count < Self.mostRequests }

    /// Runs until no request is under way.
    /// - Parameter prepare: Makes the requests that there is room for; called before each wait.
    /// - Throws: Why the SFTP session or the connection is over, `timeout`, and `cancelled`.
    func run(_ prepare: () -> Void) throws(SSHError) {
        // What is to be done with replies holds on to whoever asked, who holds on to this.
        defer {
            handlers = [:]
            pipeline.cancel(closing: open)
            open = []
        }
        while true {
            prepare()
            if let failure { throw failure }
            if handlers.isEmpty { return try meter.finish() }
            try meter.tick()
            for (index, completion) in try wait().enumerated() {
                if index > 0, index % Self.repliesTogether == 0 { pipeline.flush() }
                guard let (path, handler) = handlers.removeValue(forKey: completion.tag) else { continue }
                if case .failure(let error) = completion.result {
                    throw error.located(phase: .sftp, path: path.description)
                }
                if case .success(.handle(let handle)) = completion.result { open.insert(handle) }
                handler(Result { () throws(SSHError) in try completion.reply(path) })
            }
        }
    }

    private func wait() throws(SSHError) -> [SFTPPipeline.Completion] {
        let silence = Deadline(after: sftp.session.timeout).earlier(deadline)
        while true {
            // Whoever is told how far it has come may end it while nothing comes, too.
            let limit = meter.isTold ? silence.earlier(Deadline(after: TransferMeter.pause)) : silence
            do throws(SSHError) {
                return try pipeline.wait(timeout: limit.remaining)
            } catch {
                guard error.code == .timeout, !silence.hasPassed else { throw error }
                try meter.tick()
            }
        }
    }
}
