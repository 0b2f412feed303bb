import Testing

@testable import SwiftSSH

@Suite("Private keys that are cut or damaged")
struct PrivateKeyDamageTests {
    /// A file of each format, with the passphrase that opens it.
    private let files: [(name: String, text: [UInt8], passphrase: [UInt8]?)]
    private let blobs: Set<[UInt8]>

    init() throws {
        let fixtures = try KeyFixtures.shared.get()
        let passphrase = KeyFixtures.passphrase
        var files: [(name: String, text: [UInt8], passphrase: [UInt8]?)] = []
        for kind in KeyFixtures.Kind.allCases {
            files.append(("\(kind)", fixtures.openSSH(kind), nil))
            files.append(("\(kind) encrypted", try fixtures.encrypted(kind), passphrase))
            files.append(("\(kind) PKCS #8", try fixtures.pkcs8(kind), nil))
        }
        files.append(("cbc", try fixtures.encrypted(.rsa, cipher: "aes256-cbc"), passphrase))
        files.append(("gcm", try fixtures.encrypted(.ecdsa256, cipher: "aes256-gcm@openssh.com"), passphrase))
        for kind in [KeyFixtures.Kind.ecdsa521, .rsa] {
            files.append(("\(kind) PEM", try fixtures.reencoded(kind, encrypted: false, ["-m", "PEM"]), nil))
            files.append(
                ("\(kind) PEM encrypted", try fixtures.reencoded(kind, encrypted: true, ["-m", "PEM"]), passphrase))
            files.append(
                (
                    "\(kind) PKCS #8 encrypted", try fixtures.reencoded(kind, encrypted: true, ["-m", "PKCS8"]),
                    passphrase
                ))
        }
        self.files = files
        blobs = Set(KeyFixtures.Kind.allCases.map(fixtures.blob))
    }

    @Test("cut at each tenth: always an error")
    func truncation() {
        for file in files {
            #expect((try? PrivateKey(parsing: file.text, passphrase: file.passphrase)) != nil, "\(file.name)")
            for tenth in 0..<10 {
                let cut = [UInt8](file.text.prefix(file.text.count * tenth / 10))
                let error = #expect(throws: SSHError.self, "\(file.name) at \(tenth)/10") {
                    try PrivateKey(parsing: cut, passphrase: file.passphrase)
                }
                #expect(error?.code == .file, "\(file.name) at \(tenth)/10")
                #expect(error?.message.contains(tenth == 0 ? "empty" : "truncated") == true, "\(error?.message ?? "")")
            }
        }
    }

    @Test("the content cut at each tenth, inside a whole armor: always an error")
    func truncatedContent() throws {
        for file in files {
            let armor = try KeyArmor(findingIn: file.text)
            for tenth in 0..<10 {
                let cut = [UInt8](armor.content.prefix(armor.content.count * tenth / 10))
                let headers = armor.headers.sorted { $0.key > $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
                let text =
                    "-----BEGIN \(armor.label)-----\n\(headers)\n\(Base64.encode(cut))\n-----END \(armor.label)-----\n"
                #expect(throws: SSHError.self, "\(file.name) at \(tenth)/10") {
                    try PrivateKey(parsing: [UInt8](text.utf8), passphrase: file.passphrase)
                }
            }
        }
    }

    @Test("characters of the text changed at random: an error or the same key, never a crash")
    func flippedText() {
        var random = SeededGenerator(seed: 1)
        for file in files {
            for _ in 0..<30 {
                var text = file.text
                text[Int.random(in: 0..<text.count, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
                try? survive(text, file.passphrase)
            }
        }
    }

    @Test("bits of the content flipped at random: an error or a sound key, never a crash")
    func flippedContent() throws {
        var random = SeededGenerator(seed: 2)
        for file in files {
            let armor = try KeyArmor(findingIn: file.text)
            let headers = armor.headers.sorted { $0.key > $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
            for _ in 0..<30 {
                var content = armor.content
                let position = Int.random(in: 0..<content.count, using: &random)
                content[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                let text =
                    "-----BEGIN \(armor.label)-----\n\(headers)\n\(Base64.encode(content))\n"
                    + "-----END \(armor.label)-----\n"
                try? survive([UInt8](text.utf8), file.passphrase)
            }
        }
    }

    /// Whatever is accepted must sign in a way that its own public half verifies.
    private func survive(_ text: [UInt8], _ passphrase: [UInt8]?) throws {
        let key = try PrivateKey(parsing: text, passphrase: passphrase)
        for algorithm in key.algorithm.signatureAlgorithms {
            let signature = try key.signature(over: [1, 2, 3], algorithm: algorithm)
            #expect(try key.publicKey.isValid(signature: signature, over: [1, 2, 3], algorithm: algorithm))
        }
    }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
