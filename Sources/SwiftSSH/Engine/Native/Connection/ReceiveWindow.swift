/// The window of what a peer may send on a channel (RFC 4254, 5.2). It is granted more as bytes are taken by their reader, and the
/// window grows where it, and not the reader, is what holds the peer up.
struct ReceiveWindow {
    /// The largest window that is granted by itself.
    static let largest: UInt64 = 64 << 20
    /// The smallest grant that a caller asks for which is sent at once, as libssh2 has it.
    private static let smallestGrant: UInt64 = 1024
    /// A window with less left than a usual packet holds its sender up.
    private static let usualPacket: UInt64 = 32768

    /// The window when the channel was opened.
    let initial: UInt64
    /// The bytes that may still come.
    private(set) var remaining: UInt64
    /// What may be on its way and unread together.
    private var target: UInt64
    private var hasHeldUp = false
    /// What a caller has granted and was not yet sent.
    private var saved: UInt64 = 0

    init(_ size: UInt32) {
        initial = UInt64(size)
        remaining = UInt64(size)
        target = UInt64(size)
    }

    /// Notes bytes that came; tells whether they were allowed.
    mutating func use(_ count: Int) -> Bool {
        guard let count = UInt64(exactly: count), count <= remaining else { return false }
        remaining -= count
        if remaining < Self.usualPacket { hasHeldUp = true }
        return true
    }

    /// What is to be granted now; 0 for nothing.
    /// - Parameter unread: How many bytes wait for their reader.
    mutating func grant(unread: Int) -> UInt32 {
        let unread = UInt64(clamping: unread)
        if hasHeldUp, unread <= target / 4, remaining < target / 2 {
            target = max(target, min(target * 2, Self.largest))
            hasHeldUp = false
        }
        let room = target > remaining + unread ? target - remaining - unread : 0
        guard room >= max(1, target / 4) else { return 0 }
        remaining += room
        return UInt32(clamping: room)
    }

    /// What a caller grants beside that; gives what is to be sent now, 0 for nothing.
    mutating func add(_ bytes: UInt32, isForced: Bool) -> UInt32 {
        saved += UInt64(bytes)
        guard isForced || saved >= Self.smallestGrant else { return 0 }
        let sent = UInt32(clamping: saved)
        saved = 0
        remaining += UInt64(sent)
        return sent
    }
}
