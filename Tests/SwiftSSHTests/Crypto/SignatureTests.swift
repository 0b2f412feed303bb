import Testing

@testable import SwiftSSH

@Suite("Signatures")
struct SignatureTests {
    private let fixtures: KeyFixtures

    init() throws {
        fixtures = try KeyFixtures.shared.get()
    }

    @Test("ssh-keygen accepts our signatures", arguments: KeyFixtures.Kind.allCases)
    func acceptedByOpenSSH(kind: KeyFixtures.Kind) throws {
        let key = try PrivateKey(parsing: fixtures.openSSH(kind), passphrase: nil)
        let message = [UInt8]("the message".utf8)
        for algorithm in key.algorithm.signatureAlgorithms where algorithm != .rsaSHA1 {
            for _ in 0..<4 {
                // The format of OpenSSH's PROTOCOL.sshsig.
                var signed = WireWriter()
                signed.raw("SSHSIG".utf8)
                signed.string("tests")
                signed.string("")
                signed.string("sha512")
                signed.string(try Digest.sha512.hash(message))
                var blob = WireWriter()
                blob.string(algorithm.name)
                blob.string(try key.signature(over: signed.bytes, algorithm: algorithm))
                var file = WireWriter()
                file.raw("SSHSIG".utf8)
                file.uint32(1)
                file.string(key.publicKeyBlob)
                file.string("tests")
                file.string("")
                file.string("sha512")
                file.string(blob.bytes)
                let scratch = try TemporaryDirectory()
                let text = "-----BEGIN SSH SIGNATURE-----\n\(Base64.encode(file.bytes))\n-----END SSH SIGNATURE-----\n"
                let path = try scratch.write([UInt8](text.utf8), to: "signature")
                try runProcessChecked(
                    ["ssh-keygen", "-Y", "check-novalidate", "-n", "tests", "-s", path], input: message)
            }
        }
    }

    @Test("lengths and forms")
    func forms() throws {
        let rsa = try PrivateKey(parsing: fixtures.openSSH(.rsa), passphrase: nil)
        for algorithm in [SignatureAlgorithm.rsaSHA1, .rsaSHA256, .rsaSHA512] {
            #expect(try rsa.signature(over: [], algorithm: algorithm).count == 256)
        }
        let ed25519 = try PrivateKey(parsing: fixtures.openSSH(.ed25519), passphrase: nil)
        #expect(try ed25519.signature(over: [], algorithm: .ed25519).count == 64)
        let ecdsa = try PrivateKey(parsing: fixtures.openSSH(.ecdsa256), passphrase: nil)
        var reader = WireReader(try ecdsa.signature(over: [1], algorithm: .ecdsa(.nistp256)))
        #expect((reader.mpint()?.count ?? 99) <= 32)
        #expect((reader.mpint()?.count ?? 99) <= 32)
        #expect(reader.isAtEnd)
    }

    @Test("an algorithm of another family is refused")
    func wrongFamily() throws {
        let key = try PrivateKey(parsing: fixtures.openSSH(.ed25519), passphrase: nil)
        for algorithm in [SignatureAlgorithm.rsaSHA512, .ecdsa(.nistp256)] {
            let error = #expect(throws: SSHError.self) { try key.signature(over: [1], algorithm: algorithm) }
            #expect(error?.code == .invalidArgument)
        }
        let curve = try PrivateKey(parsing: fixtures.openSSH(.ecdsa256), passphrase: nil)
        #expect(throws: SSHError.self) { try curve.signature(over: [1], algorithm: .ecdsa(.nistp384)) }
    }

    @Test("signatures that are damaged in any way are not valid")
    func damagedSignatures() throws {
        for kind in KeyFixtures.Kind.allCases {
            let key = try PrivateKey(parsing: fixtures.openSSH(kind), passphrase: nil)
            let algorithm = try #require(key.algorithm.signatureAlgorithms.first)
            let good = try key.signature(over: [1, 2, 3], algorithm: algorithm)
            var candidates: [[UInt8]] = [
                [], [0], good + [0], Array(good.dropLast()), [UInt8](repeating: 0xFF, count: 70),
            ]
            for index in stride(from: 0, to: good.count, by: 7) {
                var flipped = good
                flipped[index] ^= 0x10
                candidates.append(flipped)
            }
            for candidate in candidates {
                #expect(try !key.publicKey.isValid(signature: candidate, over: [1, 2, 3], algorithm: algorithm))
            }
        }
    }

    @Test("many threads sign with one key")
    func concurrentUse() async throws {
        let key = try PrivateKey(parsing: fixtures.openSSH(.rsa), passphrase: nil)
        let expected = try key.signature(over: [9], algorithm: .rsaSHA512)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<32 {
                group.addTask { (try? key.signature(over: [9], algorithm: .rsaSHA512)) == expected }
            }
            for await isSame in group { #expect(isSame) }
        }
    }

    @Test("the algorithm is found in the data of an authentication (RFC 4252, 7)")
    func userAuthenticationData() throws {
        func data(method: String = "publickey", flag: Bool = true, name: String, kind: UInt8 = 50) -> [UInt8] {
            var writer = WireWriter()
            writer.string([UInt8](repeating: 7, count: 32))
            writer.byte(kind)
            writer.string("user")
            writer.string("ssh-connection")
            writer.string(method)
            writer.boolean(flag)
            writer.string(name)
            writer.string([1, 2, 3])
            return writer.bytes
        }
        for algorithm in KeyAlgorithm.all.flatMap(\.signatureAlgorithms) {
            #expect(try SignatureAlgorithm.name(userAuthenticationData: data(name: algorithm.name)) == algorithm.name)
            #expect(SignatureAlgorithm(name: algorithm.name + "-cert-v01@openssh.com") == algorithm)
        }
        let bad = [
            data(method: "password", name: "ssh-rsa"), data(flag: false, name: "ssh-rsa"),
            data(name: "ssh-rsa", kind: 51),
            data(name: "ssh-rsa") + [0], Array(data(name: "ssh-rsa").dropLast()), [],
        ]
        for bytes in bad {
            let error = #expect(throws: SSHError.self) { try SignatureAlgorithm.name(userAuthenticationData: bytes) }
            #expect(error?.code == .protocolError)
        }
        #expect(SignatureAlgorithm(name: "ssh-dss") == nil)
    }
}
