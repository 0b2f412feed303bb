import Testing

@testable import SwiftSSH

@Suite("Authentication by key")
struct PublicKeyAuthenticationTests {
    private let fixture: Fixture

    init() throws {
        fixture = try Fixture.shared.get()
    }

    static let kinds = ["ed25519", "ecdsa_256", "ecdsa_384", "ecdsa_521", "rsa"]
    static let files =
        kinds.flatMap { ["client_\($0)", "client_\($0)_encrypted"] }
        + kinds.dropFirst().flatMap { kind in
            ["", "_encrypted"].flatMap { state in [".pem", ".pkcs8"].map { "client_\(kind)\(state)\($0)" } }
        }
    static let encrypted = files.filter { $0.contains("_encrypted") }

    private func passphrase(_ name: String) -> [UInt8]? {
        name.contains("_encrypted") ? fixture.passphrase : nil
    }

    private func content(_ path: String) throws -> [UInt8] {
        try runProcessChecked(["cat", path]).output
    }

    @Test("session.key-file-login: every kind and form, encrypted or not", arguments: files)
    func file(name: String) throws {
        let connected = try ConnectedSession()
        try connected.session.authenticate(
            user: fixture.user, privateKey: fixture.key(name), passphrase: passphrase(name))
        #expect(connected.session.isAuthenticated)
    }

    @Test("session.key-in-memory-login: every kind and form, encrypted or not", arguments: files)
    func memory(name: String) throws {
        let connected = try ConnectedSession()
        try connected.session.authenticate(
            user: fixture.user, privateKey: content(fixture.key(name)), passphrase: passphrase(name))
        #expect(connected.session.isAuthenticated)
    }

    @Test("session.key-file-login: a public key may be given along, one of another key is refused")
    func publicKey() throws {
        let connected = try ConnectedSession()
        let path = fixture["client_key"]
        let other = failure(of: {
            try connected.session.authenticate(
                user: fixture.user, privateKey: path, publicKey: fixture["stranger_key"] + ".pub")
        })
        #expect(other?.path == fixture["stranger_key"] + ".pub")
        try connected.session.authenticate(user: fixture.user, privateKey: path, publicKey: path + ".pub")
        let inMemory = try ConnectedSession()
        try inMemory.session.authenticate(
            user: fixture.user, privateKey: content(path), publicKey: content(path + ".pub"))
    }

    @Test("session.unknown-key-is-refused: and a known one still works; an unknown user is refused too")
    func stranger() throws {
        let connected = try ConnectedSession()
        let error = failure(of: {
            try connected.session.authenticate(user: fixture.user, privateKey: fixture["stranger_key"])
        })
        #expect(error?.code == .authenticationFailed && error?.phase == .authenticating)
        #expect(!connected.session.isAuthenticated)
        try connected.logIn()
        let nobody = try ConnectedSession()
        let refusal = failure(of: {
            try nobody.session.authenticate(user: "swiftssh-nobody", privateKey: fixture["client_key"])
        })
        #expect(refusal?.code == .authenticationFailed)
    }

    @Test("session.wrong-passphrase-is-told: wrong or missing, before the server is asked", arguments: encrypted)
    func passphrase(name: String) throws {
        let connected = try ConnectedSession(["MaxAuthTries 1"])
        let path = fixture.key(name)
        for wrong in [Array("wrong".utf8), [], nil] as [[UInt8]?] {
            let error = failure(of: {
                try connected.session.authenticate(user: fixture.user, privateKey: path, passphrase: wrong)
            })
            #expect(error?.code == .keyFileAuthenticationFailed && error?.path == path)
        }
        let inMemory = failure(of: {
            try connected.session.authenticate(
                user: fixture.user, privateKey: content(path), passphrase: Array("wrong".utf8))
        })
        #expect(inMemory?.code == .keyFileAuthenticationFailed)
        if name.contains("rsa") && !Session.capabilities.contains(.rsaSHA2HostKeys) { return }
        try connected.session.authenticate(user: fixture.user, privateKey: path, passphrase: fixture.passphrase)
    }

    @Test("session.missing-key-file-is-told: by its path and errno")
    func missing() throws {
        let connected = try ConnectedSession()
        let error = failure(of: {
            try connected.session.authenticate(user: fixture.user, privateKey: "/nowhere/key")
        })
        #expect(error?.code == .file && error?.path == "/nowhere/key" && error?.errno == 2)
        try connected.logIn()
    }

    @Test("session.unusable-key-file-is-told: a directory, junk and nothing")
    func unusable() throws {
        let connected = try ConnectedSession()
        let directory = try TemporaryDirectory()
        let junk = try directory.write(Array(String(repeating: "not a key\n", count: 100).utf8), to: "junk")
        let empty = try directory.write([], to: "empty")
        for path in [directory.path, junk, empty, "/dev/null"] {
            let error = failure(of: { try connected.session.authenticate(user: fixture.user, privateKey: path) })
            #expect(error?.code == .file && error?.path == path)
        }
        try connected.logIn()
    }
}
