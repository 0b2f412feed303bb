public import SwiftSSH

/// Connections that are carried through a client, by threads of the library's own: ``SwiftSSH/Forward``, closed without waiting in it.
///
/// A forward keeps its client; letting it go closes it, and it ends with its client.
public final class AsyncForward: Sendable {
    /// The forward itself, with the counts of what it has carried and the last failure.
    public let blocking: Forward

    init(_ forward: Forward) {
        blocking = forward
    }

    /// The port that is listened on.
    public var boundPort: UInt16 { blocking.boundPort }

    /// Ends the forward and all of its connections, and waits for its threads, also when the task is cancelled. Closing it again does nothing.
    public func close() async {
        let forward = blocking
        await Threads.closing.runToTheEnd { forward.close() }
    }
}

extension AsyncSSHClient {
    /// Listens on a port of this machine and has the server connect to a host for each connection that comes (RFC 4254, 7.2).
    /// - Parameters:
    ///   - bindHost: The address to listen on.
    ///   - bindPort: The port to listen on; 0 lets the system choose.
    ///   - host: The host to connect to, as the server is to resolve it.
    ///   - port: Its port.
    /// - Throws: `addressNotFound`, `connect` with errno when the port is not to be had, `invalidArgument` for port 0 of the host, `closed`, `cancelled`.
    public func forwardLocal(
        bindHost: String = "127.0.0.1", bindPort: UInt16 = 0, to host: String, port: UInt16
    ) async throws(SSHError) -> AsyncForward {
        let client = blocking
        return AsyncForward(
            try await driver.runInThread { () throws(SSHError) in
                try client.forwardLocal(bindHost: bindHost, bindPort: bindPort, to: host, port: port)
            })
    }

    /// Serves SOCKS 4, 4a and 5 without authentication on a port of this machine: the server connects to whatever a client asks for.
    /// - Parameters:
    ///   - bindHost: The address to listen on. Everybody who can connect to it can use what the server can reach.
    ///   - bindPort: The port to listen on; 0 lets the system choose.
    /// - Throws: `addressNotFound`, `connect` with errno when the port is not to be had, `closed`, `cancelled`.
    public func forwardSOCKS(
        bindHost: String = "127.0.0.1", bindPort: UInt16 = 0
    ) async throws(SSHError) -> AsyncForward {
        let client = blocking
        return AsyncForward(
            try await driver.runInThread { () throws(SSHError) in
                try client.forwardSOCKS(bindHost: bindHost, bindPort: bindPort)
            })
    }

    /// Has the server listen on a port of its own and connects to a host from here for each connection that comes to it (RFC 4254, 7.1).
    /// - Parameters:
    ///   - bindHost: The address that the server listens on; nil for all, where the server allows that.
    ///   - bindPort: The port that it listens on; 0 lets the server choose.
    ///   - host: The host to connect to, as this machine resolves it.
    ///   - port: Its port.
    ///   - timeout: The time for the server's answer.
    /// - Throws: `requestDenied` when the server refuses, `invalidArgument` for port 0 of the host, `timeout`, `cancelled`, `closed`, why the connection is over.
    public func forwardRemote(
        bindHost: String? = "127.0.0.1", bindPort: UInt16 = 0, to host: String, port: UInt16, timeout: Duration? = nil
    ) async throws(SSHError) -> AsyncForward {
        let forward = try await driver.run(timeout) { () throws(SSHError) in
            try blocking.forwardRemote(bindHost: bindHost, bindPort: bindPort, to: host, port: port)
        }
        return AsyncForward(forward)
    }
}
