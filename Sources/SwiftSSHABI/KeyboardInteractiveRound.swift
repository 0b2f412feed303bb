internal import SwiftSSH

/// What swiftssh_keyboard_interactive is a handle of: a round of questions and the answers so far.
final class KeyboardInteractiveRound: Sendable {
    /// The questions.
    let request: KeyboardInteractiveRequest
    /// The texts that C has asked for.
    let texts = Texts()
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var given: [UInt32: SecretBytes] = [:]

    /// A round without answers.
    init(_ request: KeyboardInteractiveRequest) {
        self.request = request
    }

    /// A question.
    /// - Throws: `invalidArgument` where there is none of that number.
    func prompt(_ index: UInt32) throws(SSHError) -> KeyboardInteractiveRequest.Prompt {
        guard let prompt = request.prompts.dropFirst(Int(clamping: index)).first else {
            throw SSHError(.invalidArgument, "the round has no question \(index)")
        }
        return prompt
    }

    /// Sets an answer.
    /// - Throws: As ``prompt(_:)``.
    func setAnswer(_ index: UInt32, _ answer: SecretBytes) throws(SSHError) {
        _ = try prompt(index)
        _ = lock.withLock { given.updateValue(answer, forKey: index) }
    }

    /// One answer for each question; empty where none was given. Whoever takes them wipes them.
    var answers: [[UInt8]] {
        lock.withLock {
            request.prompts.indices.map { index in
                given.first { $0.key == index }.map { Array($0.value.readOnly) } ?? []
            }
        }
    }
}

/// A pointer of C's with the function that says it is no longer needed, which is called when this object goes.
final class UserData: @unchecked Sendable {
    // Never looked at here: what it points to, and whether threads may share it, is the business of whoever handed it in.
    /// The pointer.
    let pointer: UnsafeMutableRawPointer?
    private let finalizer: swiftssh_finalizer?

    /// Takes over a pointer.
    init(_ pointer: UnsafeMutableRawPointer?, _ finalizer: swiftssh_finalizer?) {
        self.pointer = pointer
        self.finalizer = finalizer
    }

    deinit {
        finalizer?(pointer)
    }
}

/// Lets a callback of C's answer rounds of questions.
func keyboardInteractiveAnswers(
    _ callback: @escaping swiftssh_keyboard_interactive_callback, _ userData: UserData
) -> @Sendable (KeyboardInteractiveRequest) throws(SSHError) -> [[UInt8]] {
    { (request) throws(SSHError) in
        let round = KeyboardInteractiveRound(request)
        let handle = HandleTable.shared.insert(round)
        defer { HandleTable.shared.remove(handle, KeyboardInteractiveRound.self) }
        guard callback(userData.pointer, handle) == 0 else {
            throw SSHError(.callback, "the callback gave up", phase: .authenticating)
        }
        return round.answers
    }
}
