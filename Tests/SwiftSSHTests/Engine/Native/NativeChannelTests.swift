import Testing

@testable import SwiftSSH

@Suite("The native engine: channels and what they may do")
struct NativeChannelTests {
    @Test("More than the window allows ends the connection")
    func windowExceeded() throws {
        let server = try NativeServer()
        try server.logIn()
        let channel = try server.openChannel()
        let piece = [UInt8](repeating: 0, count: 60_000)
        let error = failure(of: {
            while true {
                try server.sendData(channel, piece)
                try server.deliver()
            }
        })
        #expect(error?.code == .channelWindowExceeded)
        #expect(channel.state.output.count <= 2 << 20)
    }

    @Test("Data for a channel that is not there, after its end, or of another length than it says, ends the connection")
    func wrongData() throws {
        for wrong in 0..<4 {
            let server = try NativeServer()
            try server.logIn()
            let channel = try server.openChannel()
            switch wrong {
            case 0:
                try server.send(Message.channelEOF) { $0.uint32(channel.state.number) }
                try server.sendData(channel, [1])
            case 1:
                try server.send(Message.channelData) { writer in
                    writer.uint32(999)
                    writer.string([1])
                }
            case 2:
                try server.send(Message.channelData) { writer in
                    writer.uint32(channel.state.number)
                    writer.uint32(100)
                }
            default:
                try server.send([Message.channelExtendedData, 0, 0])
            }
            #expect(failure(of: { try server.deliver() })?.code == .protocolError)
            #expect(channel.state.output.isEmpty)
        }
    }

    @Test(
        "Answers that nobody asked for end the connection", arguments: [Message.channelSuccess, Message.channelFailure])
    func unasked(number: UInt8) throws {
        let server = try NativeServer()
        try server.logIn()
        let channel = try server.openChannel()
        try server.send(number) { $0.uint32(channel.state.number) }
        #expect(failure(of: { try server.deliver() })?.code == .protocolError)
    }

    @Test("Requests of one channel are answered in their order, side by side with another's")
    func sideBySide() throws {
        let server = try NativeServer()
        try server.logIn()
        let channels = [try server.openChannel(), try server.openChannel()]
        let steps = channels.map { $0.request(.startup(type: "shell", message: nil)) }
        for step in steps { _ = try step() }
        // The second one's answer comes first.
        try server.send(Message.channelFailure) { $0.uint32(channels[1].state.number) }
        try server.deliver()
        #expect(failure(of: { _ = try steps[1]() })?.code == .channelRequestDenied)
        guard case .wouldBlock = try steps[0]() else {
            Issue.record("was answered")
            return
        }
        try server.send(Message.channelSuccess) { $0.uint32(channels[0].state.number) }
        try server.deliver()
        guard case .done = try steps[0]() else {
            Issue.record("was not answered")
            return
        }
    }

