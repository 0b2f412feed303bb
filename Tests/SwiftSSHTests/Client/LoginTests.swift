import Glibc
import Testing

@testable import SwiftSSH

@Suite struct LoginTests {
    private func refusal(_ server: ClientServer, _ change: (inout ClientOptions) -> Void) -> SSHError? {
        failure { try server.client(change) }
    }

    @Test(
        "client.login-order: the agent's keys, key files, the password and answers are tried in this order, as the server takes them."
    )
    func order() throws {
        let server = try ClientServer()
        let fixture = server.fixture
        let agent = try OpenSSHAgent(["client_ecdsa_256"])
        #expect(try server.client { ($0.agent, $0.keyFiles) = (.socket(agent.path), []) }.isConnected)
        #expect(try server.client { ($0.keyFiles, $0.password) = ([], Array(fixture.password.utf8)) }.isConnected)
        #expect(
            try server.client { $0.keyFiles = [fixture.key("stranger_ed25519"), fixture["client_key"]] }.isConnected)
        // Nothing of the agent is needed where there is none.
        #expect(try server.client { $0.agent = .socket("/nowhere/agent") }.isConnected)
    }

    @Test("client.login-steps: a server that wants several credentials gets them, in its order.")
    func steps() throws {
        let fixture = try Fixture.shared.get()
        for methods in [
            "publickey,password", "password,publickey", "publickey,publickey", "publickey,password publickey",
        ] {
            let server = try ClientServer(["AuthenticationMethods \(methods)"])
            let client = try server.client {
                $0.keyFiles = [fixture.key("stranger_ed25519"), fixture["client_key"], fixture.key("client_ecdsa_256")]
                $0.password = Array(fixture.password.utf8)
            }
            #expect(client.isConnected, "\(methods)")
        }
        let server = try ClientServer(["AuthenticationMethods publickey,password"])
        let error = refusal(server) { _ in }
        #expect(error?.code == .authenticationFailed)
        #expect(error?.message.contains("accepted as one step") == true)
        #expect(error?.message.contains("the server takes password") == true)
    }

    @Test("client.forgets-its-password: when a client has connected, or could not, nothing of its password is left.")
    func forgets() throws {
        let server = try ClientServer()
        for isRight in [true, false] {
            var options = server.options
            options.keyFiles = []
            options.password = Array(isRight ? server.fixture.password.utf8 : "wrong".utf8)
            let password = Weak(try #require(options.secretPassword))
            let client = try SSHClient(
                host: "127.0.0.1", port: server.port, user: server.fixture.user, options: options)
            options = ClientOptions()
            #expect(password.object != nil)
            if isRight {
                try client.connect()
            } else {
                #expect(failure { try client.connect() }?.code == .authenticationFailed)
            }
            #expect(password.object == nil)
        }
    }

    @Test("client.login-refused: the error says what was offered and what the server takes.")
    func refused() throws {
        let server = try ClientServer()
        let error = refusal(server) {
            $0.keyFiles = [server.fixture.key("stranger_ed25519")]
            $0.password = Array("not it".utf8)
        }
        #expect(error?.code == .authenticationFailed)
        #expect(error?.host == "127.0.0.1")
        #expect(error?.message.contains("stranger_ed25519 was refused") == true)
        #expect(error?.message.contains("the password was refused") == true)
        #expect(error?.message.contains("the server takes publickey, password") == true)
        #expect(error.map { "\($0)" }?.contains("not it") == false)
        let nothing = refusal(server) { $0.keyFiles = [] }
        #expect(nothing?.code == .authenticationFailed)
        #expect(nothing?.message.contains("nothing to offer") == true)
    }

    @Test(
        "client.login-attempts: keys leave an attempt to the password, and a server that cuts the login short is told as that."
    )
    func attempts() throws {
        let server = try ClientServer(["MaxAuthTries 4"])
        let scratch = try TemporaryDirectory()
        let strangers = try (0..<6).map { index in
            let path = scratch.path("key\(index)")
            try runProcessChecked(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path])
            return path
        }
        #expect(
            try server.client {
                ($0.keyFiles, $0.attempts) = (strangers, 4)
                $0.password = Array(server.fixture.password.utf8)
            }.isConnected)
        let error = refusal(server) { $0.keyFiles = strangers }
        #expect(error?.code == .authenticationFailed)
        #expect(error?.message.contains("ended the connection") == true)
        // A named file whose key the agent holds comes before the agent's other keys.
        let agent = try OpenSSHAgent(["stranger_ed25519", "client_ecdsa_256", "client_ed25519"])
        let strict = try ClientServer(["MaxAuthTries 1"])
        #expect(try strict.client { $0.agent = .socket(agent.path) }.isConnected)
    }

    @Test("client.login-asks-nothing-first: who has nothing but keys offers them without asking what the server takes.")
    func asksNothingFirst() throws {
        let scratch = try TemporaryDirectory()
        let log = scratch.path("log")
        let server = try ClientServer(arguments: ["-E", log])
        let has = { (method: String) in
            try runProcess(["grep", "-q", "userauth-request.*method \(method)", log]).status == 0
        }
        let keys = [server.fixture.key("stranger_ed25519"), server.fixture["client_key"]]
        #expect(try server.client { $0.keyFiles = keys }.isConnected)
        #expect(try has("publickey"))
        #expect(try !has("none"))
        // Where there is something to choose the server is asked.
        #expect(try server.client { $0.password = Array(server.fixture.password.utf8) }.isConnected)
        #expect(try has("none"))
        // When there is nothing more to offer, the error has what the server takes.
        let error = refusal(server) { $0.keyFiles = [server.fixture.key("stranger_ed25519")] }
        #expect(error?.message.contains("the server takes publickey, password") == true)
    }

    @Test("client.login-passphrase: a passphrase is asked for only when the server takes the key.")
    func passphrase() throws {
        let server = try ClientServer()
        let fixture = server.fixture
        let asked = Collected<String>()
        let scratch = try TemporaryDirectory()
        let stranger = scratch.path("stranger")
        try runProcessChecked(["ssh-keygen", "-q", "-t", "ed25519", "-N", "other words", "-f", stranger])
        try runProcessChecked(["rm", stranger + ".pub"])
        let encrypted = fixture["client_key_ed25519_encrypted"]
        let client = try server.client {
            $0.keyFiles = [stranger, encrypted]
            $0.passphrase = { (path) throws(SSHError) in
                asked.append(path)
                return Array("correct horse".utf8)
            }
        }
        #expect(client.isConnected)
        #expect(asked.values == [encrypted])
        #expect(refusal(server) { $0.keyFiles = [encrypted] }?.code == .keyFileAuthenticationFailed)
        let wrong = refusal(server) {
            $0.keyFiles = [encrypted]
            $0.passphrase = { (_) throws(SSHError) in Array("wrong".utf8) }
        }
        #expect(wrong?.code == .keyFileAuthenticationFailed)
        #expect(wrong?.path == encrypted)
        let none = refusal(server) {
            $0.keyFiles = [encrypted]
            $0.passphrase = { (_) throws(SSHError) in nil }
        }
        #expect(none?.code == .authenticationFailed)
        #expect(none?.message.contains("no passphrase was given") == true)
        #expect(refusal(server) { $0.keyFiles = [scratch.path("missing")] }?.code == .file)
    }

    @Test(
        "client.login-questions: the server's questions are answered by the caller, or by the password where that is all it asks for."
    )
    func questions() throws {
        let fixture = try Fixture.shared.get()
        try #require(!fixture["pam_stacks"].isEmpty)
        let password = Array(fixture.password.utf8)
        let only = ["AuthenticationMethods keyboard-interactive"]
        let one = try ClientServer(only, arguments: ["--pam", "password"])
        #expect(try one.client { $0.password = password }.isConnected)
        let two = try ClientServer(only, arguments: ["--pam", "two"])
        let token = Array(fixture["token"].utf8)
        let client = try two.client {
            $0.answers = { (request) throws(SSHError) in request.prompts.map { $0.echo ? token : password } }
        }
        #expect(client.isConnected)
        let more = refusal(two) { ($0.keyFiles, $0.password) = ([], password) }
        #expect(more?.message.contains("asks for more than a password") == true)
        let both = try ClientServer(
            ["AuthenticationMethods publickey,keyboard-interactive"], arguments: ["--pam", "password"])
        #expect(try both.client { $0.password = password }.isConnected)
    }

    @Test(
        "client.login-deadline: one deadline holds for the whole of connecting, which can be ended from another thread."
    )
    func deadline() throws {
        let fixture = try Fixture.shared.get()
        let silent = try PortServer(scripted: ["silent"])
        var options = ClientOptions()
        options.configuration = .none
        options.hostKeys = .strict(files: [fixture["known_hosts"]])
        let error = failure {
            try SSHClient.connect(host: "127.0.0.1", port: silent.port, options: options, timeout: .milliseconds(300))
        }
        #expect(error?.code == .timeout)
        let client = try SSHClient(host: "127.0.0.1", port: silent.port, options: options)
        let connecting = Background { failure { try client.connect(timeout: .seconds(60)) } }
        client.session.yieldUntilSomebodyWaits()
        client.close()
        #expect(try connecting.value()?.code == .cancelled)
        #expect(failure { try SSHClient(host: "127.0.0.1", port: 0) }?.code == .invalidArgument)
    }
}
