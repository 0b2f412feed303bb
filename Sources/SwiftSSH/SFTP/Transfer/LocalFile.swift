import Glibc

/// An open file of this machine, closed when it is let go.
final class LocalFile {
    private let descriptor: Int32
    let path: LocalPath

    /// Takes over a descriptor.
    init(_ descriptor: Int32, _ path: LocalPath) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        // A process that another thread is just starting has a copy of the descriptor until it runs its program.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// What the system knows of the file.
    func status() throws(SSHError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .localFile("look at", path, errno) }
        return status
    }

    /// Claims the file for one transfer, until it is closed.
    /// - Throws: `file` where another one has it.
    func claim() throws(SSHError) {
        guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
        throw .localFile("write", path, EBUSY)
    }

    /// Tells what the system tells of writing only when a file is closed: some file systems notice late that the disk is full.
    func checkWritten() throws(SSHError) {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0, close(copy) == 0 || errno == EINTR else { throw .localFile("write", path, errno) }
    }

    /// Writes all of the bytes; gives whether they have been written, and not left out.
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - offset: Where in the file they go.
    ///   - leavesHoles: Whether what is nothing but zeros is left out, as a hole, which reads as zeros where nothing was before.
    func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64, leavesHoles: Bool) throws(SSHError) -> Bool {
        if leavesHoles, bytes.isAllZero { return false }
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(clamping: offset + UInt64(written)))
            if count > 0 {
                written += count
            } else if count == 0 || errno != EINTR {
                throw .localFile("write", path, count == 0 ? ENOSPC : errno)
            }
        }
        return true
    }

    /// Reads until the buffer is full or the file ends; gives how many bytes.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64) throws(SSHError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = pread(descriptor, rest.baseAddress, rest.count, off_t(clamping: offset + UInt64(filled)))
            if count == 0 { break }
            if count > 0 {
                filled += count
            } else if errno != EINTR {
                throw .localFile("read", path, errno)
            }
        }
        return filled
    }

    /// Reads so many bytes, or fewer at the end of the file.
    func read(_ count: Int, at offset: UInt64) throws(SSHError) -> [UInt8] {
        try [UInt8](upTo: count) { (buffer) throws(SSHError) in try read(into: buffer, at: offset) }
    }

    /// Whether it takes less of the disk than its size.
    func hasHoles() throws(SSHError) -> Bool {
        let status = try status()
        return UInt64(clamping: status.st_blocks) < (UInt64(clamping: status.st_size) + 511) / 512
    }

    /// Linux's number of `SEEK_DATA`, which Glibc's module does not show.
    private static let seekData: Int32 = 3

    /// Where the next bytes are that are not in a hole, at `offset` or after it; nil where there are none.
    func nextData(from offset: UInt64) -> UInt64? {
        let found = lseek(descriptor, off_t(clamping: offset), Self.seekData)
        if found >= 0 { return UInt64(found) }
        // A file system that knows no holes says something else.
        return errno == ENXIO ? nil : offset
    }

    /// Cuts the file off, or makes it longer.
    func setSize(_ size: UInt64) throws(SSHError) {
        guard ftruncate(descriptor, off_t(clamping: size)) == 0 else {
            throw .localFile("set the size of", path, errno)
        }
    }

    /// Sets the permission bits: those of user, group and others; what makes a program run as somebody else is left out.
    func setPermissions(_ permissions: UInt32) throws(SSHError) {
        guard fchmod(descriptor, mode_t(permissions & 0o777)) == 0 else {
            throw .localFile("set the permissions of", path, errno)
        }
    }

    /// Sets when the file was last used.
    func setTimes(_ times: SFTPAttributes.Times) throws(SSHError) {
        let both = [
            timespec(tv_sec: Int(times.access), tv_nsec: 0), timespec(tv_sec: Int(times.modification), tv_nsec: 0),
        ]
        guard futimens(descriptor, both) == 0 else { throw .localFile("set the times of", path, errno) }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether there are bytes and each is 0.
    fileprivate var isAllZero: Bool {
        guard let base = baseAddress, count > 0, first == 0 else { return false }
        return memcmp(base, base + 1, count - 1) == 0
    }
}

extension SSHError {
    /// An error of this machine's file system.
    /// - Parameters:
    ///   - doing: What could not be done to the file, as it follows "cannot".
    ///   - path: The file.
    ///   - number: The system's `errno`, which is read before the path is put together.
    static func localFile(_ doing: String, _ path: @autoclosure () -> LocalPath, _ number: Int32) -> SSHError {
        SSHError(.file, "cannot \(doing) the local file", systemNumber: number, phase: .sftp, path: path().description)
    }
}
