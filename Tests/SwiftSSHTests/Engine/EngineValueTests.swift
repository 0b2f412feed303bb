import Glibc
import Testing

@testable import SwiftSSH

@Suite("The small values of the engine's floor")
struct EngineValueTests {
    @Test("Stable bytes are a copy with a zero behind it, at an address that stays")
    func stableBytes() {
        for content in [[], [1], Array(1...255)] as [[UInt8]] {
            let bytes = StableBytes(content)
            #expect(bytes.count == content.count)
            #expect(bytes.bytes.dropLast().elementsEqual(content) && bytes.bytes.last == 0)
            #expect(UnsafeMutableRawPointer(bytes.octets) == bytes.bytes.baseAddress)
            #expect(UnsafeMutableRawPointer(bytes.characters) == bytes.bytes.baseAddress)
        }
        let text = StableBytes("text".utf8)
        #expect(text.characters.map { strlen($0) } == 4)
    }

    @Test(
        "A host key's kind is that of its blob, whatever a server sends",
        arguments: [
            ("ssh-rsa", HostKey.Kind.rsa), ("ssh-dss", .dss), ("ecdsa-sha2-nistp256", .ecdsa256),
            ("ecdsa-sha2-nistp384", .ecdsa384), ("ecdsa-sha2-nistp521", .ecdsa521), ("ssh-ed25519", .ed25519),
            ("sk-ssh-ed25519@openssh.com", .unknown), ("", .unknown),
        ])
    func hostKey(type: String, kind: HostKey.Kind) {
        var blob = WireWriter()
        blob.string(type)
        blob.string([1, 2, 3])
        let key = HostKey(blob: blob.bytes)
        #expect(key.kind == kind && key.type == type && key.blob == blob.bytes)
    }

    @Test("A blob that is none has no type and no kind")
    func brokenHostKey() {
        for blob in [[], [0], [0, 0, 0, 200, 1], [255, 255, 255, 255]] as [[UInt8]] {
            let key = HostKey(blob: blob)
            #expect(key.type.isEmpty && key.kind == .unknown)
        }
    }

    @Test("Each purpose's opposite is its other direction, and the opposite's opposite itself")
    func opposites() {
        for purpose in AlgorithmPurpose.allCases {
            #expect(purpose.opposite.opposite == purpose)
            #expect((purpose.opposite == purpose) == (purpose == .keyExchange || purpose == .hostKey))
        }
        #expect(AlgorithmPurpose.cipherClientToServer.opposite == .cipherServerToClient)
    }

    @Test("Progress keeps whether it is done when its value changes")
    func progress() {
        guard case .done(let value) = Progress.done(20).map({ $0 + 1 }) else {
            Issue.record("not done")
            return
        }
        #expect(value == 21)
        if case .done = Progress<Int>.wouldBlock.map({ $0 + 1 }) { Issue.record("done") }
    }
}
