import Testing

@testable import SwiftSSH

@Suite("Hosts that an authority vouches for")
struct HostCertificateTests {
    private let scratch: TemporaryDirectory
    private let fixture: Fixture
    private static let isNative = EngineChoice.underTest == .native

    init() throws {
        scratch = try TemporaryDirectory()
        fixture = try Fixture.shared.get()
    }

    /// A server with a certificate that the fixture's RSA user key has signed for some names.
    private func server(_ names: String, _ validity: String = "+1h") throws -> ClientServer {
        let key = try scratch.write(runProcess(["cat", fixture.key("host_ed25519.pub")]).output, to: "host.pub")
        try runProcessChecked(
            ["ssh-keygen", "-q", "-h", "-s", fixture.key("client_rsa"), "-I", "host", "-n", names, "-V", validity, key])
        return try ClientServer([
            "HostCertificate \(scratch.path("host-cert.pub"))",
            "HostKeyAlgorithms ssh-ed25519,ssh-ed25519-cert-v01@openssh.com",
        ])
    }

    private func authority(_ key: String = "client_rsa", host: String = "*") throws -> String {
        try scratch.line(of: fixture.key(key), host: host, marker: "@cert-authority ")
    }

    @Test(
        "client.host-certificate: the certificate is asked for and accepted, or the engine that has none knows nobody")
    func accepted() throws {
        let server = try server("127.0.0.1")
        let line = try authority()
        for policy in [HostKeyPolicy.strict(files: [line]), .acceptNew(files: [line])] {
            guard Self.isNative else {
                if case .strict = policy {
                    #expect(failure { try server.client { $0.hostKeys = policy } }?.code == .hostKeyUnknown)
                }
                continue
            }
            let client = try server.client { $0.hostKeys = policy }
            #expect(client.session.hostKey?.type == "ssh-ed25519-cert-v01@openssh.com")
            #expect(try client.run("echo in").standardOutput == Array("in\n".utf8))
            // Nothing was added: the authority is enough.
            let known = KnownHosts()
            try known.readFile(line)
            #expect(known.entries.count == 1)
        }
    }

    @Test("client.host-certificate: one for another name, one that is over and one of another authority are not enough")
    func refused() throws {
        let line = try authority()
        let other = try authority("client_ecdsa_256")
        for (names, validity, file) in [
            ("example.org", "+1h", line), ("127.0.0.1", "20200101:20200102", line), ("127.0.0.1", "+1h", other),
        ] {
            let server = try server(names, validity)
            let error = failure { try server.client { $0.hostKeys = .strict(files: [file]) } }
            #expect(error?.code == .hostKeyUnknown)
        }
    }

    @Test(
        "client.host-certificate: an authority for other hosts changes nothing, and a known key is known with a certificate around it"
    )
    func others() throws {
        let server = try server("127.0.0.1")
        let line = try authority(host: "*.example.org")
        let known = try server.client { $0.hostKeys = .strict(files: [line, server.fixture["known_hosts"]]) }
        #expect(known.session.hostKey?.type == "ssh-ed25519")
        let unrelated = try authority("client_ecdsa_256")
        let client = try server.client { $0.hostKeys = .strict(files: [unrelated, server.fixture["known_hosts"]]) }
        #expect(client.session.hostKey?.type == (Self.isNative ? "ssh-ed25519-cert-v01@openssh.com" : "ssh-ed25519"))
    }

    @Test("A host whose certificate nobody vouches for is written down by its key")
    func added() throws {
        let server = try server("127.0.0.1")
        let file = try authority("client_ecdsa_256")
        let client = try server.client { $0.hostKeys = .acceptNew(files: [file]) }
        #expect(client.isConnected)
        let text = String(decoding: try runProcess(["cat", file]).output, as: UTF8.self)
        #expect(text.split(separator: "\n").count == 2 && !text.contains("cert-v01"))
        #expect(try server.client { $0.hostKeys = .strict(files: [file]) }.isConnected)
    }
}
