import Glibc

/// A file that is being copied to the server: opened, written by many requests at a time, given its attributes, closed, put into place.
final class UploadFile: TransferItem {
    /// How many of the last bytes of a part are compared before it is gone on from.
    private static let comparedBytes: UInt64 = 64 << 10
    /// A file of so many bytes is worth a question before they are sent: what has its name already.
    private static let askedFor: UInt64 = 1 << 20

    private let transfer: Transfer
    private let directory: LocalDirectory
    private let name: [UInt8]
    private let path: RemotePath
    private let follows: Bool
    private let ended: () -> Void

    /// The file of this machine; there once the part on the server is claimed for this copy alone, and until it is over.
    private var local: LocalFile?
    private var handle: [UInt8] = []
    private var attributes = SFTPAttributes()
    private var size: UInt64 = 0
    /// Whether bytes are to be sent.
    private var isWriting = false
    /// Up to where bytes have been sent, or are in a hole.
    private var sent: UInt64 = 0
    /// From where on this transfer has sent.
    private var begin: UInt64 = 0
    /// The bytes that the server has not acknowledged.
    private var taken = 0
    /// How many requests of its end the server has not answered.
    private var ending = 0
    /// Whether the file ends with a hole, so that its size must be set.
    private var endsWithHole = false
    /// Whether there is a part on the server that is of no use without this transfer.
    private var hasPart = false
    private var isOver = false

    /// A file that has not begun.
    /// - Parameters:
    ///   - transfer: What it is part of.
    ///   - directory: The directory of this machine that it is in.
    ///   - name: Its name there.
    ///   - path: The file on the server.
    ///   - follows: Whether the name may be a symbolic link.
    ///   - ended: Called when it is over, however that came.
    init(
        _ transfer: Transfer, _ directory: LocalDirectory, _ name: [UInt8], to path: RemotePath, follows: Bool,
        ended: @escaping () -> Void = {}
    ) {
        self.transfer = transfer
        self.directory = directory
        self.name = name
        self.path = path
        self.follows = follows
        self.ended = ended
    }

    private var part: RemotePath { transfer.options.writesInPlace ? path : PartName.of(path) }

    func start() {
        act { () throws(SSHError) in
            let local = try directory.open(name, O_RDONLY, follows: follows)
            var status = try local.status()
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw .localFile("send", local.path, status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
            }
            guard transfer.claim(part) else {
                throw SSHError(
                    .file, "another copy to this file is under way", phase: .sftp, path: path.description, errno: EBUSY)
            }
            // The kernel's own files have a size of 0, whatever is in them; a file that grows has it no more.
            if status.st_size == 0, try !local.read(1, at: 0).isEmpty {
                status = try local.status()
                guard status.st_size > 0 else {
                    throw SSHError(
                        .file, "not copied: it is the kernel's and has no size", phase: .sftp,
                        path: local.path.description)
                }
            }
            self.local = local
            size = UInt64(clamping: status.st_size)
            attributes = SFTPAttributes(status, transfer.options)
            transfer.loop.meter.expect(size)
            if transfer.options.resumes || size >= Self.askedFor { askForTarget(status) } else { openPart() }
        }
    }

    private func askForTarget(_ status: stat) {
        transfer.loop.submit(.stat(path), path) { result in
            self.act { () throws(SSHError) in
                guard case .success(.attributes(let there)) = result else { return self.openPart() }
                if there.isDirectory { throw .notCopied(self.path, "a directory has that name") }
                guard self.transfer.options.resumes, there.size == self.size,
                    there.times?.modification == UInt32(clamping: status.st_mtim.tv_sec)
                else { return self.openPart() }
                self.transfer.noteUnchanged(self.size, self.path)
                self.done()
            }
        }
    }

    // MARK: The part

    private func openPart() {
        let options = transfer.options
        let flags: SFTPOpenFlags = options.resumes ? [.read, .write, .create] : [.write, .create, .truncate]
        // Nobody else sees into it before it has its own permissions.
        let isPrivate = options.keepsPermissions && !options.writesInPlace
        let request = SFTPRequest.open(part, flags, SFTPAttributes(permissions: isPrivate ? 0o600 : nil))
        transfer.loop.submit(request, path) { result in
            self.act { () throws(SSHError) in
                self.handle = try result.get().handle
                self.hasPart = true
                if options.resumes { self.askForPart() } else { self.begin(at: 0) }
            }
        }
    }

