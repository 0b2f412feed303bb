import Glibc

// What is done with the open file.
extension KnownHostsFile {
    /// How long another process may keep the file locked, in steps of ten milliseconds.
    private static let patience = 1000
    /// Linux's number of `/dev/null`: 1, 3.
    private static let nullDevice: dev_t = 0x103

    /// Opens the file; one that is made has the mode 0600.
    func open(_ flags: Int32) throws(SSHError) -> Int32 {
        let file = Glibc.open(path, flags | O_CLOEXEC | O_NOCTTY, 0o600 as mode_t)
        guard file >= 0 else { throw failure("cannot be opened", errno) }
        return file
    }

    /// Refuses what is neither a regular file nor the null device, or too large.
    func requireUsable(_ status: stat) throws(SSHError) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw failure("cannot be used", EISDIR)
        case S_IFCHR where status.st_rdev == Self.nullDevice: break
        default: throw failure("is a device, a pipe or a socket", EINVAL)
        }
        guard status.st_size <= Self.maximumSize else { throw failure("is too large", EFBIG) }
    }

    /// The same for an open file.
    /// - Returns: What the system says of it.
    @discardableResult
    func requireUsable(_ file: Int32) throws(SSHError) -> stat {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure("cannot be read", errno) }
        try requireUsable(status)
        return status
    }

    /// Waits until no other process has the file locked, and locks it until it is closed.
    func lock(_ file: Int32) throws(SSHError) {
        for _ in 0..<Self.patience {
            if flock(file, LOCK_EX | LOCK_NB) == 0 { return }
            // Some file systems know no locks.
            guard errno == EWOULDBLOCK || errno == EINTR else { return }
            try Interruption.check()
            var pause = timespec(tv_sec: 0, tv_nsec: 10_000_000)
            nanosleep(&pause, nil)
        }
        throw SSHError(
            .timeout, "another process keeps the file locked", phase: .knownHosts, path: path, errno: EWOULDBLOCK)
    }

    /// Writes all bytes.
    func write(_ content: [UInt8], to file: Int32) throws(SSHError) {
        var rest = content[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count < 0, errno != EINTR {
                throw failure("cannot be written", errno)
            }
        }
    }

    /// An error about the file.
    func failure(_ what: String, _ number: Int32) -> SSHError {
        SSHError(.file, "the file \(what)", systemNumber: number, phase: .knownHosts, path: path)
    }
}
