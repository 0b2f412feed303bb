extension SFTP {
    /// Opens a file (SSH_FXP_OPEN).
    /// - Parameters:
    ///   - path: The file.
    ///   - flags: What it is opened for; none counts as reading with most servers.
    ///   - attributes: What a file that is made gets, for example its permissions, of which the server's umask takes some away.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Returns: The file. Letting it go closes it without waiting.
    public func open(
        _ path: RemotePath, _ flags: SFTPOpenFlags = .read, attributes: SFTPAttributes = SFTPAttributes(),
        timeout: Duration? = nil
    ) throws(SSHError) -> SFTPHandle {
        let reply = try request(.open(path, flags, attributes), timeout)
        return SFTPHandle(self, path, reply.handle, isDirectory: false)
    }

    /// Opens a directory to be listed (SSH_FXP_OPENDIR).
    /// - Parameters:
    ///   - path: The directory.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Returns: The directory. Letting it go closes it without waiting.
    public func openDirectory(_ path: RemotePath, timeout: Duration? = nil) throws(SSHError) -> SFTPHandle {
        let reply = try request(.opendir(path), timeout)
        return SFTPHandle(self, path, reply.handle, isDirectory: true)
    }

    /// What the server knows of a file, or of what a symbolic link points to (SSH_FXP_STAT).
    /// - Parameters:
    ///   - path: The file.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Returns: What it knows; what it does not say is nil.
    public func stat(_ path: RemotePath, timeout: Duration? = nil) throws(SSHError) -> SFTPAttributes {
        try request(.stat(path), timeout).attributes
    }

    /// What the server knows of a file; of a symbolic link itself (SSH_FXP_LSTAT).
    /// - Parameters:
    ///   - path: The file.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Returns: What it knows; what it does not say is nil.
    public func lstat(_ path: RemotePath, timeout: Duration? = nil) throws(SSHError) -> SFTPAttributes {
        try request(.lstat(path), timeout).attributes
    }

    /// Sets attributes of a file, or of what a symbolic link points to (SSH_FXP_SETSTAT).
    /// - Parameters:
    ///   - path: The file.
    ///   - attributes: What is to be set; what is nil stays as it is.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    public func setAttributes(
        _ path: RemotePath, _ attributes: SFTPAttributes, timeout: Duration? = nil
    ) throws(SSHError) {
        _ = try request(.setstat(path, attributes), timeout)
    }

    /// Removes a file or a symbolic link; a directory is removed by ``removeDirectory(_:timeout:)`` (SSH_FXP_REMOVE).
    /// - Parameters:
    ///   - path: The file.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    public func remove(_ path: RemotePath, timeout: Duration? = nil) throws(SSHError) {
        _ = try request(.remove(path), timeout)
    }

    /// Makes a directory (SSH_FXP_MKDIR).
    /// - Parameters:
    ///   - path: The directory.
    ///   - permissions: Its permission bits, of which the server's umask takes some away.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    public func makeDirectory(
        _ path: RemotePath, permissions: UInt32 = 0o777, timeout: Duration? = nil
    ) throws(SSHError) {
        _ = try request(.mkdir(path, SFTPAttributes(permissions: permissions)), timeout)
    }

    /// Removes an empty directory (SSH_FXP_RMDIR).
    /// - Parameters:
    ///   - path: The directory.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    public func removeDirectory(_ path: RemotePath, timeout: Duration? = nil) throws(SSHError) {
        _ = try request(.rmdir(path), timeout)
    }

    /// Gives a file another name (SSH_FXP_RENAME); with OpenSSH an error where the new name is taken.
    /// - Parameters:
    ///   - path: The file.
    ///   - target: Its new name.
    ///   - overwriting: Whether a file that has the new name is replaced, so that nobody sees a state between
    ///     (`posix-rename@openssh.com`); `methodNotSupported` where the server does not offer that.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    public func rename(
        _ path: RemotePath, to target: RemotePath, overwriting: Bool = false, timeout: Duration? = nil
    ) throws(SSHError) {
        try check(target)
        if overwriting { try require(.posixRename, "rename to \(target) what may be there", path) }
        let renaming: SFTPRequest =
            overwriting ? .posixRename(path, to: target) : .rename(path, to: target)
        do throws(SSHError) {
            _ = try request(renaming, timeout)
        } catch {
            // All that version 3 of the protocol has for it.
            guard !overwriting, error.sftpStatus == SFTPStatus.failure.rawValue else { throw error }
            var error = error
            error.message += "; mostly because \(target) is there already"
            throw error
        }
    }
}

extension SFTP {
    /// The absolute path without `.`, `..` and symbolic links, as the server sees it (SSH_FXP_REALPATH). The path `.` gives the directory in
    /// which relative paths begin.
    /// - Parameters:
    ///   - path: The path; whether it must be there is the server's to say.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Returns: The absolute path.
    public func realPath(_ path: RemotePath, timeout: Duration? = nil) throws(SSHError) -> RemotePath {
        try request(.realpath(path), timeout).path
    }

    /// What a symbolic link points to, as it was written (SSH_FXP_READLINK).
    /// - Parameters:
    ///   - path: The link.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Returns: What it points to; a relative path begins where the link is.
    public func readLink(_ path: RemotePath, timeout: Duration? = nil) throws(SSHError) -> RemotePath {
        try request(.readlink(path), timeout).path
    }

    /// Makes a symbolic link (SSH_FXP_SYMLINK). Servers that have the arguments in OpenSSH's order get them so.
    /// - Parameters:
    ///   - link: The link that is made.
    ///   - target: What it points to; it need not be there.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    public func makeSymbolicLink(
        _ link: RemotePath, to target: RemotePath, timeout: Duration? = nil
    ) throws(SSHError) {
        try check(target)
        let isTargetFirst = exchange.server.wantsTargetFirst
        _ = try request(.symlink(link, to: target, isTargetFirst: isTargetFirst), timeout)
    }
}
