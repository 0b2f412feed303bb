internal import CEpoll
import Glibc

/// A descriptor that becomes readable when a socket is ready, or when it is signalled. Touched under the connection's lock.
final class Notice {
    /// The descriptor to poll for reading.
    let descriptor: Int32
    private let wakeUp = WakeUp()
    private var watched: (socket: Int32, events: UInt32)?

    /// Makes one that watches no socket; nil where the system has no descriptor left.
    init?() {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        guard wakeUp.descriptor >= 0, control(EPOLL_CTL_ADD, wakeUp.descriptor, EPOLLIN.rawValue) else {
            close(descriptor)
            return nil
        }
    }

    deinit {
        close(descriptor)
    }

    /// Makes it readable until ``clear()``.
    func signal() {
        wakeUp.signal()
    }

    /// Takes back all signals so far.
    func clear() {
        wakeUp.clear()
    }

    /// Watches a socket in place of the one before.
    /// - Parameters:
    ///   - socket: The socket; nil for none.
    ///   - input: Whether it is watched for bytes to receive.
    ///   - output: Whether it is watched for room to send.
    func watch(_ socket: Int32?, input: Bool = false, output: Bool = false) {
        let events = (input ? EPOLLIN.rawValue : 0) | (output ? EPOLLOUT.rawValue : 0)
        // One without events is not watched at all: its end would be told all the time.
        let wanted = socket.flatMap { events == 0 ? nil : (socket: $0, events: events) }
        if watched?.socket == wanted?.socket, watched?.events == wanted?.events { return }
        if let watched, watched.socket != wanted?.socket {
            // It may have been closed, which is as good.
            _ = control(EPOLL_CTL_DEL, watched.socket, 0)
            self.watched = nil
        }
        guard let wanted else { return }
        let isThere = watched != nil && control(EPOLL_CTL_MOD, wanted.socket, wanted.events)
        watched = isThere || control(EPOLL_CTL_ADD, wanted.socket, wanted.events) ? wanted : nil
    }

    private func control(_ operation: Int32, _ socket: Int32, _ events: UInt32) -> Bool {
        var event = epoll_event()
        event.events = events
        return epoll_ctl(descriptor, operation, socket, &event) == 0
    }
}
