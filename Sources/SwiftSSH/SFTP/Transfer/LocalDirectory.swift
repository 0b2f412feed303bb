import Glibc

/// An open directory of this machine. What is done in it is done by single names and follows no symbolic link unless asked to, so that
/// nothing outside of it is reached whatever has become of its path meanwhile.
final class LocalDirectory {
    private let descriptor: Int32
    let path: LocalPath

    private init(_ descriptor: Int32, _ path: LocalPath) {
        self.descriptor = descriptor
        self.path = path
    }

    /// Opens a directory that the user has named: links in its path are followed.
    /// - Parameters:
    ///   - path: The directory.
    ///   - permissions: The permission bits with which it is made where it is missing; nil where it is not to be made.
    convenience init(_ path: LocalPath, makingIt permissions: mode_t? = nil) throws(SSHError) {
        guard !path.bytes.contains(0) else { throw .localFile("open", path, EINVAL) }
        if let permissions, path.withCString({ mkdir($0, permissions) }) != 0, errno != EEXIST {
            throw .localFile("make", path, errno)
        }
        let descriptor = path.withCString { Glibc.open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .localFile("open", path, errno) }
        self.init(descriptor, path)
    }

    deinit {
        close(descriptor)
    }

    /// Opens a directory in this one.
    /// - Parameters:
    ///   - name: Its name.
    ///   - permissions: The permission bits with which it is made where it is missing; nil where it is not to be made.
    ///   - follows: Whether the name may be a symbolic link.
    func directory(
        _ name: [UInt8], makingIt permissions: mode_t? = nil, follows: Bool = false
    ) throws(SSHError) -> LocalDirectory {
        let path = path.appending(name)
        if let permissions, name.withCString({ mkdirat(descriptor, $0, permissions) }) != 0, errno != EEXIST {
            throw .localFile("make", path, errno)
        }
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (follows ? 0 : O_NOFOLLOW)
        let opened = name.withCString { openat(descriptor, $0, flags) }
        guard opened >= 0 else { throw .localFile("open", path, errno) }
        return LocalDirectory(opened, path)
    }

    /// Opens a file in this directory.
    /// - Parameters:
    ///   - name: Its name.
    ///   - flags: How it is opened, as open(2) has it.
    ///   - permissions: The permission bits of a file that is made.
    ///   - follows: Whether the name may be a symbolic link.
    func open(
        _ name: [UInt8], _ flags: Int32, permissions: mode_t = 0o666, follows: Bool = false
    ) throws(SSHError) -> LocalFile {
        let path = path.appending(name)
        // A pipe is not waited for.
        let extra = O_CLOEXEC | O_NOCTTY | O_NONBLOCK | (follows ? 0 : O_NOFOLLOW)
        let opened = name.withCString { openat(descriptor, $0, flags | extra, permissions) }
        guard opened >= 0 else { throw .localFile("open", path, errno) }
        return LocalFile(opened, path)
    }

    /// What the system knows of a name; nil where there is none.
    /// - Parameters:
    ///   - name: The name.
    ///   - follows: Whether a symbolic link is followed.
    func status(_ name: [UInt8], follows: Bool = false) throws(SSHError) -> stat? {
        var status = stat()
        let flags = follows ? 0 : AT_SYMLINK_NOFOLLOW
        if name.withCString({ fstatat(descriptor, $0, &status, flags) }) == 0 { return status }
        if errno == ENOENT { return nil }
        throw .localFile("look at", path.appending(name), errno)
    }

    /// What the system knows of the directory itself.
    func status() throws(SSHError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .localFile("look at", path, errno) }
        return status
    }

    /// What the system knows of a name, if it is that of an open file and not of another one by now; nil if it is not.
    func status(_ name: [UInt8], of file: LocalFile) throws(SSHError) -> stat? {
        let mine = try file.status()
        guard let status = try status(name) else { return nil }
        return status.st_dev == mine.st_dev && status.st_ino == mine.st_ino ? status : nil
    }

    /// Gives a file another name, replacing what has it.
    func rename(_ name: [UInt8], to target: [UInt8]) throws(SSHError) {
        let code = name.withCString { old in
            target.withCString { renameat(descriptor, old, descriptor, $0) }
        }
        guard code == 0 else { throw .localFile("put into place", path.appending(target), errno) }
    }

    /// Removes a file; one that is missing is no error.
    func remove(_ name: [UInt8]) {
        _ = name.withCString { unlinkat(descriptor, $0, 0) }
    }

    /// Makes a symbolic link, in place of one that has the name.
    func makeLink(_ name: [UInt8], to target: [UInt8]) throws(SSHError) {
        if let status = try status(name), status.st_mode & S_IFMT == S_IFLNK { remove(name) }
        let code = target.withCString { target in name.withCString { symlinkat(target, descriptor, $0) } }
        guard code == 0 else { throw .localFile("make", path.appending(name), errno) }
    }

    /// What a symbolic link points to.
    func readLink(_ name: [UInt8]) throws(SSHError) -> [UInt8] {
        var length = 0
        let target = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, initialized in
            length = name.withCString { name in
                buffer.withMemoryRebound(to: CChar.self) { buffer in
                    buffer.baseAddress.map { readlinkat(descriptor, name, $0, buffer.count) } ?? 0
                }
            }
            initialized = max(0, length)
        }
        guard length >= 0 else { throw .localFile("read", path.appending(name), errno) }
        return target
    }

    /// The names in the directory, without `.` and `..`, sorted.
    func names() throws(SSHError) -> [[UInt8]] {
        let again = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard again >= 0, let stream = fdopendir(again) else {
            let number = errno
            if again >= 0 { close(again) }
            throw .localFile("list", path, number)
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if !name.isItselfOrParent { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw .localFile("list", path, errno) }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Sets permission bits and times.
    func setAttributes(permissions: UInt32?, times: SFTPAttributes.Times?) throws(SSHError) {
        let itself = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard itself >= 0 else { throw .localFile("set the attributes of", path, errno) }
        let file = LocalFile(itself, path)
        if let permissions { try file.setPermissions(permissions) }
        if let times { try file.setTimes(times) }
    }
}

extension Array where Element == UInt8 {
    /// The bytes with a NUL behind them.
    fileprivate func withCString<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
        (map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
            // Never empty: the NUL is always there.
            buffer.baseAddress.map(body) ?? body("")
        }
    }
}

extension LocalPath {
    /// The bytes with a NUL behind them.
    fileprivate func withCString<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
        bytes.withCString(body)
    }
}
