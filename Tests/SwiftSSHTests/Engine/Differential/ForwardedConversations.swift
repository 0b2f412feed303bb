@testable import SwiftSSH

/// Servers that hand connections to a display over.
enum ForwardedConversations {
    /// Agrees to a display, has a command run, and connects to the display; gives the numbers of the command's channel and of the
    /// connection's on the client's side, nil where that was refused.
    private static func connect(on server: SocketServer) throws -> (command: UInt32, display: UInt32?) {
        try server.logIn()
        let command = try server.openChannel()
        for _ in 0..<2 {
            try server.next(Message.channelRequest)
            try server.sendOnChannel(Message.channelSuccess, command)
        }
        try open(on: server)
        while true {
            let message = try server.next()
            var reader = WireReader(message.dropFirst(5))
            if message.first == Message.channelOpenConfirmation { return (command, reader.uint32()) }
            if message.first == Message.channelOpenFailure { return (command, nil) }
        }
    }

    /// Opens a channel that this side knows by the number 90.
    private static func open(on server: SocketServer) throws {
        try server.send(Message.channelOpen) { writer in
            writer.string("x11")
            for value: UInt32 in [90, 1 << 20, 32768] { writer.uint32(value) }
            writer.string("127.0.0.1")
            writer.uint32(6010)
        }
    }

    /// Asks for a display and runs a command.
    private static func running(_ session: Session) throws -> Channel {
        let channel = try session.openChannel()
        try channel.requestX11()
        try channel.execute("command")
        return channel
    }

    static let all: [Conversation] = [
        Conversation("a connection to the display") { server in
            let (command, display) = try connect(on: server)
            guard let display else { return }
            try server.sendData(display, "hello")
            try server.next(Message.channelData)
            try server.sendOnChannel(Message.channelEOF, display)
            try server.sendOnChannel(Message.channelClose, display)
            try server.end(command)
        } user: { session, account in
            Conversation.logIn(session, &account)
            account.note("display") {
                let listener = try session.listenForX11()
                let channel = try running(session)
                let display = try listener.accept()
                let heard = try display.read(upTo: 5)
                try display.write(Array("back".utf8))
                let rest = try display.read(upTo: 5)
                return (heard, rest, try channel.waitExit(), try display.close())
            }
        },
        Conversation("connections to the display that nobody listens for") { server in
            let (command, display) = try connect(on: server)
            if let display {
                try server.next(Message.channelClose)
                try server.sendOnChannel(Message.channelClose, display)
            }
            try server.sendData(command, "on")
            try server.end(command)
        } user: { session, account in
            Conversation.logIn(session, &account)
            account.note("command") { String(decoding: try running(session).readToEnd(), as: UTF8.self) }
        },
        Conversation("more connections to the display than may wait, while keys are exchanged") { server in
            let (command, display) = try connect(on: server)
            for _ in 0..<20 { try open(on: server) }
            try server.renewKeys()
            for _ in 0..<20 { try open(on: server) }
            if let display { try server.sendData(display, "hello") }
            try server.sendData(command, "on")
            try server.end(command)
        } user: { session, account in
            Conversation.logIn(session, &account)
            account.note("command") {
                let listener = try session.listenForX11(queueLimit: 2)
                let channel = try running(session)
                let output = String(decoding: try channel.readToEnd(), as: UTF8.self)
                return (output, try listener.accept().read(upTo: 5))
            }
        },
    ]
}
