/// How old a server may be: what is offered for the purposes for which nothing else is asked for. The numbers are published and never reused.
public enum AlgorithmProfile: Int32, Sendable, Hashable, CaseIterable {
    /// Nothing that rests on SHA-1.
    case modern = 1
    /// Also SHA-1 where it is not known to be broken, for servers of some years ago: the default.
    case compatible = 2
    /// Also what is weak: CBC, RC4, 3DES, DSA, MD5, truncated MACs and key exchanges over 1024-bit groups. For the one host that has nothing else.
    case legacy = 3

    /// The profile's name, for example `legacy`.
    public var name: String {
        switch self {
        case .modern: "modern"
        case .compatible: "compatible"
        case .legacy: "legacy"
        }
    }

    /// What rests on SHA-1, and is offered last.
    private static let dated: Set<String> = [
        "diffie-hellman-group14-sha1", "ssh-rsa", "hmac-sha1", "hmac-sha1-etm@openssh.com",
    ]
    private static let weak: Set<String> = [
        "diffie-hellman-group-exchange-sha1", "diffie-hellman-group1-sha1", "ssh-dss",
        "aes128-cbc", "aes192-cbc", "aes256-cbc", "rijndael-cbc@lysator.liu.se", "3des-cbc", "blowfish-cbc",
        "cast128-cbc", "arcfour256", "arcfour128", "arcfour",
        "hmac-sha1-96", "hmac-md5", "hmac-md5-96", "hmac-ripemd160", "hmac-ripemd160@openssh.com",
    ]

    /// Whether a name is of an algorithm that only ``legacy`` offers.
    static func isWeak(_ name: String) -> Bool { weak.contains(name) }

    /// Whether the profile has an algorithm offered, where the engine has it.
    func offers(_ name: String) -> Bool {
        switch self {
        case .modern: !Self.weak.contains(name) && !Self.dated.contains(name)
        case .compatible: !Self.weak.contains(name)
        case .legacy: true
        }
    }

    /// What to say to somebody who has found nothing in common with a server: the profile that would find something; empty for none.
    /// - Parameters:
    ///   - theirs: What the server offers.
    ///   - supported: What the engine has.
    func remedy(theirs: [String], supported: [String]) -> String {
        for name in theirs where supported.contains(name) && !offers(name) {
            return Self.weak.contains(name)
                ? "; the profile \"legacy\" offers \(name), which is weak: choose it for this host alone"
                : "; the profile \"compatible\" offers \(name)"
        }
        return ""
    }

    /// What to say where nothing of what is old can be had.
    static func remedyElsewhere(theirs: [String]) -> String {
        guard theirs.contains(where: { weak.contains($0) || dated.contains($0) }) else { return "" }
        return "; what the server has is old: libssh2 with the profile \"legacy\" may reach it"
    }
}
