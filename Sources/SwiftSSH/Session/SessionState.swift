extension Session {
    /// The last failure that a caller of this session saw; nil for none. That a call would block is no failure.
    public var lastError: SSHError? {
        get { state.lastError }
        set { state.lastError = newValue }
    }
}

/// What a session remembers for its callers.
final class SessionState: Sendable {
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var failure: SSHError?
    nonisolated(unsafe) private var keepalive: (wantsReply: Bool, interval: UInt32, last: ContinuousClock.Instant?) =
        (false, 0, nil)

    /// The last failure that a caller saw; nil for none.
    var lastError: SSHError? {
        get { lock.withLock { failure } }
        set { lock.withLock { failure = newValue } }
    }

    /// Runs a call and remembers its failure. That a call would block is no failure.
    func recording<Value>(_ body: () throws(SSHError) -> Value) throws(SSHError) -> Value {
        do throws(SSHError) {
            return try body()
        } catch {
            if error.code != .again { lastError = error }
            throw error
        }
    }

    /// Sets how often a keepalive is due.
    /// - Parameters:
    ///   - wantsReply: Whether the server is asked to answer.
    ///   - interval: Seconds; 0 is never, 1 counts as 2, as libssh2 has it.
    func configureKeepalive(wantsReply: Bool, interval: UInt32) {
        lock.withLock { keepalive = (wantsReply, interval == 1 ? 2 : interval, keepalive.last) }
    }

    /// Tells whether a keepalive is due now, and in how many seconds the next one is; noted as sent where it is due.
    func dueKeepalive() -> (isDue: Bool, wantsReply: Bool, seconds: UInt32) {
        lock.withLock {
            guard keepalive.interval > 0 else { return (false, false, 0) }
            let now = ContinuousClock.now
            if let last = keepalive.last {
                let passed = UInt32(clamping: (now - last).components.seconds)
                if passed < keepalive.interval { return (false, keepalive.wantsReply, keepalive.interval - passed) }
            }
            keepalive.last = now
            return (true, keepalive.wantsReply, keepalive.interval)
        }
    }
}
