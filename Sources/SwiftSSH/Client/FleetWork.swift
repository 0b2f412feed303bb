/// The threads and results of a command on many hosts.
final class FleetWork: Sendable {
    /// Does the work on one host; hands over the client as soon as there is one.
    typealias Job =
        @Sendable (_ host: FleetHost, _ begun: (SSHClient) throws(SSHError) -> Void) throws(SSHError) -> CommandResult

    let hosts: [FleetHost]
    private let job: Job
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var results: [Int: Result<CommandResult, SSHError>] = [:]
    nonisolated(unsafe) private var clients: [Int: SSHClient] = [:]
    nonisolated(unsafe) private var upcoming = 0
    nonisolated(unsafe) private var finished: [Int] = []
    nonisolated(unsafe) private var told = 0
    nonisolated(unsafe) private var isCancelled = false

    init(_ hosts: [FleetHost], _ job: @escaping Job) {
        self.hosts = hosts
        self.job = job
    }

    /// Starts threads; one is enough.
    /// - Throws: `allocation` where the system has none left.
    func start(threads: Int) throws(SSHError) {
        for number in 0..<threads {
            do throws(SSHError) {
                try BackgroundThread.start { self.work() }
            } catch {
                if number == 0 { throw error }
                return
            }
        }
    }

    private func work() {
        while let index = take() {
            let result: Result<CommandResult, SSHError>
            do throws(SSHError) {
                result = .success(
                    try job(hosts[index]) { (client) throws(SSHError) in try begin(index, client) })
            } catch {
                result = .failure(error)
            }
            lock.withLock {
                clients[index] = nil
                end(index, isCancelled && result.isOfClosedClient ? .failure(Self.cancelled) : result)
            }
        }
    }

    private func take() -> Int? {
        lock.withLock {
            guard upcoming < hosts.count else { return nil }
            defer { upcoming += 1 }
            return upcoming
        }
    }

    private func begin(_ index: Int, _ client: SSHClient) throws(SSHError) {
        let isTooLate = lock.withLock {
            clients[index] = client
            return isCancelled
        }
        if isTooLate { throw Self.cancelled }
    }

    /// Keeps a result; the lock is held.
    private func end(_ index: Int, _ result: Result<CommandResult, SSHError>) {
        results[index] = result
        finished.append(index)
        lock.wakeAll()
    }

    func next(_ deadline: Deadline) throws(SSHError) -> Int? {
        try lock.withLock { () throws(SSHError) in
            while told >= finished.count {
                if told >= hosts.count { return nil }
                if deadline.hasPassed {
                    throw SSHError(.timeout, "no other host was done before the deadline", phase: .command)
                }
                try lock.waitInterruptibly(until: deadline)
            }
            defer { told += 1 }
            return finished[told]
        }
    }

    func result(_ index: Int) -> Result<CommandResult, SSHError>? {
        lock.withLock { results[index] }
    }

    func waitForAll() throws(SSHError) -> [Result<CommandResult, SSHError>] {
        try lock.withLock { () throws(SSHError) in
            while finished.count < hosts.count { try lock.waitInterruptibly(until: .never) }
            return hosts.indices.map { results[$0] ?? .failure(Self.cancelled) }
        }
    }

    var remaining: Int { lock.withLock { hosts.count - told } }

    func cancel() {
        let running = lock.withLock {
            isCancelled = true
            while upcoming < hosts.count {
                end(upcoming, .failure(Self.cancelled))
                upcoming += 1
            }
            return Array(clients.values)
        }
        for client in running { client.end() }
    }

    private static let cancelled = SSHError(.cancelled, "the run was cancelled", phase: .command)
}

extension Result where Failure == SSHError {
    /// Whether it failed because the client was closed between two of its calls, not under one.
    fileprivate var isOfClosedClient: Bool {
        guard case .failure(let error) = self else { return false }
        return error.code == .closed
    }
}
