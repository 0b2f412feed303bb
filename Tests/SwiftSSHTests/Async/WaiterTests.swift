import Testing

@testable import SwiftSSH
@testable import SwiftSSHAsync

@Suite struct WaiterTests {
    @Test(
        "swift.async-wake-ups: a task is woken whether the wake-up comes before its wait or during it, and none is lost."
    )
    func wakeUps() async throws {
        let (here, there) = (Waiter(), Waiter())
        let rounds = 20_000
        // Each waits for the other: a lost wake-up would hang both.
        let other = Task {
            for _ in 0..<rounds {
                await there.wait()
                here.wake()
            }
        }
        for round in 0..<rounds {
            there.wake()
            if round % 3 == 0 { await Task.yield() }
            await here.wait()
        }
        await other.value
        #expect(!here.isWaiting && !there.isWaiting)
    }

    @Test("swift.async-wake-ups: wake-ups of threads meet waits and cancellations of tasks.")
    func wakeUpsOfThreads() async throws {
        for round in 0..<500 {
            let waiter = Waiter()
            let task = Task {
                await waiter.wait()
                return 1
            }
            if round % 2 == 0 { await Task.yield() }
            let thread = Background { waiter.wake() }
            if round % 3 == 0 { task.cancel() }
            #expect(await task.value == 1)
            try thread.value()
        }
    }

    @Test("swift.async-wake-ups: a deadline wakes, each at its time, also when an earlier one comes later.")
    func deadlines() async throws {
        let loop = try Loop.lightest()
        let (late, early, never) = (Waiter(), Waiter(), Waiter())
        loop.add(never, until: Deadline(after: .seconds(3600)))
        loop.add(late, until: Deadline(after: .milliseconds(40)))
        loop.add(early, until: Deadline(after: .milliseconds(1)))
        await early.wait()
        await late.wait()
        loop.add(early, until: Deadline(after: .zero))
        await early.wait()
        loop.remove(never)
        #expect(!never.isWaiting)
    }
}
