import Testing

@testable import SwiftSSH

@Suite("What is asked for what a channel will run")
struct TerminalTests {
    /// RFC 4254, 8: the opcode of echoing, its value in four bytes, the end.
    private func echo(_ isOn: Bool) -> [UInt8] { [53, 0, 0, 0, isOn ? 1 : 0, 0] }

    private func output(_ channel: Channel) throws -> String {
        try String(decoding: channel.readToEnd(), as: UTF8.self)
    }

    @Test("channel.pty: it has the type and the size that were asked for, or the usual ones")
    func terminal() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.openChannel()
        try channel.requestTerminal("xterm", size: TerminalSize(columns: 132, rows: 50))
        try channel.execute("stty size; echo $TERM")
        #expect(try output(channel) == "50 132\r\nxterm\r\n")
        let usual = try connected.session.openChannel()
        try usual.requestTerminal()
        try usual.execute("stty size; echo $TERM")
        #expect(try output(usual) == "24 80\r\nvt100\r\n")
    }

    @Test("channel.pty-resize: a new size reaches what runs in the terminal")
    func resize() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.openChannel()
        try channel.requestTerminal(modes: echo(false))
        try channel.execute("stty size; read line; stty size")
        // A line may come in pieces.
        let first = try (0..<7).reduce(into: [UInt8]()) { bytes, _ in
            if bytes.count < 7 { bytes += try channel.read(upTo: 100) }
        }
        #expect(first == Array("24 80\r\n".utf8))
        try channel.resizeTerminal(TerminalSize(columns: 90, rows: 20))
        try channel.write(Array("\n".utf8))
        #expect(try output(channel) == "20 90\r\n")
    }

    @Test("channel.pty-modes: they are those that were asked for, up to a length", arguments: [true, false])
    func modes(isOn: Bool) throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.openChannel()
        try channel.requestTerminal(modes: echo(isOn))
        try channel.execute("stty -a")
        #expect(try output(channel).contains(isOn ? " echo " : " -echo "))
        let other = try connected.session.openChannel()
        let tooLong = String(repeating: "x", count: 257)
        #expect(failure(of: { try other.requestTerminal(tooLong) })?.code == .invalidArgument)
        try other.requestTerminal(String(repeating: "x", count: 250), modes: echo(isOn))
    }

    @Test("channel.pty-is-refused: a terminal that the server does not give is told, and the channel goes on")
    func refused() throws {
        let connected = try ConnectedSession.loggedIn(["PermitTTY no"])
        let channel = try connected.session.openChannel()
        #expect(failure(of: { try channel.requestTerminal() })?.code == .channelRequestDenied)
        try channel.execute("echo without")
        #expect(try output(channel) == "without\n")
    }

    @Test("channel.signal: it reaches the process, or the error names the engine's version that can send it")
    func signal() throws {
        let connected = try ConnectedSession()
        let fixture = connected.fixture
        // sshd passes no signals on where it keeps root's rights.
        if fixture["guest"].isEmpty {
            try connected.logIn()
        } else {
            try connected.session.authenticate(user: fixture["guest"], password: fixture.password)
        }
        let channel = try connected.session.running("echo ready; exec sleep 1000")
        #expect(try channel.read(upTo: 6) == Array("ready\n".utf8))
        guard Session.capabilities.contains(.channelSignal) else {
            let error = failure(of: { try channel.sendSignal("TERM") })
            #expect(error?.code == .methodNotSupported && error?.message.contains("1.11") == true)
            try connected.session.ping()
            return
        }
        try channel.sendSignal("TERM")
        guard case .signalled(let signal) = try channel.waitExit() else {
            Issue.record("the process did not end by a signal")
            return
        }
        #expect(signal.name == "TERM")
    }

    @Test(
        "channel.agent-forwarding: the server makes a socket for it, or refuses; an engine that could not answer there says so."
    )
    func agent() throws {
        let connected = try ConnectedSession.loggedIn(["AllowAgentForwarding yes"])
        let channel = try connected.session.openChannel()
        guard Session.capabilities.contains(.agentForwarding) else {
            let error = failure(of: { try channel.requestAgentForwarding() })
            #expect(error?.code == .methodNotSupported)
            #expect(error?.message.hasSuffix("1.11 or newer can, and the native engine") == true)
            try channel.execute("echo \"[$SSH_AUTH_SOCK]\"")
            #expect(try output(channel) == "[]\n")
            return
        }
        try channel.requestAgentForwarding()
        try channel.execute("test -S \"$SSH_AUTH_SOCK\" && echo socket")
        #expect(try output(channel) == "socket\n")
        let refusing = try ConnectedSession.loggedIn(["AllowAgentForwarding no"])
        let other = try refusing.session.openChannel()
        #expect(failure(of: { try other.requestAgentForwarding() })?.code == .channelRequestDenied)
        try other.execute("echo \"[$SSH_AUTH_SOCK]\"")
        #expect(try output(other) == "[]\n")
    }

    @Test("channel.x11-forwarding: the server names a display, or refuses")
    func x11() throws {
        let connected = try ConnectedSession.loggedIn(["X11Forwarding yes", "XAuthLocation /bin/true"])
        let channel = try connected.session.openChannel()
        try channel.requestX11(screen: 2)
        try channel.execute("echo $DISPLAY")
        #expect(try output(channel).hasSuffix(".2\n"))
        let single = try connected.session.openChannel()
        try single.requestX11(
            isSingleConnection: true, authenticationProtocol: Array("MIT-MAGIC-COOKIE-1".utf8),
            cookie: Array("0123456789abcdef0123456789abcdef".utf8))
        let refusing = try ConnectedSession.loggedIn(["X11Forwarding no"])
        let other = try refusing.session.openChannel()
        #expect(failure(of: { try other.requestX11() })?.code == .channelRequestDenied)
    }

    @Test("channel.terminal-non-blocking: requests are driven by their caller")
    func nonBlocking() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.openChannel()
        connected.session.isBlocking = false
        try connected.driven { try channel.requestTerminal(size: TerminalSize(columns: 70, rows: 20)) }
        if Session.capabilities.contains(.agentForwarding) {
            try connected.driven { try channel.requestAgentForwarding() }
        }
        let x11 = failure(of: { try connected.driven { try channel.requestX11() } })
        #expect(x11?.code == .channelRequestDenied)
        try connected.driven { try channel.execute("read line; stty size") }
        try connected.driven { try channel.resizeTerminal(TerminalSize(columns: 60, rows: 10)) }
        _ = try connected.driven { try channel.write(Array("\n".utf8)) }
        connected.session.isBlocking = true
        #expect(try output(channel).hasSuffix("10 60\r\n"))
    }
}
