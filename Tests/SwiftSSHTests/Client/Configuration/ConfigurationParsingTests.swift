import Glibc
import Testing

@testable import SwiftSSH

@Suite struct ConfigurationParsingTests {
    private func refusal(_ text: String, others: [String: String] = [:]) -> SSHError? {
        failure { _ = try configured(text, others: others) }
    }

    @Test("configuration.first-value-counts: the first value of a keyword counts, and key files add up.")
    func firstCounts() throws {
        let found = try configured(
            """
            Host other
                Port 1
            Host al*
                Port 2022
                IdentityFile /one
            Host *
                Port 3
                User bob
                IdentityFile /two
            """)
        #expect(found.port == 2022)
        #expect(found.user == "bob")
        #expect(found.identityFiles == ["/one", "/two"])
        #expect(try configured("Port 1\nUser bob", port: 9, user: "me").port == 9)
        #expect(try configured("Port 1\nUser bob", port: 9, user: "eve").user == "eve")
        let nothing = try configured("")
        #expect(nothing.hostName == "alias" && nothing.port == 22 && nothing.user == "me")
        #expect(nothing.identityFiles == nil && nothing.strictHostKeyChecking == .ask)
    }

    @Test("configuration.tokens: tokens, variables and home directories are replaced where ssh_config has them.")
    func replaces() throws {
        setenv("SWIFTSSH_TEST_CONFIGURATION", "value", 1)
        let found = try configured(
            """
            HostName %h.example.org
            Port 2022
            User bob
            HostKeyAlias Known
            IdentityFile ~/keys/%h-%n-%p-%r-%u-%i-%k-%%
            IdentityFile %d/${SWIFTSSH_TEST_CONFIGURATION}
            CertificateFile ~/c
            UserKnownHostsFile ~/known_%k /other
            IdentityAgent ~/%L/%l
            ProxyJump %r@%h.jump:23,two
            """)
        #expect(found.hostName == "alias.example.org")
        #expect(
            found.identityFiles == [
                "/home/me/keys/alias.example.org-alias-2022-bob-me-1000-known-%", "/home/me/value",
            ])
        #expect(found.certificateFiles == ["/home/me/c"])
        #expect(found.userKnownHostsFiles == ["/home/me/known_known", "/other"])
        #expect(found.proxyJump == [JumpHop("alias.example.org.jump", port: 23, user: "bob"), JumpHop("two")])
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, 255)
        let machine = name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        #expect(found.identityAgent == .socket("/home/me/\(machine.prefix { $0 != "." })/\(machine)"))
        #expect(try configured("ProxyCommand nc %h %p %n %r").proxyCommand == "nc alias 22 alias me")
        #expect(try configured("IdentityAgent none").identityAgent == .none)
        #expect(try configured("IdentityAgent SSH_AUTH_SOCK").identityAgent == .environment)
        #expect(
            try configured("IdentityAgent $SWIFTSSH_TEST_CONFIGURATION").identityAgent == .socket("value"))
        #expect(try configured("IdentityAgent $SWIFTSSH_NO_SUCH").identityAgent == .none)
        for line in ["IdentityFile %Z", "IdentityFile ${SWIFTSSH_NO_SUCH}", "HostName %p", "IdentityFile x%"] {
            let error = refusal("\n" + line)
            #expect(error?.code == .file && error?.message.hasPrefix("line 2: ") == true, "\(line)")
        }
    }

    @Test("configuration.same-hash: the hash of a connection is the one that OpenSSH has for it.")
    func hashesAlike() throws {
        let scratch = try TemporaryDirectory()
        let mark = scratch.path("mark")
        let text = "Match exec \"echo %C > \(mark)\"\n"
        let file = try scratch.write(Array(text.utf8), to: "config")
        _ = try HostConfiguration(of: "somewhere", port: 77, user: "bob", files: .files([file]))
        let ours = try scratch.read("mark")
        try runProcessChecked(["ssh", "-G", "-F", file, "-p", "77", "-l", "bob", "somewhere"])
        #expect(try scratch.read("mark") == ours)
        #expect(ours.count == 41)
    }

    @Test("configuration.errors-name-the-line: a line that is not understood is an error with its file and number.")
    func namesTheLine() throws {
        let lines = [
            "Port 0", "Port", "Port 1 2", "User \"a", "IdentitiesOnly maybe", "ConnectTimeout soon", "ProxyJump @",
            "Match", "Match host", "Match all host x", "Host \"\"", "StrictHostKeyChecking never",
            "ConnectionAttempts 0", "UserKnownHostsFile none /x", "IdentityAgent $", "User \u{0}x",
        ]
        for line in lines {
            let error = refusal("# first\n\n  " + line + "\n")
            #expect(error?.code == .file, "\(line)")
            #expect(error?.phase == .configuration)
            #expect(error?.path == "/config")
            #expect(
                error?.message.hasPrefix("line 3: \(line.split(separator: " ")[0].lowercased()): ") == true, "\(line)")
        }
        let included = refusal("Include /other", others: ["/other": "User x\nPort y"])
        #expect(included?.path == "/other" && included?.message.hasPrefix("line 2: port: ") == true)
        let missing = failure { _ = try HostConfiguration(of: "a", files: .files(["/no/such/file"])) }
        #expect(missing?.code == .file && missing?.errno == ENOENT && missing?.path == "/no/such/file")
    }

    @Test("configuration.unknown-is-ignored: keywords and criteria of a newer OpenSSH stop nobody.")
    func ignoresUnknown() throws {
        let found = try configured(
            """
            FutureKeyword "unfinished
            ForwardAgent yes
            Match tagged work
                Port 1
            Match !version 10 host alias
                Port 2
            Match host alias
                User bob
            """)
        #expect(found.port == 22)
        #expect(found.user == "bob")
    }

    @Test("configuration.match: conditions are asked in their order, and commands only when everything before fits.")
    func matches() throws {
        let asked = Collected<String>()
        let found = try configured(
            """
            Match host other exec "never"
                Port 1
            Match host alias exec "yes %h"
                Port 2
            Match !exec "no %n" user me
                User bob
            Match final
                ConnectionAttempts 7
            """,
            succeeds: {
                asked.append($0)
                return $0.hasPrefix("yes")
            })
        #expect(found.port == 2 && found.user == "bob" && found.connectionAttempts == 7)
        // The files are read twice, for the sake of "final".
        #expect(asked.values == ["yes alias", "no alias", "yes alias", "no alias"])
    }

    @Test("configuration.include: files are included where the line stands, by patterns, and none without an end.")
    func includes() throws {
        let others = [
            "/home/me/.ssh/conf.d/a": "Host alias\n  Port 1\nHost *\n  User included",
            "/home/me/.ssh/conf.d/b": "Port 2", "/x": "ConnectionAttempts 3",
        ]
        let found = try configured("Include conf.d/* ~/nothing\nPort 3\nInclude /x", others: others)
        #expect(found.port == 1 && found.user == "included" && found.connectionAttempts == 3)
        // What an included file says of hosts ends with it; what it stands under holds for it.
        #expect(try configured("Include /y\nPort 3", others: ["/y": "Host other\n  Port 1"]).port == 3)
        #expect(
            try configured("Host other\n  Include /y\nHost *\n Port 3", others: ["/y": "Host *\n  Port 1"]).port == 3)
        let endless = refusal("Include /config")
        #expect(endless?.code == .file && endless?.message.contains("without an end") == true)
        let many = Dictionary(uniqueKeysWithValues: (0..<70).map { ("/many/\($0)", "Include /more/*") }).merging(
            Dictionary(uniqueKeysWithValues: (0..<70).map { ("/more/\($0)", "User x") })
        ) { $1 }
        #expect(refusal("Include /many/*", others: many)?.message.contains("too many files") == true)
    }

    @Test("configuration.own-file-is-safe: a user's own file that others may write to is refused.")
    func checksOwner() throws {
        let scratch = try TemporaryDirectory()
        let path = try scratch.write(Array("Port 1\n".utf8), to: "included", mode: 0o622)
        #expect(throws: SSHError.self) { try ConfigurationFile.read(path, isChecked: true) }
        #expect(try ConfigurationFile.read(path, isChecked: false) == Array("Port 1\n".utf8))
        let config = try scratch.configuration("Include \(path)")
        let error = failure { _ = try HostConfiguration(of: "a", files: .files([config])) }
        #expect(error?.code == .file && error?.path == path && error?.errno == EPERM)
        // A group that is the user's alone may write to it; another one may not.
        #expect(chmod(path, 0o664) == 0)
        let isAlone = UserAccount.isAlone(inGroup: getegid())
        #expect((try? HostConfiguration(of: "a", files: .files([config])).port) == (isAlone ? 1 : nil))
        if getuid() == 0 {
            #expect(chown(path, 0, 65534) == 0)
            #expect(throws: SSHError.self) { try HostConfiguration(of: "a", files: .files([config])) }
        }
        #expect(chmod(path, 0o644) == 0)
        #expect(try HostConfiguration(of: "a", files: .files([config])).port == 1)
    }

    @Test("configuration.exec-has-a-deadline: a condition's command that does not end is ended at the deadline.")
    func endsCommands() throws {
        let scratch = try TemporaryDirectory()
        let config = try scratch.configuration("Match exec \"exec cat /dev/zero\"", "  Port 1")
        let error = failure {
            _ = try HostConfiguration(of: "a", files: .files([config]), timeout: .milliseconds(50))
        }
        #expect(error?.code == .timeout)
    }

    @Test("configuration.algorithms: lists of algorithms add to, go before, or are taken out of the usual ones.")
    func listsAlgorithms() {
        let usual = ["a1", "a2", "b1"]
        let supported = ["a1", "a2", "b1", "c1", "c2"]
        func names(_ text: String) -> [String] { AlgorithmList(text).names(usual: usual, supported: supported) }
        #expect(names("c1,unknown,a1") == ["c1", "a1"])
        #expect(names("+c*") == ["a1", "a2", "b1", "c1", "c2"])
        #expect(names("-a?") == ["b1"])
        #expect(names("^c2,b1") == ["c2", "b1", "a1", "a2"])
        #expect(names("unknown").isEmpty)
    }

    @Test("configuration.hops: hosts to go through are read in both of their forms.")
    func readsHops() throws {
        #expect(
            try JumpHop.parse(list: "me@a:23,[::1]:24,ssh://x%40y@b:25,c") == [
                JumpHop("a", port: 23, user: "me"), JumpHop("::1", port: 24), JumpHop("b", port: 25, user: "x@y"),
                JumpHop("c"),
            ])
        #expect(JumpHop("10.0.0.1", port: 9, user: "u").description == "u@[10.0.0.1]:9")
        for text in [
            "", "@a", "a:", "a:0", "[::1", "ssh://a/b", "ssh://%0@a", "ssh://me@host@", "[a/b]", "[[a]", "a b:x",
        ]
        where text != "a:" {
            #expect(JumpHop(parsing: text[...]) == nil, "\(text)")
        }
    }
}
