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
    /// - Throws: `channelFailure` and `channelRequestDenied` when the server refuses; `outputLimit` and `timeout`, after which the command is killed;
    ///   why the connection is over. ``SSHError/output`` is what had come by then.
    public func run(
        _ command: String, input: [UInt8] = [], environment: [String: String] = [:], terminal: Terminal? = nil,
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
    ///   - timeout: The time until it has been started; nil is no limit.
    /// - Throws: `channelFailure` and `channelRequestDenied` when the server refuses, `timeout`, why the connection is over.
    public func start(
        _ command: String, environment: [String: String] = [:], terminal: Terminal? = nil, timeout: Duration? = nil
    ) throws(SSHError) -> RemoteProcess {
        try start(command, environment, terminal, timeout) { (channel, timeout) throws(SSHError) in
            try channel.execute(command, timeout: timeout)
        }
    }

    /// Starts the user's shell.
    /// - Parameters:
    ///   - environment: Variables to set; servers take only names that they are configured to take.
    ///   - terminal: A terminal for it, which makes it an interactive one; nil for none.
    ///   - timeout: The time until it has been started; nil is no limit.
    /// - Throws: As ``start(_:environment:terminal:timeout:)``.
    public func startShell(
        environment: [String: String] = [:], terminal: Terminal? = Terminal(), timeout: Duration? = nil
    ) throws(SSHError) -> RemoteProcess {
        try start("shell", environment, terminal, timeout) { (channel, timeout) throws(SSHError) in
            try channel.startShell(timeout: timeout)
        }
    }

    private func start(
        _ command: String, _ environment: [String: String], _ terminal: Terminal?, _ timeout: Duration?,
        _ begin: (Channel, Duration?) throws(SSHError) -> Void
    ) throws(SSHError) -> RemoteProcess {
        let deadline = Deadline(after: timeout)
        do throws(SSHError) {
            let channel = try session.openChannel(timeout: deadline.remaining)
            for (name, value) in environment.sorted(by: { $0.key < $1.key }) {
                try setVariable(name, value, channel, deadline)
            }
            if let terminal {
                try channel.requestTerminal(
                    terminal.type, modes: terminal.modes, size: terminal.size, timeout: deadline.remaining)
            }
            try begin(channel, deadline.remaining)
            return RemoteProcess(self, command, channel)
        } catch {
            throw error.located(phase: .command, host: host)
        }
    }

    private func setVariable(
        _ name: String, _ value: String, _ channel: Channel, _ deadline: Deadline
    ) throws(SSHError) {
        do throws(SSHError) {
            try channel.setEnvironment(name, value, timeout: deadline.remaining)
        } catch {
            guard error.code == .channelRequestDenied else { throw error }
            throw SSHError(
                .channelRequestDenied,
                "the server does not let the variable \"\(String(escaping: name.utf8, limit: 64))\" be set"
                    + " (AcceptEnv); set it in the command itself", phase: .command)
        }
    }
}
