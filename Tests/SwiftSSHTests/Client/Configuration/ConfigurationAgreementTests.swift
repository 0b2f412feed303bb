import Glibc
import Testing

@testable import SwiftSSH

/// The same configurations, read here and by `ssh -G`.
@Suite struct ConfigurationAgreementTests {
    private let scratch: TemporaryDirectory

    init() throws {
        scratch = try TemporaryDirectory()
    }

    /// The keywords whose values are compared as they are shown.
    private static let compared = [
        "host", "hostname", "user", "port", "addressfamily", "bindaddress", "connecttimeout",
        "connectionattempts", "tcpkeepalive", "serveraliveinterval", "serveralivecountmax", "stricthostkeychecking",
        "hostkeyalias", "hashknownhosts", "revokedhostkeys", "pubkeyauthentication", "preferredauthentications",
        "identitiesonly",
        "identityagent", "numberofpasswordprompts", "compression",
    ]

    private func compare(_ text: String, host: String, arguments: [String] = [], others: [String: String] = [:]) throws
    {
        for (name, content) in others { try scratch.write(Array(content.utf8), to: name) }
        let file = try scratch.write(Array(text.utf8), to: "config")
        let theirs = try opensshConfiguration(file, host: host, arguments: arguments)
        var user: String?
        var port: UInt16?
        for (name, value) in zip(arguments, arguments.dropFirst()) {
            if name == "-l" { user = value }
            if name == "-p" { port = UInt16(value) }
        }
        let ours = try? HostConfiguration(of: host, port: port, user: user, files: .files([file]))
        let comment = Comment(rawValue: "\(host) \(arguments) in\n\(text)")
        #expect((ours == nil) == (theirs == nil), comment)
        guard let ours, let theirs else { return }
        for keyword in Self.compared {
            #expect(ours.values(of: keyword) == theirs[keyword] ?? [], "\(keyword) of \(host) in\n\(text)")
        }
        // These two are shown with their tokens.
        let tokens = { (text: String) in
            try ConfigurationTokens(
                original: host, host: ours.hostName, port: ours.port, user: ours.user, local: .current
            ).expanded(text)
        }
        #expect(try ours.proxyCommand == theirs["proxycommand"]?.first.map(tokens), comment)
        let hops = try JumpHop.parse(list: theirs["proxyjump"]?.first.map(tokens) ?? "none")
        #expect(ours.proxyJump == hops, comment)
        if let files = ours.userKnownHostsFiles {
            #expect([files.isEmpty ? "none" : files.joined(separator: " ")] == theirs["userknownhostsfile"], comment)
        }
        if let files = ours.globalKnownHostsFiles {
            #expect([files.isEmpty ? "none" : files.joined(separator: " ")] == theirs["globalknownhostsfile"], comment)
        }
        if let files = ours.identityFiles {
            let shown = theirs["identityfile"]?.filter { $0.lowercased() != "none" } ?? []
            #expect(files.count == shown.count, comment)
            for (file, text) in zip(files, shown) where !text.contains("%") && !text.contains("~") {
                #expect(file == text, comment)
            }
        }
        #expect(ours.certificateFiles.count == theirs["certificatefile"]?.count ?? 0, comment)
    }

    @Test(
        "configuration.agrees-with-openssh: what OpenSSH reads out of a file is read here, and what it refuses is refused."
    )
    func agreesOnTable() throws {
        for (number, text) in Self.table.enumerated() {
            let others = ["Alias", "web1.example.org", "10.1.2.3", "fe80::AB"]
            for host in ["alias", others[number % others.count]] {
                try compare(text, host: host)
                if number % 4 == 0 { try compare(text, host: host, arguments: ["-l", "other", "-p", "2022"]) }
            }
        }
    }

    @Test(
        "configuration.agrees-with-openssh: of files that are put together at random the same is read.",
        arguments: 0..<8)
    func agreesOnRandomFiles(seed: Int) throws {
        var random = Randomness(seed: UInt64(seed) + 1)
        for _ in 0..<40 {
            let file = RandomConfiguration(&random, folder: scratch.path)
            try compare(
                file.text, host: RandomConfiguration.hosts.randomElement(using: &random) ?? "alias",
                arguments: Bool.random(using: &random) ? [] : ["-l", "bob"],
                others: ["included": file.included])
        }
    }

