import SwiftSSH

let words = Array(CommandLine.arguments.dropFirst())
let session = try Session()
session.timeout = .seconds(10)
try session.connect(host: words[0], port: UInt16(words[1])!)
guard session.hostKey?.fingerprint == words[4] else { fatalError("another host key") }
try session.authenticate(user: words[2], privateKey: words[3])

let listener = try session.listen(port: 0, host: "127.0.0.1")
let there = try session.openDirectTCPIP(host: "127.0.0.1", port: listener.boundPort)
let here = try listener.accept()
try there.write(Array("once around".utf8))
print("received  ", String(decoding: try here.read(upTo: 4096), as: UTF8.self))
try listener.cancel()
