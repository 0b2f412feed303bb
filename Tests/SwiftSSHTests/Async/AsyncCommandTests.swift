import Glibc
import Testing

@testable import SwiftSSH
@testable import SwiftSSHAsync

@Suite struct AsyncCommandTests {
    @Test("swift.async-run: awaited commands give what those that wait give.")
    func runs() async throws {
        try await withAsyncClient { client in
            let result = try await client.run("echo out; echo err >&2; exit 3")
            #expect(result.exit == .exited(3))
            #expect(result.text == "out\n")
            #expect(result.errorText == "err\n")
            let large = try await client.run("head -c 3000000 /dev/zero & head -c 2000000 /dev/zero >&2; wait")
            #expect(large.standardOutput.count == 3_000_000)
            #expect(large.standardError.count == 2_000_000)
            guard case .signalled(let signal) = try await client.run("kill -TERM $$").exit else {
                throw SSHError(.badUse, "the command was not ended by a signal")
            }
            #expect(signal.name == "TERM")
            let input = [UInt8](repeating: 7, count: 5_000_000)
            #expect(try await client.run("cat", input: input).standardOutput == input)
            #expect(try await client.run("exit 4", input: input).exit == .exited(4))
            let named = try await client.run("echo $SWIFTSSH_A", environment: ["SWIFTSSH_A": "x y"])
            #expect(named.text == "x y\n")
            let refused = await asyncFailure { try await client.run("true", environment: ["PATH": "/nowhere"]) }
            #expect(refused?.code == .channelRequestDenied)
            let bytes = RemoteCommand(bytes: Array("printf %s ".utf8) + [0xFF])
            #expect(try await client.run(bytes).standardOutput == [0xFF])
            let cut = await asyncFailure { try await client.run("true\0; false") }
            #expect(cut?.code == .invalidArgument)
            let exceeded = await asyncFailure { try await client.run("yes", limit: 100_000) }
            #expect(exceeded?.code == .outputLimit)
            #expect(exceeded?.output?.standardOutput.count == 100_000)
            #expect(client.isConnected)
            try await client.ping()
        }
    }

    @Test("swift.async-many: two hundred commands run at once on one connection.")
    func many() async throws {
        try await withAsyncClient(["MaxSessions=300"]) { client in
            let count = 200
            let directory = try TemporaryDirectory()
            // None goes on before all are there: with fewer at once they would wait for ever.
            let command: RemoteCommand = "read line; echo $line"
            try await withThrowingTaskGroup(of: AsyncRemoteProcess.self) { group in
                for _ in 0..<count { group.addTask { try await client.start(command) } }
                var processes: [AsyncRemoteProcess] = []
                for try await process in group { processes.append(process) }
                #expect(processes.count == count)
                try await withThrowingTaskGroup(of: String.self) { group in
                    for (number, process) in processes.enumerated() {
                        group.addTask { try await process.communicate(input: Array("\(number)\n".utf8)).text }
                    }
                    var answers: Set<String> = []
                    for try await answer in group { answers.insert(answer) }
                    #expect(answers == Set((0..<count).map { "\($0)\n" }))
                }
            }
            #expect(client.driver.waitingTasks == 0)
            #expect(Loop.count <= Loop.most)
            _ = directory
        }
    }

