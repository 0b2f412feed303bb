import Glibc
import Synchronization

/// The threads of one forward: one that accepts connections, two for each connection.
final class ForwardWorker: Dependent {
    /// Further connections wait until one of these has ended.
    private static let largestActive = 128
    /// How many may wait: as many as may come at once, for the thread that accepts them may come late.
    static let largestWaiting: Int32 = 128
    /// How long threads are waited for, which end at once unless the system is in the way.
    private static let patience = Duration.seconds(5)

    /// Ends the wait for a connection.
    let wakeUp = WakeUp()
    private let processIdentifier = getpid()
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var connections: [CarriedConnection] = []
    nonisolated(unsafe) private var ended = false
    nonisolated(unsafe) private var threads = 0
    nonisolated(unsafe) private var counted = ForwardCounts()
    nonisolated(unsafe) private var failure: SSHError?
    nonisolated(unsafe) private var atEnd: @Sendable () -> Void = {}

    // MARK: What it has done

    /// Whether it accepts no more.
    var hasEnded: Bool { lock.withLock { ended } }

    /// What has been counted so far.
    var counts: ForwardCounts {
        lock.withLock {
            var counts = counted
            counts.active = connections.count
            for connection in connections { counts.add(connection) }
            return counts
        }
    }

    /// The last failure; nil for none.
    var lastError: SSHError? { lock.withLock { failure } }

    /// Notes a failure.
    func note(_ error: SSHError) {
        lock.withLock {
            if !ended { failure = error }
        }
    }

    // MARK: Its threads

    /// Runs the thread that accepts connections.
    /// - Parameters:
    ///   - stop: Run once when it is to end.
    ///   - body: Accepts connections until ``hasEnded``.
    func start(stop: @escaping @Sendable () -> Void, _ body: @escaping @Sendable () -> Void) throws(SSHError) {
        lock.withLock {
            atEnd = stop
            threads += 1
        }
        do throws(SSHError) {
            try BackgroundThread.start {
                body()
                self.leave()
            }
        } catch {
            leave()
            throw error
        }
    }

    /// Carries a connection on threads of its own.
    /// - Parameters:
    ///   - connection: The connection.
    ///   - prepare: Attaches what it has not, on one of those threads.
    func carry(
        _ connection: CarriedConnection, _ prepare: @escaping @Sendable (CarriedConnection) throws(SSHError) -> Void
    ) {
        let isTooLate = lock.withLock {
            if !ended {
                connections.append(connection)
                counted.total += 1
            }
            return ended
        }
        if isTooLate { return }
        do throws(SSHError) {
            try BackgroundThread.start {
                // Whoever ends the forward does not wait for a server that does not answer.
                let isPrepared = self.noting { () throws(SSHError) in try prepare(connection) }
                self.lock.withLock { self.threads += 1 }
                if isPrepared { _ = self.noting { () throws(SSHError) in try connection.carry() } }
                self.forget(connection)
                self.leave()
            }
        } catch {
            note(error)
            forget(connection)
        }
    }

    /// Runs a part of a connection's life, and counts and notes its failure.
    /// - Returns: Whether it went well.
    private func noting(_ body: () throws(SSHError) -> Void) -> Bool {
        do throws(SSHError) {
            try body()
            return true
        } catch {
            lock.withLock { counted.failed += ended ? 0 : 1 }
            note(error.located(phase: .forwarding))
            return false
        }
    }

    private func forget(_ connection: CarriedConnection) {
        // Who sees the connection end finds its failure noted.
        connection.finish()
        lock.withLock {
            counted.add(connection)
            connections.removeAll { $0 === connection }
            lock.wakeAll()
        }
        wakeUp.signal()
    }

    /// A thread has done its work.
    private func leave() {
        lock.withLock {
            threads -= 1
            lock.wakeAll()
        }
    }

    /// Whether another connection may be accepted.
    var hasRoom: Bool { lock.withLock { connections.count < Self.largestActive } }

    /// Waits until another connection may be accepted, or the end.
    func waitForRoom() {
        lock.withLock {
            while connections.count >= Self.largestActive, !ended { lock.wait(until: .never) }
        }
    }

    /// Accepts no more, because nothing can come any more; the connections go on.
    func refuse() {
        lock.withLock { ended = true }
    }

    /// Ends the forward and its connections, without waiting.
    func end() {
        // In a forked child they are the parent's.
        guard getpid() == processIdentifier else { return }
        let (current, stop) = lock.withLock {
            defer { ended = true }
            lock.wakeAll()
            return (connections, ended ? {} : atEnd)
        }
        wakeUp.signal()
        stop()
        for connection in current { connection.end() }
    }

    /// Waits until the threads that accept and carry have ended.
    func wait() {
        guard getpid() == processIdentifier else { return }
        let deadline = Deadline(after: Self.patience)
        lock.withLock {
            while threads > 0, !deadline.hasPassed { lock.wait(until: deadline) }
        }
    }
}

/// What a forward has counted.
public struct ForwardCounts: Sendable, Hashable {
    /// Connections that are carried now.
    public var active = 0
    /// Connections that were accepted.
    public var total = 0
    /// Connections that could not be carried on or did not end in order.
    public var failed = 0
    /// Bytes that went to the server's side.
    public var bytesSent: UInt64 = 0
    /// Bytes that came from the server's side.
    public var bytesReceived: UInt64 = 0

    mutating func add(_ connection: CarriedConnection) {
        bytesSent &+= connection.sent.load(ordering: .relaxed)
        bytesReceived &+= connection.received.load(ordering: .relaxed)
    }
}
