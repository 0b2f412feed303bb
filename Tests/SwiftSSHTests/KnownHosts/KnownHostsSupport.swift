import Glibc

@testable import SwiftSSH

/// Keys and lines for the tests of known hosts.
enum KnownHostsSupport {
    /// A public key of 32 bytes that nobody has the private key of.
    static func key(_ number: Int, type: String = "ssh-ed25519") -> HostKey {
        var writer = WireWriter()
        writer.string(type)
        writer.string((0..<32).map { UInt8(truncatingIfNeeded: number >> ($0 % 4 * 8)) })
        return HostKey(blob: writer.bytes)
    }

    /// Type and key as a line has them.
    static func text(_ key: HostKey) -> String { key.type + " " + Base64.encode(key.blob) }

    /// A list of the lines of a text.
    static func list(_ lines: [String]) throws -> KnownHosts {
        let hosts = KnownHosts()
        for line in lines { try hosts.readLine(line) }
        return hosts
    }

    /// A list read from a file of that content.
    static func read(_ content: String) throws -> (hosts: KnownHosts, reading: KnownHosts.Reading) {
        let directory = try TemporaryDirectory()
        let hosts = KnownHosts()
        let reading = try hosts.readFile(try directory.write(Array(content.utf8), to: "known_hosts"))
        return (hosts, reading)
    }
}

/// Random numbers that are the same in every run (xorshift).
struct RepeatableNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

extension KnownHosts.Verdict {
    /// The case without what it carries.
    var name: String {
        switch self {
        case .match: "match"
        case .mismatch: "mismatch"
        case .notFound: "notFound"
        case .revoked: "revoked"
        }
    }
}
