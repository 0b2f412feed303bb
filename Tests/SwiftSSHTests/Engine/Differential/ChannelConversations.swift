@testable import SwiftSSH

/// Servers that are odd in a channel in which a command runs.
enum ChannelConversations {
    static let all = streams + windows + ends + malformed

    /// A server that runs a command and then says something about its channel.
    static func running(
        _ name: String, differs difference: Difference? = nil,
        user: @escaping @Sendable (Session, inout Account) -> Void = Conversation.runCommand,
        _ script: @escaping @Sendable (SocketServer, UInt32) throws -> Void
    ) -> Conversation {
        Conversation(name, differs: difference, server: { try script($0, $0.runCommand()) }, user: user)
    }

    private static let streams: [Conversation] = [
        running("output and errors in turns") { server, channel in
            for number in 1...20 {
                try server.sendData(channel, "o\(number) ")
                try server.sendExtendedData(channel, 1, "e\(number) ")
            }
            try server.end(channel)
        },
        running("data of no bytes") { server, channel in
            try server.sendData(channel, "")
            try server.sendExtendedData(channel, 1, "")
            try server.sendData(channel, "a")
            try server.end(channel)
        },
        running("extended data of types that nobody knows", differs: .otherStreams) { server, channel in
            try server.sendExtendedData(channel, 2, "two")
            try server.sendExtendedData(channel, 0, "zero")
            try server.sendExtendedData(channel, .max, "most")
            try server.sendData(channel, "a")
            try server.end(channel)
        },
        running("data in packets of 32 KiB") { server, channel in
            let piece = String(repeating: "0123456789abcdef", count: 2048)
            for _ in 0..<8 { try server.sendData(channel, piece) }
            try server.end(channel)
        },
    ]

    private static let windows: [Conversation] = [
        running("a window that is used up to its last byte") { server, channel in
            // The window that every channel begins with.
            let piece = String(repeating: "x", count: 32768)
            for _ in 0..<64 { try server.sendData(channel, piece) }
            try server.next(Message.channelWindowAdjust)
            try server.sendData(channel, "more")
            try server.end(channel)
        },
        running("a grant of no bytes, and of all that there are") { server, channel in
            try server.sendOnChannel(Message.channelWindowAdjust, channel) { $0.uint32(0) }
            try server.sendOnChannel(Message.channelWindowAdjust, channel) { $0.uint32(.max - (1 << 20)) }
            try server.sendData(channel, "a")
            try server.end(channel)
        },
        running("a grant that makes the window larger than there can be", differs: .misplaced) { server, channel in
            try server.sendOnChannel(Message.channelWindowAdjust, channel) { $0.uint32(.max) }
            try server.sendData(channel, "a")
            try server.end(channel)
        },
        running("a grant that is cut short", differs: .misplaced) { server, channel in
            try server.sendOnChannel(Message.channelWindowAdjust, channel)
            try server.end(channel)
        },
    ]

    /// A server that ends a command by these messages.
    private static func ending(
        _ name: String, differs difference: Difference? = nil,
        _ script: @escaping @Sendable (SocketServer, UInt32) throws -> Void
    ) -> Conversation {
        running(name, differs: difference) { server, channel in
            try server.sendData(channel, "output")
            try script(server, channel)
        }
    }

    private static func sendSignal(_ server: SocketServer, _ channel: UInt32, core: Bool, _ text: String) throws {
        try server.sendRequest(channel, "exit-signal") { writer in
            writer.string("SEGV")
            writer.boolean(core)
            writer.string(text)
            writer.string("en")
        }
    }

