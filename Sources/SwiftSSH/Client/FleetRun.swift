/// A host that a command is to run on.
public struct FleetHost: Sendable, Hashable {
    /// A name or an address.
    public var host: String
    /// The port; nil takes what ssh_config says, 22 where it says nothing.
    public var port: UInt16?
    /// The user's name there; nil takes what ssh_config says, and where it says nothing that of this process's user.
    public var user: String?

    /// Makes a host.
    /// - Parameters:
    ///   - host: A name or an address.
    ///   - port: The port; nil takes what ssh_config says, 22 where it says nothing.
    ///   - user: The user's name there; nil takes what ssh_config says, and where it says nothing that of this process's user.
    public init(_ host: String, port: UInt16? = nil, user: String? = nil) {
        self.host = host
        self.port = port
        self.user = user
    }
}

/// A command on many hosts at once: each is connected to, runs the command and is left. What becomes of each is kept until it is asked for.
///
/// Any thread may call any method. A run that is let go is cancelled.
public final class FleetRun: Sendable {
    /// How many bytes of a command's output are kept for each host where nobody says otherwise.
    public static let defaultLimit = 16 << 20

    /// The hosts, in the order in which results count them.
    public var hosts: [FleetHost] { work.hosts }
    /// On how many hosts at most it runs at once: what was asked for, as far as the limit of open files has room for that.
    public let concurrency: Int
    private let work: FleetWork

    /// How many files a host needs while it is connected to: two for waking, the connection's and the agent's sockets, a list of hosts or a key, the look-up of a name.
    private static let filesPerHost = 6
    /// How many files are left to the program.
    private static let filesLeft = 16

    /// Begins to run a command on hosts.
    /// - Parameters:
    ///   - command: The command line.
    ///   - hosts: The hosts; one that stands in the list twice runs it twice.
    ///   - options: How to connect to each. Where they say nothing of ``ClientOptions/connectionAttempts``, a server that drops a connection before it has said who it
    ///     is, as one does that has too many at once, is tried up to 6 times.
    ///   - input: What the command reads from standard input on each.
    ///   - environment: Variables to set.
    ///   - limit: How many bytes of output are kept for each host.
    ///   - concurrency: On how many hosts at most it runs at once; each takes a thread. From 1 to 1024; what is beyond counts as the bound. Fewer where
    ///     the process's limit of open files has no room for six for each: ``concurrency`` tells.
    ///   - timeout: The time for one host, connecting included; nil is no limit, but for connecting
    ///     ``SSHClient/defaultConnectTimeout``.
    /// - Throws: `invalidArgument` for a command that holds a NUL; `allocation` where the system has no thread left.
    public init(
        _ command: RemoteCommand, on hosts: [FleetHost], options: ClientOptions = ClientOptions(), input: [UInt8] = [],
        environment: [String: String] = [:], limit: Int = FleetRun.defaultLimit, concurrency: Int = 32,
        timeout: Duration? = nil
    ) throws(SSHError) {
        try command.check()
        var options = options
        options.tries.mostWhenDropped = ConnectionAttempts.mostInFleet
        let chosen = options
        work = FleetWork(hosts) { (host, begun) throws(SSHError) in
            let deadline = Deadline(after: timeout)
            let client = try SSHClient(host: host.host, port: host.port, user: host.user, options: chosen)
            try begun(client)
            defer { client.close() }
            let connecting = deadline.earlier(Deadline(after: SSHClient.defaultConnectTimeout))
            try client.connect(timeout: connecting.remaining)
            return try client.run(
                command, input: input, environment: environment, limit: limit, timeout: deadline.remaining)
        }
        let files = Self.filesPerHost + (options.jumpHost == nil ? 0 : 2)
        let room = FileLimit.room(for: files, spare: Self.filesLeft) ?? .max
        self.concurrency = min(max(concurrency, 1), 1024, room)
        try work.start(threads: min(self.concurrency, hosts.count))
    }

    deinit {
        work.cancel()
    }

    /// Waits for a host whose result has not been told yet.
    /// - Parameter timeout: The time to wait; nil is no limit.
    /// - Returns: The host's number in ``hosts``; nil when all have been told.
    /// - Throws: `timeout`.
    public func next(timeout: Duration? = nil) throws(SSHError) -> Int? {
        try work.next(Deadline(after: timeout))
    }

    /// What became of a host; nil while it runs or waits.
    /// - Parameter index: The host's number in ``hosts``.
    public func result(_ index: Int) -> Result<CommandResult, SSHError>? {
        work.result(index)
    }

    /// Waits for all hosts.
    /// - Returns: What became of each, in the order of ``hosts``.
    /// - Throws: `interrupted`; the hosts go on.
    public func results() throws(SSHError) -> [Result<CommandResult, SSHError>] {
        try work.waitForAll()
    }

    /// How many hosts have not been told by ``next(timeout:)`` yet.
    public var remaining: Int { work.remaining }

    /// Ends it on all hosts where it has not ended: their result is `cancelled`. Does not wait.
    public func cancel() {
        work.cancel()
    }
}
