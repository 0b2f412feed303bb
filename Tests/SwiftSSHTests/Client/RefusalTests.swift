import Glibc
import Testing

@testable import SwiftSSH

@Suite("What refusals say")
struct RefusalTests {
    private static let engines: [EngineChoice] = [.libssh2, .native]

    @Test(
        "client.refusals-explain: one session too many, a port that may not be listened on, a name that is taken",
        arguments: engines)
    func explained(_ engine: EngineChoice) throws {
        let server = try ClientServer(["MaxSessions 1", "PermitListen 1"])
        let client = try server.client { $0.engine = engine }
        let process = try client.start("sleep 600")
        let full = failure { try client.run("true") }
        #expect(full?.code == .channelFailure)
        #expect(full?.message.contains("MaxSessions") == true)
        process.kill()
        let listening = failure { try client.forwardRemote(to: "127.0.0.1", port: 1) }
        #expect(listening?.code == .requestDenied)
        #expect(listening?.message.contains("PermitListen") == true)
        let other = try ClientServer().client { $0.engine = engine }
        let scratch = try TemporaryDirectory()
        for name in ["a", "b"] { _ = try scratch.write(Array(name.utf8), to: name) }
        let (from, target) = (RemotePath(scratch.path("a")), RemotePath(scratch.path("b")))
        let renaming = failure { try other.session.sftp().rename(from, to: target) }
        #expect(renaming?.sftpStatus == SFTPStatus.failure.rawValue)
        #expect(renaming?.message.contains("\(target) is there already") == true)
    }

    @Test("client.refusals-explain: a copy that is cut names its path and what was being done", arguments: engines)
    func cut(_ engine: EngineChoice) throws {
        let client = try ClientServer().client { $0.engine = engine }
        let scratch = try TemporaryDirectory()
        let large = try scratch.write([UInt8](repeating: 0, count: 30_000_000), to: "large")
        let server = try #require(pid_t(client.run("echo $PPID").text.dropLast()))
        let sftp = try client.session.sftp()
        let error = failure {
            try sftp.get(RemotePath(large), to: LocalPath(scratch.path("copy"))) { progress in
                kill(server, SIGKILL)
                return true
            }
        }
        #expect(error?.phase == .sftp)
        #expect(error?.path == large)
    }

    @Test(
        "client.login-refused: of an RSA key the signatures that were tried are told, and those that the server takes where it says so"
    )
    func signatures() throws {
        let server = try ClientServer(["PubkeyAcceptedAlgorithms ssh-ed25519"])
        for engine in Self.engines {
            let error = failure {
                try server.client {
                    $0.engine = engine
                    $0.keyFiles = [server.fixture["client_key_rsa"]]
                }
            }
            #expect(error?.code == .authenticationFailed)
            let isTold = engine == .native || !LibSSH2Library.isAtLeast(1, 11, 0)
            #expect(error?.message.contains("was refused (offered with rsa-sha2-512") == isTold)
            if engine == .native {
                #expect(error?.message.contains("the server takes signatures by ssh-ed25519") == true)
            }
        }
    }

    @Test("client.refusals-explain: a first packet of an impossible length is told as that")
    func impossible() {
        for (length, isTold) in [(UInt32.max, true), (4, true), (40_001, true), (40_000, false), (300, false)] {
            var observer = KeyExchangeObserver()
            var bytes = Array("SSH-2.0-x\r\n".utf8)
            withUnsafeBytes(of: length.bigEndian) { bytes.append(contentsOf: $0) }
            bytes.withUnsafeBytes { observer.observe($0) }
            #expect(observer.impossibleLength == (isTold ? length : nil))
        }
    }
}