    @Test("swift.async-connections: twenty connections are made and used at once, by a few threads.")
    func connections() async throws {
        let server = try ClientServer()
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let client = try await server.asyncClient()
                    let answer = try await client.run("echo \(number)").text
                    await client.close()
                    return answer
                }
            }
            var answers: Set<String> = []
            for try await answer in group { answers.insert(answer) }
            return answers
        }
        #expect(answers == Set((0..<20).map { "\($0)\n" }))
        #expect(Loop.count <= Loop.most)
    }

    @Test("swift.async-streams: a process's streams are written, read and iterated over by tasks while it runs.")
    func streams() async throws {
        try await withAsyncClient { client in
            let echo = try await client.start("while read line; do echo \"<$line>\"; echo \"!$line\" >&2; done; exit 5")
            let errors = Task {
                var lines: [String] = []
                for try await line in echo.errorLines { lines.append(line) }
                return lines
            }
            try await echo.write(Array("one\n".utf8))
            #expect(try await echo.readLine() == "<one>")
            try await echo.write(Array("two\nthree\n".utf8))
            // An iteration that is left goes on with the next one.
            for try await line in echo.lines {
                #expect(line == "<two>")
                break
            }
            try await echo.closeInput()
            #expect(try await remainingLines(echo) == ["<three>"])
            #expect(try await errors.value == ["!one", "!two", "!three"])
            #expect(try await echo.exit == .exited(5))

            var random = Randomness(seed: 5)
            let bytes = random.bytes(4 << 20)
            let cat = try await client.start("cat")
            async let written: Void = {
                try await cat.write(bytes)
                try await cat.closeInput()
            }()
            var back: [UInt8] = []
            for try await piece in cat.output { back += piece }
            try await written
            #expect(back == bytes)
            #expect(try await cat.exit == .exited(0))
            let refused = await asyncFailure { try await cat.write([1]) }
            #expect([.channelClosed, .channelEOFSent].contains(refused?.code))
        }
    }

    @Test("swift.async-shell: a shell has its terminal, and is resized.")
    func shell() async throws {
        try await withAsyncClient { client in
            let size = TerminalSize(columns: 71, rows: 13)
            let shell = try await client.startShell(terminal: Terminal(type: "vt220", size: size))
            try await shell.write(Array("stty size; echo $TERM:\n".utf8))
            var text = ""
            while !text.contains("vt220:") { text += String(decoding: try await shell.read(), as: UTF8.self) }
            #expect(text.contains("13 71"))
            try await shell.resizeTerminal(TerminalSize(columns: 80, rows: 24))
            try await shell.write(Array("stty size; exit 3\n".utf8))
            for try await piece in shell.output { text += String(decoding: piece, as: UTF8.self) }
            #expect(text.contains("24 80"))
            #expect(try await shell.exit == .exited(3))
        }
    }

    @Test("swift.async-timeout: what takes longer than it may throws, and nothing of what had come is lost.")
    func timeouts() async throws {
        try await withAsyncClient { client in
            let directory = try TemporaryDirectory()
            let pipe = directory.path("pipe")
            #expect(mkfifo(pipe, 0o600) == 0)
            let process = try await client.start("cat; cat \(pipe); exit 2")
            let calls: [@Sendable () async throws -> Void] = [
                { _ = try await process.read(timeout: .milliseconds(20)) },
                { _ = try await process.readLine(timeout: .zero) },
                { _ = try await process.wait(timeout: .milliseconds(20)) },
                { _ = try await process.communicate(input: Array("in,".utf8), timeout: .milliseconds(20)) },
                { _ = try await process.communicate(input: Array("in,".utf8), timeout: .zero) },
            ]
            for call in calls { #expect(await asyncFailure(of: call)?.code == .timeout) }
            // The session's own time holds where a call has none.
            client.blocking.session.timeout = .milliseconds(20)
            #expect(await asyncFailure { try await process.exit }?.code == .timeout)
            client.blocking.session.timeout = ConnectedSession.patience
            #expect(try await client.run("echo more >\(pipe)").isSuccess)
            let result = try await process.communicate(input: Array("in,".utf8))
            #expect(result.text == "in,more\n")
            #expect(result.exit == .exited(2))
            let command: RemoteCommand = "echo early; exec sleep 600"
            var late: SSHError?
            var time = Duration.milliseconds(300)
            while late?.output?.standardOutput.isEmpty != false, time < ConnectedSession.patience {
                let limit = time
                late = await asyncFailure { try await client.run(command, timeout: limit) }
                time *= 2
            }
            #expect(late?.code == .timeout)
            #expect(late?.output?.standardOutput == Array("early\n".utf8))
            #expect(try await client.run("echo on").text == "on\n")
        }
    }

    @Test("swift.async-actor: the scopes and the iterations run on the caller's actor.")
    func actor() async throws {
        let server = try ClientServer()
        #expect(try await Counter().count(server) == 3)
    }

    /// Something with a state that only its own code may touch.
    private actor Counter {
        private var lines = 0

        func count(_ server: ClientServer) async throws -> Int {
            try await AsyncSSHClient.withClient(
                host: "127.0.0.1", port: server.port, user: server.fixture.user, options: server.options
            ) { client in
                assertIsolated()
                try await client.withProcess("printf 'a\\nb\\nc'") { process in
                    for try await _ in process.lines { lines += 1 }
                }
            }
            return lines
        }
    }
}
