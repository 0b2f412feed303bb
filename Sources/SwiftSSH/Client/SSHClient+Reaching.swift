extension SSHClient {
    /// Connects to the plan's host, by whichever way it says, and exchanges keys.
    func reach(_ plan: ConnectionPlan, _ deadline: Deadline) throws(SSHError) {
        // 0 is no limit, as in OpenSSH.
        let limit = plan.configuration.connectTimeout.flatMap { $0 > .zero ? $0 : nil }
        let deadline = deadline.earlier(Deadline(after: limit))
        let connection = session.connection
        switch plan.way {
        case .direct:
            try connection.connect(
                host: plan.host, port: plan.port, timeout: deadline.remaining, plan.prepare)
            if plan.configuration.tcpKeepAlive { connection.peek { connection.stream?.noticeDeadPeer() } }
        case .through(let jumpHost): try reach(plan, through: jumpHost, deadline)
        case .hops(let hops): try reach(plan, through: try jumpHost(hops, deadline), deadline)
        case .command(let command):
            connection.tell(.info, .connecting, "connecting by the command \(String(escaping: command.utf8))")
            let proxy = try ProxyCommand(command)
            try carriers.add(proxy)
            do throws(SSHError) {
                try connection.connect(to: plan.host, port: plan.port, timeout: deadline.remaining) {
                    (_) throws(SSHError) in
                    try proxy.takeSocket()
                }
            } catch {
                throw proxy.explained(error)
            }
        }
    }

    private func reach(_ plan: ConnectionPlan, through jumpHost: SSHClient, _ deadline: Deadline) throws(SSHError) {
        session.connection.tell(
            .info, .connecting, "connecting through \(String(escaping: jumpHost.host.utf8)) to port \(plan.port)")
        try session.connection.connect(to: plan.host, port: plan.port, timeout: deadline.remaining) {
            (deadline) throws(SSHError) in
            try jumpHost.openSocket(host: plan.host, port: plan.port, for: carriers, deadline)
        }
    }

    /// Connects to hosts, one through another.
    /// - Returns: The client of the last one; all of them end with this client.
    private func jumpHost(_ hops: [JumpHop], _ deadline: Deadline) throws(SSHError) -> SSHClient {
        var last: SSHClient?
        for hop in hops {
            // Whom it trusts and which files it reads is as for the host itself; by what to log in is each host's own.
            var options = options
            options.keys = []
            options.keyFiles = nil
            options.password = nil
            options.answers = nil
            options.profile = .compatible
            options.algorithms = [:]
            options.forwardedAgent = .none
            options.forwardedDisplay = .none
            options.offersCompression = nil
            if case .fingerprint = options.hostKeys { options.hostKeys = nil }
            options.jumpHost = last
            options.ledBy.append(name)
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

/// A client that was made for another one, to go through its host, and ends with it.
private final class JumpClient: Dependent {
    private let client: SSHClient

    init(_ client: SSHClient) {
        self.client = client
    }

    func end() { client.end() }

    func wait() { client.close() }
}
