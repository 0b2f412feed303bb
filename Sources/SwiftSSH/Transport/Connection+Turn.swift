import Glibc

extension Connection {
    /// How much of the peer's bytes one turn receives.
    private static let largestReceive = 256 * 1024
    /// A peer that sends so much at once is in the midst of something long.
    private static let manyBytes = 8 * 1024
    /// Writers wait while more than this is to be sent.
    static let outputLimit = 1 << 20

    /// Whether a turn would receive.
    var receivesMore: Bool { endOfInput == nil && engine.input.count < Self.largestReceive }

    /// Whether a turn would move nothing, unless the socket has more by now: then the wait for it ends at once.
    var isSettled: Bool {
        isDrained && engine.input.isEmpty && engine.output.isEmpty && endOfInput == nil && outside == nil
            && hasBegunRequests
    }

    /// Whether no request waits for its first turn.
    var hasBegunRequests: Bool {
        engine.runsSideBySide ? lane.allSatisfy(\.hasStarted) : lane.first?.hasStarted != false
    }

    /// One turn: receives what there is, lets the engine take it in, fills the queues, gives the request at the head of
    /// the lane its turn and sends.
    /// - Returns: Whether anything moved.
    func turn() -> Bool {
        guard failure == nil, let stream else { return false }
        wasTurned = true
        // A callback may have closed the session, in the midst of the engine's work.
        defer { if isClosed { end() } }
        do throws(SSHError) {
            var moved = try receive(stream)
            try checkServer()
            renewKeysWhenOld()
            moved = try process(hasReceived: moved) || moved
            if isClosed { return true }
            moved = try flush(stream) || moved
            updatePoll()
            if moved {
                noteTurn()
                moves &+= 1
                tellCallers()
            }
            return moved
        } catch {
            fail(error)
            return true
        }
    }

    /// Has new keys exchanged when those in use are old; nobody waits for that.
    private func renewKeysWhenOld() {
        guard engine.isAuthenticated, keyAge.isOver(exchange: engine.keyExchangeCount) else { return }
        lane.append(Operation(engine.rekey()))
    }

    /// A turn for a call that does not wait, for a thread that has entered.
    func glance() {
        if failure == nil { checkSocket() }
        if turn() { wakeWaiters() }
    }

    private func receive(_ stream: SocketStream) throws(SSHError) -> Bool {
        guard receivesMore else { return false }
        let queue = filter.identification == nil ? preface : engine.input
        var received = Received.nothing
        _ = queue.append(upTo: Self.largestReceive) { buffer in
            do throws(SSHError) {
                received = try stream.receive(into: buffer)
            } catch {
                endOfInput = error
                return 0
            }
            guard case .bytes(let count) = received else { return 0 }
            if log != nil, filter.identification != nil {
                observeReceived(UnsafeRawBufferPointer(rebasing: buffer.prefix(count)))
            }
            return count
        }
        switch received {
        case .nothing:
            isDrained = true
            return endOfInput != nil
        case .end:
            endOfInput = SSHError(.socketDisconnect, "the server closed the connection" + identificationSoFar)
            return true
        case .bytes(let count):
            isDrained = count < Self.largestReceive
            isStreaming = count >= Self.manyBytes
            liveness?.noteSign()
        }
        if filter.identification == nil {
            preface.removeFirst(try filter.take(preface.bytes))
            guard let identification = filter.identification else { return true }
            said = nil
            (identification + [13, 10]).withUnsafeBytes {
                observeReceived($0)
                engine.input.append($0)
            }
            note(.info, .identification, "the server is \(String(escaping: identification))")
            observeReceived(preface.bytes)
            engine.input.append(preface.bytes)
            preface.removeAll()
        }
        return true
    }

    private func process(hasReceived: Bool) throws(SSHError) -> Bool {
        var moved = false
        var hasNews = hasReceived
        while true {
            let before = engine.input.count
            if before > 0, engine.pumpsByItself { try pump() }
            for channel in channels { moved = try channel.drain() || moved }
            moved = try turnLane(hasNews: hasNews || engine.input.count < before) || moved
            release()
            hasNews = engine.input.count < before
            if !hasNews || engine.input.isEmpty { break }
            moved = true
        }
        if let endOfInput, !moved || engine.input.isEmpty { throw endOfInput }
        return moved
    }

    private func pump() throws(SSHError) {
        do throws(SSHError) {
            try engine.pump()
        } catch {
            // What was answered before the failure is the answer, where the engine can tell without looking further.
            if engine.runsSideBySide {
                for operation in lane where operation.hasStarted && !operation.hasEnded { _ = operation.turn() }
            }
            throw error
        }
    }

    /// Gives turns to the head of the lane: its first at once, further ones only when there is news for it.
    private func turnLane(hasNews: Bool) throws(SSHError) -> Bool {
        var moved = false
        while let head = lane.first {
            guard hasNews || !head.hasStarted || outside != nil else { break }
            let error = head.turn()
            guard head.hasEnded else { break }
            lane.removeFirst()
            moved = true
            if let error, error.code.endsConnection { throw error }
        }
        if engine.runsSideBySide { moved = try turnOthers(hasNews: hasNews) || moved }
        return moved
    }

