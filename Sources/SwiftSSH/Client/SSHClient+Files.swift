extension SSHClient {
    /// Starts the server's SFTP subsystem, for everything that is done with files.
    /// - Parameters:
    ///   - options: How it works.
    ///   - timeout: The time until it has been started; nil is no limit.
    /// - Throws: `channelRequestDenied` when the server has no SFTP, `sftpProtocol`, `channelFailure`, `timeout`, why the connection is over.
    public func sftp(options: SFTPOptions = SFTPOptions(), timeout: Duration? = nil) throws(SSHError) -> SFTP {
        try session.sftp(options: options, timeout: timeout)
    }

    /// Copies a file from the server, or a directory with all that is in it, over an SFTP session of its own.
    /// - Parameters:
    ///   - path: The file or directory on the server.
    ///   - target: Where it goes, its own name included.
    ///   - options: How it is copied.
    ///   - timeout: The time for all of it; nil is no limit.
    ///   - progress: Told how far it has come; gives false to end the transfer.
    /// - Returns: What was copied, and, of a directory, what could not be.
    /// - Throws: As ``sftp(options:timeout:)`` and ``SFTP/get(_:to:options:timeout:progress:)``.
    @discardableResult
    public func get(
        _ path: RemotePath, to target: LocalPath, options: TransferOptions = TransferOptions(),
        timeout: Duration? = nil, progress: ((TransferProgress) -> Bool)? = nil
    ) throws(SSHError) -> TransferReport {
        let deadline = Deadline(after: timeout)
        return try sftp(timeout: deadline.remaining)
            .get(path, to: target, options: options, timeout: deadline.remaining, progress: progress)
    }

    /// Copies a file to the server, or a directory with all that is in it, over an SFTP session of its own.
    /// - Parameters:
    ///   - source: The file or directory of this machine.
    ///   - path: Where it goes on the server, its own name included.
    ///   - options: How it is copied.
    ///   - timeout: The time for all of it; nil is no limit.
    ///   - progress: Told how far it has come; gives false to end the transfer.
    /// - Returns: What was copied, and, of a directory, what could not be.
    /// - Throws: As ``sftp(options:timeout:)`` and ``SFTP/put(_:to:options:timeout:progress:)``.
    @discardableResult
    public func put(
        _ source: LocalPath, to path: RemotePath, options: TransferOptions = TransferOptions(),
        timeout: Duration? = nil, progress: ((TransferProgress) -> Bool)? = nil
    ) throws(SSHError) -> TransferReport {
        let deadline = Deadline(after: timeout)
        return try sftp(timeout: deadline.remaining)
            .put(source, to: path, options: options, timeout: deadline.remaining, progress: progress)
    }
}
