import SwiftSSH

let words = Array(CommandLine.arguments.dropFirst())
let session = try Session()
session.timeout = .seconds(10)
try session.connect(host: words[0], port: UInt16(words[1])!)
guard session.hostKey?.fingerprint == words[4] else { fatalError("another host key") }
try session.authenticate(user: words[2], privateKey: words[3])

let channel = try session.openChannel()
try channel.requestTerminal("xterm", modes: [53, 0, 0, 0, 0, 0], size: TerminalSize(columns: 132, rows: 50))
try channel.execute("stty size; read line; stty size")
print("at first  ", String(decoding: try channel.read(upTo: 4096), as: UTF8.self), terminator: "")
try channel.resizeTerminal(TerminalSize(columns: 90, rows: 20))
try channel.write(Array("\n".utf8))
print("then      ", String(decoding: try channel.read(upTo: 4096), as: UTF8.self), terminator: "")
