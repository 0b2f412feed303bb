/// What was read of a process's streams and not yet given out as lines.
final class LineBuffers: Sendable {
    /// The longest line, in bytes.
    private static let longestLine = 16 << 20

    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var waiting: [UInt32: ArraySlice<UInt8>] = [:]
    nonisolated(unsafe) private var ended: Set<UInt32> = []

    /// The next line of a stream.
    /// - Parameters:
    ///   - stream: The stream.
    ///   - read: Reads more of it; nothing at its end.
    /// - Returns: The line without its end; nil when there is none any more.
    /// - Throws: What `read` throws, and `outputLimit` for a line that does not end.
    func next(_ stream: UInt32, _ read: () throws(SSHError) -> [UInt8]) throws(SSHError) -> String? {
        while true {
            if let line = take(stream) { return line }
            let more = try read()
            try lock.withLock { () throws(SSHError) in
                if more.isEmpty { ended.insert(stream) }
                waiting[stream, default: []] += more
                guard waiting[stream, default: []].count <= Self.longestLine else {
                    throw SSHError(.outputLimit, "the line is longer than \(Self.longestLine) bytes", phase: .command)
                }
            }
            if more.isEmpty { return take(stream) }
        }
    }

    private func take(_ stream: UInt32) -> String? {
        lock.withLock {
            let bytes = waiting[stream, default: []]
            let end = bytes.firstIndex(of: 0x0A)
            guard end != nil || (ended.contains(stream) && !bytes.isEmpty) else { return nil }
            var line = bytes[..<(end ?? bytes.endIndex)]
            waiting[stream] = end.map { bytes[($0 + 1)...] } ?? []
            if end != nil, line.last == 0x0D { line.removeLast() }
            return String(decoding: line, as: UTF8.self)
        }
    }
}
