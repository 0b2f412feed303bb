/// How many bytes may be under way in one direction: twice what the link is seen to hold, so that it is never idle. What is beyond that only
/// piles up in the server; OpenSSH's copies all that waits again and again, which costs each connection a tenth of a second.
struct SFTPFlight {
    /// How many times what the link holds may be under way: replies come in bursts.
    private static let reserve = 2.0
    private static let largest = 1 << 30
    /// A server whose answers take as long is far away, in nanoseconds.
    private static let far: Int64 = 5_000_000
    /// How many bytes may be under way to and from a server that is far away before the link is known.
    private static let farSize = 2 << 20

    private let least: Int
    /// How many bytes may be under way now.
    private(set) var size: Int
    /// The shortest time from a request to its reply, in nanoseconds; one without bytes of a file tells what the link alone takes.
    private var shortest = Int64.max
    private var roundBegin: Int64?
    private var roundBytes = 0

    /// Begins with so many bytes, never to be fewer.
    init(least: Int) {
        self.least = least
        size = least
    }

    /// Notes the reply to a request that moved no bytes of a file.
    /// - Parameter nanoseconds: How long it took.
    mutating func note(roundTrip nanoseconds: Int64) {
        shortest = min(shortest, max(1, nanoseconds))
        if roundBegin == nil, nanoseconds >= Self.far { size = max(size, Self.farSize) }
    }

    /// Notes bytes whose request has been answered.
    /// - Parameters:
    ///   - bytes: How many.
    ///   - begin: When the request was made, in nanoseconds of CLOCK_MONOTONIC.
    ///   - end: When the reply had come.
    mutating func note(_ bytes: Int, from begin: Int64, to end: Int64) {
        shortest = min(shortest, max(1, end - begin))
        let roundBegin = roundBegin ?? begin
        self.roundBegin = roundBegin
        roundBytes += bytes
        guard roundBytes >= size else { return }
        let rate = Double(roundBytes) / Double(max(1, end - roundBegin))
        let wanted = Int(min(rate * Double(shortest) * Self.reserve, Double(Self.largest)))
        if wanted > size {
            size = min(size * 2, wanted)
        } else if wanted < size / 4 {
            // What was thought of the link at first was wrong, or its writer has become slow.
            size = max(size / 2, least)
        }
        self.roundBegin = end
        roundBytes = 0
    }
}
