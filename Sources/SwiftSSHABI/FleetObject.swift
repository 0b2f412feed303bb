internal import SwiftSSH

/// What swiftssh_fleet is a handle of: hosts, and the run from the start on.
final class FleetObject: Sendable {
    private let options: ClientOptions
    private let concurrency: Int
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var hosts: [FleetHost] = []
    nonisolated(unsafe) private var started: FleetRun?

    /// A list of hosts without any.
    init(_ options: ClientOptions, concurrency: Int) {
        self.options = options
        self.concurrency = concurrency
    }

    /// Adds a host.
    /// - Returns: Its number.
    /// - Throws: `badUse` after the start.
    func add(_ host: FleetHost) throws(SSHError) -> Int {
        try lock.withLock { () throws(SSHError) in
            guard started == nil else { throw SSHError(.badUse, "hosts are added before the start") }
            hosts.append(host)
            return hosts.count - 1
        }
    }

    /// Starts.
    /// - Throws: `badUse` after the start, and what `begin` throws.
    func start(
        _ begin: ([FleetHost], ClientOptions, _ concurrency: Int) throws(SSHError) -> FleetRun
    ) throws(SSHError) {
        try lock.withLock { () throws(SSHError) in
            guard started == nil else { throw SSHError(.badUse, "it has been started already") }
            started = try begin(hosts, options, concurrency)
        }
    }

    /// The run.
    /// - Throws: `badUse` before the start.
    func run() throws(SSHError) -> FleetRun {
        guard let run = lock.withLock({ started }) else { throw SSHError(.badUse, "it has not been started") }
        return run
    }
}
