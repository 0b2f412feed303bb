import Foundation

@testable import SwiftSSH

/// Key files made by the real `ssh-keygen` and `openssl`, once for each run of the tests.
final class KeyFixtures: Sendable {
    /// A key of each kind, and the arguments that `ssh-keygen` makes it with.
    enum Kind: String, CaseIterable, Sendable {
        case ed25519, ecdsa256, ecdsa384, ecdsa521, rsa

        var arguments: [String] {
            switch self {
            case .ed25519: ["-t", "ed25519"]
            case .ecdsa256: ["-t", "ecdsa", "-b", "256"]
            case .ecdsa384: ["-t", "ecdsa", "-b", "384"]
            case .ecdsa521: ["-t", "ecdsa", "-b", "521"]
            case .rsa: ["-t", "rsa", "-b", "2048"]
            }
        }

        var algorithm: KeyAlgorithm {
            switch self {
            case .ed25519: .ed25519
            case .ecdsa256: .ecdsa(.nistp256)
            case .ecdsa384: .ecdsa(.nistp384)
            case .ecdsa521: .ecdsa(.nistp521)
            case .rsa: .rsa
            }
        }
    }

    static let shared = Result { try KeyFixtures() }

    /// The passphrase of every encrypted file.
    static let passphrase = [UInt8]("correct horse, grüne Batterie".utf8)
    static let passphraseText = "correct horse, grüne Batterie"

    /// The ciphers that the real `ssh-keygen` writes with `-Z`.
    static let ciphers = [
        "aes128-ctr", "aes192-ctr", "aes256-ctr", "aes128-cbc", "aes192-cbc", "aes256-cbc",
        "aes128-gcm@openssh.com", "aes256-gcm@openssh.com", "3des-cbc",
    ]

    private let plain: [Kind: [UInt8]]
    private let publicLines: [Kind: [UInt8]]

    private init() throws {
        let directory = try TemporaryDirectory()
        var plain: [Kind: [UInt8]] = [:]
        var publicLines: [Kind: [UInt8]] = [:]
        for kind in Kind.allCases {
            let path = directory.path(kind.rawValue)
            try runProcessChecked(
                ["ssh-keygen", "-q", "-N", "", "-C", "\(kind.rawValue) of the tests", "-f", path] + kind.arguments)
            plain[kind] = try directory.read(kind.rawValue)
            publicLines[kind] = try directory.read(kind.rawValue + ".pub")
        }
        self.plain = plain
        self.publicLines = publicLines
    }

    /// OpenSSH's format, not encrypted.
    func openSSH(_ kind: Kind) -> [UInt8] { plain[kind] ?? [] }

    /// The `.pub` file.
    func publicLine(_ kind: Kind) -> [UInt8] { publicLines[kind] ?? [] }

    /// The public key blob, decoded by Foundation.
    func blob(_ kind: Kind) -> [UInt8] {
        let words = String(decoding: publicLine(kind), as: UTF8.self).split(separator: " ")
        return words.count > 1 ? Data(base64Encoded: String(words[1])).map { [UInt8]($0) } ?? [] : []
    }

    /// A directory with the key as `key` and `key.pub`.
    func directory(_ kind: Kind) throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        try directory.write(openSSH(kind), to: "key")
        try directory.write(publicLine(kind), to: "key.pub")
        return directory
    }

    /// The same key as `ssh-keygen -p` writes it with these arguments.
    func reencoded(_ kind: Kind, encrypted: Bool, _ arguments: [String]) throws -> [UInt8] {
        let scratch = try TemporaryDirectory()
        let path = try scratch.write(openSSH(kind), to: "key")
        try runProcessChecked(
            ["ssh-keygen", "-q", "-p", "-P", "", "-N", encrypted ? Self.passphraseText : "", "-f", path] + arguments)
        return try scratch.read("key")
    }

    /// OpenSSH's format, encrypted with one of ``ciphers``.
    func encrypted(_ kind: Kind, cipher: String = "aes256-ctr", rounds: Int = 1) throws -> [UInt8] {
        try reencoded(kind, encrypted: true, ["-Z", cipher, "-a", "\(rounds)"])
    }

    /// PKCS #8, not encrypted; `ssh-keygen` cannot write Ed25519 so, hence the detour over the seed.
    func pkcs8(_ kind: Kind) throws -> [UInt8] {
        guard kind == .ed25519 else { return try reencoded(kind, encrypted: false, ["-m", "PKCS8"]) }
        var seed = WireReader(try Self.content(openSSH(.ed25519)))
        _ = seed.slice(15)
        for _ in 0..<3 { _ = seed.string() }
        _ = seed.uint32()
        _ = seed.string()
        var section = WireReader(seed.string() ?? [])
        _ = section.slice(8)
        _ = section.string()
        _ = section.string()
        let prefix: [UInt8] = [0x30, 0x2E, 2, 1, 0, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 4, 0x22, 4, 0x20]
        return try openssl(["pkey", "-inform", "DER"], input: prefix + (section.string() ?? []).prefix(32))
    }

    /// What `openssl` writes to its standard output.
    func openssl(_ arguments: [String], input: [UInt8]) throws -> [UInt8] {
        try runProcessChecked(["openssl"] + arguments, input: input).output
    }

    /// The bytes inside an armor.
    static func content(_ text: [UInt8]) throws -> [UInt8] { try KeyArmor(findingIn: text).content }

    /// Bytes in the armor of OpenSSH's format.
    static func armored(_ content: [UInt8]) -> [UInt8] {
        let body = Data(content).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
        return [UInt8]("-----BEGIN OPENSSH PRIVATE KEY-----\n\(body)\n-----END OPENSSH PRIVATE KEY-----\n".utf8)
    }
}
