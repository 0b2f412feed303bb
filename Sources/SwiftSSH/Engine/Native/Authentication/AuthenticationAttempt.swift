/// One way of authenticating as a state machine: it is told of the server's answers and says what is to be sent.
protocol AuthenticationAttempt {
    /// What it is, as it follows "could not authenticate by".
    var name: String { get }
    /// The first message, or the next one where an outside answer was waited for.
    mutating func proceed() throws(SSHError) -> AttemptStep
    /// Goes on after a message of the method.
    mutating func receive(_ payload: [UInt8]) throws(SSHError) -> AttemptStep
    /// Goes on after a refusal: with another message, or with the error that tells of it.
    mutating func refused(_ refusal: SSHError) throws(SSHError) -> AttemptStep
}

/// What an attempt wants next.
enum AttemptStep {
    /// To send this and have the answer.
    case send(AttemptMessage)
    /// To be asked again: it waits for something beside the server.
    case wait

    /// To send what has been written.
    static func send(_ writer: inout WireWriter) -> AttemptStep { .send(AttemptMessage(writer.take())) }
}

/// A message that a password may be in: it is wiped when it goes.
final class AttemptMessage {
    private(set) var bytes: [UInt8]

    init(_ bytes: consuming [UInt8]) {
        self.bytes = bytes
    }

    deinit { wipe(&bytes) }
}

extension AuthenticationAttempt {
    mutating func refused(_ refusal: SSHError) throws(SSHError) -> AttemptStep { throw refusal }

    mutating func receive(_ payload: [UInt8]) throws(SSHError) -> AttemptStep {
        throw Message.broken("message \(payload.first ?? 0) is no answer to an authentication by \(name)")
    }
}

/// The head of every request (RFC 4252, 5).
struct AuthenticationRequest {
    static let service = "ssh-connection"
    let user: [UInt8]
    let method: String

    /// The message so far.
    var writer: WireWriter { writer(room: 256) }

    /// The message so far, with room for what follows: what a writer must move it leaves behind.
    func writer(room: Int) -> WireWriter {
        var writer = WireWriter(capacity: 64 + user.count + room)
        writer.byte(Message.userAuthenticationRequest)
        writer.string(user)
        writer.string(Self.service)
        writer.string(method)
        return writer
    }
}

/// The method that asks what other methods there are (RFC 4252, 5.2).
struct NoneAttempt: AuthenticationAttempt {
    let name = "none"
    let user: [UInt8]

    mutating func proceed() throws(SSHError) -> AttemptStep {
        var writer = AuthenticationRequest(user: user, method: name).writer
        return .send(&writer)
    }
}

/// A password, and its change where it has expired (RFC 4252, 8).
struct PasswordAttempt: AuthenticationAttempt {
    let name = "password"
    let user: [UInt8]
    let password: SecretBytes
    /// What takes its place if it has expired; nil for nothing, and once it has been offered.
    var newPassword: SecretBytes?

    private static let changeRequest: UInt8 = 60

    mutating func proceed() throws(SSHError) -> AttemptStep {
        var writer = AuthenticationRequest(user: user, method: name).writer(room: 8 + password.readOnly.count)
        writer.boolean(false)
        writer.string(password.readOnly)
        return .send(&writer)
    }

    mutating func receive(_ payload: [UInt8]) throws(SSHError) -> AttemptStep {
        var reader = WireReader(payload)
        guard reader.byte() == Self.changeRequest, let prompt = reader.string() else {
            throw Message.malformed(payload.first ?? 0)
        }
        if let newPassword {
            self.newPassword = nil
            var writer = AuthenticationRequest(user: user, method: name).writer(
                room: 16 + password.readOnly.count + newPassword.readOnly.count)
            writer.boolean(true)
            writer.string(password.readOnly)
            writer.string(newPassword.readOnly)
            return .send(&writer)
        }
        throw SSHError(
            .passwordExpired, "the password has expired and must be changed", serverText: String(escaping: prompt))
    }
}

/// Answers to the server's questions (RFC 4256).
struct KeyboardInteractiveAttempt: AuthenticationAttempt {
    let name = "keyboard-interactive"
    let user: [UInt8]
    let answer: (KeyboardInteractiveRequest) throws(SSHError) -> [SecretBytes]

    private static let informationRequest: UInt8 = 60
    private static let informationResponse: UInt8 = 61
    /// More questions than anybody answers.
    private static let mostPrompts: UInt32 = 100

    mutating func proceed() throws(SSHError) -> AttemptStep {
        var writer = AuthenticationRequest(user: user, method: name).writer
        writer.string("")
        writer.string("")
        return .send(&writer)
    }

    mutating func receive(_ payload: [UInt8]) throws(SSHError) -> AttemptStep {
        let malformed = Message.malformed(payload.first ?? 0)
        var reader = WireReader(payload)
        guard reader.byte() == Self.informationRequest, let title = reader.string(),
            let instruction = reader.string(), reader.string() != nil, let count = reader.uint32(),
            count <= Self.mostPrompts
        else { throw malformed }
        var prompts: [KeyboardInteractiveRequest.Prompt] = []
        for _ in 0..<count {
            guard let text = reader.string(), let echo = reader.boolean() else { throw malformed }
            prompts.append(.init(text: String(decoding: text, as: UTF8.self), echo: echo))
        }
        let request = KeyboardInteractiveRequest(
            name: String(decoding: title, as: UTF8.self), instruction: String(decoding: instruction, as: UTF8.self),
            prompts: prompts)
        let answers = try answer(request)
        var writer = WireWriter(capacity: answers.reduce(5 + 4 * prompts.count) { $0 + $1.readOnly.count })
        writer.byte(Self.informationResponse)
        writer.uint32(count)
        let none = UnsafeRawBufferPointer(start: nil, count: 0)
        for index in prompts.indices { writer.string(answers[checked: index]?.readOnly ?? none) }
        return .send(&writer)
    }
}
