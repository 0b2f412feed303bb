import Testing

@testable import SwiftSSH

@Suite("What a process is started with")
struct ProcessStreamTests {
    private static let engines: [EngineChoice] = [.libssh2, .native]

    @Test(
        "client.standard-error: it is read apart, or as part of the output, or dropped, where nobody need read it",
        arguments: engines)
    func standardError(_ engine: EngineChoice) throws {
        let client = try ClientServer().client { $0.engine = engine }
        let dropped = try client.start(
            "head -c 8000000 /dev/zero >&2; echo out; echo err >&2", standardError: .ignore)
        #expect(try dropped.readLine() == "out")
        #expect(try dropped.readLine() == nil)
        #expect(try dropped.readLine(stream: 1) == nil)
        let merged = try client.start("echo out; echo err >&2; echo last", standardError: .merge)
        var lines: [String] = []
        while let line = try merged.readLine() { lines.append(line) }
        #expect(lines.sorted() == ["err", "last", "out"])
        let shell = try client.startShell(terminal: nil, standardError: .merge)
        try shell.write(Array("echo err >&2; exit 3\n".utf8))
        #expect(try shell.readLine() == "err")
        #expect(try shell.wait() == .exited(3))
    }

    @Test(
        "client.long-command: what an engine cannot send is refused before anything is sent, with its length and the limit"
    )
    func long() throws {
        for (engine, most) in [(EngineChoice.libssh2, 34_725), (.native, 262_076)] {
            let client = try ClientServer().client { $0.engine = engine }
            let opened = client.session.connection.channelCount
            func command(_ length: Int) -> RemoteCommand {
                "echo on #\(String(repeating: "x", count: length - 9))"
            }
            let error = failure { try client.run(command(most + 1)) }
            #expect(error?.code == .invalidArgument)
            #expect(error?.message.contains("\(most + 1) bytes") == true && error?.message.contains("\(most)") == true)
            #expect(client.session.connection.channelCount == opened)
            // Linux takes no argument of 128 KiB.
            #expect(try client.run(command(min(most, 130_000))).text == "on\n")
            let channel = try client.session.openChannel()
            #expect(failure { try channel.execute(command(most + 1)) }?.code == .invalidArgument)
            try channel.execute("true")
        }
    }
}
