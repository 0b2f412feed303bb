import Testing

@testable import SwiftSSH

@Suite("Private keys in every format")
struct PrivateKeyFormatTests {
    private let fixtures: KeyFixtures

    init() throws {
        fixtures = try KeyFixtures.shared.get()
    }

    /// Reads the text and holds the key against what `ssh-keygen` says that it is.
    private func check(_ text: [UInt8], _ kind: KeyFixtures.Kind, passphrase: [UInt8]? = nil, comment: String = "")
        throws
    {
        let key = try PrivateKey(parsing: text, passphrase: passphrase)
        #expect(key.publicKeyBlob == fixtures.blob(kind))
        #expect(key.algorithm == kind.algorithm)
        #expect(key.comment == comment)
        let publicKey = try PublicKey(parsing: fixtures.publicLine(kind))
        let data = [UInt8]("data to sign".utf8)
        for algorithm in key.algorithm.signatureAlgorithms {
            let signature = try key.signature(over: data, algorithm: algorithm)
            #expect(try publicKey.isValid(signature: signature, over: data, algorithm: algorithm))
            #expect(try !publicKey.isValid(signature: signature, over: data + [0], algorithm: algorithm))
        }
    }

    @Test(
        "OpenSSH's format, not encrypted; a passphrase that is not needed is ignored",
        arguments: KeyFixtures.Kind.allCases)
    func openSSH(kind: KeyFixtures.Kind) throws {
        let comment = "\(kind.rawValue) of the tests"
        try check(fixtures.openSSH(kind), kind, comment: comment)
        try check(fixtures.openSSH(kind), kind, passphrase: [1, 2, 3], comment: comment)
        let directory = try fixtures.directory(kind)
        #expect(try PrivateKey(path: directory.path("key"), passphrase: nil).publicKeyBlob == fixtures.blob(kind))
    }

    @Test("OpenSSH's format, every cipher", arguments: KeyFixtures.ciphers)
    func openSSHEncrypted(cipher: String) throws {
        for kind in [KeyFixtures.Kind.ed25519, .ecdsa521, .rsa] {
            let text = try fixtures.encrypted(kind, cipher: cipher)
            try check(text, kind, passphrase: KeyFixtures.passphrase, comment: "\(kind.rawValue) of the tests")
        }
    }

    @Test("OpenSSH's format with the usual 16 rounds and the usual cipher", arguments: KeyFixtures.Kind.allCases)
    func openSSHDefault(kind: KeyFixtures.Kind) throws {
        let text = try fixtures.reencoded(kind, encrypted: true, [])
        try check(text, kind, passphrase: KeyFixtures.passphrase, comment: "\(kind.rawValue) of the tests")
    }

    @Test("PKCS #1 and SEC 1", arguments: [KeyFixtures.Kind.ecdsa256, .ecdsa384, .ecdsa521, .rsa])
    func traditional(kind: KeyFixtures.Kind) throws {
        let plain = try fixtures.reencoded(kind, encrypted: false, ["-m", "PEM"])
        #expect(String(decoding: plain, as: UTF8.self).contains(kind == .rsa ? "BEGIN RSA" : "BEGIN EC"))
        try check(plain, kind)
        try check(
            try fixtures.reencoded(kind, encrypted: true, ["-m", "PEM"]), kind, passphrase: KeyFixtures.passphrase)
        for cipher in ["-des3", "-aes256", "-aes192"] {
            let text = try fixtures.openssl(
                [kind == .rsa ? "rsa" : "ec", cipher, "-passout", "pass:\(KeyFixtures.passphraseText)"]
                    + (kind == .rsa ? ["-traditional"] : []), input: plain)
            #expect(String(decoding: text, as: UTF8.self).contains("DEK-Info"))
            try check(text, kind, passphrase: KeyFixtures.passphrase)
        }
    }

    @Test("PKCS #8, with and without encryption", arguments: KeyFixtures.Kind.allCases)
    func pkcs8(kind: KeyFixtures.Kind) throws {
        let plain = try fixtures.pkcs8(kind)
        #expect(String(decoding: plain, as: UTF8.self).contains("BEGIN PRIVATE KEY"))
        try check(plain, kind)
        let ways = [
            ["-v2", "aes-256-cbc"], ["-v2", "des3", "-v2prf", "hmacWithSHA1"], ["-scrypt"], ["-v1", "PBE-SHA1-3DES"],
            ["-v2", "aes-128-cbc", "-iter", "100000"],
        ]
        for way in ways {
            let text = try fixtures.openssl(
                ["pkcs8", "-topk8", "-passout", "pass:\(KeyFixtures.passphraseText)"] + way, input: plain)
            #expect(String(decoding: text, as: UTF8.self).contains("BEGIN ENCRYPTED PRIVATE KEY"))
            try check(text, kind, passphrase: KeyFixtures.passphrase)
        }
    }

    @Test("ECDSA keys with a parameter block before them and with a compressed point")
    func ellipticCurveVariants() throws {
        let plain = try fixtures.reencoded(.ecdsa384, encrypted: false, ["-m", "PEM"])
        let parameters = try fixtures.openssl(["ecparam", "-name", "secp384r1"], input: [])
        try check(parameters + plain, .ecdsa384)
        try check(try fixtures.openssl(["ec", "-conv_form", "compressed"], input: plain), .ecdsa384)
        try check(try fixtures.openssl(["ec", "-no_public"], input: plain), .ecdsa384)
    }

    @Test("line ends, marks, text around, white space", arguments: ["openssh", "pem"])
    func textVariants(format: String) throws {
        let text =
            format == "openssh"
            ? fixtures.openSSH(.rsa) : try fixtures.reencoded(.rsa, encrypted: true, ["-m", "PEM"])
        let comment = format == "openssh" ? "rsa of the tests" : ""
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let variants = [
            lines.joined(separator: "\r\n"), lines.joined(separator: "\r"),
            "\u{FEFF}" + lines.joined(separator: "\r\n"),
            "Bag Attributes\n  name: x\n\n" + lines.joined(separator: "\n"),
            String(lines.joined(separator: "\n").dropLast()), lines.map { "  \($0)\t " }.joined(separator: "\n"),
            lines.joined(separator: "\n") + "\nanything after it\n",
        ]
        for variant in variants {
            try check([UInt8](variant.utf8), .rsa, passphrase: KeyFixtures.passphrase, comment: comment)
        }
    }

    @Test("loose modes are noticed")
    func modes() throws {
        let scratch = try TemporaryDirectory()
        let loose = try scratch.write(fixtures.openSSH(.ed25519), to: "loose", mode: 0o640)
        let tight = try scratch.write(fixtures.openSSH(.ed25519), to: "tight", mode: 0o600)
        #expect(try PrivateKey(path: loose, passphrase: nil).isReadableByOthers)
        #expect(try !PrivateKey(path: tight, passphrase: nil).isReadableByOthers)
    }
}
