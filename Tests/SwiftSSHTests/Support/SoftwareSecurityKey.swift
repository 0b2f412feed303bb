@testable import SwiftSSH

/// What a security key does (OpenSSH's `PROTOCOL.u2f`), done by a key of the fixture.
final class SoftwareSecurityKey: Sendable {
    /// Somebody has touched it.
    static let touched: UInt8 = 1

    let kind: SecurityKey.Kind
    /// The public half as the wire has it.
    let blob: [UInt8]
    private let key: PrivateKey
    private let application: [UInt8]
    private let presence: SignatureBlob.Presence

    /// A key, and what it says of itself with every signature.
    init(
        _ kind: SecurityKey.Kind, application: String = "ssh:", flags: UInt8 = touched, counter: UInt32 = 0x0102_0304
    ) throws {
        self.kind = kind
        self.application = Array(application.utf8)
        presence = SignatureBlob.Presence(flags: flags, counter: counter)
        let fixture = try Fixture.shared.get()
        key = try PrivateKey(
            path: fixture.key(kind == .ed25519 ? "client_ed25519" : "client_ecdsa_256"), passphrase: nil)
        // The same parts under another name, and whom it was made for.
        var parts = WireReader(key.publicKeyBlob)
        var writer = WireWriter()
        writer.string(kind.rawValue)
        _ = parts.stringSlice()
        writer.raw(parts.rest())
        writer.string(application)
        blob = writer.bytes
    }

    /// The line of a file of public keys.
    var line: String { "\(kind.rawValue) \(Base64.encode(blob)) a security key\n" }

    /// The signature of data, as the wire has it.
    func sign(_ data: [UInt8]) throws(SSHError) -> [UInt8] {
        let signed = try SecurityKey.signedData(application: application, presence: presence, data: data)
        return SignatureBlob(
            name: kind.rawValue, signature: try key.signature(over: signed, algorithm: kind.signatureAlgorithm),
            presence: presence
        ).bytes
    }

    /// An agent that holds the key.
    func agent() throws -> ScriptedAgent { try Self.agent(holding: [self]) }

    /// An agent that holds keys, and signs for their certificates too.
    static func agent(holding keys: [SoftwareSecurityKey]) throws -> ScriptedAgent {
        try ScriptedAgent { question in
            if question.first == 11 { return ScriptedAgent.list(keys.map(\.blob)) }
            var reader = WireReader(question.dropFirst())
            guard let asked = reader.string(), let data = reader.string() else { return .refusal }
            let blob = (try? PublicKey(blob: asked).certifiedKeyBlob) ?? asked
            guard let signature = try? keys.first(where: { $0.blob == blob })?.sign(data) else { return .refusal }
            var writer = WireWriter()
            writer.byte(14)
            writer.string(signature)
            return .message(writer.bytes)
        }
    }
}
