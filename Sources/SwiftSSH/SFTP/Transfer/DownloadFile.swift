import Glibc

/// A file that is being copied from the server: opened, read by many requests at a time, written in order, put into place.
final class DownloadFile: TransferItem {
    /// How many of the last bytes of a part are compared before it is gone on from.
    private static let comparedBytes: UInt64 = 64 << 10

    /// How many blocks wait for those before them while what short blocks leave out is asked for at once.
    private static let mostEarly = 1024

    private let transfer: Transfer
    private let path: RemotePath
    private let directory: LocalDirectory
    private let name: [UInt8]
    private let attributes: SFTPAttributes
    private let ended: () -> Void
    /// How long it is; nil where only its end tells: some files that are made as they are read have the size 0.
    private let size: UInt64?

    private var handle: [UInt8] = []
    private var part: LocalFile?
    /// Whether the part, or the target, is a file that can have holes and a size.
    private var isRegular = false
    /// Whether bytes are to be asked for.
    private var isReading = false
    /// Up to where bytes have been asked for.
    private var asked: UInt64 = 0
    /// Up to where they have been written.
    private var written: UInt64 = 0
    /// From where on this transfer has written.
    private var begin: UInt64 = 0
    /// Whether the last bytes have not been written, being zeros.
    private var endsWithHole = false
    /// What came before what goes before it.
    private var early: [UInt64: SFTPBlock] = [:]
    /// What short blocks have left out and is not asked for before its turn: how much, by where it is.
    private var late: [UInt64: Int] = [:]
    /// The bytes that room has been taken for.
    private var taken = 0
    private var isOver = false

    /// A file that has not begun.
    /// - Parameters:
    ///   - transfer: What it is part of.
    ///   - path: The file on the server.
    ///   - attributes: What the server says of it.
    ///   - directory: Where it goes.
    ///   - name: Its name there.
    ///   - ended: Called when it is over, however that came.
    init(
        _ transfer: Transfer, _ path: RemotePath, _ attributes: SFTPAttributes, into directory: LocalDirectory,
        _ name: [UInt8], ended: @escaping () -> Void = {}
    ) {
        self.transfer = transfer
        self.path = path
        self.attributes = attributes
        self.directory = directory
        self.name = name
        self.ended = ended
        size = attributes.size == 0 ? nil : attributes.size
        transfer.loop.meter.expect(attributes.size ?? 0)
    }

    private var partName: [UInt8] { transfer.options.writesInPlace ? name : PartName.of(name) }

    func start() {
        do throws(SSHError) {
            if let status = try directory.status(name), !transfer.options.writesInPlace {
                try checkReplaceable(status)
                if transfer.options.resumes, isUnchanged(status) {
                    transfer.noteUnchanged(size ?? 0, path)
                    return over()
                }
            }
        } catch {
            return fail(error)
        }
        transfer.loop.submit(.open(path, .read, SFTPAttributes()), path) { result in
            self.act { () throws(SSHError) in
                self.handle = try result.get().handle
                try self.openPart()
            }
        }
    }

    private func checkReplaceable(_ status: stat) throws(SSHError) {
        switch status.st_mode & S_IFMT {
        case S_IFREG, S_IFLNK: return
        case S_IFDIR: throw .localFile("write", directory.path.appending(name), EISDIR)
        default:
            throw SSHError(
                .file, "the target is not a regular file; it can only be written in place", phase: .sftp,
                path: directory.path.appending(name).description)
        }
    }

    private func isUnchanged(_ status: stat) -> Bool {
        guard status.st_mode & S_IFMT == S_IFREG, let times = attributes.times, let size = attributes.size else {
            return false
        }
        return UInt64(clamping: status.st_size) == size && status.st_mtim.tv_sec == Int(times.modification)
    }

    // MARK: The part

    private func openPart() throws(SSHError) {
        let options = transfer.options
        let isPrivate = options.keepsPermissions && attributes.permissions != nil && !options.writesInPlace
        var part: LocalFile
        var found: stat?
        repeat {
            part = try directory.open(partName, O_RDWR | O_CREAT, permissions: isPrivate ? 0o600 : 0o666)
            if options.writesInPlace {
                found = try part.status()
            } else {
                try part.claim()
                // Whoever had claimed it before may have put it into place just now.
                found = try directory.status(partName, of: part)
            }
        } while found == nil
        self.part = part
        guard let status = found else { return }
        guard status.st_mode & S_IFMT == S_IFREG else {
            if options.writesInPlace { return begin(at: 0) }
            throw .localFile("write", part.path, EEXIST)
        }
        isRegular = true
        if isPrivate, status.st_mode & 0o077 != 0 { try part.setPermissions(0o600) }
        let there = UInt64(clamping: status.st_size)
        if options.resumes, let size, there > 0, there <= size { return compare(there, part) }
        if there > 0 { try part.setSize(0) }
        begin(at: 0)
    }

