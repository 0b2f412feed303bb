import Glibc
import Synchronization

/// A socket, an engine and everybody who waits for them: the one place where locks, deadlines and turns are.
///
/// Blocking calls, calls with a deadline, calls that are cancelled and calls that say that they would block are faces of
/// one loop, ``run(_:_:)``: take the lock, try, turn the engine, try again; wait without the lock for the socket, the
/// deadline or a wake-up; again.
///
/// Every stored variable is touched only with the lock held, which is what makes it safe to share between threads.
final class Connection: @unchecked Sendable {
    let lock = Lock()
    let wakeUp = WakeUp()
    let engine: any Engine
    /// What the connection is called in its log.
    let number = nextNumber()
    /// When it was made, as ``Deadline/now`` has it.
    let start = Deadline.now
    private let processIdentifier = getpid()
    /// The thread that holds the lock, 0 for none: a callback must not call into the session that is calling it.
    private let holder = Atomic<UInt>(0)

    /// Whether this process made the connection, and not the one that it was forked from.
    var isOfThisProcess: Bool { getpid() == processIdentifier }

    // What follows is for this folder, with the lock held.
    var stream: SocketStream?
    /// The host as the caller named it, for error messages.
    var host: String?
    /// Its port, likewise.
    var port: UInt16?
    var filter = IdentificationFilter()
    let preface = ByteQueue()
    /// What the server has been told before it said who it is, to be said again to another socket; nil where none would follow.
    var said: [UInt8]?
    /// The requests, the one that has turns first.
    var lane: [any LaneOperation] = []
    /// Who does not wait and is told when to call again.
    var callers = Callers()
    /// What ``kept`` is for who is none of the callers.
    var keptForOthers: [OperationKey: Kept] = [:]
    var channels: [ChannelQueues] = []
    /// What nobody uses any more and is not freed yet.
    var released: [any EngineObject] = []
    /// Why the connection is over; nil while it is not.
    var failure: SSHError?
    /// Why it will be over; nil unless a goodbye is being said.
    var farewell: SSHError?
    /// Whether the caller has closed the session: who waits is told so, later calls are refused.
    var isClosed = false
    /// Why no more bytes will come; the connection is over when those that came have been taken in.
    var endOfInput: SSHError?
    /// Whether the socket was empty when it was last received from, and nobody has waited for it since. It may have more by now: a call
    /// that waits learns it at once, one that does not must look.
    var isDrained = false
    /// Whether the last bytes that came were many, so that more of them are likely in a moment.
    var isStreaming = false
    /// What the thread that polls the socket waits for; nil while none does.
    var polled: Polled?
    /// How many threads sleep behind it.
    var waiters = 0
    var keyAge = KeyAge()
    /// Watches whether the server still answers; nil while nothing does.
    var liveness: Liveness?
    /// Whom the server has let in; nil before.
    var login: AcceptedLogin?
    /// How many channels there have been.
    var channelCount: UInt64 = 0
    /// What is kept for who is told of what happens; nil where nobody is.
    var log: ConnectionLog?
    /// Whether a turn has been taken since the keeper last looked.
    var wasTurned = false
    /// How many turns have moved something.
    var moves = 0
    /// How many bytes the socket has taken.
    var sent: UInt64 = 0
    /// What ``moves`` was when a call first said that it would block, since anybody last asked what to wait for.
    private var movesAtAgain: Int?
    /// How calls wait that do not say it themselves.
    var isBlocking = true
    /// The total time of a blocking call; nil for no limit.
    var timeout: Duration?

    /// Makes a connection that has no socket yet.
    init(engine: any Engine) {
        self.engine = engine
        _ = ProcessEnd.watch
    }

    /// How one call is to wait.
    struct Call {
        /// What is being done, for error messages.
        let phase: SSHError.Phase
        /// By when the call must have ended; nil takes the session's timeout.
        let deadline: Deadline?
        /// Whether it waits at all; nil takes the session's mode.
        let isBlocking: Bool?

        /// A call that must have ended at a point in time.
        init(_ phase: SSHError.Phase, until deadline: Deadline?, isBlocking: Bool? = nil) {
            self.phase = phase
            self.deadline = deadline
            self.isBlocking = isBlocking
        }

        /// A call that begins now.
        /// - Parameters:
        ///   - phase: What is being done.
        ///   - timeout: The time for all of it; nil takes the session's.
        ///   - isBlocking: Whether it waits at all; nil takes the session's mode.
        init(_ phase: SSHError.Phase, _ timeout: Duration?, isBlocking: Bool? = nil) {
            self.init(phase, until: timeout.map { Deadline(after: $0) }, isBlocking: isBlocking)
        }
    }

    /// What a call gets that comes after ``close()``.
    static let closedError = SSHError(.closed, "the session has been closed")

    // MARK: The one loop

    /// Runs one call to its end.
    /// - Parameters:
    ///   - call: How it waits.
    ///   - news: Gives what tells a caller that does not wait that `attempt` is worth another try; nil for whatever moves.
    ///   - failed: Told of what is thrown, with the lock still held.
    ///   - attempt: Run with the lock held, again after each turn; gives the value when it is there. What it throws ends the call.
    /// - Throws: What `attempt` throws, `again`, `timeout`, `cancelled`, `interrupted`, or why the connection is over.
    func run<Value>(
        _ call: Call, news: () -> News? = { nil }, failed: (SSHError) -> Void = { _ in },
        _ attempt: () throws(SSHError) -> Progress<Value>
    ) throws(SSHError) -> Value {
        try enter(call.phase)
        defer { leave() }
        do throws(SSHError) {
            return try loop(call, news, attempt)
        } catch {
            // An engine that has said goodbye refuses what comes behind that in words of its own.
            let error = error.code.endsConnection ? farewell ?? error : error
            if error.code == .timeout { note(.info, call.phase, error.message) }
            failed(error)
            throw error.located(phase: call.phase, host: host, port: port)
        }
    }

