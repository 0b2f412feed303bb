import Glibc

extension Connection {
    /// Waits for the socket, for another thread's turn, for a wake-up or for the deadline; whichever comes first.
    ///
    /// One thread polls the socket; the others sleep until it has turned the engine, or until it leaves and one of them
    /// takes its place.
    /// - Returns: Whether it slept behind another thread's poll.
    func wait(until deadline: Deadline) -> Bool {
        if isPolling {
            // The poll under way does not know of output that it should wait for.
            if !engine.output.isEmpty, !pollsForOutput { wakeUp.signal() }
            waiters += 1
            sleep(until: deadline)
            waiters -= 1
            return true
        }
        pollSocket(until: deadline)
        return false
    }

    private func pollSocket(until deadline: Deadline) {
        guard let stream else { return }
        isPolling = true
        pollsForOutput = !engine.output.isEmpty
        var events: Int16 = pollsForOutput ? Int16(POLLOUT) : 0
        if receivesMore { events |= Int16(POLLIN) }
        var descriptors = [
            pollfd(fd: stream.descriptor, events: events, revents: 0),
            pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        var limit = deadline
        if let outside {
            limit = limit.earlier(outside.deadline)
            if let awaited = outside.awaited { descriptors.append(awaited) }
            polledOutside = outside.awaited?.fd
        }
        outsideLock { Self.sleep(&descriptors, limit) }
        polledOutside = nil
        isPolling = false
        if descriptors[1].revents != 0 { wakeUp.clear() }
    }

    /// How often others are let run before a thread sleeps.
    private static let yields = 4

    /// Sleeps until a descriptor is ready or the time is over.
    private static func sleep(_ descriptors: inout [pollfd], _ limit: Deadline) {
        let count = nfds_t(descriptors.count)
        // A peer that sends steadily has more in a moment: to sleep and to be woken for each packet costs both sides more than to look again.
        for _ in 0..<yields {
            if poll(&descriptors, count, 0) != 0 { return }
            sched_yield()
        }
        _ = poll(&descriptors, count, limit.pollTimeout)
    }

    /// Lets every thread that waits look again: something moved. The one that polls too, since what it polls for may have
    /// been received by another.
    func wakeWaiters() {
        if waiters > 0 { lock.wakeAll() }
        if isPolling { wakeUp.signal() }
    }

    /// Ends every wait, the poll included.
    func wakeEverybody() {
        lock.wakeAll()
        wakeUp.signal()
    }
}