    @Test("What the server opens unasked, and requests that nobody knows, are refused")
    func refusals() throws {
        let server = try NativeServer()
        try server.logIn()
        _ = try server.messages()
        for type in ["x11", "auth-agent@openssh.com", "forwarded-tcpip"] {
            try server.send(Message.channelOpen) { writer in
                writer.string(type)
                for value: UInt32 in [5, 1000, 1000] { writer.uint32(value) }
                writer.string("127.0.0.1")
                writer.uint32(80)
                writer.string("127.0.0.1")
                writer.uint32(81)
            }
        }
        try server.send(Message.globalRequest) { writer in
            writer.string("keepalive@openssh.com")
            writer.boolean(true)
        }
        try server.deliver()
        let answers = try server.messages()
        #expect(answers.map { $0.first ?? 0 } == [92, 92, 92, 82])
        for answer in answers.prefix(3) { #expect(answer.starts(with: [92, 0, 0, 0, 5, 0, 0, 0, 1])) }
    }

    @Test(
        "What is forwarded is taken once a channel has asked for it and somebody listens, a few at a time, and no longer than that"
    )
    func forwarded() throws {
        for kind in ForwardedKind.allCases {
            let server = try NativeServer()
            try server.logIn()
            /// What becomes of connections that the server opens: the answers' numbers and reasons.
            func openings(_ count: Int) throws -> [[UInt8]] {
                _ = try server.messages()
                for _ in 0..<count {
                    try server.send(Message.channelOpen) { writer in
                        writer.string(kind.channelType)
                        for value: UInt32 in [5, 1000, 1000] { writer.uint32(value) }
                        if kind == .x11 {
                            writer.string("127.0.0.1")
                            writer.uint32(6010)
                        }
                    }
                }
                try server.deliver()
                return try server.messages().map { message in [message[0]] + (message[0] == 92 ? [message[8]] : []) }
            }
            let listener = try server.engine.listen(for: kind, queueLimit: 2)
            #expect(failure(of: { _ = try server.engine.listen(for: kind, queueLimit: 2) })?.code == .badUse)
            #expect(try openings(1) == [[92, 1]])
            let channel = try server.openChannel()
            let request: ChannelRequest =
                kind == .agent
                ? .agentForwarding
                : .x11(isSingleConnection: false, authenticationProtocol: nil, cookie: nil, screen: 0)
            let asked = failure(of: {
                try server.run(channel.request(request)) { _ in
                    try server.send(Message.channelFailure) { $0.uint32(channel.state.number) }
                }
            })
            #expect(asked?.code == .channelRequestDenied)
            #expect(try openings(1) == [[92, 1]])
            try server.run(channel.request(request)) { _ in
                try server.send(Message.channelSuccess) { $0.uint32(channel.state.number) }
            }
            #expect(try openings(3) == [[91], [91], [92, 4]])
            let accepted = try #require(try listener.accept())
            #expect(try openings(2) == [[91], [92, 4]])
            guard case .done = try listener.cancel() else {
                Issue.record("cancelling waits for somebody")
                continue
            }
            // Those that nobody has accepted are closed.
            #expect(try server.messages().map { $0.first } == [97, 97])
            #expect(!accepted.isClosedByPeer)
            #expect(try openings(1) == [[92, 1]])
        }
    }

    @Test("A connection to a display whose origin is missing breaks the protocol")
    func malformedX11() throws {
        let server = try NativeServer()
        try server.logIn()
        try server.send(Message.channelOpen) { writer in
            writer.string("x11")
            for value: UInt32 in [5, 1000, 1000] { writer.uint32(value) }
            writer.string("127.0.0.1")
        }
        #expect(failure(of: { try server.deliver() })?.code == .protocolError)
    }

    @Test("A signal's core flag and message are told, and a status of 0 is told apart from none")
    func exits() throws {
        let server = try NativeServer()
        try server.logIn()
        let channels = [try server.openChannel(), try server.openChannel(), try server.openChannel()]
        try server.send(Message.channelRequest) { writer in
            writer.uint32(channels[0].state.number)
            writer.string("exit-signal")
            writer.boolean(false)
            writer.string("SEGV")
            writer.boolean(true)
            writer.string("oops")
            writer.string("en")
        }
        try server.send(Message.channelRequest) { writer in
            writer.uint32(channels[1].state.number)
            writer.string("exit-status")
            writer.boolean(false)
            writer.uint32(0)
        }
        for channel in channels { try server.send(Message.channelClose) { $0.uint32(channel.state.number) } }
        try server.deliver()
        #expect(channels[0].exitSignal == ExitSignal(name: "SEGV", dumpedCore: true, message: "oops", language: "en"))
        #expect(channels.map(\.exitStatus) == [nil, 0, nil])
        #expect(channels.allSatisfy { $0.isClosedByPeer && $0.hasReachedEOF })
    }

    @Test("The window grows where the link, and not the reader, holds the server up")
    func growingWindow() throws {
        var window = ReceiveWindow(1 << 20)
        func use(_ count: Int, unread: Int) -> UInt32? {
            window.use(count) ? window.grant(unread: unread) : nil
        }
        #expect(use(1 << 19, unread: 0) == 1 << 19)
        #expect(window.remaining == 1 << 20)
        // Used up while all was read: too small for the link.
        #expect(use(1 << 20, unread: 0) == 1 << 21)
        // Used up because nobody reads: it stays, and nothing is granted.
        #expect(use(1 << 21, unread: 1 << 21) == 0)
        #expect(use(1, unread: 0) == nil)
        #expect(use(0, unread: 0) == 1 << 22)
        for _ in 0..<20 { #expect(use(Int(window.remaining), unread: 0) != nil) }
        #expect(window.remaining == ReceiveWindow.largest)
    }
}