    private func askForPart() {
        transfer.loop.submit(.fstat(handle), path) { result in
            self.act { () throws(SSHError) in
                let there = try result.get().attributes.size
                if there == 0 { return self.begin(at: 0) }
                if let there, there <= self.size { return self.compare(there) }
                self.beginAnew()
            }
        }
    }

    /// Goes on from a part if its end is what this file has there.
    private func compare(_ there: UInt64) {
        let count = min(there, Self.comparedBytes, UInt64(transfer.sftp.bytesPerRead))
        let request = SFTPRequest.read(handle, offset: there - count, count: Int(count))
        transfer.loop.submit(request, path) { result in
            self.act { () throws(SSHError) in
                guard let local = self.local else { return }
                let mine = try local.read(Int(count), at: there - count)
                guard case .success(.data(let block)) = result, block.bytes.elementsEqual(mine) else {
                    return self.beginAnew()
                }
                let whole = try self.whole(there, local)
                if whole == 0 { return self.beginAnew() }
                self.transfer.loop.meter.count(whole, of: self.path)
                self.begin(at: whole)
            }
        }
    }

    /// How much of a part is whole: a server that does not write in the order of the requests may have left some of the last ones out.
    private func whole(_ there: UInt64, _ local: LocalFile) throws(SSHError) -> UInt64 {
        let exchange = transfer.sftp.exchange
        if answersInOrder { return there }
        // With holes between them, nobody knows how far apart the last ones were.
        guard try !local.hasHoles() else { return 0 }
        return there - min(there, UInt64(clamping: exchange.mostBytesInFlight))
    }

    private func beginAnew() {
        transfer.loop.submit(.fsetstat(handle, SFTPAttributes(size: 0)), path) { result in
            self.act { () throws(SSHError) in
                _ = try result.get()
                self.begin(at: 0)
            }
        }
    }

    private func begin(at offset: UInt64) {
        sent = offset
        begin = offset
        isWriting = true
        goOn()
    }

    // MARK: Writing

    func goOn() {
        act { () throws(SSHError) in
            if isWriting, sent < size {
                // Asked for once: it takes the lock, and what replies change meanwhile the next call sees.
                let (bytesPerWrite, mostUnacknowledged) = transfer.sftp.writing
                while sent < size, hasRoom(mostUnacknowledged) { try write(bytesPerWrite) }
            }
            if isWriting, sent == size, taken == 0 || answersInOrder { setAttributes() }
        }
    }

    /// Whether the server does one request after the other, so that the end can be asked for before what goes before it is answered.
    private var answersInOrder: Bool { transfer.sftp.exchange.server.isOpenSSH }

    private func hasRoom(_ mostUnacknowledged: Int) -> Bool {
        let underWay = transfer.schedule.underWay
        return transfer.schedule.room > 0 && (underWay == 0 || underWay < mostUnacknowledged)
    }

    private func write(_ bytesPerWrite: Int) throws(SSHError) {
        guard let local else { return }
        // A hole is not sent: what a file is not written at reads as zeros.
        guard let data = local.nextData(from: sent), data < size else {
            transfer.loop.meter.count(size - sent, of: path)
            sent = size
            endsWithHole = true
            return
        }
        if data > sent { transfer.loop.meter.count(data - sent, of: path) }
        let count = Int(min(UInt64(bytesPerWrite), size - data))
        let bytes = try local.read(count, at: data)
        guard bytes.count == count else {
            throw SSHError(
                .file, "the file ends after \(data + UInt64(bytes.count)) of \(size) bytes: it has shrunk meanwhile",
                phase: .sftp, path: local.path.description)
        }
        sent = data + UInt64(count)
        transfer.schedule.take(count)
        taken += count
        bytes.withUnsafeBytes { buffer in
            transfer.loop.submit(.write(handle, offset: data, count: count), path, data: buffer) { result in
                self.acknowledge(result, count)
            }
        }
    }

