import Testing

@testable import SwiftSSH

@Suite("Connections that end too early")
struct CutTests {
    private let fixture: Fixture

    init() throws {
        fixture = try Fixture.shared.get()
    }

    /// It waits at its end: a server may tell of an exit long before the output has gone.
    private static let command = "seq 1 600000; read line"
    private static let endings: [SSHError.Code] = [.socketDisconnect, .socketReceive, .socketSend]

    /// Everything about a channel whose connection has gone must say so.
    private func checkIsOver(_ channel: Channel, _ error: SSHError?) {
        #expect(error.map { Self.endings.contains($0.code) } == true, "\(error.debugDescription)")
        #expect(failure(of: { try channel.waitExit() }).map { Self.endings.contains($0.code) } == true)
        #expect(failure(of: { try channel.exit }).map { Self.endings.contains($0.code) } == true)
        #expect(channel.exitStatus == nil && channel.exitSignal == nil)
        #expect(failure(of: { try channel.write([1]) }) != nil)
        #expect(failure(of: { try channel.session.openChannel() }) != nil)
    }

    @Test(
        "channel.cut-gives-what-came: every byte, then an error, and never an exit",
        arguments: ["cut-fin", "cut-reset"])
    func cut(mode: String) throws {
        let peer = try PortServer(scripted: [mode, "3000000"], before: fixture.sshd())
        let session = try Session.loggedIn(to: peer.port)
        let channel = try session.running(Self.command)
        let (bytes, error) = channel.readToFailure()
        // What the 3,000,000 bytes carry but for the key exchange, one packet that was cut, and what each packet costs.
        #expect(bytes.count > 2_900_000 && bytes.count < 3_000_000)
        #expect(numberedLines(600_000).starts(with: bytes))
        checkIsOver(channel, error)
    }

    @Test("channel.cut-gives-what-came: what came before is still read when nobody read while it came")
    func readLater() throws {
        let peer = try PortServer(scripted: ["cut-fin", "600000"], before: fixture.sshd())
        let session = try Session.loggedIn(to: peer.port)
        let channel = try session.running(Self.command)
        #expect(peer.waitFor("CUT"))
        _ = failure(of: { try channel.waitEOF() })
        let (bytes, error) = channel.readToFailure()
        #expect(bytes.count > 500_000 && numberedLines(600_000).starts(with: bytes))
        checkIsOver(channel, error)
    }

    @Test("channel.cut-gives-what-came: also when sending notices first that the server has gone")
    func writerNotices() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("read line; seq 1 20000; kill -9 $PPID; cat > /dev/null")
        try channel.write(Array("\n".utf8))
        let writer = Background {
            failure(of: { while true { try channel.write([UInt8](repeating: 0, count: 1000)) } })
        }
        let (bytes, error) = channel.readToFailure()
        _ = try writer.value()
        #expect(numberedLines(20_000).starts(with: bytes))
        checkIsOver(channel, error)
    }

    @Test("channel.cut-gives-what-came: data right before a server's goodbye, while another request waits")
    func goodbye() throws {
        let server = try PortServer([fixture["asyncssh_server"], "--disconnect-after-output", fixture["directory"]])
        let session = try Session.loggedIn(to: server.port)
        let channel = try session.running("read line; seq 1 30000")
        try channel.write(Array("\n".utf8))
        let opener = Background { failure(of: { while true { _ = try session.openChannel() } }) }
        let (bytes, error) = channel.readToFailure()
        #expect(bytes == numberedLines(30_000))
        checkIsOver(channel, error)
        #expect(error?.code == .socketDisconnect)
        #expect(error?.serverText == "The fixture has had enough.")
        _ = try opener.value()
    }

    @Test("channel.killed-server-is-no-exit: a server that is killed gives an error, and never an exit")
    func killed() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("read line; seq 1 1000; kill -9 $PPID; true")
        try channel.write(Array("\n".utf8))
        let (bytes, error) = channel.readToFailure()
        #expect(numberedLines(1000).starts(with: bytes))
        checkIsOver(channel, error)
    }

    @Test("A server that stalls gives a timeout, and what came before it")
    func stall() throws {
        let peer = try PortServer(scripted: ["stall", "400000"], before: fixture.sshd())
        let session = try Session.loggedIn(to: peer.port)
        let channel = try session.running(Self.command)
        #expect(peer.waitFor("STALLED"))
        session.timeout = .milliseconds(400)
        let (bytes, error) = channel.readToFailure()
        #expect(error?.code == .timeout)
        #expect(bytes.count > 300_000 && numberedLines(600_000).starts(with: bytes))
        #expect(failure(of: { try session.ping() })?.code == .timeout)
        #expect(failure(of: { try session.openChannel() })?.code == .timeout)
    }

    @Test(
        "session.damaged-bytes-are-noticed: a bit that is flipped ends the session, and nothing after it is delivered",
        arguments: [5000, 9001, 20_002, 50_003])
    func flip(position: Int) throws {
        let peer = try PortServer(scripted: ["flip", "\(position)", "--bit", "3"], before: fixture.sshd())
        let session = try Session.loggedIn(to: peer.port)
        let channel = try session.openChannel()
        // A length that was damaged may show as a timeout only: nothing tells it from a packet that is still to come.
        session.timeout = .seconds(2)
        let refusal: SSHError?
        do throws(SSHError) {
            try channel.execute("seq 1 100000")
            refusal = nil
        } catch {
            // The server's answer and the damage may come together.
            refusal = error
        }
        let (bytes, error) = channel.readToFailure()
        #expect(error != nil && bytes.count < position)
        #expect(numberedLines(100_000).starts(with: bytes))
        #expect([.invalidMAC, .outOfBoundary, .decrypt, .timeout].contains((refusal ?? error)?.code))
        #expect(channel.exitStatus == nil && failure(of: { try channel.waitExit() }) != nil)
    }
}
