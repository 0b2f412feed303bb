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

    /// The file, opened through a faulty peer; what it waits for longer than `timeout` then ends.
    private func open(
        _ flags: SFTPOpenFlags, timeout: Duration, _ mode: String...
    ) throws -> (PortServer, SFTPHandle) {
        let peer = try PortServer(scripted: mode, before: fixture.sshd())
        let session = try Session.loggedIn(to: peer.port)
        let handle = try session.sftp().open(RemotePath(directory.path("file")), flags)
        session.timeout = timeout
        return (peer, handle)
    }

    /// Reads a file until it fails for what the peer has done: before that, a timeout means no more than a slow machine.
    private func readToFailure(_ handle: SFTPHandle, until event: String, of peer: PortServer) -> ([UInt8], SSHError?) {
        var bytes: [UInt8] = []
        while true {
            let hasHappened = peer.hasSaid(event)
            let (more, error) = handle.readToFailure(atOnce: 10_000)
            bytes += more
            if hasHappened || error?.code != .timeout { return (bytes, error) }
        }
    }

    @Test(
        "sftp.damaged-download: a flipped bit ends it, and nothing after it is delivered",
        arguments: [20_002, 262_144, 1_000_003, 2_500_000])
    func damagedDownload(place: Int) throws {
        let content = numberedLines(500_000)
        try directory.write(content, to: "file")
        let (peer, handle) = try open([.read], timeout: .seconds(1), "flip", "\(place)", "--bit", "5")
        let (bytes, error) = readToFailure(handle, until: "FLIPPED", of: peer)
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
        let (peer, handle) = try open(
            [.write, .create], timeout: .seconds(5), "flip", "\(place)", "--bit", "5", "--upstream")
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
        let (peer, handle) = try open([.read], timeout: .milliseconds(500), "stall", "\(place)")
        let (bytes, error) = readToFailure(handle, until: "STALLED", of: peer)
        #expect(content.starts(with: bytes) && bytes.count < place)
        #expect(error?.code == .timeout && error?.phase == .sftp)
    }

    @Test(
        "sftp.stalled-transfers: an upload that stalls gives TIMEOUT, at the latest when it is closed",
        arguments: [20_002, 262_144, 1_000_003])
    func stalledUpload(place: Int) throws {
        let content = numberedLines(500_000)
        let (peer, handle) = try open([.write, .create], timeout: .seconds(5), "stall", "\(place)", "--upstream")
        let error = failure(of: { try handle.writeAndClose(content) })
        #expect(error?.code == .timeout && error?.phase == .sftp)
        #expect(peer.waitFor("STALLED"))
    }
}
