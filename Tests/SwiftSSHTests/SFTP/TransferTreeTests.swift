import Foundation
import Testing

@testable import SwiftSSH

@Suite("Copying directories over SFTP")
struct TransferTreeTests {
    private let options = TransferOptions(isRecursive: true)

    @Test("sftp.get-tree: a directory comes with all that is in it, its permissions and times")
    func get() throws {
        let files = try ConnectedSFTP()
        let content = try files.makeTree("from")
        try files.setModification("from/one/two", 1_000_000_000)
        try FileManager.default.createSymbolicLink(
            atPath: files.directory.path("from/one/link"), withDestinationPath: "../small")
        let report = try files.sftp.get(files.path("from"), to: files.local("to"), options: options)
        #expect(report.problems.isEmpty)
        #expect((report.files, report.directories, report.symbolicLinks) == (content.count, 4, 1))
        #expect(try files.tree("to") == content.merging(["one/link": Array("../small".utf8)]) { one, _ in one })
        #expect(files.isThere("to/one/bare"))
        #expect(try files.facts("to/one/two").modification == 1_000_000_000)
        #expect(try files.facts("to/small").permissions == 0o640)
        // Again, over what is there.
        let again = try files.sftp.get(
            files.path("from"), to: files.local("to"), options: TransferOptions(isRecursive: true, resumes: true))
        #expect((again.files, again.unchangedFiles) == (0, content.count))
    }

    @Test("sftp.put-tree: a directory goes with all that is in it, its permissions and times")
    func put() throws {
        let files = try ConnectedSFTP()
        let content = try files.makeTree("from")
        try files.setModification("from/one/two", 1_000_000_000)
        try FileManager.default.createSymbolicLink(
            atPath: files.directory.path("from/one/link"), withDestinationPath: "/nowhere")
        for _ in 0..<2 {
            let report = try files.sftp.put(files.local("from"), to: files.path("to"), options: options)
            #expect(report.problems.isEmpty)
            #expect((report.files, report.directories, report.symbolicLinks) == (content.count, 4, 1))
        }
        #expect(try files.tree("to") == content.merging(["one/link": Array("/nowhere".utf8)]) { one, _ in one })
        #expect(files.isThere("to/one/bare"))
        #expect(try files.facts("to/one/two").modification == 1_000_000_000)
        #expect(try files.facts("to/small").permissions == 0o640)
    }

