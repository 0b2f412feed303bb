import Foundation
import Testing

@testable import SwiftSSH

@Suite("Trees on an SFTP server")
struct TreesTests {
    @Test("sftp.walk: each name comes once, a directory before what is in it, and one can be left out")
    func walk() throws {
        let files = try ConnectedSFTP()
        _ = try files.makeTree("tree")
        try FileManager.default.createSymbolicLink(
            atPath: files.directory.path("tree/loop"), withDestinationPath: ".")
        var walk = files.sftp.walk(files.path("tree"))
        var found: [String: Int] = [:]
        while let entry = try walk.next() {
            let path = entry.path.description.dropFirst(files.directory.path("tree/").count)
            let parent = (String(path) as NSString).deletingLastPathComponent
            #expect(parent.isEmpty || found[parent] != nil)
            #expect(found.updateValue(entry.depth, forKey: String(path)) == nil)
        }
        #expect(found["one/two/large"] == 3)
        #expect(found["loop"] == 1)
        #expect(found.count == 10)

        var shallow = files.sftp.walk(files.path("tree"))
        var count = 0
        while let entry = try shallow.next() {
            if entry.attributes.isDirectory { shallow.skipDirectory() }
            count += 1
        }
        #expect(count == 4)
        var missing = files.sftp.walk(files.path("missing"))
        #expect(failure { try missing.next() }?.sftpStatus == 2)
        #expect(try missing.next() == nil)
    }

    @Test("sftp.walk-refuses-hostile-names: a name that is none is an error, and the walk goes on behind it")
    func hostileWalk() throws {
        let files = try ConnectedSFTP(scripted: ["hostile-names"])
        var walk = files.sftp.walk("/hostile")
        var refused = 0
        var found = 0
        while true {
            do {
                guard let entry = try walk.next() else { break }
                #expect(entry.path.bytes.starts(with: Array("/hostile/".utf8)))
                found += 1
            } catch {
                #expect(error.code == .sftpProtocol)
                refused += 1
            }
        }
        #expect(refused > 0 && found > 0)
    }

    @Test("sftp.listings-without-kinds: where a listing does not say what a name is, the server is asked")
    func unknownKinds() throws {
        let files = try ConnectedSFTP(scripted: ["no-attributes"])
        var walk = files.sftp.walk("/hostile")
        var found: [RemotePath: SFTPAttributes.Kind] = [:]
        while let entry = try walk.next() { found[entry.path] = entry.attributes.kind }
        #expect(
            found == [
                "/hostile/good": .regular, "/hostile/inner": .directory, "/hostile/inner/good": .regular,
                "/hostile/inside": .symbolicLink,
            ])
        #expect(try files.sftp.glob("/hostile/**/good") == ["/hostile/good", "/hostile/inner/good"])

        // What has gone by then is told as it was listed; what the server does not tell is an error, and the walk goes on behind it.
        for (status, hasGone) in [(2, true), (4, false)] {
            let files = try ConnectedSFTP(
                scripted: ["--bare", "status", "--on", "lstat", "--nth", "1", "--value", "\(status)"])
            for name in ["a", "b"] { try files.directory.write([1, 2], to: name) }
            var walk = files.sftp.walk(files.path("."))
            do throws(SSHError) {
                let entry = try walk.next()
                #expect(hasGone && entry?.path == files.path("./a") && entry?.attributes == SFTPAttributes())
            } catch {
                #expect(!hasGone && error.sftpStatus == UInt32(status))
                #expect(error.path == files.path("./a").description)
            }
            let entry = try walk.next()
            #expect(entry?.path == files.path("./b") && entry?.attributes.size == 2)
            #expect(try walk.next() == nil)
        }
    }

    @Test("sftp.listings-without-kinds: in non-blocking mode too")
    func unknownKindsNonBlocking() throws {
        let files = try ConnectedSFTP(scripted: ["no-attributes"])
        var loop = PollLoop(files.session)
        var walk = files.sftp.walk("/hostile")
        var found: [RemotePath] = []
        while let entry = try loop({ () throws(SSHError) in try walk.next() }) { found.append(entry.path) }
        #expect(found == ["/hostile/good", "/hostile/inner", "/hostile/inner/good", "/hostile/inside"])
    }

    @Test("sftp.glob: patterns name what a shell's would")
    func glob() throws {
        let files = try ConnectedSFTP()
        for name in ["a.txt", "b.txt", ".hidden.txt", "c.log", "[x]"] { try files.directory.write([], to: name) }
        try FileManager.default.createDirectory(
            atPath: files.directory.path("d/e"), withIntermediateDirectories: true)
        try files.directory.write([], to: "d/e/f.txt")
        func glob(_ pattern: String) throws -> [String] {
            try files.sftp.glob(files.path(pattern)).map {
                String($0.description.dropFirst(files.directory.path.count + 1))
            }
        }
        #expect(try glob("*.txt") == ["a.txt", "b.txt"])
        #expect(try glob("[ab].*") == ["a.txt", "b.txt"])
        #expect(try glob("?.log") == ["c.log"])
        #expect(try glob(".*.txt") == [".hidden.txt"])
        #expect(try glob("**/*.txt") == ["a.txt", "b.txt", "d/e/f.txt"])
        #expect(try glob("d/*/f.txt") == ["d/e/f.txt"])
        #expect(try glob("\\[x\\]") == ["[x]"])
        #expect(try glob("a.txt") == ["a.txt"])
        #expect(try glob("none*").isEmpty)
        #expect(try glob("missing/*").isEmpty)
    }

    @Test("sftp.whole-files: a file is written, found and read in one call each")
    func wholeFiles() throws {
        let files = try ConnectedSFTP()
        var random = Randomness(seed: 8)
        let content = random.bytes(700_000)
        try files.sftp.writeBytes(files.path("file"), content, permissions: 0o600)
        #expect(try files.directory.read("file") == content)
        #expect(try files.sftp.readBytes(files.path("file")) == content)
        #expect(failure { try files.sftp.readBytes(files.path("file"), limit: 699_999) }?.code == .outOfBoundary)
        #expect(try files.sftp.exists(files.path("file")))
        #expect(try !files.sftp.exists(files.path("missing")))
        #expect(failure { try files.sftp.readBytes(files.path("missing")) }?.sftpStatus == 2)
        files.session.isBlocking = false
        #expect(failure { try files.sftp.readBytes(files.path("file")) }?.code == .badUse)
        #expect(failure { try files.sftp.glob("*") }?.code == .badUse)
    }

    @Test("sftp.remove-tree: a directory goes with all that is in it, links are not followed, what stays is told")
    func removeTree() throws {
        let files = try ConnectedSFTP()
        _ = try files.makeTree("tree")
        try files.directory.write([1], to: "outside")
        try FileManager.default.createSymbolicLink(
            atPath: files.directory.path("tree/one/link"), withDestinationPath: files.directory.path)
        try files.sftp.removeTree(files.path("tree"))
        #expect(!files.isThere("tree") && files.isThere("outside"))
        try files.sftp.removeTree(files.path("outside"))
        #expect(!files.isThere("outside"))
        #expect(failure { try files.sftp.removeTree(files.path("missing")) }?.sftpStatus == 2)

        let hostile = try ConnectedSFTP(scripted: ["hostile-names"])
        try hostile.directory.write([1], to: "kept")
        #expect(failure { try hostile.sftp.removeTree("/hostile") }?.code == .sftpProtocol)
        #expect(hostile.isThere("kept"))
    }
}
