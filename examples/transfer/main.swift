// Copies a file or a directory to a server and back: transfer HOST PORT USER KEY FINGERPRINT LOCAL REMOTE BACK
import SwiftSSH

func tell(_ what: String, _ report: TransferReport) throws {
    if let problem = report.problems.first { throw problem }  // what could not be copied of a directory
    print(what + String(repeating: " ", count: 11 - what.count), "files: \(report.files), bytes: \(report.bytes)")
}

let words = Array(CommandLine.arguments.dropFirst())
guard words.count == 8, let port = UInt16(words[1]) else { fatalError("see the first line of this program") }
let (local, remote, back) = (LocalPath(words[5]), RemotePath(words[6]), LocalPath(words[7]))

let session = try Session()
session.timeout = .seconds(10)
try session.connect(host: words[0], port: port)
guard session.hostKey?.fingerprint == words[4] else { fatalError("another host key") }
try session.authenticate(user: words[2], privateKey: words[3])

// There and back, a directory with all that is in it. A file has its name only when it is whole.
let sftp = try session.sftp()
let options = TransferOptions(isRecursive: true)
try tell("sent", sftp.put(local, to: remote, options: options))
try tell("received", sftp.get(remote, to: back, options: options))

try session.disconnect()
