/// A channel that is opened, has something started in it, and is talked with until its caller can have it: one call to the caller,
/// several requests to the server. Touched under the connection's lock.
///
/// Opening and starting stand in the lane; the talk does not: a server that takes its time over it holds up nobody else.
final class Conversation<Value> {
    private enum Stage {
        case opening(Operation<ChannelQueues>, then: ArraySlice<ChannelRequest>)
        case starting(ChannelQueues, ChannelRequest, Operation<Void>, then: ArraySlice<ChannelRequest>)
        case talking(ChannelQueues)
        case ended
    }

    private var stage: Stage
    private let errorMode: ExtendedDataMode
    private let refused: (ChannelRequest, SSHError) -> SSHError?
    private let talk: (ChannelQueues) throws(SSHError) -> Progress<Value>

    fileprivate init(
        _ opening: Operation<ChannelQueues>, errorMode: ExtendedDataMode, requests: [ChannelRequest],
        refused: @escaping (ChannelRequest, SSHError) -> SSHError?,
        talk: @escaping (ChannelQueues) throws(SSHError) -> Progress<Value>
    ) {
        stage = .opening(opening, then: requests[...])
        self.errorMode = errorMode
        self.refused = refused
        self.talk = talk
    }

    /// Goes as far as it can without waiting.
    fileprivate func advance(_ connection: Connection) throws(SSHError) -> Progress<(ChannelQueues, Value)> {
        if case .opening(let opening, let requests) = stage {
            guard let result = opening.result else { return .wouldBlock }
            stage = .ended
            let queues = try result.get()
            // Before anything runs that could write to it.
            if errorMode != .normal { queues.setExtendedDataMode(errorMode) }
            makeNext(of: requests, queues, connection)
        }
        while case .starting(let queues, let request, let starting, let rest) = stage {
            guard let result = starting.result else { return .wouldBlock }
            if case .failure(let error) = result, let told = refused(request, error) { throw told }
            makeNext(of: rest, queues, connection)
        }
        guard case .talking(let queues) = stage else { return .wouldBlock }
        return try talk(queues).map { (queues, $0) }
    }

    private func makeNext(of rest: ArraySlice<ChannelRequest>, _ queues: ChannelQueues, _ connection: Connection) {
        guard let request = rest.first else {
            stage = .talking(queues)
            return
        }
        let starting = Operation(connection.ask(queues, request))
        stage = .starting(queues, request, starting, then: rest.dropFirst())
        connection.enqueue(starting)
    }

    /// What tells that it can go on; nil for whatever moves.
    fileprivate var news: News? {
        switch stage {
        case .opening(let opening, _): { opening.hasEnded }
        case .starting(_, _, let starting, _): { starting.hasEnded }
        case .talking, .ended: nil
        }
    }

    /// Nobody waits for it any more: what it has opened is closed.
    fileprivate func giveUp(_ connection: Connection) {
        switch stage {
        case .opening(let opening, _):
            connection.abandon(opening)
        case .starting(let queues, _, let starting, _):
            connection.abandon(starting)
            connection.letGoEntered(queues.channel)
        case .talking(let queues):
            connection.letGoEntered(queues.channel)
        case .ended:
            break
        }
        stage = .ended
    }
}

extension Connection {
    /// Opens a session channel, makes requests in it one after the other and talks with it.
    /// - Parameters:
    ///   - call: How the caller waits; its deadline is for all of it.
    ///   - key: What is asked for: a caller that does not wait goes on with the same talk when it asks again.
    ///   - opening: The channel that is opened.
    ///   - errorMode: What becomes of its standard error stream.
    ///   - check: Run before anything is sent.
    ///   - requests: What is asked for in the channel, at last that something starts.
    ///   - refused: Gives the error of a request that failed, or nil where the talk goes on without it; run with the lock held.
    ///   - talk: Run again and again until it gives a value; keeps what it knows itself.
    /// - Returns: The channel, which is now the caller's, and what the talk gave.
    /// - Throws: What `check`, the requests or `talk` throw; the channel is then closed.
    func converse<Value>(
        _ call: Call, _ key: OperationKey, opening: ChannelOpening = ChannelOpening(type: "session"),
        errorMode: ExtendedDataMode = .normal, check: () throws(SSHError) -> Void, requests: [ChannelRequest],
        refused: @escaping (ChannelRequest, SSHError) -> SSHError? = { $1 },
        talk: @escaping (ChannelQueues) throws(SSHError) -> Progress<Value>
    ) throws(SSHError) -> (ChannelQueues, Value) {
        try resume(
            call, key,
            begin: { () throws(SSHError) in
                try check()
                let opening = Operation(openChannel(opening), discard: { self.letGoEntered($0.channel) })
                enqueue(opening)
                return Conversation(opening, errorMode: errorMode, requests: requests, refused: refused, talk: talk)
            },
            giveUp: { $0.giveUp(self) }, news: \.news
        ) { (conversation: Conversation<Value>) throws(SSHError) in try conversation.advance(self) }
    }

    /// Puts a request at the end of the lane.
    func enqueue<Value>(_ operation: Operation<Value>) {
        if let failure {
            operation.fail(failure)
        } else {
            lane.append(operation)
        }
    }

    /// Forgets what is kept for non-blocking callers of an object that goes: another one may come to stand at its address.
    func forget(_ owner: ObjectIdentifier) {
        let forget = { self.forgetKept { $0.owner == owner } }
        if isEntered { forget() } else { peek { forget() } }
    }

    /// Nobody waits for a request any more: it goes on to its end if it has begun.
    func abandon<Value>(_ operation: Operation<Value>) {
        operation.abandon()
        // Whoever polls for what it waited for is to give it its last turn.
        if operation.outside != nil { wakeEverybody() }
        if !operation.hasStarted { lane.removeAll { $0 === operation } }
    }
}