    @Test("sftp.tree-links: symbolic links are kept, followed or left out, and no loop is followed")
    func links() throws {
        let files = try ConnectedSFTP()
        try files.directory.write([1], to: "outside")
        try FileManager.default.createDirectory(
            atPath: files.directory.path("from/directory"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: files.directory.path("from/link"), withDestinationPath: "../outside")
        try FileManager.default.createSymbolicLink(
            atPath: files.directory.path("from/directory/loop"), withDestinationPath: "..")
        var options = options
        options.symbolicLinks = .follow
        for isDownload in [true, false] {
            let target = isDownload ? "got" : "sent"
            let report =
                isDownload
                ? try files.sftp.get(files.path("from"), to: files.local(target), options: options)
                : try files.sftp.put(files.local("from"), to: files.path(target), options: options)
            #expect(report.problems.count == 1)
            #expect(report.problems.first?.path?.hasSuffix("directory/loop") == true)
            #expect(try files.tree(target) == ["link": [1]])
        }
        options.symbolicLinks = .skip
        let skipped = try files.sftp.get(files.path("from"), to: files.local("skipped"), options: options)
        #expect(skipped == TransferReport(directories: 2))
        options.symbolicLinks = .keep
        let kept = try files.sftp.get(files.path("from"), to: files.local("kept"), options: options)
        #expect(kept.symbolicLinks == 1)
        #expect(kept.problems.first?.path?.hasSuffix("from/link") == true, "it leads out of the directory")
    }

    @Test(
        "sftp.vanished-files: a link to nothing that is to be followed is told by name, both ways, and the rest goes on"
    )
    func dangling() throws {
        let files = try ConnectedSFTP()
        try FileManager.default.createDirectory(
            atPath: files.directory.path("from"), withIntermediateDirectories: false)
        for name in ["a", "z"] { try files.directory.write(Array(name.utf8), to: "from/" + name) }
        try FileManager.default.createSymbolicLink(
            atPath: files.directory.path("from/link"), withDestinationPath: "nowhere")
        var options = options
        options.symbolicLinks = .follow
        let sent = try files.sftp.put(files.local("from"), to: files.path("sent"), options: options)
        let got = try files.sftp.get(files.path("from"), to: files.local("got"), options: options)
        for (name, report) in [("sent", sent), ("got", got)] {
            #expect(report.files == 2 && report.problems.count == 1)
            #expect(report.problems.first?.path == files.directory.path("from/link"))
            #expect(try files.tree(name) == ["a": [UInt8(ascii: "a")], "z": [UInt8(ascii: "z")]])
        }
        #expect(sent.problems.first?.code == .file && sent.problems.first?.errno == ENOENT)
        #expect(got.problems.first?.sftpStatus == 2)
    }

    @Test(
        "sftp.hostile-trees: nothing is written outside of the target, each refusal is told by name, the rest comes",
        arguments: ["hostile-names", "links-out", "link-loop", "trap", "lying-types", "no-attributes"])
    func hostile(mode: String) throws {
        let files = try ConnectedSFTP(scripted: [mode])
        try FileManager.default.createDirectory(
            atPath: files.directory.path("inner"), withIntermediateDirectories: false)
        let report = try files.sftp.get("/hostile", to: files.local("inner/target"), options: options)
        #expect(try FileManager.default.contentsOfDirectory(atPath: files.directory.path) == ["inner"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: files.directory.path("inner")) == ["target"])
        let target = files.directory.path("inner/target")
        #expect(
            report.problems.allSatisfy { $0.path?.hasPrefix("/hostile") == true || $0.path?.hasPrefix(target) == true })
        #expect(!report.problems.isEmpty || mode == "no-attributes" || mode == "link-loop")
        for (path, bytes) in try files.tree("inner/target") {
            let kind =
                try FileManager.default.attributesOfItem(
                    atPath: files.directory.path("inner/target/" + path))[.type] as? FileAttributeType
            if kind == .typeRegular { #expect(bytes == Array("hostile\n".utf8)) }
        }
        #expect(report.files + report.symbolicLinks > 0)
        // There the same names come twice.
        #expect(mode != "trap" || (report.files == 1 && report.directories == 1))
    }

    @Test("sftp.many-small-files: a thousand files go there and back")
    func many() throws {
        let files = try ConnectedSFTP()
        try FileManager.default.createDirectory(
            atPath: files.directory.path("from"), withIntermediateDirectories: false)
        for number in 0..<1000 { try files.directory.write(Array("file \(number)".utf8), to: "from/\(number)") }
        let put = try files.sftp.put(files.local("from"), to: files.path("there"), options: options)
        let get = try files.sftp.get(files.path("there"), to: files.local("back"), options: options)
        #expect((put.files, get.files) == (1000, 1000))
        #expect(try files.tree("back") == files.tree("from"))
    }

    @Test("sftp.interrupted-trees: a tree that is cut keeps its parts, and a second transfer completes it")
    func interrupted() throws {
        let fixture = try Fixture.shared.get()
        let files = try ConnectedSFTP()
        let content = try files.makeTree("from")
        var options = options
        options.resumes = true
        let peer = try PortServer(scripted: ["cut-reset", "900000"], before: fixture.sshd())
        let cut = try Session.loggedIn(to: peer.port).sftp()
        let error = failure { try cut.get(files.path("from"), to: files.local("to"), options: options) }
        #expect(error?.code.endsConnection == true)
        #expect(!files.isThere("to/one/two/large"))
        let report = try files.sftp.get(files.path("from"), to: files.local("to"), options: options)
        #expect(report.problems.isEmpty)
        #expect(try files.tree("to") == content)
    }
}
