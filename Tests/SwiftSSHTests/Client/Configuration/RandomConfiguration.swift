/// A configuration that is put together at random, of lines that OpenSSH knows.
struct RandomConfiguration {
    /// Its text.
    let text: String
    /// That of the file which it may include, `included`.
    let included: String

    /// Hosts to ask for.
    static let hosts = ["alias", "web1", "web1.example.org", "10.0.0.7", "a-b", "ALIAS", "::1"]

    private static let patterns = [
        "*", "alias", "web*", "web?", "*.example.org", "10.0.0.*", "!alias", "!web1", "!*.org", "real*", "?", "ALIAS",
        "\"web1\"",
    ]
    private static let settings: [(String, [String])] = [
        ("Port", ["22", "2222", "ssh", "65535", "70000"]),
        ("HostName", ["real.example.org", "%h.example.org", "10.9.8.7", "\"%h\"", "REAL", "::1"]),
        ("User", ["bob", "alice", "\"a b\"", "'x'"]),
        ("IdentityFile", ["/k/1", "/k/2", "/k/3", "~/.ssh/%r", "none", "\"/k/a b\""]),
        ("IdentitiesOnly", ["yes", "no", "TRUE"]),
        ("UserKnownHostsFile", ["/h/1", "/h/1 /h/2", "none", "/h/%h /h/%p"]),
        ("GlobalKnownHostsFile", ["/g/1", "none", "/g/1 \"/g/2\""]),
        ("StrictHostKeyChecking", ["yes", "no", "ask", "accept-new", "off"]),
        ("HostKeyAlias", ["Other", "alias"]),
        ("ProxyJump", ["jump", "u@jump:22,second", "none", "ssh://x@y:9", "%h.jump"]),
        ("ProxyCommand", ["nc %h %p", "none", "ssh -W '[%h]:%p' jump"]),
        ("ConnectTimeout", ["5", "none", "1m", "2h5"]),
        ("ServerAliveInterval", ["0", "30", "1m"]), ("ServerAliveCountMax", ["1", "9"]),
        ("ConnectionAttempts", ["1", "7"]), ("Compression", ["yes", "no"]),
        ("AddressFamily", ["any", "inet", "Inet6"]),
        ("CertificateFile", ["/c/1", "/c/2"]), ("IdentityAgent", ["none", "/agent/%r", "SSH_AUTH_SOCK"]),
        ("TCPKeepAlive", ["yes", "no"]), ("PreferredAuthentications", ["publickey", "password,publickey"]),
        ("SendEnv", ["LANG LC_*"]), ("ForwardAgent", ["yes"]), ("LogLevel", ["ERROR"]),
    ]
    private static let criteria = [
        "all", "!all", "host alias", "host web*,!web1", "originalhost alias", "!originalhost web*", "user bob",
        "!user bob",
        "user *,!alice", "localuser root", "localuser nobody", "exec true", "exec \"test %h = alias\"", "!exec false",
        "final", "!final", "canonical", "final all", "host real*", "host=web1",
    ]

    /// - Parameter folder: Where `included` is.
    init(_ random: inout Randomness, folder: String) {
        text = Self.lines(&random, folder: folder)
        included = Self.lines(&random, folder: nil)
    }

    private static func lines(_ random: inout Randomness, folder: String?) -> String {
        var lines = ""
        for _ in 0..<Int.random(in: 1...20, using: &random) {
            lines += ["", " ", "\t", "    "].randomElement(using: &random) ?? ""
            switch Int.random(in: 0..<20, using: &random) {
            case 0..<3:
                let count = Int.random(in: 1...3, using: &random)
                lines += "Host " + (0..<count).map { _ in pick(patterns, &random) }.joined(separator: " ")
            case 3..<6:
                // "all" with others is mostly an error.
                let count = Int.random(in: 1...2, using: &random)
                lines += "Match " + (0..<count).map { _ in pick(criteria, &random) }.joined(separator: " ")
            case 6: lines += ["# a comment", "", "#", "  # Port 9"].randomElement(using: &random) ?? ""
            case 7 where folder != nil: lines += "Include \(folder ?? "")/incl* /nowhere/*"
            default:
                let (keyword, values) = settings.randomElement(using: &random) ?? ("Port", ["22"])
                let delimiter = [" ", "=", " = ", "\t"].randomElement(using: &random) ?? " "
                lines +=
                    (Bool.random(using: &random) ? keyword : keyword.uppercased()) + delimiter
                    + pick(values, &random)
                if !keyword.hasPrefix("Proxy"), Int.random(in: 0..<8, using: &random) == 0 { lines += " # why" }
            }
            lines += Int.random(in: 0..<10, using: &random) == 0 ? " \r\n" : "\n"
        }
        return lines
    }

    private static func pick(_ values: [String], _ random: inout Randomness) -> String {
        values.randomElement(using: &random) ?? ""
    }
}
