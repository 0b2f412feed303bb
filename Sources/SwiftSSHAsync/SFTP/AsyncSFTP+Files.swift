public import SwiftSSH

extension AsyncSFTP {
    // MARK: Files

    /// Opens a file.
    /// - Parameters:
    ///   - path: The file.
    ///   - flags: What it is opened for.
    ///   - attributes: What a file that is made gets, for example its permissions.
    ///   - timeout: The time for the server's answer.
    /// - Returns: The file. Letting it go closes it without waiting.
    public func open(
        _ path: RemotePath, _ flags: SFTPOpenFlags = .read, attributes: SFTPAttributes = SFTPAttributes(),
        timeout: Duration? = nil
    ) async throws(SSHError) -> AsyncSFTPFile {
        let handle = try await run(timeout) { (sftp) throws(SSHError) in
            try sftp.open(path, flags, attributes: attributes)
        }
        return AsyncSFTPFile(handle, driver)
    }

    /// Opens a file, and closes it when the body has ended: waiting for the server's word about all that was written, and without waiting where the body throws.
    /// - Parameters:
    ///   - path: The file.
    ///   - flags: What it is opened for.
    ///   - attributes: What a file that is made gets, for example its permissions.
    ///   - timeout: The time for the server's answer.
    ///   - isolation: The actor that the body runs on, the caller's.
    ///   - body: Uses the file.
    /// - Returns: What the body gives.
    /// - Throws: Also what ``AsyncSFTPFile/close(timeout:)`` throws, and what the body throws.
    public func withFile<Value>(
        _ path: RemotePath, _ flags: SFTPOpenFlags = .read, attributes: SFTPAttributes = SFTPAttributes(),
        timeout: Duration? = nil, isolation: isolated (any Actor)? = #isolation,
        _ body: (AsyncSFTPFile) async throws -> Value
    ) async throws -> Value {
        let file = try await open(path, flags, attributes: attributes, timeout: timeout)
        do {
            let value = try await body(file)
            try await file.close()
            return value
        } catch {
            try? file.blocking.close(timeout: .zero)
            throw error
        }
    }

    /// Reads a whole file.
    /// - Parameters:
    ///   - path: The file.
    ///   - limit: The most bytes that are taken into memory.
    ///   - timeout: The time for all of it.
    /// - Throws: `outOfBoundary` for a longer file.
    public func readBytes(
        _ path: RemotePath, limit: Int = 1 << 30, timeout: Duration? = nil
    ) async throws(SSHError) -> [UInt8] {
        let deadline = driver.deadline(timeout)
        let file = try await open(path, .read, timeout: deadline.remaining)
        var bytes: [UInt8] = []
        while case let piece = try await file.read(timeout: deadline.remaining), !piece.isEmpty {
            guard bytes.count + piece.count <= limit else {
                throw SSHError(
                    .outOfBoundary, "the file is longer than \(limit) bytes", phase: .sftp, path: path.description)
            }
            bytes += piece
        }
        try await file.close(timeout: deadline.remaining)
        return bytes
    }

    /// Writes a whole file, in place of what it holds. After a failure it may hold a part of the bytes: ``put(_:to:options:timeout:progress:)`` keeps it whole.
    /// - Parameters:
    ///   - path: The file; made where it is missing.
    ///   - bytes: What it is to hold.
    ///   - permissions: The permission bits of a file that is made; nil for the server's own.
    ///   - timeout: The time for all of it.
    public func writeBytes(
        _ path: RemotePath, _ bytes: [UInt8], permissions: UInt32? = nil, timeout: Duration? = nil
    ) async throws(SSHError) {
        let deadline = driver.deadline(timeout)
        let attributes = SFTPAttributes(permissions: permissions)
        let file = try await open(
            path, [.write, .create, .truncate], attributes: attributes, timeout: deadline.remaining)
        try await file.write(bytes, timeout: deadline.remaining)
        try await file.close(timeout: deadline.remaining)
    }

    // MARK: Copies

