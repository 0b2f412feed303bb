import Glibc
import Testing

@testable import SwiftSSH

@Suite("Operations of SFTP")
struct SFTPOperationTests {
    @Test("sftp.attributes: they are told, of files and of links themselves")
    func attributes() throws {
        let files = try ConnectedSFTP()
        try files.directory.write([1, 2, 3], to: "file", mode: 0o640)
        try files.sftp.makeSymbolicLink(files.path("link"), to: "file")
        let known = try files.sftp.stat(files.path("link"))
        #expect(known.size == 3 && known.permissions == 0o100640 && known.isRegularFile)
        #expect(known.owner == .init(user: getuid(), group: getgid()))
        #expect(try files.sftp.open(files.path("file")).attributes() == known)
        #expect(try files.sftp.lstat(files.path("link")).isSymbolicLink)
        #expect(try files.sftp.stat("/dev/null").kind == .characterDevice)
    }

    @Test("sftp.setting-attributes: what is named is set and nothing else, of links themselves too")
    func settingAttributes() throws {
        let files = try ConnectedSFTP()
        try files.directory.write([1, 2, 3], to: "file", mode: 0o640)
        try files.sftp.makeSymbolicLink(files.path("link"), to: "file")
        try files.sftp.setAttributes(files.path("link"), SFTPAttributes(permissions: 0o600))
        try files.sftp.setAttributes(
            files.path("file"), SFTPAttributes(times: .init(access: 1000, modification: 2_000_000_000)))
        let set = try files.sftp.stat(files.path("file"))
        #expect(set.size == 3 && set.permissions == 0o100600)
        #expect(set.times == .init(access: 1000, modification: 2_000_000_000))
        let handle = try files.sftp.open(files.path("file"), [.read, .write])
        try handle.setAttributes(SFTPAttributes(size: 1, owner: .init(user: getuid(), group: getgid())))
        #expect(try handle.attributes().size == 1)
        try files.sftp.setLinkAttributes(files.path("link"), SFTPAttributes(times: .init(access: 5, modification: 6)))
        #expect(try files.sftp.lstat(files.path("link")).times?.modification == 6)
        #expect(try files.sftp.stat(files.path("link")).times?.modification != 6)
    }

    @Test("sftp.making-and-removing: directories are made and removed, files removed")
    func makingAndRemoving() throws {
        let files = try ConnectedSFTP()
        try files.sftp.makeDirectory(files.path("dir"), permissions: 0o700)
        #expect(try files.sftp.stat(files.path("dir")).permissions == 0o040700)
        try files.directory.write([1], to: "dir/one")
        #expect(failure(of: { try files.sftp.removeDirectory(files.path("dir")) })?.sftpStatus == 4)
        try files.sftp.remove(files.path("dir/one"))
        try files.sftp.removeDirectory(files.path("dir"))
        #expect(failure(of: { try files.sftp.removeDirectory(files.path("dir")) })?.sftpStatus == 2)
        #expect(try files.sftp.openDirectory(RemotePath(files.directory.path)).remainingNames().isEmpty)
    }

    @Test("sftp.renaming: a rename keeps what has the new name, one that overwrites replaces it")
    func renaming() throws {
        let files = try ConnectedSFTP()
        try files.directory.write([1], to: "one")
        try files.directory.write([2], to: "two")
        let error = failure(of: { try files.sftp.rename(files.path("one"), to: files.path("two")) })
        #expect(error?.sftpStatus == 4 && error?.path == files.directory.path("one"))
        #expect(error?.message.contains(files.directory.path("two")) == true)
        #expect(try files.directory.read("two") == [2])
        try files.sftp.rename(files.path("one"), to: files.path("two"), overwriting: true)
        #expect(try files.directory.read("two") == [1])
        try files.sftp.rename(files.path("two"), to: files.path("three"))
        #expect(try files.sftp.openDirectory(RemotePath(files.directory.path)).remainingNames() == ["three"])
    }

