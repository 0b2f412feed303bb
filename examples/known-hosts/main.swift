// Asks a list whether a key is that of two hosts.
import SwiftSSH

let line = "example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g"
let hosts = KnownHosts()
guard let key = try hosts.readLine(line)?.key else { fatalError("the line has no key") }  // or hosts.readFile(path)

for host in ["example.com", "elsewhere"] {
    // With a session after its handshake: session.checkHostKey(in: hosts, host: host).
    let verdict =
        switch try hosts.check(host: host, key: key) {
        case .match(let entry): "known as \(entry.names ?? "")"
        case .notFound: "not known"
        case .mismatch: "known by another key: do not go on"
        case .revoked: "revoked: do not go on"
        }
    print(host + String(repeating: " ", count: 12 - host.count), verdict)
}

// What a program does that has met a new host, with its user's consent.
let new = try hosts.add(host: "elsewhere", port: 2222, key: key, comment: "met today", hashed: true)
if CommandLine.arguments.count > 1 { try hosts.append(new, to: CommandLine.arguments[1]) }
