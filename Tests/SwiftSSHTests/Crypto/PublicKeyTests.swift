import Testing

@testable import SwiftSSH

@Suite("Public keys and certificates")
struct PublicKeyTests {
    private let fixtures: KeyFixtures

    init() throws {
        fixtures = try KeyFixtures.shared.get()
    }

    @Test("files of ssh-keygen", arguments: KeyFixtures.Kind.allCases)
    func files(kind: KeyFixtures.Kind) throws {
        let directory = try fixtures.directory(kind)
        let key = try PublicKey(path: directory.path("key.pub"))
        #expect(key.typeName == kind.algorithm.typeName)
        #expect(key.blob == fixtures.blob(kind))
        #expect(key.comment == "\(kind.rawValue) of the tests")
        #expect(!key.isCertificate)
        #expect(key.certifiedKeyBlob == nil)
        #expect(try PrivateKey(parsing: fixtures.openSSH(kind), passphrase: nil).blob(presenting: key) == key.blob)
        let shown = try runProcessChecked(["ssh-keygen", "-l", "-f", directory.path("key.pub")]).text
        #expect(shown.split(separator: " ").dropFirst().first.map(String.init) == HostKey(blob: key.blob).fingerprint)
    }

    @Test("certificates contain their key", arguments: KeyFixtures.Kind.allCases)
    func certificates(kind: KeyFixtures.Kind) throws {
        let directory = try CertificateFixture.make(fixtures, kind)
        let certificate = try PublicKey(path: directory.path("key-cert.pub"))
        #expect(certificate.isCertificate)
        #expect(certificate.typeName == kind.algorithm.typeName + "-cert-v01@openssh.com")
        #expect(certificate.certifiedKeyBlob == fixtures.blob(kind))
        let key = try PrivateKey(path: directory.path("key"), passphrase: nil)
        #expect(try key.blob(presenting: certificate) == certificate.blob)
        let algorithm = try #require(key.algorithm.signatureAlgorithms.first)
        let signature = try key.signature(over: [1], algorithm: algorithm)
        #expect(try certificate.isValid(signature: signature, over: [1], algorithm: algorithm))

        let other = try PrivateKey(
            parsing: fixtures.openSSH(kind == .rsa ? .ed25519 : .rsa), passphrase: nil)
        for given in [certificate, try PublicKey(path: directory.path("key.pub"))] {
            let error = #expect(throws: SSHError.self) { try other.blob(presenting: given, path: "/k.pub") }
            #expect(error?.code == .publicKeyUnverified)
            #expect(error?.path == "/k.pub")
        }
    }

    @Test("cut certificates contain nothing")
    func cutCertificates() throws {
        let directory = try CertificateFixture.make(fixtures, .rsa)
        let blob = try PublicKey(path: directory.path("key-cert.pub")).blob
        for length in stride(from: 36, to: 300, by: 11) {
            let cut = try PublicKey(blob: [UInt8](blob.prefix(length)))
            #expect(cut.certifiedKeyBlob == nil)
            #expect(throws: SSHError.self) { try cut.isValid(signature: [], over: [], algorithm: .rsaSHA512) }
        }
    }

    @Test("forms of the line")
    func lines() throws {
        let line = String(decoding: fixtures.publicLine(.ed25519), as: UTF8.self)
        let words = line.split(separator: " ").map(String.init)
        let blob = fixtures.blob(.ed25519)
        let bare = "\(words[0]) \(words[1])"
        for (text, comment) in [
            (bare, ""), (bare + "\r\n", ""), ("\u{FEFF}\n# a note\n\n  " + bare + "\tme@here  \r\n", "me@here"),
            (bare + " ünï cödé\n", "ünï cödé"),
        ] {
            let key = try PublicKey(parsing: [UInt8](text.utf8))
            #expect(key.blob == blob)
            #expect(key.comment == comment)
        }
        let bad = [
            "", "\n \n", "# only\n", words[0], "ssh-rsa \(words[1])", "\(words[0]) \(words[1].dropLast(4))=",
            "\(words[0]) AAAA", "\(words[0]) *** x", "-----BEGIN OPENSSH PRIVATE KEY-----\n",
        ]
        for text in bad {
            let error = #expect(throws: SSHError.self) { try PublicKey(parsing: [UInt8](text.utf8), path: "/p") }
            #expect(error?.code == .file)
            #expect(error?.path == "/p")
        }
        let swapped = #expect(throws: SSHError.self) { try PublicKey(parsing: fixtures.openSSH(.rsa)) }
        #expect(swapped?.message.contains("private key") == true)
    }

    @Test("keys of kinds that are not known are kept")
    func unknownTypes() throws {
        var writer = WireWriter()
        writer.string("new-key@example.org")
        writer.string([1, 2, 3])
        let line = "new-key@example.org \(Base64.encode(writer.bytes)) c"
        let key = try PublicKey(parsing: [UInt8](line.utf8))
        #expect(key.blob == writer.bytes)
        let error = #expect(throws: SSHError.self) { try key.isValid(signature: [], over: [], algorithm: .ed25519) }
        #expect(error?.code == .algorithmUnsupported)
    }

    @Test("blobs that are damaged at random never crash")
    func damagedBlobs() {
        var random = SeededGenerator(seed: 3)
        for kind in KeyFixtures.Kind.allCases {
            let blob = fixtures.blob(kind)
            for _ in 0..<100 {
                var damaged = blob
                damaged[Int.random(in: 0..<damaged.count, using: &random)] ^=
                    1 << UInt8.random(in: 0..<8, using: &random)
                if Bool.random(using: &random) { damaged.removeLast(Int.random(in: 0..<damaged.count, using: &random)) }
                guard let key = try? PublicKey(blob: damaged) else { continue }
                for algorithm in kind.algorithm.signatureAlgorithms {
                    let signature = [UInt8](repeating: 1, count: 64)
                    #expect((try? key.isValid(signature: signature, over: [1], algorithm: algorithm)) != true)
                }
            }
        }
    }
}
