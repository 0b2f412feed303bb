@testable import SwiftSSH

/// An SCP server's words: the greetings of both directions, and the end of a file.
let scpTarget = FuzzTarget(name: "scp") { input in
    var bytes = input
    let choice = bytes.takeFirst()
    let pieces = bytes.pieces(bytes.takeFirst())
    let channel = ScriptedChannel(pieces, room: choice & 4 == 0 ? 1 : .max)
    let queues = ChannelQueues(channel)
    switch choice & 3 {
    case 0:
        var talk = SCPTalk(SCPSourceGreeting(path: "/tmp/file"))
        let found = drive(queues) { () throws(SSHError) in try talk.advance(queues) }
        guard let found else { return }
        require(found.size >= 0 && found.mode <= 0o7777, "a file that cannot be")
        receive(queues, size: found.size)
    case 1:
        var talk = SCPTalk(SCPSinkGreeting(path: "/tmp/file", lines: [[UInt8]("C0644 3 file\n".utf8)]))
        _ = drive(queues) { () throws(SSHError) in try talk.advance(queues) }
    default:
        receive(queues, size: Int64(bytes.count / 2))
    }
}

/// Reads a file to its end, or until it fails.
private func receive(_ queues: ChannelQueues, size: Int64) {
    let framing = SCPReceiving(path: "/tmp/file", size: size)
    queues.framing = framing
    var count: Int64 = 0
    withUnsafeTemporaryAllocation(byteCount: 100, alignment: 1) { buffer in
        _ = drive(queues) { () throws(SSHError) -> Progress<Void> in
            let read = try queues.read(stream: 0, into: buffer)
            require(read <= buffer.count, "more was read than there is room for")
            count += Int64(read)
            return queues.isAtEnd(stream: 0) ? .done(()) : .wouldBlock
        }
    }
    require(count <= size, "more was read than the file has")
}

/// A server of the publickey subsystem, while a list and an addition wait for their answers.
let publicKeySubsystemTarget = FuzzTarget(name: "publickey-subsystem") { input in
    var bytes = input
    let pieces = bytes.pieces(bytes.takeFirst())
    let queues = ChannelQueues(ScriptedChannel(pieces))
    let exchange = PublicKeyExchange(queues)
    let list = PublicKeyRequest(PublicKeyPacket.list(), wantsKeys: true)
    let removal = PublicKeyRequest(PublicKeyPacket.remove(algorithm: "ssh-rsa", blob: [1]))
    exchange.begin(list)
    exchange.begin(removal)
    _ = drive(queues) { () throws(SSHError) -> Progress<Void> in
        _ = exchange.advance()
        return list.result != nil && removal.result != nil ? .done(()) : .wouldBlock
    }
    require(list.result != nil && removal.result != nil, "a request has no result when the server has ended")
}

/// Turns a protocol until it has ended or the peer has no more to say; what it gave, nil where it failed.
func drive<Value>(_ queues: ChannelQueues, _ step: () throws(SSHError) -> Progress<Value>) -> Value? {
    var isLast = false
    do throws(SSHError) {
        while true {
            let before = queues.output.count
            if case .done(let value) = try step() { return value }
            // Everything has come, and was looked at once more.
            if isLast { return nil }
            let hasMoved = try queues.drain() || queues.output.count != before
            isLast = !hasMoved && queues.channel.hasReachedEOF
        }
    } catch {
        return nil
    }
}
