import Glibc
import Testing

@testable import SwiftSSH

// Glibc's module leaves <sys/fsuid.h> out.
@_silgen_name("setfsuid") private func setFileUser(_ user: uid_t) -> Int32

@Suite struct KnownHostsFileTests {
    private let key = KnownHostsSupport.key(1)
    private let text = KnownHostsSupport.text(KnownHostsSupport.key(1))

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    @Test("knownhost.file-errors: a file that cannot be used is told by its path and errno")
    func errors() throws {
        let directory = try TemporaryDirectory()
        let pipe = directory.path("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        let file = try directory.write([], to: "file")
        let cases: [(path: String, errno: Int32)] = [
            (directory.path("missing"), ENOENT), (directory.path, EISDIR), (pipe, EINVAL), (file + "/x", ENOTDIR),
        ]
        for (path, number) in cases {
            let error = #expect(throws: SSHError.self) { try KnownHosts().readFile(path) }
            #expect(error?.code == .file && error?.errno == number && error?.path == path, "\(path)")
        }
        let hosts = KnownHosts()
        let entry = try hosts.add(host: "alpha", key: key)
        for (path, number) in cases.dropFirst() + [(directory.path("missing/file"), ENOENT)] {
            let replacing = #expect(throws: SSHError.self) { try hosts.writeFile(path) }
            #expect(replacing?.code == .file && replacing?.errno == number && replacing?.path == path, "\(path)")
            let appending = #expect(throws: SSHError.self) { try hosts.append(entry, to: path) }
            #expect(appending?.code == .file && appending?.path == path, "\(path)")
        }
        #expect(throws: SSHError.self) { try hosts.readFile("") }
        #expect(try hosts.readFile("/dev/null").entryCount == 0)
        try hosts.writeFile("/dev/null")
        try hosts.append(entry, to: "/dev/null")
        #expect(mode("/dev/null") == 0o666)
    }

    @Test("knownhost.file-errors: a file that may not be read is told")
    func unreadable() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write(Array("alpha \(text)\n".utf8), to: "file", mode: 0)
        // Of this thread only: root reads everything.
        let old = setFileUser(geteuid() == 0 ? 65534 : geteuid())
        defer { _ = setFileUser(uid_t(bitPattern: old)) }
        let error = #expect(throws: SSHError.self) { try KnownHosts().readFile(path) }
        #expect(error?.errno == EACCES && error?.path == path)
    }

    @Test("knownhost.write-file: a file is replaced at once, through a link, with its mode, or made with 0600")
    func writeFile() throws {
        let directory = try TemporaryDirectory()
        let hosts = try KnownHostsSupport.list(["# comment", "", "alpha \(text)"])
        let content = Array("# comment\n\nalpha \(text)\n".utf8)
        try hosts.writeFile(directory.path("new"))
        #expect(try directory.read("new") == content)
        #expect(mode(directory.path("new")) == 0o600)
        let old = try directory.write([1, 2, 3], to: "old", mode: 0o664)
        let reader = open(old, O_RDONLY | O_CLOEXEC)
        defer { close(reader) }
        #expect(symlink("old", directory.path("link")) == 0)
        #expect(symlink("link", directory.path("link2")) == 0)
        #expect(symlink("later", directory.path("dangling")) == 0)
        try hosts.writeFile(directory.path("link2"))
        try hosts.writeFile(directory.path("dangling"))
        var status = stat()
        #expect(lstat(directory.path("link2"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(try directory.read("old") == content)
        #expect(try directory.read("later") == content)
        #expect(mode(old) == 0o644)
        // Who had it open still sees the old file, whole.
        var seen = [UInt8](repeating: 0, count: 8)
        #expect(read(reader, &seen, 8) == 3)
        let names = try runProcessChecked(["ls", directory.path]).text.split(separator: "\n").sorted()
        #expect(names == ["dangling", "later", "link", "link2", "new", "old"])
    }

    @Test("knownhost.append: exactly one line is added, to a file without a last line feed too")
    func append() throws {
        let directory = try TemporaryDirectory()
        let hosts = KnownHosts()
        let entry = try hosts.add(host: "alpha", key: key)
        let path = directory.path("file")
        try hosts.append(entry, to: path)
        #expect(mode(path) == 0o600)
        #expect(try directory.read("file") == Array("alpha \(text)\n".utf8))
        try directory.write(Array("beta \(text)".utf8), to: "file")
        try hosts.append(entry, to: path)
        #expect(try directory.read("file") == Array("beta \(text)\nalpha \(text)\n".utf8))
        try hosts.delete(entry)
        #expect(throws: SSHError.self) { try hosts.append(entry, to: path) }
    }

    @Test("knownhost.append-together: many who add at once lose no line")
    func appendTogether() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("file")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    let hosts = KnownHosts()
                    for line in 0..<25 {
                        let entry = try hosts.add(host: "h\(number)-\(line)", key: key)
                        try hosts.append(entry, to: path)
                    }
                }
            }
            try await group.waitForAll()
        }
        let hosts = KnownHosts()
        #expect(try hosts.readFile(path) == KnownHosts.Reading(entryCount: 200, notUnderstood: []))
        #expect(Set(hosts.entries.map(\.names)).count == 200)
    }
}
