import Glibc
import Testing

@testable import SwiftSSH

@Suite("Sessions of SFTP")
struct SFTPSessionTests {
    @Test("sftp.start: a server says what it offers and takes, and two SFTP sessions go side by side")
    func start() throws {
        let files = try ConnectedSFTP()
        #expect(files.sftp.offers("posix-rename@openssh.com") && !files.sftp.offers("nonsense@example.com"))
        #expect(files.sftp.extensions.count > 8)
        #expect(files.sftp.limits.readLength > 200_000)
        let other = try files.session.sftp()
        #expect(try other.stat("/").isDirectory && files.sftp.stat("/").isDirectory)
        try other.shutdown()
        #expect(try files.sftp.stat("/").isDirectory)
    }

    @Test("sftp.bytes-in-flight: how much is asked for ahead is set at the start, and within that later")
    func bytesInFlight() throws {
        let files = try ConnectedSFTP(sftp: SFTPOptions(bytesInFlight: 1 << 20))
        #expect(files.sftp.bytesInFlight == 1 << 20)
        files.sftp.bytesInFlight = 1 << 30
        #expect(files.sftp.bytesInFlight == 1 << 20)
        files.sftp.bytesInFlight = 1
        #expect(files.sftp.bytesInFlight == 32 << 10)
        #expect(SFTPOptions(bytesInFlight: .max).window < 1 << 30)
        let content = numberedLines(100_000)
        try files.directory.write(content, to: "file")
        #expect(try files.sftp.open(files.path("file")).readToEnd() == content)
    }

    @Test("sftp.needs-login: SFTP before a login is INVAL")
    func needsLogin() throws {
        let connected = try ConnectedSession()
        #expect(failure(of: { try connected.session.sftp() })?.code == .invalidArgument)
    }

    @Test(
        "sftp.no-such-subsystem: a server whose SFTP does not start gives an error with its words, and the session lives on"
    )
    func noSuchSubsystem() throws {
        let talkative = try ConnectedSession.loggedIn(["ForceCommand echo Welcome to this machine"])
        let error = failure(of: { try talkative.session.sftp() })
        #expect(error?.code == .sftpProtocol && error?.phase == .sftp)
        #expect(error?.serverText?.hasPrefix("Welcome") == true && error?.message.contains("login script") == true)
        #expect(try talkative.session.output(of: "") == "Welcome to this machine\n")
        let silent = try ConnectedSession.loggedIn(["ForceCommand exit 1"])
        let said = failure(of: { try silent.session.sftp() })
        #expect(said?.code == .sftpProtocol && said?.message.contains("before it said anything") == true)
    }

    @Test("sftp.channel: the channel that SFTP goes over can be looked at")
    func channel() throws {
        let files = try ConnectedSFTP()
        #expect(files.sftp.channel.session === files.session && files.sftp.session === files.session)
        #expect(files.sftp.channel.receiveWindow.initialSize > 8 << 20)
        #expect(!files.sftp.channel.isAtEnd)
    }

    @Test("sftp.shutdown: who waits is told that the SFTP session is over; it can be started anew")
    func shutdown() throws {
        let files = try ConnectedSFTP()
        _ = try files.session.output(of: "mkfifo '\(files.directory.path)/pipe'")
        let sftp = files.sftp
        let path = files.path("pipe")
        let written = try sftp.open(files.path("file"), [.write, .create])
        try written.write([1, 2, 3])
        try written.flush()
        // The server waits for somebody who writes into the pipe.
        let waiter = Background { failure(of: { try sftp.open(path) }) }
        files.session.yieldUntilSomebodyWaits()
        try sftp.shutdown()
        try sftp.shutdown()
        #expect(try waiter.value()?.code == .badUse)
        #expect(failure(of: { try sftp.stat("/") })?.code == .badUse)
        #expect(failure(of: { try written.read(upTo: 1) })?.code == .badUse)
        try written.close()
        // Lets the server go on to its end.
        let pipe = open(files.directory.path("pipe"), O_RDWR | O_NONBLOCK | O_CLOEXEC)
        defer { close(pipe) }
        #expect(pipe >= 0)
        #expect(try files.session.output(of: "echo on") == "on\n")
        #expect(try files.session.sftp().stat(files.path("file")).size == 3)
    }

    @Test("sftp.missing-extensions-are-named: what a server does not offer is METHOD_NOT_SUPPORTED")
    func missing() throws {
        let fixture = try Fixture.shared.get()
        let server = try PortServer([fixture["asyncssh_server"], fixture["directory"]])
        let sftp = try Session.loggedIn(to: server.port).sftp()
        #expect(sftp.limits == SFTPLimits())
        let error = failure(of: { try sftp.names(users: [0], groups: []) })
        #expect(error?.code == .methodNotSupported)
        #expect(error?.message.contains("users-groups-by-id@openssh.com") == true)
        let expanding = failure(of: { try sftp.expandPath("~") })
        #expect(expanding?.code == .methodNotSupported && expanding?.path == "~")
        #expect(sftp.session.lastError?.code == .methodNotSupported)
    }

    @Test(
        "Other servers: files come and go, names are listed, links point where they should",
        arguments: ["asyncssh_server", "paramiko_server"])
    func otherServers(server: String) throws {
        let fixture = try Fixture.shared.get()
        let directory = try TemporaryDirectory()
        let process = try PortServer([fixture[server], fixture["directory"]])
        let sftp = try Session.loggedIn(to: process.port).sftp()
        let content = numberedLines(300_000)
        let path = RemotePath(directory.path("file"))
        let writer = try sftp.open(path, [.write, .create])
        try writer.write(content)
        try writer.close()
        #expect(try directory.read("file") == content)
        #expect(try sftp.open(path).readToEnd() == content)
        try sftp.makeSymbolicLink(RemotePath(directory.path("link")), to: "file")
        #expect(try directory.read("link") == content)
        for number in 0..<300 { try directory.write([], to: "\(number)") }
        #expect(try sftp.openDirectory(RemotePath(directory.path)).remainingNames().count == 302)
        #expect(failure(of: { try sftp.stat("/missing") })?.sftpStatus == 2)
    }
}
