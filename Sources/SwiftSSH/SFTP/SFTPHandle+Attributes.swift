extension SFTPHandle {
    /// What the server knows of the file (SSH_FXP_FSTAT).
    /// - Parameter timeout: The time for the server's answer; nil takes the session's.
    public func attributes(timeout: Duration? = nil) throws(SSHError) -> SFTPAttributes {
        try sftp.request(.fstat(try identifier()), path: path, timeout).attributes
    }

    /// Sets attributes of the file (SSH_FXP_FSETSTAT).
    /// - Parameters:
    ///   - attributes: What is to be set; what is nil stays as it is.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    public func setAttributes(_ attributes: SFTPAttributes, timeout: Duration? = nil) throws(SSHError) {
        let identifier = try identifier()
        connection.peek { file.reading.drop() }
        _ = try sftp.request(.fsetstat(identifier, attributes), path: path, timeout)
    }

    /// What is known of the file system that the file is on (`fstatvfs@openssh.com`).
    /// - Parameter timeout: The time for the server's answer; nil takes the session's.
    /// - Throws: `methodNotSupported` where the server does not offer it.
    public func statVFS(timeout: Duration? = nil) throws(SSHError) -> SFTPStatVFS {
        try sftp.require(.fstatvfs, "look at the file system", path)
        return try sftp.statVFS(sftp.request(.fstatvfs(try identifier()), path: path, timeout), path)
    }

    /// The next name of the directory, in the server's order, `.` and `..` among them (SSH_FXP_READDIR). Memory is bounded, however
    /// many there are.
    /// - Parameter timeout: The time to wait for a name; nil takes the session's.
    /// - Returns: The name; nil after the last one, which only the server's word makes.
    public func readDirectory(timeout: Duration? = nil) throws(SSHError) -> SFTPName? {
        guard isDirectory else {
            throw sftp.recorded(
                SSHError(.badUse, "a file is read, not listed", phase: .sftp, path: path.description))
        }
        return try run(timeout) { () throws(SSHError) in try file.listing.take() }
    }
}
