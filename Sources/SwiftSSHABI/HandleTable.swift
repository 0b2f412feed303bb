internal import SwiftSSH

/// The objects that C holds. A handle is a slot's number and generation, never an address: one that was freed, belongs to
/// another kind of object or never was one is told from a good one without a look at the memory behind it.
final class HandleTable: Sendable {
    /// The table of this process.
    static let shared = HandleTable()

    private struct Slot {
        /// Begins anywhere, so that a handle cannot be guessed.
        var generation = UInt32.random(in: 1...HandleTable.lastGeneration / 2)
        var object: (any AnyObject & Sendable)?

        /// Takes the object out; the handles to it are bad from here on.
        func emptied() -> Slot { Slot(generation: generation &+ 1, object: nil) }
    }

    /// A slot whose generations are used up is never used again.
    private static let lastGeneration: UInt32 = 1 << 30

    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var slots: [Slot] = []
    nonisolated(unsafe) private var free: [Int] = []

    private init() {
        ForkGuard.hold(lock)
    }

    /// Puts an object into the table, which keeps it until ``remove(_:_:)``.
    func insert(_ object: some AnyObject & Sendable) -> OpaquePointer? {
        lock.withLock {
            let index = free.popLast() ?? slots.count
            var slot = slots[checked: index] ?? Slot()
            slot.object = object
            if index == slots.count { slots.append(slot) } else { slots[checked: index] = slot }
            return Self.handle(index, slot.generation)
        }
    }

    /// The object behind a handle.
    /// - Throws: `invalidHandle` when it is null, freed, of another kind or never was one.
    func object<Object>(_ handle: OpaquePointer?, _ kind: Object.Type) throws(SSHError) -> Object {
        guard let object = lock.withLock({ entry(handle)?.slot.object }) as? Object else {
            throw SSHError(
                .invalidHandle,
                handle == nil ? "the handle is NULL" : "the handle is freed, of another kind or never was one")
        }
        return object
    }

    /// Takes an object out of the table if it is of that kind; any other handle does nothing.
    func remove<Object>(_ handle: OpaquePointer?, _ kind: Object.Type) {
        // Let go after the lock: an object's end may take other locks.
        _ = lock.withLock { () -> (any AnyObject & Sendable)? in
            guard let (index, slot) = entry(handle), slot.object is Object else { return nil }
            let emptied = slot.emptied()
            slots[checked: index] = emptied
            if emptied.generation < Self.lastGeneration { free.append(index) }
            return slot.object
        }
    }

    // Odd, so that no object's address can be taken for a handle.
    private static func handle(_ index: Int, _ generation: UInt32) -> OpaquePointer? {
        OpaquePointer(bitPattern: UInt(truncatingIfNeeded: generation) << 32 | UInt(bitPattern: index) << 1 | 1)
    }

    private func entry(_ handle: OpaquePointer?) -> (index: Int, slot: Slot)? {
        let bits = UInt(bitPattern: handle)
        let index = Int(bitPattern: (bits & 0xFFFF_FFFF) >> 1)
        guard bits & 1 == 1, let slot = slots[checked: index],
            UInt(truncatingIfNeeded: slot.generation) == bits >> 32
        else { return nil }
        return (index, slot)
    }
}
