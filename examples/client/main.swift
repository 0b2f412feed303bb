// Runs a command, talks with another and forwards a port: client HOST PORT USER KNOWN_HOSTS KEY COMMAND
import SwiftSSH

let words = Array(CommandLine.arguments.dropFirst())
guard words.count == 6, let port = UInt16(words[1]) else { fatalError("see the first line of this program") }

var options = ClientOptions()
options.hostKeys = .strict(files: [words[3]])
options.keyFiles = [words[4]]
let client = try SSHClient.connect(
    host: words[0], port: port, user: words[2], options: options, timeout: .seconds(10))

print(try client.run(RemoteCommand(words[5]), timeout: .seconds(60)).check().text, terminator: "")

let process = try client.start("while read line; do echo \"<$line>\"; done")
try process.write(Array("one\ntwo\n".utf8))
try process.closeInput()
while let line = try process.readLine() { print(line) }

let forward = try client.forwardLocal(to: "127.0.0.1", port: port)
print("port \(forward.boundPort) leads to the server's own")
forward.close()

client.close()
