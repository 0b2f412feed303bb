@testable import SwiftSSH

/// A server that is right, and as odd as it may be: replies in any order, short, in pieces. What is read and written must be right.
let sftpOrderTarget = FuzzTarget(name: "sftp-order") { input in
    var choices = input[...]
    let size = 1 + Int(choices.popFirst() ?? 0) * 40
    let block = 64 + Int(choices.popFirst() ?? 0) * 100
    var server = SFTPServer()
    server.limits = SFTPLimits(readLength: UInt64(block) * 4, writeLength: UInt64(block))
    let scripted = ScriptedExchange([], server, bytesInFlight: 32 << 10)
    scripted.channel.isOpen = true
    let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
    var store = OddServer(content: content)

    let reader = SFTPFile(scripted.exchange, [1], "/file")
    let writer = SFTPFile(scripted.exchange, [2], "/copy")
    var copied: [UInt8] = []
    var unwritten: ArraySlice<UInt8> = []
    var isAtEnd = false
    var turns = 0
    while !isAtEnd || !unwritten.isEmpty {
        turns += 1
        require(turns < 100_000, "it does not come to an end")
        do throws(SSHError) {
            if unwritten.isEmpty, let more = try read(reader, block) {
                isAtEnd = more.isEmpty
                copied += more
                unwritten = more
            }
            unwritten = unwritten.dropFirst(try write(writer, unwritten))
        } catch {
            fatalError("an honest server is refused: \(error)")
        }
        scripted.serve(&store, &choices)
    }
    require(copied == content, "what was read is not what the server has")
    while true {
        turns += 1
        require(turns < 100_000, "it does not come to an end")
        do throws(SSHError) {
            if case .done = try writer.close() { break }
        } catch {
            fatalError("an honest server is refused: \(error)")
        }
        scripted.serve(&store, &choices)
    }
    require(store.copy == content, "what was written is not what the server has")
}

private func read(_ file: SFTPFile, _ count: Int) throws(SSHError) -> ArraySlice<UInt8>? {
    var buffer = [UInt8](repeating: 0, count: count)
    var result: Result<Progress<Int>, SSHError> = .success(.wouldBlock)
    buffer.withUnsafeMutableBytes { memory in
        do throws(SSHError) {
            result = .success(try file.read(into: memory))
        } catch {
            result = .failure(error)
        }
    }
    guard case .done(let read) = try result.get() else { return nil }
    return buffer.prefix(read)
}

private func write(_ file: SFTPFile, _ bytes: ArraySlice<UInt8>) throws(SSHError) -> Int {
    var result: Result<Int, SSHError> = .success(0)
    bytes.withUnsafeBytes { memory in
        do throws(SSHError) {
            file.writing.collect()
            result = .success(try file.write(memory))
        } catch {
            result = .failure(error)
        }
    }
    return try result.get()
}

/// Two files and the replies that have not been sent.
private struct OddServer {
    let content: [UInt8]
    var copy: [UInt8] = []
    var replies: [[UInt8]] = []

    /// Takes a request in.
    mutating func take(_ packet: ArraySlice<UInt8>, cut: UInt8) {
        var reader = WireReader(packet)
        guard let type = reader.byte(), let identifier = reader.uint32() else {
            fatalError("a request without a number")
        }
        var reply = WireWriter()
        guard reader.string() != nil else { fatalError("a request without a handle") }
        if type == SFTPPacketType.read, let offset = reader.uint64(), let count = reader.uint32() {
            let data = content.dropFirst(Int(clamping: offset)).prefix(Int(count))
            reply.byte(data.isEmpty ? SFTPPacketType.status : SFTPPacketType.data)
            reply.uint32(identifier)
            if data.isEmpty {
                reply.uint32(SFTPStatus.endOfFile.rawValue)
            } else {
                reply.string(data.prefix(cut < 128 ? data.count : 1 + data.count * Int(cut - 128) / 256))
            }
        } else {
            if type == SFTPPacketType.write, let offset = reader.uint64(), let data = reader.string() {
                let end = Int(offset) + data.count
                if copy.count < end { copy += [UInt8](repeating: 0, count: end - copy.count) }
                copy.replaceSubrange(Int(offset)..<end, with: data)
            }
            reply.byte(SFTPPacketType.status)
            reply.uint32(identifier)
            reply.uint32(SFTPStatus.ok.rawValue)
        }
        var packet = WireWriter()
        packet.string(reply.bytes)
        replies.append(packet.bytes)
    }
}

extension ScriptedExchange {
    /// Lets the server take in what was sent, and send some of its replies, as the input chooses.
    fileprivate func serve(_ server: inout OddServer, _ choices: inout ArraySlice<UInt8>) {
        turn()
        var reader = WireReader(channel.written)
        while let packet = reader.stringSlice() { server.take(packet, cut: choices.popFirst() ?? 0) }
        channel.written = Array(reader.rest())
        let choice = choices.popFirst() ?? 1
        for _ in 0..<(1 + Int(choice & 7)) where !server.replies.isEmpty {
            let reply = server.replies.remove(at: Int(choice) % server.replies.count)
            channel.send(reply.pieces(choice & 64 == 0 ? 0 : choice))
        }
        turn()
    }
}
