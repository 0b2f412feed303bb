/// A request under way, from its packet to its reply. Touched under the connection's lock.
final class SFTPPending {
    let expectation: SFTPRequest.Expectation
    /// When the request was made, in nanoseconds of CLOCK_MONOTONIC.
    fileprivate let begin = Deadline.now
    /// How many bytes of a file it brings to the server.
    fileprivate let dataCount: Int
    /// The reply, or why none will come; nil while it is under way.
    fileprivate(set) var result: Result<SFTPReply, SSHError>?
    /// Who is told that the reply has come; nil for nobody.
    fileprivate let isDone: ((Result<SFTPReply, SSHError>) -> Void)?
    /// Whether nobody wants the reply any more.
    fileprivate(set) var isAbandoned = false

    fileprivate init(
        _ expectation: SFTPRequest.Expectation, dataCount: Int, _ isDone: ((Result<SFTPReply, SSHError>) -> Void)?
    ) {
        self.expectation = expectation
        self.dataCount = dataCount
        self.isDone = isDone
    }

    fileprivate func end(_ result: Result<SFTPReply, SSHError>) {
        guard self.result == nil else { return }
        if let isDone, !isAbandoned {
            isDone(result)
        } else {
            self.result = result
        }
    }
}

/// What has bytes that wait to be sent with others; asked to let go of them before any other request.
protocol SFTPGatherer: AnyObject {
    /// Looks at what the server has acknowledged by now.
    func collect()
    /// Makes a request of what has been gathered.
    func push()
}

/// The requests of one SFTP session over its channel: as many at a time as there is room for, replies in any order, each request with a
/// fate of its own. Touched under the connection's lock.
///
/// Replies are taken in by whoever turns the engine; a caller makes its request, calls ``advance()`` and looks at what has become of it.
final class SFTPExchange: ChannelConsumer {
    /// Callers wait while more than this is to be sent.
    private static let mostOutgoing = 1 << 20
    /// A write carries as much wherever there is so much to carry (draft-ietf-secsh-filexfer-02, 3).
    private static let smallestWrite = 32 << 10
    /// As much is encrypted before it is sent: the engine's queue gives back the memory of more, and would have to ask for it again.
    private static let mostEncrypted = 192 << 10
    /// How much is kept of what comes for standard error, to be shown when the subsystem ends.
    private static let keptErrorText = 2048

    let queues: ChannelQueues
    let server: SFTPServer
    let pool = SFTPBlockPool()
    private let engine: any Engine
    /// Has everybody look at what has become of their requests.
    private let wake: () -> Void
    /// Whole packets.
    private let outgoing = ByteQueue(capacity: 64 * 1024)
    private var underWay: [UInt32: SFTPPending] = [:]
    private var lastIdentifier: UInt32 = 0
    private var gatherers: [any SFTPGatherer] = []
    /// Why there can be no more requests; nil while there can.
    private(set) var failure: SSHError?
    /// How many bytes a file may have under way.
    var bytesInFlight: Int
    /// The most that ``bytesInFlight`` may be: what the channel's window has room for.
    let mostBytesInFlight: Int
    private var sendFlight = SFTPFlight(least: 512 << 10)
    private var readFlight = SFTPFlight(least: 2 << 20)
    /// The files that copies to the server write to.
    var claimed: Set<RemotePath> = []
    /// How many files read ahead.
    var readers = 0
    /// How many replies to a read had less data than was asked for, or none.
    private(set) var shortReplies = 0
    /// The last status that made a call fail.
    var lastStatus: UInt32 = 0

    /// Takes over a channel after the greeting.
    init(
        _ queues: ChannelQueues, _ server: SFTPServer, _ engine: any Engine, bytesInFlight: Int,
        wake: @escaping () -> Void
    ) {
        self.queues = queues
        self.server = server
        self.engine = engine
        self.wake = wake
        self.bytesInFlight = bytesInFlight
        mostBytesInFlight = bytesInFlight
        queues.output.keptCapacity = ChannelQueues.limit
        outgoing.keptCapacity = Self.mostOutgoing
    }

    // MARK: Requests

    /// How many bytes are best not acknowledged, of those that ``bytesInFlight`` allows.
    var mostUnacknowledged: Int { min(bytesInFlight, sendFlight.size) }

    /// How many bytes one write is best to carry: a few of them are to be under way, one on its way while the server has another.
    var bytesPerWrite: Int { min(server.limits.bytesPerWrite, max(Self.smallestWrite, mostUnacknowledged / 4)) }

    /// How many bytes are best asked for ahead, of those that ``bytesInFlight`` allows.
    var mostAhead: Int { min(bytesInFlight, readFlight.size) }

    /// Whether a caller may make a request now; else it is to call ``advance()`` and wait.
    var hasRoom: Bool { outgoing.count < Self.mostOutgoing }

    /// Whether all requests are on their way.
    var hasSentAll: Bool { outgoing.isEmpty }

    /// Makes a request.
    /// - Parameters:
    ///   - request: The request.
    ///   - data: What follows it, as many bytes as it says.
    ///   - isDone: Told of the reply, which is then not kept; run with the lock held.
    /// - Throws: Why there can be no more requests.
    @discardableResult
    func begin(
        _ request: SFTPRequest, data: UnsafeRawBufferPointer? = nil,
        isDone: ((Result<SFTPReply, SSHError>) -> Void)? = nil
    ) throws(SSHError) -> SFTPPending {
        if let failure { throw failure }
        guard data?.count ?? 0 == request.dataCount else {
            throw SSHError(.invalidArgument, "a request's data are not as long as it says", phase: .sftp)
        }
        // What callers have written before is to be seen by this.
        pushGathered()
        return append(request, data, isDone)
    }

