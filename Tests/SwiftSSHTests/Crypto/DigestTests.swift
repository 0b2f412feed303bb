import Foundation
import Testing

@testable import SwiftSSH

@Suite("Digests, HMAC, base64")
struct DigestTests {
    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    @Test("digests of \"abc\" (RFC 1321, FIPS 180)")
    func digests() throws {
        let expected: [Digest: String] = [
            .md5: "900150983cd24fb0d6963f7d28e17f72",
            .sha1: "a9993e364706816aba3e25717850c26c9cd0d89d",
            .sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            .sha384: "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                + "8086072ba1e7cc2358baeca134c825a7",
            .sha512: "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        ]
        for digest in Digest.allCases {
            #expect(hexadecimal(try digest.hash([UInt8]("abc".utf8))) == expected[digest])
            #expect(try digest.hash([]).count == digest.length)
        }
        #expect(hexadecimal(try Digest.md5.hash([])) == "d41d8cd98f00b204e9800998ecf8427e")
    }

    @Test("HMAC-SHA1 of many messages (RFC 2202)")
    func hmac() throws {
        let series = try HMACSHA1Series()
        let jefe = try series.authenticate(Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
        #expect(hexadecimal(jefe) == "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")
        let other = try series.authenticate(
            [UInt8](repeating: 0xDD, count: 50), key: [UInt8](repeating: 0xAA, count: 20))
        #expect(hexadecimal(other) == "125d7342b9ac11cd91a39af48aa17b4f63f175d3")
        #expect(hexadecimal(try series.authenticate([], key: [])) == "fbdb1d1b18aa6c08324b7d64b71fb76370690e1d")
        #expect(try series.matches(jefe, Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8)))
        #expect(try !series.matches(jefe, Array("what do ya want for nothing?".utf8), key: Array("Jeff".utf8)))
        let error = failure { try series.authenticate([], key: [UInt8](repeating: 0xAA, count: 65)) }
        #expect(error?.code == .invalidArgument)
    }

    @Test("base64 agrees with Foundation and is strict")
    func base64() {
        var random = SeededGenerator(seed: 4)
        for length in 0..<70 {
            let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let text = Data(bytes).base64EncodedString()
            #expect(Base64.encode(bytes) == text)
            #expect(Base64.encode(bytes, padded: false) == text.replacing("=", with: ""))
            #expect(Base64.decode([UInt8](text.utf8)) == bytes)
        }
        for bad in [
            "A", "AA", "AAA", "A===", "====", "AA=A", "AA==AAAA", "AB==", "AAB=", "AA A", "AAAA\n", "AA-_", "AAA==",
        ] {
            #expect(Base64.decode([UInt8](bad.utf8)) == nil, "\(bad)")
        }
    }

    @Test("comparison in constant time")
    func comparison() {
        func isEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
            first.withUnsafeBytes { first in second.withUnsafeBytes { constantTimeEqual(first, $0) } }
        }
        #expect(isEqual([1, 2], [1, 2]))
        #expect(!isEqual([1, 2], [1, 3]))
        #expect(!isEqual([1, 2], [1, 2, 3]))
    }
}
