@testable import SwiftSSH

/// Packets of an SFTP server one by one, as answers to whatever was asked.
let sftpReplyTarget = FuzzTarget(name: "sftp-reply") { input in
    var bytes = input
    let expectations: [SFTPRequest.Expectation] = [
        .success, .handle, .data(atMost: 100), .names, .name, .attributes, .extended,
    ]
    let expectation = expectations[Int(bytes.takeFirst()) % expectations.count]
    bytes.withUnsafeBytes { buffer in
        guard let packet = (try? SFTPPacket(buffer)) ?? nil else { return }
        require(packet.count <= buffer.count && packet.body.count == packet.count - 5, "a packet of the wrong size")
        var reader = RawWireReader(packet.body)
        guard reader.uint32() != nil else { return }
        let before = reader
        guard let reply = try? SFTPReply(packet, &reader, to: expectation, SFTPBlockPool()) else { return }
        check(reply, before, rest: reader.remaining)
    }
    bytes.withUnsafeBytes { buffer in
        var reader = RawWireReader(buffer)
        _ = SFTPAttributes(&reader)
    }
    _ = SFTPStatVFS(bytes)
    _ = SFTPLimits(bytes).map { limits in
        require((1...(1 << 18)).contains(limits.bytesPerRead), "reads of \(limits.bytesPerRead) bytes")
        require((1...(1 << 18)).contains(limits.bytesPerWrite), "writes of \(limits.bytesPerWrite) bytes")
    }
}

/// What was read is what is written.
private func check(_ reply: SFTPReply, _ before: RawWireReader, rest: Int) {
    var reader = before
    var writer = WireWriter()
    switch reply {
    case .handle(let handle):
        require(handle.count <= SFTPPacket.longestHandle, "too long a handle")
        writer.string(handle)
    case .data(let block):
        require((1...100).contains(block.count), "data that was not asked for")
        writer.string(Array(block.bytes))
    case .names(let names):
        writer.uint32(UInt32(clamping: names.count))
        for name in names {
            guard isKnown(name.attributes, name: name) else { return }
            writer.string(name.filename)
            writer.string(name.longname)
            writer.attributes(name.attributes)
        }
    case .attributes(let attributes):
        guard isKnown(attributes, name: nil) else { return }
        writer.attributes(attributes)
    case .extended(let content): writer.raw(content)
    case .status: return
    }
    let taken = before.remaining - rest
    let read = Array(reader.rest().prefix(taken))
    // Flags that say nothing, and a list of other attributes that is empty, are not written again.
    guard read.count == writer.bytes.count else { return }
    if case .data = reply { require(read == writer.bytes, "what was read is not what is written") }
    if case .handle = reply { require(read == writer.bytes, "what was read is not what is written") }
    if case .extended = reply { require(read == writer.bytes, "what was read is not what is written") }
}

private func isKnown(_ attributes: SFTPAttributes, name: SFTPName?) -> Bool {
    _ = attributes.kind
    _ = name.map { String(escaping: $0.filename) }
    return attributes.extended.count < 1000
}

/// A server's greeting, in pieces.
let sftpGreetingTarget = FuzzTarget(name: "sftp-greeting") { input in
    var bytes = input
    let pieces = bytes.pieces(bytes.takeFirst())
    let queues = ChannelQueues(ScriptedChannel(pieces))
    var greeting = SFTPGreeting()
    _ = drive(queues) { () throws(SSHError) -> Progress<Void> in
        guard try queues.send(&greeting.unsent) else { return .wouldBlock }
        while let packet = try SFTPPacket(queues.output.bytes) {
            let isOver = try greeting.take(packet)
            queues.output.removeFirst(packet.count)
            if isOver { return .done(()) }
        }
        return .wouldBlock
    }
    _ = greeting.server.offers(.fsync)
}

/// A server that sends anything while requests of every kind, a reader, a writer and a listing wait for it.
let sftpExchangeTarget = FuzzTarget(name: "sftp-exchange") { input in
    var bytes = input
    let steps = (0..<8).map { _ in bytes.takeFirst() }
    let pieces = bytes.pieces(bytes.takeFirst())
    let exchange = ScriptedExchange(pieces, SFTPServer())
    let file = SFTPFile(exchange.exchange, Array("handle".utf8), "/file")
    var pendings: [SFTPPending] = []
    for step in steps {
        exchange.act(step, on: file, &pendings)
        exchange.turn()
    }
    while !exchange.queues.hasEnded(stream: 0) { exchange.turn() }
    // Everything has come: the server has ended, and nothing may wait for it any more.
    exchange.turn()
    require(exchange.exchange.failure != nil, "the end was not noticed")
    for pending in pendings where !pending.isAbandoned { require(pending.result != nil, "a request has no result") }
    let isClosed = drive(exchange.queues) { () throws(SSHError) in try file.close() } != nil
    require(!isClosed || file.isClosed, "a close that is none")
}

/// An SFTP exchange over a scripted channel.
struct ScriptedExchange {
    let engine = ScriptedEngine()
    let channel: ScriptedChannel
    let queues: ChannelQueues
    let exchange: SFTPExchange

    init(_ pieces: [ArraySlice<UInt8>], _ server: SFTPServer, bytesInFlight: Int = 64 << 10) {
        channel = ScriptedChannel(pieces)
        queues = ChannelQueues(channel)
        exchange = SFTPExchange(queues, server, engine, bytesInFlight: bytesInFlight, wake: {})
        queues.consumer = exchange
    }

    /// Lets the exchange send, and takes in some of what came.
    func turn() {
        exchange.advance()
        _ = try? queues.drain()
        exchange.advance()
    }

    /// Does one of the things that callers do.
    fileprivate func act(_ step: UInt8, on file: SFTPFile, _ pendings: inout [SFTPPending]) {
        let requests: [SFTPRequest] = [
            .stat("/a"), .open("/a", .read, SFTPAttributes()), .opendir("/a"), .readdir([1]), .realpath("."),
            .readlink("/a"), .read([1], offset: 5, count: 100), .remove("/a"), .limits(),
        ]
        switch step % 16 {
        case 9: _ = try? file.listing.take()
        case 10, 11:
            withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
                guard case .done(let count)? = try? file.read(into: buffer) else { return }
                require(count <= buffer.count, "more was read than there is room for")
            }
        case 12: [UInt8](repeating: step, count: 5000).withUnsafeBytes { _ = try? file.write($0) }
        case 13: _ = try? file.flush()
        case 14: file.seek(to: UInt64(step))
        case 15: pendings.popLast().map { exchange.abandon($0) }
        case let number:
            if let pending = try? exchange.begin(requests[Int(number) % requests.count]) { pendings.append(pending) }
        }
    }
}
