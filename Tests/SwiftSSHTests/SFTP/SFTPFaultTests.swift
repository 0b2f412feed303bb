import Testing

@testable import SwiftSSH

@Suite("SFTP servers that break the protocol")
struct SFTPFaultTests {
    @Test(
        "sftp.lies-are-noticed: a broken reply to a read ends the SFTP session with what was wrong, and nothing else",
        arguments: [
            ("truncated", "number"), ("truncated --value 7", "does not hold what it says"), ("empty-packet", "0 bytes"),
            ("long-field", "does not hold what it says"), ("announced", "16777216 bytes"),
            ("announced --value 0xffffffff", "4294967295 bytes"), ("previous-id", "nobody waits for"),
            ("unknown-id", "nobody waits for"), ("duplicate", "nobody waits for"), ("unasked", "nobody waits for"),
            ("wrong-type", "HANDLE"), ("unknown-type", "250"), ("request", "type 3"), ("version-again", "VERSION"),
            ("ok", "success"), ("longer-data", "were asked for"), ("empty-data", "0 bytes of data"),
            ("cut", "in the middle of a packet"), ("ended", "ended the SFTP subsystem"),
            ("killed", "ended the SFTP subsystem"), ("longer-data --nth 5", "were asked for"),
            ("unknown-id --nth 4", "nobody waits for"), ("cut --nth 6", "in the middle of a packet"),
        ])
    func reading(mode: String, words: String) throws {
        let scripted = try ScriptedSFTP(mode, "--on read")
        let content = try scripted.makeFile(lines: 500_000)
        let sftp = try scripted.start()
        let handle = try sftp.open(scripted.path("file"))
        let (bytes, error) = handle.readToFailure()
        #expect(content.starts(with: bytes) && bytes.count < content.count)
        #expect(error?.code == .sftpProtocol && error?.phase == .sftp, "\(mode): \(error.debugDescription)")
        #expect(error?.message.contains(words) == true, "\(mode): \(error.debugDescription)")
        // What cannot be understood on cannot be used on, and says why.
        #expect(failure(of: { try handle.read(upTo: 1) })?.message == error?.message)
        #expect(failure(of: { try sftp.stat("/") })?.message == error?.message)
        #expect(failure(of: { try handle.close() })?.message == error?.message)
        try sftp.shutdown()
        try scripted.expectSessionLives()
        // Another SFTP session of the same session can be had.
        #expect(try scripted.start().stat("/").isDirectory)
    }

    /// Every kind of request that a method makes by itself.
    private static let requests: [(name: String, call: @Sendable (SFTP, ScriptedSFTP) throws -> Void)] = [
        ("open", { sftp, scripted in _ = try sftp.open(scripted.path("file")) }),
        ("close", { sftp, scripted in try sftp.open(scripted.path("file")).close() }),
        (
            "write",
            { sftp, scripted in try sftp.open(scripted.path("new"), [.write, .create]).writeAndClose([1, 2, 3]) }
        ),
        ("lstat", { sftp, scripted in _ = try sftp.lstat(scripted.path("file")) }),
        ("fstat", { sftp, scripted in _ = try sftp.open(scripted.path("file")).attributes() }),
        (
            "setstat",
            { sftp, scripted in try sftp.setAttributes(scripted.path("file"), SFTPAttributes(permissions: 0o600)) }
        ),
        ("opendir", { sftp, scripted in _ = try sftp.openDirectory(scripted.path("")) }),
        ("readdir", { sftp, scripted in _ = try sftp.openDirectory(scripted.path("")).readDirectory() }),
        ("remove", { sftp, scripted in try sftp.remove(scripted.path("file")) }),
        ("mkdir", { sftp, scripted in try sftp.makeDirectory(scripted.path("new")) }),
        ("realpath", { sftp, _ in _ = try sftp.realPath(".") }),
        ("stat", { sftp, scripted in _ = try sftp.stat(scripted.path("file")) }),
        ("rename", { sftp, scripted in try sftp.rename(scripted.path("file"), to: scripted.path("new")) }),
        ("readlink", { sftp, scripted in _ = try sftp.readLink(scripted.path("link")) }),
        ("symlink", { sftp, scripted in try sftp.makeSymbolicLink(scripted.path("new"), to: "file") }),
    ]

