import Testing

@testable import SwiftSSH

@Suite("bcrypt_pbkdf")
struct BcryptPBKDFTests {
    @Test("a known vector of 4 rounds")
    func vector() throws {
        let key = try BcryptPBKDF.deriveKey(
            passphrase: [UInt8]("password".utf8), salt: [UInt8]("salt".utf8), rounds: 4, keyLength: 32)
        #expect(
            key == [
                0x5B, 0xBF, 0x0C, 0xC2, 0x93, 0x58, 0x7F, 0x1C, 0x36, 0x35, 0x55, 0x5C, 0x27, 0x79, 0x65, 0x98,
                0xD4, 0x7E, 0x57, 0x90, 0x71, 0xBF, 0x42, 0x7E, 0x9D, 0x8F, 0xBE, 0x84, 0x2A, 0xBA, 0x34, 0xD9,
            ])
    }

    @Test("every length gives that length, and lengths of the same number of blocks interleave alike")
    func lengths() throws {
        for length in [1, 31, 32, 33, 48, 64, 65] {
            let key = try BcryptPBKDF.deriveKey(passphrase: [1], salt: [2], rounds: 1, keyLength: length)
            #expect(key.count == length)
            #expect(Set(key).count > 1 || length == 1)
        }
        let short = try BcryptPBKDF.deriveKey(passphrase: [1], salt: [2], rounds: 2, keyLength: 33)
        let long = try BcryptPBKDF.deriveKey(passphrase: [1], salt: [2], rounds: 2, keyLength: 64)
        #expect(short == Array(long.prefix(33)))
    }

    @Test("parameters outside their range are refused")
    func ranges() {
        let cases: [(passphrase: Int, salt: Int, rounds: UInt32, length: Int)] = [
            (0, 1, 1, 32), (1, 0, 1, 32), (1, 1025, 1, 32), (1, 1, 0, 32), (1, 1, 4097, 32), (1, 1, 1, 0),
            (1, 1, 1, -1), (1, 1, 1, 1025),
        ]
        for item in cases {
            let error = #expect(throws: SSHError.self) {
                try BcryptPBKDF.deriveKey(
                    passphrase: [UInt8](repeating: 1, count: item.passphrase),
                    salt: [UInt8](repeating: 2, count: item.salt), rounds: item.rounds, keyLength: item.length)
            }
            #expect(error?.code == .invalidArgument)
        }
    }
}
