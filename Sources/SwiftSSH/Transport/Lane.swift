/// What a non-blocking caller asked for: asked again in the same words, it goes on with what is under way.
struct OperationKey: Hashable {
    /// The operation's name.
    var name: String
    /// Whose operation it is: the channel, or nil for the session's own.
    var owner: ObjectIdentifier?
    /// What else tells one request from another; never a secret.
    var detail: AnyHashable?
}

/// A request under way, whatever its value.
protocol LaneOperation: AnyObject {
    /// Whether it has ended, with a value or an error.
    var hasEnded: Bool { get }
    /// Whether it has had a turn: the engine may be in the middle of it.
    var hasStarted: Bool { get }
    /// What it waits for beside the peer's bytes; nil for nothing.
    var outside: (any OutsideWait)? { get }
    /// Whether a server that is well may let it wait for long.
    var mayTakeLong: Bool { get }
    /// Gives it one turn; returns the error if it ended with one.
    func turn() -> SSHError?
    /// Ends it with an error unless it has ended; the engine cleans up if it is in the middle of it.
    func fail(_ error: SSHError)
}

/// A request under way: one at a time in a session has turns, the others wait behind it.
///
/// It goes on to its end even when its caller has gone, because engines keep a request's unfinished state in one place.
final class Operation<Value>: LaneOperation {
    private let step: Step<Value>
    private let discard: (Value) -> Void
    let outside: (any OutsideWait)?
    let mayTakeLong: Bool
    private(set) var result: Result<Value, SSHError>? {
        didSet { hasEnded = true }
    }
    // Asked often, and of a result whose type only the run time knows it would cost a search for that type.
    private(set) var hasEnded = false
    private(set) var hasStarted = false
    private var isAbandoned = false

    /// Makes a request that has not begun.
    /// - Parameters:
    ///   - step: One turn of it.
    ///   - outside: What it waits for beside the peer's bytes.
    ///   - mayTakeLong: Whether a server that is well may let it wait for long.
    ///   - discard: Tidies up a value that nobody waits for any more.
    init(
        _ step: @escaping Step<Value>, outside: (any OutsideWait)? = nil, mayTakeLong: Bool = false,
        discard: @escaping (Value) -> Void = { _ in }
    ) {
        self.step = step
        self.outside = outside
        self.mayTakeLong = mayTakeLong
        self.discard = discard
    }

    func turn() -> SSHError? {
        hasStarted = true
        do throws(SSHError) {
            guard case .done(let value) = try step() else { return nil }
            result = .success(value)
            if isAbandoned { discard(value) }
            return nil
        } catch {
            result = .failure(error)
            return error
        }
    }

    func fail(_ error: SSHError) {
        if hasEnded { return }
        result = .failure(error)
        // What the engine says of a request whose connection is over is of no interest: it is told why it is over.
        if hasStarted, case .done(let value)? = try? step() { discard(value) }
    }

    /// Nobody waits for the value any more: it is tidied up, now or when it comes.
    func abandon() {
        isAbandoned = true
        if !hasEnded { outside?.abandon() }
        if case .success(let value) = result { discard(value) }
    }
}
