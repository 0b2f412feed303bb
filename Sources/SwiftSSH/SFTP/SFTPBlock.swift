import Glibc

/// Bytes of a file that came in one reply. Its memory goes back to where it came from when the block is let go.
final class SFTPBlock: @unchecked Sendable {
    // Written before anybody else sees the block, and only read from then on.
    private let storage: UnsafeMutableRawBufferPointer
    private let pool: SFTPBlockPool
    /// How many bytes there are.
    let count: Int

    /// Copies bytes.
    init(_ bytes: UnsafeRawBufferPointer, _ pool: SFTPBlockPool) {
        self.pool = pool
        count = bytes.count
        storage = pool.take(bytes.count)
        storage.copyMemory(from: bytes)
    }

    deinit {
        pool.give(storage)
    }

    /// The bytes; valid as long as the block.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: storage[..<count]) }

    /// Copies bytes from `start` on, as many as there are and fit; gives how many.
    func copy(from start: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let copied = min(count - start, buffer.count)
        guard start >= 0, copied > 0, let source = storage.baseAddress, let target = buffer.baseAddress else {
            return 0
        }
        memcpy(target, source + start, copied)
        return copied
    }
}

/// Memory for blocks, used again and again: fresh memory costs more than what is done with it.
final class SFTPBlockPool: Sendable {
    /// How much is kept for later.
    private static let keptBytes = 2 << 20

    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var free: [UnsafeMutableRawBufferPointer] = []
    nonisolated(unsafe) private var freeBytes = 0

    deinit {
        for storage in free { storage.deallocate() }
    }

    /// Memory for at least so many bytes.
    fileprivate func take(_ count: Int) -> UnsafeMutableRawBufferPointer {
        // Few sizes: what one file's reads leave serves the next one's.
        let size = max(4096, (count + 32767) / 32768 * 32768)
        return lock.withLock {
            guard let index = free.lastIndex(where: { $0.count >= count && $0.count <= size }) else { return nil }
            let storage = free.remove(at: index)
            freeBytes -= storage.count
            return storage
        } ?? .allocate(byteCount: count <= 4096 ? 4096 : size, alignment: 16)
    }

    /// Takes memory back.
    fileprivate func give(_ storage: UnsafeMutableRawBufferPointer) {
        let isKept = lock.withLock {
            guard freeBytes + storage.count <= Self.keptBytes else { return false }
            free.append(storage)
            freeBytes += storage.count
            return true
        }
        if !isKept { storage.deallocate() }
    }
}
