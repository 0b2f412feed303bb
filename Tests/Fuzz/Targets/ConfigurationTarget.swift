@testable import SwiftSSH

/// An ssh_config file, and behind a zero byte one that it may include: what is read of it can be written and read again.
let configurationTarget = FuzzTarget(name: "ssh-config") { input in
    let parts = input.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false).map { Array($0) }
    let files = ["/config": parts[0], "/included": parts.count > 1 ? parts[1] : []]
    var included = 0
    var asked = 0
    let system = ConfigurationSystem(
        read: { (path, _) throws(SSHError) in files[path] },
        list: { (_) throws(SSHError) in
            included += 1
            return included < 20 ? ["/included", "/nowhere"] : []
        },
        execute: { (_) throws(SSHError) in
            asked += 1
            return asked % 2 == 1
        },
        localUser: LocalUser(name: "me", identifier: 1000, home: "/home/me"))
    for host in ["alias", "Host.example.org", "::1"] {
        guard
            let found = try? HostConfiguration(
                of: host, port: nil, user: nil, files: .files(["/config"]), system: system)
        else { continue }
        require(found.port > 0 && found.connectionAttempts > 0, "a number is out of its bounds")
        require(!found.keywords.contains { found.values(of: $0).isEmpty }, "a keyword has no value")
        for list in [found.ciphers, found.macs, found.kexAlgorithms, found.hostKeyAlgorithms] {
            guard let list else { continue }
            let names = list.names(usual: ["aes128-ctr", "hmac-sha2-256"], supported: ["aes128-ctr", "ssh-ed25519"])
            require(Set(names).count == names.count, "an algorithm is offered twice")
        }
    }
    if let text = String(validating: parts[0], as: UTF8.self), let hops = try? JumpHop.parse(list: text) {
        for hop in hops where hop.user?.contains(where: { ",@".contains($0) }) != true && !hop.host.contains("]") {
            guard let again = JumpHop(parsing: hop.description[...]) else { fatalError("a hop cannot be read again") }
            require(again == hop || hop.description.hasPrefix("ssh://"), "a hop is another when it is read again")
        }
    }
}
