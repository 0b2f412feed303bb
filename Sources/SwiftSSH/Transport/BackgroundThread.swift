import Glibc

/// Threads of the library's own. They take no signals: those are for the program's threads.
package enum BackgroundThread {
    private static let stackSize = 512 * 1024

    /// Runs something on a thread that nobody waits for.
    /// - Parameters:
    ///   - hasLargeStack: Whether it needs the system's usual stack, for code that is not ours.
    ///   - body: What it does.
    /// - Throws: `allocation` where the system has no thread left.
    package static func start(hasLargeStack: Bool = false, _ body: @escaping @Sendable () -> Void) throws(SSHError) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        if !hasLargeStack { pthread_attr_setstacksize(&attributes, stackSize) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        let work = Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        let code = pthread_create(
            &thread, &attributes,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
                return nil
            }, work.toOpaque())
        guard code == 0 else {
            work.release()
            throw SSHError(.allocation, "no thread", systemNumber: code)
        }
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }
}
