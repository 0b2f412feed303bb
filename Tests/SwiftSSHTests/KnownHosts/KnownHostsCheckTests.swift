import Testing

@testable import SwiftSSH

@Suite struct KnownHostsCheckTests {
    private let good = KnownHostsSupport.key(1)
    private let other = KnownHostsSupport.key(2)

    private func verdict(_ lines: [String], _ host: String, _ port: UInt16? = 22, _ key: HostKey) throws -> String {
        try KnownHostsSupport.list(lines).check(host: host, port: port, key: key).name
    }

    @Test("knownhost.verdicts: match, mismatch with file and line, not found")
    func verdicts() throws {
        let content =
            "# first\nalpha \(KnownHostsSupport.text(good)) a comment\nbeta \(KnownHostsSupport.text(other))\n"
            + "alpha \(KnownHostsSupport.text(KnownHostsSupport.key(3, type: "new-type@example.com")))\n"
        let directory = try TemporaryDirectory()
        let path = try directory.write(Array(content.utf8), to: "known_hosts")
        let hosts = KnownHosts()
        #expect(try hosts.readFile(path) == KnownHosts.Reading(entryCount: 3, notUnderstood: []))
        guard case .match(let match) = try hosts.check(host: "ALPHA", key: good) else {
            Issue.record("no match")
            return
        }
        #expect(match.lineNumber == 2)
        #expect(match.names == "alpha")
        #expect(match.key == good)
        #expect(match.comment == "a comment")
        #expect(match.fingerprint == good.fingerprint)
        let mismatch = try hosts.check(host: "alpha", key: other)
        guard case .mismatch(let entries) = mismatch else {
            Issue.record("no mismatch")
            return
        }
        #expect(entries.map(\.lineNumber) == [2, 4])
        #expect(entries.map(\.file) == [path, path])
        #expect(entries.map(\.keyType) == ["ssh-ed25519", "new-type@example.com"])
        #expect(mismatch.description.contains("\(path):2"))
        #expect(mismatch.description.contains(good.fingerprint ?? "?"))
        #expect(try hosts.check(host: "gamma", key: good) == .notFound)
        #expect(try hosts.entries(host: "alpha").map(\.lineNumber) == [2, 4])
    }

    @Test("knownhost.ports: a line says [host]:port, and one without a port is good for every port")
    func ports() throws {
        let lines = ["alpha \(KnownHostsSupport.text(good))", "[alpha]:2222 \(KnownHostsSupport.text(other))"]
        #expect(try verdict(lines, "alpha", 22, good) == "match")
        #expect(try verdict(lines, "alpha", 2222, other) == "match")
        #expect(try verdict(lines, "alpha", 2222, good) == "match")
        #expect(try verdict(lines, "alpha", 22, other) == "mismatch")
        #expect(try verdict(lines, "alpha", 2223, good) == "match")
        #expect(try verdict(lines, "alpha", 2223, other) == "notFound")
        #expect(try verdict(lines, "[alpha]:2222", nil, other) == "match")
        #expect(try verdict(lines, "[alpha]", 2222, other) == "match")
        #expect(try verdict(["[::1]:2222,::2 \(KnownHostsSupport.text(good))"], "::1", 2222, good) == "match")
        #expect(try verdict(["[::1]:2222,::2 \(KnownHostsSupport.text(good))"], "::2", 22, good) == "match")
        #expect(try verdict(["[alpha]:22 \(KnownHostsSupport.text(good))"], "alpha", 22, good) == "match")
    }