    /// Gives turns to those behind the head of the lane, where the engine keeps them apart.
    private func turnOthers(hasNews: Bool) throws(SSHError) -> Bool {
        var failure: SSHError?
        let ended = lane.dropFirst().filter { operation in
            guard failure == nil, hasNews || !operation.hasStarted else { return false }
            if let error = operation.turn(), error.code.endsConnection { failure = error }
            return operation.hasEnded
        }
        if ended.isEmpty { return false }
        lane.removeAll { operation in ended.contains { $0 === operation } }
        if let failure { throw failure }
        return true
    }

    /// Frees what nobody uses any more, as far as that goes without waiting.
    func release() {
        released.removeAll { object in
            guard case .done = object.release() else { return false }
            return true
        }
    }

    private func flush(_ stream: SocketStream) throws(SSHError) -> Bool {
        var moved = false
        while !engine.output.isEmpty {
            let count: Int
            do throws(SSHError) {
                count = try stream.send(engine.output.bytes)
            } catch {
                // What the peer sent before it went can still be received, and may say why it went.
                while endOfInput == nil, try receive(stream) {
                    // Of a connection that was reset only the first call is told; to the next it looks closed.
                    if endOfInput != nil, error.errno == ECONNRESET { endOfInput = error }
                    _ = try process(hasReceived: true)
                }
                throw error
            }
            if count == 0 { break }
            if log != nil { observeSent(UnsafeRawBufferPointer(rebasing: engine.output.bytes.prefix(count))) }
            said?.append(contentsOf: engine.output.bytes.prefix(count))
            engine.output.removeFirst(count)
            sent &+= UInt64(count)
            moved = true
        }
        return moved
    }

    /// Sends what a call that is done has left, without waiting; who polls is told of what did not fit.
    func flushBeforeLeaving() {
        guard failure == nil, !engine.output.isEmpty, let stream else { return }
        do throws(SSHError) {
            if try flush(stream) { tellCallers() }
            updatePoll()
        } catch {
            fail(error)
        }
    }

    /// Whether the socket has taken what a call has to say: who waits may make no further call that would send the rest, or end.
    /// - Parameter goal: What the socket must have taken; nil at first, when it becomes all that is to be sent by now.
    func hasSent(_ goal: inout UInt64?) -> Bool {
        guard waits else { return true }
        flushBeforeLeaving()
        let wanted = goal ?? sent &+ UInt64(engine.output.count)
        goal = wanted
        return sent >= wanted
    }

    /// Notices that the caller has closed its socket.
    func checkSocket() {
        do throws(SSHError) {
            try stream?.checkIdentity()
        } catch {
            fail(error)
        }
    }

    /// The connection is over: what came is saved for its readers, and everybody learns why.
    func fail(_ error: SSHError) {
        guard failure == nil, !drop(error) else { return }
        let error = farewell ?? error
        failure = error.located(phase: nil, host: host, port: port)
        // What is left in the engine is all that will ever come.
        for channel in channels { _ = try? channel.drain(isLast: true) }
        noteTurn()
        let isMeant = farewell != nil || isClosed
        if stream != nil {
            note(isMeant ? .info : .warning, error.phase ?? .session, "the connection is over: \(error.words)")
        }
        engine.abandon()
        for operation in lane { operation.outside?.abandon() }
        for operation in lane { operation.fail(error) }
        lane = []
        release()
        watchSocket()
        wakeEverybody()
    }

    /// Gives up a socket whose other end has gone before it said who it is, where another may follow: the engine has heard nothing, and what it said is said to the
    /// next one.
    /// - Returns: Whether it did; the handshake ends with the error then.
    private func drop(_ error: SSHError) -> Bool {
        guard let said, stream != nil, !isClosed, ConnectionAttempts.isDrop(error.code) else { return false }
        self.said = nil
        let unsaid = [UInt8](engine.output.bytes)
        engine.output.removeAll()
        for bytes in [said, unsaid] { bytes.withUnsafeBytes { engine.output.append($0) } }
        stream = nil
        filter = IdentificationFilter()
        preface.removeAll()
        endOfInput = nil
        isDrained = false
        log?.sent = KeyExchangeObserver()
        for operation in lane { operation.fail(error) }
        lane = []
        watchSocket()
        wakeEverybody()
        return true
    }

    /// What a server that has not identified itself has sent, for an error's message.
    var identificationSoFar: String {
        guard stream != nil, filter.identification == nil else { return "" }
        if filter.beginning.isEmpty { return ", having sent nothing" }
        return ", without identifying itself; it sent: " + String(escaping: filter.beginning)
    }
}

extension SSHError.Code {
    /// Whether an engine that says this can do nothing more with its connection.
    var endsConnection: Bool {
        switch self {
        case .socketSend, .socketReceive, .socketDisconnect, .invalidMAC, .decrypt, .encrypt, .outOfBoundary,
            .macFailure, .allocation, .keyExchangeFailure, .keyExchange, .hostKeyInitialization, .hostKeySignature,
            .bannerReceive, .bannerSend, .zlib, .compress:
            true
        default: false
        }
    }
}
