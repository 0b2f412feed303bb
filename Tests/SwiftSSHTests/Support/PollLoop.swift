import Glibc
import Testing

@testable import SwiftSSH

/// Drives a session in non-blocking mode as its users do: call, and while it would block wait for what the session says.
struct PollLoop {
    private let session: Session
    /// How often a call would have blocked.
    private(set) var waits = 0

    /// Puts a session into non-blocking mode.
    init(_ session: Session) {
        self.session = session
        session.isBlocking = false
    }

    /// Makes a call until it does not block.
    mutating func callAsFunction<Value>(_ call: () throws(SSHError) -> Value) throws -> Value {
        while true {
            do throws(SSHError) {
                return try call()
            } catch {
                guard error.code == .again else { throw error }
            }
            waits += 1
            let directions = session.blockDirections
            var events: Int16 = 0
            if directions.contains(.inbound) { events |= Int16(POLLIN) }
            if directions.contains(.outbound) { events |= Int16(POLLOUT) }
            var descriptor = pollfd(fd: try #require(session.socket), events: events, revents: 0)
            try #require(poll(&descriptor, 1, 60_000) == 1, "the session waits for what does not come")
        }
    }
}
