import Testing

@testable import SwiftSSH

@Suite("Logging in by a signer of the caller's")
struct SignerTests {
    private let fixture: Fixture

    init() throws {
        fixture = try Fixture.shared.get()
    }

    /// A key with the requests that were made for its signatures.
    private final class Signer: Sendable {
        let key: PrivateKey
        private let isNamed: Bool
        private let lock = Lock()
        nonisolated(unsafe) private var names: [String] = []
        nonisolated(unsafe) private var refused: [String] = []

        init(_ path: String, isNamed: Bool = false, refusing refused: [String] = []) throws {
            key = try PrivateKey(path: path, passphrase: nil)
            self.isNamed = isNamed
            self.refused = refused
        }

        var algorithms: [String] { lock.withLock { names } }

        func sign(_ data: [UInt8], _ name: String) throws(SSHError) -> [UInt8] {
            lock.withLock { names.append(name) }
            guard let algorithm = SignatureAlgorithm(name: name), !refused.contains(name) else {
                throw SSHError(.algorithmUnsupported, "not with \(name)")
            }
            let signature = try key.signature(over: data, algorithm: algorithm)
            guard isNamed else { return signature }
            var writer = WireWriter()
            writer.string(name)
            writer.string(signature)
            return writer.bytes
        }
    }

    private func logIn(_ connected: ConnectedSession, _ signer: Signer) throws {
        try connected.session.authenticate(
            user: fixture.user, publicKey: signer.key.publicKeyBlob, sign: signer.sign)
    }

    @Test(
        "session.signer-login: with the algorithm's name before the signature or without",
        arguments: PublicKeyAuthenticationTests.kinds, [false, true])
    func login(kind: String, isNamed: Bool) throws {
        let connected = try ConnectedSession()
        let signer = try Signer(fixture.key("client_" + kind), isNamed: isNamed)
        try logIn(connected, signer)
        #expect(connected.session.isAuthenticated && signer.algorithms.count == 1)
        #expect(try connected.session.output(of: "echo in") == "in\n")
    }

    @Test("session.signer-login: an RSA signer that knows no SHA-512 is asked for SHA-256 where the engine can ask")
    func otherAlgorithm() throws {
        let connected = try ConnectedSession()
        let signer = try Signer(fixture.key("client_rsa"), refusing: ["rsa-sha2-512"])
        if connected.session.engine == .libssh2, LibSSH2Library.isAtLeast(1, 11, 0) {
            #expect(failure(of: { try logIn(connected, signer) })?.code == .algorithmUnsupported)
        } else {
            try logIn(connected, signer)
            #expect(signer.algorithms == ["rsa-sha2-512", "rsa-sha2-256"])
        }
    }

    @Test("session.signer-is-not-asked-in-vain: for a key that the server does not know, or nobody")
    func unknownKey() throws {
        let connected = try ConnectedSession()
        let signer = try Signer(fixture["stranger_key"])
        #expect(failure(of: { try logIn(connected, signer) })?.code == .authenticationFailed)
        #expect(signer.algorithms.isEmpty)
        for blob: [UInt8] in [[], [0, 0, 0, 4, 1], Array(repeating: 0, count: 100_000)] {
            let refusal = failure(of: {
                try connected.session.authenticate(user: fixture.user, publicKey: blob, sign: signer.sign)
            })
            #expect(refusal?.code == .algorithmUnsupported)
        }
    }

    @Test("session.signer-gives-up: what it throws is thrown, no signature is told, and the session goes on")
    func givesUp() throws {
        let connected = try ConnectedSession()
        let blob = try Signer(fixture.key("client_ed25519")).key.publicKeyBlob
        let refusal = failure(of: {
            try connected.session.authenticate(user: fixture.user, publicKey: blob) { (_, _) throws(SSHError) in
                throw SSHError(.agentProtocol, "the token was pulled out")
            }
        })
        #expect(refusal?.code == .agentProtocol && refusal?.message == "the token was pulled out")
        for signature in [[], [UInt8](repeating: 1, count: 4097)] {
            let refusal = failure(of: {
                try connected.session.authenticate(user: fixture.user, publicKey: blob) { (_, _) in signature }
            })
            #expect(refusal?.code == .callback)
        }
        try logIn(connected, Signer(fixture.key("client_ed25519")))
    }

    @Test("session.signer-wrong-signature: is refused, and so is one by another algorithm")
    func wrongSignature() throws {
        let connected = try ConnectedSession()
        let signer = try Signer(fixture.key("client_ed25519"))
        let refusal = failure(of: {
            try connected.session.authenticate(user: fixture.user, publicKey: signer.key.publicKeyBlob) { (_, _) in
                [UInt8](repeating: 7, count: 64)
            }
        })
        #expect(refusal?.code == .publicKeyUnverified)
        var other = WireWriter()
        other.string("ssh-rsa")
        other.string([UInt8](repeating: 7, count: 64))
        let named = other.bytes
        let mistaken = failure(of: {
            try connected.session.authenticate(user: fixture.user, publicKey: signer.key.publicKeyBlob) { (_, _) in
                named
            }
        })
        #expect(mistaken?.code == .algorithmUnsupported)
        try logIn(connected, signer)
    }

    @Test("session.signer-non-blocking: the caller's poll loop drives it, and the signer is asked once")
    func nonBlocking() throws {
        let connected = try ConnectedSession()
        let signer = try Signer(fixture.key("client_rsa"))
        connected.session.isBlocking = false
        try connected.driven { try logIn(connected, signer) }
        #expect(connected.session.isAuthenticated && signer.algorithms == ["rsa-sha2-512"])
    }
}
