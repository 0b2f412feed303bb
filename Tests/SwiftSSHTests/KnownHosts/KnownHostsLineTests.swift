import Testing

@testable import SwiftSSH

@Suite struct KnownHostsLineTests {
    private let text = KnownHostsSupport.text(KnownHostsSupport.key(1))
    private let key = KnownHostsSupport.key(1)

    @Test("knownhost.not-understood: lines that are not understood are passed over, counted and kept")
    func notUnderstood() throws {
        let bad = [
            "alpha", "alpha ssh-ed25519", "alpha ssh-ed25519 AAAA", "alpha ssh-ed25519 %%%%",
            "alpha ssh-rsa \(text.split(separator: " ")[1])", "alpha 1024 35 1234567", "@unknown alpha \(text)",
            "@revoked @revoked alpha \(text)", "@revoked", "|1|abc|def \(text)", "|2|x \(text)", "alpha \(text)A",
            "|1|AAAA|AAAA \(text)", "|1| \(text)", "zero\0byte \(text)", "\u{1}", "@ \(text)",
        ]
        let content = bad.joined(separator: "\n") + "\nalpha \(text)\n"
        let (hosts, reading) = try KnownHostsSupport.read(content)
        #expect(reading.entryCount == 1)
        #expect(reading.notUnderstood.map(\.lineNumber) == Array(1...bad.count))
        #expect(reading.notUnderstood.allSatisfy { !$0.reason.isEmpty })
        #expect(hosts.notUnderstoodCount == bad.count)
        #expect(try hosts.check(host: "alpha", key: key).name == "match")
        let directory = try TemporaryDirectory()
        try hosts.writeFile(directory.path("written"))
        #expect(try directory.read("written") == Array(content.utf8))
        for line in bad {
            let error = #expect(throws: SSHError.self, "\(line)") { try KnownHosts().readLine(line) }
            #expect(error?.code == .knownHosts)
        }
    }

    @Test(
        "knownhost.odd-files: CR LF, a byte order mark, no last line feed, blanks, long lines and unknown types are read"
    )
    func oddFiles() throws {
        let long = (0..<20000).map { "host\($0)" }.joined(separator: ",")
        let unknown = KnownHostsSupport.key(2, type: "ssh-future")
        let content =
            "\u{FEFF}alpha \(text)\r\n\r\n  # comment\r\n\t b\t \(text) \t c d \r\n\n\(long) \(text)\n"
            + "x \(KnownHostsSupport.text(unknown))\nlast \(text)"
        let (hosts, reading) = try KnownHostsSupport.read(content)
        #expect(reading == KnownHosts.Reading(entryCount: 5, notUnderstood: []))
        for host in ["alpha", "b", "host0", "host19999", "last"] {
            #expect(try hosts.check(host: host, key: key).name == "match")
        }
        #expect(try hosts.check(host: "x", key: unknown).name == "match")
        #expect(hosts.entries.map(\.comment) == ["", "c d", "", "", ""])
        #expect(hosts.entries.map(\.lineNumber) == [1, 4, 6, 7, 8])
        let directory = try TemporaryDirectory()
        try hosts.writeFile(directory.path("written"))
        #expect(try directory.read("written") == Array((content.dropFirst() + "\n").utf8))
    }

    @Test("knownhost.lines: a line that is read is written as it was")
    func lines() throws {
        let hosts = KnownHosts()
        for line in ["alpha \(text)", "  @revoked\tbeta,!x  \(text)   c", "|1|\(hashedPart) \(text) \u{E9}"] {
            let entry = try #require(try hosts.readLine(line + "\r\n"))
            #expect(try hosts.writeLine(entry) == Array((line + "\n").utf8))
            #expect(entry.file == nil && entry.lineNumber == 0 && entry.location.isEmpty)
        }
        let latin1 = Array("alpha \(text) ".utf8) + [0xE9]
        #expect(try hosts.readLine(latin1)?.commentBytes == [0xE9])
        #expect(try hosts.readLine("# comment") == nil)
        #expect(try hosts.readLine("") == nil)
        #expect(hosts.entries.count == 4)
        #expect(throws: SSHError.self) { try hosts.readLine("alpha \(text)\nbeta \(text)") }
    }

