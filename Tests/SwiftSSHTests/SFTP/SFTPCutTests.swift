import Testing

@testable import SwiftSSH

@Suite("SFTP over connections that end too early")
struct SFTPCutTests {
    private let fixture: Fixture
    private let directory: TemporaryDirectory

    init() throws {
        fixture = try Fixture.shared.get()
        directory = try TemporaryDirectory()
    }

    private static let endings: [SSHError.Code] = [.socketDisconnect, .socketReceive, .socketSend]
    private static let places = [4000, 30_000, 262_144, 300_007, 1_000_000, 2_500_001]

    private func connect(_ mode: [String]) throws -> SFTP {
        let peer = try PortServer(scripted: mode, before: fixture.sshd())
        return try Session.loggedIn(to: peer.port).sftp()
    }

    @Test(
        "sftp.cut-download-is-an-error: what came is right, then an error, and never an end",
        arguments: ["cut-fin", "cut-reset"],
        places)
    func download(mode: String, place: Int) throws {
        let content = numberedLines(500_000)
        try directory.write(content, to: "file")
        let peer = try PortServer(scripted: [mode, "\(place)"], before: fixture.sshd())
        do {
            let sftp = try Session.loggedIn(to: peer.port).sftp()
            let handle = try sftp.open(RemotePath(directory.path("file")))
            let (bytes, error) = handle.readToFailure(atOnce: 10_000)
            #expect(content.starts(with: bytes) && bytes.count < content.count)
            #expect(error.map { Self.endings.contains($0.code) } == true, "\(String(describing: error))")
            // Whoever asks again is told again.
            #expect(failure(of: { try handle.read(upTo: 1) }).map { Self.endings.contains($0.code) } == true)
            #expect(failure(of: { try handle.close() }) != nil)
            #expect(failure(of: { try sftp.stat("/") }) != nil)
        } catch let error as SSHError {
            // So early that there was no file yet.
            #expect(place < 10_000 && Self.endings.contains(error.code))
        }
    }

    @Test(
        "sftp.cut-upload-is-an-error: a write, a flush or the close throws, whenever the connection goes",
        arguments: [1, 2, 50, 500])
    func upload(blocks: Int) throws {
        let connected = try ConnectedSession.loggedIn()
        let sftp = try connected.session.sftp()
        let handle = try sftp.open(RemotePath(directory.path("file")), [.write, .create])
        let content = numberedLines(1000)
        var error: SSHError?
        do throws(SSHError) {
            for block in 0..<blocks {
                if block == blocks / 2 { connected.server.process.signal(9) }
                try handle.write(content)
            }
            try handle.close()
        } catch let caught {
            error = caught
        }
        #expect(error.map { Self.endings.contains($0.code) } == true, "\(String(describing: error))")
        #expect(failure(of: { try sftp.stat("/") }) != nil)
    }

    @Test("A server that ends SFTP alone gives an error, and the session goes on")
    func subsystemEnds() throws {
        let script = """
            #!/bin/sh
            case "$SSH_ORIGINAL_COMMAND" in
            *sftp*) echo $$ > '\(directory.path("pid"))'; exec /usr/lib/openssh/sftp-server ;;
            *) exec sh -c "$SSH_ORIGINAL_COMMAND" ;;
            esac

            """
        let path = try directory.write(Array(script.utf8), to: "server", mode: 0o700)
        let connected = try ConnectedSession.loggedIn(["ForceCommand \(path)"])
        let sftp = try connected.session.sftp()
        try directory.write(numberedLines(500_000), to: "file")
        let reader = try sftp.open(RemotePath(directory.path("file")))
        let writer = try sftp.open(RemotePath(directory.path("new")), [.write, .create])
        var bytes = try reader.read(upTo: 1000)
        _ = try connected.session.output(of: "kill -9 $(cat '\(directory.path("pid"))')")
        let (rest, error) = reader.readToFailure()
        bytes += rest
        #expect(numberedLines(500_000).starts(with: bytes))
        #expect(error?.code == .sftpProtocol && error?.message.contains("ended the SFTP subsystem") == true)
        #expect(failure(of: { try sftp.stat("/") })?.code == .sftpProtocol)
        #expect(failure(of: { while true { try writer.write([1]) } })?.code == .sftpProtocol)
        #expect(failure(of: { try writer.close() })?.code == .sftpProtocol)
        #expect(try connected.session.sftp().stat("/").isDirectory)
    }
}
