/// One transfer, of a file or of a directory with all that is in it: what its files and directories have in common. One thread's.
final class Transfer {
    let sftp: SFTP
    let options: TransferOptions
    let loop: TransferLoop
    let schedule: TransferSchedule
    /// How many problems are told one by one: a server may make as many as it likes.
    private static let mostProblems = 10_000

    /// The files on the server that no other copy may write to meanwhile.
    private var claimed: Set<RemotePath> = []
    /// Problems beyond ``mostProblems``.
    private var otherProblems = 0
    /// What has been done so far.
    var report = TransferReport()

    /// A transfer with nothing in it.
    init(
        _ sftp: SFTP, _ options: TransferOptions, timeout: Duration?, progress: ((TransferProgress) -> Bool)?
    ) {
        self.sftp = sftp
        self.options = options
        loop = TransferLoop(sftp, timeout: timeout, progress: progress)
        schedule = TransferSchedule(filesAtOnce: options.filesAtOnce, bytesInFlight: sftp.bytesInFlight)
    }

    /// Runs until everything is over.
    /// - Returns: What has been done.
    /// - Throws: Why it could not go on to its end.
    func run() throws(SSHError) -> TransferReport {
        // Files that are under way hold on to the transfer, and it to them.
        defer {
            schedule.removeAll()
            release(claimed)
        }
        try loop.run { schedule.advance() }
        if otherProblems > 0, let last = report.problems.indices.last {
            report.problems[last].message += "; and \(otherProblems) more could not be copied"
        }
        return report
    }

    /// Claims a file on the server; gives whether no other copy of this SFTP session has it.
    func claim(_ path: RemotePath) -> Bool {
        let isFree = sftp.connection.peek { sftp.exchange.claimed.insert(path).inserted } ?? true
        if isFree { claimed.insert(path) }
        return isFree
    }

    /// Gives up claims.
    func release(_ paths: Set<RemotePath>) {
        sftp.connection.peek { sftp.exchange.claimed.subtract(paths) }
        claimed.subtract(paths)
    }

    /// Notes what could not be copied.
    func note(_ error: SSHError, _ path: RemotePath) {
        guard report.problems.count < Self.mostProblems else { return otherProblems += 1 }
        report.problems.append(
            error.located(phase: .sftp, host: sftp.connection.host, port: sftp.connection.port, path: path.description))
    }

    /// Notes that a file is whole.
    func noteFile(_ bytes: UInt64) {
        report.files += 1
        report.bytes += bytes
    }

    /// Notes that a file was there already.
    func noteUnchanged(_ bytes: UInt64, _ path: RemotePath) {
        report.unchangedFiles += 1
        loop.meter.count(bytes, of: path)
    }
}

extension SSHError {
    /// The error of what is left out of a copy, or of a single file that is not copied.
    static func notCopied(_ path: RemotePath, _ what: String) -> SSHError {
        SSHError(.file, "not copied: \(what)", phase: .sftp, path: path.description)
    }

    /// Whether an SFTP server says that there is no such file.
    var isNoSuchFile: Bool {
        // 10 is version 4's word for a path of which a directory is missing.
        sftpStatus == SFTPStatus.noSuchFile.rawValue || sftpStatus == 10
    }
}