    private var hashedPart: String {
        Base64.encode([UInt8](repeating: 1, count: 20)) + "|" + Base64.encode([UInt8](repeating: 2, count: 20))
    }

    @Test("knownhost.any-bytes: no line of whatever bytes does harm")
    func anyBytes() throws {
        var numbers = RepeatableNumbers(5)
        let pieces = [
            "alpha", " ", "\t", "@revoked", "@", "|1|", "|", "ssh-ed25519", text, "=", "#", "!", "*", ",", "\r", "\0",
        ]
        for _ in 0..<3000 {
            var line: [UInt8] = []
            for _ in 0..<Int.random(in: 0...6, using: &numbers) {
                line += Array(pieces.randomElement(using: &numbers)?.utf8 ?? "".utf8)
                if Bool.random(using: &numbers) { line.append(UInt8.random(in: 0...255, using: &numbers)) }
            }
            let hosts = KnownHosts()
            if let entry = try? hosts.readLine(line) {
                _ = (entry.names, entry.comment, entry.key, entry.description)
                _ = try hosts.check(host: "alpha", port: 2222, key: key)
            }
        }
    }

    @Test("knownhost.add: what is added is a line that reads back")
    func add() throws {
        let hosts = KnownHosts()
        let plain = try hosts.add(host: "Alpha", key: key, comment: "a b")
        #expect(try hosts.writeLine(plain) == Array("alpha \(text) a b\n".utf8))
        let port = try hosts.add(host: "::1", port: 2222, key: key)
        #expect(try hosts.writeLine(port) == Array("[::1]:2222 \(text)\n".utf8))
        let hashed = try hosts.add(host: "beta", key: key, hashed: true)
        let again = try KnownHostsSupport.list([String(decoding: try hosts.writeLine(hashed), as: UTF8.self)])
        #expect(try again.check(host: "beta", key: key).name == "match")
        for host in ["", "*", "a?", "!a", "a b", "a,b", "@revoked", "#a", "|1|x"] {
            #expect(throws: SSHError.self, "\(host)") { try hosts.add(host: host, key: key) }
        }
        for comment in ["a\nb", "a\rb", "a\0b"] {
            #expect(throws: SSHError.self) { try hosts.add(host: "a", key: key, comment: comment) }
        }
        #expect(throws: SSHError.self) { try hosts.add(host: "a", key: HostKey(blob: [1, 2, 3])) }
        #expect(hosts.entries == [plain, port, hashed])
    }

    @Test("knownhost.delete: an entry is deleted once")
    func delete() throws {
        let hosts = try KnownHostsSupport.list(["a \(text)", "b \(text)", "c \(text)"])
        let entries = hosts.entries
        try hosts.delete(entries[1])
        #expect(hosts.entries == [entries[0], entries[2]])
        #expect(hosts.entry(after: entries[1]) == entries[2])
        #expect(hosts.entry(after: nil) == entries[0])
        #expect(hosts.entry(after: entries[2]) == nil)
        #expect(entries[1].names == "b")
        for entry in [entries[1], try KnownHostsSupport.list(["b \(text)"]).entries[0]] {
            let error = #expect(throws: SSHError.self) { try hosts.delete(entry) }
            #expect(error?.code == .invalidArgument)
            #expect(throws: SSHError.self) { try hosts.writeLine(entry) }
        }
    }

    @Test("knownhost.iterate: the entries are told in their order")
    func iterate() throws {
        let (hosts, _) = try KnownHostsSupport.read("# x\na \(text)\njunk\n\nb \(text)\n")
        var names: [String?] = []
        var entry = hosts.entry(after: nil)
        while let current = entry {
            names.append(current.names)
            entry = hosts.entry(after: current)
        }
        #expect(names == ["a", "b"])
    }
}