    @Test("sftp.links: symbolic links are made and read, hard links made")
    func links() throws {
        let files = try ConnectedSFTP()
        try files.directory.write([7], to: "file")
        try files.sftp.makeSymbolicLink(files.path("link"), to: "file")
        #expect(try files.sftp.readLink(files.path("link")) == "file")
        #expect(try files.directory.read("link") == [7])
        try files.sftp.makeHardLink(files.path("second"), to: files.path("file"))
        try files.sftp.remove(files.path("file"))
        #expect(try files.directory.read("second") == [7])
        #expect(failure(of: { try files.sftp.readLink(files.path("second")) }) != nil)
    }

    @Test("sftp.paths: they are made absolute, and `~` is expanded")
    func paths() throws {
        let files = try ConnectedSFTP()
        try files.directory.write([1], to: "file")
        try files.sftp.makeSymbolicLink(files.path("link"), to: "file")
        #expect(try files.sftp.realPath(files.path("./link")) == files.sftp.realPath(files.path("file")))
        let home = try files.sftp.realPath(".")
        #expect(home.bytes.first == UInt8(ascii: "/"))
        #expect(try files.sftp.expandPath("~") == home)
        #expect(try files.sftp.homeDirectory(user: files.connected.fixture.user) == home)
        #expect(failure(of: { try files.sftp.homeDirectory(user: "nobody at all") })?.code == .sftpProtocol)
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

    @Test("sftp.refusals-are-told: status, path and the server's words; the last status stays")
    func refusals() throws {
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
        #expect(failure(of: { try files.sftp.openDirectory(files.path("file")) })?.code == .sftpProtocol)
        #expect(failure(of: { try files.sftp.makeDirectory(files.path("no/dir")) })?.sftpStatus == 2)
        #expect(files.sftp.lastStatus == .noSuchFile)
    }

    @Test("sftp.file-systems: what is known of one is told by path and by file")
    func fileSystems() throws {
        let files = try ConnectedSFTP()
        let system = try files.sftp.statVFS(files.path("."))
        #expect(system.blockSize > 0 && system.blocks >= system.freeBlocks && system.longestName > 100)
        try files.directory.write([], to: "file")
        #expect(try files.sftp.open(files.path("file")).statVFS().longestName == system.longestName)
    }

    @Test("sftp.copy-on-the-server: bytes go from file to file without coming here")
    func copy() throws {
        let files = try ConnectedSFTP()
        try files.directory.write(Array("content".utf8), to: "file")
        let source = try files.sftp.open(files.path("file"))
        let target = try files.sftp.open(files.path("copy"), [.write, .create])
        try target.write(Array("1234567890".utf8))
        try files.sftp.copyData(from: source, offset: 3, count: 4, to: target, targetOffset: 8)
        try target.close()
        #expect(try files.directory.read("copy") == Array("12345678tent".utf8))
        #expect(failure(of: { try files.sftp.copyData(from: source, to: target) })?.code == .badUse)
        let other = try files.session.sftp().open(files.path("copy"), .write)
        #expect(failure(of: { try files.sftp.copyData(from: source, to: other) })?.code == .invalidArgument)
    }

    @Test("sftp.users-and-groups: numbers have names, or none")
    func usersAndGroups() throws {
        let files = try ConnectedSFTP()
        let user = files.connected.fixture.user
        let number = try #require(UInt32(files.session.output(of: "id -u").filter(\.isNumber)))
        let names = try files.sftp.names(users: [number, 4_000_000], groups: [4_000_000])
        #expect(names.users.last == [] && names.groups == [[]])
        #expect(names.users.count == 2 && names.users.first.map { !$0.isEmpty } == true, "\(user)")
        let many = [UInt32](repeating: 0, count: 20_000)
        #expect(failure(of: { try files.sftp.names(users: many, groups: []) })?.code == .invalidArgument)
    }
}
