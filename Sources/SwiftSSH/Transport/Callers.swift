import Glibc

/// Tells whether a call that would block is worth another try. Run with the connection's lock held, after whatever moved.
typealias News = () -> Bool

/// What a caller that does not wait has under way.
struct Kept {
    /// What it is.
    let object: AnyObject
    /// Ends it when nobody wants it any more; run with the connection's lock held.
    let giveUp: () -> Void

    /// Keeps an object.
    init(_ object: AnyObject, giveUp: @escaping () -> Void) {
        self.object = object
        self.giveUp = giveUp
    }
}

/// What a connection knows of one of its callers. Touched under the connection's lock.
final class CallerState {
    fileprivate enum Stage {
        /// It is not to be told anything.
        case idle
        /// It is to be told when there is news for it; nil for whatever moves.
        case waiting(News?)
        /// It is to be told.
        case ready
    }

    let number: UInt64
    fileprivate var stage = Stage.idle
    var kept: [OperationKey: Kept] = [:]
    /// By when what it does must have ended.
    var deadline = Deadline.never
    /// Whether its calls wait, for it to be cancelled.
    var waits = false
    var isCancelled = false

    static let cancelledError = SSHError(.cancelled, "the call was cancelled")

    init(number: UInt64) {
        self.number = number
    }

    /// By when a call must have ended.
    /// - Parameters:
    ///   - waits: Whether it waits; one that does not begins anew each time, so that its own time says nothing.
    ///   - limit: The end of its own time.
    func deadline(_ waits: Bool, _ limit: Deadline) -> Deadline {
        waits ? deadline.earlier(limit) : deadline
    }
}

/// The callers of a connection that are told when to call again. Touched under its lock.
struct Callers {
    fileprivate var all: [CallerState] = []
    /// Whose calls a thread makes.
    fileprivate var entered: [UInt: CallerState] = [:]
    fileprivate var ready: [CallerState] = []
    /// Made when it is first asked for.
    fileprivate var notice: Notice?
    /// Whether the notice says that there is somebody to be told.
    fileprivate var isSignalled = false
    /// Whether whoever is to be told of them takes them just now, and needs no signal.
    fileprivate var areBeingTaken = false
}

extension Connection {
    /// Whose calls this thread makes; nil where nobody in particular calls.
    var currentCaller: CallerState? {
        callers.entered.isEmpty ? nil : callers.entered[Self.thisThread]
    }

    /// Requests whose callers were told that they would block, by what they asked for; those of whoever calls now.
    var kept: [OperationKey: Kept] {
        get { currentCaller?.kept ?? keptForOthers }
        set {
            if let currentCaller { currentCaller.kept = newValue } else { keptForOthers = newValue }
        }
    }

    /// Runs a call that has something under way: where it said that it would block, the same call goes on with that when it is made again.
    /// - Parameters:
    ///   - call: How the caller waits.
    ///   - key: What is asked for; made only where it may be under way, or is to be kept.
    ///   - begin: Makes what is then under way, where it is not; nil while there is no room for it.
    ///   - giveUp: Ends it when nobody wants it any more.
    ///   - news: What tells that it goes on; nil for whatever moves.
    ///   - attempt: Looks at it; gives the value when it is there.
    func resume<Work: AnyObject, Value>(
        _ call: Call, _ key: @autoclosure () -> OperationKey, begin: () throws(SSHError) -> Work?,
        giveUp: @escaping (Work) -> Void, news: (Work) -> News? = { _ in nil },
        _ attempt: (Work) throws(SSHError) -> Progress<Value>
    ) throws(SSHError) -> Value {
        var work: Work?
        return try run(
            call, news: { work.flatMap(news) },
            failed: { error in
                guard let work else { return }
                if error.code == .again {
                    kept[key()] = Kept(work) { giveUp(work) }
                } else {
                    giveUp(work)
                    flushBeforeLeaving()
                }
            }
        ) { () throws(SSHError) -> Progress<Value> in
            if work == nil { work = takeKept(key()) }
            if work == nil { work = try begin() }
            guard let work else { return .wouldBlock }
            return try attempt(work)
        }
    }

    private func takeKept<Work: AnyObject>(_ key: @autoclosure () -> OperationKey) -> Work? {
        kept.isEmpty ? nil : kept.removeValue(forKey: key())?.object as? Work
    }

