import Testing

@testable import SwiftSSH

/// What OpenSSH's `ssh-keygen` says of the same files.
@Suite struct KnownHostsAgreementTests {
    private static let hosts = [
        "alpha", "beta", "a", "x1", "host.example.com", "deep.host.example.com", "bad.example.com", "192.168.1.61",
        "::1", "[alpha]:2222", "[host.example.com]:2222", "[::1]:443", "nobody", "[beta]:22",
    ]
    private static let patterns = [
        "*", "?", "*.example.com", "!bad.example.com", "h*t*", "[*]:2222", "192.168.*", "!*", "x?", "*:*", "ALPHA",
        "Host.Example.com", "**", "!nobody",
    ]

    private struct Generator {
        var numbers: RepeatableNumbers

        mutating func pick<Element>(_ elements: [Element]) throws -> Element {
            try #require(elements.randomElement(using: &numbers))
        }

        mutating func line(_ number: Int, hasJunk: Bool) throws -> String {
            let text = KnownHostsSupport.text(KnownHostsSupport.key(number))
            let marker = try pick(["", "", "", "", "@revoked ", "@cert-authority "])
            let blank = try pick([" ", "\t", "  "])
            let comment = try pick(["", " comment", "  two words ", " # not a comment"])
            switch Int.random(in: 0..<10, using: &numbers) {
            case 0: return try pick(["", "# comment", "   ", "\t# alpha \(text)"])
            case 1 where hasJunk:
                return try pick([
                    "junk", "alpha junk", "@foo alpha \(text)", "|1|x|y \(text)", "@revoked @revoked a \(text)",
                ])
            case 2, 3, 4:
                let name = try HashedHostName(hiding: Array(pick(KnownHostsAgreementTests.hosts).utf8))
                return marker + String(decoding: name.text, as: UTF8.self) + blank + text + comment
            default:
                let all = KnownHostsAgreementTests.hosts + KnownHostsAgreementTests.patterns
                let count = Int.random(in: 1...3, using: &numbers)
                let names = try (0..<count).map { _ in try pick(all) }.joined(separator: ",")
                return try pick(["", " "]) + marker + names + blank + text + comment
            }
        }

        mutating func file(hasJunk: Bool) throws -> String {
            try (1...60).map { try line($0, hasJunk: hasJunk) }.joined(separator: "\n") + "\n"
        }
    }

    /// The lines that name a host, by `ssh-keygen -F`.
    private func foundLines(_ host: String, _ path: String) throws -> [Int] {
        let result = try runProcess(["ssh-keygen", "-F", host, "-f", path])
        return result.text.split(separator: "\n").filter { $0.hasPrefix("# Host \(host) found: line ") }.compactMap {
            Int($0.dropFirst("# Host \(host) found: line ".count).prefix { $0.isNumber })
        }
    }

    @Test("knownhost.agrees-with-ssh-keygen: ssh-keygen -F finds the same lines", arguments: 1...4)
    func find(seed: UInt64) throws {
        var generator = Generator(numbers: RepeatableNumbers(seed))
        let directory = try TemporaryDirectory()
        let path = try directory.write(Array(try generator.file(hasJunk: true).utf8), to: "known_hosts")
        let hosts = KnownHosts()
        let junk = Set(try hosts.readFile(path).notUnderstood.map(\.lineNumber))
        for host in Self.hosts {
            let ours = try hosts.entries.filter { try $0.covers(host: host, port: nil) }.map(\.lineNumber)
            #expect(try foundLines(host, path).filter { !junk.contains($0) } == ours, "\(host)")
        }
    }

    @Test("knownhost.agrees-with-ssh-keygen: what ssh-keygen -H hashes means the same", arguments: 5...7)
    func hash(seed: UInt64) throws {
        var generator = Generator(numbers: RepeatableNumbers(seed))
        let directory = try TemporaryDirectory()
        let path = try directory.write(Array(try generator.file(hasJunk: false).utf8), to: "known_hosts")
        func named(_ host: String) throws -> Set<[String]> {
            let hosts = KnownHosts()
            try hosts.readFile(path)
            let entries = try hosts.entries.filter { try $0.covers(host: host, port: nil) }
            return Set(entries.map { ["\($0.marker)", $0.fingerprint ?? ""] })
        }
        let before = try Self.hosts.map(named)
        try runProcessChecked(["ssh-keygen", "-H", "-f", path])
        let after = try Self.hosts.map(named)
        for (host, (old, new)) in zip(Self.hosts, zip(before, after)) { #expect(old == new, "\(host)") }
    }

    @Test(
        "knownhost.agrees-with-ssh-keygen: deleting and writing gives the file that ssh-keygen -R gives",
        arguments: 8...10)
    func remove(seed: UInt64) throws {
        var generator = Generator(numbers: RepeatableNumbers(seed))
        let content = Array(try generator.file(hasJunk: false).utf8)
        for host in Self.hosts {
            let directory = try TemporaryDirectory()
            let path = try directory.write(content, to: "known_hosts")
            let hosts = KnownHosts()
            try hosts.readFile(path)
            for entry in hosts.entries where entry.marker == .none {
                if try entry.covers(host: host, port: nil) { try hosts.delete(entry) }
            }
            try hosts.writeFile(directory.path("ours"))
            _ = try runProcess(["ssh-keygen", "-R", host, "-f", path])
            #expect(try directory.read("ours") == directory.read("known_hosts"), "\(host)")
        }
    }
}
