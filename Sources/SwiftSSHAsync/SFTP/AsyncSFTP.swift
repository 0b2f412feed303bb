public import SwiftSSH

/// The files of a server, for tasks: ``SwiftSSH/SFTP`` with its calls awaited.
///
/// Any task may call any method at any time: requests go side by side. Every method throws what its namesake of ``SwiftSSH/SFTP`` throws: `sftpProtocol` where the
/// server refuses, with the status and the path; `invalidArgument` for a path with a NUL; `badUse` after ``shutdown(timeout:)``; why the connection is over; `timeout`, where nil
/// takes the session's; and besides `cancelled`, when the task is cancelled. Whether the server has done what a cancelled call asked for is not told. It keeps its session alive;
/// letting it go closes it without waiting.
public final class AsyncSFTP: Sendable {
    /// The files whose calls wait, for everything that has no awaited form: what the server offers, its limits, the last status.
    public let blocking: SFTP
    let driver: Driver

    /// Has tasks use an SFTP session.
    /// - Parameter sftp: The SFTP session.
    /// - Throws: `allocation` where the system has no descriptor or thread left.
    public convenience init(_ sftp: SFTP) throws(SSHError) {
        self.init(sftp, try Driver.of(sftp.session))
    }

    init(_ sftp: SFTP, _ driver: Driver) {
        blocking = sftp
        self.driver = driver
    }

    /// Ends the SFTP session, and the requests that are under way. What files have accepted to write is sent, but whether the server has written it is not
    /// waited for: close them first. Ending it again does nothing.
    /// - Parameter timeout: The time it may take.
    public func shutdown(timeout: Duration? = nil) async throws(SSHError) {
        try await run(timeout) { (sftp) throws(SSHError) in try sftp.shutdown() }
    }

    /// Makes a call of the SFTP session's.
    func run<Value: Sendable>(
        _ timeout: Duration?, _ call: (SFTP) throws(SSHError) -> Value
    ) async throws(SSHError) -> Value {
        try await driver.run(timeout) { () throws(SSHError) in try call(blocking) }
    }
}

extension AsyncSSHClient {
    /// Starts the server's SFTP subsystem.
    /// - Parameters:
    ///   - options: How it works.
    ///   - timeout: The time until it has been started.
    /// - Throws: `channelRequestDenied` when the server has no SFTP, `sftpProtocol`, `channelFailure`, `timeout`, `cancelled`, why the connection is over.
    public func sftp(
        options: SFTPOptions = SFTPOptions(), timeout: Duration? = nil
    ) async throws(SSHError) -> AsyncSFTP {
        let sftp = try await driver.run(timeout) { () throws(SSHError) in try blocking.sftp(options: options) }
        return AsyncSFTP(sftp, driver)
    }

    /// Starts the server's SFTP subsystem, and ends it when the body has ended, however it does.
    /// - Parameters:
    ///   - options: How it works.
    ///   - timeout: The time until it has been started.
    ///   - isolation: The actor that the body runs on, the caller's.
    ///   - body: Uses the files.
    /// - Returns: What the body gives.
    /// - Throws: As ``sftp(options:timeout:)`` and ``AsyncSFTP/shutdown(timeout:)``, and what the body throws.
    public func withSFTP<Value>(
        options: SFTPOptions = SFTPOptions(), timeout: Duration? = nil,
        isolation: isolated (any Actor)? = #isolation, _ body: (AsyncSFTP) async throws -> Value
    ) async throws -> Value {
        let sftp = try await sftp(options: options, timeout: timeout)
        do {
            let value = try await body(sftp)
            try await sftp.shutdown()
            return value
        } catch {
            // Without waiting for what a server that may be gone has to say.
            try? sftp.blocking.shutdown(timeout: .zero)
            throw error
        }
    }
}
