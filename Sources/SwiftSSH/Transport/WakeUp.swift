import Glibc

/// A descriptor that ends a `poll` from another thread: a pipe that is read when it was written.
final class WakeUp: Sendable {
    /// The descriptor to poll for reading; -1 where the system had none left.
    let descriptor: Int32
    private let writingEnd: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        for end in ends where end >= 0 {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
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
        // A pipe that is full has signals enough.
        _ = write(writingEnd, &byte, 1)
    }

    /// Takes back all signals so far.
    func clear() {
        var bytes: (UInt64, UInt64) = (0, 0)
        while read(descriptor, &bytes, 16) == 16 {}
    }
}
