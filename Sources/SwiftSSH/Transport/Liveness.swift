import Glibc

/// How a connection notices that its server no longer answers, although its machine may: a server from which nothing comes is asked, and given up when
/// nothing comes upon that either.
struct Liveness {
    /// What is to be done now.
    enum Step {
        case nothing
        /// The server is to be asked.
        case ask
        /// The server is given up; nothing has come for these nanoseconds.
        case giveUp(Int64)
    }

    private let interval: Int64
    private let most: Int
    private var lastSign = Deadline.now
    private var unanswered = 0
    /// When there is something to be done, unless something comes before.
    private(set) var next: Deadline

    /// Begins to watch.
    /// - Parameters:
    ///   - interval: How long nothing may come before the server is asked, and how long each time is that it then lets pass.
    ///   - most: How many of those it may let pass.
    init(interval: Duration, most: Int) {
        next = Deadline(after: interval)
        self.interval = max(1, (next.nanoseconds ?? .max) - Deadline.now)
        self.most = max(1, most)
    }

    /// Notes a sign of life.
    mutating func noteSign() {
        unanswered = 0
        lastSign = Deadline.now
        next = Deadline(nanoseconds: lastSign &+ interval)
    }

    /// Looks at the clock, after what has come has been received.
    mutating func step() -> Step {
        guard next.hasPassed else { return .nothing }
        if unanswered >= most { return .giveUp(Deadline.now - lastSign) }
        unanswered += 1
        // From now on, and not from when it was due: this process may have been held up itself.
        next = Deadline(nanoseconds: Deadline.now &+ interval)
        return unanswered == 1 ? .ask : .nothing
    }
}

extension Connection {
    /// Has the connection notice that its server no longer answers; from now on, when the user is logged in.
    /// - Parameters:
    ///   - interval: How long nothing may come before the server is asked.
    ///   - most: How many times as long as that it may leave the question unanswered.
    func watchServer(interval: Duration, most: Int) {
        peek {
            liveness = Liveness(interval: interval, most: most)
            // Whoever polls is to look at the clock in time.
            wakeEverybody()
        }
    }

    /// Asks a server from which nothing has come for long, or gives it up.
    /// - Throws: `socketDisconnect` when it has not answered.
    func checkServer() throws(SSHError) {
        // What waits to be taken in has come, and a request for which the server may take its time leaves no room for a question.
        if !receivesMore || !engine.runsSideBySide && lane.first?.mayTakeLong == true {
            liveness?.noteSign()
            return
        }
        switch liveness?.step() {
        case .ask:
            note(.debug, .session, "nothing has come for long: the server is asked")
            // The request that holds the lane is a question too.
            if engine.runsSideBySide || lane.isEmpty { lane.append(Operation(engine.ping())) }
        case .giveUp(let silence):
            let seconds = Double(silence / 100_000_000) / 10
            throw SSHError(
                .socketDisconnect, "the server has not answered for \(seconds) s; the connection is given up",
                errno: ETIMEDOUT)
        case nil, .nothing: return
        }
    }
}
