import Glibc
import Testing

@testable import SwiftSSH

@Suite("Private keys that cannot be used")
struct PrivateKeyErrorTests {
    private let fixtures: KeyFixtures

    init() throws {
        fixtures = try KeyFixtures.shared.get()
    }

    private func expect(
        _ code: SSHError.Code, _ words: String, parsing text: [UInt8], passphrase: [UInt8]? = nil,
        location: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: SSHError.self, sourceLocation: location) {
            try PrivateKey(parsing: text, passphrase: passphrase, path: "/the/path")
        }
        #expect(error?.code == code, sourceLocation: location)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")", sourceLocation: location)
        #expect(error?.phase == .keyFile, sourceLocation: location)
        #expect(error?.path == "/the/path", sourceLocation: location)
    }

    private func expect(
        _ code: SSHError.Code, _ words: String, path: String, errno number: Int32,
        location: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: SSHError.self, sourceLocation: location) {
            try PrivateKey(path: path, passphrase: nil)
        }
        #expect(error?.code == code, sourceLocation: location)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")", sourceLocation: location)
        #expect(error?.errno == number, sourceLocation: location)
        #expect(error?.path == path, sourceLocation: location)
    }

    @Test("paths that lead to no regular file of a sensible size")
    func paths() throws {
        let scratch = try TemporaryDirectory()
        expect(.file, "No such file", path: scratch.path("missing"), errno: ENOENT)
        expect(.file, "directory", path: scratch.path, errno: EISDIR)
        expect(.file, "device", path: "/dev/zero", errno: EINVAL)
        #expect(mkfifo(scratch.path("fifo"), 0o600) == 0)
        expect(.file, "pipe", path: scratch.path("fifo"), errno: EINVAL)
        #expect(symlink(scratch.path("fifo"), scratch.path("link")) == 0)
        expect(.file, "pipe", path: scratch.path("link"), errno: EINVAL)
        let large = try scratch.write([], to: "large")
        #expect(truncate(large, 1 << 30) == 0)
        expect(.file, "larger", path: large, errno: EFBIG)
        expect(.invalidArgument, "empty", path: "", errno: 0)
        expect(.invalidArgument, "zero byte", path: "/etc/passwd\0.key", errno: 0)
        let empty = try scratch.write([], to: "empty")
        expect(.file, "empty", path: empty, errno: 0)
        if geteuid() != 0 {
            let closed = try scratch.write(fixtures.openSSH(.ed25519), to: "closed", mode: 0)
            expect(.file, "Permission denied", path: closed, errno: EACCES)
        }
    }

    @Test("files that are something else say what they are")
    func somethingElse() throws {
        expect(.file, "empty", parsing: [])
        expect(.file, "white space", parsing: [UInt8](" \r\n\n".utf8))
        for kind in KeyFixtures.Kind.allCases {
            expect(.file, "it is a public key (\(kind.algorithm.typeName))", parsing: fixtures.publicLine(kind))
        }
        let cases: [(String, String)] = [
            ("PuTTY-User-Key-File-3: ssh-ed25519\r\n", "puttygen"),
            ("---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n", "RFC 4716"),
            ("---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n", "ssh.com"),
            ("SSH PRIVATE KEY FILE FORMAT 1.1\n\0\0", "SSH 1"),
            ("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "\"-----BEGIN CERTIFICATE-----\""),
            ("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", "\"-----BEGIN PUBLIC KEY-----\""),
            ("root:x:0:0:root:/root:/bin/bash\n", "no line"),
            ("-----BEGIN OPENSSH PRIV", "truncated"),
        ]
        for (text, words) in cases { expect(.file, words, parsing: [UInt8](text.utf8)) }
        let wide: [UInt8] =
            [0xFF, 0xFE] + fixtures.openSSH(.ed25519).flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
        expect(.file, "UTF-16", parsing: wide)
        expect(.file, "DER", parsing: [0x30, 0x82, 1, 2, 2, 1, 0])
        expect(.file, "larger", parsing: [UInt8](repeating: 0x20, count: KeyFile.maximumSize + 1))
    }

    @Test("a certificate in place of the key")
    func certificate() throws {
        let directory = try CertificateFixture.make(fixtures, .ed25519)
        expect(.file, "certificate", parsing: try directory.read("key-cert.pub"))
    }

    @Test("passphrases that are missing or wrong", arguments: ["openssh", "gcm", "pem", "pkcs8", "scrypt"])
    func passphrases(format: String) throws {
        let text =
            switch format {
            case "openssh": try fixtures.encrypted(.rsa)
            case "gcm": try fixtures.encrypted(.rsa, cipher: "aes256-gcm@openssh.com")
            case "pem": try fixtures.reencoded(.rsa, encrypted: true, ["-m", "PEM"])
            case "pkcs8": try fixtures.reencoded(.rsa, encrypted: true, ["-m", "PKCS8"])
            default:
                try fixtures.openssl(
                    ["pkcs8", "-topk8", "-scrypt", "-passout", "pass:x"], input: try fixtures.pkcs8(.ed25519))
            }
        expect(.keyFileAuthenticationFailed, "no passphrase was given", parsing: text)
        expect(.keyFileAuthenticationFailed, "no passphrase was given", parsing: text, passphrase: [])
        for wrong: [UInt8] in [[1], [0], KeyFixtures.passphrase + [1], [UInt8](repeating: 65, count: 1024)] {
            expect(.keyFileAuthenticationFailed, "passphrase is wrong", parsing: text, passphrase: wrong)
        }
        let tooLong = [UInt8](repeating: 65, count: 5000)
        expect(.keyFileAuthenticationFailed, "passphrase", parsing: text, passphrase: tooLong)
    }

    @Test("ciphers, derivations and amounts of work that are not supported are named")
    func encryptions() throws {
        let chacha = try fixtures.encrypted(.ed25519, cipher: "chacha20-poly1305@openssh.com")
        expect(.methodNotSupported, "chacha20-poly1305@openssh.com", parsing: chacha, passphrase: [1])
        let good = OpenSSHContent(cipher: "aes256-ctr", derivation: "bcrypt")
        expect(.keyFileAuthenticationFailed, "wrong", parsing: good.text, passphrase: [1])
        var other = good
        other.cipher = "rot13\u{1B}[31m"
        expect(.methodNotSupported, "rot13\\u{1b}[31m", parsing: other.text, passphrase: [1])
        other = good
        other.derivation = "argon2"
        expect(.methodNotSupported, "argon2", parsing: other.text, passphrase: [1])
        other = good
        other.rounds = 4_000_000_000
        expect(.methodNotSupported, "4000000000 rounds", parsing: other.text, passphrase: [1])
        other.rounds = 0
        expect(.file, "not valid", parsing: other.text, passphrase: [1])
        other = good
        other.salt = []
        expect(.file, "not valid", parsing: other.text, passphrase: [1])
        other = good
        other.section = [1, 2, 3]
        expect(.file, "whole blocks", parsing: other.text, passphrase: [1])
        other = good
        other.cipher = "none"
        expect(.file, "not encrypted", parsing: other.text)
        other = good
        other.keyCount = 2
        expect(.file, "2 keys", parsing: other.text)

    }

    @Test("PKCS #8 that asks for hours of work is refused at once")
    func hostileWork() {
        func envelope(_ algorithm: [UInt8]) -> [UInt8] {
            pem("ENCRYPTED PRIVATE KEY", DER.sequence([algorithm, DER.octets([UInt8](repeating: 0, count: 64))]))
        }
        func version2(_ derivation: [UInt8]) -> [UInt8] {
            let cipher = DER.sequence([
                DER.identifier([0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 0x2A]),
                DER.octets([UInt8](repeating: 1, count: 16)),
            ])
            return envelope(
                DER.sequence([
                    DER.identifier([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 13]), DER.sequence([derivation, cipher]),
                ]))
        }
        func pbkdf2(_ iterations: [UInt8]) -> [UInt8] {
            DER.sequence([
                DER.identifier([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 12]),
                DER.sequence([DER.octets([1, 2, 3, 4, 5, 6, 7, 8]), DER.integer(iterations)]),
            ])
        }
        func scrypt(_ factors: [[UInt8]]) -> [UInt8] {
            DER.sequence([
                DER.identifier([0x2B, 6, 1, 4, 1, 0xDA, 0x47, 4, 11]),
                DER.sequence([DER.octets([1, 2, 3, 4, 5, 6, 7, 8])] + factors.map(DER.integer)),
            ])
        }
        expect(.keyFileAuthenticationFailed, "wrong", parsing: version2(pbkdf2([8, 0])), passphrase: [1])
        for many: [UInt8] in [
            [0x7F, 0xFF, 0xFF, 0xFF], [0x00, 0x98, 0x96, 0x81], [UInt8](repeating: 0x7F, count: 20), [0xFF],
        ] {
            expect(.methodNotSupported, "iterations", parsing: version2(pbkdf2(many)), passphrase: [1])
        }
        expect(
            .keyFileAuthenticationFailed, "wrong", parsing: version2(scrypt([[0x40, 0], [8], [1]])), passphrase: [1])
        expect(.methodNotSupported, "scrypt", parsing: version2(scrypt([[1, 0, 0], [8], [1, 0]])), passphrase: [1])
        let most: [UInt8] = [0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]
        expect(.methodNotSupported, "scrypt", parsing: version2(scrypt([most, most, most])), passphrase: [1])
        let unknown = DER.sequence([DER.identifier([0x2A, 3]), DER.sequence([])])
        expect(.methodNotSupported, "not supported", parsing: version2(unknown), passphrase: [1])
        // pbeWithSHA1And3-KeyTripleDES-CBC, the way before.
        let old = DER.sequence([
            DER.identifier([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 12, 1, 3]),
            DER.sequence([DER.octets([1, 2, 3, 4, 5, 6, 7, 8]), DER.integer([0x7F, 0xFF, 0xFF, 0xFF])]),
        ])
        expect(.methodNotSupported, "iterations", parsing: envelope(old), passphrase: [1])
    }

    private func pem(_ label: String, _ content: [UInt8]) -> [UInt8] {
        [UInt8]("-----BEGIN \(label)-----\n\(Base64.encode(content))\n-----END \(label)-----\n".utf8)
    }

    @Test("kinds of keys that are not supported")
    func kinds() throws {
        let dsa = try fixtures.openssl(
            ["genpkey", "-paramfile", "/dev/stdin"],
            input: try fixtures.openssl(
                ["genpkey", "-genparam", "-algorithm", "DSA", "-pkeyopt", "dsa_paramgen_bits:1024"], input: []))
        expect(.algorithmUnsupported, "DSA keys", parsing: dsa)
        expect(.algorithmUnsupported, "DSA keys", parsing: try fixtures.openssl(["dsa"], input: dsa))
        for algorithm in ["X25519", "ED448", "RSA-PSS"] {
            let other = try fixtures.openssl(["genpkey", "-algorithm", algorithm], input: [])
            expect(.algorithmUnsupported, "supported are Ed25519", parsing: other)
        }
        let koblitz = try fixtures.openssl(["ecparam", "-name", "secp256k1", "-genkey", "-noout"], input: [])
        expect(.algorithmUnsupported, "secp256k1", parsing: koblitz)
        let short = try fixtures.openssl(["genrsa", "512"], input: [])
        expect(.algorithmUnsupported, "512 bits", parsing: short)
        expect(.algorithmUnsupported, "NEW PRIVATE KEY", parsing: pem("NEW PRIVATE KEY", [1, 2, 3]))
        for (name, words) in [
            ("ssh-dss", "DSA"), ("sk-ssh-ed25519@openssh.com", "ssh-agent"), ("ssh-ed448", "ssh-ed448"),
        ] {
            var content = OpenSSHContent(cipher: "none", derivation: "none")
            var section = WireWriter()
            section.uint32(5)
            section.uint32(5)
            section.string(name)
            content.section = section.bytes
            expect(.algorithmUnsupported, words, parsing: content.text)
        }
    }

    @Test("halves that do not belong together")
    func mismatches() throws {
        for kind in KeyFixtures.Kind.allCases {
            var content = try KeyFixtures.content(fixtures.openSSH(kind))
            let blob = fixtures.blob(kind)
            let found = try #require((0..<content.count - blob.count).first { content[$0...].starts(with: blob) })
            content[found + blob.count - 1] ^= 2
            expect(.file, "belong together", parsing: KeyFixtures.armored(content))
        }
        var checkWords = try KeyFixtures.content(fixtures.openSSH(.ed25519))
        checkWords[98] ^= 1
        expect(.file, "check words", parsing: KeyFixtures.armored(checkWords))
        var padding = try KeyFixtures.content(fixtures.openSSH(.ed25519))
        padding[padding.count - 1] ^= 1
        expect(.file, "padding", parsing: KeyFixtures.armored(padding))
        let traditional = try fixtures.reencoded(.rsa, encrypted: false, ["-m", "PEM"])
        var numbers = try KeyFixtures.content(traditional)
        numbers[numbers.count - 1] ^= 1
        expect(.file, "belong together", parsing: pem("RSA PRIVATE KEY", numbers))
    }

    @Test("damaged armor")
    func armor() throws {
        let text = String(decoding: fixtures.openSSH(.ecdsa256), as: UTF8.self)
        expect(.file, "truncated", parsing: [UInt8](text.replacing("-----END", with: "----END").utf8))
        expect(.file, "does not match", parsing: [UInt8](text.replacing("END OPENSSH", with: "END RSA").utf8))
        expect(.file, "not base64", parsing: [UInt8](text.replacing("AAAA", with: "****").utf8))
        expect(.file, "openssh-key-v1", parsing: KeyFixtures.armored([1, 2, 3]))
        for label in ["RSA PRIVATE KEY", "EC PRIVATE KEY", "PRIVATE KEY", "ENCRYPTED PRIVATE KEY"] {
            expect(.file, "damaged", parsing: pem(label, [0x30, 0x05, 1, 2, 3]))
        }
        let header = "Proc-Type: 4,ENCRYPTED\nDEK-Info: ROT13-CBC,00112233\n\n"
        let unknown = "-----BEGIN RSA PRIVATE KEY-----\n\(header)AAAA\n-----END RSA PRIVATE KEY-----\n"
        expect(.methodNotSupported, "ROT13-CBC", parsing: [UInt8](unknown.utf8), passphrase: [1])
        let bare = unknown.replacing("DEK-Info: ROT13-CBC,00112233\n", with: "")
        expect(.methodNotSupported, "encrypted with", parsing: [UInt8](bare.utf8), passphrase: [1])
    }
}
