extension SSHClient {
    /// Connects to the plan's host, by whichever way it says, and exchanges keys.
    func reach(_ plan: ConnectionPlan, _ deadline: Deadline) throws(SSHError) {
        let connection = session.connection
        switch plan.way {
        case .direct:
            try connection.connect(
                host: plan.host, port: plan.port, timeout: deadline.remaining, attempts: plan.attempts, plan.prepare)
            if plan.configuration.tcpKeepAlive { connection.peek { connection.stream?.noticeDeadPeer() } }
        case .through(let jumpHost): try reach(plan, through: jumpHost, deadline)
        case .hops(let hops):
            let end = deadline.earlier(Deadline(after: plan.attempts.limit))
            try reach(plan, through: try jumpHost(hops, end), deadline)
        case .command(let command):
            // Not the command itself: people write passwords into them.
            connection.tell(.info, .connecting, "connecting by ProxyCommand, \(command.utf8.count) bytes")
            var proxy: ProxyCommand?
            try connection.connect(
                to: plan.host, port: plan.port, timeout: deadline.remaining, attempts: plan.attempts,
                explained: { proxy?.explained($0) ?? $0 }
            ) { (_) throws(SSHError) in
                let begun = try ProxyCommand(command)
                try carriers.add(begun)
                proxy = begun
                return try begun.takeSocket()
            }
        }
    }

    private func reach(_ plan: ConnectionPlan, through jumpHost: SSHClient, _ deadline: Deadline) throws(SSHError) {
        session.connection.tell(
            .info, .connecting, "connecting through \(String(escaping: jumpHost.host.utf8)) to port \(plan.port)")
        try session.connection.connect(
            to: plan.host, port: plan.port, timeout: deadline.remaining, attempts: plan.attempts
        ) { (deadline) throws(SSHError) in
            try jumpHost.openSocket(host: plan.host, port: plan.port, for: carriers, deadline)
        }
    }

    /// Connects to hosts, one through another.
    /// - Returns: The client of the last one; all of them end with this client.
    private func jumpHost(_ hops: [JumpHop], _ deadline: Deadline) throws(SSHError) -> SSHClient {
        var last: SSHClient?
        for hop in hops {
            let options = ClientOptions(onTheWayTo: name, options, through: last)
            guard last != nil || !options.ledBy.contains(hop.host) else {
                let circle = (options.ledBy + [hop.host]).map { String(escaping: $0.utf8) }
                throw SSHError(
                    .invalidArgument, "ProxyJump leads round in a circle: \(circle.joined(separator: ", "))",
                    phase: .configuration)
            }
            let client = try SSHClient(host: hop.host, port: hop.port, user: hop.user, options: options)
            try carriers.add(JumpClient(client))
            do throws(SSHError) {
                try client.connect(timeout: deadline.remaining)
            } catch {
                var located = error
                if error.code != .cancelled { located.message += " (on the way to \(String(escaping: name.utf8)))" }
                throw located
            }
            last = client
        }
        guard let last else { throw SSHError(.internalError, "there is no host to go through", phase: .connecting) }
        return last
    }
}

extension ClientOptions {
    /// How a host on the way to another one is connected to: whom to trust, which agent and which files are as for that host; by what to log in, and what is offered and
    /// forwarded, is each host's own.
    fileprivate init(onTheWayTo name: String, _ options: ClientOptions, through last: SSHClient?) {
        self.init()
        engine = options.engine
        configuration = options.configuration
        hostKeys = options.hostKeys
        if case .fingerprint = options.hostKeys { hostKeys = nil }
        agent = options.agent
        passphrase = options.passphrase
        attempts = options.attempts
        connectionAttempts = options.connectionAttempts
        log = options.log
        keepalive = options.keepalive
        keepaliveCount = options.keepaliveCount
        jumpHost = last
        ledBy = options.ledBy + [name]
    }
}

/// A client that was made for another one, to go through its host, and ends with it.
private final class JumpClient: Dependent {
    private let client: SSHClient

    init(_ client: SSHClient) {
        self.client = client
    }

    func end() { client.end() }

    func wait() { client.close() }
}
