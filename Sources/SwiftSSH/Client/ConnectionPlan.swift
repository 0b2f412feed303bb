import Glibc

/// How a client connects: what the caller says, and where the caller says nothing, what the ssh_config files say.
struct ConnectionPlan: Sendable {
    /// What lies between this machine and the host.
    enum Way: Sendable {
        /// Nothing.
        case direct
        /// A client's host.
        case through(SSHClient)
        /// Hosts that are connected to first, one through another.
        case hops([JumpHop])
        /// A command whose standard input and output lead there.
        case command(String)
    }

    /// The host's name or address.
    let host: String
    /// Its port.
    let port: UInt16
    /// The user's name there.
    let user: String
    /// The way there.
    let way: Way
    /// Which host keys are accepted, with the files that say so.
    let hostKeys: HostKeyPolicy
    /// The file that new hosts are written to; nil for none.
    let newHostsFile: String?
    /// Whom to ask for keys.
    let agent: AgentChoice
    /// The paths of private keys.
    let keyFiles: [String]
    /// Whether key files that do not exist are passed over.
    let skipsMissingKeyFiles: Bool
    /// Whether compression is offered.
    let offersCompression: Bool
    /// How long nothing may come from the server before it is asked, and how many such times it may leave that unanswered; nil where it is never asked.
    let keepalive: (interval: Duration, count: Int)?
    /// How often connecting is tried.
    let attempts: ConnectionAttempts
    /// What the files say of everything else.
    let configuration: HostConfiguration

    /// Reads what the files say.
    /// - Parameters:
    ///   - name: The host as the caller named it.
    ///   - port: The port, where the caller says which that is.
    ///   - user: The user's name, where the caller says who that is.
    ///   - options: What else the caller says.
    ///   - deadline: By when commands of `Match exec` must have ended.
    ///   - owner: What ends them before.
    /// - Throws: What ``HostConfiguration/init(of:port:user:files:timeout:)`` throws; `invalidArgument` for a process whose user has no name.
    init(
        _ name: String, port: UInt16?, user: String?, options: ClientOptions, deadline: Deadline,
        owner: Dependents
    ) throws(SSHError) {
        var found = try HostConfiguration(
            of: name, port: port, user: user, files: options.configuration, system: .current(deadline, owner: owner))
        // Nobody but a file changes what the caller says.
        if options.configuration == .none { found.hostName = name }
        guard !found.user.isEmpty else {
            throw SSHError(.invalidArgument, "this process's user has no name; give one", phase: .authenticating)
        }
        configuration = found
        host = found.hostName
        self.port = found.port
        self.user = found.user
        way = Self.way(options.jumpHost, found)
        let own = found.userKnownHostsFiles ?? HostKeyPolicy.usersOwnFiles
        let files = own + (found.globalKnownHostsFiles ?? HostKeyPolicy.systemFiles)
        switch options.hostKeys ?? found.hostKeyPolicy {
        case .strict(let named):
            hostKeys = .strict(files: named ?? files)
            newHostsFile = nil
        case .acceptNew(let named):
            hostKeys = .acceptNew(files: named ?? files)
            newHostsFile = (named ?? own).first
        case let other:
            hostKeys = other
            newHostsFile = nil
        }
        let offersKeys = found.offersKeys
        switch options.agent {
        case .configured where !offersKeys: agent = .none
        case .configured: agent = found.identityAgent == .configured ? .environment : found.identityAgent
        case let chosen: agent = chosen
        }
        keyFiles =
            options.keyFiles
            ?? (offersKeys && options.keys.isEmpty ? found.identityFiles ?? LoginCandidate.userKeyFiles : [])
        skipsMissingKeyFiles = options.keyFiles == nil
        let interval = options.keepalive ?? found.serverAliveInterval ?? .seconds(30)
        let count = options.keepaliveCount ?? found.serverAliveCountMax
        keepalive = interval > .zero ? (interval, count) : nil
        attempts = Self.attempts(options, found)
        offersCompression = options.offersCompression ?? found.compression ?? false
    }

    private static func attempts(_ options: ClientOptions, _ found: HostConfiguration) -> ConnectionAttempts {
        var attempts = options.tries
        attempts.most = max(1, options.connectionAttempts ?? found.connectionAttempts)
        let isSaid = options.connectionAttempts != nil
        attempts.mostWhenDropped = isSaid ? attempts.most : max(attempts.most, attempts.mostWhenDropped)
        // 0 is no limit, as in OpenSSH.
        attempts.limit = found.connectTimeout.flatMap { $0 > .zero ? $0 : nil }
        return attempts
    }

    private static func way(_ jumpHost: SSHClient?, _ found: HostConfiguration) -> Way {
        if let jumpHost { return .through(jumpHost) }
        if !found.proxyJump.isEmpty { return .hops(found.proxyJump) }
        return found.proxyCommand.map { .command($0) } ?? .direct
    }

    /// The name by which the host's key is looked up, where that is another one, and then without a port.
    var hostKeyAlias: String? { configuration.hostKeyAlias }

    /// The algorithms that the files want, by purpose.
    var algorithms: [(purpose: AlgorithmPurpose, list: AlgorithmList)] {
        let lists: [(AlgorithmPurpose, AlgorithmList?)] = [
            (.keyExchange, configuration.kexAlgorithms), (.hostKey, configuration.hostKeyAlgorithms),
            (.cipherClientToServer, configuration.ciphers), (.macClientToServer, configuration.macs),
        ]
        return lists.compactMap { purpose, list in list.map { (purpose, $0) } }
    }

    /// Has a socket be connected as the files want it.
    func prepare(_ connector: inout Connector) {
        switch configuration.addressFamily {
        case .any: break
        case .inet: connector.family = AF_INET
        case .inet6: connector.family = AF_INET6
        }
        connector.bindAddress = configuration.bindAddress
    }

    /// An error about the host, with the name that the caller knows it by and, where that is another one, its own.
    func located(_ error: SSHError, name: String) -> SSHError {
        var located = error.located(phase: nil, host: host, port: port)
        // Another host on the way, or another server of the same host's.
        guard located.host == host, located.port == port else { return error }
        located.host = name
        if host.lowercased() != name.lowercased(), error.code != .cancelled {
            located.message += " (ssh_config has \(String(escaping: host.utf8)), port \(port), for this host)"
        }
        return located
    }
}

extension HostConfiguration {
    /// Which host keys are accepted. A changed key never is: whoever wants that says so in the program.
    fileprivate var hostKeyPolicy: HostKeyPolicy {
        switch strictHostKeyChecking {
        case .yes, .ask: .strict()
        case .acceptNew, .no: .acceptNew()
        }
    }

    /// Whether keys are among the methods to try.
    fileprivate var offersKeys: Bool {
        pubkeyAuthentication && preferredAuthentications?.contains("publickey") != false
    }
}
