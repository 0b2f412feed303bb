import Glibc

extension Connection {
    /// What a thread polls for, beside the peer's bytes.
    struct Polled {
        /// Whether for room to send.
        let awaitsRoom: Bool
        /// Somebody else's descriptor; nil for none.
        let outside: Int32?
    }

    /// Whether a thread polls the socket.
    var isPolling: Bool { polled != nil }

    /// Tells whoever polls that there is something else to poll for by now.
    func updatePoll() {
        guard let polled else { return }
        if !engine.output.isEmpty && !polled.awaitsRoom || outside?.awaited?.fd != polled.outside { wakeUp.signal() }
    }

    /// Waits for the socket, for another thread's turn, for a wake-up or for the deadline; whichever comes first.
    ///
    /// One thread polls the socket; the others sleep until it has turned the engine, or until it leaves and one of them
    /// takes its place.
    /// - Returns: Whether it slept behind another thread's poll.
    func wait(until deadline: Deadline) -> Bool {
        // Not as the one who polls: who is told may make a call that waits for that one.
        if let events = log?.events, events.hasUntold {
            outsideLock { events.tell() }
            return false
        }
        // Whoever polled when another thread began to end the process does so no more.
        if isPolling, !ProcessEnd.hasBegun {
            updatePoll()
            waiters += 1
            sleep(until: deadline.earlier(Interruption.deadline))
            waiters -= 1
            return true
        }
        pollSocket(until: deadline)
        return false
    }

    private func pollSocket(until deadline: Deadline) {
        guard let stream else { return }
        let outside = outside
        let awaited = outside?.awaited
        polled = Polled(awaitsRoom: !engine.output.isEmpty, outside: awaited?.fd)
        var descriptors = [
            pollfd(fd: stream.descriptor, events: wantedEvents, revents: 0),
            pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        var limit = deadline.earlier(liveness?.next ?? .never)
        if let outside { limit = limit.earlier(outside.deadline) }
        if let awaited { descriptors.append(awaited) }
        let isStreaming = isStreaming
        outsideLock {
            if !isStreaming || !Self.hasMoreInAMoment(&descriptors) { Interruption.poll(&descriptors, until: limit) }
        }
        polled = nil
        if descriptors[1].revents != 0 { wakeUp.clear() }
    }

    /// What the socket is waited for, as `poll` takes it.
    var wantedEvents: Int16 { (receivesMore ? Int16(POLLIN) : 0) | (engine.output.isEmpty ? 0 : Int16(POLLOUT)) }

    /// How often others are let run before a thread sleeps.
    private static let yields = 4

    /// Lets others run a few times; tells whether a descriptor is ready then. A peer that sends steadily has more in a moment: to sleep and
    /// to be woken for each packet costs both sides more than to look again.
    private static func hasMoreInAMoment(_ descriptors: inout [pollfd]) -> Bool {
        for _ in 0..<yields {
            if poll(&descriptors, nfds_t(descriptors.count), 0) > 0 { return true }
            sched_yield()
        }
        return false
    }

    /// Has the program asked whether the wait is to end.
    func askProgram() throws(SSHError) {
        // It may take its time, and somebody else is to poll meanwhile.
        if waiters > 0, !isPolling { lock.wakeAll() }
        var wanted: SSHError?
        outsideLock {
            do throws(SSHError) {
                try Interruption.check()
            } catch {
                wanted = error
            }
        }
        if let wanted { throw wanted }
    }

    /// Lets every thread that waits look again, and every caller for whom it is news: something moved. The one that polls too, since what it polls for may have
    /// been received by another.
    func wakeWaiters() {
        tellCallers()
        if waiters > 0 { lock.wakeAll() }
        if isPolling { wakeUp.signal() }
    }

    /// Ends every wait, the poll included.
    func wakeEverybody() {
        tellCallers(all: true)
        lock.wakeAll()
        wakeUp.signal()
    }
}
