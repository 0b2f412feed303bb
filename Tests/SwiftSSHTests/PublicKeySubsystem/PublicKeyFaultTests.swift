import Glibc
import Testing

@testable import SwiftSSH

@Suite("Publickey subsystems that misbehave")
struct PublicKeyFaultTests {
    @Test(
        "publickey.greeting-is-checked: a server of another version, or of none, is refused",
        arguments: [
            "old-version", "refused-version", "no-version", "short-version", "key-for-version", "huge-version",
            "empty-version", "cut-version",
        ])
    func greeting(lie: String) throws {
        let connected = try PublicKeyServer.connect(lie)
        let error = failure(of: { try connected.session.publicKeySystem() })
        #expect(error?.code == .publicKeyProtocol, "\(lie): \(error.debugDescription)")
        #expect(connected.session.connection.channels.isEmpty)
        #expect(try connected.session.output(of: "echo on") == "on\n")
    }

    @Test("publickey.greeting-is-checked: a newer version is spoken to in the older one")
    func newerVersion() throws {
        let connected = try PublicKeyServer.connect("newer-version")
        _ = try connected.session.publicKeySystem()
    }

    @Test(
        "publickey.lies-are-noticed: broken and endless answers end the subsystem, never the program",
        arguments: [
            "huge-packet", "too-long-packet", "empty-packet", "unknown-packet", "no-status", "version-again",
            "many-attributes", "long-attribute", "long-blob", "more-than-a-key", "no-text", "cut", "endless-list",
        ])
    func lies(lie: String) throws {
        let connected = try PublicKeyServer.connect(lie)
        let system = try connected.session.publicKeySystem()
        let error = failure(of: { try system.list() })
        #expect(error?.code == .publicKeyProtocol, "\(lie): \(error.debugDescription)")
        if lie == "unknown-packet" { #expect(error?.serverText?.contains("\\u{1b}[2J") == true) }
        // What cannot be read on cannot be used on.
        #expect(failure(of: { try system.add(algorithm: "ssh-rsa", blob: [1]) })?.message == error?.message)
        try system.shutdown()
        #expect(try connected.session.output(of: "echo on") == "on\n")
    }

    @Test("publickey.lies-are-noticed: a key where none was asked for, and a status that nobody knows")
    func unasked() throws {
        let vague = try PublicKeyServer.connect("unknown-status")
        let unknown = try vague.session.publicKeySystem()
        let error = failure(of: { try unknown.list() })
        #expect(error?.message.contains("77") == true)
        #expect(error?.serverText == "\\u{1b}]0;title\\u{7}")
        #expect(failure(of: { try unknown.list() })?.message.contains("77") == true)
        let connected = try PublicKeyServer.connect("endless-list")
        let endless = try connected.session.publicKeySystem()
        let unasked = failure(of: { try endless.add(algorithm: "ssh-rsa", blob: [1]) })
        #expect(unasked?.message.contains("not asked for") == true)
    }

    @Test("publickey.gives-up-cleanly: an answer that comes late is not taken for the next one")
    func late() throws {
        let silent = try PublicKeyServer.connect("silent-version")
        #expect(
            failure(of: { try silent.session.publicKeySystem(timeout: .milliseconds(50)) })?.code == .timeout)
        #expect(silent.session.connection.channels.isEmpty)
        let directory = try TemporaryDirectory()
        // The server answers when the gate is opened.
        let gate = directory.path("gate")
        try #require(mkfifo(gate, 0o600) == 0)
        let connected = try PublicKeyServer.connect("honest", directory.path("store"), gate)
        let system = try connected.session.publicKeySystem()
        #expect(failure(of: { try system.add(algorithm: "ssh-rsa", blob: [1], timeout: .zero) })?.code == .timeout)
        #expect(failure(of: { try system.remove(algorithm: "ssh-rsa", blob: [2], timeout: .zero) })?.code == .timeout)
        let opened = open(gate, O_WRONLY | O_CLOEXEC)
        try #require(unlink(gate) == 0 && close(opened) == 0)
        #expect(try system.list().map(\.blob) == [[1]])
        #expect(failure(of: { try system.remove(algorithm: "ssh-rsa", blob: [3]) })?.serverText == "not found")
        try system.remove(algorithm: "ssh-rsa", blob: [1])
    }

    @Test("any bytes are read to a packet, an error or nothing")
    func anyBytes() {
        var random = Randomness(seed: 4819)
        let words = ["status", "publickey", "version", "x"]
        for _ in 0..<5000 {
            var writer = WireWriter()
            for _ in 0..<Int.random(in: 0..<6, using: &random) {
                switch Int.random(in: 0..<4, using: &random) {
                case 0: writer.string(words.randomElement(using: &random) ?? "")
                case 1: writer.uint32(UInt32.random(in: 0..<10, using: &random))
                case 2: writer.uint32(UInt32.random(in: .min ... .max, using: &random))
                default: writer.raw(random.bytes(Int.random(in: 0..<9, using: &random)))
                }
            }
            _ = try? PublicKeyResponse(writer.bytes)
            var packets = PublicKeyPackets()
            var rest = writer.bytes[...]
            while !rest.isEmpty {
                let count = min(rest.count, packets.needed)
                #expect(count > 0)
                guard (try? packets.take(rest.prefix(count))) != nil else { break }
                rest = rest.dropFirst(count)
            }
        }
    }
}
