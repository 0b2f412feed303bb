import Glibc

/// A descriptor that ends a `poll` from another thread: a pair of sockets, of which one becomes readable when the other is written.
final class WakeUp: Sendable {
    /// The descriptor to poll for reading; -1 where the system had none left.
    let descriptor: Int32
    private let writingEnd: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        socketpair(AF_UNIX, type, 0, &ends)
        descriptor = ends[0]
        writingEnd = ends[1]
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        close(writingEnd)
    }

    /// Ends the poll that is under way, or the next one.
    func signal() {
        var byte: UInt8 = 1
        // One that is full has signals enough.
        _ = send(writingEnd, &byte, 1, Int32(MSG_NOSIGNAL))
    }

    /// Takes back all signals so far.
    func clear() {
        var bytes: (UInt64, UInt64) = (0, 0)
        while read(descriptor, &bytes, 16) == 16 {}
    }
}
