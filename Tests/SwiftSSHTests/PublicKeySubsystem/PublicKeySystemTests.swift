import Testing

@testable import SwiftSSH

/// The server of the subsystem, in `Tests/Fixture`.
enum PublicKeyServer {
    /// A session with a real sshd whose publickey subsystem is that server, with further arguments.
    static func connect(_ arguments: String...) throws -> ConnectedSession {
        return try ConnectedSession.loggedIn([
            "Subsystem publickey \(path) \(arguments.joined(separator: " "))"
        ])
    }

    private static let path: String = {
        let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return "/\(folder)/Fixture/publickey_server"
    }()
}

@Suite("The publickey subsystem")
struct PublicKeySystemTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func connect() throws -> ConnectedSession {
        try PublicKeyServer.connect("honest", directory.path("store"))
    }

    @Test("publickey.add-list-remove: keys are added, listed with their attributes, and removed")
    func addListRemove() throws {
        let connected = try connect()
        let system = try connected.session.publicKeySystem()
        #expect(try system.list().isEmpty)
        let attributes = [
            PublicKeyAttribute(name: "comment", value: Array("it's \u{1B}mine".utf8)),
            PublicKeyAttribute(name: "command-override", value: [0, 255], isMandatory: true),
            PublicKeyAttribute(name: "unknown", value: [1]),
        ]
        let blob: [UInt8] = [0, 1, 2, 255]
        try system.add(algorithm: "ssh-ed25519", blob: blob, attributes: attributes)
        try system.add(algorithm: "ssh-rsa", blob: [UInt8](repeating: 7, count: 100_000))
        let keys = try system.list()
        #expect(keys.count == 2)
        #expect(keys[checked: 0]?.algorithm == "ssh-ed25519")
        #expect(keys[checked: 0]?.blob == blob)
        #expect(keys[checked: 0]?.attributes.map(\.name) == ["comment", "command-override"])
        #expect(keys[checked: 0]?.attributes.map(\.value) == attributes.prefix(2).map(\.value))
        #expect(keys[checked: 1]?.blob.count == 100_000)
        try system.remove(algorithm: "ssh-ed25519", blob: blob)
        #expect(try system.list().map(\.algorithm) == ["ssh-rsa"])
        try system.shutdown()
        try system.shutdown()
        #expect(failure(of: { try system.list() })?.code == .badUse)
        #expect(try connected.session.publicKeySystem().list().count == 1)
        #expect(try connected.session.output(of: "echo on") == "on\n")
    }

    @Test("publickey.overwriting: a key that is there is replaced only when asked")
    func overwriting() throws {
        let connected = try connect()
        let system = try connected.session.publicKeySystem()
        try system.add(algorithm: "ssh-rsa", blob: [1])
        let error = failure(of: { try system.add(algorithm: "ssh-rsa", blob: [1]) })
        #expect(error?.code == .publicKeyProtocol)
        #expect(error?.message.contains("there already") == true)
        let comment = PublicKeyAttribute(name: "comment", value: Array("new".utf8))
        try system.add(algorithm: "ssh-rsa", blob: [1], attributes: [comment], overwrites: true)
        #expect(try system.list().map(\.attributes) == [[comment]])
    }

    @Test("publickey.refusals-are-told: the status, in the server's words, escaped; the subsystem goes on")
    func refusals() throws {
        let connected = try connect()
        let system = try connected.session.publicKeySystem()
        let missing = failure(of: { try system.remove(algorithm: "ssh-rsa", blob: [1]) })
        #expect(missing?.code == .publicKeyProtocol && missing?.phase == .publicKeySubsystem)
        #expect(missing?.message.contains("4") == true && missing?.serverText == "not found")
        #expect(connected.session.lastError == missing)
        let algorithm = failure(of: { try system.add(algorithm: "rot13", blob: [1]) })
        #expect(algorithm?.message.contains("5") == true)
        let mandatory = PublicKeyAttribute(name: "moon", value: [], isMandatory: true)
        let attribute = failure(of: { try system.add(algorithm: "ssh-rsa", blob: [1], attributes: [mandatory]) })
        #expect(attribute?.serverText == "attribute moon?")
        try system.add(algorithm: "ssh-rsa", blob: [1])
        let present = failure(of: { try system.add(algorithm: "ssh-rsa", blob: [1]) })
        #expect(present?.serverText == "already \\u{1b}[1mpresent\\u{1b}[0m")
        let long = failure(of: { try system.add(algorithm: "ssh-rsa", blob: [UInt8](repeating: 0, count: 300_000)) })
        #expect(long?.code == .invalidArgument)
        #expect(try system.list().count == 1)
    }

    @Test("publickey.no-such-subsystem: a server without it says so, and the session lives on")
    func noSubsystem() throws {
        let connected = try ConnectedSession.loggedIn()
        #expect(failure(of: { try connected.session.publicKeySystem() })?.code == .channelRequestDenied)
        #expect(connected.session.connection.channels.isEmpty)
        #expect(try connected.session.output(of: "echo on") == "on\n")
        let stranger = try ConnectedSession()
        #expect(failure(of: { try stranger.session.publicKeySystem() })?.code == .invalidArgument)
    }

    @Test("publickey.non-blocking: the caller's poll loop drives every request")
    func nonBlocking() throws {
        let connected = try connect()
        let session = connected.session
        var loop = PollLoop(session)
        let system = try loop { () throws(SSHError) in try session.publicKeySystem() }
        for number in UInt8(0)..<5 {
            let blob = [UInt8](repeating: number, count: 50_000)
            try loop { () throws(SSHError) in try system.add(algorithm: "ssh-rsa", blob: blob) }
        }
        #expect(try loop { () throws(SSHError) in try system.list() }.count == 5)
        try loop { () throws(SSHError) in
            try system.remove(algorithm: "ssh-rsa", blob: [UInt8](repeating: 3, count: 50_000))
        }
        #expect(try loop { () throws(SSHError) in try system.list() }.count == 4)
        try loop { () throws(SSHError) in try system.shutdown() }
        #expect(loop.waits > 0)
        #expect(session.connection.kept.isEmpty)
    }

    @Test("publickey.threads: requests of several threads stand in line, and each gets its own answer")
    func threads() throws {
        let connected = try connect()
        let system = try connected.session.publicKeySystem()
        let threads = (UInt8(0)..<4).map { number in
            Background {
                for round in UInt8(0)..<10 {
                    try system.add(algorithm: "ssh-rsa", blob: [number, round])
                    let known = try system.list().map(\.blob)
                    #expect(known.contains([number, round]))
                    if round % 2 == 0 { try system.remove(algorithm: "ssh-rsa", blob: [number, round]) }
                    #expect(
                        failure(of: { try system.remove(algorithm: "ssh-rsa", blob: [99]) })?.serverText == "not found")
                }
            }
        }
        for thread in threads { try thread.value() }
        #expect(try system.list().count == 20)
    }
}
