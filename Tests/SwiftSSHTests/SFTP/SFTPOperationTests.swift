import Glibc
import Testing

@testable import SwiftSSH

@Suite("Operations of SFTP")
struct SFTPOperationTests {
    @Test(
        "sftp.start: a server says what it offers, two SFTP sessions go side by side, and one that is shut down is over"
    )
    func start() throws {
        let files = try ConnectedSFTP()
        #expect(files.sftp.offers("posix-rename@openssh.com") && !files.sftp.offers("nonsense@example.com"))
        #expect(files.sftp.extensions.count > 8)
        #expect(files.sftp.limits.readLength > 200_000)
        let other = try files.session.sftp(options: SFTPOptions(bytesInFlight: 1 << 20))
        #expect(other.bytesInFlight == 1 << 20)
        other.bytesInFlight = 1 << 30
        #expect(other.bytesInFlight == 1 << 20)
        try other.shutdown()
        try other.shutdown()
        #expect(failure(of: { try other.stat("/") })?.code == .badUse)
        #expect(try files.sftp.stat("/").isDirectory)
        #expect(try files.session.output(of: "echo on") == "on\n")
    }

    @Test("sftp.start: a server without it, and a session without a user, are told")
    func refused() throws {
        let connected = try ConnectedSession(["Subsystem none /bin/false"])
        #expect(failure(of: { try connected.session.sftp() })?.code == .invalidArgument)
        let ending = try ConnectedSession.loggedIn(["ForceCommand echo Welcome to this machine"])
        let error = failure(of: { try ending.session.sftp() })
        #expect(error?.code == .sftpProtocol && error?.phase == .sftp)
        #expect(error?.serverText?.hasPrefix("Welcome") == true)
        let silent = try ConnectedSession.loggedIn(["ForceCommand exit 1"])
        let said = failure(of: { try silent.session.sftp() })
        #expect(said?.code == .sftpProtocol && said?.message.contains("before it said anything") == true)
    }

    @Test("sftp.attributes: they are told and set, of files and of links, and unset ones stay")
    func attributes() throws {
        let files = try ConnectedSFTP()
        try files.directory.write([1, 2, 3], to: "file", mode: 0o640)
        try files.sftp.makeSymbolicLink(files.path("link"), to: "file")
        let known = try files.sftp.stat(files.path("link"))
        #expect(known.size == 3 && known.permissions == 0o100640 && known.isRegularFile)
        #expect(known.owner == .init(user: getuid(), group: getgid()))
        #expect(try files.sftp.lstat(files.path("link")).isSymbolicLink)
        try files.sftp.setAttributes(files.path("file"), SFTPAttributes(permissions: 0o600))
        try files.sftp.setAttributes(
            files.path("file"), SFTPAttributes(times: .init(access: 1000, modification: 2_000_000_000)))
        let set = try files.sftp.stat(files.path("file"))
        #expect(set.size == 3 && set.permissions == 0o100600)
        #expect(set.times == .init(access: 1000, modification: 2_000_000_000))
        let handle = try files.sftp.open(files.path("file"), [.read, .write])
        try handle.setAttributes(SFTPAttributes(size: 1))
        #expect(try handle.attributes().size == 1)
        try files.sftp.setLinkAttributes(files.path("link"), SFTPAttributes(times: .init(access: 5, modification: 6)))
        #expect(try files.sftp.lstat(files.path("link")).times?.modification == 6)
        #expect(try files.sftp.stat(files.path("link")).times?.modification != 6)
    }

    @Test("sftp.names: directories, links and names are made, read, changed and removed")
    func names() throws {
        let files = try ConnectedSFTP()
        let sftp = files.sftp
        try sftp.makeDirectory(files.path("dir"), permissions: 0o700)
        #expect(try sftp.stat(files.path("dir")).permissions == 0o040700)
        try files.directory.write([1], to: "dir/one")
        try files.directory.write([2], to: "dir/two")
        #expect(try sftp.openDirectory(files.path("dir")).remainingNames() == ["one", "two"])
        #expect(failure(of: { try sftp.rename(files.path("dir/one"), to: files.path("dir/two")) })?.sftpStatus == 4)
        try sftp.rename(files.path("dir/one"), to: files.path("dir/two"), overwriting: true)
        #expect(try files.directory.read("dir/two") == [1])
        try sftp.rename(files.path("dir/two"), to: files.path("dir/three"))
        #expect(try sftp.openDirectory(files.path("dir")).remainingNames() == ["three"])
        try sftp.makeSymbolicLink(files.path("link"), to: "dir/three")
        #expect(try sftp.readLink(files.path("link")) == "dir/three")
        #expect(try files.directory.read("link") == [1])
        #expect(try sftp.realPath(files.path("dir/../link")).bytes == sftp.realPath(files.path("dir/three")).bytes)
        #expect(failure(of: { try sftp.removeDirectory(files.path("dir")) })?.sftpStatus == 4)
        try sftp.remove(files.path("dir/three"))
        try sftp.remove(files.path("link"))
        try sftp.removeDirectory(files.path("dir"))
        #expect(try sftp.openDirectory(RemotePath(files.directory.path)).remainingNames().isEmpty)
    }

