import Testing

@testable import SwiftSSH

/// A reply as a server sends it, with its length.
func packet(_ type: UInt8, _ identifier: UInt32? = 1, _ body: (inout WireWriter) -> Void = { _ in }) -> [UInt8] {
    var content = WireWriter()
    content.byte(type)
    if let identifier { content.uint32(identifier) }
    body(&content)
    var packet = WireWriter()
    packet.string(content.bytes)
    return packet.bytes
}

@Suite("The protocol of SFTP, without a channel")
struct SFTPProtocolTests {
    private static let attributes = SFTPAttributes(
        size: 1 << 40, owner: .init(user: 1, group: 2), permissions: 0o100644, times: .init(access: 3, modification: 4),
        extended: [.init(type: Array("a@b".utf8), value: [0, 255])])

    /// One reply of each kind, with what it answers.
    private static let replies: [(bytes: [UInt8], expectation: SFTPRequest.Expectation)] = [
        (
            packet(SFTPPacketType.status) { writer in
                writer.uint32(2)
                writer.string("No such file")
                writer.string("en")
            }, .success
        ),
        (packet(SFTPPacketType.handle) { $0.string([1, 2, 3, 4]) }, .handle),
        (packet(SFTPPacketType.data) { $0.string([UInt8](repeating: 9, count: 100)) }, .data(atMost: 100)),
        (
            packet(SFTPPacketType.name) { writer in
                writer.uint32(2)
                for name in ["one", "two"] {
                    writer.string(name)
                    writer.string("-rw-r--r-- " + name)
                    writer.attributes(attributes)
                }
            }, .names
        ),
        (packet(SFTPPacketType.attributes) { $0.attributes(attributes) }, .attributes),
        (packet(SFTPPacketType.extendedReply) { $0.uint64(5) }, .extended),
    ]

    private func parse(_ bytes: [UInt8], _ expectation: SFTPRequest.Expectation) throws -> SFTPReply? {
        try bytes.withUnsafeBytes { memory in
            guard let packet = try SFTPPacket(memory) else { return nil }
            var reader = RawWireReader(packet.body)
            _ = reader.uint32()
            return try SFTPReply(packet, &reader, to: expectation, SFTPBlockPool())
        }
    }

    @Test("sftp.lies-are-noticed: a packet that has not come whole is waited for, one that is cut within is told")
    func truncated() throws {
        for (bytes, expectation) in Self.replies {
            #expect(try parse(bytes, expectation) != nil)
            for count in 0..<bytes.count {
                #expect(try parse(Array(bytes[..<count]), expectation) == nil)
                guard count >= 9 else { continue }
                // The same with a length that is right for the bytes: the content is what is cut.
                var shorter = Array(bytes[4..<count])
                shorter = withUnsafeBytes(of: UInt32(shorter.count).bigEndian) { Array($0) } + shorter
                // What an extension says is for who knows it; a status may stand without words or their language.
                if expectation == .extended || (expectation == .success && (count == 13 || count >= 29)) { continue }
                #expect(failure(of: { try parse(shorter, expectation) })?.code == .sftpProtocol)
            }
        }
    }

