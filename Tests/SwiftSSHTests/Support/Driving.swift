import Glibc
import Testing

@testable import SwiftSSH

/// What a program with a poll loop of its own does.
extension ConnectedSession {
    /// Makes a call again and again until it no longer says that it would block.
    func driven<Value>(_ call: () throws -> Value) throws -> Value {
        while true {
            do {
                return try call()
            } catch let error as SSHError where error.code == .again {
                try waitForSocket()
            }
        }
    }

    /// Asks a question that takes in what has come, again and again until the answer is yes.
    func wait(until condition: () throws -> Bool) throws {
        while try !condition() { try waitForSocket() }
    }

    /// Waits until the socket is ready for what the session waits for.
    func waitForSocket() throws {
        let directions = session.blockDirections
        var events: Int16 = 0
        if directions.contains(.inbound) { events |= Int16(POLLIN) }
        if directions.contains(.outbound) { events |= Int16(POLLOUT) }
        var descriptor = pollfd(fd: server.socket, events: events, revents: 0)
        try #require(poll(&descriptor, 1, 60_000) == 1, "the session waits for what does not come")
    }
}
