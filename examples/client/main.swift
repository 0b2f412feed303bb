import SwiftSSH

let words = Array(CommandLine.arguments.dropFirst())
var options = ClientOptions()
options.hostKeys = .strict(files: [words[3]])
options.keyFiles = [words[4]]
let client = try SSHClient.connect(
    host: words[0], port: UInt16(words[1])!, user: words[2], options: options, timeout: .seconds(10))
print(try client.run(words[5], timeout: .seconds(60)).check().text, terminator: "")

let process = try client.start("while read line; do echo \"<$line>\"; done")
try process.write(Array("one\ntwo\n".utf8))
try process.closeInput()
while let line = try process.readLine() { print(line) }
client.close()
