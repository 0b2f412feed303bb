import Glibc

extension SFTP {
    /// How many paths a pattern may name, or lead through at a time.
    private static let mostPaths = 1_000_000

    /// Finds the paths that a pattern names.
    /// - Parameters:
    ///   - pattern: A path in whose names `*`, `?`, `[...]` and `\` mean what they mean to a shell, and `**` any number of directories, up to 256.
    ///     A name that begins with a dot is found only by one that does.
    ///   - timeout: The time for each question to the server; nil takes the session's.
    /// - Returns: The paths that are there, sorted; none where nothing matches. Directories that cannot be listed are passed over.
    /// - Throws: `invalidArgument` for a pattern with a NUL, `outOfBoundary` for one that names more than a million paths, `badUse` in non-blocking mode, `sftpProtocol` where the server breaks the protocol, `timeout`, and why the
    ///   connection is over.
    public func glob(_ pattern: RemotePath, timeout: Duration? = nil) throws(SSHError) -> [RemotePath] {
        try pattern.check()
        try requireBlocking("find paths")
        let parts = pattern.bytes.split(separator: UInt8(ascii: "/")).map(Array.init)
        let root = pattern.bytes.first == UInt8(ascii: "/") ? "/" : RemotePath(bytes: [])
        var found: Set<RemotePath> = []
        var waiting: [(path: RemotePath, next: Int, depth: Int)] = [(root, 0, 0)]
        while let (path, next, depth) = waiting.popLast() {
            guard found.count + waiting.count < Self.mostPaths else {
                throw recorded(
                    SSHError(
                        .outOfBoundary, "the pattern names too many paths", phase: .sftp, path: pattern.description))
            }
            guard let part = parts[checked: next] else {
                if !path.bytes.isEmpty { found.insert(path) }
                continue
            }
            if part == Array("**".utf8) {
                waiting.append((path, next + 1, depth))
                if depth == Self.deepestTree { continue }
                let directories = try names(path, timeout) { $0.attributes.isDirectory && $0.filename.first != 0x2E }
                for name in directories { waiting.append((path.appending(name), next, depth + 1)) }
            } else if !part.isPattern {
                let path = path.appending(part)
                if try isThere(path, timeout) { waiting.append((path, next + 1, depth)) }
            } else {
                for name in try names(path, timeout, where: { part.matches($0.filename) }) {
                    waiting.append((path.appending(name), next + 1, depth))
                }
            }
        }
        return found.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// The wanted names in a directory that are single names; none where it cannot be listed.
    private func names(
        _ path: RemotePath, _ timeout: Duration?, where isWanted: (SFTPName) -> Bool
    ) throws(SSHError) -> [[UInt8]] {
        var names: [[UInt8]] = []
        do throws(SSHError) {
            let directory = try openDirectory(path.bytes.isEmpty ? "." : path, timeout: timeout)
            while let name = try directory.readDirectory(timeout: timeout) {
                if names.count == Self.mostPaths { break }
                if name.isSingle, isWanted(name) { names.append(name.filename) }
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