    private static let ends: [Conversation] = [
        ending("a status of 0") { try $0.end($1) },
        ending("a status of 7") { try $0.end($1, status: 7) },
        ending("a status of 2^32 - 1") { try $0.end($1, status: .max) },
        ending("no status") { try $0.end($1, status: nil) },
        ending("a signal") { server, channel in
            try sendSignal(server, channel, core: false, "")
            try server.end(channel, status: nil)
        },
        ending("a signal with a core, and words about it") { server, channel in
            try sendSignal(server, channel, core: true, "oops\u{7}")
            try server.end(channel, status: nil)
        },
        ending("a status and a signal") { server, channel in
            try sendSignal(server, channel, core: false, "")
            try server.end(channel, status: 3)
        },
        ending("a status that wants an answer") { server, channel in
            try server.sendRequest(channel, "exit-status", wantsReply: true) { $0.uint32(5) }
            try server.end(channel, status: nil)
        },
        ending("a close without an end of file") { server, channel in
            try server.sendRequest(channel, "exit-status") { $0.uint32(1) }
            try server.sendOnChannel(Message.channelClose, channel)
        },
        ending("a status after the end of file") { server, channel in
            try server.sendOnChannel(Message.channelEOF, channel)
            try server.end(channel, status: 2)
        },
        ending("an end of file, and the connection's end") { server, channel in
            try server.sendOnChannel(Message.channelEOF, channel)
        },
        ending("the connection's end") { _, _ in },
        ending("a status of 3, and the connection's end") { server, channel in
            try server.sendRequest(channel, "exit-status") { $0.uint32(3) }
        },
        ending("a goodbye in the middle of the output") { server, channel in
            try server.sendGoodbye(11, "shutting\tdown")
        },
        ending("requests that nobody knows, with an answer and without") { server, channel in
            try server.sendRequest(channel, "x@example.com")
            try server.sendRequest(channel, "keepalive@openssh.com", wantsReply: true)
            try server.sendRequest(channel, "eow@openssh.com")
            try server.end(channel)
        },
    ]

    private static let malformed: [Conversation] = [
        ending("data that is shorter than it says", differs: .misplaced) { server, channel in
            try server.sendOnChannel(Message.channelData, channel) { $0.uint32(100) }
            try server.end(channel)
        },
        ending("data that is longer than it says", differs: .misplaced) { server, channel in
            try server.sendOnChannel(Message.channelData, channel) { writer in
                writer.string("ab")
                writer.raw("cd".utf8)
            }
            try server.end(channel)
        },
        ending("data without a length", differs: .misplaced) { server, channel in
            try server.sendOnChannel(Message.channelData, channel)
            try server.end(channel)
        },
        ending("extended data without a length", differs: .misplaced) { server, channel in
            try server.sendOnChannel(Message.channelExtendedData, channel) { $0.uint32(1) }
            try server.end(channel)
        },
        ending("data after the end of file", differs: .misplaced) { server, channel in
            try server.sendOnChannel(Message.channelEOF, channel)
            try server.sendData(channel, " and more")
            try server.end(channel)
        },
        ending("data after the close", differs: .misplaced) { server, channel in
            try server.end(channel)
            try server.sendData(channel, " and more")
        },
        ending("data for a channel that there is not", differs: .misplaced) { server, channel in
            try server.sendData(channel + 1, "stray")
            try server.end(channel)
        },
        ending("two ends of file, and two closes") { server, channel in
            try server.sendOnChannel(Message.channelEOF, channel)
            try server.end(channel)
            try server.sendOnChannel(Message.channelClose, channel)
        },
        ending("a status without a number", differs: .misplaced) { server, channel in
            try server.sendRequest(channel, "exit-status")
            try server.end(channel, status: nil)
        },
        ending("a signal without a name", differs: .misplaced) { server, channel in
            try server.sendRequest(channel, "exit-signal")
            try server.end(channel, status: nil)
        },
        ending("a request without a type", differs: .misplaced) { server, channel in
            try server.sendOnChannel(Message.channelRequest, channel)
            try server.end(channel)
        },
        ending("an answer to no request", differs: .misplaced) { server, channel in
            try server.sendOnChannel(Message.channelSuccess, channel)
            try server.end(channel)
        },
        ending("a confirmation of a channel that is open", differs: .misplaced) { server, channel in
            try server.sendOnChannel(Message.channelOpenConfirmation, channel) { writer in
                for value: UInt32 in [71, 100, 100] { writer.uint32(value) }
            }
            try server.end(channel)
        },
    ]
}
