extension HostConfiguration {
    /// The keywords that it has values for, in small letters, as `ssh -G` shows them.
    public var keywords: [String] { lines.map(\.keyword) }

    /// The values of a keyword as `ssh -G` shows them: several for IdentityFile, CertificateFile and the lists of known hosts; none where it is not set. Paths have their tokens
    /// and home directories replaced, and lists of algorithms are as they are written.
    /// - Parameter keyword: The keyword, whatever the case of its letters.
    public func values(of keyword: String) -> [String] {
        let keyword = keyword.lowercased()
        return lines.first { $0.keyword == keyword }?.values ?? []
    }

    private var lines: [(keyword: String, values: [String])] {
        let all: [(String, [String?])] = [
            ("host", [name]), ("hostname", [hostName]), ("user", [user]), ("port", [String(port)]),
            ("addressfamily", [addressFamily.rawValue]), ("bindaddress", [bindAddress]),
            ("proxyjump", [proxyJump.isEmpty ? nil : proxyJump.map(\.description).joined(separator: ",")]),
            ("proxycommand", [proxyCommand]),
            ("connecttimeout", [connectTimeout.map(seconds) ?? "none"]),
            ("connectionattempts", [String(connectionAttempts)]), ("tcpkeepalive", [word(tcpKeepAlive)]),
            ("serveraliveinterval", [serverAliveInterval.map(seconds) ?? "0"]),
            ("serveralivecountmax", [String(serverAliveCountMax)]),
            ("stricthostkeychecking", [strictHostKeyChecking.rawValue]),
            ("userknownhostsfile", userKnownHostsFiles ?? HostKeyPolicy.usersOwnFiles),
            ("globalknownhostsfile", globalKnownHostsFiles ?? HostKeyPolicy.systemFiles),
            ("revokedhostkeys", [revokedHostKeys]), ("hostkeyalias", [hostKeyAlias]),
            ("hashknownhosts", [word(hashKnownHosts)]),
            ("pubkeyauthentication", [pubkeyAuthentication ? "true" : "false"]),
            ("preferredauthentications", [preferredAuthentications?.joined(separator: ",")]),
            ("identityfile", identityFiles ?? []), ("identitiesonly", [word(identitiesOnly)]),
            ("identityagent", [word(identityAgent)]), ("certificatefile", certificateFiles),
            ("numberofpasswordprompts", [String(numberOfPasswordPrompts)]),
            ("compression", [word(compression ?? false)]), ("ciphers", [ciphers?.text]), ("macs", [macs?.text]),
            ("kexalgorithms", [kexAlgorithms?.text]), ("hostkeyalgorithms", [hostKeyAlgorithms?.text]),
            ("pubkeyacceptedalgorithms", [pubkeyAcceptedAlgorithms?.text]),
        ]
        return all.map { ($0.0, $0.1.compactMap { $0 }) }.filter { !$0.1.isEmpty }
    }

    private func seconds(_ time: Duration) -> String { String(time.components.seconds) }

    private func word(_ flag: Bool) -> String { flag ? "yes" : "no" }

    private func word(_ agent: AgentChoice) -> String? {
        switch agent {
        case .configured: nil
        case .none: "none"
        case .environment: "SSH_AUTH_SOCK"
        case .socket(let path): path
        }
    }
}
