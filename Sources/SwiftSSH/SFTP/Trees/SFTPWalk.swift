/// A walk through a directory with all that is in it: each name once, a directory before what is in it, symbolic links not followed.
///
///     var walk = sftp.walk("work")
///     while let entry = try walk.next() { print(entry.path) }
///
/// Few names are in memory at a time, however many there are. A walk that is let go closes what it has open without waiting.
public struct SFTPWalk: Sendable {
    /// A name that a walk has come to.
    public struct Entry: Sendable, Hashable {
        /// The path: that of the walk with the names below it.
        public var path: RemotePath
        /// What the server says of it; of a symbolic link itself.
        public var attributes: SFTPAttributes
        /// How many directories it is below the one that the walk began with; 1 for what is in that.
        public var depth: Int
    }

    private let sftp: SFTP
    private var open: [SFTPHandle] = []
    /// The directory that is to be gone into.
    private var next: RemotePath?

    init(_ sftp: SFTP, _ path: RemotePath) {
        self.sftp = sftp
        next = path
    }

    /// Goes on to the next name.
    /// - Parameter timeout: The time for one step; nil takes the session's.
    /// - Returns: The name; nil after the last one.
    /// - Throws: What ``SFTP/openDirectory(_:timeout:)`` and ``SFTPHandle/readDirectory(timeout:)`` throw, `sftpProtocol` for a name that is not a single one.
    ///   Called again after a directory that could not be listed, it goes on behind that.
    public mutating func next(timeout: Duration? = nil) throws(SSHError) -> Entry? {
        if let path = next {
            do throws(SSHError) {
                let directory = try sftp.openDirectory(path, timeout: timeout)
                next = nil
                open.append(directory)
            } catch {
                if ![.again, .interrupted].contains(error.code) { next = nil }
                throw error
            }
        }
        while let directory = open.last {
            let name: SFTPName?
            do throws(SSHError) {
                name = try directory.readDirectory(timeout: timeout)
            } catch {
                if ![.again, .interrupted].contains(error.code) { open.removeLast() }
                throw error
            }
            guard let name else {
                // Closed by being let go: a listing that has come to its end has nothing more to say.
                open.removeLast()
                continue
            }
            if name.filename.isItselfOrParent { continue }
            let path = directory.path.appending(name.filename)
            guard name.isSingle else {
                throw .sftp("the server's name for a file is not a single name").located(
                    phase: .sftp, path: path.description)
            }
            if name.attributes.isDirectory { next = path }
            return Entry(path: path, attributes: name.attributes, depth: open.count)
        }
        return nil
    }

    /// Does not go into the directory that ``next(timeout:)`` has just given.
    public mutating func skipDirectory() {
        next = nil
    }
}

extension SFTP {
    /// How many directories a copy or a removal goes down: a server's tree may have no bottom.
    static let deepestTree = 256

    /// Walks through a directory with all that is in it.
    /// - Parameter path: The directory. Nothing is asked of the server before the first step.
    public func walk(_ path: RemotePath) -> SFTPWalk {
        SFTPWalk(self, path)
    }
}
