import Foundation
import Testing

@testable import SwiftSSH

/// Every two algorithms that the native engine and a server have in common and that may meet: a login, a command, bytes both ways with new
/// keys on the way. Where an algorithm is met for the first time that is 10 MB, else a twentieth of it. `scripts/interoperability` has every
/// combination, with 10 MB each. Certificates of host keys are had once each, with 10 MB, for they change what is proved and nothing else.
@Suite(
    "The native engine with other servers: every algorithm that both have",
    .enabled(if: EngineChoice.underTest == .native, "they are part of the tests on the native engine"))
struct NativeInteroperabilityTests {
    /// The algorithm whose every combination is wanted, or `full` for all of them; nil for every two.
    private static let wanted = ProcessInfo.processInfo.environment["SWIFTSSH_INTEROPERABILITY"]
    private static let content = (try? Random.bytes(10_000_000)) ?? []

    private let hosts: ManyHostKeys

    init() throws {
        hosts = try ManyHostKeys()
    }

    /// The combinations to be tried, with how much is sent; fails where there are fewer names than expected.
    private func choices(
        _ common: [[String]], certificates: [String] = [], atLeast least: [Int]
    ) -> [(AlgorithmChoice, Int)] {
        for (names, least) in zip(common + [certificates], least) { #expect(names.count >= least, "\(names)") }
        let certified = AlgorithmChoice.each(certificates, common)
        if let wanted = Self.wanted {
            let all = (AlgorithmChoice.all(common) + certified).filter { wanted == "full" || $0.names.contains(wanted) }
            print("\(all.count) combinations")
            return all.map { ($0, Self.content.count) }
        }
        var met: Set<String> = [""]
        return (AlgorithmChoice.pairwise(common) + certified).map { choice in
            defer { met.formUnion(choice.names) }
            return (choice, met.isSuperset(of: choice.names) ? Self.content.count / 20 : Self.content.count)
        }
    }

    /// Has one conversation; its failure is told with the choice, and the others go on.
    /// - Parameters:
    ///   - connect: Exchanges keys.
    ///   - renews: Whether the client renews the keys; else the server does.
    private func check(_ choice: AlgorithmChoice, _ size: Int, renews: Bool, connect: (Session) throws -> Void) {
        do {
            try converse(choice, size, renews: renews, connect: connect)
        } catch {
            Issue.record("\(choice), new keys by the \(renews ? "client" : "server"): \(error)")
        }
    }

    /// Logs in with one choice of algorithms, has the server send back what it is sent, and ends.
    private func converse(
        _ choice: AlgorithmChoice, _ size: Int, renews: Bool, connect: (Session) throws -> Void
    ) throws {
        let fixture = try Fixture.shared.get()
        let session = try Session(engine: .native)
        defer { session.close() }
        // Servers in Python take their time for 10 MB, beside other work above all.
        session.timeout = .seconds(600)
        for (purpose, name) in zip(AlgorithmChoice.purposes, choice.names) where !name.isEmpty {
            try session.setAlgorithms(purpose, [name])
        }
        try connect(session)
        for (purpose, name) in zip(AlgorithmChoice.purposes, choice.names) where !name.isEmpty {
            #expect(session.algorithm(purpose) == name)
        }
        #expect(try hosts.isKnown(try #require(session.hostKey)), "\(choice): it is not known who that is")
        let engine = try #require(session.connection.engine as? NativeEngine)
        if renews { session.connection.peek { engine.keyLifetime.bytes = UInt64(size / 3) } }
        try session.authenticate(user: fixture.user, privateKey: fixture["client_key_ed25519"])
        #expect(try session.output(of: "echo hello") == "hello\n")
        let channel = try session.running("cat")
        let sent = Array(Self.content.prefix(size))
        let writer = Background {
            try channel.write(sent)
            try channel.sendEOF()
        }
        let received = try received(channel, size)
        #expect(try Digest.sha256.hash(received) == Digest.sha256.hash(sent), "\(choice)")
        try writer.value()
        #expect(try channel.waitExit() == .exited(0))
        // Some servers go on with data while they renew the keys; they answer when they are done.
        try session.ping()
        let sinceRenewal = session.connection.peek { engine.reader.traffic.bytes + engine.writer.traffic.bytes } ?? 0
        #expect(sinceRenewal < 2 * size, "\(choice): the keys were not renewed")
        try session.disconnect()
    }

    /// What comes on a channel to its end; one byte more than expected is enough to know.
    private func received(_ channel: Channel, _ size: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            let memory = UnsafeMutableRawBufferPointer(buffer)
            while count < memory.count {
                let more = try channel.read(into: UnsafeMutableRawBufferPointer(rebasing: memory[count...]))
                if more == 0 { return }
                count += more
            }
        }
    }

    @Test("OpenSSH")
    func openSSH() throws {
        let fixture = try Fixture.shared.get()
        let options = hosts.openSSH
        let offers = try ServerOffers(fixture.sshd(options))
        let choices = choices(offers.common, certificates: offers.certificates, atLeast: [9, 8, 6, 4, 8])
        for (number, (choice, size)) in choices.enumerated() {
            let renews = number % 2 == 0
            let server = try InetdServer(fixture.sshd(options + (renews ? [] : ["RekeyLimit \(size / 3)"])))
            check(choice, size, renews: renews) { try $0.handshake(socket: server.socket) }
        }
    }

    @Test("asyncssh")
    func asyncssh() throws {
        // Certificates of RSA keys it (2.10) has by their SHA-1 name alone.
        try python("asyncssh_server", hosts.asyncssh, atLeast: [8, 6, 6, 4, 4])
    }

    @Test("paramiko")
    func paramiko() throws {
        // It offers group exchange, and finds that it has no groups when it is agreed on.
        try python("paramiko_server", atLeast: [5, 6, 3, 2], but: ["diffie-hellman-group-exchange-sha256"])
    }

    private func python(
        _ program: String, _ arguments: [String] = [], atLeast least: [Int], but empty: Set<String> = []
    ) throws {
        let fixture = try Fixture.shared.get()
        let command = [fixture[program], "--host-key", "all"] + arguments
        let patient = try PortServer(command + [fixture["directory"]])
        let renewing = try PortServer(command + ["--rekey-bytes", "150000", fixture["directory"]])
        let offers = try ServerOffers(port: patient.port)
        let common = offers.common.map { names in names.filter { !empty.contains($0) } }
        let choices = choices(common, certificates: offers.certificates, atLeast: least)
        for (number, (choice, size)) in choices.enumerated() {
            let renews = number % 2 == 0 || size > Self.content.count / 20
            let port = renews ? patient.port : renewing.port
            check(choice, size, renews: renews) { try $0.connect(host: "127.0.0.1", port: port) }
        }
    }

    @Test("dropbear", arguments: ["ed25519", "ecdsa", "ecdsa_384", "ecdsa_521", "rsa"])
    func dropbear(key: String) throws {
        let command = try Fixture.shared.get()["dropbear_inetd"]
        if command.isEmpty { return }
        // It offers RSA, whichever key the fixture gives it.
        let common = try ServerOffers([command, key]).common.map { names in
            names.filter { key == "rsa" || !$0.hasPrefix("rsa-") }
        }
        for (choice, size) in choices(common, atLeast: [3, 1, 2, 1]) {
            let server = try InetdServer([command, key])
            check(choice, size, renews: true) { try $0.handshake(socket: server.socket) }
        }
    }
}
