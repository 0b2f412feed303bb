import Glibc

@testable import SwiftSSH

/// A scripted server behind a socket, for a session of whichever engine; its calls wait.
final class SocketServer: ScriptedServer {
    /// The client has ended the connection, or says nothing any more: there is nobody to go on with.
    struct ClientIsGone: Error {}

    private let socket: Int32
    private var waiting: [[UInt8]] = []
    /// Said before the service of authentication is given.
    var beforeService: [UInt8]?

    /// A server that has not said a word; the socket stays the caller's.
    init(_ socket: Int32) throws {
        self.socket = socket
        try super.init(hostKey: Self.fixtureKey())
        outgoing.removeAll()
        offers[.cipherClientToServer] = ["aes128-ctr"]
        offers[.cipherServerToClient] = ["aes128-ctr"]
    }

    // MARK: Bytes

    /// Puts bytes on the wire as they are, after what was said before.
    func write(_ bytes: [UInt8]) throws {
        bytes.withUnsafeBytes { outgoing.append($0) }
        try flush()
    }

    /// Sends what was said.
    func flush() throws {
        while !outgoing.isEmpty {
            let bytes = outgoing.bytes
            let count = Glibc.send(socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            guard count > 0 else { throw ClientIsGone() }
            outgoing.removeFirst(count)
        }
    }

    /// Sends what was said, says no more, and waits until the client has ended the connection.
    func finish() {
        try? flush()
        shutdown(socket, Int32(SHUT_WR))
        while (try? receive()) != nil { received.removeAll() }
    }

    private func receive() throws {
        let count = received.append(upTo: 1 << 16) { recv(socket, $0.baseAddress, $0.count, 0) }
        guard count > 0 else { throw ClientIsGone() }
    }

    // MARK: Messages

    /// The client's next message that is not of the key exchange; the service of authentication is given on the way.
    func next() throws -> [UInt8] {
        while true {
            if !waiting.isEmpty { return waiting.removeFirst() }
            try flush()
            try receive()
            for message in try answerKeyExchange(messages()) {
                guard message.first == Message.serviceRequest else {
                    waiting.append(message)
                    continue
                }
                if let beforeService { try send(beforeService) }
                try send(Message.serviceAccept) { $0.string("ssh-userauth") }
            }
        }
    }

    /// The client's next message of a number; others before it are not answered.
    @discardableResult
    func next(_ number: UInt8) throws -> [UInt8] {
        while true {
            let message = try next()
            if message.first == number { return message }
        }
    }

    // MARK: The usual course of things

    /// Says who it is.
    func identify(_ line: String = "SSH-2.0-Test", after preface: String = "", end: String = "\r\n") throws {
        identification = Array(line.utf8)
        try write(Array((preface + line + end).utf8))
    }

    /// Lets the user in by whatever they try first.
    func logIn() throws {
        try identify()
        try next(Message.userAuthenticationRequest)
        try send([Message.userAuthenticationSuccess])
    }

    /// Waits for a channel to be opened; gives its number on the client's side.
    func nextOpening() throws -> UInt32 {
        var reader = WireReader(try next(Message.channelOpen))
        guard reader.byte() != nil, reader.stringSlice() != nil, let number = reader.uint32() else {
            throw ClientIsGone()
        }
        return number
    }

    /// Opens the channel that is asked for next, which it knows by the number 70.
    func openChannel(window: UInt32 = 1 << 20, packet: UInt32 = 32768) throws -> UInt32 {
        let number = try nextOpening()
        try send(Message.channelOpenConfirmation) { writer in
            for value in [number, 70, window, packet] { writer.uint32(value) }
        }
        return number
    }

    /// Lets the user in, opens a channel and has a command run in it; gives the channel's number on the client's side.
    func runCommand(window: UInt32 = 1 << 20, packet: UInt32 = 32768) throws -> UInt32 {
        try logIn()
        let channel = try openChannel(window: window, packet: packet)
        try next(Message.channelRequest)
        try sendOnChannel(Message.channelSuccess, channel)
        return channel
    }

    /// Exchanges new keys, and waits until the client sends under them.
    func renewKeys() throws {
        try sendInit()
        try flush()
        while isRenewing {
            try receive()
            waiting += try answerKeyExchange(messages())
            try flush()
        }
    }

    // MARK: What is said on channels

    /// Says a message of a channel's.
    func sendOnChannel(
        _ number: UInt8, _ channel: UInt32, _ build: (inout WireWriter) -> Void = { _ in }
    ) throws {
        try send(number) { writer in
            writer.uint32(channel)
            build(&writer)
        }
    }

    /// Sends data for stream 0.
    func sendData(_ channel: UInt32, _ text: String) throws {
        try sendOnChannel(Message.channelData, channel) { $0.string(text) }
    }

    /// Sends data of a type.
    func sendExtendedData(_ channel: UInt32, _ type: UInt32, _ text: String) throws {
        try sendOnChannel(Message.channelExtendedData, channel) { writer in
            writer.uint32(type)
            writer.string(text)
        }
    }

    /// Makes a request on a channel.
    func sendRequest(
        _ channel: UInt32, _ type: String, wantsReply: Bool = false, _ build: (inout WireWriter) -> Void = { _ in }
    ) throws {
        try sendOnChannel(Message.channelRequest, channel) { writer in
            writer.string(type)
            writer.boolean(wantsReply)
            build(&writer)
        }
    }

    /// Says how the command ended, that no more comes, and that the channel is closed.
    func end(_ channel: UInt32, status: UInt32? = 0) throws {
        if let status { try sendRequest(channel, "exit-status") { $0.uint32(status) } }
        try sendOnChannel(Message.channelEOF, channel)
        try sendOnChannel(Message.channelClose, channel)
    }

    /// Says goodbye.
    func sendGoodbye(_ reason: UInt32, _ text: String) throws {
        try send(Message.disconnect) { writer in
            writer.uint32(reason)
            writer.string(text)
            writer.string("")
        }
    }
}
