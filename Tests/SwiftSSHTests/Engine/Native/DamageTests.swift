import Testing

@testable import SwiftSSH

@Suite("The native engine: streams that were damaged on the way")
struct DamageTests {
    /// What a scripted server sends under each way of protecting packets is damaged at so many places, one after the other.
    private static let places = 200

    /// A server that has sent some output, packets of several sizes, and the channel that it is for.
    private func talking(_ protection: PacketProtection) throws -> (
        NativeServer, NativeChannel, [(end: Int, count: Int)]
    ) {
        let server = try NativeServer()
        server.offer(protection)
        try server.logIn()
        let channel = try server.openChannel()
        var ends: [(end: Int, count: Int)] = []
        var count = 0
        for size in [1, 100, 15, 16, 17, 1000, 3, 250] {
            try server.sendData(channel, [UInt8](repeating: UInt8(truncatingIfNeeded: size), count: size))
            count += size
            ends.append((server.outgoing.count, count))
        }
        return (server, channel, ends)
    }

    @Test(
        "A bit that is wrong at any of 200 places is an error, and not a byte is delivered of that packet or after it",
        arguments: PacketTests.protections)
    func damage(protection: PacketProtection) throws {
        for place in 0..<Self.places {
            let (server, channel, ends) = try talking(protection)
            let position = server.outgoing.count * place / Self.places
            server.outgoing.mutableBytes[position] ^= 1 << (place % 8)
            // A length may have become larger: what follows is waited for, and looked at.
            [UInt8](repeating: 0, count: 300_000).withUnsafeBytes { server.outgoing.append($0) }
            let error = failure(of: { try server.deliver() })
            #expect([.invalidMAC, .outOfBoundary].contains(error?.code), "\(position): \(error.debugDescription)")
            let whole = ends.last { $0.end <= position }?.count ?? 0
            #expect(channel.state.output.count == whole, "\(position)")
            #expect(failure(of: { try server.engine.pump() })?.code == error?.code)
            #expect(channel.state.output.count == whole && !channel.hasReachedEOF)
        }
    }

    @Test(
        "A bit that is wrong in what the client sends ends the connection: nothing that was written is told as done",
        arguments: PacketTests.protections)
    func upstream(protection: PacketProtection) throws {
        let fixture = try Fixture.shared.get()
        for position in [6000, 40_001, 90_010] {
            let peer = try PortServer(scripted: ["flip", "\(position)", "--upstream"], before: fixture.sshd())
            let session = try Session(engine: .native)
            defer { session.close() }
            session.timeout = ConnectedSession.patience
            try session.setAlgorithms(.cipherClientToServer, [protection.cipher.rawValue])
            if let mac = protection.mac { try session.setAlgorithms(.macClientToServer, [mac.rawValue]) }
            try session.connect(host: "127.0.0.1", port: peer.port)
            try session.authenticate(user: fixture.user, privateKey: fixture["client_key"])
            let channel = try session.running("cat > /dev/null; echo done")
            let writing = Result { () throws(SSHError) in
                try channel.write([UInt8](repeating: 1, count: 120_000))
                try channel.sendEOF()
            }
            let (bytes, error) = channel.readToFailure()
            #expect(bytes.isEmpty && error != nil, "\(position), \(writing)")
            #expect(failure(of: { try channel.waitExit() }) != nil)
        }
    }
}
