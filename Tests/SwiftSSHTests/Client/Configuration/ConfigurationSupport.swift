import Glibc

@testable import SwiftSSH

/// What `ssh -G` makes of a file: the values of each keyword, or nil where it refuses the file.
func opensshConfiguration(_ file: String, host: String, arguments: [String] = []) throws -> [String: [String]]? {
    let result = try runProcess(["ssh", "-G", "-F", file] + arguments + [host])
    guard result.status == 0 else { return nil }
    var values: [String: [String]] = [:]
    for line in result.text.split(separator: "\n") {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        values[parts[0].lowercased(), default: []].append(parts.count > 1 ? parts[1] : "")
    }
    return values
}

extension TemporaryDirectory {
    /// Writes a configuration.
    func configuration(_ lines: String..., named name: String = "config") throws -> String {
        try write(Array((lines.joined(separator: "\n") + "\n").utf8), to: name)
    }
}

/// A system of made-up files.
func madeUpSystem(
    _ files: [String: String], succeeds: @escaping (String) -> Bool = { _ in false }
) -> ConfigurationSystem {
    ConfigurationSystem(
        read: { (path, _) throws(SSHError) in files[path].map { Array($0.utf8) } },
        list: { (pattern) throws(SSHError) in
            files.keys.sorted().filter { HostPatterns.fits(Array(pattern.utf8)[...], Array($0.utf8), false) }
        },
        execute: { (command) throws(SSHError) in succeeds(command) },
        localUser: LocalUser(name: "me", identifier: 1000, home: "/home/me"))
}

/// What one made-up file says of a host.
func configured(
    _ text: String, host: String = "alias", port: UInt16? = nil, user: String? = nil, others: [String: String] = [:],
    succeeds: @escaping (String) -> Bool = { _ in false }
) throws -> HostConfiguration {
    try HostConfiguration(
        of: host, port: port, user: user, files: .files(["/config"]),
        system: madeUpSystem(others.merging(["/config": text]) { $1 }, succeeds: succeeds))
}
