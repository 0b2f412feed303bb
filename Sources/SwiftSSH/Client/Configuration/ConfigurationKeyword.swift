/// The keywords of ssh_config(5) that a client uses, and how their arguments are written.
enum ConfigurationKeyword {
    /// How a keyword's arguments are written.
    enum Form {
        /// One text.
        case text
        /// One path of several: each line with the keyword adds another.
        case oneOfSeveral
        /// Paths, or `none` alone.
        case paths
        /// `yes` or `no`.
        case flag
        /// One of some words, beside what `ssh -G` calls it.
        case choice([String: String])
        /// A number of seconds, in the units of OpenSSH's times; nil where that may be `none`.
        case time
        /// A number that is at least so large.
        case number(Int)
        /// A port's number, or the name of a service.
        case port
        /// The rest of the line.
        case command
        /// Hosts to go through with commas between, or `none`.
        case hops
        /// Names and patterns of algorithms with commas between, behind `+`, `-`, `^` or none.
        case algorithms
        /// A path, `none`, `SSH_AUTH_SOCK` or `$NAME`.
        case agent
    }

    /// Each keyword in small letters with the form of its arguments.
    static let forms: [String: Form] = [
        "hostname": .text, "port": .port, "user": .text, "hostkeyalias": .text, "revokedhostkeys": .text,
        "bindaddress": .text,
        "preferredauthentications": .text, "identityfile": .oneOfSeveral, "certificatefile": .oneOfSeveral,
        "userknownhostsfile": .paths, "globalknownhostsfile": .paths, "identitiesonly": .flag,
        "hashknownhosts": .flag, "tcpkeepalive": .flag, "identityagent": .agent, "connecttimeout": .time,
        "serveraliveinterval": .time, "connectionattempts": .number(1), "serveralivecountmax": .number(0),
        "numberofpasswordprompts": .number(0),
        "proxycommand": .command, "proxyjump": .hops, "ciphers": .algorithms, "macs": .algorithms,
        "kexalgorithms": .algorithms, "hostkeyalgorithms": .algorithms, "pubkeyacceptedalgorithms": .algorithms,
        "compression": .choice(["yes": "yes", "no": "no"]),
        "addressfamily": .choice(["any": "any", "inet": "inet", "inet6": "inet6"]),
        "pubkeyauthentication": .choice([
            "yes": "true", "true": "true", "no": "false", "false": "false", "unbound": "unbound",
            "host-bound": "host-bound",
        ]),
        "stricthostkeychecking": .choice([
            "yes": "true", "true": "true", "no": "false", "false": "false", "off": "false", "ask": "ask",
            "accept-new": "accept-new",
        ]),
    ]

    /// What older versions of OpenSSH called keywords.
    static let olderNames = [
        "pubkeyacceptedkeytypes": "pubkeyacceptedalgorithms", "keepalive": "tcpkeepalive",
        "dsaauthentication": "pubkeyauthentication", "identityfile2": "identityfile",
    ]
}

extension ConfigurationKeyword.Form {
    /// The most paths that a keyword takes, OpenSSH's own limits.
    static let mostOfSeveral = 100
    private static let mostPaths = 32

    /// The values of a line in the form in which `ssh -G` shows them.
    /// - Throws: What is wrong with the line, without a place.
    func values(of line: ConfigurationLine) throws(SSHError) -> [String] {
        guard !line.rest.isEmpty else { throw Self.failure("there is no argument") }
        guard let words = line.arguments else { throw Self.failure("a quotation has no end") }
        switch self {
        case .command: return [try Self.text(Self.afterEquals(line.rest))]
        case .hops:
            let text = Self.afterEquals(line.rest).prefix { $0 != UInt8(ascii: "#") }
            return try JumpHop.parse(list: Self.trimmed(try Self.text(text))).map(\.description)
        case .paths:
            let paths = try words.map(Self.nonEmpty)
            guard !paths.isEmpty, paths.count <= Self.mostPaths else {
                throw Self.failure(paths.isEmpty ? "there is no argument" : "there are too many")
            }
            let isNone = paths.contains { $0.lowercased() == "none" }
            guard !isNone || paths.count == 1 else { throw Self.failure("\"none\" must stand alone") }
            return paths
        default:
            guard let word = words.first else { throw Self.failure("there is no argument") }
            guard words.count == 1 else { throw Self.failure("there is more than one argument") }
            return [try value(of: Self.nonEmpty(word))]
        }
    }

    private func value(of word: String) throws(SSHError) -> String {
        switch self {
        case .flag:
            switch word.lowercased() {
            case "yes", "true": return "yes"
            case "no", "false": return "no"
            default: throw Self.failure("\(Self.quoted(word)) is neither yes nor no")
            }
        case .choice(let words):
            guard let value = words[word.lowercased()] else {
                let known = words.keys.sorted().joined(separator: ", ")
                throw Self.failure("\(Self.quoted(word)) is none of \(known)")
            }
            return value
        case .time:
            if word == "none" { return word }
            guard let seconds = ConfigurationTime.seconds(word) else {
                throw Self.failure("\(Self.quoted(word)) is no time")
            }
            return String(seconds)
        case .number(let least):
            guard let number = Int32(word), number >= least else {
                throw Self.failure("\(Self.quoted(word)) is no number from \(least) on")
            }
            return String(number)
        case .port:
            guard let port = ServicePort.number(word) else { throw Self.failure("\(Self.quoted(word)) is no port") }
            return String(port)
        case .agent:
            let name = word.dropFirst()
            let isVariable = word.hasPrefix("$") && !name.hasPrefix("{")
            guard !isVariable || (!name.isEmpty && name.utf8.allSatisfy(Self.isOfName)) else {
                throw Self.failure("\(Self.quoted(word)) is no variable of the environment")
            }
            return word
        default: return word
        }
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (byte >= 0x30 && byte <= 0x39)
            || (HostPatterns.lowercased(byte) >= 0x61 && HostPatterns.lowercased(byte) <= 0x7A)
    }

    private static func afterEquals(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        rest.drop { ConfigurationLine.isSpace($0) || $0 == UInt8(ascii: "=") }
    }

    private static func trimmed(_ text: String) -> String {
        var text = text
        while let last = text.utf8.last, ConfigurationLine.isSpace(last) { text.unicodeScalars.removeLast() }
        return text
    }

    private static func nonEmpty(_ word: [UInt8]) throws(SSHError) -> String {
        guard !word.isEmpty else { throw failure("an argument is empty") }
        return try text(word[...])
    }

    private static func text(_ bytes: ArraySlice<UInt8>) throws(SSHError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw failure("it is not UTF-8") }
        return text
    }

    private static func quoted(_ word: String) -> String { "\"\(String(escaping: word.utf8, limit: 128))\"" }

    private static func failure(_ message: String) -> SSHError {
        SSHError(.file, message, phase: .configuration)
    }
}
