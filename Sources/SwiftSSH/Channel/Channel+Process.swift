extension Channel {
    /// Runs a command (RFC 4254, 6.5). A channel runs one thing only.
    /// - Parameters:
    ///   - command: The command line, as the user's shell on the server is to read it; without NUL.
    ///   - timeout: The time for the server's answer, not for the command; nil takes the session's.
    /// - Throws: `invalidArgument` for a command that holds a NUL or is longer than the engine can send; `channelRequestDenied` when the server refuses, `channelFailure`, `badUse` when something runs already, `timeout`, and
    ///   `again` in non-blocking mode.
    public func execute(_ command: RemoteCommand, timeout: Duration? = nil) throws(SSHError) {
        try start("exec", message: command.bytes, timeout: timeout)
    }

    /// Starts the user's shell (RFC 4254, 6.5).
    /// - Parameter timeout: As in ``execute(_:timeout:)``.
    /// - Throws: As ``execute(_:timeout:)``.
    public func startShell(timeout: Duration? = nil) throws(SSHError) {
        try start("shell", message: nil, timeout: timeout)
    }

    /// Starts a subsystem of the server (RFC 4254, 6.5).
    /// - Parameters:
    ///   - name: The subsystem's name, for example `sftp`.
    ///   - timeout: As in ``execute(_:timeout:)``.
    /// - Throws: As ``execute(_:timeout:)``.
    public func startSubsystem(_ name: String, timeout: Duration? = nil) throws(SSHError) {
        try start("subsystem", message: Array(name.utf8), timeout: timeout)
    }

    /// Starts a process by a request of any type (`libssh2_channel_process_startup`).
    /// - Parameters:
    ///   - type: The request's type, 1 to 1024 bytes.
    ///   - message: What follows in the request, without its length; nil for nothing.
    ///   - timeout: As in ``execute(_:timeout:)``.
    /// - Throws: As ``execute(_:timeout:)``.
    public func start(_ type: String, message: [UInt8]?, timeout: Duration? = nil) throws(SSHError) {
        guard (1...1024).contains(type.utf8.count) else {
            throw SSHError(.invalidArgument, "the type of a request is 1 to 1024 bytes long", phase: .channel)
        }
        let startup = ChannelRequest.startup(type: type, message: message)
        try session.state.recording { () throws(SSHError) in try startup.check(connection.engine) }
        try request("start", timeout, startup)
    }

    /// Sets a variable in the environment of what will run (RFC 4254, 6.4). Servers take only names that they are configured to take.
    /// - Parameters:
    ///   - name: The variable's name.
    ///   - value: Its value.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Throws: `channelRequestDenied` when the server does not take it, `timeout`, and `again` in non-blocking mode.
    public func setEnvironment(_ name: String, _ value: String, timeout: Duration? = nil) throws(SSHError) {
        try request("setenv", timeout, .environment(name: Array(name.utf8), value: Array(value.utf8)))
    }
}
