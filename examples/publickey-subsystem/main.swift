import SwiftSSH

let arguments = CommandLine.arguments  // HOST PORT USER KEY FINGERPRINT
let session = try Session()
session.timeout = .seconds(10)
try session.connect(host: arguments[1], port: UInt16(arguments[2]) ?? 22)
guard session.hostKey?.fingerprint == arguments[5] else { fatalError("another host than was expected") }
try session.authenticate(user: arguments[3], privateKey: arguments[4])

let system = try session.publicKeySystem()
let blob = [0, 0, 0, 11] + Array("ssh-ed25519".utf8) + [0, 0, 0, 32] + [UInt8](repeating: 7, count: 32)
let comment = PublicKeyAttribute(name: "comment", value: Array("from Swift".utf8))
try system.add(algorithm: "ssh-ed25519", blob: blob, attributes: [comment], overwrites: true)
for key in try system.list() { print("\(key.algorithm), \(key.blob.count) bytes, \(key.attributes.count) attributes") }
try system.remove(algorithm: "ssh-ed25519", blob: blob)
try system.shutdown()
