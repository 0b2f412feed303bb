import Testing

@testable import SwiftSSH

@Suite struct KnownHostsCertificateTests {
    /// An authority, a host's key and certificates of it, by the real `ssh-keygen`.
    private struct Authority {
        let directory: TemporaryDirectory
        let line: String
        let hostKey: HostKey

        init(_ kind: KeyFixtures.Kind) throws {
            directory = try TemporaryDirectory()
            let fixtures = try KeyFixtures.shared.get()
            try directory.write(fixtures.openSSH(kind), to: "authority")
            try directory.write(fixtures.publicLine(.ecdsa256), to: "host.pub")
            line = String(decoding: fixtures.publicLine(kind), as: UTF8.self)
            hostKey = HostKey(blob: fixtures.blob(.ecdsa256))
        }

        func certificate(_ arguments: [String]) throws -> HostKey {
            try runProcessChecked(
                ["ssh-keygen", "-q", "-s", directory.path("authority"), "-I", "test"] + arguments
                    + [directory.path("host.pub")])
            let line = try PublicKey(line: try directory.read("host-cert.pub"))
            return HostKey(blob: line.blob)
        }
    }

    @Test(
        "knownhost.certificate: a host's certificate is good when a listed authority signed it for that host and time")
    func certificates() throws {
        for kind in [KeyFixtures.Kind.ed25519, .rsa, .ecdsa521] {
            let authority = try Authority(kind)
            let hosts = try KnownHostsSupport.list(["@cert-authority *.example.com,[*.example.com]:* \(authority.line)"]
            )
            func verdict(_ key: HostKey, _ host: String = "a.example.com", _ port: UInt16 = 22) throws -> String {
                try hosts.check(host: host, port: port, key: key).name
            }
            let good = try authority.certificate(["-h", "-n", "a.example.com,b.example.com"])
            #expect(try verdict(good) == "match")
            #expect(try verdict(good, "B.example.com", 2222) == "match")
            #expect(try verdict(good, "c.example.com") == "notFound")
            #expect(try verdict(good, "elsewhere") == "notFound")
            #expect(try verdict(authority.hostKey) == "notFound")
            #expect(try verdict(authority.certificate(["-h"])) == "match")
            #expect(try verdict(authority.certificate(["-n", "a.example.com"])) == "notFound")
            #expect(try verdict(authority.certificate(["-h", "-V", "20200101:20200102"])) == "notFound")
            #expect(try verdict(authority.certificate(["-h", "-V", "20990101:20990102"])) == "notFound")
            for index in good.blob.indices.suffix(40) + [60, 200] {
                var damaged = good.blob
                damaged[index] ^= 1
                #expect(try verdict(HostKey(blob: damaged)) == "notFound")
                #expect(try verdict(HostKey(blob: Array(good.blob.prefix(index)))) == "notFound")
            }
            // Without a word of the authority, the key in it counts as any other.
            let plain = try KnownHostsSupport.list(["c.example.com \(KnownHostsSupport.text(authority.hostKey))"])
            #expect(try plain.check(host: "c.example.com", key: good).name == "match")
            // Revoking the authority or the key revokes the certificate.
            for line in [authority.line, KnownHostsSupport.text(authority.hostKey)] {
                let entry = try #require(try hosts.readLine("@revoked * \(line)"))
                #expect(try hosts.check(host: "a.example.com", key: good) == .revoked(entry))
                try hosts.delete(entry)
            }
        }
    }
}
