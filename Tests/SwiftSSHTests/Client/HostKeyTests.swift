import Glibc
import Testing

@testable import SwiftSSH

@Suite struct HostKeyTests {
    private let scratch: TemporaryDirectory

    init() throws {
        scratch = try TemporaryDirectory()
    }

    private func refusal(_ server: ClientServer, _ policy: HostKeyPolicy) -> SSHError? {
        failure { try server.client { $0.hostKeys = policy } }
    }

    @Test("client.host-key-known: a key that known_hosts lists is accepted, of whichever type it is.")
    func knows() throws {
        let server = try ClientServer()
        #expect(try server.client().isConnected)
        let all = "HostKeyAlgorithms ssh-ed25519,ecdsa-sha2-nistp256"
        let both = try ClientServer([all])
        for name in ["host_ed25519", "host_ecdsa"] {
            let key = try scratch.line(of: server.fixture.key(name), host: "[127.0.0.1]:\(both.port)")
            let client = try both.client { $0.hostKeys = .strict(files: [key]) }
            #expect(client.session.hostKey?.type.contains(name == "host_ecdsa" ? "ecdsa" : "ed25519") == true)
        }
    }

    @Test(
        "client.host-key-unknown: a host that nobody knows is refused before anything is sent to it, and the error says how to add it."
    )
    func isUnknown() throws {
        let server = try ClientServer()
        for files in [[], [scratch.path("missing")], [try scratch.write([], to: "empty")]] {
            let error = refusal(server, .strict(files: files))
            #expect(error?.code == .hostKeyUnknown)
            #expect(error?.phase == .hostKey)
            #expect(error?.hostKey?.presented == server.fixture["host_key_ed25519_fingerprint"])
            #expect(error?.hostKey?.expected == nil)
            let place = files.first ?? "~/.ssh/known_hosts"
            #expect(error?.message.contains("ssh-keyscan -p \(server.port) 127.0.0.1 >> \(place)\"") == true)
        }
        #expect(refusal(server, .listed(KnownHosts()))?.code == .hostKeyUnknown)
    }

    @Test(
        "client.host-key-mismatch: another key than the known one is refused with both fingerprints, the file and the line."
    )
    func mismatches() throws {
        let server = try ClientServer()
        let file = server.fixture["known_hosts_changed"]
        for policy in [HostKeyPolicy.strict(files: [file]), .acceptNew(files: [file])] {
            let error = refusal(server, policy)
            #expect(error?.code == .hostKeyMismatch)
            #expect(error?.path == file)
            #expect(error?.hostKey?.line == 1)
            let presented = server.fixture["host_key_ed25519_fingerprint"]
            #expect(error?.hostKey?.presented == presented)
            let expected = error?.hostKey?.expected ?? ""
            #expect(expected.hasPrefix("SHA256:") && expected != presented)
            #expect(error?.message.contains(presented) == true && error?.message.contains(expected) == true)
            #expect(error?.message.contains("\(file):1") == true)
        }
    }

    @Test("client.host-keys-listed: a list of known hosts in memory stands in the place of files.")
    func isListed() throws {
        let server = try ClientServer()
        let hosts = KnownHosts()
        _ = try hosts.readFile(server.fixture["known_hosts"])
        #expect(try server.client { $0.hostKeys = .listed(hosts) }.isConnected)
        let changed = KnownHosts()
        _ = try changed.readFile(server.fixture["known_hosts_changed"])
        #expect(refusal(server, .listed(changed))?.code == .hostKeyMismatch)
    }

    @Test("client.host-key-revoked: a revoked key is refused, whatever else is listed.")
    func isRevoked() throws {
        let server = try ClientServer()
        let line = try scratch.line(of: server.fixture.key("host_ed25519"), host: "*", marker: "@revoked ")
        for policy in [
            HostKeyPolicy.strict(files: [server.fixture["known_hosts"], line]), .acceptNew(files: [line]),
        ] {
            let error = refusal(server, policy)
            #expect(error?.code == .hostKeyRevoked)
            #expect(error?.path == line)
        }
    }

    @Test("client.host-key-accept-new: the key of a new host is written once, however many connect, and then known.")
    func acceptsNew() throws {
        let server = try ClientServer()
        let file = scratch.path("new/known_hosts")
        let clients = (0..<4).map { _ in
            Background { try server.client { $0.hostKeys = .acceptNew(files: [file]) }.isConnected }
        }
        for client in clients { #expect(try client.value()) }
        let written = String(decoding: try scratch.read("new/known_hosts"), as: UTF8.self)
        #expect(written.split(separator: "\n").count == 1)
        #expect(written.hasPrefix("[127.0.0.1]:\(server.port) ssh-ed25519 "))
        #expect(try server.client { $0.hostKeys = .strict(files: [file]) }.isConnected)
        var status = stat()
        #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test("client.host-key-pinned: one fingerprint is accepted and no other.")
    func isPinned() throws {
        let server = try ClientServer()
        let fingerprint = server.fixture["host_key_ed25519_fingerprint"]
        #expect(try server.client { $0.hostKeys = .fingerprint(fingerprint) }.isConnected)
        let error = refusal(server, .fingerprint("SHA256:" + String(repeating: "A", count: 43)))
        #expect(error?.code == .hostKeyMismatch)
        #expect(error?.hostKey?.presented == fingerprint)
        #expect(refusal(server, .fingerprint("MD5:00"))?.code == .invalidArgument)
    }

    @Test("client.host-key-callback: the caller may decide, and its failure is a refusal.")
    func isAsked() throws {
        let server = try ClientServer()
        let asked = Collected<PresentedHostKey>()
        let client = try server.client {
            $0.hostKeys = .callback { (presented) throws(SSHError) in
                asked.append(presented)
                return true
            }
        }
        #expect(client.isConnected)
        #expect(asked.values.first?.host == "127.0.0.1")
        #expect(asked.values.first?.port == server.port)
        #expect(asked.values.first?.key == client.session.hostKey)
        #expect(refusal(server, .callback { (_) throws(SSHError) in false })?.code == .hostKeyRefused)
        let error = refusal(server, .callback { (_) throws(SSHError) in throw SSHError(.callback, "lost") })
        #expect(error?.code == .callback)
    }

    @Test("client.host-key-trouble-is-refusal: a list that cannot be read accepts nobody.")
    func cannotRead() throws {
        let server = try ClientServer()
        let error = refusal(server, .strict(files: [server.fixture["known_hosts"], scratch.path]))
        #expect(error?.code == .file)
        #expect(error?.path == scratch.path)
    }

    @Test("client.host-key-insecure: everything is accepted only by the name that says so.")
    func isInsecure() throws {
        #expect(try ClientServer().client { $0.hostKeys = .insecureAcceptAnything }.isConnected)
    }
}

extension TemporaryDirectory {
    /// Writes a known_hosts file of one line with a key of the fixture.
    func line(of key: String, host: String, marker: String = "") throws -> String {
        let words = try String(contentsOfKey: key + ".pub").split(separator: " ")
        let name = "known-\(key.split(separator: "/").last ?? "")-\(marker.isEmpty ? "" : "marked")"
        return try write(Array("\(marker)\(host) \(words[0]) \(words[1])\n".utf8), to: name)
    }
}

extension String {
    fileprivate init(contentsOfKey path: String) throws {
        self = try runProcessChecked(["cat", path]).text
    }
}
