/// The bytes of one file that its reader will want next: asked for before it does, in a window that grows while it reads on.
/// Touched under the connection's lock.
final class SFTPReadAhead {
    /// The least that is asked for.
    private static let least = 32 << 10
    /// The first window of who begins at the beginning, who mostly wants all of it.
    private static let firstWindow = 256 << 10

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
    /// Whether the end of the file has come among the pieces.
    private var hasSeenEnd = false
    /// How many replies of the exchange were short when the pieces were last looked through.
    private var repaired = 0

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

    /// Takes bytes that have come, and asks for more.
    /// - Returns: How many were taken, 0 at the end of the file.
    func read(into buffer: UnsafeMutableRawBufferPointer, at position: UInt64) throws(SSHError) -> Progress<Int> {
        if let first = pieces.first, position < first.offset { drop() }
        let taken = try take(into: buffer, at: position)
        if case .done(let count) = taken {
            sequential = position + UInt64(count)
            if count > 0, !pieces.isEmpty { try? ask(at: sequential, wanted: buffer.count) }
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
                repair()
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

    /// Asks for what short replies have left out.
    private func repair() {
        guard repaired != exchange.shortReplies else { return }
        repaired = exchange.shortReplies
        var index = 0
        while index < pieces.count {
            let piece = pieces[index]
            index += 1
            guard case .success(.data(let block))? = piece.pending.result, block.count < piece.count else { continue }
            pieces[index - 1].count = block.count
            let offset = piece.offset + UInt64(block.count)
            let count = piece.count - block.count
            let pending = exchange.append(.read(handle, offset: offset, count: count), nil)
            pieces.insert(Piece(offset: offset, count: count, pending: pending), at: index)
        }
    }

    /// Asks for as much as the window has room for.
    private func ask(at position: UInt64, wanted: Int) throws(SSHError) {
        let share = max(Self.least, exchange.bytesInFlight / max(1, exchange.readers))
        if pieces.isEmpty {
            if position != sequential || window == 0 {
                window = position == 0 ? Self.firstWindow : Self.least
                sequential = position
            }
            hasSeenEnd = false
        } else if case .success(.status)? = pieces.last?.pending.result {
            hasSeenEnd = true
        }
        window = min(max(window, wanted), exchange.bytesInFlight)
        repair()
        let limit = min(window, share)
        var next = pieces.last.map { $0.offset + UInt64($0.count) } ?? position
        while bytes < limit, !hasSeenEnd, exchange.hasRoom {
            let size = min(exchange.server.limits.bytesPerRead, max(Self.least, limit - bytes))
            guard next.addingReportingOverflow(UInt64(size)).overflow == false else { break }
            let pending = try exchange.begin(.read(handle, offset: next, count: size))
            if pieces.isEmpty { exchange.readers += 1 }
            pieces.append(Piece(offset: next, count: size, pending: pending))
            bytes += size
            next += UInt64(size)
        }
    }
}
