extension HostConfiguration {
    /// Reads how a host is to be connected to, by way of a system that may be made up.
    init(
        of host: String, port: UInt16?, user: String?, files: ConfigurationChoice, system: ConfigurationSystem
    ) throws(SSHError) {
        var reader = ConfigurationReader(host: host, user: user, port: port, system: system)
        try reader.read(files.roots(system.localUser))
        let name = try reader.hostName()
        self.init(reader, name: host, tokens: reader.tokens(host: name))
        try expand(reader)
    }

    /// Takes what files say as they say it.
    private init(_ reader: ConfigurationReader, name: String, tokens: ConfigurationTokens) {
        self.name = name
        hostName = tokens.host
        port = tokens.port
        user = tokens.user
        bindAddress = reader.value("bindaddress")
        addressFamily = reader.value("addressfamily").flatMap(AddressFamily.init) ?? .any
        connectTimeout = reader.time("connecttimeout")
        connectionAttempts = reader.number("connectionattempts") ?? 1
        tcpKeepAlive = reader.flag("tcpkeepalive") ?? true
        serverAliveInterval = reader.time("serveraliveinterval")
        serverAliveCountMax = reader.number("serveralivecountmax") ?? 3
        strictHostKeyChecking = reader.value("stricthostkeychecking").flatMap(StrictHostKeyChecking.init) ?? .ask
        hostKeyAlias = reader.value("hostkeyalias").map {
            String(decoding: $0.utf8.map(HostPatterns.lowercased), as: UTF8.self)
        }
        hashKnownHosts = reader.flag("hashknownhosts") ?? false
        globalKnownHostsFiles = reader.settings["globalknownhostsfile"]?.values.withoutNone
        pubkeyAuthentication = reader.value("pubkeyauthentication") != "false"
        preferredAuthentications = reader.value("preferredauthentications")?.split(separator: ",").map(String.init)
        identitiesOnly = reader.flag("identitiesonly") ?? false
        numberOfPasswordPrompts = reader.number("numberofpasswordprompts") ?? 3
        compression = reader.flag("compression")
        ciphers = reader.value("ciphers").map { AlgorithmList($0) }
        macs = reader.value("macs").map { AlgorithmList($0) }
        kexAlgorithms = reader.value("kexalgorithms").map { AlgorithmList($0) }
        hostKeyAlgorithms = reader.value("hostkeyalgorithms").map { AlgorithmList($0) }
        pubkeyAcceptedAlgorithms = reader.value("pubkeyacceptedalgorithms").map { AlgorithmList($0) }
    }

    /// Takes what has tokens in it.
    private mutating func expand(_ reader: ConfigurationReader) throws(SSHError) {
        var tokens = reader.tokens(host: hostName)
        tokens.alias = hostKeyAlias
        proxyJump =
            try reader.expanded("proxyjump") { (text) throws(SSHError) in
                guard var hop = JumpHop(parsing: text[...]) else { return nil }
                hop.host = try tokens.expanded(hop.host, ConfigurationTokens.ofProxies)
                hop.user = try hop.user.map { (user) throws(SSHError) in
                    try tokens.expanded(user, ConfigurationTokens.ofProxies)
                }
                return hop
            } ?? []
        tokens.jump = proxyJump.map(\.description).joined(separator: ",")
        let path = { (text: String) throws(SSHError) -> String? in
            try tokens.expanded(tokens.local.expandedHome(text), hasVariables: true)
        }
        proxyCommand = try reader.expanded("proxycommand") { (text) throws(SSHError) in
            text.lowercased() == "none" ? nil : try tokens.expanded(text, ConfigurationTokens.ofProxies)
        }?.first
        identityFiles = try reader.expanded("identityfile") { (text) throws(SSHError) in
            text.lowercased() == "none" ? nil : try path(text)
        }
        certificateFiles = try reader.expanded("certificatefile", path) ?? []
        userKnownHostsFiles = try reader.expanded("userknownhostsfile") { (text) throws(SSHError) in
            text.lowercased() == "none" ? nil : try path(text)
        }
        revokedHostKeys = try reader.expanded("revokedhostkeys") { (text) throws(SSHError) in
            text.lowercased() == "none" ? nil : try path(text)
        }?.first
        identityAgent =
            try reader.expanded("identityagent", path)?.first.map(AgentChoice.init(configured:)) ?? .configured
    }
}

extension ConfigurationChoice {
    /// The files to begin with.
    fileprivate func roots(_ user: LocalUser) -> [ConfigurationReader.Root] {
        switch self {
        case .none: []
        case .files(let paths):
            paths.map { .init(path: $0, isUsers: true, isChecked: false, mayBeMissing: false) }
        case .user:
            (user.home.isEmpty
                ? [] : [.init(path: user.home + "/.ssh/config", isUsers: true, isChecked: true, mayBeMissing: true)])
                + [.init(path: "/etc/ssh/ssh_config", isUsers: false, isChecked: false, mayBeMissing: true)]
        }
    }
}

extension AgentChoice {
    /// What IdentityAgent says, with tokens replaced.
    fileprivate init(configured text: String) {
        switch text {
        case "none": self = .none
        case "SSH_AUTH_SOCK": self = .environment
        default:
            guard text.hasPrefix("$") else {
                self = .socket(text)
                return
            }
            self = UserAccount.variable(String(text.dropFirst())).map { .socket($0) } ?? .none
        }
    }
}

extension [String] {
    /// The paths of a list that may say `none`.
    fileprivate var withoutNone: [String] { filter { $0.lowercased() != "none" } }
}

extension ConfigurationReader {
    /// The values of a keyword with tokens replaced, without those that are none; nil where no file says any.
    fileprivate func expanded<Value>(
        _ keyword: String, _ body: (String) throws(SSHError) -> Value?
    ) throws(SSHError) -> [Value]? {
        guard let setting = settings[keyword] else { return nil }
        do throws(SSHError) {
            var values: [Value] = []
            for text in setting.values {
                if let value = try body(text) { values.append(value) }
            }
            return values
        } catch {
            throw error.placed(setting.place, keyword)
        }
    }

    fileprivate func flag(_ keyword: String) -> Bool? { value(keyword).map { $0 == "yes" } }

    fileprivate func number(_ keyword: String) -> Int? { value(keyword).flatMap { Int($0) } }

    fileprivate func time(_ keyword: String) -> Duration? { number(keyword).map { .seconds($0) } }
}
