import Testing

@testable import SwiftSSH

@Suite("Authentication by the server's questions")
struct KeyboardInteractiveTests {
    private let fixture: Fixture

    init() throws {
        fixture = try Fixture.shared.get()
    }

    /// Keeps the rounds that it was asked and answers each from a list.
    private final class Answers: Sendable {
        private let lock = Lock()
        nonisolated(unsafe) private var left: [[String]]
        nonisolated(unsafe) private var asked: [KeyboardInteractiveRequest] = []

        init(_ answers: [[String]]) {
            left = answers
        }

        var rounds: [KeyboardInteractiveRequest] { lock.withLock { asked } }

        func answer(_ request: KeyboardInteractiveRequest) -> [[UInt8]] {
            lock.withLock {
                asked.append(request)
                if request.prompts.isEmpty || left.isEmpty { return [] }
                return left.removeFirst().map { Array($0.utf8) }
            }
        }
    }

    @Test("session.keyboard-interactive-login: the password answers the question, a wrong one is refused")
    func login() throws {
        let connected = try ConnectedSession(arguments: ["--pam", "password"])
        for wrong in [[["wrong"]], [[""]], [[]]] {
            let answers = Answers(wrong)
            let error = failure(of: {
                try connected.session.authenticateInteractively(user: fixture.user, answer: answers.answer)
            })
            #expect(error?.code == .authenticationFailed)
        }
        let answers = Answers([[fixture.password]])
        try connected.session.authenticateInteractively(user: fixture.user, answer: answers.answer)
        #expect(answers.rounds.first?.prompts.map(\.text) == ["Password: "])
        #expect(try connected.session.output(of: "echo in") == "in\n")
    }

    @Test("session.keyboard-interactive-rounds: questions come round by round, with their texts")
    func rounds() throws {
        let connected = try ConnectedSession(arguments: ["--pam", "two"])
        let answers = Answers([[fixture.password], [fixture["token"]]])
        try connected.session.authenticateInteractively(user: fixture.user, answer: answers.answer)
        let prompts = answers.rounds.flatMap(\.prompts)
        #expect(prompts.map(\.text) == ["Password: ", "Password: "])
        #expect(prompts.map(\.echo) == [false, true])
    }

    @Test("session.keyboard-interactive-rounds: two questions at once, with name and instruction")
    func twoAtOnce() throws {
        let server = try PortServer([fixture["asyncssh_server"], fixture["directory"]])
        let session = try Session.connected(to: server.port)
        let answers = Answers([[fixture.password, fixture["token"]]])
        try session.authenticateInteractively(user: fixture.user, answer: answers.answer)
        let round = try #require(answers.rounds.first)
        #expect(round.name == "SwiftSSH fixture" && round.instruction == "Say who you are.")
        #expect(round.prompts.map(\.text) == ["Password: ", "Token: "])
        #expect(round.prompts.map(\.echo) == [false, true])
    }

    @Test("session.keyboard-interactive-gives-up: what the callback throws is thrown, and the session can go on")
    func givesUp() throws {
        let connected = try ConnectedSession(arguments: ["--pam", "password"])
        let error = failure(of: {
            try connected.session.authenticateInteractively(user: fixture.user) {
                (_) throws(SSHError) in
                throw SSHError(.callback, "no answer today")
            }
        })
        #expect(error?.code == .callback && error?.message == "no answer today")
        #expect(!connected.session.isAuthenticated)
        let answers = Answers([[fixture.password]])
        try connected.session.authenticateInteractively(user: fixture.user, answer: answers.answer)
    }

    @Test("session.callback-may-not-reenter: it gets an error, and not a dead lock")
    func reentered() throws {
        let connected = try ConnectedSession(arguments: ["--pam", "password"])
        let session = connected.session
        let password = Array(fixture.password.utf8)
        let codes = Collected<SSHError.Code>()
        try session.authenticateInteractively(user: fixture.user) { request in
            do throws(SSHError) {
                _ = try session.openChannel()
            } catch {
                codes.append(error.code)
            }
            if session.isAuthenticated { codes.append(.none) }
            return request.prompts.map { _ in password }
        }
        #expect(!codes.values.isEmpty && codes.values.allSatisfy { $0 == .reentered })
        #expect(session.isAuthenticated)
    }

    @Test("session.callback-may-close: the call that it is within is cancelled, and not a dead lock")
    func closes() throws {
        let connected = try ConnectedSession(arguments: ["--pam", "password"])
        let session = connected.session
        let error = failure(of: {
            try session.authenticateInteractively(user: fixture.user) { request in
                session.close()
                return request.prompts.map { _ in [] }
            }
        })
        #expect(error?.code == .cancelled)
        #expect(failure(of: { try session.openChannel() })?.code == .closed)
        #expect(session.socket == nil)
    }

    @Test("session.keyboard-interactive-lets-go: the callback is let go of when the call ends")
    func letsGo() throws {
        let connected = try ConnectedSession(arguments: ["--pam", "password"])
        weak var kept: Answers?
        do {
            let answers = Answers([[fixture.password]])
            kept = answers
            try connected.session.authenticateInteractively(user: fixture.user, answer: answers.answer)
        }
        #expect(kept == nil)
        do {
            let answers = Answers([[fixture.password]])
            kept = answers
            _ = failure(of: {
                try connected.session.authenticateInteractively(user: "a\0b", answer: answers.answer)
            })
        }
        #expect(kept == nil)
    }
}
