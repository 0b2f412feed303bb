import SwiftSSH

let words = Array(CommandLine.arguments.dropFirst())
if words == ["list"] {
    let agent = Agent()
    try agent.connect()
    for key in try agent.identities() {
        print("key       ", key.fingerprint ?? key.type, String(decoding: key.comment, as: UTF8.self))
    }
} else {
    let session = try Session()
    session.timeout = .seconds(10)
    try session.connect(host: words[0], port: UInt16(words[1])!)
    guard session.hostKey?.fingerprint == words[3] else { fatalError("another host key") }
    try session.authenticateWithAgent(user: words[2])
    print("logged in  as", words[2])
}
