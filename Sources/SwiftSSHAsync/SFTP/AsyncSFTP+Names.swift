public import SwiftSSH

extension AsyncSFTP {
    // MARK: What there is

    /// What the server knows of a file, or of what a symbolic link points to.
    /// - Parameters:
    ///   - path: The file.
    ///   - timeout: The time for the server's answer.
    /// - Returns: What it knows; what it does not say is nil.
    public func stat(_ path: RemotePath, timeout: Duration? = nil) async throws(SSHError) -> SFTPAttributes {
        try await run(timeout) { (sftp) throws(SSHError) in try sftp.stat(path) }
    }

    /// What the server knows of a file; of a symbolic link itself.
    /// - Parameters:
    ///   - path: The file.
    ///   - timeout: The time for the server's answer.
    /// - Returns: What it knows; what it does not say is nil.
    public func lstat(_ path: RemotePath, timeout: Duration? = nil) async throws(SSHError) -> SFTPAttributes {
        try await run(timeout) { (sftp) throws(SSHError) in try sftp.lstat(path) }
    }

    /// Whether there is a file, a directory or whatever else of that name; a symbolic link is followed.
    /// - Parameters:
    ///   - path: The path.
    ///   - timeout: The time for the server's answer.
    public func exists(_ path: RemotePath, timeout: Duration? = nil) async throws(SSHError) -> Bool {
        try await run(timeout) { (sftp) throws(SSHError) in try sftp.exists(path) }
    }

    /// The absolute path without `.`, `..` and symbolic links; of `.` the directory in which relative paths begin.
    /// - Parameters:
    ///   - path: The path; whether it must be there is the server's to say.
    ///   - timeout: The time for the server's answer.
    public func realPath(_ path: RemotePath, timeout: Duration? = nil) async throws(SSHError) -> RemotePath {
        try await run(timeout) { (sftp) throws(SSHError) in try sftp.realPath(path) }
    }

    /// What a symbolic link points to, as it was written.
    /// - Parameters:
    ///   - path: The link.
    ///   - timeout: The time for the server's answer.
    public func readLink(_ path: RemotePath, timeout: Duration? = nil) async throws(SSHError) -> RemotePath {
        try await run(timeout) { (sftp) throws(SSHError) in try sftp.readLink(path) }
    }

    /// What is known of the file system that a path is on (`statvfs@openssh.com`).
    /// - Parameters:
    ///   - path: A file or directory on it.
    ///   - timeout: The time for the server's answer.
    /// - Throws: `methodNotSupported` where the server does not offer it.
    public func statVFS(_ path: RemotePath, timeout: Duration? = nil) async throws(SSHError) -> SFTPStatVFS {
        try await run(timeout) { (sftp) throws(SSHError) in try sftp.statVFS(path) }
    }

    /// Finds the paths that a pattern names, as ``SwiftSSH/SFTP/glob(_:timeout:)`` does; in a thread, as copies are made.
    /// - Parameters:
    ///   - pattern: A path with `*`, `?`, `[...]`, `\` and `**` in its names.
    ///   - timeout: The time for each question to the server.
    /// - Returns: The paths that are there, sorted; none where nothing matches.
    public func glob(_ pattern: RemotePath, timeout: Duration? = nil) async throws(SSHError) -> [RemotePath] {
        let sftp = blocking
        return try await driver.runInThread { () throws(SSHError) in try sftp.glob(pattern, timeout: timeout) }
    }

    // MARK: Changes

    /// Sets attributes of a file, or of what a symbolic link points to.
    /// - Parameters:
    ///   - path: The file.
    ///   - attributes: What is to be set; what is nil stays as it is.
    ///   - timeout: The time for the server's answer.
    public func setAttributes(
        _ path: RemotePath, _ attributes: SFTPAttributes, timeout: Duration? = nil
    ) async throws(SSHError) {
        try await run(timeout) { (sftp) throws(SSHError) in try sftp.setAttributes(path, attributes) }
    }

