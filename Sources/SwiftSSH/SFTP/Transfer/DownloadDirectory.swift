import Glibc

/// A directory that is being copied from the server: made, listed, and given its attributes when all that is in it is there.
///
/// Names come from the server, so nothing is believed of them: each must be a single name, what is made follows no link, and a link that could
/// lead out of the directory that the user named is refused.
final class DownloadDirectory: TransferItem {
    /// How many names are remembered, each no longer than a file system's.
    private static let mostSeen = 65_536

    private let transfer: Transfer
    private let path: RemotePath
    private let attributes: SFTPAttributes
    private let parent: DownloadDirectory?
    private let make: () throws(SSHError) -> LocalDirectory
    private var local: LocalDirectory?
    private var handle: [UInt8] = []
    private var isAsking = true
    /// What it is on the server, without links; known where links are followed.
    private var realPath: RemotePath?
    /// The names that have come: when a directory changes meanwhile, some file systems list the same ones again.
    private var seen: Set<[UInt8]> = []
    /// What is not over yet: the listing, and what it has found.
    private var unfinished = 1

    /// A directory that has not begun.
    /// - Parameters:
    ///   - transfer: What it is part of.
    ///   - path: The directory on the server.
    ///   - attributes: What the server says of it.
    ///   - parent: What it is in; nil for the one that the user named.
    ///   - make: Makes and opens it here.
    init(
        _ transfer: Transfer, _ path: RemotePath, _ attributes: SFTPAttributes, in parent: DownloadDirectory?,
        make: @escaping () throws(SSHError) -> LocalDirectory
    ) {
        self.transfer = transfer
        self.path = path
        self.attributes = attributes
        self.parent = parent
        self.make = make
    }

    /// How many directories it is in, up to the one that the user named.
    private var depth: Int { parent.map { $0.depth + 1 } ?? 0 }

    func start() {
        guard transfer.options.symbolicLinks == .follow else { return open() }
        transfer.loop.submit(.realpath(path), path) { result in
            self.act { () throws(SSHError) in
                let realPath = try result.get().path
                var outer = self.parent
                while let directory = outer {
                    guard directory.realPath != realPath else {
                        throw .notCopied(self.path, "a symbolic link to a directory that it is in")
                    }
                    outer = directory.parent
                }
                self.realPath = realPath
                self.open()
            }
        }
    }

    private func open() {
        do throws(SSHError) { local = try make() } catch { return fail(error) }
        transfer.schedule.openDirectories += 1
        transfer.loop.submit(.opendir(path), path) { result in
            self.act { () throws(SSHError) in
                self.handle = try result.get().handle
                self.isAsking = false
                self.goOn()
            }
        }
    }

    func goOn() {
        guard !isAsking, transfer.schedule.wantsMore, transfer.loop.hasRoom else { return }
        isAsking = true
        transfer.loop.submit(.readdir(handle), path) { result in
            if case .failure(let error) = result, error.sftpStatus == SFTPStatus.endOfFile.rawValue {
                return self.listed()
            }
            self.act { () throws(SSHError) in
                if case .names(let names) = try result.get() { for name in names { self.add(name) } }
                self.isAsking = false
                self.goOn()
            }
        }
    }

    // MARK: What is in it

    private func add(_ entry: SFTPName) {
        let name = entry.filename
        if name.isItselfOrParent { return }
        let path = path.appending(name)
        guard entry.isSingle else {
            return transfer.note(.notCopied(path, "the server's name for it is not a single name"), path)
        }
        if seen.contains(name) { return }
        if seen.count < Self.mostSeen, name.count <= 255 { seen.insert(name) }
        unfinished += 1
        if entry.attributes.permissions != nil { return add(name, path, entry.attributes) }
        ask(.lstat(path), name, path)
    }

    private func ask(_ request: SFTPRequest, _ name: [UInt8], _ path: RemotePath) {
        transfer.loop.submit(request, path) { result in
            switch result {
            case .success(let reply): self.add(name, path, reply.attributes)
            case .failure(let error): self.childFailed(error, path)
            }
        }
    }

