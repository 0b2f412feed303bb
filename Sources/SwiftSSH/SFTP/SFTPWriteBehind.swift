/// The bytes of one file that its writer has handed over and the server has not acknowledged: sent at once while nothing is under way,
/// else gathered to requests of a good size. Touched under the connection's lock.
final class SFTPWriteBehind: SFTPGatherer {
    /// Who writes at least so much at a time needs nothing gathered.
    private static let direct = 64 << 10

    private let exchange: SFTPExchange
    private let handle: [UInt8]
    private let path: RemotePath
    private let gathered = ByteQueue()
    /// Where in the file the gathered bytes go.
    private var offset: UInt64 = 0
    private var isRegistered = false
    private var underWay: [(pending: SFTPPending, offset: UInt64, count: Int)] = []
    private var unacknowledged = 0
    /// The first failure that the writer has not been told of.
    private var failure: SSHError?

    /// Writes nothing yet.
    init(_ exchange: SFTPExchange, _ handle: [UInt8], _ path: RemotePath) {
        self.exchange = exchange
        self.handle = handle
        self.path = path
    }

    /// Whether the server has acknowledged all, or refused it.
    var isIdle: Bool { underWay.isEmpty && gathered.isEmpty }

    /// Whether bytes would be gathered now.
    var wouldGather: Bool { !underWay.isEmpty }

    /// Takes as many bytes as there is room for.
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - position: Where in the file they go.
    /// - Returns: How many were taken.
    func accept(_ bytes: UnsafeRawBufferPointer, at position: UInt64) -> Int {
        let size = exchange.bytesPerWrite
        var taken = 0
        while taken < bytes.count, unacknowledged + gathered.count < exchange.mostUnacknowledged, exchange.hasRoom {
            let rest = bytes.count - taken
            let offset = position + UInt64(taken)
            if gathered.isEmpty, rest >= Self.direct || underWay.isEmpty {
                // Evenly: a small rest would cost as much as a large request.
                let requests = (rest + size - 1) / size
                let count = (rest + requests - 1) / requests
                send(UnsafeRawBufferPointer(rebasing: bytes[taken..<taken + count]), at: offset)
                taken += count
            } else {
                if gathered.isEmpty { self.offset = offset }
                // What is best to send may have become less than what was gathered.
                let count = min(rest, max(0, size - gathered.count))
                gathered.keptCapacity = size
                gathered.append(UnsafeRawBufferPointer(rebasing: bytes[taken..<taken + count]))
                taken += count
                if gathered.count >= size { push() }
            }
        }
        if !gathered.isEmpty, !isRegistered {
            isRegistered = true
            exchange.add(self)
        }
        return taken
    }

    func push() {
        guard !gathered.isEmpty else { return }
        send(gathered.bytes, at: offset)
        gathered.removeAll()
        exchange.remove(self)
        isRegistered = false
    }

    private func send(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) {
        let pending = exchange.append(.write(handle, offset: offset, count: bytes.count), bytes)
        underWay.append((pending, offset, bytes.count))
        unacknowledged += bytes.count
    }

    /// Takes in what the server has acknowledged or refused.
    func collect() {
        var count = 0
        for (pending, offset, size) in underWay {
            guard let result = pending.result else { break }
            count += 1
            unacknowledged -= size
            do throws(SSHError) {
                let reply = try result.get()
                if case .status(let status, let text) = reply, status != .ok {
                    throw .sftp(status, text, "write \(size) bytes at \(offset)", path)
                }
            } catch {
                failure = failure ?? error
            }
        }
        if count > 0 { underWay.removeFirst(count) }
        if underWay.isEmpty { push() }
    }

    /// Tells the writer of a failure, once.
    func report() throws(SSHError) {
        guard let failure else { return }
        self.failure = nil
        throw failure
    }
}
