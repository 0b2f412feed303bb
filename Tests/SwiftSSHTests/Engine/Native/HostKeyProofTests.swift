import Testing

@testable import SwiftSSH

@Suite("The native engine: servers that do not own their key")
struct HostKeyProofTests {
    private func error(_ tamper: @escaping (inout [UInt8], inout [UInt8], inout [UInt8]) -> Void) throws -> SSHError? {
        let server = try NativeServer()
        server.tamper = tamper
        return failure(of: { try server.handshake() })
    }

    @Test("A signature that is wrong, of another algorithm, or cut short is refused")
    func signature() throws {
        #expect(try error { _, _, signature in signature[signature.count - 1] ^= 1 }?.code == .hostKeySignature)
        #expect(try error { _, _, signature in signature[5] ^= 1 }?.code == .hostKeySignature)
        #expect(try error { _, _, signature in signature = [] }?.code == .hostKeySignature)
        #expect(try error { _, _, signature in signature.append(0) }?.code == .hostKeySignature)
    }

    @Test("Another's key, and one of another type, are refused")
    func key() throws {
        let fixture = try Fixture.shared.get()
        let other = try PublicKey(path: fixture["client_key_ed25519"] + ".pub").blob
        #expect(try error { key, _, _ in key = other }?.code == .hostKeySignature)
        let ecdsa = try PublicKey(path: fixture["host_key_ecdsa"] + ".pub").blob
        #expect(try error { key, _, _ in key = ecdsa }?.code == .hostKeyInitialization)
        #expect(try error { key, _, _ in key = [] }?.code == .hostKeyInitialization)
        #expect(try error { key, _, _ in key.removeLast() }?.code == .hostKeyInitialization)
    }

    @Test("A public value that gives the secret away, or is none, is refused")
    func publicValue() throws {
        #expect(try error { _, value, _ in value = [UInt8](repeating: 0, count: 32) }?.code == .keyExchange)
        #expect(try error { _, value, _ in value.removeLast() }?.code == .keyExchange)
        #expect(try error { _, value, _ in value[0] ^= 1 }?.code == .hostKeySignature)
    }
}
