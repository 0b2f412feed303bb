/// A pseudo-terminal for what runs remotely (RFC 4254, 6.2).
public struct Terminal: Sendable, Hashable {
    /// The terminal's type, as in `TERM`.
    public var type: String
    /// Its size.
    public var size: TerminalSize
    /// The encoded modes (RFC 4254, 8); empty for the server's own.
    public var modes: [UInt8]

    /// Makes a terminal.
    /// - Parameters:
    ///   - type: Its type, as in `TERM`.
    ///   - size: Its size.
    ///   - modes: The encoded modes.
    public init(type: String = "xterm-256color", size: TerminalSize = TerminalSize(), modes: [UInt8] = []) {
        self.type = type
        self.size = size
        self.modes = modes
    }
}

extension SSHClient {
    /// Runs a command to its end.
    /// - Parameters:
    ///   - command: The command line, as the user's shell on the server is to read it.
    ///   - input: What it reads from standard input, which then ends.
    ///   - environment: Variables to set; servers take only names that they are configured to take.
    ///   - terminal: A terminal for it; nil for none.
    ///   - limit: How many bytes are kept of both streams together; nil is no limit.
    ///   - timeout: The time for all of it; nil is no limit.
    /// - Returns: How it ended, whatever that is, and what it wrote; ``CommandResult/check()`` throws unless it ended well.
    /// - Throws: `invalidArgument` for a command that holds a NUL or is longer than the engine can send; `channelFailure` and `channelRequestDenied` when the server refuses; `outputLimit` and `timeout`, after which the command has been ended as far as ``RemoteProcess/kill()`` goes;
    ///   why the connection is over. ``SSHError/output`` is what had come by then.
    public func run(
        _ command: RemoteCommand, input: [UInt8] = [], environment: [String: String] = [:], terminal: Terminal? = nil,
        limit: Int? = nil, timeout: Duration? = nil
    ) throws(SSHError) -> CommandResult {
        let deadline = Deadline(after: timeout)
        let process = try start(
            command, environment: environment, terminal: terminal, timeout: deadline.remaining)
        do throws(SSHError) {
            return try process.communicate(input: input, limit: limit, timeout: deadline.remaining)
        } catch {
            process.kill()
            var error = error
            error.output = process.output
            throw error
        }
    }

    /// Starts a command.
    /// - Parameters:
    ///   - command: The command line, as the user's shell on the server is to read it.
    ///   - environment: Variables to set; servers take only names that they are configured to take.
    ///   - terminal: A terminal for it; nil for none.
    ///   - standardError: What becomes of its standard error stream. One that is read apart must be read: a process that has filled it waits.
    ///   - timeout: The time until it has been started; nil is no limit.
    /// - Throws: `invalidArgument` for a command that holds a NUL or is longer than the engine can send (35,000 bytes with libssh2, 256 KiB with the native one); `channelFailure` and `channelRequestDenied` when the server refuses that or what is to be forwarded, `timeout`, why the connection is over.
    public func start(
        _ command: RemoteCommand, environment: [String: String] = [:], terminal: Terminal? = nil,
        standardError: ExtendedDataMode = .normal, timeout: Duration? = nil
    ) throws(SSHError) -> RemoteProcess {
        let startup = ChannelRequest.startup(type: "exec", message: command.bytes)
        return try start(command, startup, environment, terminal, standardError, timeout)
    }

    /// Starts the user's shell.
    /// - Parameters:
    ///   - environment: Variables to set; servers take only names that they are configured to take.
    ///   - terminal: A terminal for it, which makes it an interactive one; nil for none.
    ///   - standardError: What becomes of its standard error stream.
    ///   - timeout: The time until it has been started; nil is no limit.
    /// - Throws: As ``start(_:environment:terminal:timeout:)``.
    public func startShell(
        environment: [String: String] = [:], terminal: Terminal? = Terminal(),
        standardError: ExtendedDataMode = .normal, timeout: Duration? = nil
    ) throws(SSHError) -> RemoteProcess {
        try start("shell", .startup(type: "shell", message: nil), environment, terminal, standardError, timeout)
    }

    /// Opens a channel, sets it up and starts something in it: one call, which a caller that does not wait makes again until it is done.
    private func start(
        _ command: RemoteCommand, _ startup: ChannelRequest, _ environment: [String: String], _ terminal: Terminal?,
        _ errorMode: ExtendedDataMode, _ timeout: Duration?
    ) throws(SSHError) -> RemoteProcess {
        try session.state.recording { () throws(SSHError) in
            let variables = environment.sorted { $0.key < $1.key }.map { (name, value) in
                ChannelRequest.environment(name: Array(name.utf8), value: Array(value.utf8))
            }
            let requests = forwardRequests + variables + (terminal.map { [$0.request] } ?? []) + [startup]
            let engine = session.connection.engine
            do throws(SSHError) {
                let (queues, _) = try session.connection.converse(
                    Connection.Call(.channel, timeout),
                    OperationKey(name: "process \(errorMode)", detail: requests),
                    errorMode: errorMode,
                    check: { () throws(SSHError) in
                        try session.requireAuthentication()
                        try startup.check(engine)
                        try terminal?.check()
                    }, requests: requests, refused: { Self.explained($0, $1, engine) },
                    talk: { (_) in .done(()) })
                return RemoteProcess(self, command, Channel(session, queues))
            } catch {
                throw error.located(phase: .command, host: host, port: port)
            }
        }
    }

    /// What a server that refuses a request is configured not to do; nil where it has agreed before, and what is started can go without.
    private static func explained(_ request: ChannelRequest, _ error: SSHError, _ engine: any Engine) -> SSHError? {
        guard error.code == .channelRequestDenied else { return error }
        switch request {
        case .environment(let name, _):
            return SSHError(
                .channelRequestDenied,
                "the server does not let the variable \"\(String(escaping: name, limit: 64))\" be set"
                    + " (AcceptEnv); set it in the command itself", phase: .command)
        case .agentForwarding:
            // OpenSSH agrees once, for all that is started in the connection.
            if engine.forwards(.agent) { return nil }
            return SSHError(
                .channelRequestDenied, "the server does not take a forwarded agent (AllowAgentForwarding)",
                phase: .forwarding)
        case .x11:
            return SSHError(
                .channelRequestDenied, "the server does not take a forwarded display (X11Forwarding, xauth)",
                phase: .forwarding)
        default: return error
        }
    }
}

extension Terminal {
    fileprivate var request: ChannelRequest { .terminal(type: Array(type.utf8), modes: modes, size: size) }

    fileprivate func check() throws(SSHError) {
        try Channel.checkTerminal(type, modes: modes)
    }
}
