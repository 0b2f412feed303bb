internal import COpenSSL
import Glibc
import Synchronization

/// The end of the process, at which libcrypto takes down what its users share while other threads still run.
///
/// From then on only the thread that ends the process uses libcrypto; others stand still until they are gone with the process.
enum ProcessEnd {
    /// How many milliseconds are waited for threads that are in the midst of something.
    private static let patience = 1000
    /// How many threads use libcrypto, or may at any time.
    private static let users = Atomic<Int>(0)
    /// The thread that ends the process, 0 for none.
    private static let ending = Atomic<UInt>(0)

    /// Has the end noticed. libcrypto's own handler is registered before, so this one's turn comes first.
    static let watch: Void = {
        // Something must be asked for: else nothing is done, and nothing registered.
        OPENSSL_init_crypto(UInt64(OPENSSL_INIT_LOAD_CRYPTO_STRINGS), nil)
        atexit { ProcessEnd.begin() }
        // A child has none of the other threads.
        pthread_atfork(nil, nil, { ProcessEnd.users.store(0, ordering: .relaxed) })
    }()

    private static func begin() {
        ending.store(UInt(pthread_self()), ordering: .sequentiallyConsistent)
        for _ in 0..<patience where users.load(ordering: .sequentiallyConsistent) > 0 { usleep(1000) }
    }

    /// Whether this thread ends the process: no other one will move again.
    static var hasBegun: Bool { ending.load(ordering: .relaxed) == UInt(pthread_self()) }

    /// Begins to use libcrypto.
    /// - Returns: Whether that may be; if not, the thread is to ``standStill()`` once it holds no lock.
    static func enter() -> Bool {
        users.add(1, ordering: .sequentiallyConsistent)
        let thread = ending.load(ordering: .sequentiallyConsistent)
        if thread == 0 || thread == UInt(pthread_self()) { return true }
        leave()
        return false
    }

    /// Has used libcrypto.
    static func leave() {
        users.subtract(1, ordering: .sequentiallyConsistent)
    }

    /// Waits for the end of the process.
    static func standStill() -> Never {
        while true { pause() }
    }

    /// Uses libcrypto, for a thread that holds no lock which the thread that ends the process may want.
    static func using<Value>(_ body: () throws(SSHError) -> Value) throws(SSHError) -> Value {
        if !enter() { standStill() }
        defer { leave() }
        return try body()
    }
}