    @Test("sftp.names-are-bytes: a name that is no text is made, listed and removed")
    func bytes() throws {
        let files = try ConnectedSFTP()
        let name: [UInt8] = [0xFF, 10, 27, 32, 0xC3]
        let path = RemotePath(files.directory.path).appending(name)
        try files.sftp.open(path, [.write, .create]).close()
        let directory = try files.sftp.openDirectory(RemotePath(files.directory.path))
        var found: [[UInt8]] = []
        while let entry = try directory.readDirectory() {
            found.append(entry.filename)
            #expect(!entry.longname.isEmpty && entry.attributes.permissions != nil)
        }
        #expect(found.contains(name))
        let missing = failure(of: { try files.sftp.stat(RemotePath(bytes: path.bytes + [47, 27])) })
        #expect(missing?.path?.hasSuffix("/\\xff\\u{a}\\u{1b} \\xc3/\\u{1b}") == true)
        try files.sftp.remove(path)
        #expect(failure(of: { try files.sftp.stat(RemotePath(bytes: [47, 0])) })?.code == .invalidArgument)
        #expect(failure(of: { try files.sftp.rename("/a", to: RemotePath(bytes: [0])) })?.code == .invalidArgument)
    }

    @Test("sftp.errors-are-told: status, path and the server's words; the last status stays")
    func errors() throws {
        let files = try ConnectedSFTP()
        #expect(files.sftp.lastStatus == .ok)
        let error = failure(of: { try files.sftp.open(files.path("missing")) })
        #expect(error?.code == .sftpProtocol && error?.sftpStatus == 2 && error?.phase == .sftp)
        #expect(error?.path == files.directory.path("missing"))
        #expect(error?.serverText == "No such file" && error?.message.contains("no such file") == true)
        #expect(files.session.lastError?.sftpStatus == 2)
        try files.directory.write([], to: "file")
        _ = try files.sftp.stat(files.path("file"))
        #expect(files.sftp.lastStatus == .noSuchFile)
        #expect(
            failure(of: { try files.sftp.open(files.path("file"), [.write, .create, .exclusive]) })?.sftpStatus == 4)
        #expect(failure(of: { try files.sftp.openDirectory(files.path("file")) }) != nil)
        #expect(failure(of: { try files.sftp.makeDirectory(files.path("no/dir")) })?.sftpStatus == 2)
        #expect(files.sftp.lastStatus == .noSuchFile)
        let handle = try files.sftp.open(files.path("file"))
        try handle.close()
        #expect(failure(of: { try handle.read(upTo: 1) })?.code == .badUse)
        #expect(failure(of: { try handle.attributes() })?.code == .badUse)
        #expect(failure(of: { try handle.readDirectory() })?.code == .badUse)
        let directory = try files.sftp.openDirectory("/")
        #expect(failure(of: { try directory.read(upTo: 1) })?.code == .badUse)
        #expect(failure(of: { try directory.write([1]) })?.code == .badUse)
    }

    @Test("sftp.extensions: what OpenSSH offers besides is done")
    func extensions() throws {
        let files = try ConnectedSFTP()
        let sftp = files.sftp
        let system = try sftp.statVFS(files.path("."))
        #expect(system.blockSize > 0 && system.blocks >= system.freeBlocks && system.longestName > 100)
        try files.directory.write(Array("content".utf8), to: "file")
        let source = try sftp.open(files.path("file"))
        #expect(try source.statVFS().longestName == system.longestName)
        try sftp.makeHardLink(files.path("second"), to: files.path("file"))
        #expect(try files.directory.read("second") == Array("content".utf8))
        let target = try sftp.open(files.path("copy"), [.write, .create])
        try target.write(Array("1234567890".utf8))
        try target.synchronize()
        try sftp.copyData(from: source, offset: 3, count: 4, to: target, targetOffset: 8)
        try target.close()
        #expect(try files.directory.read("copy") == Array("12345678tent".utf8))
        #expect(try sftp.expandPath("~").bytes == sftp.realPath(".").bytes)
        let home = try sftp.homeDirectory(user: files.connected.fixture.user)
        #expect(try home.bytes == sftp.realPath(".").bytes)
        let names = try sftp.names(users: [0, 4_000_000], groups: [0])
        #expect(names.users.count == 2 && names.users.last == [] && names.groups.count == 1)
    }

    @Test("sftp.missing-extensions: what a server does not offer is METHOD_NOT_SUPPORTED, with its name")
    func missing() throws {
        let fixture = try Fixture.shared.get()
        let server = try PortServer([fixture["paramiko_server"], fixture["directory"]])
        let session = try Session.loggedIn(to: server.port)
        guard let sftp = try? session.sftp() else { return }
        let error = failure(of: { try sftp.statVFS("/") })
        #expect(error?.code == .methodNotSupported && error?.message.contains("statvfs@openssh.com") == true)
    }
}
