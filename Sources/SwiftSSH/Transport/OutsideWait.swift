import Glibc

/// What a request waits for beside the peer's bytes: somebody else's descriptor, which is polled together with the socket.
/// Touched with the session's lock held.
protocol OutsideWait: AnyObject {
    /// Whether the request waits for it: it then has a turn whenever one is taken.
    var isPending: Bool { get }
    /// What to poll; nil for nothing.
    var awaited: pollfd? { get }
    /// When the request must have a turn although nothing came, which ends it.
    var deadline: Deadline { get }
    /// What a caller is told did not answer.
    var name: String { get }
    /// Nobody wants the request any more, or the connection is over: its next turn ends it.
    func abandon()
}

extension Connection {
    /// What the head of the lane waits for beside the peer's bytes.
    var outside: (any OutsideWait)? {
        guard let outside = lane.first?.outside, outside.isPending else { return nil }
        return outside
    }
}