    /// Makes a request without those that are gathered going before it.
    func append(
        _ request: SFTPRequest, _ data: UnsafeRawBufferPointer?,
        _ isDone: ((Result<SFTPReply, SSHError>) -> Void)? = nil
    ) -> SFTPPending {
        let pending = SFTPPending(request.expectation, dataCount: data?.count ?? 0, isDone)
        if let failure {
            pending.end(.failure(failure))
            return pending
        }
        repeat { lastIdentifier &+= 1 } while underWay[lastIdentifier] != nil
        underWay[lastIdentifier] = pending
        request.encode(lastIdentifier, into: outgoing)
        if let data { outgoing.append(data) }
        return pending
    }

    /// What tells that a reply has come; what still waits here to be sent is sent by those who wait.
    func news(of pending: SFTPPending) -> News {
        { pending.result != nil || !self.hasSentAll }
    }

    /// A caller does not want the reply any more.
    func giveUp(_ pending: SFTPPending) {
        abandon(pending)
        advance()
    }

    /// Nobody wants the reply any more; a handle that it brings is closed.
    func abandon(_ pending: SFTPPending) {
        pending.isAbandoned = true
        if case .success(.handle(let handle))? = pending.result { release(handle) }
    }

    /// Closes a handle without anybody waiting.
    func release(_ handle: [UInt8]) {
        guard failure == nil, let pending = try? begin(.close(handle)) else { return }
        pending.isAbandoned = true
    }

    /// Notes that there are bytes gathered.
    func add(_ gatherer: any SFTPGatherer) {
        // What nobody lets go of any more would hold this, and be held by it.
        guard failure == nil else { return }
        gatherers.append(gatherer)
    }

    /// Makes requests of what has been gathered.
    func pushGathered() {
        for gatherer in gatherers { gatherer.push() }
    }

    /// Notes that nothing is gathered any more.
    func remove(_ gatherer: any SFTPGatherer) {
        gatherers.removeAll { $0 === gatherer }
    }

    // MARK: The channel

    /// Sends what the channel takes and notices its end; goes as far as it can without waiting.
    func advance() {
        guard failure == nil, !queues.isLast else { return }
        do throws(SSHError) {
            while !outgoing.isEmpty, engine.output.count < Self.mostEncrypted {
                let count = try queues.channel.write(stream: 0, outgoing.bytes)
                if count == 0 { break }
                outgoing.removeFirst(count)
            }
        } catch {
            end(error)
        }
        if queues.channel.hasReachedEOF, !queues.isStalled { end(ended) }
    }

    func consume(_ queues: ChannelQueues) {
        if queues.error.count > Self.keptErrorText {
            queues.error.removeFirst(queues.error.count - Self.keptErrorText)
        }
        do throws(SSHError) {
            let now = Deadline.now
            while failure == nil, let packet = try SFTPPacket(queues.output.bytes) {
                try take(packet, now)
                queues.output.removeFirst(packet.count)
            }
        } catch {
            end(error)
        }
        if failure != nil { queues.output.removeAll() }
        for gatherer in gatherers { gatherer.collect() }
        advance()
    }

    private func take(_ packet: SFTPPacket, _ now: Int64) throws(SSHError) {
        var reader = RawWireReader(packet.body)
        guard let identifier = reader.uint32() else {
            throw .sftp("the server sent a \(SFTPPacketType.name(packet.type)) without a number")
        }
        guard let pending = underWay[identifier] else {
            throw .sftp("the server sent a \(SFTPPacketType.name(packet.type)) that nobody waits for")
        }
        if pending.isAbandoned, packet.type == SFTPPacketType.data {
            underWay[identifier] = nil
            return
        }
        let reply = try SFTPReply(packet, &reader, to: pending.expectation, pool)
        underWay[identifier] = nil
        if case .data(let asked) = pending.expectation {
            if case .data(let block) = reply, block.count == asked {
                readFlight.note(asked, from: pending.begin, to: now)
            } else {
                shortReplies += 1
            }
        }
        if pending.dataCount > 0 {
            sendFlight.note(pending.dataCount, from: pending.begin, to: now)
        } else {
            sendFlight.note(roundTrip: now - pending.begin)
        }
        if pending.isAbandoned {
            if case .handle(let handle) = reply { release(handle) }
            return
        }
        pending.end(.success(reply))
    }

    private var ended: SSHError {
        var error = SSHError.sftp(
            queues.output.isEmpty
                ? "the server ended the SFTP subsystem"
                : "the server ended the SFTP subsystem in the middle of a packet")
        error.serverText = queues.errorText
        return error
    }

    /// Ends all requests, those to come too, and the channel.
    func end(_ error: SSHError) {
        guard failure == nil else { return }
        failure = error
        let underWay = underWay.values
        self.underWay = [:]
        gatherers = []
        outgoing.removeAll()
        for pending in underWay { pending.end(.failure(error)) }
        _ = try? queues.channel.close()
        wake()
    }
}