    private func loop<Value>(
        _ call: Call, _ news: () -> News?, _ attempt: () throws(SSHError) -> Progress<Value>
    ) throws(SSHError) -> Value {
        if isClosed { throw Self.closedError }
        let caller = currentCaller
        let waits = call.isBlocking ?? self.waits
        let limit = call.deadline ?? Deadline(after: timeout)
        let deadline = caller?.deadline(waits, limit) ?? limit
        var hasWaitedForOthers = false
        if failure == nil { checkSocket() }
        if !waits { isDrained = false }
        while true {
            if let caller, caller.isCancelled { throw CallerState.cancelledError }
            if case .done(let value) = try attempt() {
                flushBeforeLeaving()
                return value
            }
            if let failure { throw failure }
            if waits, Interruption.isDue, !deadline.hasPassed {
                try askProgram()
                // Others have had the lock meanwhile.
                continue
            }
            // Who was woken by another thread's turn need not take one of its own, unless it has begun something else.
            if !(hasWaitedForOthers && isPolling && hasBegunRequests), !isSettled || deadline.hasPassed, turn() {
                wakeWaiters()
                continue
            }
            if !waits, caller == nil {
                movesAtAgain = movesAtAgain ?? moves
                throw SSHError.wouldBlock
            }
            if deadline.hasPassed {
                let silent = outside?.name ?? "the server"
                throw SSHError(.timeout, silent + " did not answer before the deadline" + identificationSoFar)
            }
            if !waits, let caller {
                tellLater(caller, news())
                throw SSHError.wouldBlock
            }
            hasWaitedForOthers = wait(until: deadline)
        }
    }

    /// Runs a request in the lane.
    /// - Parameters:
    ///   - call: How the caller waits.
    ///   - key: What is asked for; made only where one may be under way.
    ///   - outside: What it waits for beside the peer's bytes.
    ///   - mayTakeLong: Whether a server that is well may let it wait for long.
    ///   - discard: Tidies up a value that came after its caller had gone.
    ///   - begin: Makes the request; run with the lock held, when it is not already under way.
    func request<Value>(
        _ call: Call, _ key: @autoclosure () -> OperationKey, outside: (any OutsideWait)? = nil,
        mayTakeLong: Bool = false, discard: @escaping (Value) -> Void = { _ in },
        begin: () throws(SSHError) -> Step<Value>
    ) throws(SSHError) -> Value {
        try resume(
            call, key(),
            begin: { () throws(SSHError) in
                let operation = Operation(
                    try begin(), outside: outside, mayTakeLong: mayTakeLong, discard: discard)
                enqueue(operation)
                return operation
            },
            giveUp: { self.abandon($0) }, news: { operation in { operation.hasEnded } }
        ) { (operation: Operation<Value>) throws(SSHError) -> Progress<Value> in
            guard let result = operation.result else { return .wouldBlock }
            return .done(try result.get())
        }
    }

    /// Whether a turn has moved something since a call said that it would block: it may have been for that call, whose caller
    /// must not sleep for it then. Forgotten when it has been told.
    func takeMissedMoves() -> Bool {
        defer { movesAtAgain = nil }
        return movesAtAgain.map { moves > $0 } ?? false
    }

    // MARK: The lock

    /// Runs `body` with the lock held and without a turn.
    func locked<Value>(_ body: () throws(SSHError) -> Value) throws(SSHError) -> Value {
        try enter(.session)
        defer { leave() }
        return try body()
    }

    /// Runs what cannot fail with the lock held; gives nil inside a callback of this session, and in a forked child.
    func peek<Value>(_ body: () -> Value) -> Value? {
        try? locked(body)
    }

    private func enter(_ phase: SSHError.Phase) throws(SSHError) {
        guard isOfThisProcess else {
            throw SSHError(.forked, "the session belongs to the process that this one was forked from", phase: phase)
        }
        guard !isEntered else {
            throw SSHError(.reentered, "a callback may not call into the session that calls it", phase: phase)
        }
        lock.lock()
        noteHolding()
    }

    private func noteHolding() {
        if !ProcessEnd.enter() {
            lock.unlock()
            ProcessEnd.standStill()
        }
        holder.store(UInt(pthread_self()), ordering: .relaxed)
    }

    private func noteLeaving() {
        holder.store(0, ordering: .relaxed)
        ProcessEnd.leave()
    }

    /// Whether this thread holds the lock.
    var isEntered: Bool { holder.load(ordering: .relaxed) == UInt(pthread_self()) }

    /// Gives the lock back.
    func leave() {
        watchSocket()
        if waiters > 0, !isPolling { lock.wakeAll() }
        let events = log?.events
        noteLeaving()
        lock.unlock()
        events?.tell()
    }

    /// Takes the lock if nobody has it; tells whether it did. To be followed by ``leave()``.
    func tryEnter() -> Bool {
        guard isOfThisProcess, lock.tryLock() else { return false }
        noteHolding()
        return true
    }

    /// Sleeps without the lock until ``Lock/wakeAll()`` or the deadline, for a thread that has entered.
    func sleep(until deadline: Deadline) {
        noteLeaving()
        lock.wait(until: deadline)
        noteHolding()
        isDrained = false
    }

    /// Gives the lock back around something slow, for a thread that has entered.
    func outsideLock<Value>(_ body: () -> Value) -> Value {
        watchSocket()
        noteLeaving()
        lock.unlock()
        defer {
            lock.lock()
            noteHolding()
            isDrained = false
        }
        return body()
    }
}