    /// Whether calls that do not say it wait.
    var waits: Bool { currentCaller?.waits ?? isBlocking }

    /// Forgets what is kept, whoever asked for it.
    func forgetKept(where isMeant: (OperationKey) -> Bool) {
        if !keptForOthers.isEmpty { keptForOthers = keptForOthers.filter { !isMeant($0.key) } }
        for caller in callers.all where !caller.kept.isEmpty { caller.kept = caller.kept.filter { !isMeant($0.key) } }
    }

    // MARK: Coming and going

    /// Adds a caller.
    func add(_ caller: CallerState) {
        peek { callers.all.append(caller) }
    }

    /// A caller is no more: what it has under way is given up.
    func remove(_ caller: CallerState) {
        let remove = { [self] in
            callers.all.removeAll { $0 === caller }
            callers.ready.removeAll { $0 === caller }
            let kept = caller.kept.values
            caller.kept = [:]
            for kept in kept { kept.giveUp() }
        }
        if isEntered { return remove() }
        peek {
            remove()
            if failure == nil { checkSocket() }
            flushBeforeLeaving()
        }
    }

    /// From here on this thread's calls are a caller's.
    /// - Throws: `badUse` when they are another one's.
    func enter(as caller: CallerState, waiting: Bool) throws(SSHError) {
        try locked { () throws(SSHError) in
            guard callers.entered[Self.thisThread] == nil else {
                throw SSHError(.badUse, "this thread makes another caller's calls already")
            }
            callers.entered[Self.thisThread] = caller
            caller.waits = waiting
            caller.stage = .idle
        }
    }

    /// From here on this thread's calls are nobody's in particular.
    func leaveCaller() {
        peek { callers.entered[Self.thisThread] = nil }
    }

    // MARK: Telling

    /// A caller is told that its call would block: it will be told when there is news.
    func tellLater(_ caller: CallerState, _ news: News?) {
        caller.stage = .waiting(news)
        updatePoll()
    }

    /// Something moved: callers for whom that is news are told, or all of them.
    func tellCallers(all: Bool = false) {
        if callers.all.isEmpty { return }
        for caller in callers.all {
            guard case .waiting(let news) = caller.stage, all || news?() ?? true else { continue }
            caller.stage = .ready
            callers.ready.append(caller)
        }
        updateSignal()
    }

    /// Has the notice say whether there is somebody to be told.
    private func updateSignal() {
        guard let notice = callers.notice, !callers.areBeingTaken else { return }
        if callers.isSignalled == hasReadyCallers { return }
        callers.isSignalled = hasReadyCallers
        if hasReadyCallers { notice.signal() } else { notice.clear() }
    }

    /// Whether there are callers to be told.
    var hasReadyCallers: Bool { !callers.ready.isEmpty }

    /// Takes the callers that are to call again.
    /// - Parameter most: How many at most; the others are told the next time.
    func takeReady(_ most: Int) -> [UInt64] {
        callers.areBeingTaken = true
        // A thread that waits takes its turns itself.
        if !hasReadyCallers, !isPolling { glance() }
        callers.areBeingTaken = false
        let taken = callers.ready.prefix(max(0, most))
        callers.ready.removeFirst(taken.count)
        for caller in taken { caller.stage = .idle }
        updateSignal()
        return taken.map(\.number)
    }

    // MARK: The descriptor

    /// The descriptor that becomes readable when something is to be done; nil where the system had none left.
    var noticeDescriptor: Int32? {
        if callers.notice == nil {
            callers.notice = Notice()
            updateSignal()
        }
        return callers.notice?.descriptor
    }

    /// Has the descriptor wait for what a thread would poll, unless one does: that one then tells the callers.
    func watchSocket() {
        guard let notice = callers.notice else { return }
        guard failure == nil, !isPolling, let stream else { return notice.watch([]) }
        var wanted: [pollfd] = []
        let events = wantedEvents
        if events != 0 { wanted.append(pollfd(fd: stream.descriptor, events: events, revents: 0)) }
        if let awaited = outside?.awaited { wanted.append(awaited) }
        notice.watch(wanted)
    }

    private static var thisThread: UInt { UInt(pthread_self()) }
}
