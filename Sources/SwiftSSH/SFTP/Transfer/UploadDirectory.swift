import Glibc

/// A directory that is being copied to the server: made there, and given its attributes when all that is in it is there.
final class UploadDirectory: TransferItem {
    /// What tells one directory of this machine from another.
    private struct Identity: Equatable {
        var device: dev_t
        var inode: ino_t
    }

    private let transfer: Transfer
    private let path: RemotePath
    private let parent: UploadDirectory?
    private let open: () throws(SSHError) -> LocalDirectory
    private var local: LocalDirectory?
    private var identity = Identity(device: 0, inode: 0)
    private var attributes = SFTPAttributes()
    /// What is not over yet: the directory itself, and what is in it.
    private var unfinished = 1

    /// A directory that has not begun.
    /// - Parameters:
    ///   - transfer: What it is part of.
    ///   - path: The directory on the server.
    ///   - parent: What it is in; nil for the one that the user named.
    ///   - open: Opens it here.
    init(
        _ transfer: Transfer, to path: RemotePath, in parent: UploadDirectory?,
        open: @escaping () throws(SSHError) -> LocalDirectory
    ) {
        self.transfer = transfer
        self.path = path
        self.parent = parent
        self.open = open
    }

    func start() {
        do throws(SSHError) {
            let local = try open()
            let status = try local.status()
            identity = Identity(device: status.st_dev, inode: status.st_ino)
            var outer = parent
            while let directory = outer {
                guard directory.identity != identity else {
                    throw .notCopied(path, "a symbolic link to a directory that it is in")
                }
                outer = directory.parent
            }
            attributes = SFTPAttributes(status, transfer.options)
            self.local = local
            transfer.schedule.openDirectories += 1
        } catch {
            return fail(error)
        }
        // Whoever makes it must be able to write into it.
        let permissions = attributes.permissions.map { $0 | 0o700 }
        transfer.loop.submit(.mkdir(path, SFTPAttributes(permissions: permissions)), path) { result in
            switch result {
            case .success: self.list()
            case .failure(let error): self.lookAtTarget(error)
            }
        }
    }

    func goOn() {}

    /// What could not be made may be there already.
    private func lookAtTarget(_ error: SSHError) {
        transfer.loop.submit(.stat(path), path) { result in
            if case .success(.attributes(let there)) = result, there.isDirectory { return self.list() }
            self.fail(error)
        }
    }

    private func list() {
        do throws(SSHError) {
            guard let local else { return }
            for name in try local.names() { add(name, local) }
        } catch {
            return fail(error)
        }
        transfer.schedule.end(self)
        transfer.report.directories += 1
        childEnded()
    }

    private func add(_ name: [UInt8], _ local: LocalDirectory) {
        let path = path.appending(name)
        let links = transfer.options.symbolicLinks
        unfinished += 1
        do throws(SSHError) {
            guard let status = try local.status(name, follows: links == .follow) else {
                // It has gone since it was listed, or is a link to nothing.
                throw .localFile("look at", local.path.appending(name), ENOENT)
            }
            switch status.st_mode & S_IFMT {
            case S_IFREG where PartName.isPart(name) && !transfer.options.writesInPlace:
                throw .notCopied(path, "it has the name that the part of another file has")
            case S_IFREG:
                transfer.schedule.add(
                    file: UploadFile(transfer, local, name, to: path, follows: links == .follow) { self.childEnded() })
            case S_IFDIR:
                transfer.schedule.add(
                    directory: UploadDirectory(transfer, to: path, in: self) { () throws(SSHError) in
                        try local.directory(name, follows: links == .follow)
                    })
            case S_IFLNK where links == .skip: childEnded()
            case S_IFLNK: makeLink(to: RemotePath(bytes: try local.readLink(name)), path)
            default: throw .notCopied(path, "a device, a pipe or a socket")
            }
        } catch {
            transfer.note(error, path)
            childEnded()
        }
    }

    private func makeLink(to target: RemotePath, _ path: RemotePath, isSecondTry: Bool = false) {
        let isTargetFirst = transfer.sftp.exchange.server.wantsTargetFirst
        transfer.loop.submit(.symlink(path, to: target, isTargetFirst: isTargetFirst), path) { result in
            switch result {
            case .success:
                self.transfer.report.symbolicLinks += 1
                self.childEnded()
            case .failure(let error) where isSecondTry:
                self.transfer.note(error, path)
                self.childEnded()
            case .failure(let error):
                self.replaceLink(error, to: target, path)
            }
        }
    }

    /// A link that is in the way makes room for the new one; nothing else does.
    private func replaceLink(_ error: SSHError, to target: RemotePath, _ path: RemotePath) {
        transfer.loop.submit(.lstat(path), path) { result in
            guard case .success(.attributes(let there)) = result, there.isSymbolicLink else {
                self.transfer.note(error, path)
                return self.childEnded()
            }
            self.transfer.loop.submit(.remove(path), path) { _ in
                self.makeLink(to: target, path, isSecondTry: true)
            }
        }
    }

    private func fail(_ error: SSHError) {
        transfer.note(error, path)
        transfer.schedule.end(self)
        letGo()
        childEnded()
    }

    private func childEnded() {
        unfinished -= 1
        guard unfinished == 0 else { return }
        guard local != nil, !attributes.flags.isEmpty else { return ended() }
        transfer.loop.submit(.setstat(path, attributes), path) { result in
            if case .failure(let error) = result { self.transfer.note(error, self.path) }
            self.ended()
        }
    }

    private func ended() {
        letGo()
        parent?.childEnded()
    }

    private func letGo() {
        if local != nil { transfer.schedule.openDirectories -= 1 }
        local = nil
    }
}
