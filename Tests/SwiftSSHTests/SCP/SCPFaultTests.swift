import Testing

@testable import SwiftSSH

@Suite("SCP servers that misbehave")
struct SCPFaultTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    /// A session with a real sshd, which runs a script whatever it is asked to run.
    private func connect(running script: String) throws -> ConnectedSession {
        let path = try directory.write(Array("#!/bin/sh\n\(script)\n".utf8), to: "attack", mode: 0o700)
        return try ConnectedSession.loggedIn(["ForceCommand \(path)"])
    }

    /// What `printf` makes of these bytes.
    private func printing(_ bytes: String) -> String {
        "printf '%b' '" + bytes.utf8.map { "\\0" + String($0, radix: 8) }.joined() + "'"
    }

    private static let hostile: [(sends: String, part: String)] = [
        ("C0644 5 other\n", "C0644 5 other"),
        ("C0644 5 ../wanted\n", "../wanted"),
        ("C0644 5 /etc/wanted\n", "/etc/wanted"),
        ("C0644 5 dir/wanted\n", "dir/wanted"),
        ("C0644 5 wanted \n", "wanted "),
        ("C0644 5 Wanted\n", "Wanted"),
        ("C0644 5 .\n", "."), ("C0644 5 ..\n", ".."), ("C0644 5 \n", "C0644 5 "), ("C0644 5\n", "C0644 5"),
        ("C0644 5 wanted\0\n", "wanted\\u{0}"),
        ("C0644 5 \u{1B}[2Jwanted\n", "\\u{1b}[2J"),
        ("C0644 -5 wanted\n", "-5"),
        ("C0644 18446744073709551617 wanted\n", "18446744073709551617"),
        ("C0644 9223372036854775808 wanted\n", "9223372036854775808"),
        ("C0644 5x wanted\n", "5x"), ("C0644x 5 wanted\n", "0644x"), ("C0999 5 wanted\n", "C0999"),
        ("D0777 0 wanted\n", "D0777"), ("D0777 0 ..\nC0644 5 wanted\n", "D0777"), ("E\n", "E"),
        ("T1 0 1\n", "T1 0 1"), ("T1 0 1 0 0\n", "T1 0 1 0 0"), ("Tx 0 1 0\n", "Tx"),
        ("T1 0 1 0\nT1 0 1 0\n", "T1"), ("T1 0 1 0\nD0777 0 wanted\n", "D0777"), ("T1 0 1 0\nE\n", "E"),
        ("C0644 5 wanted", "C0644 5 wanted"), ("\u{1}no newline", "no newline"), ("", ""),
        ("\u{1}scp: \u{1B}]0;x\u{7}\n", "\\u{1b}]0;x\\u{7}"),
        ("\0C0644 5 wanted\n", "\\u{0}C0644"),
        ("Welcome to this machine!\nC0644 5 wanted\n", "Welcome"),
    ]

    @Test("scp.only-what-was-asked-for: other names and broken lines are refused, and told")
    func hostileHeaders() throws {
        // One session for all: each refusal must leave it as it was.
        let connected = try connect(
            running: "read -r line < '\(directory.path("next"))'; printf '%b' \"$line\"; cat > /dev/null")
        for (sends, part) in Self.hostile {
            let octal = sends.utf8.map { "\\\\0" + String($0, radix: 8) }.joined()
            try directory.write(Array((octal.replacing("\\\\", with: "\\") + "\n").utf8), to: "next")
            // A line without its end is told when the server's end comes, which this one's never does.
            let isEndless = !sends.contains("\n")
            let error = failure(of: {
                try connected.session.scpReceive(path: "/dir/wanted", timeout: isEndless ? .milliseconds(300) : nil)
            })
            #expect(error?.code == (isEndless ? .timeout : .scpProtocol), "\(sends.debugDescription)")
            #expect(error?.path == "/dir/wanted")
            if !isEndless { #expect(error?.serverText?.contains(part) == true, "\(error.debugDescription)") }
            #expect(connected.session.connection.channels.isEmpty)
        }
        try directory.write(Array("C0644 2 wanted\\0012hi\\0000\n".utf8), to: "next")
        #expect(try connected.session.scpReceive(path: "/dir/wanted").channel.readToEnd() == Array("hi".utf8))
    }

    @Test("scp.only-what-was-asked-for: a line that has no end is cut off")
    func endlessLine() throws {
        let connected = try connect(running: "yes C0644 | tr -d '\\n'")
        let error = failure(of: { try connected.session.scpReceive(path: "wanted") })
        #expect(error?.code == .scpProtocol)
        #expect(error?.message.contains("4096") == true)
    }

    @Test("scp.only-what-was-asked-for: what stands on standard error is told when nothing else is")
    func standardError() throws {
        let connected = try connect(running: "echo 'scp: not found' >&2; exit 127")
        let error = failure(of: { try connected.session.scpReceive(path: "wanted") })
        #expect(error?.code == .scpProtocol)
        #expect(error?.serverText?.contains("scp: not found") == true)
    }

    @Test("scp.cut-file-is-an-error: a file that ends too early is never short")
    func cutFile() throws {
        let announced = printing("C0644 100000 wanted\n")
        let ending = ["exit 0", "kill -9 $$", "printf '\\001scp: gone\\n'; cat > /dev/null"]
        for (index, end) in ending.enumerated() {
            let connected = try connect(running: "\(announced); head -c 99999 /dev/zero; \(end)")
            let (channel, information) = try connected.session.scpReceive(path: "wanted")
            #expect(information.size == 100_000)
            let (bytes, error) = channel.readToFailure()
            // The third one's message counts as a byte of the file, and then there is no message.
            #expect(bytes.count < 100_000)
            #expect(error?.code == .scpProtocol, "\(index): \(error.debugDescription)")
            #expect(failure(of: { try channel.read(upTo: 10) })?.code == .scpProtocol)
        }
    }

    @Test("scp.cut-file-is-an-error: what a server filled up with zeros is no file")
    func paddedFile() throws {
        let announced = printing("C0644 100000 wanted\n")
        let connected = try connect(
            running: "\(announced); head -c 100000 /dev/zero; printf '\\001scp: wanted: Input/output error\\n'")
        let (bytes, error) = try connected.session.scpReceive(path: "wanted").channel.readToFailure()
        #expect(bytes.count == 99_999)
        #expect(error?.code == .scpProtocol)
        #expect(error?.serverText == "scp: wanted: Input/output error")
    }

    @Test("scp.cut-file-is-an-error: a connection that is cut throws")
    func cutConnection() throws {
        try directory.write([UInt8](repeating: 7, count: 3_000_000), to: "file")
        let fixture = try Fixture.shared.get()
        for mode in ["cut-fin", "cut-reset"] {
            let peer = try PortServer(scripted: [mode, "1000000"], before: fixture.sshd())
            let session = try Session.loggedIn(to: peer.port)
            let (channel, _) = try session.scpReceive(path: directory.path("file"))
            let (bytes, error) = channel.readToFailure()
            #expect(bytes.count < 1_000_000)
            #expect([.socketDisconnect, .socketReceive].contains(error?.code), "\(error.debugDescription)")
        }
    }

    @Test("scp.late-refusal-is-told: at the end of file, at the close, and at the next write")
    func lateRefusal() throws {
        let accept = "printf '\\000'; read -r line; printf '\\000'; head -c 10 > /dev/null"
        let full = "printf '\\001scp: No space left on device\\n'; cat > /dev/null"
        for closes in [false, true] {
            let connected = try connect(running: "\(accept); \(full)")
            let channel = try connected.session.scpSend(path: "file", mode: 0o644, size: 10)
            try channel.write([UInt8](repeating: 1, count: 10))
            if !closes { try channel.sendEOF() }
            let error = failure(of: { closes ? try channel.close() : try channel.waitEOF() })
            #expect(error?.code == .scpProtocol)
            #expect(error?.serverText == "scp: No space left on device")
            // Told once, the close closes.
            try channel.close()
            #expect(connected.session.lastError == error)
        }
        let connected = try connect(running: "\(accept); \(full)")
        let channel = try connected.session.scpSend(path: "file", mode: 0o644, size: 1 << 40)
        let piece = [UInt8](repeating: 1, count: 100_000)
        #expect(failure(of: { while true { try channel.write(piece) } })?.serverText == "scp: No space left on device")
        try channel.close()
    }

    @Test("scp.late-refusal-is-told: a server that says nothing at the end has no file")
    func noAnswer() throws {
        let connected = try connect(running: "printf '\\000'; read -r line; printf '\\000'; head -c 11 > /dev/null")
        let channel = try connected.session.scpSend(path: "file", mode: 0o644, size: 10)
        try channel.write([UInt8](repeating: 1, count: 10))
        try channel.sendEOF()
        #expect(failure(of: { try channel.waitEOF() })?.code == .scpProtocol)
        let short = try connected.session.scpSend(path: "file", mode: 0o644, size: 100)
        try short.write([1, 2, 3])
        try short.sendEOF()
        #expect(failure(of: { try short.waitEOF() })?.message.contains("3 of 100") == true)
    }

    @Test("scp.gives-up-cleanly: a deadline that passes leaves no channel behind")
    func givesUp() throws {
        let connected = try connect(running: "cat > /dev/null")
        let session = connected.session
        for _ in 0..<3 {
            #expect(failure(of: { try session.scpReceive(path: "a", timeout: .milliseconds(50)) })?.code == .timeout)
            #expect(
                failure(of: { try session.scpSend(path: "a", mode: 0, size: 0, timeout: .milliseconds(50)) })?.code
                    == .timeout)
        }
        #expect(session.connection.channels.isEmpty && session.connection.kept.isEmpty)
        // They go when the server has closed them too.
        while !(session.connection.peek { session.connection.released.isEmpty } ?? true) { try session.ping() }
        #expect(session.connection.lane.isEmpty)
    }

    @Test("scp.gives-up-cleanly: a session whose caller never came back is freed")
    func neverComesBack() throws {
        weak var connection: Connection?
        do {
            let connected = try connect(running: "cat > /dev/null")
            connected.session.isBlocking = false
            connection = connected.session.connection
            #expect(failure(of: { try connected.session.scpReceive(path: "a") })?.code == .again)
            #expect(connection?.kept.count == 1)
        }
        #expect(connection == nil)
    }
}
