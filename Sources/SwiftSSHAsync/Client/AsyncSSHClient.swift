public import SwiftSSH

/// A connection to one host for tasks: ``SwiftSSH/SSHClient`` with its calls awaited.
///
///     try await AsyncSSHClient.withClient(host: "server.example", user: "me") { client in
///         print(try await client.run("uname -a").text)
///     }
///
/// Any task may call any method at any time, and no call that waits has a thread. A task that is cancelled ends its wait at once and throws `cancelled`: what
/// it had asked for is given up, the connection goes on, and what had come for it stays for who reads next. Every `timeout` is the time for the whole call;
/// where it is nil, the session's holds, which is no limit unless one is set. A client that is let go ends its connection; ``close()`` says goodbye first.
public final class AsyncSSHClient: Sendable {
    /// The client whose calls wait, for everything that has no awaited form: the host, the session, what is known of it. Threads may use it meanwhile;
    /// its session's `turn` is called by this module alone.
    public let blocking: SSHClient
    let driver: Driver

    /// Has tasks use a client that has logged in.
    /// - Parameter client: The client. It may be given to more than one.
    /// - Throws: `allocation` where the system has no descriptor or thread left.
    public init(_ client: SSHClient) throws(SSHError) {
        blocking = client
        driver = try Driver.of(client.session)
    }

    // MARK: Beginning and end

    /// Connects to a host, checks its key and logs in.
    ///
    /// A thread does that, of which there are 64 at most: what comes in addition waits for its turn, and that counts. The functions of the options are called
    /// in that thread. When the task is cancelled this throws at once, and the attempt ends by itself.
    /// - Parameters:
    ///   - host: A name, an alias of the ssh_config files, or an address, IPv6 or IPv4.
    ///   - port: The port, 1 to 65535; nil takes what Port says, 22 where it says nothing.
    ///   - user: The user's name on the server; nil takes what User says, and where it says nothing that of this process's user.
    ///   - options: How to connect.
    ///   - timeout: The time for all of it; nil is no limit.
    /// - Returns: The client, which is logged in.
    /// - Throws: As ``SwiftSSH/SSHClient/connect(timeout:)``; `cancelled`.
    public static func connect(
        host: String, port: UInt16? = nil, user: String? = nil, options: ClientOptions = ClientOptions(),
        timeout: Duration? = SSHClient.defaultConnectTimeout
    ) async throws(SSHError) -> AsyncSSHClient {
        let deadline = Deadline(after: timeout)
        let client = try SSHClient(host: host, port: port, user: user, options: options)
        do throws(SSHError) {
            try await Threads.connecting.run(until: deadline, isLeftBehind: true, end: { client.end() }) {
                () throws(SSHError) in try client.connect(timeout: deadline.remaining)
            }
        } catch {
            throw error.located(phase: nil, host: host, port: port)
        }
        return try AsyncSSHClient(client)
    }

    /// Connects to a host, and closes the connection when the body has ended, however it does.
    /// - Parameters:
    ///   - host: A name, an alias of the ssh_config files, or an address, IPv6 or IPv4.
    ///   - port: The port, 1 to 65535; nil takes what Port says, 22 where it says nothing.
    ///   - user: The user's name on the server; nil takes what User says, and where it says nothing that of this process's user.
    ///   - options: How to connect.
    ///   - timeout: The time for connecting; nil is no limit.
    ///   - isolation: The actor that the body runs on, the caller's.
    ///   - body: Uses the client.
    /// - Returns: What the body gives.
    /// - Throws: As ``connect(host:port:user:options:timeout:)``, and what the body throws.
    public static func withClient<Value>(
        host: String, port: UInt16? = nil, user: String? = nil, options: ClientOptions = ClientOptions(),
        timeout: Duration? = SSHClient.defaultConnectTimeout, isolation: isolated (any Actor)? = #isolation,
        _ body: (AsyncSSHClient) async throws -> Value
    ) async throws -> Value {
        let client = try await connect(host: host, port: port, user: user, options: options, timeout: timeout)
        do {
            let value = try await body(client)
            await client.close()
            return value
        } catch {
            await client.close()
            throw error
        }
    }

    /// Whether the client has logged in and the connection has not ended, as far as is known without asking the server.
    public var isConnected: Bool { blocking.isConnected }

    /// Makes the server answer: a dead peer shows as `timeout`.
    /// - Parameter timeout: The time for the answer.
    /// - Throws: `timeout`, `cancelled`, why the connection is over.
    public func ping(timeout: Duration? = nil) async throws(SSHError) {
        try await driver.run(timeout) { () throws(SSHError) in try blocking.session.ping() }
    }

    /// Says goodbye and ends the connection and everything that goes through it. Tasks that wait throw `cancelled`. Takes half a second at most, also
    /// when the task is cancelled; closing again does nothing.
    public func close() async {
        let client = blocking
        await Threads.closing.runToTheEnd { client.close() }
    }
}
