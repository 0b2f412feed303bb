import Glibc

/// A known_hosts file on disk: read whole, replaced whole, or given one more line.
struct KnownHostsFile {
    /// The largest file that is read, in bytes.
    static let maximumSize = 256 << 20

    /// The most lines that are read: in memory a line takes more room than in the file.
    static let maximumLineCount = 2_000_000

    let path: String

    /// - Throws: `invalidArgument` for a path that is empty or holds a zero byte.
    init(_ path: String) throws(SSHError) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw SSHError(.invalidArgument, "the path is empty or holds a zero byte", phase: .knownHosts, path: path)
        }
        self.path = path
    }

    /// All that the file holds.
    /// - Throws: `file` with errno and path.
    func read() throws(SSHError) -> [UInt8] {
        // Opening a device can act on it, hence the look before; the file may change in between, hence the one after.
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure("cannot be found", errno) }
        try requireUsable(status)
        let file = try open(O_RDONLY | O_NONBLOCK)
        defer { close(file) }
        status = try requireUsable(file)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(clamping: status.st_size) + 1)
        while true {
            let wanted = max(Int(clamping: status.st_size) + 1 - bytes.count, 1 << 16)
            var received = 0
            bytes += try [UInt8](upTo: wanted) { (buffer) throws(SSHError) in
                received = Glibc.read(file, buffer.baseAddress, buffer.count)
                guard received >= 0 || errno == EINTR else { throw failure("cannot be read", errno) }
                return max(0, received)
            }
            if received == 0 { return bytes }
            guard bytes.count <= Self.maximumSize else { throw failure("is too large", EFBIG) }
        }
    }

    /// Puts a file with other content in the place of this one.
    /// - Throws: `file` with errno and path; `timeout` when the file stays locked.
    func replace(with content: [UInt8]) throws(SSHError) {
        let target = try KnownHostsFile(destination())
        var status = stat()
        let exists = stat(target.path, &status) == 0
        guard exists || errno == ENOENT else { throw failure("cannot be found", errno) }
        if exists {
            try requireUsable(status)
            guard status.st_mode & S_IFMT == S_IFREG else { return }
        }
        // Whoever is adding a line to the old file is let finish.
        let old = exists ? Glibc.open(target.path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) : -1
        defer { if old >= 0 { close(old) } }
        if old >= 0 { try lock(old) }
        let new = target.path + "." + String(UInt64.random(in: .min ... .max), radix: 36)
        let file = Glibc.open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600 as mode_t)
        guard file >= 0 else { throw failure("cannot be replaced", errno) }
        var isDone = false
        defer {
            close(file)
            if !isDone { unlink(new) }
        }
        if exists {
            // Only root can, and only root needs to.
            _ = fchown(file, status.st_uid, status.st_gid)
            _ = fchmod(file, status.st_mode & 0o644 | 0o600)
        }
        try write(content, to: file)
        guard fsync(file) == 0, rename(new, target.path) == 0 else { throw failure("cannot be replaced", errno) }
        isDone = true
    }

    /// Adds a line at the end, on a line of its own.
    /// - Parameters:
    ///   - line: The line with its end.
    ///   - isWanted: Asked with the file locked, whether the line is still to be added.
    /// - Throws: `file` with errno and path; `timeout` when the file stays locked; what `isWanted` throws.
    func append(_ line: [UInt8], if isWanted: () throws(SSHError) -> Bool) throws(SSHError) {
        for _ in 0..<100 {
            let file = try open(O_RDWR | O_APPEND | O_CREAT | O_NONBLOCK)
            defer { close(file) }
            let status = try requireUsable(file)
            try lock(file)
            // A file that was replaced before it could be locked is no longer the one that others read.
            var named = stat()
            guard stat(path, &named) == 0, named.st_ino == status.st_ino, named.st_dev == status.st_dev else {
                continue
            }
            guard try isWanted() else { return }
            let end = lseek(file, 0, SEEK_END)
            do throws(SSHError) {
                return try write(endsInLine(file, end) ? line : [0x0A] + line, to: file)
            } catch {
                // Half a line would be read as another key.
                _ = ftruncate(file, end)
                throw error
            }
        }
        throw failure("is replaced all the time", EBUSY)
    }

    private func endsInLine(_ file: Int32, _ end: off_t) -> Bool {
        var last: UInt8 = 0x0A
        return end <= 0 || pread(file, &last, 1, end - 1) != 1 || last == 0x0A
    }

    /// The path with symbolic links followed, also one that leads to no file yet.
    private func destination() throws(SSHError) -> String {
        var path = self.path
        for _ in 0..<40 {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let length = readlink(path, &buffer, buffer.count)
            guard length > 0 else { return path }
            let link = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
            path = link.hasPrefix("/") ? link : directory + link
        }
        throw failure("cannot be found", ELOOP)
    }
}
