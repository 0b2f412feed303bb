internal import CLinux
internal import Glibc
internal import SwiftSSH

/// A thread that waits for the sessions that are its own, and for the deadlines of the tasks that use them, and costs nothing while nothing comes.
///
/// Decrypting is done where a session is turned, so there are as many loops as processors, a few at most; a program with one session has one.
final class Loop: Sendable {
    static let most = 4
    private static let eventsAtOnce = 64
    private static let yields = 4
    private static let made = Made()

    private final class Made: Sendable {
        let lock = Lock()
        // Touched with the lock held.
        nonisolated(unsafe) var loops: [Loop] = []
    }

    /// The loop with the fewest sessions.
    /// - Throws: `allocation` where the system has no descriptor or thread left for the first one.
    static func lightest() throws(SSHError) -> Loop {
        try made.lock.withLock { () throws(SSHError) in
            let lightest = made.loops.min { $0.sessionCount < $1.sessionCount }
            if let lightest, lightest.sessionCount == 0 || made.loops.count >= min(most, processorCount) {
                return lightest
            }
            do throws(SSHError) {
                let loop = try Loop()
                made.loops.append(loop)
                return loop
            } catch {
                guard let lightest else { throw error }
                return lightest
            }
        }
    }

    /// How many there are.
    static var count: Int { made.lock.withLock { made.loops.count } }

    private static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    private let events: Int32
    private let timer: Int32
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var drivers: [Int32: Weak<Driver>] = [:]
    nonisolated(unsafe) private var waiters: [ObjectIdentifier: (waiter: Waiter, until: Int64)] = [:]
    /// When the deadlines are looked at next, in nanoseconds; nil for never.
    nonisolated(unsafe) private var nextLook: Int64?

    private init() throws(SSHError) {
        events = epoll_create1(Int32(EPOLL_CLOEXEC))
        timer = timerfd_create(CLOCK_MONOTONIC, Int32(O_CLOEXEC | O_NONBLOCK))
        guard events >= 0, timer >= 0, watch(timer) else { throw Self.noneLeft }
        try BackgroundThread.start { self.run() }
    }

    deinit {
        // Only one that was never started goes.
        if events >= 0 { close(events) }
        if timer >= 0 { close(timer) }
    }

    private static var noneLeft: SSHError { SSHError(.allocation, "the system has no descriptor left") }

    private var sessionCount: Int { lock.withLock { drivers.count } }

    // MARK: Sessions

    /// Has a session turned whenever its descriptor is readable.
    func add(_ driver: Driver, _ descriptor: Int32) throws(SSHError) {
        let isWatched = lock.withLock {
            drivers[descriptor] = Weak(driver)
            return watch(descriptor)
        }
        if !isWatched { throw Self.noneLeft }
    }

    /// The driver of a descriptor has gone, which is still open.
    func remove(_ descriptor: Int32) {
        lock.withLock {
            // The same session may have got another driver meanwhile.
            guard drivers[descriptor]?.object == nil else { return }
            drivers[descriptor] = nil
            epoll_ctl(events, EPOLL_CTL_DEL, descriptor, nil)
        }
    }

    private func watch(_ descriptor: Int32) -> Bool {
        var event = epoll_event()
        event.events = EPOLLIN.rawValue
        event.data.fd = descriptor
        return epoll_ctl(events, EPOLL_CTL_ADD, descriptor, &event) == 0 || errno == EEXIST
    }

    // MARK: Deadlines

    /// Has a waiter woken when a deadline has passed, unless it is removed before.
    func add(_ waiter: Waiter, until deadline: Deadline) {
        guard let end = deadline.nanoseconds else { return }
        lock.withLock {
            waiters[ObjectIdentifier(waiter)] = (waiter, end)
            if end < nextLook ?? .max { look(at: end) }
        }
    }

    /// Forgets a waiter's deadline. The thread may look once more for nothing.
    func remove(_ waiter: Waiter) {
        lock.withLock { waiters[ObjectIdentifier(waiter)] = nil }
    }

    private func look(at time: Int64) {
        nextLook = time
        let time = max(1, time)
        var wanted = itimerspec()
        wanted.it_value = timespec(tv_sec: Int(time / 1_000_000_000), tv_nsec: Int(time % 1_000_000_000))
        timerfd_settime(timer, Int32(TFD_TIMER_ABSTIME), &wanted, nil)
    }

    private func wakeWhoseTimeHasPassed() {
        var rings: UInt64 = 0
        read(timer, &rings, 8)
        let late = lock.withLock {
            let late = waiters.filter { Deadline(nanoseconds: $0.value.until).hasPassed }
            for key in late.keys { waiters[key] = nil }
            nextLook = nil
            if let next = waiters.values.map(\.until).min() { look(at: next) }
            return late
        }
        for entry in late.values { entry.waiter.wake() }
    }

    // MARK: The thread

    private func run() {
        var ready = [epoll_event](repeating: epoll_event(), count: Self.eventsAtOnce)
        while true {
            let count = epoll_wait(events, &ready, Int32(Self.eventsAtOnce), -1)
            // A server that sends steadily has more in a moment, and to wake a task for each packet costs more than to wait for it.
            for _ in 0..<Self.yields { sched_yield() }
            for event in ready.prefix(Int(max(0, count))) {
                let descriptor = event.data.fd
                if descriptor == timer {
                    wakeWhoseTimeHasPassed()
                } else {
                    lock.withLock { drivers[descriptor]?.object }?.turn()
                }
            }
        }
    }
}
