// Runs a command on an SSH server: first HOST PORT USER KEY FINGERPRINT COMMAND
import SwiftSSH

let arguments = CommandLine.arguments
guard arguments.count == 7, let port = UInt16(arguments[2]) else {
    fatalError("first HOST PORT USER KEY FINGERPRINT COMMAND")
}

let session = try Session()
session.timeout = .seconds(10)  // no call below takes longer
try session.connect(host: arguments[1], port: port)

let fingerprint = session.hostKey?.fingerprint ?? ""
print("host key    \(fingerprint)")
print("agreed on   \(session.algorithm(.keyExchange) ?? ""), \(session.algorithm(.cipherServerToClient) ?? "")")
guard fingerprint == arguments[5] else { fatalError("this is not the host that was expected") }

try session.authenticate(user: arguments[3], privateKey: arguments[4])
print("logged in   as \(arguments[3])")

let channel = try session.openChannel()
try channel.execute(RemoteCommand(arguments[6]))
while case let bytes = try channel.read(upTo: 65536), !bytes.isEmpty {
    print("output      \(String(decoding: bytes, as: UTF8.self))", terminator: "")
}
switch try channel.waitExit() {
case .exited(let status): print("exit        status \(status)")
case .signalled(let signal): print("exit        signal \(signal.name)")
case .closedWithoutStatus: print("exit        unknown")
}
try session.disconnect()