    @Test("knownhost.patterns: several names, * and ? and ! name hosts as in OpenSSH")
    func patterns() throws {
        let text = KnownHostsSupport.text(good)
        let cases: [(names: String, host: String, isNamed: Bool)] = [
            ("alpha,beta", "beta", true), ("alpha,beta", "alp", false), (",alpha,,beta,", "beta", true),
            ("*.example.com", "a.example.com", true), ("*.example.com", "example.com", false),
            ("*.example.com,!bad.example.com", "bad.example.com", false), ("!bad*,*", "good", true),
            ("!alpha", "beta", false), ("h?st", "host", true), ("h?st", "hst", false), ("*", "x", true),
            ("h**t", "ht", true), ("*a*a*a*a*b", String(repeating: "a", count: 2000), false),
            ("HOST", "host", true), ("*", "[host]:2222", true), ("[*]:2222", "[host]:2222", true), ("h", "h", true),
        ]
        for (names, host, isNamed) in cases {
            #expect(
                try verdict(["\(names) \(text)"], host, nil, good) == (isNamed ? "match" : "notFound"),
                "\(names), \(host)")
        }
    }

    @Test("knownhost.hashed: a hashed name names its host and no other")
    func hashed() throws {
        let hosts = KnownHosts()
        let entry = try hosts.add(host: "Alpha", port: 2222, key: good, hashed: true)
        #expect(entry.isHashed && entry.names == nil && entry.salt?.count == 20)
        #expect(try hosts.check(host: "alpha", port: 2222, key: good) == .match(entry))
        #expect(try hosts.check(host: "alpha", port: 2222, key: other) == .mismatch([entry]))
        #expect(try hosts.check(host: "alpha", port: 22, key: good) == .notFound)
        #expect(try entry.covers(host: "alpha", port: 2222))
        #expect(try !entry.covers(host: "alpha"))
        // As ssh-keygen wrote it once.
        let written = "|1|F1E1KeoE/eEWhi10WpGv4OdiO6Y=|3988QV0VE8wmZL7suNrYQLITLCg="
        let rfc = try KnownHostsSupport.list(["\(written) \(KnownHostsSupport.text(good))"])
        #expect(try rfc.check(host: "192.168.1.61", key: good).name == "match")
        #expect(try rfc.check(host: "192.168.1.62", key: good).name == "notFound")
    }

    @Test("knownhost.revoked: a revoked key is refused whatever other lines say")
    func revoked() throws {
        let text = KnownHostsSupport.text(good)
        #expect(try verdict(["alpha \(text)", "@revoked alpha \(text)"], "alpha", 22, good) == "revoked")
        #expect(try verdict(["@revoked * \(text)"], "alpha", 2222, good) == "revoked")
        #expect(try verdict(["@revoked alpha \(text)", "[alpha]:2222 \(text)"], "alpha", 2222, good) == "revoked")
        #expect(try verdict(["@revoked alpha \(text)"], "alpha", 22, other) == "notFound")
        #expect(try verdict(["alpha \(text)", "@revoked beta \(text)"], "alpha", 22, good) == "match")
    }

    @Test("knownhost.cert-authority: an authority's key is no host's key")
    func authorityIsNoHost() throws {
        let lines = ["@cert-authority * \(KnownHostsSupport.text(good))"]
        #expect(try verdict(lines, "alpha", 22, good) == "notFound")
        #expect(try verdict(lines, "alpha", 22, other) == "notFound")
        let hosts = try KnownHostsSupport.list(lines)
        #expect(hosts.entries.map(\.marker) == [.certificateAuthority])
        #expect(try hosts.entries(host: "alpha").isEmpty)
    }

    @Test("knownhost.bad-questions: a name that no line can hold is refused")
    func badNames() {
        for host in ["", "a b", "a,b", "a\nb", "[]"] {
            #expect(throws: SSHError.self) { try KnownHosts().check(host: host, key: good) }
        }
    }

    @Test("knownhost.many-hashed-lines: a host is found among thousands of hashed names")
    func many() throws {
        let hosts = KnownHosts()
        for number in 0..<2000 {
            try hosts.add(host: "host\(number)", key: KnownHostsSupport.key(number), hashed: true)
        }
        #expect(try hosts.check(host: "host1999", key: KnownHostsSupport.key(1999)).name == "match")
        #expect(try hosts.check(host: "host1999", key: KnownHostsSupport.key(7)).name == "mismatch")
        #expect(try hosts.check(host: "host2000", key: KnownHostsSupport.key(7)) == .notFound)
    }

    @Test("knownhost.session: a session without a handshake has no key to ask about")
    func sessionWithoutHandshake() throws {
        let session = try Session()
        let error = #expect(throws: SSHError.self) { try session.checkHostKey(in: KnownHosts(), host: "alpha") }
        #expect(error?.code == .badUse)
    }
}
