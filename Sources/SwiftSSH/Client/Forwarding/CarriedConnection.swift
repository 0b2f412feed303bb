import Glibc
import Synchronization

/// A socket and a channel that are carried into each other, each direction until it ends by itself: one that has ended leaves the other going.
final class CarriedConnection: Dependent {
    private static let pieceSize = 64 * 1024
    /// Connections may be idle as long as they like, whatever the session's timeout.
    private static let noLimit = Duration.seconds(Int64.max)

    /// How many bytes went from the socket into the channel.
    let sent = Atomic<UInt64>(0)
    /// How many bytes went from the channel into the socket.
    let received = Atomic<UInt64>(0)
    private let wakeUp = WakeUp()
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var descriptor: Int32?
    nonisolated(unsafe) private var channel: Channel?
    nonisolated(unsafe) private var ended = false
    /// How many directions are carried.
    nonisolated(unsafe) private var directions = 0
    nonisolated(unsafe) private var failure: SSHError?

    /// Begins with the socket, which is taken over: a connected stream socket in blocking mode.
    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Begins with the channel.
    init(_ channel: Channel) {
        self.channel = channel
    }

    deinit {
        if let descriptor { close(descriptor) }
    }

    /// Whether ``end()`` has been called.
    var hasEnded: Bool { lock.withLock { ended } }

    /// The channel that it has so far; nil for none.
    var begunChannel: Channel? { lock.withLock { channel } }

    /// Connects to a host from here, for its socket; ``end()`` ends that.
    /// - Returns: A connected socket in blocking mode, which is the caller's to close or to attach.
    /// - Throws: `addressNotFound`, `connect` with errno, `timeout`, `cancelled`.
    func connect(host: String, port: UInt16, _ deadline: Deadline) throws(SSHError) -> Int32 {
        let connector = Connector(
            host: host, port: port, deadline: deadline, wakeUp: wakeUp, isCancelled: { self.hasEnded })
        let descriptor = try connector.connect()
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        return descriptor
    }

    /// Gives it its channel.
    /// - Throws: `cancelled` after ``end()``.
    func attach(_ channel: Channel) throws(SSHError) {
        let isTooLate = lock.withLock {
            self.channel = channel
            return ended
        }
        if isTooLate { throw Self.cancelled }
    }

    /// Gives it its socket, which is taken over.
    /// - Throws: `cancelled` after ``end()``.
    func attach(_ descriptor: Int32) throws(SSHError) {
        let isTooLate = lock.withLock {
            self.descriptor = descriptor
            return ended
        }
        if isTooLate { throw Self.cancelled }
    }

    private static var cancelled: SSHError { SSHError(.cancelled, "the forward was closed", phase: .forwarding) }

    /// Ends both directions, from any thread, without waiting.
    func end() {
        let channel = lock.withLock { () -> Channel? in
            ended = true
            if let descriptor { shutdown(descriptor, Int32(SHUT_RDWR)) }
            return self.channel
        }
        wakeUp.signal()
        channel?.interrupt()
    }

    /// Carries bytes both ways until both have ended. Uses this thread and one more. To be followed by ``finish()``.
    /// - Throws: Why a direction ended that did not end in order; `cancelled` after ``end()``.
    func carry() throws(SSHError) {
        guard let (descriptor, channel) = lock.withLock({ begun() }) else { throw Self.cancelled }
        do throws(SSHError) {
            try BackgroundThread.start {
                self.running { () throws(SSHError) in try self.receive(from: channel, descriptor) }
                self.leave(1)
            }
        } catch {
            leave(2)
            throw error
        }
        running { () throws(SSHError) in try send(to: channel, descriptor) }
        leave(1)
        wait()
        if let failure = lock.withLock({ failure }) { throw failure }
    }

    private func begun() -> (Int32, Channel)? {
        guard let descriptor, let channel, !ended else { return nil }
        directions = 2
        return (descriptor, channel)
    }

    /// Directions have ended, or have never been begun.
    private func leave(_ count: Int) {
        lock.withLock {
            directions -= count
            lock.wakeAll()
        }
    }

    /// Waits until both directions have ended.
    func wait() {
        lock.withLock {
            while directions > 0 { lock.wait(until: .never) }
        }
    }

    /// Closes socket and channel: what is left of them is of no use, whatever the other sides think of it.
    func finish() {
        let channel = lock.withLock { () -> Channel? in
            if let descriptor { close(descriptor) }
            descriptor = nil
            defer { self.channel = nil }
            return self.channel
        }
        channel?.interrupt()
    }

    /// Runs one direction; one that fails takes the other with it.
    private func running(_ body: () throws(SSHError) -> Void) {
        do throws(SSHError) {
            try body()
        } catch {
            lock.withLock { failure = failure ?? error }
            end()
        }
    }

    private func send(to channel: Channel, _ descriptor: Int32) throws(SSHError) {
        var buffer = [UInt8](repeating: 0, count: Self.pieceSize)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0 {
                if errno == EINTR { continue }
                throw SSHError(.socketReceive, "receiving failed", systemNumber: errno, phase: .forwarding)
            }
            do throws(SSHError) {
                if count == 0 { return try channel.sendEOF(timeout: Self.noLimit) }
                try channel.write(Array(buffer.prefix(count)), timeout: Self.noLimit)
            } catch {
                // The other side does not listen any more, which is its right.
                if error.code == .channelClosed { return }
                throw error
            }
            sent.wrappingAdd(UInt64(count), ordering: .relaxed)
        }
    }

    private func receive(from channel: Channel, _ descriptor: Int32) throws(SSHError) {
        while true {
            let bytes = try channel.read(upTo: Self.pieceSize, timeout: Self.noLimit)
            if bytes.isEmpty { break }
            try give(bytes, descriptor)
            received.wrappingAdd(UInt64(bytes.count), ordering: .relaxed)
        }
        shutdown(descriptor, Int32(SHUT_WR))
        // The other side may still listen; when it does not, there is nobody to send to.
        try channel.waitClosed(timeout: Self.noLimit)
        shutdown(descriptor, Int32(SHUT_RD))
    }

    private func give(_ bytes: [UInt8], _ descriptor: Int32) throws(SSHError) {
        var given = 0
        while given < bytes.count {
            let count = bytes.withUnsafeBytes { memory in
                Glibc.send(
                    descriptor, memory.baseAddress.map { $0 + given }, memory.count - given, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno != EINTR {
                throw SSHError(.socketSend, "sending failed", systemNumber: errno, phase: .forwarding)
            }
            given += max(0, count)
        }
    }
}
