import SwiftSSH

let words = Array(CommandLine.arguments.dropFirst())
let session = try Session()
session.timeout = .seconds(10)
try session.connect(host: words[0], port: UInt16(words[1])!)
guard session.hostKey?.fingerprint == words[4] else { fatalError("another host key") }
try session.authenticate(user: words[2], privateKey: words[3])

let channel = try session.openChannel()
// ECHO and OPOST are off: nothing comes back, and a line comes as it was written, in one piece.
let modes: [UInt8] = [53, 0, 0, 0, 0, 70, 0, 0, 0, 0, 0]
try channel.requestTerminal("xterm", modes: modes, size: TerminalSize(columns: 132, rows: 50))
try channel.execute("stty size; read line; stty size")
print("at first  ", String(decoding: try channel.read(upTo: 4096), as: UTF8.self), terminator: "")
try channel.resizeTerminal(TerminalSize(columns: 90, rows: 20))
try channel.write(Array("\n".utf8))
print("then      ", String(decoding: try channel.read(upTo: 4096), as: UTF8.self), terminator: "")
