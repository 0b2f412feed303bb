import Testing

@testable import SwiftSSH

@Suite("The native engine: streams that were damaged on the way")
struct DamageTests {
    /// Two hundred places, spread over the ways of protecting packets.
    static let cases: [(PacketProtection, Int)] = PacketTests.protections.flatMap { protection in
        (0..<(200 / PacketTests.protections.count + 1)).map { (protection, $0) }
    }

    @Test(
        "A bit that is wrong at any of 200 places is an error, and not a byte is delivered after it", arguments: cases)
    func damage(protection: PacketProtection, place: Int) throws {
        let server = try NativeServer()
        server.offer(protection)
        try server.logIn()
        let channel = try server.openChannel()
        let pieces = (0..<8).map { [UInt8](repeating: UInt8($0), count: 100) }
        var ends: [Int] = []
        for piece in pieces {
            try server.sendData(channel, piece)
            ends.append(server.outgoing.count)
        }
        let size = server.outgoing.count
        let position = size * place / (200 / PacketTests.protections.count + 1) + place % 7
        server.outgoing.mutableBytes[position] ^= 1 << (place % 8)
        let error = failure(of: { try server.deliver() })
        #expect([.invalidMAC, .outOfBoundary].contains(error?.code), "\(error.debugDescription)")
        let whole = ends.filter { $0 <= position }.count
        #expect(channel.state.output.count == whole * 100)
        #expect(failure(of: { try server.engine.pump() })?.code == error?.code)
    }
}
