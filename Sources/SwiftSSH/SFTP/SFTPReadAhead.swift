/// The bytes of one file that its reader will want next: asked for before it does, in a window that grows while it reads on.
/// Touched under the connection's lock.
final class SFTPReadAhead {
    /// The least that is asked for.
    private static let least = 32 << 10
    /// How many pieces there are while what short replies leave out is asked for before its turn.
    private static let mostPieces = 4096

    private struct Piece {
        var offset: UInt64
        var count: Int
        let pending: SFTPPending
    }

    private let exchange: SFTPExchange
    private let handle: [UInt8]
    /// What has been asked for: one piece follows the other, the first holds the reader's position.
    private var pieces: [Piece] = []
    /// How many bytes the pieces have.
    private var bytes = 0
    private var window = 0
    /// Where the reader would read on.
    private var sequential: UInt64 = 0
    /// How many reads went on where the one before had ended.
    private var readsInRow = 0
    /// Whether the end of the file has come among the pieces.
    private var hasSeenEnd = false
    /// How many short replies the exchange had when the pieces were last looked through.
    private var seenShort = 0

    /// Reads nothing yet.
    init(_ exchange: SFTPExchange, _ handle: [UInt8]) {
        self.exchange = exchange
        self.handle = handle
    }

    /// Forgets everything: the reader goes on elsewhere, or the file has changed.
    func drop() {
        guard !pieces.isEmpty else { return }
        for piece in pieces { exchange.abandon(piece.pending) }
        removePieces()
    }

    private func removePieces() {
        pieces = []
        bytes = 0
        hasSeenEnd = false
        exchange.readers -= 1
    }

    /// Whether all that the reader wants has come, and more of the same block.
    func isReady(_ count: Int, at position: UInt64) -> Bool {
        guard let first = pieces.first, case .success(.data(let block))? = first.pending.result else { return false }
        return position >= first.offset && position - first.offset + UInt64(count) < UInt64(block.count)
    }

    /// What tells that there is something to take, or that something is to be asked for.
    var news: News {
        { self.pieces.first.map { $0.pending.result != nil } ?? true || !self.exchange.hasSentAll }
    }

    /// Takes bytes that have come, and asks for more.
    /// - Returns: How many were taken, 0 at the end of the file.
    func read(into buffer: UnsafeMutableRawBufferPointer, at position: UInt64) throws(SSHError) -> Progress<Int> {
        if let first = pieces.first, position < first.offset { drop() }
        let taken = try take(into: buffer, at: position)
        if case .done(let count) = taken {
            sequential = position + UInt64(count)
            readsInRow += 1
            if count > 0, readsInRow > 1 { try? ask(at: sequential, wanted: buffer.count) }
            return taken
        }
        try ask(at: position, wanted: buffer.count)
        return .wouldBlock
    }

    /// Takes bytes that have come.
    func take(into buffer: UnsafeMutableRawBufferPointer, at position: UInt64) throws(SSHError) -> Progress<Int> {
        var copied = 0
        while copied < buffer.count, let first = pieces.first, let result = first.pending.result {
            let reply: SFTPReply
            do throws(SSHError) {
                reply = try result.get()
            } catch {
                if copied > 0 { break }
                throw error
            }
            switch reply {
            case .data(let block):
                lookThrough()
                let skipped = Int(clamping: position + UInt64(copied) - first.offset)
                copied += block.copy(
                    from: skipped, into: UnsafeMutableRawBufferPointer(rebasing: buffer[copied...]))
                if position + UInt64(copied) - first.offset < UInt64(block.count) { return .done(copied) }
                pieces.removeFirst()
                bytes -= block.count
                window += block.count
                if pieces.isEmpty { removePieces() }
            case .status(.endOfFile, _):
                if copied > 0 { return .done(copied) }
                drop()
                // Whoever reads on at the end waits for the file to grow.
                window = Self.least
                return .done(0)
            default:
                if copied > 0 { return .done(copied) }
                drop()
                _ = try reply.checked(.read(handle, offset: position, count: buffer.count), nil)
                return .done(0)
            }
        }
        return copied > 0 ? .done(copied) : .wouldBlock
    }

    /// Asks for what short replies have left out, and notices the end.
    private func lookThrough() {
        guard seenShort != exchange.shortReplies else { return }
        seenShort = exchange.shortReplies
        var index = 0
        while let piece = pieces[checked: index] {
            index += 1
            switch piece.pending.result {
            case .success(.data(let block))? where block.count < piece.count:
                guard index == 1 || pieces.count < Self.mostPieces else {
                    // To be looked through again.
                    seenShort &-= 1
                    return
                }
                pieces[checked: index - 1]?.count = block.count
                let offset = piece.offset + UInt64(block.count)
                let count = piece.count - block.count
                let pending = exchange.append(.read(handle, offset: offset, count: count), nil)
                pieces.insert(Piece(offset: offset, count: count, pending: pending), at: index)
            case .success(.status)?:
                hasSeenEnd = true
            default:
                break
            }
        }
    }

    /// Asks for as much as the window has room for.
    private func ask(at position: UInt64, wanted: Int) throws(SSHError) {
        lookThrough()
        if pieces.isEmpty, position != sequential || window == 0 {
            window = position == 0 ? exchange.server.limits.bytesPerRead : Self.least
            sequential = position
            // Whoever begins at the beginning mostly wants all of it; who begins elsewhere may be going on elsewhere.
            readsInRow = position == 0 ? 1 : 0
        }
        window = min(max(window, wanted), exchange.mostAhead)
        let limit = min(window, max(Self.least, exchange.mostAhead / max(1, exchange.readers)))
        let size = min(exchange.server.limits.bytesPerRead, limit)
        var next = pieces.last.map { $0.offset + UInt64($0.count) } ?? position
        while pieces.isEmpty || bytes + size <= limit, !hasSeenEnd, exchange.hasRoom || pieces.isEmpty {
            guard next <= UInt64(Int64.max) - UInt64(size) else {
                if pieces.isEmpty { throw SSHError(.invalidArgument, "no file is that large", phase: .sftp) }
                break
            }
            let pending = try exchange.begin(.read(handle, offset: next, count: size))
            if pieces.isEmpty { exchange.readers += 1 }
            pieces.append(Piece(offset: next, count: size, pending: pending))
            bytes += size
            next += UInt64(size)
        }
    }
}
