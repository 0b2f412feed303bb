import Glibc
import Testing

@testable import SwiftSSH

@Suite struct CommandTests {
    @Test("client.run: a command's status and both of its outputs come whole.")
    func runs() throws {
        let client = try ClientServer().client()
        let result = try client.run("echo out; echo err >&2; exit 3")
        #expect(result.exit == .exited(3))
        #expect(result.text == "out\n")
        #expect(result.errorText == "err\n")
        #expect(!result.isSuccess)
        let large = try client.run("head -c 3000000 /dev/zero & head -c 2000000 /dev/zero >&2; wait")
        #expect(large.standardOutput.count == 3_000_000)
        #expect(large.standardError.count == 2_000_000)
        #expect(try client.run("kill -TERM $$").exit.signalName == "TERM")
    }

    @Test("client.run-input: a command reads its input to the end, or not.")
    func reads() throws {
        let client = try ClientServer().client()
        let input = [UInt8](repeating: 7, count: 5_000_000)
        #expect(try client.run("cat", input: input).standardOutput == input)
        #expect(try client.run("exit 4", input: input).exit == .exited(4))
        #expect(try client.run("cat").standardOutput.isEmpty)
    }

    @Test(
        "client.command-bytes: a command that is not UTF-8 runs as it is, and one with a NUL is refused.",
        arguments: [EngineChoice.libssh2, .native])
    func runsBytes(_ engine: EngineChoice) throws {
        let server = try ClientServer()
        let client = try server.client { $0.engine = engine }
        let name: [UInt8] = [0xFF, 0xE9, 0x1B, 0x20, 0x80]
        let command = RemoteCommand(bytes: Array("printf %s '".utf8) + name + Array("'; exit 3".utf8))
        #expect(command.text == nil)
        let result = try client.run(command)
        #expect(result.standardOutput == name && result.command == command)
        let failed = failure { try result.check() }
        #expect(failed?.message.contains(#""printf %s '\xff\xe9\u{1b} \x80'; exit 3" exited"#) == true)
        let process = try client.start(command)
        #expect(try process.command == command && process.communicate().standardOutput == name)
        let channel = try client.session.openChannel()
        try channel.execute(command)
        #expect(try channel.readToEnd() == name)
        let host = FleetHost("127.0.0.1", port: server.port, user: server.fixture.user)
        let fleet = try FleetRun(command, on: [host], options: server.options)
        #expect(try fleet.results()[0].get().standardOutput == name)

        let cut: RemoteCommand = "echo \(name.count)\0; false"
        let other = try client.session.openChannel()
        let opened = client.session.connection.channelCount
        let refusals = [
            failure { try client.run(cut) }, failure { try client.start(cut) }, failure { try other.execute(cut) },
            failure { try FleetRun(cut, on: [host], options: server.options) },
        ]
        for refused in refusals {
            #expect(refused?.code == .invalidArgument)
            #expect(refused?.message.contains(#"the command "echo 5\u{0}; false" holds a NUL"#) == true)
        }
        #expect(client.session.connection.channelCount == opened)
        try other.execute("true")
    }

    @Test("client.check: a command that fails is an error with the end of what it said.")
    func checks() throws {
        let client = try ClientServer().client()
        #expect(try client.run("true").check().isSuccess)
        let error = failure { try client.run("echo out; printf 'no \\033[1mgood' >&2; exit 9").check() }
        #expect(error?.code == .commandFailed)
        #expect(error?.message.contains("status 9") == true)
        #expect(error?.serverText == "no \\u{1b}[1mgood")
        #expect(error?.output?.standardOutput == Array("out\n".utf8))
        #expect(failure { try client.run("kill -9 $$").check() }?.message.contains("KILL") == true)
    }

    @Test("client.run-timeout: a command that takes too long is ended, and what it wrote is kept.")
    func timesOut() throws {
        let client = try ClientServer().client()
        let late = withEverMoreTime { time in
            let late = failure { try client.run("echo early; echo warned >&2; exec sleep 600", timeout: time) }
            #expect(late?.code == .timeout)
            return late
        } until: {
            $0?.output?.standardOutput.isEmpty == false && $0?.output?.standardError.isEmpty == false
        }
        #expect(late?.output?.standardOutput == Array("early\n".utf8))
        #expect(late?.output?.standardError == Array("warned\n".utf8))
        #expect(try client.run("echo on").text == "on\n")
    }

    @Test("client.run-limit: a command that writes more than is wanted is ended, and what fits is kept.")
    func limits() throws {
        let client = try ClientServer().client()
        let error = failure { try client.run("yes", limit: 100_000) }
        #expect(error?.code == .outputLimit)
        #expect(error?.output?.standardOutput.count == 100_000)
        #expect(try client.run("printf 12345", limit: 5).text == "12345")
    }

