/// How long the keys of a connection have been in use (RFC 4253, 9). An engine knows no clock, so that its driver looks.
struct KeyAge {
    /// How long keys are used: an hour, as RFC 4253 recommends.
    var limit = Duration.seconds(3600)
    private var exchange = 0
    private var start = ContinuousClock.now

    /// Whether new keys are due now; when it has said so, it does not again until those are too old.
    /// - Parameters:
    ///   - exchange: How many times keys have been exchanged; 0 for never.
    ///   - now: The time.
    mutating func isOver(exchange: Int, now: ContinuousClock.Instant = .now) -> Bool {
        guard exchange == self.exchange else {
            self.exchange = exchange
            start = now
            return false
        }
        guard exchange > 0, now - start >= limit else { return false }
        start = now
        return true
    }
}
