import Glibc
import Testing

@testable import SwiftSSH

@Suite("Deadlines, locks and wake-ups")
struct WaitingTests {
    @Test("No deadline never passes, and one of no time at once")
    func deadlines() {
        #expect(!Deadline.never.hasPassed && Deadline.never.pollTimeout == -1)
        #expect(Deadline.never.remaining == nil && Deadline.never.monotonicTime == nil)
        #expect(!Deadline(after: nil).hasPassed)
        for duration in [Duration.zero, .seconds(-1), .seconds(Int64.min / 4)] {
            let deadline = Deadline(after: duration)
            #expect(deadline.hasPassed && deadline.pollTimeout == 0 && deadline.remaining == .zero)
        }
        let far = Deadline(after: .seconds(3600))
        #expect(!far.hasPassed && (1...3_600_000).contains(far.pollTimeout))
        #expect((far.remaining ?? .zero) <= .seconds(3600))
    }

    @Test("Times that no clock holds are no deadline")
    func enormous() {
        for duration in [Duration.seconds(Int64.max), .seconds(Int64.max / 1_000_000_000), .seconds(1 << 40)] {
            let deadline = Deadline(after: duration)
            #expect(!deadline.hasPassed && (deadline.pollTimeout == -1 || deadline.pollTimeout == Int32.max))
        }
    }

    @Test("What is left is rounded up: a wait does not end before its deadline")
    func rounding() {
        #expect(Deadline(after: .milliseconds(1_000_000)).pollTimeout >= 990_000)
        let deadline = Deadline(after: .microseconds(1500))
        var none = pollfd(fd: -1, events: 0, revents: 0)
        while deadline.pollTimeout > 0 { poll(&none, 1, deadline.pollTimeout) }
        #expect(deadline.hasPassed)
    }

    @Test("A lock lets one thread in at a time")
    func exclusion() throws {
        let lock = Lock()
        nonisolated(unsafe) var count = 0
        let threads = (0..<4).map { _ in
            Background { for _ in 0..<5000 { lock.withLock { count += 1 } } }
        }
        for thread in threads { try thread.value() }
        #expect(lock.withLock { count } == 20_000)
        lock.lock()
        #expect(try !Background { lock.tryLock() }.value())
        lock.unlock()
        #expect(lock.tryLock())
        lock.unlock()
    }

    @Test("A sleeper wakes by the deadline, and by a call")
    func sleeping() throws {
        let lock = Lock()
        let deadline = Deadline(after: .milliseconds(20))
        lock.withLock { while !deadline.hasPassed { lock.wait(until: deadline) } }
        nonisolated(unsafe) var isOpen = false
        let sleeper = Background { lock.withLock { while !isOpen { lock.wait(until: .never) } } }
        lock.withLock {
            isOpen = true
            lock.wakeAll()
        }
        try sleeper.value()
    }

    @Test("A wake-up is seen by the poll that comes, as often as it was given, until it is taken back")
    func wakeUp() {
        let wakeUp = WakeUp()
        var descriptor = pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&descriptor, 1, 0) == 0)
        for count in [1, 16, 100_000] {
            for _ in 0..<count { wakeUp.signal() }
            #expect(poll(&descriptor, 1, 0) == 1)
            wakeUp.clear()
            #expect(poll(&descriptor, 1, 0) == 0)
        }
        #expect(fcntl(wakeUp.descriptor, F_GETFD) & FD_CLOEXEC != 0)
    }

    @Test("A wake-up ends a poll under way")
    func wakeUpDuringPoll() throws {
        let wakeUp = WakeUp()
        let poller = Background {
            var descriptor = pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0)
            return poll(&descriptor, 1, 60_000)
        }
        wakeUp.signal()
        #expect(try poller.value() == 1)
    }
}
