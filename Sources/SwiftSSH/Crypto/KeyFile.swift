import Glibc

/// The content of a key file, read so that no path can harm the process.
struct KeyFile {
    /// The largest file that is read, in bytes; a key of the largest size takes about 13 KiB.
    static let maximumSize = 1 << 20

    /// What the file holds. A private key may be in it: the reader of the file wipes it.
    var bytes: [UInt8]
    /// Whether users other than the owner may read the file. OpenSSH refuses private keys of which that is true.
    let isReadableByOthers: Bool

    /// Reads the regular file at `path`.
    ///
    /// Blocks the calling thread for as long as the file system takes; devices, pipes and sockets are refused without
    /// being opened or waited for.
    ///
    /// - Throws: `file` with `errno` when there is no such file, it may not be read, it is not a regular file (a
    ///   directory: `EISDIR`; a device, pipe or socket: `EINVAL`), is larger than ``maximumSize`` (`EFBIG`) or reading
    ///   fails; `invalidArgument` when the path is empty or holds a zero byte. The error carries the path.
    init(path: String) throws(SSHError) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw SSHError(
                .invalidArgument, "the path of a key file is empty or holds a zero byte", phase: .keyFile, path: path)
        }
        // Opening a device can act on it, hence the look before; the file may change in between, hence the one after.
        var status = stat()
        guard stat(path, &status) == 0 else { throw Self.error("the key file cannot be found", errno, path) }
        try Self.requireRegular(status, path)
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw Self.error("the key file cannot be opened", errno, path) }
        defer { close(descriptor) }
        guard fstat(descriptor, &status) == 0 else { throw Self.error("the key file cannot be read", errno, path) }
        try Self.requireRegular(status, path)
        isReadableByOthers = status.st_mode & (S_IRWXG | S_IRWXO) != 0
        bytes = try Self.read(descriptor, path)
    }

    /// Refuses a file of this process's user that others may use, as OpenSSH does; says nothing of one that is not there.
    /// - Throws: `file` with `EACCES`, the path and the remedy.
    static func requirePrivate(path: String) throws(SSHError) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_uid == getuid(), status.st_mode & (S_IRWXG | S_IRWXO) != 0 else {
            return
        }
        let mode = String(status.st_mode & 0o7777, radix: 8)
        throw SSHError(
            .file,
            "others may use this private key: the mode of its file is 0\(mode), and `chmod 600` makes it private",
            phase: .keyFile, path: path, errno: EACCES)
    }

    private static func requireRegular(_ status: stat, _ path: String) throws(SSHError) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw SSHError(.file, "the path is a directory", phase: .keyFile, path: path, errno: EISDIR)
        default:
            throw SSHError(
                .file, "the path is a device, a pipe or a socket; a key file must be a regular file", phase: .keyFile,
                path: path, errno: EINVAL)
        }
        guard status.st_size <= maximumSize else { throw tooLarge(path) }
    }

    private static func read(_ descriptor: Int32, _ path: String) throws(SSHError) -> [UInt8] {
        var failure: SSHError?
        // One byte more than allowed, so that a file that grows meanwhile is noticed; what a file does not fill is never touched.
        var bytes = [UInt8](unsafeUninitializedCapacity: maximumSize + 1) { buffer, filled in
            while filled < buffer.count {
                let received = Glibc.read(
                    descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
                if received == 0 { break }
                if received < 0 {
                    let number = errno
                    if number == EINTR { continue }
                    failure = error("the key file cannot be read", number, path)
                    break
                }
                filled += received
            }
            if filled > maximumSize { failure = tooLarge(path) }
        }
        guard let failure else { return bytes }
        wipe(&bytes)
        throw failure
    }

    private static func tooLarge(_ path: String) -> SSHError {
        SSHError(
            .file, "the file is larger than \(maximumSize) bytes and so no key file", phase: .keyFile, path: path,
            errno: EFBIG)
    }

    private static func error(_ message: String, _ number: Int32, _ path: String) -> SSHError {
        SSHError(.file, message, systemNumber: number, phase: .keyFile, path: path)
    }
}
