import Testing

@testable import SwiftSSH

@Suite("The native engine: servers that do not know what they are sent")
struct UnknownMessageTests {
    /// A server that answers every message of a number with UNIMPLEMENTED.
    private func run<Value>(_ server: NativeServer, _ step: Step<Value>, unknown number: UInt8) throws -> Value {
        try server.run(step) { message in
            guard message.first == number else { return }
            try server.refuseAsUnknown()
        }
    }

    @Test("A channel is not opened, and the next one is")
    func opening() throws {
        let server = try NativeServer()
        try server.logIn()
        let step = server.engine.openChannel(ChannelOpening(type: "session"))
        let error = failure(of: { _ = try run(server, step, unknown: Message.channelOpen) })
        #expect(error?.code == .channelFailure && error?.message.contains("does not know the message") == true)
        #expect(try server.openChannel().state.isOpen)
    }

    @Test("A request of a channel is refused, and the answers to others find theirs")
    func request() throws {
        let server = try NativeServer()
        try server.logIn()
        let channel = try server.openChannel()
        let first = channel.request(.environment(name: [65], value: [66]))
        let second = channel.request(.startup(type: "exec", message: [67]))
        _ = try first()
        _ = try server.messages()
        _ = try second()
        _ = try server.messages()
        try server.refuseAsUnknown()
        try server.deliver()
        let error = failure(of: { _ = try second() })
        #expect(error?.code == .channelRequestDenied && error?.message.contains("does not know the message") == true)
        try server.send(Message.channelSuccess) { $0.uint32(channel.state.number) }
        try server.deliver()
        guard case .done = try first() else {
            Issue.record("the first request has no answer")
            return
        }
    }

    @Test("Listening is refused, and a ping has had its answer")
    func globalRequests() throws {
        let server = try NativeServer()
        try server.logIn()
        let step = server.engine.listen(host: nil, port: 1, queueLimit: 1)
        let error = failure(of: { _ = try run(server, step, unknown: Message.globalRequest) })
        #expect(error?.code == .requestDenied && error?.message.contains("does not know the message") == true)
        try run(server, server.engine.ping(), unknown: Message.globalRequest)
    }

    @Test("A way of authenticating fails, and another one may be tried")
    func authentication() throws {
        let server = try NativeServer()
        try server.handshake()
        let step = server.engine.authenticate(user: [1], with: .password(SecretBytes([2])))
        let error = failure(of: { try run(server, step, unknown: Message.userAuthenticationRequest) })
        #expect(error?.code == .authenticationFailed && error?.message.contains("does not know the message") == true)
        #expect(!server.engine.isAuthenticated)
        try server.run(server.engine.authenticate(user: [1], with: .password(SecretBytes([2])))) { message in
            if message.first == Message.userAuthenticationRequest {
                try server.send([Message.userAuthenticationSuccess])
            }
        }
        #expect(server.engine.isAuthenticated)
    }

    @Test("Without the authentication service nobody logs in")
    func service() throws {
        let server = try NativeServer()
        try server.run(server.engine.handshake())
        let step = server.engine.authenticate(user: [1], with: .password(SecretBytes([2])))
        #expect(
            failure(of: { try run(server, step, unknown: Message.serviceRequest) })?.code == .protocolError)
    }

    @Test("What was answered already, or sent under numbers before strict key exchange began them anew, is not meant")
    func others() throws {
        let server = try NativeServer()
        try server.logIn()
        let channel = try server.openChannel()
        for number: UInt32 in 0..<200 { try server.send(Message.unimplemented) { $0.uint32(number) } }
        try server.deliver()
        #expect(channel.state.isOpen && server.engine.isAuthenticated)
        let waiting = server.engine.openChannel(ChannelOpening(type: "session"))
        _ = try waiting()
        let number = server.engine.writer.sequence &- 1
        try server.run(server.engine.rekey())
        try server.send(Message.unimplemented) { $0.uint32(number) }
        try server.deliver()
        guard case .wouldBlock = try waiting() else {
            Issue.record("the request was taken for another one")
            return
        }
    }
}

extension NativeServer {
    /// Says that the last message that was looked at is not known.
    fileprivate func refuseAsUnknown() throws {
        let number = reader.sequence &- 1
        try send(Message.unimplemented) { $0.uint32(number) }
    }
}
