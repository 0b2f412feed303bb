import Glibc
import Testing

@testable import SwiftSSH

@Suite("Keys that a client logs in with")
struct LoginKeyTests {
    private func text(_ path: String) throws -> [UInt8] { try KeyFile(path: path).bytes }

    @Test("client.login-key-in-memory: a private key in memory logs in, encrypted or not, without any file")
    func inMemory() throws {
        let server = try ClientServer()
        let fixture = server.fixture
        let plain = ClientKey(try text(fixture["client_key"]))
        let encrypted = ClientKey(
            try text(fixture["client_key_ecdsa_256_encrypted"]), passphrase: fixture.passphrase)
        let stranger = ClientKey(try text(fixture.key("stranger_ed25519")))
        for keys in [[plain], [encrypted], [stranger, plain]] {
            #expect(try server.client { ($0.keys, $0.keyFiles) = (keys, nil) }.isConnected)
        }
        let refused = failure {
            try server.client { ($0.keys, $0.keyFiles) = ([stranger, ClientKey(Array("no key".utf8))], []) }
        }
        #expect(refused?.code == .authenticationFailed)
        #expect(refused?.message.contains("key 1 in memory was refused, key 2 in memory: ") == true)
        let secret = try text(fixture["client_key_ecdsa_256_encrypted"])
        let locked = failure { try server.client { ($0.keys, $0.keyFiles) = ([ClientKey(secret)], []) } }
        #expect(locked?.code == .keyFileAuthenticationFailed)
    }

    @Test("client.login-key-mode: a key file that others may use is refused with its mode and the remedy")
    func mode() throws {
        let server = try ClientServer()
        let scratch = try TemporaryDirectory()
        let path = scratch.path("key")
        try runProcessChecked(["cp", server.fixture["client_key"], path])
        for (mode, isTaken) in [(mode_t(0o644), false), (0o620, false), (0o600, true), (0o400, true)] {
            try #require(chmod(path, mode) == 0)
            if isTaken {
                #expect(try server.client { $0.keyFiles = [path] }.isConnected)
                continue
            }
            let error = failure { try server.client { $0.keyFiles = [path] } }
            #expect(error?.code == .file)
            #expect(error?.errno == EACCES)
            #expect(error?.path == path)
            #expect(error?.message.contains("0\(String(mode, radix: 8))") == true)
            #expect(error?.message.contains("chmod 600") == true)
        }
        // Not chmod for a file of which no key is to be had.
        let given = failure { try server.client { $0.keyFiles = [server.fixture["client_key"] + ".pub"] } }
        #expect(given?.message.contains("a public key") == true)
        #expect(given?.message.contains("chmod") == false)
    }
}
