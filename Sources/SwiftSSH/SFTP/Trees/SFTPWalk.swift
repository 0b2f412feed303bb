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
    /// A name that the listing does not say the kind of, until the server has been asked.
    private var unknown: SFTPName?

    init(_ sftp: SFTP, _ path: RemotePath) {
        self.sftp = sftp
        next = path
    }

    /// Goes on to the next name.
    /// - Parameter timeout: The time for one step; nil takes the session's.
    /// - Returns: The name; nil after the last one. Where a listing does not say what a name is, the server is asked (LSTAT).
    /// - Throws: What ``SFTP/openDirectory(_:timeout:)``, ``SFTPHandle/readDirectory(timeout:)`` and ``SFTP/lstat(_:timeout:)`` throw, `sftpProtocol` for a name that is not a single one, and for a
    ///   directory within more than 256 others: it has been given, and is not gone into. Called again after any of these, it goes on behind that.
    public mutating func next(timeout: Duration? = nil) throws(SSHError) -> Entry? {
        if let path = next {
            do throws(SSHError) {
                let directory = try goInto(path, timeout)
                next = nil
                open.append(directory)
            } catch {
                if !Self.isMadeAgain(error) { next = nil }
                throw error
            }
        }
        while let directory = open.last {
            guard let name = try readOn(directory, timeout) else {
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
            let attributes = try attributes(of: name, path, timeout)
            if attributes.isDirectory { next = path }
            return Entry(path: path, attributes: attributes, depth: open.count)
        }
        return nil
    }

    private func goInto(_ path: RemotePath, _ timeout: Duration?) throws(SSHError) -> SFTPHandle {
        guard open.count <= SFTP.deepestTree else {
            throw .sftp("not gone into: it is within more than \(SFTP.deepestTree) directories").located(
                phase: .sftp, path: path.description)
        }
        return try sftp.openDirectory(path, timeout: timeout)
    }

    private mutating func readOn(_ directory: SFTPHandle, _ timeout: Duration?) throws(SSHError) -> SFTPName? {
        if let unknown { return unknown }
        do throws(SSHError) {
            return try directory.readDirectory(timeout: timeout)
        } catch {
            if !Self.isMadeAgain(error) { open.removeLast() }
            throw error
        }
    }

    private mutating func attributes(
        of name: SFTPName, _ path: RemotePath, _ timeout: Duration?
    ) throws(SSHError) -> SFTPAttributes {
        if name.attributes.permissions != nil { return name.attributes }
        unknown = name
        do throws(SSHError) {
            let attributes = try sftp.lstat(path, timeout: timeout)
            unknown = nil
            return attributes
        } catch {
            if !Self.isMadeAgain(error) { unknown = nil }
            // It has gone since it was listed.
            if error.isNoSuchFile { return name.attributes }
            throw error
        }
    }

    /// Whether the call that has failed is to be made again in the same words.
    private static func isMadeAgain(_ error: SSHError) -> Bool { [.again, .interrupted].contains(error.code) }

    /// Does not go into the directory that ``next(timeout:)`` has just given.
    public mutating func skipDirectory() {
        next = nil
    }
}

extension SFTP {
    /// How many directories a copy, a removal or a walk goes down: a server's tree may have no bottom.
    static let deepestTree = 256

    /// Walks through a directory with all that is in it, down to 256 directories.
    /// - Parameter path: The directory. Nothing is asked of the server before the first step.
    public func walk(_ path: RemotePath) -> SFTPWalk {
        SFTPWalk(self, path)
    }
}
