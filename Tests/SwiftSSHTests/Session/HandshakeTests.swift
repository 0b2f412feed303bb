import Glibc
import Testing

@testable import SwiftSSH

@Suite("The handshake with real servers")
struct HandshakeTests {
    private let fixture: Fixture

    init() throws {
        fixture = try Fixture.shared.get()
    }

    @Test("session.handshake: keys are exchanged over the caller's socket, which stays open and in its mode")
    func handshake() throws {
        let connected = try ConnectedSession()
        let session = connected.session
        #expect(session.socket == connected.server.socket)
        #expect(session.serverIdentification?.hasPrefix("SSH-2.0-OpenSSH_") == true)
        #expect(session.lastError == nil)
        #expect(!session.isAuthenticated)
        session.close()
        #expect(fcntl(connected.server.socket, F_GETFL) & O_NONBLOCK == 0)
        #expect(fcntl(connected.server.socket, F_GETFD) >= 0)
    }

    private func check(_ host: String, _ address: String) throws {
        let server = try PortServer(serving: fixture.sshd(), ["--address", address])
        let session = try Session.connected(to: server.port, host: host)
        try session.authenticate(user: fixture.user, password: fixture.password)
        #expect(try session.output(of: "echo \(host)") == "\(host)\n")
        try session.disconnect()
    }

    @Test("session.connect: a host's name and an address are connected to", arguments: ["localhost", "127.0.0.1"])
    func connect(host: String) throws {
        try check(host, "127.0.0.1")
    }

    @Test("session.connect-ipv6: an IPv6 address is connected to")
    func connectIPv6() throws {
        try check("::1", "::1")
    }

    @Test("session.banner: the server's identification is told")
    func identification() throws {
        let connected = try ConnectedSession()
        #expect(connected.session.serverIdentification?.hasPrefix("SSH-2.0-OpenSSH_") == true)
    }

    @Test("session.second-handshake-is-refused: a session that has a socket takes no other")
    func secondHandshake() throws {
        let connected = try ConnectedSession()
        let other = try InetdServer(fixture.sshd())
        for error in [
            failure(of: { try connected.session.handshake(socket: other.socket) }),
            failure(of: { try connected.session.handshake(socket: connected.server.socket) }),
            failure(of: { try connected.session.connect(host: "127.0.0.1", port: 1) }),
        ] {
            #expect(error?.code == .socketDisconnect)
        }
        try connected.logIn()
        #expect(try connected.session.output(of: "echo on") == "on\n")
    }

    @Test(
        "session.host-key: the key and its digests are those that ssh-keygen tells",
        arguments: [("ed25519", "ssh-ed25519", HostKey.Kind.ed25519), ("ecdsa", "ecdsa-sha2-nistp256", .ecdsa256)])
    func hostKey(name: String, type: String, kind: HostKey.Kind) throws {
        let connected = try ConnectedSession(["HostKeyAlgorithms \(type)"])
        let session = connected.session
        let key = try #require(session.hostKey)
        let publicKey = fixture["host_key_\(name)"] + ".pub"
        #expect(key.type == type && key.kind == kind)
        #expect(key.fingerprint == fixture["host_key_\(name)_fingerprint"])
        let line = try runProcessChecked(["cat", publicKey]).text.split(separator: " ")
        #expect(key.blob == Base64.decode(line[1].utf8))
        let digest = try #require(key.digest(.md5)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        let shown = try runProcessChecked(["ssh-keygen", "-l", "-E", "md5", "-f", publicKey]).text
        #expect(shown.contains("MD5:" + digest.joined(separator: ":")))
        #expect(key.digest(.sha1)?.count == 20 && key.digest(.sha256)?.count == 32)
    }

    @Test("session.rsa-only-host-key-is-explained: a server with nothing else is told from any other, or is reached")
    func rsaHostKey() throws {
        let options = ["HostKeyAlgorithms rsa-sha2-512,rsa-sha2-256"]
        if Session.capabilities.contains(.rsaSHA2HostKeys) {
            let connected = try ConnectedSession(options)
            #expect(connected.session.hostKey?.fingerprint == fixture["host_key_rsa_fingerprint"])
            return
        }
        let error = failure(of: { try ConnectedSession(options) })
        #expect(error?.code == .keyExchangeFailure)
        #expect(error?.phase == .keyExchange)
        #expect(error?.message.contains("the server offers rsa-sha2-512,rsa-sha2-256") == true)
        #expect(error?.message.contains("libssh2 1.11") == true)
    }

    @Test("Where no algorithm is in common the error names what the server offers")
    func nothingInCommon() throws {
        // One that neither engine offers unless it is asked to.
        let error = failure(of: { try ConnectedSession(["Ciphers aes256-cbc"]) })
        #expect(error?.code == .keyExchangeFailure)
        #expect(error?.message.contains("the server offers aes256-cbc") == true)
        #expect(error?.message.contains("cipher") == true)
    }

    @Test("session.handshake-needs-a-connection: what is no connected socket is refused at once")
    func noSocket() throws {
        let closed = try makeSocketPair()
        close(closed.0)
        close(closed.1)
        #expect(failure(of: { try Session().handshake(socket: -1) })?.code == .socketReceive)
        let file = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(file) }
        #expect(failure(of: { try Session().handshake(socket: file) })?.code == .badSocket)
        let unconnected = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { close(unconnected) }
        let error = failure(of: { try Session().handshake(socket: unconnected) })
        #expect(error?.code == .socketReceive && error?.errno == ENOTCONN)
    }

    @Test("session.facts-before-the-handshake: a session that is not connected knows nothing and says so")
    func unconnected() throws {
        let session = try Session()
        #expect(session.hostKey == nil && session.serverIdentification == nil && session.socket == nil)
        #expect(AlgorithmPurpose.allCases.allSatisfy { session.algorithm($0) == nil })
        #expect(session.blockDirections == [] && session.isBlocking && session.timeout == nil)
        #expect(!session.isAuthenticated)
        #expect(try session.sendKeepalive() == 0)
        try session.disconnect()
        #expect(failure(of: { try session.authenticationMethods(user: "x") })?.code == .badUse)
        #expect(failure(of: { try session.openChannel() })?.code == .invalidArgument)
        #expect(failure(of: { try session.ping() })?.code == .invalidArgument)
    }
}