    /// Goes on from a part if its end is what the server has there.
    private func compare(_ there: UInt64, _ part: LocalFile) {
        let count = min(there, Self.comparedBytes, UInt64(transfer.sftp.bytesPerRead))
        let request = SFTPRequest.read(handle, offset: there - count, count: Int(count))
        transfer.loop.submit(request, path) { result in
            self.act { () throws(SSHError) in
                let mine = try part.read(Int(count), at: there - count)
                if case .success(.data(let block)) = result, block.bytes.elementsEqual(mine) {
                    self.transfer.loop.meter.count(there, of: self.path)
                    return self.begin(at: there)
                }
                try part.setSize(0)
                self.begin(at: 0)
            }
        }
    }

    private func begin(at offset: UInt64) {
        asked = offset
        written = offset
        begin = offset
        isReading = true
        if written == size { finish() } else { goOn() }
    }

    // MARK: Reading

    func goOn() {
        while isReading, !isOver, transfer.schedule.room > 0 {
            var count = transfer.sftp.bytesPerRead
            if let size {
                guard asked < size else { return }
                count = Int(min(UInt64(count), size - asked))
            } else if asked > written || taken > 0 {
                return
            }
            transfer.schedule.take(count)
            taken += count
            read(count, at: asked)
            asked += UInt64(count)
        }
    }

    private func read(_ count: Int, at offset: UInt64) {
        transfer.loop.submit(.read(handle, offset: offset, count: count), path) { result in
            self.act { () throws(SSHError) in try self.take(result, count, at: offset) }
        }
    }

    private func take(_ result: Result<SFTPReply, SSHError>, _ count: Int, at offset: UInt64) throws(SSHError) {
        if case .failure(let error) = result {
            guard error.sftpStatus == SFTPStatus.endOfFile.rawValue else { throw error }
            guard let size else { return finish() }
            throw SSHError(
                .file, "the file ends after \(offset) of \(size) bytes: it has shrunk meanwhile", phase: .sftp,
                path: path.description)
        }
        guard case .success(.data(let block)) = result else { return }
        early[offset] = block
        while let block = early.removeValue(forKey: written) {
            endsWithHole = try part?.write(block.bytes, at: written, leavesHoles: isRegular) == false
            written += UInt64(block.count)
            give(block.count)
            transfer.loop.meter.count(UInt64(block.count), of: path)
        }
        if written == size { return finish() }
        // A server may give less than it was asked for before the end.
        if block.count < count {
            if size == nil {
                give(taken)
                asked = written
            } else if early.count < Self.mostEarly {
                read(count - block.count, at: offset + UInt64(block.count))
            } else {
                late[offset + UInt64(block.count)] = count - block.count
            }
        }
        if let count = late.removeValue(forKey: written) { read(count, at: written) }
        goOn()
    }

    private func give(_ count: Int) {
        taken -= count
        transfer.schedule.give(count)
    }

    // MARK: The end

    private func finish() {
        do throws(SSHError) {
            let options = transfer.options
            if let part, isRegular {
                if endsWithHole { try part.setSize(written) }
                if options.keepsPermissions, let permissions = attributes.permissions {
                    try part.setPermissions(permissions)
                }
                if options.keepsTimes, let times = attributes.times { try part.setTimes(times) }
                try part.checkWritten()
            }
            if !options.writesInPlace {
                // Claimed up to here: nobody else writes to it.
                guard hasPart else { throw .localFile("put into place", directory.path.appending(name), ESTALE) }
                try directory.rename(partName, to: name)
            }
            part = nil
        } catch {
            return fail(error)
        }
        transfer.noteFile(written - begin)
        over()
    }

    /// Whether the part is still where it was made.
    private var hasPart: Bool {
        guard let part else { return false }
        return (try? directory.status(partName, of: part)) != nil
    }

    private func act(_ body: () throws(SSHError) -> Void) {
        if isOver { return }
        do throws(SSHError) { try body() } catch { fail(error) }
    }

    /// It cannot be copied. What there is of it is removed: a file that was interrupted keeps its part, one that is at fault does not.
    private func fail(_ error: SSHError) {
        if !transfer.options.writesInPlace, hasPart { directory.remove(partName) }
        part = nil
        transfer.note(error, path)
        over()
    }

    private func over() {
        isOver = true
        if !handle.isEmpty { transfer.loop.close(handle, path) }
        give(taken)
        early = [:]
        late = [:]
        transfer.schedule.end(self)
        ended()
    }
}
