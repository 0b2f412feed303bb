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
                let found = try names(path, timeout) { ($0.kind ?? .directory) == .directory && $0.name.first != 0x2E }
                for (name, kind) in found {
                    let path = path.appending(name)
                    // Some servers do not say in a listing what a name is.
                    if kind == nil, try look(at: path, timeout)?.isDirectory != true { continue }
                    waiting.append((path, next, depth + 1))
                }
            } else if !part.isPattern {
                let path = path.appending(part)
                if try look(at: path, timeout) != nil { waiting.append((path, next + 1, depth)) }
            } else {
                for (name, _) in try names(path, timeout, where: { part.matches($0.name) }) {
                    waiting.append((path.appending(name), next + 1, depth))
                }
            }
        }
        return found.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// A name in a directory, and what it is where the listing says so.
    private typealias Found = (name: [UInt8], kind: SFTPAttributes.Kind?)

    /// The wanted names in a directory that are single names; none where it cannot be listed.
    private func names(
        _ path: RemotePath, _ timeout: Duration?, where isWanted: (Found) -> Bool
    ) throws(SSHError) -> [Found] {
        var names: [Found] = []
        do throws(SSHError) {
            let directory = try openDirectory(path.bytes.isEmpty ? "." : path, timeout: timeout)
            while let name = try directory.readDirectory(timeout: timeout) {
                if names.count == Self.mostPaths { break }
                let found = (name.filename, name.attributes.kind)
                if name.isSingle, isWanted(found) { names.append(found) }
            }
        } catch {
            if error.sftpStatus == nil { throw error }
        }
        return names
    }

    /// What the server knows of a path, of a symbolic link itself; nil where it knows or tells nothing.
    private func look(at path: RemotePath, _ timeout: Duration?) throws(SSHError) -> SFTPAttributes? {
        do throws(SSHError) {
            return try lstat(path, timeout: timeout)
        } catch {
            if error.sftpStatus == nil { throw error }
            return nil
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
