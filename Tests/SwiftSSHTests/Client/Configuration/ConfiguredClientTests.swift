import Glibc
import Testing

@testable import SwiftSSH

/// Clients that connect to a name of ssh_config's.
@Suite struct ConfiguredClientTests {
    private let scratch: TemporaryDirectory
    private let fixture: Fixture

    init() throws {
        scratch = try TemporaryDirectory()
        fixture = try Fixture.shared.get()
    }

    @Test("configuration.exec-has-a-deadline: closing a client ends a condition's command.")
    func closingEndsCommands() throws {
        let mark = scratch.path("mark")
        let client = try SSHClient(
            host: "work", options: options("Match exec \"echo > \(mark); exec sleep 600\"\n  Port 1"))
        let connecting = Background { failure { try client.connect(timeout: nil) } }
        #expect(comesToHold { access(mark, F_OK) == 0 })
        client.close()
        #expect(try connecting.value()?.code == .cancelled)
    }

    /// The lines of an alias for a server.
    private func alias(_ name: String, _ server: ClientServer, _ lines: String...) -> String {
        ([
            "Host \(name)", "HostName 127.0.0.1", "Port \(server.port)", "User \(fixture.user)",
            "IdentityFile \(fixture["client_key"])", "IdentityAgent none",
        ] + lines + ["UserKnownHostsFile \(fixture["known_hosts"])"]).joined(separator: "\n    ")
    }

    private func options(_ blocks: String...) throws -> ClientOptions {
        var options = ClientOptions()
        options.configuration = .files([
            try scratch.write(Array(blocks.joined(separator: "\n").utf8), to: "config")
        ])
        return options
    }

    private func refusal(_ host: String, _ options: ClientOptions) -> SSHError? {
        failure { try SSHClient.connect(host: host, options: options) }
    }

    @Test("configuration.alias: a client connects to a name that ssh_config knows, as whom and by what it says.")
    func connects() throws {
        let server = try ClientServer()
        let missing = "IdentityFile /no/such/key"
        let client = try SSHClient.connect(host: "work", options: options(alias("work", server, missing)))
        #expect(try client.run("echo $SSH_CONNECTION").text.contains("127.0.0.1"))
        #expect(client.name == "work" && client.host == "127.0.0.1")
        #expect(client.port == server.port && client.user == fixture.user)
        #expect(client.isConnected)
        let stranger = refusal("work", try options(alias("work", server, "HostKeyAlgorithms no-such-algorithm")))
        #expect(stranger?.code == .methodNotSupported)
        let fleet = try FleetRun("echo here", on: [FleetHost("work")], options: options(alias("work", server)))
        #expect(try fleet.results()[0].get().text == "here\n")
    }

    @Test("configuration.caller-goes-first: what the caller says goes before what files say.")
    func callerGoesFirst() throws {
        let server = try ClientServer()
        var options = try options(
            """
            Host *
                Port 1
                User nobody
                IdentityFile \(fixture.key("stranger_ed25519"))
                UserKnownHostsFile \(fixture["known_hosts_changed"])
                Ciphers no-such-cipher
                ProxyCommand false
            """)
        let outer = try server.client()
        options.hostKeys = .strict(files: [fixture["known_hosts"]])
        options.keyFiles = [fixture["client_key"]]
        options.agent = .none
        options.algorithms = [.cipherClientToServer: ["aes128-ctr"]]
        options.jumpHost = outer
        let client = try SSHClient.connect(
            host: "127.0.0.1", port: server.port, user: fixture.user, options: options)
        #expect(client.isConnected && client.session.algorithm(.cipherClientToServer) == "aes128-ctr")
        // Whoever names files, and no policy, trusts them only.
        options.jumpHost = nil
        options.configuration = .none
        options.hostKeys = .strict(files: [])
        let unknown = failure { try SSHClient.connect(host: "127.0.0.1", port: server.port, options: options) }
        #expect(unknown?.code == .hostKeyUnknown)
    }

    @Test("configuration.errors-name-both: errors of a host that has another name in ssh_config name both.")
    func namesBoth() throws {
        let server = try ClientServer()
        let changed = "UserKnownHostsFile \(fixture["known_hosts_changed"])"
        let error = refusal("work", try options(alias("work", server, changed)))
        #expect(error?.code == .hostKeyMismatch && error?.host == "work")
        #expect(error?.message.contains("127.0.0.1, port \(server.port)") == true)
        let (holder, nobody) = try Loopback.port(listening: false)
        defer { close(holder) }
        let refused = refusal("work", try options("Host work\n  HostName 127.0.0.1\n  Port \(nobody)"))
        #expect(refused?.code == .connect && refused?.host == "work" && refused?.errno == ECONNREFUSED)
        let bad = refusal("work", try options("Host other\n  Port x"))
        #expect(bad?.code == .file && bad?.path == scratch.path("config") && bad?.message.contains("line 2") == true)
    }

