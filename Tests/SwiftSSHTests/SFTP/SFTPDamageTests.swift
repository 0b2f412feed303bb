import Testing

@testable import SwiftSSH

@Suite("SFTP over connections that stall or are damaged")
struct SFTPDamageTests {
    private let fixture: Fixture
    private let directory: TemporaryDirectory

    init() throws {
        fixture = try Fixture.shared.get()
        directory = try TemporaryDirectory()
    }

    private static let noticed: [SSHError.Code] = [
        .invalidMAC, .outOfBoundary, .decrypt, .timeout, .socketDisconnect, .socketReceive, .socketSend,
    ]

    /// A session through a faulty peer; what it waits for too long ends soon.
    private func connect(_ mode: String...) throws -> (PortServer, SFTP) {
        let peer = try PortServer(scripted: mode, before: fixture.sshd())
        let session = try Session.loggedIn(to: peer.port)
        session.timeout = .seconds(1)
        return (peer, try session.sftp())
    }

    @Test(
        "sftp.damaged-download: a flipped bit ends it, and nothing after it is delivered",
        arguments: [20_002, 262_144, 1_000_003, 2_500_000])
    func damagedDownload(place: Int) throws {
        let content = numberedLines(500_000)
        try directory.write(content, to: "file")
        let (peer, sftp) = try connect("flip", "\(place)", "--bit", "5")
        let handle = try sftp.open(RemotePath(directory.path("file")))
        let (bytes, error) = handle.readToFailure(atOnce: 10_000)
        #expect(content.starts(with: bytes) && bytes.count < place)
        #expect(error.map { Self.noticed.contains($0.code) } == true, "\(error.debugDescription)")
        #expect(failure(of: { try handle.read(upTo: 1) }) != nil)
        #expect(failure(of: { try handle.close() }) != nil)
        withExtendedLifetime(peer) {}
    }

    @Test(
        "sftp.damaged-upload: a flipped bit ends it, and close does not call the file whole",
        arguments: [20_002, 262_144, 1_000_003, 2_500_000])
    func damagedUpload(place: Int) throws {
        let content = numberedLines(500_000)
        let (peer, sftp) = try connect("flip", "\(place)", "--bit", "5", "--upstream")
        let handle = try sftp.open(RemotePath(directory.path("file")), [.write, .create])
        let error = failure(of: { try handle.writeAndClose(content) })
        #expect(error.map { Self.noticed.contains($0.code) } == true, "\(error.debugDescription)")
        let arrived = try directory.read("file")
        #expect(content.starts(with: arrived) && arrived.count < place)
        withExtendedLifetime(peer) {}
    }

    @Test(
        "sftp.stalled-transfers: a download that stalls gives what came, then TIMEOUT",
        arguments: [20_002, 262_144, 1_000_003])
    func stalledDownload(place: Int) throws {
        let content = numberedLines(500_000)
        try directory.write(content, to: "file")
        let (peer, sftp) = try connect("stall", "\(place)")
        let handle = try sftp.open(RemotePath(directory.path("file")))
        let (bytes, error) = handle.readToFailure(atOnce: 10_000)
        #expect(content.starts(with: bytes) && bytes.count < place)
        #expect(error?.code == .timeout && error?.phase == .sftp)
        #expect(peer.waitFor("STALLED"))
    }

    @Test(
        "sftp.stalled-transfers: an upload that stalls gives TIMEOUT, at the latest when it is closed",
        arguments: [20_002, 262_144, 1_000_003])
    func stalledUpload(place: Int) throws {
        let content = numberedLines(500_000)
        let (peer, sftp) = try connect("stall", "\(place)", "--upstream")
        let handle = try sftp.open(RemotePath(directory.path("file")), [.write, .create])
        let error = failure(of: { try handle.writeAndClose(content) })
        #expect(error?.code == .timeout && error?.phase == .sftp)
        #expect(peer.waitFor("STALLED"))
    }
}
