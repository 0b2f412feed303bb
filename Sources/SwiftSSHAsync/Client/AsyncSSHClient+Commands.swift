public import SwiftSSH

extension AsyncSSHClient {
    /// Runs a command to its end.
    /// - Parameters:
    ///   - command: The command line, as the user's shell on the server is to read it.
    ///   - input: What it reads from standard input, which then ends.
    ///   - environment: Variables to set; servers take only names that they are configured to take.
    ///   - terminal: A terminal for it; nil for none.
    ///   - limit: How many bytes are kept of both streams together; nil is no limit.
    ///   - timeout: The time for all of it.
    /// - Returns: How it ended, whatever that is, and what it wrote; ``SwiftSSH/CommandResult/check()`` throws unless it ended well.
    /// - Throws: `invalidArgument` for a command that holds a NUL or is longer than the engine can send; `channelFailure` and `channelRequestDenied` when the server refuses; `outputLimit`, `timeout` and `cancelled`, after which the command has been ended as far as that goes from here;
    ///   why the connection is over. ``SwiftSSH/SSHError/output`` is what had come by then.
    public func run(
        _ command: RemoteCommand, input: [UInt8] = [], environment: [String: String] = [:], terminal: Terminal? = nil,
        limit: Int? = nil, timeout: Duration? = nil
    ) async throws(SSHError) -> CommandResult {
        let deadline = driver.deadline(timeout)
        let process = try await driver.run(until: deadline) { () throws(SSHError) in
            try blocking.start(command, environment: environment, terminal: terminal)
        }
        do throws(SSHError) {
            return try await driver.run(until: deadline) { () throws(SSHError) in
                try process.communicate(input: input, limit: limit)
            }
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
    ///   - timeout: The time until it has been started.
    /// - Throws: `invalidArgument` for a command that holds a NUL or is longer than the engine can send; `channelFailure` and `channelRequestDenied` when the server refuses, `timeout`, `cancelled`, why the connection is over.
    public func start(
        _ command: RemoteCommand, environment: [String: String] = [:], terminal: Terminal? = nil,
        timeout: Duration? = nil
    ) async throws(SSHError) -> AsyncRemoteProcess {
        let process = try await driver.run(timeout) { () throws(SSHError) in
            try blocking.start(command, environment: environment, terminal: terminal)
        }
        return AsyncRemoteProcess(process, driver)
    }

    /// Starts the user's shell.
    /// - Parameters:
    ///   - environment: Variables to set; servers take only names that they are configured to take.
    ///   - terminal: A terminal for it, which makes it an interactive one; nil for none.
    ///   - timeout: The time until it has been started.
    /// - Throws: As ``start(_:environment:terminal:timeout:)``.
    public func startShell(
        environment: [String: String] = [:], terminal: Terminal? = Terminal(), timeout: Duration? = nil
    ) async throws(SSHError) -> AsyncRemoteProcess {
        let process = try await driver.run(timeout) { () throws(SSHError) in
            try blocking.startShell(environment: environment, terminal: terminal)
        }
        return AsyncRemoteProcess(process, driver)
    }

    /// Starts a command, and kills it where it still runs when the body has ended, however it does.
    /// - Parameters:
    ///   - command: The command line, as the user's shell on the server is to read it.
    ///   - environment: Variables to set; servers take only names that they are configured to take.
    ///   - terminal: A terminal for it; nil for none.
    ///   - timeout: The time until it has been started.
    ///   - isolation: The actor that the body runs on, the caller's.
    ///   - body: Uses the process.
    /// - Returns: What the body gives.
    /// - Throws: As ``start(_:environment:terminal:timeout:)``, and what the body throws.
    public func withProcess<Value>(
        _ command: RemoteCommand, environment: [String: String] = [:], terminal: Terminal? = nil,
        timeout: Duration? = nil,
        isolation: isolated (any Actor)? = #isolation, _ body: (AsyncRemoteProcess) async throws -> Value
    ) async throws -> Value {
        let process = try await start(command, environment: environment, terminal: terminal, timeout: timeout)
        defer { process.kill() }
        return try await body(process)
    }
}
