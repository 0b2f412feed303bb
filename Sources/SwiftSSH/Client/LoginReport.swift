/// What a login has tried, for the error that ends it.
struct LoginReport {
    /// How an attempt ended.
    enum Outcome {
        /// The server took it.
        case accepted
        /// It was not made: why.
        case skipped(String)
        /// It failed.
        case failed(SSHError)
    }

    /// One attempt.
    struct Attempt {
        let candidate: LoginCandidate
        var outcome = Outcome.accepted

        init(_ candidate: LoginCandidate) {
            self.candidate = candidate
        }

        var isRefusal: Bool {
            guard case .failed(let error) = outcome else { return false }
            return error.code == .authenticationFailed || error.code == .publicKeyUnverified
        }
    }

    /// How many attempts the server has counted.
    var attempts = 0
    private var made: [Attempt] = []
    private var notes: [String] = []

    /// Whether the server has refused anything.
    var hasRefusals: Bool { made.contains(where: \.isRefusal) }

    /// Adds an attempt.
    mutating func add(_ attempt: Attempt) {
        made.append(attempt)
        if attempt.isRefusal { attempts += 1 }
    }

    /// Learns that the last attempt was a step that the server took.
    mutating func lastWasAStep() {
        guard var last = made.popLast() else { return }
        last.outcome = .accepted
        made.append(last)
        attempts = max(0, attempts - 1)
    }

    /// Runs something that a login can do without, and notes why it failed.
    mutating func noting<Value>(_ what: String, _ body: () throws(SSHError) -> Value) -> Value? {
        do throws(SSHError) {
            return try body()
        } catch {
            notes.append("\(what): \(error.message)")
            return nil
        }
    }

    /// The error of a login that has nothing left to try.
    /// - Parameter methods: What the server takes.
    func failure(_ methods: [String]) -> SSHError {
        // Where the server has not been asked anything, what went wrong here is what there is to tell.
        if !made.contains(where: { if case .failed = $0.outcome { $0.isRefusal } else { true } }),
            let last = made.last, case .failed(let error) = last.outcome
        {
            return error.located(phase: .authenticating)
        }
        let wanted =
            methods.isEmpty ? "" : "; the server takes " + String(escaping: methods.joined(separator: ", ").utf8)
        return SSHError(.authenticationFailed, "not logged in: " + tried + wanted, phase: .authenticating)
    }

    /// The error of a login that the server has cut short.
    func cut(_ error: SSHError) -> SSHError {
        var cut = SSHError(
            .authenticationFailed,
            "the server ended the connection, as after too many attempts; name the one key that it takes. " + tried,
            phase: .authenticating)
        cut.serverText = error.serverText
        return cut
    }

    private var tried: String {
        let lines = made.map { attempt in
            switch attempt.outcome {
            case .accepted: "\(attempt.candidate) was accepted as one step"
            case .skipped(let reason): "\(attempt.candidate) was not tried: \(reason)"
            case .failed(let error):
                attempt.isRefusal
                    ? "\(attempt.candidate) was refused" + (error.signatures.map { " (\($0))" } ?? "")
                    : "\(attempt.candidate): \(error.message)"
            }
        }
        let all = lines + notes
        return all.isEmpty ? "there is nothing to offer that the server takes" : all.joined(separator: ", ")
    }
}