    @Test(
        "sftp.lies-are-noticed: the same for every other kind of request", arguments: requests.map(\.name),
        ["truncated --value 6", "wrong-type", "unknown-id", "long-field"])
    func others(request: String, mode: String) throws {
        let scripted = try ScriptedSFTP(mode, "--on", request)
        _ = try scripted.makeFile(lines: 10)
        _ = try scripted.session.output(of: "ln -s file '\(scripted.directory.path)/link'")
        let sftp = try scripted.start()
        let call = try #require(Self.requests.first { $0.name == request }).call
        let error = failure(of: { try call(sftp, scripted) })
        #expect(error?.code == .sftpProtocol && error?.sftpStatus == nil, "\(error.debugDescription)")
        #expect(failure(of: { try sftp.stat("/") })?.message == error?.message)
        try scripted.expectSessionLives()
    }

    @Test(
        "sftp.lies-are-noticed: success where something was asked for, impossible names, counts and handles",
        arguments: [
            ("ok --on open", "success"), ("ok --on stat", "success"), ("ok --on readdir", "success"),
            ("long-handle", "257 bytes"), ("huge-count", "does not hold what it says"),
            ("huge-count --on stat", "does not hold what it says"),
            ("long-name-overflow", "does not hold what it says"),
            ("no-names --on realpath", "0 names where one"),
        ])
    func impossible(mode: String, words: String) throws {
        let scripted = try ScriptedSFTP(mode)
        _ = try scripted.makeFile(lines: 10)
        let sftp = try scripted.start()
        let error = failure(of: {
            _ = try sftp.stat(scripted.path("file"))
            _ = try sftp.realPath(".")
            _ = try sftp.open(scripted.path("file"))
            _ = try sftp.openDirectory(scripted.path("")).remainingNames()
        })
        #expect(error?.code == .sftpProtocol && error?.message.contains(words) == true, "\(error.debugDescription)")
        try scripted.expectSessionLives()
    }

    @Test(
        "sftp.greeting-is-checked: a server of an older version, or one that says anything else, is refused",
        arguments: [
            ("version-0", "version 0"), ("version-2", "version 2"), ("version-text", "login script"),
            ("version-garbage", "bytes"), ("version-announced", "16777216 bytes"), ("version-empty", "0 bytes"),
            ("version-short", "version"), ("version-status", "STATUS"),
            ("version-half-extension", "does not hold what it says"),
            ("version-long-extension", "does not hold what it says"), ("version-cut", "ended"),
            ("version-ended", "ended"), ("limits-short", "limits"),
        ])
    func greeting(mode: String, words: String) throws {
        let scripted = try ScriptedSFTP(mode)
        let error = failure(of: { try scripted.start() })
        #expect(error?.code == .sftpProtocol && error?.phase == .sftp, "\(error.debugDescription)")
        #expect(error?.message.contains(words) == true, "\(error.debugDescription)")
        #expect(scripted.session.connection.channels.isEmpty)
        try scripted.expectSessionLives()
    }

    @Test("sftp.greeting-is-checked: one that never comes is waited for until the deadline, and the session goes on")
    func noGreeting() throws {
        let scripted = try ScriptedSFTP("version-missing")
        #expect(failure(of: { try scripted.session.sftp(timeout: .milliseconds(200)) })?.code == .timeout)
        try scripted.expectSessionLives()
    }

    @Test(
        "sftp.greeting-is-checked: a newer version is spoken to in version 3", arguments: ["version-6", "version-huge"])
    func newerVersion(mode: String) throws {
        let scripted = try ScriptedSFTP(mode)
        let content = try scripted.makeFile()
        let sftp = try scripted.start()
        #expect(sftp.extensions.isEmpty)
        #expect(try sftp.open(scripted.path("file")).readToEnd() == content)
    }

    @Test("sftp.lies-are-noticed: what is written when the SFTP session has ended is not kept for ever")
    func gatheredAfterTheEnd() throws {
        let scripted = try ScriptedSFTP("ended --on stat")
        weak var exchange: SFTPExchange?
        do {
            let sftp = try scripted.start()
            exchange = sftp.exchange
            let handle = try sftp.open(scripted.path("new"), [.write, .create])
            #expect(failure(of: { try sftp.stat("/") })?.code == .sftpProtocol)
            // The first two are accepted at most: the failure is then known.
            #expect(failure(of: { for _ in 0..<5 { try handle.write([1]) } })?.code == .sftpProtocol)
        }
        #expect(exchange == nil)
    }
}
