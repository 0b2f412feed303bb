import Testing

@testable import SwiftSSH

@Suite("The native engine: which algorithms user keys sign with")
struct UserKeyAlgorithmTests {
    private static let rsa = ["rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"]

    /// A key's type and no more, which is all that is looked at.
    private func blob(_ type: String) -> [UInt8] {
        var writer = WireWriter()
        writer.string(type)
        return writer.bytes
    }

    @Test(
        "RSA signs with SHA-1 for servers that name that, and for those that name nothing",
        arguments: [
            (nil, rsa), ([], ["rsa-sha2-512", "rsa-sha2-256"]), (["ssh-ed25519"], ["rsa-sha2-512", "rsa-sha2-256"]),
            (["ssh-rsa"], ["ssh-rsa"]), (["rsa-sha2-256", "x"], ["rsa-sha2-256"]),
            (["ssh-rsa", "rsa-sha2-256"], Array(rsa[1...])),
        ] as [([String]?, [String])])
    func offered(server: [String]?, expected: [String]) {
        #expect(PublicKeyAttempt.algorithms(for: blob("ssh-rsa"), server: server) == expected)
        let certificate = "-cert-v01@openssh.com"
        #expect(
            PublicKeyAttempt.algorithms(for: blob("ssh-rsa" + certificate), server: server)
                == expected.map { $0 + certificate })
        #expect(PublicKeyAttempt.algorithms(for: blob("ssh-ed25519"), server: server) == ["ssh-ed25519"])
    }

    @Test("A host's RSA key signs with SHA-1 on the same terms, whatever else the server names")
    func hostBased() {
        for server in [nil, ["ssh-rsa"]] as [[String]?] {
            #expect(HostBasedAttempt.algorithms(for: .rsa, server: server).map(\.name) == Self.rsa)
        }
        for server in [[], ["ssh-ed25519"], ["rsa-sha2-256"]] {
            #expect(HostBasedAttempt.algorithms(for: .rsa, server: server) == [.rsaSHA512, .rsaSHA256])
            #expect(HostBasedAttempt.algorithms(for: .ed25519, server: server) == [.ed25519])
        }
    }

    /// What a key is asked to sign with by a server that takes everything, where the signer knows only SHA-1.
    private func asked(server: [String]?) throws -> (asked: [String], error: SSHError?) {
        let (asked, blob) = (Collected<String>(), blob("ssh-rsa"))
        var attempt = PublicKeyAttempt(user: [1], blob: blob, serverAlgorithms: server, sessionIdentifier: [2]) {
            (_, algorithm) throws(SSHError) in
            asked.append(algorithm)
            guard algorithm == "ssh-rsa" else { throw SSHError(.algorithmUnsupported, "cannot sign with \(algorithm)") }
            return .done([3])
        }
        do {
            try converse(&attempt, blob)
        } catch let error as SSHError {
            return (asked.values, error)
        }
        return (asked.values, nil)
    }

    /// Takes every algorithm that is asked about, until there is a signature.
    private func converse(_ attempt: inout PublicKeyAttempt, _ blob: [UInt8]) throws {
        var step = try attempt.proceed()
        while case .send(let request) = step {
            var reader = WireReader(request.bytes.dropFirst())
            for _ in 0..<3 { _ = reader.string() }
            guard reader.boolean() == false, let algorithm = reader.string() else { return }
            var answer = WireWriter()
            answer.byte(60)
            answer.string(algorithm)
            answer.string(blob)
            step = try attempt.receive(answer.bytes)
        }
    }

    @Test("A signer that knows only SHA-1 is not let use it for a server that took better and named nothing")
    func signer() throws {
        let silent = try asked(server: nil)
        #expect(silent.asked == ["rsa-sha2-512", "rsa-sha2-256"] && silent.error?.code == .algorithmUnsupported)
        let naming = try asked(server: Self.rsa)
        #expect(naming.asked == Self.rsa && naming.error == nil)
    }
}
