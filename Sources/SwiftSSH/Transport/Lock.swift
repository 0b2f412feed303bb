import Glibc

/// A mutual exclusion lock with one condition, over `pthread_mutex` and `pthread_cond`.
///
/// Not `Synchronization.Mutex`: the thread sanitizer reports false races on that one, and it has no timed wait.
package final class Lock: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    /// Makes a lock that nobody holds.
    package init() {
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Takes the lock, waiting for whoever has it.
    @usableFromInline func lock() {
        pthread_mutex_lock(mutex)
    }

    /// Takes the lock if nobody has it; tells whether it did.
    func tryLock() -> Bool {
        pthread_mutex_trylock(mutex) == 0
    }

    /// Gives the lock back; only its holder may.
    @usableFromInline func unlock() {
        pthread_mutex_unlock(mutex)
    }

    /// Runs `body` with the lock held.
    @inlinable
    package func withLock<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
        lock()
        defer { unlock() }
        return try body()
    }

    /// Gives the lock back, waits for ``wakeAll()`` or the deadline, and takes it again; may also wake for no reason.
    func wait(until deadline: Deadline) {
        guard let time = deadline.monotonicTime else {
            pthread_cond_wait(condition, mutex)
            return
        }
        var until = time
        pthread_cond_timedwait(condition, mutex, &until)
    }

    /// Wakes every thread in ``wait(until:)``.
    func wakeAll() {
        pthread_cond_broadcast(condition)
    }
}
