import Glibc

/// Bytes in the order they came: appended at the end, taken from the front, kept in one piece of memory.
///
/// It grows as needed and gives its memory back when it is empty and had grown larger than it is used. Not for use by two threads at once.
final class ByteQueue {
    private var storage: UnsafeMutableRawPointer
    private var capacity: Int
    private var start = 0
    private var end = 0

    /// The bytes that are kept allocated; memory far beyond is given back when the queue is empty and has made little use of it.
    var keptCapacity: Int

    /// Makes an empty queue.
    /// - Parameter capacity: The bytes that are kept allocated, 1 or more.
    init(capacity: Int = 4096) {
        keptCapacity = capacity
        self.capacity = capacity
        storage = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit {
        storage.deallocate()
    }

    /// The number of bytes in the queue.
    var count: Int { end - start }

    /// Whether there are none.
    var isEmpty: Bool { end == start }

    /// The bytes in the queue; valid until the queue is changed.
    var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: storage + start, count: count)
    }

    /// The same bytes, to be changed in place; valid until the queue is changed.
    var mutableBytes: UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(start: storage + start, count: count)
    }

    /// Appends bytes.
    func append(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else { return }
        room(for: bytes.count).copyMemory(from: bytes)
        end += bytes.count
    }

    /// Lets `body` write at the end of the queue.
    /// - Parameters:
    ///   - count: The room that `body` gets.
    ///   - body: Writes and returns how many bytes it wrote; less than one means none.
    /// - Returns: What `body` returned.
    func append<Failure: Error>(
        upTo count: Int, _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
    ) throws(Failure) -> Int {
        let room = room(for: count)
        let written = try body(room)
        if written > 0 { end += min(written, room.count) }
        return written
    }

    /// Moves bytes from the front into `buffer`; returns how many, 0 when there are none.
    func take(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let taken = min(count, buffer.count)
        guard taken > 0, let target = buffer.baseAddress else { return 0 }
        memcpy(target, storage + start, taken)
        removeFirst(taken)
        return taken
    }

    /// Drops bytes from the front.
    /// - Parameter count: How many; more than there are empties the queue.
    func removeFirst(_ count: Int) {
        start += min(count, self.count)
        guard start == end else { return }
        let used = end
        start = 0
        end = 0
        if capacity > keptCapacity * 4, used < capacity / 4 { resize(to: keptCapacity) }
    }

    /// Drops everything.
    func removeAll() {
        removeFirst(count)
    }

    private func room(for needed: Int) -> UnsafeMutableRawBufferPointer {
        if capacity - end < needed {
            if start > 0, count <= capacity / 2, capacity - count >= needed {
                memmove(storage, storage + start, count)
                end = count
                start = 0
            } else {
                resize(to: max(capacity * 2, count + needed))
            }
        }
        return UnsafeMutableRawBufferPointer(start: storage + end, count: needed)
    }

    private func resize(to newCapacity: Int) {
        let grown = UnsafeMutableRawPointer.allocate(byteCount: newCapacity, alignment: 16)
        memcpy(grown, storage + start, count)
        storage.deallocate()
        storage = grown
        end = count
        start = 0
        capacity = newCapacity
    }
}
