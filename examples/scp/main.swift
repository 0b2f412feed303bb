import SwiftSSH

let arguments = CommandLine.arguments  // HOST PORT USER KEY FINGERPRINT REMOTE
let session = try Session()
session.timeout = .seconds(60)
try session.connect(host: arguments[1], port: UInt16(arguments[2]) ?? 22)
guard session.hostKey?.fingerprint == arguments[5] else { fatalError("another host than was expected") }
try session.authenticate(user: arguments[3], privateKey: arguments[4])

let (source, information) = try session.scpReceive(path: arguments[6])
var file: [UInt8] = []
while case let bytes = try source.read(upTo: 65536), !bytes.isEmpty { file += bytes }
print("received \(file.count) bytes, mode \(String(information.mode, radix: 8))")

let sink = try session.scpSend(
    path: arguments[6] + ".copy", mode: information.mode, size: UInt64(file.count),
    modificationTime: information.modificationTime, accessTime: information.accessTime)
try sink.write(file)
try sink.close()
print("sent \(file.count) bytes")
try session.disconnect()
