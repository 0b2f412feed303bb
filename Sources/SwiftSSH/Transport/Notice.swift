internal import CLinux
import Glibc

/// A descriptor that becomes readable when one of others is ready, or when it is signalled. Touched under the connection's lock.
final class Notice {
    /// The descriptor to poll for reading.
    let descriptor: Int32
    private let wakeUp = WakeUp()
    private var watched: [pollfd] = []

    /// Makes one that watches nothing; nil where the system has no descriptor left.
    init?() {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        // One that is not to be had closes what there is of it as it goes.
        guard descriptor >= 0, wakeUp.descriptor >= 0, control(EPOLL_CTL_ADD, wakeUp.descriptor, EPOLLIN.rawValue)
        else { return nil }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Makes it readable until ``clear()``.
    func signal() {
        wakeUp.signal()
    }

    /// Takes back all signals so far.
    func clear() {
        wakeUp.clear()
    }

    /// Watches descriptors in place of those before.
    /// - Parameter wanted: The descriptors, with what is waited for as `poll` takes it; one that nothing is waited for is not among them, for its end
    ///   would be told all the time.
    func watch(_ wanted: [pollfd]) {
        // One that has been closed has gone by itself.
        for old in watched where !wanted.contains(where: { $0.fd == old.fd }) { _ = control(EPOLL_CTL_DEL, old.fd, 0) }
        watched = wanted.filter { new in
            // The numbers of the events are the same.
            let events = UInt32(UInt16(bitPattern: new.events))
            guard let old = watched.first(where: { $0.fd == new.fd }) else {
                return control(EPOLL_CTL_ADD, new.fd, events)
            }
            return old.events == new.events || control(EPOLL_CTL_MOD, new.fd, events)
        }
    }

    private func control(_ operation: Int32, _ watched: Int32, _ events: UInt32) -> Bool {
        var event = epoll_event()
        event.events = events
        return epoll_ctl(descriptor, operation, watched, &event) == 0
    }
}