    private static let table = [
        "",
        "# nothing\n\n   \t\n#Port 23",
        "Port 2222\nPort 22\nUser one\nUser two",
        "PORT=2200\nhostname = real.example.org\n uSeR\t=\tme",
        "\"Port\" 22\nUser \"a b\"",
        "User 'it is'\nHostKeyAlias \"a\\\"b\"",
        "User a\\ b",
        "User one two",
        "User \"unfinished",
        "User",
        "Port 0",
        "Port 65536",
        "Port -1",
        "Port ssh",
        "Port http",
        "Port nonsense",
        "Port 22 # the usual",
        "Port 22#the usual",
        "User a#b",
        "HostName %h.example.org",
        "HostName %h%%%h",
        "HostName %n.example.org",
        "HostName REAL.example.org",
        "HostName 2001:DB8::1",
        "Host alias\n  Port 23\nHost *\n  Port 24",
        "Host a* !alias\n  Port 23\nHost *\n  Port 24",
        "Host !alias\n  Port 23\nHost *\n  Port 24",
        "Host ALIAS\n  Port 23",
        "Host ali?s web*.example.org 10.1.2.*\n  Port 23",
        "Host a,b alias,x\n  Port 23",
        "Host \"alias\" 'other host'\n  Port 23",
        "Host \"\"\n  Port 23",
        "Host alias # comment *\n Port 23",
        "Host=alias\nPort=23",
        "Match all\n  Port 23",
        "Match !all\n  Port 23",
        "Match all host alias\n  Port 23",
        "Match host alias all\n  Port 23",
        "Match final all\n  Port 23",
        "Match host alias,web*\n  Port 23",
        "Match host ALIAS\n  Port 23",
        "Match !host alias\n  Port 23",
        "Match originalhost alias\n  Port 23",
        "HostName real.example.org\nMatch host real.example.org\n  Port 23\nMatch originalhost alias\n  User x",
        "HostName %h.example.org\nMatch host alias.example.org\n  Port 23",
        "User bob\nMatch user bob\n  Port 23",
        "Match user bob,other\n  Port 23",
        "Match user !bob,*\n  Port 23",
        "Match localuser root\n  Port 23",
        "Match localuser nobody,!root\n  Port 23",
        "Match exec \"true\"\n  Port 23",
        "Match exec false\n  Port 23",
        "Match exec \"test %h = alias -a %n = alias -a %p = 22\"\n  Port 23",
        "Port 2200\nUser bob\nMatch exec \"test %r%p = bob2200\"\n  HostName yes.example.org",
        "Match exec \"test %d%i%u%k%l%L%C = x\"\n  Port 23",
        "Match exec \"test '%C' != ''\" host alias\n  Port 23",
        "Match exec \"true %Z\"\n  Port 23",
        "Match !exec \"false\"\n  Port 23",
        "Match host alias exec \"false\"\n  Port 23",
        "Match host=alias\n  Port 23",
        "Match\n  Port 23",
        "Match host\n  Port 23",
        "Match host alias # and so on\n  Port 23",
        "Match user\n",
        "Match final\n  Port 23",
        "Match !final\n  Port 23\nMatch final\n  User x",
        "Match canonical\n  Port 23",
        "Match final host real.example.org\n  Port 23\nHost alias\n  HostName real.example.org",
        "Host real.example.org\n  Port 23\nHost alias\n  HostName real.example.org\nMatch final\n  User x",
        "IdentityFile a\nIdentityFile b\nIdentityFile a\nIdentityFile none",
        "IdentityFile ~/.ssh/%h_%r\nIdentitiesOnly yes",
        "IdentityFile \"/a b/c\"\nCertificateFile /x\nCertificateFile /y\nCertificateFile /x",
        "IdentitiesOnly maybe",
        "IdentitiesOnly TRUE",
        "IdentityAgent none",
        "IdentityAgent $",
        "IdentityAgent $A-B",
        "IdentityAgent ~/agent.%h",
        "IdentityAgent ${HOME}/agent",
        "IdentityAgent ${NO_SUCH_VARIABLE}/agent",
        "IdentityAgent /run/%Z",
        "UserKnownHostsFile /a /b\nGlobalKnownHostsFile /c",
        "UserKnownHostsFile none\nGlobalKnownHostsFile none",
        "UserKnownHostsFile none /a",
        "UserKnownHostsFile ~/known.%h \"/with a blank\"",
        "UserKnownHostsFile ~nobody/x",
        "UserKnownHostsFile ~no_such_user_here/x",
        "StrictHostKeyChecking accept-new",
        "StrictHostKeyChecking YES",
        "StrictHostKeyChecking off",
        "StrictHostKeyChecking perhaps",
        "HostKeyAlias Some.Name",
        "HashKnownHosts yes\nTCPKeepAlive no",
        "ProxyJump a\nProxyCommand nc %h %p",
        "ProxyCommand nc %h %p\nProxyJump a",
        "ProxyJump none\nProxyCommand nc %h %p",
        "ProxyCommand none\nProxyJump a",
        "ProxyCommand none",
        "ProxyCommand = nc \"a b\" %h # no comment to ssh",
        "ProxyCommand nc 'unfinished",
        "ProxyJump me@a:23,ssh://you@b:24/,[::1]:25,10.0.0.1",
        "ProxyJump a:99999",
        "ProxyJump @a",
        "ProxyJump a,,b",
        "ProxyJump ssh://a/path",
        "ProxyJump ssh://u;x=y@a",
        "ProxyJump u@v@a:22",
        "ProxyJump [::1",
        "Host other\n ProxyJump a:b:c",
        "ConnectTimeout 10\nServerAliveInterval 1m30s\nServerAliveCountMax 5\nConnectionAttempts 4",
        "RevokedHostKeys /etc/ssh/revoked\nRevokedHostKeys none",
        "RevokedHostKeys none",
        "RevokedHostKeys",
        "ConnectTimeout none",
        "ConnectTimeout 1x",
        "ConnectTimeout 2147483648",
        "ConnectTimeout 1h1m1s\nServerAliveInterval 1w",
        "ServerAliveCountMax -1",
        "ServerAliveCountMax 1.5",
        "AddressFamily INET6\nBindAddress 127.0.0.1",
        "AddressFamily ipx",
        "Compression yes",
        "Compression true",
        "PubkeyAuthentication no\nPreferredAuthentications password,publickey",
        "NumberOfPasswordPrompts 1",
        "SendEnv LANG LC_*\nForwardAgent yes\nControlMaster auto\nRequestTTY no\nLocalForward 8080 a:80",
        "\tHost alias\t\n\t\tPort\t23\t\r\n",
        "Port 23\r\nUser x\r\n",
        "User x\u{0C}\n",
        "Port = = 23",
        "Port==23",
        "=Port 23",
        "\"Port 23",
        "PubkeyAcceptedKeyTypes ssh-ed25519",
        "Include nowhere/*\nPort 23",
        "Include",
    ]
}
