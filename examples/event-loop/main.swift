// Runs commands side by side without a thread for each: event-loop HOST PORT USER KNOWN_HOSTS KEY COMMAND...
import SwiftSSH
import SwiftSSHAsync

let words = Array(CommandLine.arguments.dropFirst())
guard words.count > 5, let port = UInt16(words[1]) else { fatalError("see the first line of this program") }

var options = ClientOptions()
options.hostKeys = .strict(files: [words[3]])
options.keyFiles = [words[4]]

try await AsyncSSHClient.withClient(host: words[0], port: port, user: words[2], options: options) { client in
    // All of them at once, on one connection.
    let running = words.dropFirst(5).map { command in Task { try await client.run(RemoteCommand(command)).text } }
    for command in running { print(try await command.value, terminator: "") }

    // What takes too long is given up; the rest goes on.
    do {
        _ = try await client.run("sleep 600", timeout: .milliseconds(200))
    } catch let error as SSHError where error.code == .timeout {
        print("given up")
    }

    // A process is read from while something else is done.
    try await client.withProcess("while read line; do echo \"<$line>\"; done") { process in
        try await process.write(Array("one\ntwo\n".utf8))
        try await process.closeInput()
        for try await line in process.lines { print(line) }
    }
}