    @Test("client.run-environment: variables are set, or the server's refusal is told.")
    func setsVariables() throws {
        let client = try ClientServer().client()
        #expect(
            try client.run("echo $SWIFTSSH_A-$LANG", environment: ["SWIFTSSH_A": "x y", "LANG": "C"]).text == "x y-C\n")
        let error = failure { try client.run("true", environment: ["PATH": "/nowhere"]) }
        #expect(error?.code == .channelRequestDenied)
        #expect(error?.message.contains("PATH") == true)
    }

    @Test("client.terminal: a command and a shell have the terminal that was asked for.")
    func hasTerminal() throws {
        let client = try ClientServer().client()
        let terminal = Terminal(type: "vt220", size: TerminalSize(columns: 71, rows: 13))
        let result = try client.run("stty size; echo $TERM; echo err >&2", terminal: terminal)
        #expect(result.text == "13 71\r\nvt220\r\nerr\r\n")
        let shell = try client.startShell(terminal: terminal)
        try shell.write(Array("stty -echo; echo ready-$((6*7))\n".utf8))
        while let line = try shell.readLine(timeout: .seconds(60)), !line.hasSuffix("ready-42") {}
        try shell.resizeTerminal(TerminalSize(columns: 99, rows: 33))
        try shell.write(Array("stty size; exit 5\n".utf8))
        var seen: [String] = []
        while let line = try shell.readLine(timeout: .seconds(60)) { seen.append(line) }
        #expect(seen.contains { $0.hasSuffix("33 99") })
        #expect(try shell.wait(timeout: .seconds(60)) == .exited(5))
    }

    @Test("client.process-lines: a process's lines come while it runs, and it answers what it is given.")
    func streams() throws {
        let client = try ClientServer().client()
        let process = try client.start("while read line; do echo \"<$line>\"; done; printf 'no end'; echo bad >&2")
        try process.write(Array("one\n".utf8))
        #expect(try process.readLine(timeout: .seconds(60)) == "<one>")
        try process.write(Array("two\nthree\n".utf8))
        #expect(try process.readLine(timeout: .seconds(60)) == "<two>")
        try process.closeInput()
        #expect(try process.readLine() == "<three>")
        #expect(try process.readLine() == "no end")
        #expect(try process.readLine() == nil)
        #expect(try process.readLine(stream: 1) == "bad")
        #expect(try process.readLine(stream: 1) == nil)
        #expect(try process.wait() == .exited(0))
    }

    @Test("client.process-resumes: a wait that was too short goes on where it was.")
    func resumes() throws {
        let client = try ClientServer().client()
        let scratch = try TemporaryDirectory()
        let input = [UInt8](repeating: 65, count: 4_000_000)
        let process = try client.start("while ! test -e \(scratch.path)/gate; do sleep 0.01; done; cat; cat >&2")
        var slices = 0
        while true {
            do throws(SSHError) {
                let result = try process.communicate(input: input, timeout: .milliseconds(1))
                #expect(result.standardOutput == input)
                break
            } catch {
                try #require(error.code == .timeout)
                slices += 1
                if slices == 1 { try scratch.write([], to: "gate") }
            }
        }
        #expect(slices > 0)
    }

    @Test("client.process-kill: ending a process ends the waits for it at once, and the client goes on.")
    func kills() throws {
        let client = try ClientServer().client()
        let process = try client.start("sleep 600")
        let waiting = Background { failure { try process.wait() } }
        client.session.yieldUntilSomebodyWaits()
        process.kill()
        #expect(try waiting.value()?.code == .cancelled)
        #expect(failure { try process.read() }?.code == .cancelled)
        #expect(try client.run("echo on").text == "on\n")
    }

    @Test("client.timeout: a client's timeout holds for every call that has none of its own.")
    func hasATimeout() throws {
        let client = try ClientServer().client()
        client.session.timeout = .milliseconds(250)
        #expect(failure { try client.run("sleep 600") }?.code == .timeout)
        #expect(failure { try client.start("sleep 600").read() }?.code == .timeout)
        client.session.timeout = nil
        #expect(try client.run("echo on").text == "on\n")
    }

    @Test("client.close-ends-waits: closing a client ends what waits on it in other threads as cancelled.")
    func closeEndsWaits() throws {
        let client = try ClientServer().client()
        let process = try client.start("sleep 600")
        let waiting = Background { failure { try process.wait() } }
        client.session.yieldUntilSomebodyWaits()
        client.close()
        #expect(try waiting.value()?.code == .cancelled)
        #expect(failure { try client.run("true") }?.code == .closed)
        // A session's own goodbye says what it was.
        let other = try ClientServer().client()
        try other.session.disconnect()
        #expect(failure { try other.run("true") }?.code == .socketDisconnect)
    }

    @Test func copiesFiles() throws {
        let client = try ClientServer().client()
        let scratch = try TemporaryDirectory()
        let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 >> 2) }
        let source = try scratch.write(bytes, to: "source")
        try client.put(LocalPath(source), to: RemotePath(scratch.path("there")))
        try client.get(RemotePath(scratch.path("there")), to: LocalPath(scratch.path("back")))
        #expect(try scratch.read("back") == bytes)
        #expect(try client.sftp().exists(RemotePath(source)))
    }

    @Test("client.cut-is-an-error: a connection that ends under a command is an error with what had come.")
    func isCut() throws {
        let client = try ClientServer().client()
        let scratch = try TemporaryDirectory()
        let gate = scratch.path("gate")
        try #require(mkfifo(gate, 0o600) == 0)
        let run = Background {
            failure { try client.run("echo early; read line < \(gate); kill -9 $PPID; exec sleep 60") }
        }
        // It opens once the command has written; what the server answers after that comes behind the output.
        let opened = open(gate, O_WRONLY | O_CLOEXEC)
        for _ in 0..<3 { try client.session.ping() }
        try #require(close(opened) == 0)
        let error = try run.value()
        #expect(error?.code == .socketDisconnect)
        #expect(error?.output?.standardOutput == Array("early\n".utf8))
        #expect(!client.isConnected)
    }
}

extension Exit {
    fileprivate var signalName: String? {
        guard case .signalled(let signal) = self else { return nil }
        return signal.name
    }
}
