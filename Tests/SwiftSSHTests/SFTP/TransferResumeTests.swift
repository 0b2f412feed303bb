import Foundation
import Testing

@testable import SwiftSSH

@Suite("Copies over connections that fail, and that are gone on with")
struct TransferResumeTests {
    private static let modes = ["cut-fin", "cut-reset", "stall", "flip"]
    private static let places = [20_002, 300_007, 1_001_000]
    private static let noticed: [SSHError.Code] = [
        .invalidMAC, .outOfBoundary, .decrypt, .timeout, .socketDisconnect, .socketReceive, .socketSend,
    ]

    @Test(
        "sftp.resume-after-faults: a download that was cut, reset, stalled or damaged anywhere is finished by one that resumes",
        arguments: modes, EngineChoice.allCases)
    func downloads(mode: String, engine: EngineChoice) throws {
        for place in Self.places {
            try copyTwice(engine, mode, place) { sftp, from, to throws(SSHError) in
                try sftp.get(RemotePath(from), to: LocalPath(to), options: TransferOptions(resumes: true))
            }
        }
    }

    @Test(
        "sftp.resume-after-faults: so is an upload", arguments: modes, EngineChoice.allCases)
    func uploads(mode: String, engine: EngineChoice) throws {
        for place in Self.places {
            try copyTwice(engine, mode, place, "--upstream") { sftp, from, to throws(SSHError) in
                try sftp.put(LocalPath(from), to: RemotePath(to), options: TransferOptions(resumes: true))
            }
        }
    }

    /// Copies a file of a million bytes over a connection that fails after so many, then over one that does not.
    private func copyTwice(
        _ engine: EngineChoice, _ mode: String, _ place: Int, _ direction: String...,
        copy: (SFTP, String, String) throws(SSHError) -> TransferReport
    ) throws {
        let fixture = try Fixture.shared.get()
        let directory = try TemporaryDirectory()
        var random = Randomness(seed: 46)
        let content = random.bytes(1_000_000)
        try directory.write(content, to: "from")
        let peer = try PortServer(
            scripted: direction + ["--faulty", "1", "--bit", "\(place % 8)", mode, "\(place)"], before: fixture.sshd())
        for isLast in [false, true] {
            let session = try Session(engine: engine)
            session.timeout = ConnectedSession.patience
            try session.connect(host: "127.0.0.1", port: peer.port)
            try session.authenticate(user: fixture.user, privateKey: fixture["client_key"])
            do throws(SSHError) {
                let sftp = try session.sftp()
                // A bit of a packet's length has both sides wait for what does not come, as a stall has.
                if !isLast { session.timeout = .milliseconds(500) }
                _ = try copy(sftp, directory.path("from"), directory.path("to"))
                #expect(isLast, "\(mode) after \(place) bytes was not noticed")
            } catch {
                #expect(!isLast && Self.noticed.contains(error.code), "\(mode) after \(place) bytes: \(error)")
                #expect(!FileManager.default.fileExists(atPath: directory.path("to")))
            }
        }
        #expect(
            try Digest.sha256.hash(directory.read("to")) == Digest.sha256.hash(content), "\(mode) after \(place) bytes")
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() == ["from", "to"])
    }
}
