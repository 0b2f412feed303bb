import Glibc

/// What a configuration asks of the system: its files, what patterns of paths name, and what commands say.
struct ConfigurationSystem {
    /// The content of a file; nil for one that does not exist.
    /// - Throws: `file` with errno and path, also for one that its owner does not keep to himself where that is wanted.
    var read: (_ path: String, _ isChecked: Bool) throws(SSHError) -> [UInt8]?
    /// The paths that a pattern names, in their order.
    var list: (_ pattern: String) throws(SSHError) -> [String]
    /// Whether a command ends with the status 0.
    var execute: (_ command: String) throws(SSHError) -> Bool
    /// The user that this process runs as.
    var localUser: LocalUser

    /// The system itself.
    /// - Parameters:
    ///   - deadline: By when commands must have ended.
    ///   - owner: What ends commands before; nil for nothing.
    static func current(_ deadline: Deadline, owner: Dependents? = nil) -> ConfigurationSystem {
        ConfigurationSystem(
            read: ConfigurationFile.read, list: ConfigurationFile.list,
            execute: { (command) throws(SSHError) in try ShellCommand.succeeds(command, deadline, owner) },
            localUser: .current)
    }
}

/// A file of a configuration.
enum ConfigurationFile {
    /// The largest file that is read, in bytes.
    static let maximumSize = 4 << 20

    /// All that a file holds; nil where it does not exist.
    /// - Parameters:
    ///   - path: The file's path.
    ///   - isChecked: Whether nobody but its owner and root may be able to write to it, and its owner must be the user or root.
    /// - Throws: `file` with errno and path.
    static func read(_ path: String, isChecked: Bool) throws(SSHError) -> [UInt8]? {
        // Opening a device can act on it, hence the look before; the file may change in between, hence the one after.
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw failure("cannot be found", errno, path)
        }
        try requireUsable(status, path)
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("cannot be opened", errno, path)
        }
        defer { close(file) }
        guard fstat(file, &status) == 0 else { throw failure("cannot be read", errno, path) }
        try requireUsable(status, path)
        if isChecked, !isSafe(status) {
            throw SSHError(
                .file, "the file must belong to its user or to root, and nobody else may be able to write to it",
                phase: .configuration, path: path, errno: EPERM)
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count == 0 { return bytes }
            guard count > 0 || errno == EINTR else { throw failure("cannot be read", errno, path) }
            bytes += buffer.prefix(max(0, count))
            guard bytes.count <= maximumSize else { throw failure("is too large", EFBIG, path) }
        }
    }

    /// The paths that a pattern names (`glob(7)`), in their order; none where it names none.
    /// - Throws: `file` where the system cannot tell.
    static func list(_ pattern: String) throws(SSHError) -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        let code = glob(pattern, 0, nil, &found)
        if code == GLOB_NOMATCH { return [] }
        guard code == 0, let paths = found.gl_pathv else {
            throw SSHError(.file, "the files to include cannot be listed", phase: .configuration, path: pattern)
        }
        return (0..<Int(found.gl_pathc)).compactMap { index in paths[index].map { String(cString: $0) } }
    }

    /// Whether a file is its user's or root's, and nobody else may write to it.
    private static func isSafe(_ status: stat) -> Bool {
        guard status.st_uid == 0 || status.st_uid == getuid(), status.st_mode & 0o002 == 0 else { return false }
        return status.st_mode & 0o020 == 0 || UserAccount.isAlone(inGroup: status.st_gid)
    }

    private static func requireUsable(_ status: stat, _ path: String) throws(SSHError) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw failure("cannot be used", EISDIR, path)
        // The null device: 1, 3.
        case S_IFCHR where status.st_rdev == 0x103: break
        default: throw failure("is a device, a pipe or a socket", EINVAL, path)
        }
        guard status.st_size <= maximumSize else { throw failure("is too large", EFBIG, path) }
    }

    private static func failure(_ what: String, _ number: Int32, _ path: String) -> SSHError {
        SSHError(.file, "the file \(what)", systemNumber: number, phase: .configuration, path: path)
    }
}
