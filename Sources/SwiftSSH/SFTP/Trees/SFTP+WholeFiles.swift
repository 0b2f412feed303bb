extension SFTP {
    /// Whether there is a file, a directory or whatever else of that name; a symbolic link is followed.
    /// - Parameters:
    ///   - path: The path.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Throws: As every method, but for the status that says that there is none.
    public func exists(_ path: RemotePath, timeout: Duration? = nil) throws(SSHError) -> Bool {
        do throws(SSHError) {
            _ = try stat(path, timeout: timeout)
            return true
        } catch {
            if error.isNoSuchFile { return false }
            throw error
        }
    }

    /// Reads a whole file.
    /// - Parameters:
    ///   - path: The file.
    ///   - limit: The most bytes that are taken into memory.
    ///   - timeout: The time for each piece of it; nil takes the session's.
    /// - Throws: As every method; `outOfBoundary` for a longer file, `badUse` in non-blocking mode.
    public func readBytes(
        _ path: RemotePath, limit: Int = 1 << 30, timeout: Duration? = nil
    ) throws(SSHError) -> [UInt8] {
        try requireBlocking("read a whole file")
        let file = try open(path, .read, timeout: timeout)
        var bytes: [UInt8] = []
        if let size = try? file.attributes(timeout: timeout).size {
            // A size is a word of the server's: more is only set aside for bytes that have come.
            bytes.reserveCapacity(max(0, min(limit, Int(clamping: size), 64 << 20)))
        }
        while case let piece = try file.read(upTo: bytesPerRead, timeout: timeout), !piece.isEmpty {
            guard bytes.count + piece.count <= limit else {
                throw SSHError(
                    .outOfBoundary, "the file is longer than \(limit) bytes", phase: .sftp, path: path.description)
            }
            bytes += piece
        }
        try file.close(timeout: timeout)
        return bytes
    }

    /// Writes a whole file, in place of what it holds.
    /// - Parameters:
    ///   - path: The file; made where it is missing.
    ///   - bytes: What it is to hold.
    ///   - permissions: The permission bits of a file that is made; nil for the server's own.
    ///   - timeout: The time for each step; nil takes the session's.
    /// - Throws: As every method; `badUse` in non-blocking mode. The file may then hold a part of the bytes: ``put(_:to:options:timeout:progress:)``
    ///   keeps it whole.
    public func writeBytes(
        _ path: RemotePath, _ bytes: [UInt8], permissions: UInt32? = nil, timeout: Duration? = nil
    ) throws(SSHError) {
        try requireBlocking("write a whole file")
        let attributes = SFTPAttributes(permissions: permissions)
        let file = try open(path, [.write, .create, .truncate], attributes: attributes, timeout: timeout)
        try file.write(bytes, timeout: timeout)
        try file.close(timeout: timeout)
    }

    /// Refuses what is made of several calls and could not be gone on with.
    func requireBlocking(_ doing: String) throws(SSHError) {
        if connection.peek({ connection.waits }) ?? true { return }
        try session.state.recording { () throws(SSHError) in
            throw SSHError(
                .badUse, "cannot \(doing) in non-blocking mode: it takes several calls", phase: .sftp)
        }
    }
}