    @Test(
        "configuration.known-hosts: StrictHostKeyChecking, HostKeyAlias and HashKnownHosts do what they say, and a changed key is never accepted."
    )
    func knowsHosts() throws {
        let server = try ClientServer()
        let file = scratch.path("known")
        let mine = "UserKnownHostsFile \(file)\n    GlobalKnownHostsFile none"
        #expect(refusal("work", try options(alias("work", server, mine)))?.code == .hostKeyUnknown)
        let new = try options(alias("work", server, mine, "StrictHostKeyChecking accept-new", "HashKnownHosts yes"))
        #expect(try SSHClient.connect(host: "work", options: new).isConnected)
        let written = String(decoding: try scratch.read("known"), as: UTF8.self)
        #expect(written.hasPrefix("|1|") && written.split(separator: "\n").count == 1)
        #expect(try SSHClient.connect(host: "work", options: options(alias("work", server, mine))).isConnected)
        let named = scratch.path("named")
        let aliased = try options(
            alias(
                "work", server, "UserKnownHostsFile \(named)", "StrictHostKeyChecking no",
                "HostKeyAlias The.Cluster"))
        for _ in 0..<2 { #expect(try SSHClient.connect(host: "work", options: aliased).isConnected) }
        let line = String(decoding: try scratch.read("named"), as: UTF8.self)
        #expect(line.hasPrefix("the.cluster ssh-ed25519 ") && line.split(separator: "\n").count == 1)
        let changed = "UserKnownHostsFile \(fixture["known_hosts_changed"])\n    StrictHostKeyChecking no"
        #expect(refusal("work", try options(alias("work", server, changed)))?.code == .hostKeyMismatch)
        let nowhere = "UserKnownHostsFile none\n    GlobalKnownHostsFile none\n    StrictHostKeyChecking accept-new"
        #expect(try SSHClient.connect(host: "work", options: options(alias("work", server, nowhere))).isConnected)
    }

    @Test("configuration.identities: IdentitiesOnly and IdentityAgent choose the keys that are offered.")
    func choosesKeys() throws {
        let server = try ClientServer(["MaxAuthTries 2"])
        let agent = try OpenSSHAgent(["stranger_ed25519", "client_ecdsa_256"])
        let host = "Host work\n    HostName 127.0.0.1\n    Port \(server.port)\n    User \(fixture.user)"
        let known = "    UserKnownHostsFile \(fixture["known_hosts"])\n    IdentityAgent \(agent.path)"
        // Of the agent's keys that which the file names is offered first; its public half is enough.
        let half = try scratch.write(
            Array(try runProcessChecked(["cat", fixture.key("client_ecdsa_256") + ".pub"]).output), to: "half.pub")
        for file in [fixture.key("client_ecdsa_256"), half, scratch.path("half")] {
            let all = try options(host, known, "    IdentityFile \(file)\n    IdentitiesOnly yes")
            #expect(try SSHClient.connect(host: "work", options: all).isConnected, "\(file)")
        }
        let only = try options(
            host, known, "    IdentityFile \(fixture.key("client_rsa_encrypted"))\n    IdentitiesOnly yes")
        let error = refusal("work", only)
        #expect(error?.message.contains("the agent's") == false, "\(String(describing: error))")
        let none = try options(host, known, "    PubkeyAuthentication no")
        #expect(refusal("work", none)?.code == .authenticationFailed)
        let unused = try options(host, known, "    PreferredAuthentications password")
        #expect(refusal("work", unused)?.message.contains("nothing to offer") == true)
    }

    @Test(
        "configuration.certificates: a certificate that lies beside a key, or that CertificateFile names, is offered with its key where the engine can."
    )
    func offersCertificates() throws {
        let authority = fixture.key("client_ecdsa_256")
        let server = try ClientServer(["AuthorizedKeysFile none", "TrustedUserCAKeys \(authority).pub"])
        for type in ["ed25519", "ecdsa", "rsa"] {
            let key = scratch.path(type)
            try runProcessChecked(["ssh-keygen", "-q", "-t", type, "-N", "", "-f", key])
            let only = "Host work\nIdentityFile \(key)\n"
            #expect(refusal("work", try options(only, alias("work", server)))?.code == .authenticationFailed)
            try runProcessChecked(
                ["ssh-keygen", "-q", "-s", authority, "-I", "me", "-n", fixture.user, "\(key).pub"])
            let agent = try OpenSSHAgent()
            try logIn("beside it", try options(only, alias("work", server)))
            try runProcessChecked(["mv", "\(key)-cert.pub", scratch.path("named")])
            try runProcessChecked(["ssh-add", "-q", key], environment: ["SSH_AUTH_SOCK": agent.path])
            let named = only + "CertificateFile \(scratch.path("named"))"
            try logIn("named", try options(named, alias("work", server)))
            try logIn("the agent's", try options(named, "IdentityAgent \(agent.path)", alias("work", server)))
        }
    }

    private func logIn(_ what: String, _ options: ClientOptions) throws {
        if EngineChoice.underTest == .native {
            #expect(try SSHClient.connect(host: "work", options: options).isConnected, "\(what)")
        } else {
            #expect(refusal("work", options)?.message.contains("cannot log in with certificates") == true, "\(what)")
        }
    }

    @Test(
        "configuration.jump: a client goes through the hosts that ProxyJump names, each of which is checked, and they end with it."
    )
    func jumps() throws {
        let servers = try (0..<3).map { _ in try ClientServer() }
        let files = [
            alias("outer", servers[0]), alias("middle", servers[1]),
            alias("inner", servers[2], "ProxyJump outer,\(fixture.user)@middle:\(servers[1].port)"),
            "Host chained\n    ProxyJump second\nHost second\n    ProxyJump outer",
            alias("chained", servers[2]), alias("second", servers[1]),
        ].joined(separator: "\n")
        for name in ["inner", "chained"] {
            let client = try SSHClient.connect(host: name, options: options(files))
            let text = try client.run("cat; echo $SSH_CONNECTION", input: numberedLines(100_000)).text
            #expect(text.hasPrefix("1\n2\n") && text.contains("100000\n127.0.0.1"))
            client.close()
            #expect(!client.isConnected)
        }
        let trap = alias("middle", servers[1], "UserKnownHostsFile \(fixture["known_hosts_changed"])")
        let error = refusal("inner", try options(trap, files))
        #expect(error?.code == .hostKeyMismatch && error?.host == "middle")
        #expect(error?.message.contains("on the way to inner") == true)
        let none = alias("inner", servers[2], "ProxyJump none")
        #expect(try SSHClient.connect(host: "inner", options: options(none, files)).isConnected)
    }

    @Test("configuration.jump-circle: hosts that lead to one another without an end are an error.")
    func goesRound() throws {
        for text in ["ProxyJump a", "Host a\n  ProxyJump b\nHost b\n  ProxyJump c\nHost c\n  ProxyJump a"] {
            let error = refusal("a", try options(text))
            #expect(error?.code == .invalidArgument && error?.message.contains("in a circle") == true)
        }
    }

    @Test(
        "configuration.proxy-command: a command's standard input and output are the connection, and it ends with the client."
    )
    func runsProxies() throws {
        let server = try ClientServer()
        let mark = scratch.path("process")
        let script = try scratch.write(
            Array("#!/bin/sh\necho $$ $1 $2 > \(mark)\nexec \(fixture["sshd_inetd"])\n".utf8), to: "proxy", mode: 0o700)
        let proxied = try options(alias("swiftssh-fixture", server, "ProxyCommand \(script) %n %p"))
        let client = try SSHClient.connect(host: "swiftssh-fixture", options: proxied)
        #expect(try client.run("echo through").text == "through\n")
        let said = String(decoding: try scratch.read("process"), as: UTF8.self).split(separator: " ")
        #expect(said[1] == "swiftssh-fixture" && said[2].hasPrefix("\(server.port)"))
        let process = try #require(pid_t(said[0]))
        #expect(kill(process, 0) == 0)
        client.close()
        #expect(comesToHold { kill(process, 0) != 0 && errno == ESRCH })
    }

    @Test("configuration.proxy-command-fails: the error of a command that fails has its status and what it said.")
    func failingProxies() throws {
        let server = try ClientServer()
        let command = "ProxyCommand sh -c 'echo no way >&2; exit 3'"
        let error = refusal("work", try options(alias("work", server, command)))
        #expect(error?.code == .connect && error?.host == "work")
        #expect(error?.message.contains("ended with the status 3: no way") == true, "\(String(describing: error))")
        let silent = try options(alias("work", server, "ProxyCommand cat > /dev/null", "ConnectTimeout 1"))
        #expect(refusal("work", silent)?.code == .timeout)
    }

    @Test("configuration.revoked: a key that RevokedHostKeys lists is refused, whatever else is said of the host.")
    func refusesRevokedKeys() throws {
        let server = try ClientServer()
        let known = try SSHClient.connect(host: "work", options: options(alias("work", server))).session.hostKey
        let key = try #require(known)
        let line = "\(key.type) \(Base64.encode(key.blob)) comment"
        let other = try runProcessChecked(["cat", fixture.key("client_ecdsa_256") + ".pub"]).text
        func attempt(_ text: String, _ change: (inout ClientOptions) -> Void = { _ in }) throws -> SSHError? {
            let file = try scratch.write(Array(text.utf8), to: "revoked")
            var options = try options(alias("work", server, "RevokedHostKeys \(file)"))
            change(&options)
            do throws(SSHError) {
                try SSHClient.connect(host: "work", options: options).close()
                return nil
            } catch {
                return error
            }
        }
        #expect(try attempt("# none\n\n\(other)") == nil)
        let revoked = try attempt("# one\r\n\(other)\(line)\r\n")
        #expect(revoked?.code == .hostKeyRevoked && revoked?.path == scratch.path("revoked"))
        #expect(revoked?.hostKey?.line == 3)
        #expect(try attempt(line) { $0.hostKeys = .insecureAcceptAnything }?.code == .hostKeyRevoked)
        // What cannot be read revokes everything.
        for text in ["no key", "SSHKRL\n\u{0}\u{0}", "\(other)ssh-ed25519 AAAA"] {
            #expect(try attempt(text)?.code == .file, "\(text)")
        }
        let missing = refusal("work", try options(alias("work", server, "RevokedHostKeys /no/such/file")))
        #expect(missing?.code == .file && missing?.errno == ENOENT)
    }

    @Test(
        "configuration.keepalive: ServerAliveInterval and ServerAliveCountMax say when a server is given up, 0 is never."
    )
    func watchesServers() throws {
        func keepalive(_ lines: String, _ change: (inout ClientOptions) -> Void = { _ in }) throws -> String? {
            var options = try options("Host work\n    \(lines)")
            change(&options)
            let plan = try ConnectionPlan(
                "work", port: nil, user: nil, options: options, deadline: .never, owner: Dependents())
            return plan.keepalive.map { "\($0.interval) \($0.count)" }
        }
        #expect(try keepalive("Port 1") == "30.0 seconds 3")
        #expect(try keepalive("ServerAliveInterval 1m") == "60.0 seconds 3")
        #expect(try keepalive("ServerAliveInterval 5\nServerAliveCountMax 2") == "5.0 seconds 2")
        #expect(try keepalive("ServerAliveInterval 0\nServerAliveInterval 5") == nil)
        #expect(try keepalive("ServerAliveInterval none") == "30.0 seconds 3")
        #expect(try keepalive("ServerAliveInterval 0") { $0.keepalive = .seconds(7) } == "7.0 seconds 3")
        #expect(try keepalive("ServerAliveInterval 5") { $0.keepalive = .zero } == nil)
    }

    @Test(
        "configuration.connecting: AddressFamily, BindAddress and ConnectionAttempts say how the socket is connected.")
    func connectsSockets() throws {
        let server = try ClientServer()
        let bound = try options(alias("work", server, "BindAddress 127.0.0.2", "AddressFamily inet"))
        let client = try SSHClient.connect(host: "work", options: bound)
        #expect(try client.run("echo $SSH_CONNECTION").text.hasPrefix("127.0.0.2 "))
        let six = try options(alias("work", server, "AddressFamily inet6"))
        #expect(refusal("work", six)?.code == .addressNotFound)
        let (holder, nobody) = try Loopback.port(listening: false)
        defer { close(holder) }
        let again = try options("Host work\n  HostName 127.0.0.1\n  Port \(nobody)\n  ConnectionAttempts 2")
        let refused = refusal("work", again)
        #expect(refused?.code == .connect && refused?.message.contains("(tried 2 times in ") == true)
    }
}
