/// A channel that is opened, has something started in it, and is talked with until its caller can have it: one call to the caller,
/// several requests to the server. Touched under the connection's lock.
///
/// Opening and starting stand in the lane; the talk does not: a server that takes its time over it holds up nobody else.
final class Conversation<Value> {
    private enum Stage {
        case opening(Operation<ChannelQueues>)
        case starting(ChannelQueues, Operation<Void>, then: ArraySlice<ChannelRequest>)
        case talking(ChannelQueues)
        case ended
    }

    private var stage: Stage
    private let requests: [ChannelRequest]
    private let talk: (ChannelQueues) throws(SSHError) -> Progress<Value>

    fileprivate init(
        _ opening: Operation<ChannelQueues>, requests: [ChannelRequest],
        talk: @escaping (ChannelQueues) throws(SSHError) -> Progress<Value>
    ) {
        stage = .opening(opening)
        self.requests = requests
        self.talk = talk
    }

    /// Goes as far as it can without waiting.
    fileprivate func advance(_ connection: Connection) throws(SSHError) -> Progress<(ChannelQueues, Value)> {
        if case .opening(let opening) = stage {
            guard let result = opening.result else { return .wouldBlock }
            stage = .ended
            let queues = try result.get()
            makeNext(of: requests[...], queues, connection)
        }
        while case .starting(let queues, let starting, let rest) = stage {
            guard let result = starting.result else { return .wouldBlock }
            try result.get()
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
        let starting = Operation(queues.channel.request(request))
        stage = .starting(queues, starting, then: rest.dropFirst())
        connection.enqueue(starting)
    }

    /// The request that the server has not accepted yet; nil before the channel is open and after the last.
    fileprivate var request: ChannelRequest? {
        guard case .starting(_, _, let rest) = stage else { return nil }
        return requests[checked: requests.count - rest.count - 1]
    }

    /// What tells that it can go on; nil for whatever moves.
    fileprivate var news: News? {
        switch stage {
        case .opening(let opening): { opening.hasEnded }
        case .starting(_, let starting, _): { starting.hasEnded }
        case .talking, .ended: nil
        }
    }

    /// Nobody waits for it any more: what it has opened is closed.
    fileprivate func giveUp(_ connection: Connection) {
        switch stage {
        case .opening(let opening):
            connection.abandon(opening)
        case .starting(let queues, let starting, _):
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
    ///   - key: What a non-blocking caller asks for: it goes on with the same talk when it asks again.
    ///   - opening: The channel that is opened.
    ///   - check: Run before anything is sent.
    ///   - requests: What is asked for in the channel, at last that something starts.
    ///   - refused: Gives the error of a request that failed.
    ///   - talk: Run again and again until it gives a value; keeps what it knows itself.
    /// - Returns: The channel, which is now the caller's, and what the talk gave.
    /// - Throws: What `check`, the two requests or `talk` throw; the channel is then closed.
    func converse<Value>(
        _ call: Call, _ key: OperationKey, opening: ChannelOpening = ChannelOpening(type: "session"),
        check: () throws(SSHError) -> Void, requests: [ChannelRequest],
        refused: (ChannelRequest, SSHError) -> SSHError = { $1 },
        talk: @escaping (ChannelQueues) throws(SSHError) -> Progress<Value>
    ) throws(SSHError) -> (ChannelQueues, Value) {
        var conversation: Conversation<Value>?
        do throws(SSHError) {
            return try run(call, news: { conversation?.news }) {
                () throws(SSHError) -> Progress<(ChannelQueues, Value)> in
                if let conversation { return try conversation.advance(self) }
                let kept = self.kept.removeValue(forKey: key)?.object as? Conversation<Value>
                if kept == nil { try check() }
                let current = kept ?? begin(opening, requests, talk)
                conversation = current
                return try current.advance(self)
            }
        } catch {
            guard let conversation else { throw error }
            var told = error
            peek {
                if error.code == .again {
                    kept[key] = Kept(conversation) { conversation.giveUp(self) }
                } else {
                    if let request = conversation.request { told = refused(request, error) }
                    conversation.giveUp(self)
                    flushBeforeLeaving()
                }
            }
            throw told
        }
    }

    private func begin<Value>(
        _ opening: ChannelOpening, _ requests: [ChannelRequest],
        _ talk: @escaping (ChannelQueues) throws(SSHError) -> Progress<Value>
    ) -> Conversation<Value> {
        let open = engine.openChannel(opening)
        let opening = Operation(
            { () throws(SSHError) -> Progress<ChannelQueues> in try open().map { self.adopt($0) } },
            discard: { self.letGoEntered($0.channel) })
        enqueue(opening)
        return Conversation(opening, requests: requests, talk: talk)
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