    @Test("sftp.lies-are-noticed: random bytes and random changes give a value or an error, and nothing else")
    func random() throws {
        var random = Randomness(seed: 4)
        let expectations: [SFTPRequest.Expectation] = Self.replies.map(\.expectation) + [.name]
        for _ in 0..<3000 {
            for (bytes, _) in Self.replies {
                var changed = bytes
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    changed[Int.random(in: 4..<changed.count, using: &random)] = UInt8.random(
                        in: 0...255, using: &random)
                }
                for expectation in expectations { _ = try? parse(changed, expectation) }
            }
            let noise = random.bytes(Int.random(in: 0...64, using: &random))
            for expectation in expectations { _ = try? parse(noise, expectation) }
        }
    }

    @Test(
        "sftp.lies-are-noticed: lengths and counts that the bytes do not back are refused, and nothing is set aside for them"
    )
    func hostileLengths() throws {
        let cases: [(bytes: [UInt8], expectation: SFTPRequest.Expectation, words: String)] = [
            ([255, 255, 255, 240, 103], .data(atMost: 10), "4294967280 bytes"),
            ([0, 0, 0, 0], .success, "0 bytes"),
            ([0, 8, 0, 0, 103], .data(atMost: 10), "524288 bytes"),
            (Array("Welcome to this machine!".utf8), .success, "text"),
            (packet(SFTPPacketType.name) { $0.uint32(1 << 31) }, .names, "NAME"),
            (packet(SFTPPacketType.name) { $0.uint32(0) }, .name, "0 names"),
            (packet(SFTPPacketType.data) { $0.uint32(0xFFFF_FFFF) }, .data(atMost: 10), "DATA"),
            (
                packet(SFTPPacketType.data) { $0.string([UInt8](repeating: 1, count: 11)) }, .data(atMost: 10),
                "11 bytes"
            ),
            (packet(SFTPPacketType.data) { $0.string([UInt8]()) }, .data(atMost: 10), "0 bytes"),
            (packet(SFTPPacketType.handle) { $0.string([UInt8](repeating: 1, count: 257)) }, .handle, "257"),
            (packet(SFTPPacketType.status) { $0.uint32(0) }, .handle, "success"),
            (packet(SFTPPacketType.handle) { $0.string([1]) }, .attributes, "HANDLE"),
            (packet(77), .success, "77"),
            (
                packet(SFTPPacketType.attributes) { writer in
                    writer.uint32(0x8000_0000)
                    writer.uint32(0xFFFF_FFFF)
                }, .attributes, "ATTRS"
            ),
        ]
        for (bytes, expectation, words) in cases {
            let error = failure(of: { try parse(bytes, expectation) })
            #expect(
                error?.code == .sftpProtocol && error?.message.contains(words) == true, "\(String(describing: error))")
        }
    }

    @Test("sftp.extended-attributes: attributes and statuses that nobody knows are kept")
    func unknown() throws {
        let reply = try parse(packet(SFTPPacketType.status) { $0.uint32(4711) }, .handle)
        guard case .status(let status, let text)? = reply else {
            throw ProcessFailure(command: [], reason: "no status")
        }
        #expect(status.rawValue == 4711 && text.isEmpty)
        #expect(try parse(Self.replies[4].bytes, .attributes)?.attributes == Self.attributes)
        #expect(Self.attributes.isRegularFile && !Self.attributes.isDirectory)
    }

    @Test("Requests are written as the draft has them, and as OpenSSH has them where it differs")
    func requests() {
        let queue = ByteQueue()
        SFTPRequest.open("/f", [.read, .append], SFTPAttributes(permissions: 0o600)).encode(7, into: queue)
        #expect(
            Array(queue.bytes) == [
                0, 0, 0, 23, 3, 0, 0, 0, 7, 0, 0, 0, 2, 47, 102, 0, 0, 0, 5, 0, 0, 0, 4, 0, 0, 1, 128,
            ])
        queue.removeAll()
        SFTPRequest.write([9], offset: 1 << 32, count: 3).encode(1, into: queue)
        #expect(
            Array(queue.bytes) == [
                0, 0, 0, 25, 6, 0, 0, 0, 1, 0, 0, 0, 1, 9, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3,
            ])
        let link = SFTPRequest.symlink("l", to: "t", isTargetFirst: false)
        #expect(link.body == [0, 0, 0, 1, 108, 0, 0, 0, 1, 116])
        #expect(SFTPRequest.symlink("l", to: "t", isTargetFirst: true).body == [0, 0, 0, 1, 116, 0, 0, 0, 1, 108])
    }

    @Test("A server's greeting is read, and one of another version or without sense is refused")
    func greeting() throws {
        func take(_ bytes: [UInt8], _ greeting: inout SFTPGreeting) throws -> Bool {
            try bytes.withUnsafeBytes { memory in
                let packet = try #require(try SFTPPacket(memory))
                return try greeting.take(packet)
            }
        }
        var plain = SFTPGreeting()
        #expect(plain.unsent == [0, 0, 0, 5, 1, 0, 0, 0, 3])
        #expect(try take(packet(SFTPPacketType.version, 3), &plain))
        #expect(plain.server.limits.bytesPerRead == 32768 && plain.server.limits.bytesPerWrite == 32768)
        var full = SFTPGreeting()
        let offers = packet(SFTPPacketType.version, 3) { writer in
            writer.string("limits@openssh.com")
            writer.string("1")
        }
        #expect(try !take(offers, &full))
        #expect(full.unsent.count == 4 + 5 + 4 + 18)
        let limits = packet(SFTPPacketType.extendedReply, 0) { writer in
            for number: UInt64 in [262_144, 261_120, 1 << 60, 1000] { writer.uint64(number) }
        }
        #expect(try take(limits, &full))
        #expect(full.server.limits.bytesPerRead == 261_120 && full.server.limits.bytesPerWrite == 261_120)
        var fresh = SFTPGreeting()
        #expect(
            failure(of: { try take(packet(SFTPPacketType.version, 2), &fresh) })?.message.contains("version 2") == true)
        #expect(failure(of: { try take(packet(SFTPPacketType.status, 3), &fresh) })?.message.contains("STATUS") == true)
        let cut = packet(SFTPPacketType.version, 3) { $0.uint32(5) }
        #expect(failure(of: { try take(cut, &fresh) })?.message.contains("VERSION") == true)
    }

    @Test("Paths are bytes, and text of them is safe to show")
    func paths() {
        let path = RemotePath(bytes: [47, 0xFF, 27])
        #expect(path.text == nil && path.description == "/\\xff\\u{1b}")
        #expect(RemotePath("dir").appending(Array("a".utf8)) == "dir/a")
        #expect(RemotePath("dir/").appending(Array("a".utf8)) == "dir/a")
        #expect(failure(of: { try RemotePath(bytes: [1, 0]).check() })?.code == .invalidArgument)
    }
}
