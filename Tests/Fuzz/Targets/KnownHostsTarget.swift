@testable import SwiftSSH

/// Lines of known_hosts files: a line that is understood is written as it was, and read again to the same.
let knownHostsTarget = FuzzTarget(name: "known-hosts") { input in
    let list = KnownHosts()
    for line in input.split(separator: 0x0A, maxSplits: 50) {
        _ = try? list.readLine([UInt8](line))
    }
    var entry = list.entry(after: nil)
    while let current = entry {
        entry = list.entry(after: current)
        guard let line = try? list.writeLine(current) else { fatalError("an entry of the list cannot be written") }
        let copy = KnownHosts()
        guard let again = try? copy.readLine(line) else { fatalError("what was written cannot be read") }
        require(again.line.names == current.line.names, "the names differ")
        require(again.line.key == current.line.key, "the keys differ")
        require(again.marker == current.marker, "the markers differ")
        guard let blob = Base64.decode(current.line.key) else { fatalError("the key is not base64") }
        let key = HostKey(blob: blob)
        for host in ["example.org", "10.0.0.1", "::1"] {
            _ = try? list.check(host: host, port: 22, key: key)
            _ = try? list.check(host: host, port: 2222, key: key)
            _ = try? current.covers(host: host, port: 22)
        }
    }
}
