@testable import SwiftSSH

/// A key file in OpenSSH's format whose every part can be set, well formed or not.
struct OpenSSHContent {
    var cipher: String
    var derivation: String
    var salt: [UInt8] = [UInt8](repeating: 7, count: 16)
    var rounds: UInt32 = 1
    var keyCount: UInt32 = 1
    var blob: [UInt8] = [0, 0, 0, 1, 0x61]
    var section: [UInt8] = [UInt8](repeating: 0x55, count: 64)

    init(cipher: String, derivation: String) {
        self.cipher = cipher
        self.derivation = derivation
    }

    var text: [UInt8] {
        var options = WireWriter()
        if derivation != "none" {
            options.string(salt)
            options.uint32(rounds)
        }
        var writer = WireWriter()
        writer.raw("openssh-key-v1\0".utf8)
        writer.string(cipher)
        writer.string(derivation)
        writer.string(options.bytes)
        writer.uint32(keyCount)
        writer.string(blob)
        writer.string(section)
        return KeyFixtures.armored(writer.bytes)
    }
}

/// As much of DER as the tests need.
enum DER {
    static func sequence(_ parts: [[UInt8]]) -> [UInt8] { element(0x30, parts.flatMap { $0 }) }
    static func octets(_ content: [UInt8]) -> [UInt8] { element(4, content) }
    static func integer(_ content: [UInt8]) -> [UInt8] { element(2, content) }
    static func identifier(_ content: [UInt8]) -> [UInt8] { element(6, content) }

    private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let length = UInt16(content.count)
        let header: [UInt8] = length < 128 ? [UInt8(length)] : [0x82, UInt8(length >> 8), UInt8(length & 0xFF)]
        return [tag] + header + content
    }
}
