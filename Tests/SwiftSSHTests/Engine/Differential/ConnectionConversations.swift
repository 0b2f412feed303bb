@testable import SwiftSSH

/// Servers that say odd things beside the channels, while a command runs.
enum ConnectionConversations {
    /// A server that says something of no channel, and then ends the command.
    private static func saying(
        _ name: String, differs difference: Difference? = nil,
        _ script: @escaping @Sendable (SocketServer) throws -> Void
    ) -> Conversation {
        ChannelConversations.running(name, differs: difference) { server, channel in
            try server.sendData(channel, "before")
            try script(server)
            try server.sendData(channel, " and after")
            try server.end(channel)
        }
    }

    /// A message with zeros behind its number.
    private static func stray(_ number: UInt8) -> Conversation {
        saying("message \(number) where it has no place", differs: .misplaced) { server in
            try server.send([number] + [UInt8](repeating: 0, count: 16))
        }
    }

    static let all: [Conversation] = [
        saying("IGNORE, DEBUG and UNIMPLEMENTED") { server in
            try server.send(Message.ignore) { $0.string("nothing") }
            try server.send([Message.ignore])
            try server.send([Message.debug, 1, 0, 0, 0, 1, 7, 0, 0, 0, 0])
            try server.send([Message.unimplemented, 0, 0, 0, 9])
        },
        saying("messages that nobody knows") { server in
            for number: UInt8 in [8, 19, 110, 127, 128, 192, 255] { try server.send([number, 1, 2, 3]) }
        },
        saying("global requests that nobody knows, with an answer and without") { server in
            for wantsReply in [true, false] {
                try server.send(Message.globalRequest) { writer in
                    writer.string("hostkeys-00@openssh.com")
                    writer.boolean(wantsReply)
                    writer.string(server.hostKey.publicKeyBlob)
                }
            }
        },
        saying("channels of the server's that nobody asked for") { server in
            for type in ["session", "x@example.com", "x11", "auth-agent@openssh.com"] {
                try server.send(Message.channelOpen) { writer in
                    writer.string(type)
                    for value: UInt32 in [5, 1000, 1000] { writer.uint32(value) }
                    writer.string("127.0.0.1")
                    writer.uint32(80)
                }
            }
        },
        saying("new keys") { server in
            try server.renewKeys()
        },
        saying("new keys, twice, with a command's output between them") { server in
            try server.renewKeys()
            try server.renewKeys()
        },
        saying("another host key with the new keys") { server in
            server.tamper = { key, _, _ in key[key.count - 1] ^= 1 }
            try server.renewKeys()
        },
        stray(Message.serviceAccept), stray(Message.userAuthenticationFailure),
        stray(Message.userAuthenticationSuccess), stray(60), stray(Message.newKeys), stray(31),
        stray(Message.requestSuccess), stray(Message.requestFailure), stray(Message.serviceRequest),
        stray(Message.userAuthenticationRequest),
        ChannelConversations.running("a signal to the command", differs: .signals) { session, account in
            Conversation.logIn(session, &account)
            account.note("signal") {
                let channel = try session.running("command")
                try channel.sendSignal("TERM")
            }
        } _: { server, _ in
            try server.next(Message.channelRequest)
        },
        Conversation("pings and their answers") { server in
            try server.logIn()
            for _ in 0..<2 { try answerPing(server) }
        } user: { session, account in
            Conversation.logIn(session, &account)
            account.note("ping") { try session.ping() }
            account.note("ping") { try session.ping() }
            account.note("ping") { try session.ping() }
        },
    ]

    /// Refuses whatever the engine pings with.
    private static func answerPing(_ server: SocketServer) throws {
        while true {
            let message = try server.next()
            var reader = WireReader(message.dropFirst())
            if message.first == Message.globalRequest { return try server.send([Message.requestFailure]) }
            guard message.first == Message.channelOpen, reader.stringSlice() != nil, let number = reader.uint32() else {
                continue
            }
            return try server.send(Message.channelOpenFailure) { writer in
                writer.uint32(number)
                writer.uint32(3)
                writer.string("unknown channel type")
                writer.string("")
            }
        }
    }
}
