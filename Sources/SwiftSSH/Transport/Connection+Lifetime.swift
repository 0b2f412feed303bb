import Glibc

extension Connection {
    /// Connects to a host and exchanges keys, in one total time.
    /// - Parameters:
    ///   - attempts: How often that is tried.
    ///   - change: Says how the socket is connected.
    func connect(
        host: String, port: UInt16, timeout: Duration?, attempts: ConnectionAttempts = ConnectionAttempts(),
        _ change: (inout Connector) -> Void = { _ in }
    ) throws(SSHError) {
        guard port > 0 else { throw SSHError(.invalidArgument, "there is no port 0", phase: .connecting, host: host) }
        try connect(to: host, port: port, timeout: timeout, attempts: attempts) { (deadline) throws(SSHError) in
            var connector = Connector(
                host: host, port: port, deadline: deadline, wakeUp: wakeUp, isCancelled: { self.isOver },
                tell: { self.tell(.info, .connecting, $0) })
            change(&connector)
            return try connector.connect()
        }
    }

    /// Exchanges keys over a socket that is made for the connection and becomes its own, in one total time.
    /// - Parameters:
    ///   - host: The host for error messages.
    ///   - port: Its port, likewise.
    ///   - timeout: The time for all of it; nil takes the session's.
    ///   - attempts: How often that is tried.
    ///   - explained: Gives an attempt's error with what else is known of it.
    ///   - open: Makes the connected socket of an attempt, before the deadline that it is given.
    func connect(
        to host: String, port: UInt16, timeout: Duration?, attempts: ConnectionAttempts = ConnectionAttempts(),
        explained: (SSHError) -> SSHError = { $0 }, _ open: (Deadline) throws(SSHError) -> Int32
    ) throws(SSHError) {
        let deadline = Deadline(after: timeout ?? peek { self.timeout } ?? nil)
        try locked { () throws(SSHError) in
            try requireUnconnected()
            self.host = host
            self.port = port
        }
        // It was made when there was no descriptor left: no other thread could end its waits.
        guard wakeUp.descriptor >= 0 else {
            throw SSHError(.connect, "no descriptor", systemNumber: EMFILE, phase: .connecting, host: host, port: port)
        }
        var attempts = attempts
        while true {
            do throws(SSHError) {
                let end = attempts.begin(until: deadline)
                let stream = try SocketStream(try open(end), isOwned: true)
                try locked { () throws(SSHError) in
                    try requireUnconnected()
                    self.stream = stream
                    said = attempts.hasMoreWhenDropped ? [] : nil
                }
                try exchangeKeys(Call(.keyExchange, until: end, isBlocking: true))
                break
            } catch {
                let error = explained(error)
                let wait = try attempts.wait(after: error, until: deadline)
                tell(.info, .connecting, attempts.announcement(wait, after: error, until: deadline))
                try pause(wait)
            }
        }
        Keeper.shared.keep(self)
    }

