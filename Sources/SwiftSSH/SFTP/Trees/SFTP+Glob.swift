import Glibc

extension SFTP {
    /// Finds the paths that a pattern names.
    /// - Parameters:
    ///   - pattern: A path in whose names `*`, `?`, `[...]` and `\` mean what they mean to a shell, and `**` any number of directories.
    ///     A name that begins with a dot is found only by one that does.
    ///   - timeout: The time for each question to the server; nil takes the session's.
    /// - Returns: The paths that are there, sorted; none where nothing matches. Directories that cannot be listed are passed over.
    /// - Throws: `invalidArgument` for a pattern with a NUL, `badUse` in non-blocking mode, `sftpProtocol` where the server breaks the protocol, `timeout`, and why the
    ///   connection is over.
    public func glob(_ pattern: RemotePath, timeout: Duration? = nil) throws(SSHError) -> [RemotePath] {
        try pattern.check()
        try requireBlocking("find paths")
        let parts = pattern.bytes.split(separator: UInt8(ascii: "/")).map(Array.init)
        let root = pattern.bytes.first == UInt8(ascii: "/") ? "/" : RemotePath(bytes: [])
        var found: Set<RemotePath> = []
        var waiting: [(path: RemotePath, next: Int)] = [(root, 0)]
        while let (path, next) = waiting.popLast() {
            guard let part = parts[checked: next] else {
                if !path.bytes.isEmpty { found.insert(path) }
                continue
            }
            if part == Array("**".utf8) {
                waiting.append((path, next + 1))
                for name in try names(path, timeout) where name.attributes.isDirectory && name.filename.first != 0x2E {
                    waiting.append((path.appending(name.filename), next))
                }
            } else if !part.isPattern {
                let path = path.appending(part)
                if try isThere(path, timeout) { waiting.append((path, next + 1)) }
            } else {
                for name in try names(path, timeout) where part.matches(name.filename) {
                    waiting.append((path.appending(name.filename), next + 1))
                }
            }
        }
        return found.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// The names in a directory that are single names; none where it cannot be listed.
    private func names(_ path: RemotePath, _ timeout: Duration?) throws(SSHError) -> [SFTPName] {
        var names: [SFTPName] = []
        do throws(SSHError) {
            let directory = try openDirectory(path.bytes.isEmpty ? "." : path, timeout: timeout)
            while let name = try directory.readDirectory(timeout: timeout) {
                if name.isSingle { names.append(name) }
            }
        } catch {
            if error.sftpStatus == nil { throw error }
        }
        return names
    }

    private func isThere(_ path: RemotePath, _ timeout: Duration?) throws(SSHError) -> Bool {
        do throws(SSHError) {
            _ = try lstat(path, timeout: timeout)
            return true
        } catch {
            if error.sftpStatus == nil { throw error }
            return false
        }
    }
}

extension Array where Element == UInt8 {
    /// Whether it means more than itself in a pattern.
    fileprivate var isPattern: Bool { contains { Array("*?[\\".utf8).contains($0) } }

    /// Whether a name matches this pattern.
    fileprivate func matches(_ name: [UInt8]) -> Bool {
        let pattern = map { CChar(bitPattern: $0) } + [0]
        return fnmatch(pattern, name.map { CChar(bitPattern: $0) } + [0], FNM_PERIOD) == 0
    }
}
