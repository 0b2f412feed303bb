/// Removes a directory with all that is in it, many requests at a time. One thread's.
final class TreeRemoval {
    /// A directory that is being emptied.
    private final class Directory {
        let path: RemotePath
        let parent: Directory?
        let depth: Int
        var handle: [UInt8] = []
        /// What is not gone yet: the listing, and what it has found.
        var unfinished = 1

        init(_ path: RemotePath, in parent: Directory?) {
            self.path = path
            self.parent = parent
            depth = parent.map { $0.depth + 1 } ?? 0
        }
    }

    /// How many directories are listed at a time.
    private static let directoriesAtOnce = 16

    private let loop: TransferLoop
    private var waiting: [Directory] = []
    private var listing = 0
    /// Directories that are listed on when there is room.
    private var paused: [Directory] = []
    /// What could not be removed first.
    private(set) var problem: SSHError?
    /// How much else could not be.
    private(set) var otherProblems = 0

    /// A removal that has not begun.
    init(_ loop: TransferLoop) {
        self.loop = loop
    }

    /// Removes what has that name; a symbolic link itself.
    func run(_ path: RemotePath) throws(SSHError) {
        loop.submit(.lstat(path), path) { result in
            switch result {
            case .success(let reply): self.add(path, reply.attributes, in: nil)
            case .failure(let error): self.note(error)
            }
        }
        try loop.run {
            while loop.hasRoom, let directory = paused.popLast() { readOn(directory) }
            while loop.hasRoom, listing < Self.directoriesAtOnce, let directory = waiting.popLast() { list(directory) }
        }
    }

    private func add(_ path: RemotePath, _ attributes: SFTPAttributes, in parent: Directory?) {
        if attributes.isDirectory {
            let directory = Directory(path, in: parent)
            guard directory.depth <= SFTP.deepestTree else {
                let error = SSHError.sftp("not removed: it is within more than \(SFTP.deepestTree) directories")
                return ended(.failure(error.located(phase: .sftp, path: path.description)), in: parent)
            }
            return waiting.append(directory)
        }
        loop.submit(.remove(path), path) { result in self.ended(result, in: parent) }
    }

    private func list(_ directory: Directory) {
        listing += 1
        loop.submit(.opendir(directory.path), directory.path) { result in
            switch result {
            case .success(let reply):
                directory.handle = reply.handle
                self.readOn(directory)
            case .failure(let error):
                self.listing -= 1
                self.note(error, in: directory.parent)
                self.childEnded(directory)
            }
        }
    }

    /// - Parameter directory: The directory in which it was found: what is gone from there by now is what was wanted, and some file systems list the same
    ///   names again when a directory changes.
    private func note(_ error: SSHError, in directory: Directory? = nil) {
        if directory != nil, error.isNoSuchFile { return }
        if problem == nil { problem = error } else { otherProblems += 1 }
    }

    private func readOn(_ directory: Directory) {
        guard loop.hasRoom else { return paused.append(directory) }
        loop.submit(.readdir(directory.handle), directory.path) { result in
            if case .success(.names(let names)) = result {
                for name in names { self.add(name, in: directory) }
                return self.readOn(directory)
            }
            if case .failure(let error) = result, error.sftpStatus != SFTPStatus.endOfFile.rawValue {
                self.note(error)
            }
            self.listing -= 1
            self.loop.close(directory.handle, directory.path) { _ in self.childEnded(directory) }
        }
    }

    private func add(_ name: SFTPName, in directory: Directory) {
        if name.filename.isItselfOrParent { return }
        let path = directory.path.appending(name.filename)
        guard name.isSingle else {
            note(
                .sftp("not removed: the server's name for it is not a single name").located(
                    phase: .sftp, path: path.description))
            return
        }
        directory.unfinished += 1
        if name.attributes.permissions != nil { return add(path, name.attributes, in: directory) }
        loop.submit(.lstat(path), path) { result in
            switch result {
            case .success(let reply): self.add(path, reply.attributes, in: directory)
            case .failure: self.ended(result, in: directory)
            }
        }
    }

    private func ended(_ result: Result<SFTPReply, SSHError>, in directory: Directory?) {
        if case .failure(let error) = result { note(error, in: directory) }
        if let directory { childEnded(directory) }
    }

    private func childEnded(_ directory: Directory) {
        directory.unfinished -= 1
        guard directory.unfinished == 0 else { return }
        loop.submit(.rmdir(directory.path), directory.path) { result in self.ended(result, in: directory.parent) }
    }
}

extension SFTP {
    /// Removes a directory with all that is in it, or a file; symbolic links are removed and not followed. Goes on behind what cannot be removed.
    /// Waits in non-blocking mode too.
    /// - Parameters:
    ///   - path: The directory.
    ///   - timeout: The time for all of it; nil for no limit. The session's timeout is the time in which nothing may come.
    /// - Throws: `invalidArgument` for an empty path; what went wrong first, with a count of what else could not be removed; `timeout`, and why the connection is over.
    public func removeTree(_ path: RemotePath, timeout: Duration? = nil) throws(SSHError) {
        try session.state.recording { () throws(SSHError) in
            try path.check()
            // To a server it is the directory in which relative paths begin.
            guard !path.bytes.isEmpty else { throw SSHError(.invalidArgument, "the path is empty", phase: .sftp) }
            let removal = TreeRemoval(TransferLoop(self, timeout: timeout))
            try removal.run(path)
            guard var problem = removal.problem else { return }
            let others = removal.otherProblems
            if others > 0 { problem.message += "; and \(others) more could not be removed" }
            throw problem
        }
    }
}
