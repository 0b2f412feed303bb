import SwiftSSH

let arguments = CommandLine.arguments  // HOST PORT USER KEY FINGERPRINT REMOTE LOCAL
let session = try Session()
session.timeout = .seconds(60)
try session.connect(host: arguments[1], port: UInt16(arguments[2]) ?? 22)
guard session.hostKey?.fingerprint == arguments[5] else { fatalError("another host than was expected") }
try session.authenticate(user: arguments[3], privateKey: arguments[4])
let sftp = try session.sftp()

// A file, block by block. Reading asks ahead, so that small blocks cost little.
let remote = RemotePath(arguments[6])
let source = try sftp.open(remote)
var content: [UInt8] = []
while case let block = try source.read(upTo: 65536), !block.isEmpty { content += block }
try source.close()
print("read       \(content.count) bytes")

// What the server refuses to write is told by a later write, at the latest by close.
let copy = RemotePath(arguments[6] + ".copy")
let sink = try sftp.open(copy, [.write, .create, .truncate])
try sink.write(content)
try sink.close()
print("wrote      \(try sftp.stat(copy).size ?? 0) bytes")

do {
    _ = try sftp.stat("/no/such/file")
} catch {
    print("refused    with \(error.sftpStatus ?? 0)")
}

// The whole of it at once, and under its name only when it is whole.
let report = try sftp.get(copy, to: LocalPath(arguments[7]))
print("copied     \(report.files) file")

let directory = RemotePath(arguments[7] + ".tree")
try sftp.makeDirectory(directory)
try sftp.writeBytes(directory.appending(Array("one".utf8)), [1])
for path in try sftp.glob(directory.appending(Array("o*".utf8))) {
    let name = path.bytes.split(separator: UInt8(ascii: "/")).last ?? []
    print("found      \(name.count) bytes of name")
}
try sftp.removeTree(directory)
print("removed    \(try !sftp.exists(directory))")
try session.disconnect()
