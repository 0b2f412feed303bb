import Glibc

/// Makes an attempt whose time is to end in the middle with more and more time, until it gets as far as it is to get: a machine
/// may be slow.
func withEverMoreTime<Value>(
    from first: Duration = .milliseconds(300), _ attempt: (Duration) throws -> Value, until isFarEnough: (Value) -> Bool
) rethrows -> Value {
    var time = first
    while true {
        let value = try attempt(time)
        if isFarEnough(value) || time > ConnectedSession.patience { return value }
        time *= 2
    }
}

/// Whether a condition holds, or comes to hold while other threads and processes run.
func comesToHold(_ condition: () -> Bool) -> Bool {
    let end = ContinuousClock.now + ConnectedSession.patience
    while !condition() {
        if ContinuousClock.now > end { return false }
        sched_yield()
    }
    return true
}