    /// Sets attributes of a file; of a symbolic link itself (`lsetstat@openssh.com`).
    /// - Parameters:
    ///   - path: The file.
    ///   - attributes: What is to be set; what is nil stays as it is.
    ///   - timeout: The time for the server's answer.
    /// - Throws: `methodNotSupported` where the server does not offer it.
    public func setLinkAttributes(
        _ path: RemotePath, _ attributes: SFTPAttributes, timeout: Duration? = nil
    ) async throws(SSHError) {
        try await run(timeout) { (sftp) throws(SSHError) in try sftp.setLinkAttributes(path, attributes) }
    }

    /// Makes a directory.
    /// - Parameters:
    ///   - path: The directory.
    ///   - permissions: Its permission bits, of which the server's umask takes some away.
    ///   - timeout: The time for the server's answer.
    public func makeDirectory(
        _ path: RemotePath, permissions: UInt32 = 0o777, timeout: Duration? = nil
    ) async throws(SSHError) {
        try await run(timeout) { (sftp) throws(SSHError) in try sftp.makeDirectory(path, permissions: permissions) }
    }

    /// Makes a symbolic link.
    /// - Parameters:
    ///   - link: The link that is made.
    ///   - target: What it points to; it need not be there.
    ///   - timeout: The time for the server's answer.
    public func makeSymbolicLink(
        _ link: RemotePath, to target: RemotePath, timeout: Duration? = nil
    ) async throws(SSHError) {
        try await run(timeout) { (sftp) throws(SSHError) in try sftp.makeSymbolicLink(link, to: target) }
    }

    /// Gives a file a second name (`hardlink@openssh.com`).
    /// - Parameters:
    ///   - link: The new name.
    ///   - path: The file.
    ///   - timeout: The time for the server's answer.
    /// - Throws: `methodNotSupported` where the server does not offer it.
    public func makeHardLink(
        _ link: RemotePath, to path: RemotePath, timeout: Duration? = nil
    ) async throws(SSHError) {
        try await run(timeout) { (sftp) throws(SSHError) in try sftp.makeHardLink(link, to: path) }
    }

    /// Gives a file another name; with OpenSSH an error where the new name is taken.
    /// - Parameters:
    ///   - path: The file.
    ///   - target: Its new name.
    ///   - overwriting: Whether a file that has the new name is replaced, so that nobody sees a state between; `methodNotSupported` where the server does not offer that.
    ///   - timeout: The time for the server's answer.
    public func rename(
        _ path: RemotePath, to target: RemotePath, overwriting: Bool = false, timeout: Duration? = nil
    ) async throws(SSHError) {
        try await run(timeout) { (sftp) throws(SSHError) in
            try sftp.rename(path, to: target, overwriting: overwriting)
        }
    }

    /// Removes a file or a symbolic link.
    /// - Parameters:
    ///   - path: The file.
    ///   - timeout: The time for the server's answer.
    public func remove(_ path: RemotePath, timeout: Duration? = nil) async throws(SSHError) {
        try await run(timeout) { (sftp) throws(SSHError) in try sftp.remove(path) }
    }

    /// Removes an empty directory.
    /// - Parameters:
    ///   - path: The directory.
    ///   - timeout: The time for the server's answer.
    public func removeDirectory(_ path: RemotePath, timeout: Duration? = nil) async throws(SSHError) {
        try await run(timeout) { (sftp) throws(SSHError) in try sftp.removeDirectory(path) }
    }

    /// Removes a directory with all that is in it, or a file, as ``SwiftSSH/SFTP/removeTree(_:timeout:)`` does; in a thread, as copies are made.
    /// - Parameters:
    ///   - path: The directory.
    ///   - timeout: The time for all of it; nil for no limit.
    public func removeTree(_ path: RemotePath, timeout: Duration? = nil) async throws(SSHError) {
        let sftp = blocking
        try await driver.runInThread { () throws(SSHError) in try sftp.removeTree(path, timeout: timeout) }
    }
}
