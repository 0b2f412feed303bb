// Asks what an ssh_config file says of a host, and connects to it: configuration CONFIG HOST COMMAND
import SwiftSSH

let words = Array(CommandLine.arguments.dropFirst())
guard words.count == 3 else { fatalError("see the first line of this program") }

let found = try HostConfiguration(of: words[1], files: .files([words[0]]))
let alias = found.hostKeyAlias ?? found.hostName
print(
    "\(words[1]) is \(found.hostName), keys are in \(found.identityFiles?.count ?? 0) file, its host key is \(alias)'s")

// Without a file it is ~/.ssh/config and /etc/ssh/ssh_config: SSHClient.connect(host: "alias").
var options = ClientOptions()
options.configuration = .files([words[0]])
let client = try SSHClient.connect(host: words[1], options: options, timeout: .seconds(10))
print("logged in  as \(client.user)")
print(try client.run(RemoteCommand(words[2])).check().text, terminator: "")
client.close()