    /// Copies a file from the server, or a directory with all that is in it, as ``SwiftSSH/SFTP/get(_:to:options:timeout:progress:)`` does.
    ///
    /// A thread does that, of which there are 32 at most, and 8 for one session: what comes in addition waits for its turn. When the task is cancelled this throws as soon as the
    /// thread has stopped, which takes a moment; what has been copied of a file stays as a part, which ``SwiftSSH/TransferOptions/resumes`` goes on from.
    /// - Parameters:
    ///   - path: The file or directory on the server.
    ///   - target: Where it goes, its own name included.
    ///   - options: How it is copied.
    ///   - timeout: The time for all of it, from when it has got its thread; nil for no limit.
    ///   - progress: Told how far it has come, at most ten times a second and once at the end; gives false to end the transfer. Called in that thread.
    /// - Returns: What was copied, and, of a directory, what could not be.
    @discardableResult
    public func get(
        _ path: RemotePath, to target: LocalPath, options: TransferOptions = TransferOptions(),
        timeout: Duration? = nil, progress: (@Sendable (TransferProgress) -> Bool)? = nil
    ) async throws(SSHError) -> TransferReport {
        let sftp = blocking
        return try await driver.runInThread { () throws(SSHError) in
            try sftp.get(path, to: target, options: options, timeout: timeout, progress: progress)
        }
    }

    /// Copies a file to the server, or a directory with all that is in it, as ``SwiftSSH/SFTP/put(_:to:options:timeout:progress:)`` does.
    /// - Parameters:
    ///   - source: The file or directory of this machine.
    ///   - path: Where it goes on the server, its own name included.
    ///   - options: How it is copied.
    ///   - timeout: As ``get(_:to:options:timeout:progress:)``.
    ///   - progress: As ``get(_:to:options:timeout:progress:)``.
    /// - Returns: What was copied, and, of a directory, what could not be.
    /// - Throws: As ``get(_:to:options:timeout:progress:)``.
    @discardableResult
    public func put(
        _ source: LocalPath, to path: RemotePath, options: TransferOptions = TransferOptions(),
        timeout: Duration? = nil, progress: (@Sendable (TransferProgress) -> Bool)? = nil
    ) async throws(SSHError) -> TransferReport {
        let sftp = blocking
        return try await driver.runInThread { () throws(SSHError) in
            try sftp.put(source, to: path, options: options, timeout: timeout, progress: progress)
        }
    }
}

extension AsyncSSHClient {
    /// Copies a file from the server, or a directory with all that is in it, over an SFTP session of its own.
    /// - Parameters: As ``AsyncSFTP/get(_:to:options:timeout:progress:)``.
    /// - Returns: What was copied, and, of a directory, what could not be.
    /// - Throws: As ``sftp(options:timeout:)`` and ``AsyncSFTP/get(_:to:options:timeout:progress:)``.
    @discardableResult
    public func get(
        _ path: RemotePath, to target: LocalPath, options: TransferOptions = TransferOptions(),
        timeout: Duration? = nil, progress: (@Sendable (TransferProgress) -> Bool)? = nil
    ) async throws(SSHError) -> TransferReport {
        let deadline = Deadline(after: timeout)
        return try await sftp(timeout: deadline.remaining)
            .get(path, to: target, options: options, timeout: deadline.remaining, progress: progress)
    }

    /// Copies a file to the server, or a directory with all that is in it, over an SFTP session of its own.
    /// - Parameters: As ``AsyncSFTP/put(_:to:options:timeout:progress:)``.
    /// - Returns: What was copied, and, of a directory, what could not be.
    /// - Throws: As ``sftp(options:timeout:)`` and ``AsyncSFTP/put(_:to:options:timeout:progress:)``.
    @discardableResult
    public func put(
        _ source: LocalPath, to path: RemotePath, options: TransferOptions = TransferOptions(),
        timeout: Duration? = nil, progress: (@Sendable (TransferProgress) -> Bool)? = nil
    ) async throws(SSHError) -> TransferReport {
        let deadline = Deadline(after: timeout)
        return try await sftp(timeout: deadline.remaining)
            .put(source, to: path, options: options, timeout: deadline.remaining, progress: progress)
    }
}