    /// Waits between two attempts to connect.
    /// - Throws: `cancelled`, `interrupted`.
    private func pause(_ time: Duration) throws(SSHError) {
        let end = Deadline(after: time)
        while !end.hasPassed {
            var descriptors = [pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0)]
            Interruption.poll(&descriptors, until: end)
            if descriptors[0].revents != 0 { wakeUp.clear() }
            if let failure = peek({ failure }) ?? nil { throw failure.located(phase: .connecting) }
            try Interruption.check()
        }
    }

    /// Adopts a connected socket and exchanges keys; called again in non-blocking mode, goes on.
    func handshake(socket: Int32, timeout: Duration?) throws(SSHError) {
        try locked { () throws(SSHError) in
            if let stream, stream.descriptor == socket, kept[Self.handshakeKey] != nil { return }
            try requireUnconnected()
            stream = try SocketStream(socket, isOwned: false)
        }
        try exchangeKeys(Call(.keyExchange, timeout))
    }

    private static var handshakeKey: OperationKey { OperationKey(name: "handshake") }

    private func exchangeKeys(_ call: Call) throws(SSHError) {
        do throws(SSHError) {
            try request(call, Self.handshakeKey) { self.engine.handshake() }
            peek { noteAgreement() }
        } catch {
            if [.again, .reentered, .forked].contains(error.code) { throw error }
            var error = error
            peek {
                if filter.identification == nil { error.phase = .identification }
                // Half a key exchange is of no use, whyever it was not finished; one that has not begun may still.
                if stream != nil { fail(error) }
            }
            throw error
        }
    }

    private func requireUnconnected() throws(SSHError) {
        if isClosed { throw Self.closedError }
        if let failure { throw failure }
        guard stream == nil else {
            throw SSHError(
                .socketDisconnect, "the session has been connected already; make a new one", host: host, port: port)
        }
    }

    /// Says goodbye; nothing to say before the handshake and after the end. From its beginning on the connection is over for `end`, whatever else ends it.
    func disconnect(
        reason: UInt32, description: String, language: String, timeout: Duration?,
        end: SSHError = SSHError(.socketDisconnect, "the session has been disconnected")
    ) throws(SSHError) {
        let hasBegun = try locked {
            guard stream != nil, failure == nil, engine.hostKey != nil else { return false }
            farewell = end
            note(.debug, .disconnecting, "says goodbye, reason \(reason): \(String(escaping: description.utf8))")
            return true
        }
        guard hasBegun else { return }
        let call = Call(.disconnecting, timeout)
        do throws(SSHError) {
            try request(call, OperationKey(name: "disconnect")) {
                self.engine.disconnect(reason: reason, description: description, language: language)
            }
            try run(call) { self.engine.output.isEmpty || self.failure != nil ? .done(()) : .wouldBlock }
        } catch {
            if error.code == .again { throw error }
            // Whoever says goodbye to a connection that is over, or to a server that does not listen, has what it wanted.
        }
        peek { fail(end) }
    }

    /// Ends everything at once and wakes everybody; in a callback, which the engine is in the midst of, the turn ends it.
    func close() {
        if isEntered { isClosed = true } else { peek { end() } }
    }

    /// Ends everything, for a thread that has entered.
    func end() {
        isClosed = true
        fail(SSHError(.cancelled, "the session was closed while the call waited"))
        // Their values are tidied up with the connection, which they would keep.
        forgetKept { _ in true }
        stream = nil
    }

    /// Opens a channel and gives it its queues.
    func openChannel(_ opening: ChannelOpening) -> Step<ChannelQueues> {
        let step = opening.type == "session" ? explained(engine.openChannel(opening)) : engine.openChannel(opening)
        return told(
            { () throws(SSHError) -> Progress<ChannelQueues> in try step().map { self.adopt($0) } }, .channel, .debug,
            "opening a channel, \(String(escaping: opening.type.utf8, limit: 64))"
        ) { "channel \($0.number)" }
    }

    /// The opening of a session channel, whose refusal says what it mostly means.
    private func explained<Value>(_ opening: @escaping Step<Value>) -> Step<Value> {
        { () throws(SSHError) -> Progress<Value> in
            do throws(SSHError) {
                return try opening()
            } catch {
                guard error.code == .channelFailure else { throw error }
                var error = error
                error.message += "; a server allows so many at once on one connection (OpenSSH: MaxSessions, 10)"
                throw error
            }
        }
    }

    /// Gives a channel that has just been opened its queues.
    func adopt(_ channel: any EngineChannel) -> ChannelQueues {
        channelCount += 1
        let queues = ChannelQueues(channel, number: channelCount)
        channels.append(queues)
        // The engine may have bytes for it that came together with its opening.
        isDrained = false
        return queues
    }

    /// Takes back what nobody uses any more: what a channel had for its readers is dropped; it is closed and freed as turns are
    /// taken, without anybody waiting for it.
    func letGo(_ object: any EngineObject) {
        if isEntered {
            letGoEntered(object)
            return
        }
        peek {
            letGoEntered(object)
            if failure == nil { checkSocket() }
            flushBeforeLeaving()
        }
    }

    /// The same, for a thread that has entered.
    func letGoEntered(_ object: any EngineObject) {
        if tells(.debug), let queues = channels.first(where: { $0.channel === object }) {
            note(.debug, .channel, "channel \(queues.number) is let go")
        }
        channels.removeAll { $0.channel === object }
        released.append(object)
        release()
    }
}
