import Glibc

extension SFTP {
    /// Copies a file from the server, or a directory with all that is in it. Waits in non-blocking mode too.
    ///
    /// The file has its own name when it is whole, unless ``TransferOptions/writesInPlace`` is set. Nothing is written outside of the directory that
    /// is named, whatever names and links the server has: what would be is reported, and so is what lies more than 256 directories down. A
    /// transfer that is interrupted leaves its part, which one with ``TransferOptions/resumes`` goes on from.
    /// - Parameters:
    ///   - path: The file or directory on the server; links in its path are followed.
    ///   - target: Where it goes, its own name included; a directory that is there is filled, not put beside.
    ///   - options: How it is copied.
    ///   - timeout: The time for all of it; nil for no limit. The session's timeout is the time in which nothing may come.
    ///   - progress: Told how far it has come, at most ten times a second and once at the end; gives false to end the transfer. Called on the
    ///     calling thread, without any lock.
    /// - Returns: What was copied, and, of a directory, what could not be.
    /// - Throws: Of a single file what went wrong with it: `file` with errno and path where this machine refuses or the file has shrunk
    ///   meanwhile. `cancelled`, `timeout`, and why the connection is over.
    @discardableResult
    public func get(
        _ path: RemotePath, to target: LocalPath, options: TransferOptions = TransferOptions(),
        timeout: Duration? = nil, progress: ((TransferProgress) -> Bool)? = nil
    ) throws(SSHError) -> TransferReport {
        try transfer(path, options, timeout, progress) { (transfer: Transfer) throws(SSHError) in
            try path.check()
            transfer.loop.submit(.stat(path), path) { result in
                do throws(SSHError) {
                    let attributes = try result.get().attributes
                    if attributes.isDirectory {
                        guard options.isRecursive else {
                            throw .notCopied(path, "a directory, and the copy is not recursive")
                        }
                        let directory = DownloadDirectory(transfer, path, attributes, in: nil) { () throws(SSHError) in
                            try LocalDirectory(target, makingIt: options.permissions(toMake: attributes))
                        }
                        return transfer.schedule.add(directory: directory)
                    }
                    if target.openedAsDirectory() != nil { throw .localFile("write", target, EISDIR) }
                    let (directory, name) = try target.opened()
                    transfer.schedule.add(file: DownloadFile(transfer, path, attributes, into: directory, name))
                } catch {
                    transfer.note(error, path)
                }
            }
        }
    }

    /// Copies a file to the server, or a directory with all that is in it. Waits in non-blocking mode too.
    /// - Parameters:
    ///   - source: The file or directory of this machine; links in its path are followed.
    ///   - path: Where it goes on the server, its own name included; a directory that is there is filled, not put beside.
    ///   - options: How it is copied.
    ///   - timeout: As ``get(_:to:options:timeout:progress:)``.
    ///   - progress: As ``get(_:to:options:timeout:progress:)``.
    /// - Returns: What was copied, and, of a directory, what could not be.
    /// - Throws: As ``get(_:to:options:timeout:progress:)``.
    @discardableResult
    public func put(
        _ source: LocalPath, to path: RemotePath, options: TransferOptions = TransferOptions(),
        timeout: Duration? = nil, progress: ((TransferProgress) -> Bool)? = nil
    ) throws(SSHError) -> TransferReport {
        try transfer(path, options, timeout, progress) { (transfer: Transfer) throws(SSHError) in
            try path.check()
            if options.isRecursive, let directory = source.openedAsDirectory() {
                return transfer.schedule.add(
                    directory: UploadDirectory(transfer, to: path, in: nil) { () throws(SSHError) in directory })
            }
            let (directory, name) = try source.opened()
            transfer.schedule.add(file: UploadFile(transfer, directory, name, to: path, follows: true))
        }
    }

    private func transfer(
        _ path: RemotePath, _ options: TransferOptions, _ timeout: Duration?, _ progress: ((TransferProgress) -> Bool)?,
        _ begin: (Transfer) throws(SSHError) -> Void
    ) throws(SSHError) -> TransferReport {
        try session.state.recording { () throws(SSHError) in
            do throws(SSHError) {
                let transfer = Transfer(self, options, timeout: timeout, progress: progress)
                try begin(transfer)
                let report = try transfer.run()
                if report.directories == 0, let problem = report.problems.first { throw problem }
                return report
            } catch {
                // A connection that ends says nothing of what it was used for.
                throw error.located(phase: .sftp, path: path.description)
            }
        }
    }
}

extension LocalPath {
    /// The directory that the file is in, open, and its name there.
    fileprivate func opened() throws(SSHError) -> (LocalDirectory, [UInt8]) {
        guard let (directory, name) = split else { throw .localFile("use", self, bytes.isEmpty ? ENOENT : EISDIR) }
        return (try LocalDirectory(directory), name)
    }

    /// The directory that it is, open; nil where it is none.
    fileprivate func openedAsDirectory() -> LocalDirectory? {
        try? LocalDirectory(self)
    }
}
