@testable import SwiftSSH

/// Servers that are odd when a channel is opened and something is started in it.
enum ChannelOpeningConversations {
    static let all = refusals + confirmations + requests

    /// A server that answers the first channel with a refusal, and serves the second one.
    private static func refusing(_ reason: UInt32, _ text: String) -> Conversation {
        Conversation(
            "a channel that is refused for reason \(reason): \(text.debugDescription)",
            differs: text.isEmpty ? nil : .refusalText
        ) { server in
            try server.logIn()
            let number = try server.nextOpening()
            try server.send(Message.channelOpenFailure) { writer in
                writer.uint32(number)
                writer.uint32(reason)
                writer.string(text)
                writer.string("en")
            }
            _ = try server.openChannel()
        } user: { session, account in
            Conversation.logIn(session, &account)
            account.note("first") { _ = try session.openChannel() }
            account.note("second") { _ = try session.openChannel() }
        }
    }

    private static let refusals: [Conversation] = [
        refusing(1, "administratively prohibited"), refusing(2, ""), refusing(3, "\u{1B}[2Jwhat?"), refusing(4, "full"),
        refusing(0, "none"), refusing(0xFFFF_FFFF, "odd"),
        Conversation("a refusal that is cut short", differs: .misplaced) { server in
            try server.logIn()
            try server.sendOnChannel(Message.channelOpenFailure, server.nextOpening())
        },
        Conversation("a goodbye for a channel") { server in
            try server.logIn()
            _ = try server.nextOpening()
            try server.sendGoodbye(11, "enough")
        },
        Conversation("the end for a channel") { server in
            try server.logIn()
            _ = try server.nextOpening()
        },
    ]

    private static let confirmations: [Conversation] = [
        Conversation("a confirmation that is cut short") { server in
            try server.logIn()
            try server.sendOnChannel(Message.channelOpenConfirmation, server.nextOpening()) { $0.uint32(70) }
        },
        Conversation("data right behind the confirmation") { server in
            try server.logIn()
            let channel = try server.openChannel()
            try server.sendData(channel, "early")
            try server.next(Message.channelRequest)
            try server.sendOnChannel(Message.channelSuccess, channel)
            try server.sendData(channel, " and late")
            try server.end(channel)
        },
        Conversation("a window of nothing, which is opened later") { server in
            try write(on: server, window: 0, grants: [5, 7])
        } user: { session, account in
            writeAndRead(session, &account, "hello, world")
        },
        Conversation("a packet size of three bytes") { server in
            try write(on: server, window: 1000, packet: 3, grants: [])
        } user: { session, account in
            writeAndRead(session, &account, "hello, world")
        },
    ]

    /// Sends back what it is sent, until the client has said all.
    private static func write(
        on server: SocketServer, window: UInt32, packet: UInt32 = 32768, grants: [UInt32]
    ) throws {
        let channel = try server.runCommand(window: window, packet: packet)
        for grant in grants { try server.sendOnChannel(Message.channelWindowAdjust, channel) { $0.uint32(grant) } }
        while true {
            let message = try server.next()
            if message.first == Message.channelEOF { break }
            guard message.first == Message.channelData else { continue }
            var reader = WireReader(message.dropFirst(5))
            try server.sendData(channel, String(decoding: reader.string() ?? [], as: UTF8.self))
        }
        try server.end(channel)
    }

    private static func writeAndRead(_ session: Session, _ account: inout Account, _ text: String) {
        Conversation.logIn(session, &account)
        account.note("written and read") {
            let channel = try session.running("cat")
            try channel.write(Array(text.utf8))
            try channel.sendEOF()
            return String(decoding: try channel.readToEnd(), as: UTF8.self)
        }
    }

    private static let requests: [Conversation] = [
        Conversation("a command that is refused, and then a shell that is not", differs: .secondStart) { server in
            try server.logIn()
            let channel = try server.openChannel()
            try server.next(Message.channelRequest)
            try server.sendOnChannel(Message.channelFailure, channel)
            try server.next(Message.channelRequest)
            try server.sendOnChannel(Message.channelSuccess, channel)
            try server.end(channel, status: 4)
        } user: { session, account in
            Conversation.logIn(session, &account)
            var opened: Channel?
            account.note("open") { opened = try session.openChannel() }
            guard let channel = opened else { return }
            account.note("execute") { try channel.execute("command") }
            guard account.note("shell", { try channel.startShell() }) else { return }
            account.note("exit") { try channel.waitExit() }
        },
        Conversation("a channel that is closed instead of an answer") { server in
            try server.logIn()
            let channel = try server.openChannel()
            try server.next(Message.channelRequest)
            try server.sendOnChannel(Message.channelClose, channel)
        },
        Conversation("an environment that is refused, a terminal that is given") { server in
            try server.logIn()
            let channel = try server.openChannel()
            for answer in [Message.channelFailure, Message.channelSuccess, Message.channelSuccess] {
                try server.next(Message.channelRequest)
                try server.sendOnChannel(answer, channel)
            }
            try server.end(channel)
        } user: { session, account in
            Conversation.logIn(session, &account)
            account.note("channel") {
                let channel = try session.openChannel()
                return [
                    Result { try channel.setEnvironment("A", "b") }.failureCode,
                    Result { try channel.requestTerminal("xterm") }.failureCode,
                    Result { try channel.execute("command") }.failureCode,
                ]
            }
        },
    ]
}

extension Result {
    /// The number of the error; nil for none.
    fileprivate var failureCode: SSHError.Code? {
        if case .failure(let error as SSHError) = self { return error.code }
        return nil
    }
}