    private func acknowledge(_ result: Result<SFTPReply, SSHError>, _ count: Int) {
        act { () throws(SSHError) in
            taken -= count
            transfer.schedule.give(count)
            _ = try result.get()
            transfer.loop.meter.count(UInt64(count), of: path)
            if isWriting { goOn() } else { putIntoPlace() }
        }
    }

    // MARK: The end

    private func setAttributes() {
        isWriting = false
        if endsWithHole { attributes.size = size }
        guard !attributes.flags.isEmpty else { return close() }
        ending += 1
        transfer.loop.submit(.fsetstat(handle, attributes), path) { result in
            self.act { () throws(SSHError) in
                _ = try result.get()
                self.ending -= 1
                if self.answersInOrder { self.putIntoPlace() } else { self.close() }
            }
        }
        if answersInOrder { close() }
    }

    private func close() {
        let handle = handle
        self.handle = []
        ending += 1
        transfer.loop.close(handle, path) { result in
            self.act { () throws(SSHError) in
                _ = try result.get()
                self.ending -= 1
                self.putIntoPlace()
            }
        }
    }

    /// Gives the file its name, once the server has answered everything that was asked of it.
    private func putIntoPlace() {
        guard ending == 0, taken == 0 else { return }
        if part == path { return finish() }
        let replaces = transfer.sftp.exchange.server.offers(.posixRename)
        transfer.loop.submit(replaces ? .posixRename(part, to: path) : .rename(part, to: path), path) { result in
            if case .failure = result, !replaces { self.makeWay() } else { self.end(result) }
        }
    }

    /// The server cannot replace a file in one step: what is in the way is removed, if the part is there to take its place.
    private func makeWay() {
        transfer.loop.submit(.lstat(part), path) { result in
            self.act { () throws(SSHError) in
                _ = try result.get()
                self.transfer.loop.submit(.remove(self.path), self.path) { result in
                    // From here on the part may be all that there is.
                    if case .success = result { self.hasPart = false }
                    self.transfer.loop.submit(.rename(self.part, to: self.path), self.path) { self.end($0) }
                }
            }
        }
    }

    /// Ends it when the part has its name, or tells why it has not: version 3 of the protocol has no word for a directory that is in the way.
    private func end(_ renamed: Result<SFTPReply, SSHError>) {
        guard case .failure(let error) = renamed else { return act { finish() } }
        transfer.loop.submit(.stat(path), path) { result in
            self.act { () throws(SSHError) in
                var error = error
                if case .success(.attributes(let there)) = result, there.isDirectory {
                    error.message += "; a directory has that name"
                }
                throw error
            }
        }
    }

    private func finish() {
        transfer.noteFile(size - begin)
        done()
    }

    /// The file is whole: another copy may take its place.
    private func done() {
        transfer.release([part])
        over()
    }

    private func act(_ body: () throws(SSHError) -> Void) {
        if isOver { return }
        do throws(SSHError) { try body() } catch { fail(error) }
    }

    /// It cannot be copied. What there is of it is removed: a file that was interrupted keeps its part, one that is at fault does not. It stays
    /// claimed up to the transfer's end: another copy would have its part removed.
    private func fail(_ error: SSHError) {
        transfer.note(error, path)
        let handle = handle
        self.handle = []
        if !handle.isEmpty {
            transfer.loop.close(handle, path) { _ in self.removePart() }
        } else if hasPart {
            removePart()
        }
        over()
    }

    private func removePart() {
        if part != path { transfer.loop.submit(.remove(part), path) }
    }

    private func over() {
        isOver = true
        local = nil
        transfer.schedule.give(taken)
        taken = 0
        transfer.schedule.end(self)
        ended()
    }
}

extension SFTPAttributes {
    /// What a file keeps of its attributes when it is copied to a server.
    init(_ status: stat, _ options: TransferOptions) {
        self.init(
            permissions: options.keepsPermissions ? UInt32(status.st_mode & 0o777) : nil,
            times: options.keepsTimes
                ? Times(
                    access: UInt32(clamping: status.st_atim.tv_sec),
                    modification: UInt32(clamping: status.st_mtim.tv_sec))
                : nil)
    }
}
