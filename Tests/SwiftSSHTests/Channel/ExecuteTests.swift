import Testing

@testable import SwiftSSH

@Suite("Running commands")
struct ExecuteTests {
    @Test("channel.exec: the output comes back whole, however little is read at once", arguments: [1, 7, 65536])
    func output(atOnce: Int) throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("seq 1 2000")
        #expect(try channel.readToEnd(atOnce: atOnce) == numberedLines(2000))
        #expect(channel.isAtEnd)
        #expect(try channel.read(upTo: 10).isEmpty)
        #expect(try channel.waitExit() == .exited(0))
    }

    @Test("channel.exit-status: 0 and others", arguments: [0, 1, 7, 255])
    func status(status: Int32) throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("exit \(status)")
        #expect(try channel.waitExit() == .exited(status))
        #expect(channel.exitStatus == status && channel.exitSignal == nil)
        #expect(try channel.waitExit() == .exited(status) && channel.exit == .exited(status))
    }

    @Test("channel.exit-status: none is told while the command runs")
    func running() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("cat")
        #expect(try channel.exit == nil && channel.exitStatus == nil && channel.exitSignal == nil)
        #expect(failure(of: { try channel.waitExit(timeout: .milliseconds(20)) })?.code == .timeout)
        try channel.sendEOF()
        #expect(try channel.waitExit() == .exited(0))
    }

    @Test("channel.exit-signal: the signal is told, and no status")
    func signal() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("echo last words; kill -9 $$")
        #expect(try String(decoding: channel.readToEnd(), as: UTF8.self) == "last words\n")
        guard case .signalled(let signal) = try channel.waitExit() else {
            Issue.record("not told as a signal")
            return
        }
        #expect(signal == ExitSignal(name: "KILL", dumpedCore: false, message: "", language: ""))
        #expect(channel.exitSignal?.name == "KILL" && channel.exitStatus == nil)
    }

    @Test("channel.closed-without-status: is never taken for another end")
    func noStatus() throws {
        let fixture = try Fixture.shared.get()
        let server = try PortServer([fixture["asyncssh_server"], "--no-exit-status", fixture["directory"]])
        let session = try Session.loggedIn(to: server.port)
        let channel = try session.running("echo out")
        #expect(try String(decoding: channel.readToEnd(), as: UTF8.self) == "out\n")
        #expect(try channel.waitExit() == .closedWithoutStatus)
        #expect(channel.exitStatus == nil && Session.capabilities.contains(.exitStatusKnown))
    }

    @Test("channel.exit-signal-details: the core flag, the explanation and its language, as the server said them")
    func signalDetails() throws {
        let fixture = try Fixture.shared.get()
        let server = try PortServer([
            fixture["asyncssh_server"], "--exit-signal", "XYZ@example.org", "--core-dumped", "--message",
            "äöü\u{1B}[31m", "--language", "de", fixture["directory"],
        ])
        let session = try Session.loggedIn(to: server.port)
        let signal = ExitSignal(
            name: "XYZ@example.org", dumpedCore: true, message: "äöü\\u{1b}[31m", language: "de")
        // Several at once, so that each is told its own.
        let channels = try (0..<3).map { _ in try session.running("true") }
        for channel in channels.reversed() { #expect(try channel.waitExit() == .signalled(signal)) }
        #expect(channels[0].exitStatus == nil)
    }

    @Test("channel.setenv: a variable that the server takes is seen by the command, another is refused")
    func environment() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.openChannel()
        let refused = failure(of: { try channel.setEnvironment("NOT_ALLOWED", "1") })
        #expect(refused?.code == .channelRequestDenied && refused?.phase == .channel)
        try channel.setEnvironment("SWIFTSSH_TEST", "a value, äöü 'quoted'")
        try channel.execute("printf %s \"$SWIFTSSH_TEST\"")
        #expect(try String(decoding: channel.readToEnd(), as: UTF8.self) == "a value, äöü 'quoted'")
    }

    @Test("channel.shell: takes commands and tells its exit status")
    func shell() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.openChannel()
        try channel.startShell()
        try channel.write(Array("echo $((40 + 2)); exit 5\n".utf8))
        #expect(try String(decoding: channel.readToEnd(), as: UTF8.self) == "42\n")
        #expect(try channel.waitExit() == .exited(5))
    }

    @Test("channel.subsystem: sftp starts and speaks, one that the server does not have is refused")
    func subsystem() throws {
        let connected = try ConnectedSession.loggedIn()
        let refused = try connected.session.openChannel()
        #expect(failure(of: { try refused.startSubsystem("no-such") })?.code == .channelRequestDenied)
        let channel = try connected.session.openChannel()
        try channel.startSubsystem("sftp")
        try channel.write([0, 0, 0, 5, 1, 0, 0, 0, 3])
        #expect(try channel.read(upTo: 5).dropFirst(4) == [2])
    }

    @Test("channel.process-startup: a request of any type; one of an impossible length is refused here")
    func startup() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.openChannel()
        #expect(failure(of: { try channel.start("", message: nil) })?.code == .invalidArgument)
        let long = String(repeating: "x", count: 1025)
        #expect(failure(of: { try channel.start(long, message: nil) })?.code == .invalidArgument)
        #expect(
            failure(of: { try channel.start("exec", message: Array("true\0; false".utf8)) })?.code == .invalidArgument)
        try channel.start("exec", message: Array("echo started".utf8))
        #expect(try String(decoding: channel.readToEnd(), as: UTF8.self) == "started\n")
    }

    @Test("channel.runs-one-thing: a second command is refused, as long as the first runs and afterwards")
    func twice() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("cat")
        #expect(failure(of: { try channel.execute("true") })?.code == .badUse)
        try channel.sendEOF()
        #expect(try channel.waitExit() == .exited(0))
        try channel.waitClosed()
        #expect(failure(of: { try channel.execute("true") })?.code == .badUse)
    }

    @Test("channel.needs-login: no channel before the user is in, and the session goes on")
    func needsLogin() throws {
        let connected = try ConnectedSession()
        #expect(failure(of: { try connected.session.openChannel() })?.code == .invalidArgument)
        try connected.logIn()
        #expect(try connected.session.output(of: "echo in") == "in\n")
    }

    @Test("channel.opening-is-refused: and the session lives on")
    func refused() throws {
        let connected = try ConnectedSession.loggedIn(["MaxSessions 1"])
        let only = try connected.session.running("cat")
        for _ in 0..<3 {
            let error = failure(of: { try connected.session.openChannel() })
            #expect(error?.code == .channelFailure && error?.phase == .channel)
        }
        try only.sendEOF()
        #expect(try only.waitExit() == .exited(0))
        try only.close()
        try connected.session.ping()
        #expect(try connected.session.output(of: "echo next") == "next\n")
    }
}
