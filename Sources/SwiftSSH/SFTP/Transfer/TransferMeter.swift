/// Counts what a transfer has copied, and tells its caller, who may end it. One thread's.
final class TransferMeter {
    /// How far apart two tellings are at least.
    static let pause = Duration.milliseconds(100)

    private let tell: ((TransferProgress) -> Bool)?
    private var progress = TransferProgress(bytes: 0, total: 0, name: RemotePath(bytes: []))
    private var told: TransferProgress?
    private var due = Deadline(after: .zero)

    /// Counts nothing yet.
    /// - Parameter tell: Told how far it has come; gives false to end the transfer.
    init(_ tell: ((TransferProgress) -> Bool)?) {
        self.tell = tell
    }

    /// Whether anybody is told.
    var isTold: Bool { tell != nil }

    /// A file is to be copied, or is not after all.
    func expect(_ bytes: UInt64) {
        progress.total &+= bytes
    }

    /// Bytes of a file have been copied.
    func count(_ bytes: UInt64, of name: RemotePath) {
        progress.bytes &+= bytes
        progress.total = max(progress.total, progress.bytes)
        progress.name = name
    }

    /// Tells how far it has come if that is due.
    /// - Throws: `cancelled` where the caller ends the transfer, `interrupted`.
    func tick() throws(SSHError) {
        guard due.hasPassed else { return }
        try report()
    }

    /// Tells the end.
    func finish() throws(SSHError) {
        if progress != told { try report() }
    }

    private func report() throws(SSHError) {
        guard let tell else { return }
        try Interruption.check(atOnce: true)
        due = Deadline(after: Self.pause)
        told = progress
        guard tell(progress) else { throw SSHError(.cancelled, "the transfer was ended by its caller", phase: .sftp) }
    }
}
