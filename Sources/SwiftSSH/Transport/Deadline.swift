import Glibc

/// A point in monotonic time by which a whole call must have ended, or none.
package struct Deadline: Sendable {
    /// Nanoseconds of CLOCK_MONOTONIC, nil for no deadline.
    package let nanoseconds: Int64?

    /// No deadline: the call may take for ever.
    package static let never = Deadline(nanoseconds: nil)

    /// A deadline at a time of that clock.
    package init(nanoseconds: Int64?) {
        self.nanoseconds = nanoseconds
    }

    /// A deadline so long from now.
    /// - Parameter duration: The time left, nil for no deadline; zero or less has passed already.
    package init(after duration: Duration?) {
        guard let duration else {
            self = .never
            return
        }
        // Before the arithmetic: a time below all bounds is over too, and not without bounds.
        guard duration > .zero else {
            nanoseconds = Deadline.now
            return
        }
        let (seconds, attoseconds) = duration.components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, sumOverflow) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
        let (end, endOverflow) = Deadline.now.addingReportingOverflow(sum)
        nanoseconds = overflow || sumOverflow || endOverflow ? nil : end
    }

    /// Nanoseconds of CLOCK_MONOTONIC.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    /// The one of two that comes first.
    func earlier(_ other: Deadline) -> Deadline {
        guard let nanoseconds else { return other }
        guard let theirs = other.nanoseconds else { return self }
        return nanoseconds <= theirs ? self : other
    }

    /// Whether it has passed.
    package var hasPassed: Bool {
        guard let nanoseconds else { return false }
        return Deadline.now >= nanoseconds
    }

    /// The time left in milliseconds as `poll` takes it: rounded up, 0 when passed, -1 for no deadline.
    var pollTimeout: Int32 {
        guard let nanoseconds else { return -1 }
        let left = nanoseconds - Deadline.now
        return left <= 0 ? 0 : Int32(clamping: (left + 999_999) / 1_000_000)
    }

    /// The time left, zero when passed; nil for no deadline.
    package var remaining: Duration? {
        nanoseconds.map { .nanoseconds(max(0, $0 - Deadline.now)) }
    }

    /// The deadline as a timespec of CLOCK_MONOTONIC, nil for none.
    var monotonicTime: timespec? {
        guard let nanoseconds else { return nil }
        return timespec(tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    }
}