    private func add(_ name: [UInt8], _ path: RemotePath, _ attributes: SFTPAttributes) {
        guard let local else { return childEnded() }
        // A server that does not say what it is can only be taken at its word that it can be read.
        switch attributes.kind ?? .regular {
        case .regular where PartName.isPart(name) && !transfer.options.writesInPlace:
            childFailed(.notCopied(path, "it has the name that the part of another file has"), path)
        case .regular:
            transfer.schedule.add(
                file: DownloadFile(transfer, path, attributes, into: local, name) { self.childEnded() })
        case .directory:
            guard depth < SFTP.deepestTree else {
                return childFailed(.notCopied(path, "it is within more than \(SFTP.deepestTree) directories"), path)
            }
            let permissions = transfer.options.permissions(toMake: attributes)
            transfer.schedule.add(
                directory: DownloadDirectory(transfer, path, attributes, in: self) { () throws(SSHError) in
                    try local.directory(name, makingIt: permissions)
                })
        case .symbolicLink:
            addLink(name, path)
        case .fifo, .characterDevice, .blockDevice, .socket:
            childFailed(.notCopied(path, "a device, a pipe or a socket"), path)
        }
    }

    private func addLink(_ name: [UInt8], _ path: RemotePath) {
        switch transfer.options.symbolicLinks {
        case .skip: childEnded()
        case .follow: ask(.stat(path), name, path)
        case .keep:
            transfer.loop.submit(.readlink(path), path) { result in
                do throws(SSHError) {
                    let target = try result.get().path
                    guard self.staysInside(target) else {
                        throw .notCopied(path, "a symbolic link that may lead out of the directory, to \(target)")
                    }
                    try self.local?.makeLink(name, to: target.bytes)
                    self.transfer.report.symbolicLinks += 1
                    self.childEnded()
                } catch {
                    self.childFailed(error, path)
                }
            }
        }
    }

    /// Whether a link in this directory to that target stays within the directory that the user named. `..` is allowed at the beginning only, and
    /// only as often as there are directories above: behind a name it would lead on from wherever another link of the server's leads.
    private func staysInside(_ target: RemotePath) -> Bool {
        let parts = target.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard !target.bytes.isEmpty, target.bytes.first != UInt8(ascii: "/"), !target.bytes.contains(0) else {
            return false
        }
        let parent = Array("..".utf8)[...]
        let ups = parts.prefix { $0 == parent }.count
        return ups <= depth && !parts.dropFirst(ups).contains(parent)
    }

    // MARK: The end

    private func listed() {
        seen = []
        transfer.loop.close(handle, path)
        transfer.schedule.end(self)
        transfer.report.directories += 1
        childEnded()
    }

    private func act(_ body: () throws(SSHError) -> Void) {
        do throws(SSHError) { try body() } catch { fail(error) }
    }

    /// It cannot be listed, or not to its end; what has been found is copied all the same.
    private func fail(_ error: SSHError) {
        seen = []
        if !handle.isEmpty { transfer.loop.close(handle, path) }
        transfer.note(error, path)
        transfer.schedule.end(self)
        childEnded()
    }

    private func childFailed(_ error: SSHError, _ path: RemotePath) {
        transfer.note(error, path)
        childEnded()
    }

    private func childEnded() {
        unfinished -= 1
        guard unfinished == 0 else { return }
        if let local {
            let options = transfer.options
            do throws(SSHError) {
                try local.setAttributes(
                    permissions: options.keepsPermissions ? attributes.permissions : nil,
                    times: options.keepsTimes ? attributes.times : nil)
            } catch {
                transfer.note(error, path)
            }
            transfer.schedule.openDirectories -= 1
        }
        local = nil
        parent?.childEnded()
    }
}

extension TransferOptions {
    /// The permission bits that a directory is made with: nobody else sees into it before it has its own.
    /// - Parameter attributes: What the server says of it.
    func permissions(toMake attributes: SFTPAttributes) -> mode_t {
        keepsPermissions && attributes.permissions != nil ? 0o700 : 0o777
    }
}
