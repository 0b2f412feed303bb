import Foundation
import Testing

@testable import SwiftSSH

@Suite("Copies that are lied to, ended, and that fail")
struct TransferTroubleTests {
    private static let resuming = TransferOptions(resumes: true)

    /// The descriptors of all processes that are of what is in the directory; a process that another test is just starting has
    /// copies of this one's, until it runs its program.
    private func descriptors(in directory: TemporaryDirectory, ofAll: Bool = true) -> [String] {
        let manager = FileManager.default
        let processes = ofAll ? ((try? manager.contentsOfDirectory(atPath: "/proc")) ?? []) : ["self"]
        return processes.filter { $0 == "self" && !ofAll || Int($0) != nil }.flatMap { process in
            ((try? manager.contentsOfDirectory(atPath: "/proc/\(process)/fd")) ?? []).compactMap { number in
                let target = try? manager.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/\(number)")
                return target.flatMap { $0.hasPrefix(directory.path + "/") ? $0 : nil }
            }
        }
    }

    @Test(
        "sftp.shrinking-file-is-told: a size that no file has is no reason to believe in the end that comes",
        arguments: [900_001, UInt64(1) << 63, .max])
    func lyingSize(size: UInt64) throws {
        let files = try ConnectedSFTP(scripted: ["size", "--on", "stat", "--value", "\(size)"])
        try files.directory.write(numberedLines(100_000), to: "from")
        for options in [TransferOptions(), Self.resuming] {
            let error = failure {
                try files.sftp.get(files.path("from"), to: files.local("to"), options: options) { $0.total >= $0.bytes }
            }
            #expect(error?.code == .file && error?.message.contains("shrunk") == true)
            #expect(!files.isThere("to") && !files.isThere(files.part("to")))
        }
    }

    @Test("A file that grows while it is copied comes and goes as far as it was there at first")
    func growing() throws {
        let files = try ConnectedSFTP()
        let lines = numberedLines(700_000)
        let beginning = 1_000_000
        try files.directory.write(Array(lines[..<beginning]), to: "from")
        let path = files.directory.path("from")
        let writer = Background {
            let file = try #require(FileHandle(forWritingAtPath: path))
            try file.seekToEnd()
            for start in stride(from: beginning, to: lines.count, by: 10_000) {
                try file.write(contentsOf: Data(lines[start..<min(start + 10_000, lines.count)]))
            }
            try file.close()
        }
        for _ in 0..<5 {
            let got = try files.sftp.get(files.path("from"), to: files.local("got"))
            let sent = try files.sftp.put(files.local("from"), to: files.path("sent"))
            for (name, report) in [("got", got), ("sent", sent)] {
                let content = try files.directory.read(name)
                #expect(UInt64(content.count) == report.bytes && content.count >= beginning)
                #expect(lines.starts(with: content))
            }
        }
        try writer.value()
    }

    @Test(
        "sftp.cancelled-transfers: the part stays and is gone on from, and nothing stays open on either side",
        arguments: [true, false])
    func cancelled(isDownload: Bool) throws {
        let scripted = try ScriptedGate(["late", "--on", isDownload ? "read" : "write", "--nth", "3"])
        let files = scripted.files
        let content = numberedLines(200_000)
        try files.directory.write(content, to: "from")
        func copy(_ progress: ((TransferProgress) -> Bool)? = nil) throws(SSHError) -> TransferReport {
            isDownload
                ? try files.sftp.get(
                    files.path("from"), to: files.local("to"), options: Self.resuming, progress: progress)
                : try files.sftp.put(
                    files.local("from"), to: files.path("to"), options: Self.resuming, progress: progress)
        }
        let error = failure { try copy { $0.bytes < 400_000 } }
        #expect(error?.code == .cancelled)
        #expect(!files.isThere("to"))
        #expect(try content.starts(with: files.directory.read(files.part("to"))))
        // The server has answered what came behind: what was to be closed is closed.
        _ = try files.sftp.stat("/")
        #expect(comesToHold { descriptors(in: files.directory) == [] }, "\(descriptors(in: files.directory))")
        try scripted.open()
        let report = try copy()
        #expect(report.files == 1 && report.bytes < UInt64(content.count))
        #expect(try files.directory.read("to") == content)
        #expect(!files.isThere(files.part("to")))
    }

    @Test(
        "Whichever request of a file's end fails, nothing has its name", arguments: ["write", "fsetstat", "close"])
    func failingEnd(request: String) throws {
        let files = try ConnectedSFTP(scripted: ["status", "--on", request, "--value", "4"])
        try files.directory.write([1, 2, 3], to: "from")
        let error = failure { try files.sftp.put(files.local("from"), to: files.path("to")) }
        #expect(error?.sftpStatus == SFTPStatus.failure.rawValue)
        _ = try files.sftp.stat("/")
        #expect(!files.isThere("to") && !files.isThere(files.part("to")))
    }

    @Test("A file does not get its name before all that was written to it is acknowledged")
    func lateAcknowledgement() throws {
        let scripted = try ScriptedGate(["late", "--on", "write"])
        let files = scripted.files
        try files.directory.write([1, 2, 3], to: "from")
        try files.setModification("from", 1_000_000_000)
        let copy = Background { try files.sftp.put(files.local("from"), to: files.path("to")) }
        let part = files.path(files.part("to"))
        // The time is set after the write, and the close is answered before what is asked after that.
        while (try? files.sftp.stat(part))?.times?.modification != 1_000_000_000 {}
        for _ in 0..<20 { _ = try files.sftp.stat(part) }
        try scripted.open()
        #expect(try copy.value().bytes == 3)
        #expect(try files.directory.read("to") == [1, 2, 3])
    }

    @Test(
        "sftp.odd-servers: on others than OpenSSH's files go there and back, and a part with a gap is not gone on from",
        arguments: ["asyncssh_server", "paramiko_server"])
    func otherServers(server: String) throws {
        let fixture = try Fixture.shared.get()
        let directory = try TemporaryDirectory()
        let process = try PortServer([fixture[server], fixture["directory"]])
        let sftp = try Session.loggedIn(to: process.port).sftp()
        let content = numberedLines(300_000)
        try directory.write(content, to: "from")
        try directory.write([9], to: "there")
        var part = Array(content[..<1_200_000])
        part.replaceSubrange(600_000..<700_000, with: [UInt8](repeating: 0, count: 100_000))
        try directory.write(part, to: "there.swiftssh.part")
        let (from, there) = (LocalPath(directory.path("from")), RemotePath(directory.path("there")))
        try sftp.put(from, to: there, options: Self.resuming)
        #expect(try directory.read("there") == content)
        try sftp.get(there, to: LocalPath(directory.path("back")))
        #expect(try directory.read("back") == content)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() == ["back", "from", "there"])
    }

    @Test("sftp.shrinking-file-is-told: also where it is one of this machine, cut off while it is sent")
    func shrinkingUpload() throws {
        let files = try ConnectedSFTP()
        try files.directory.write(numberedLines(300_000), to: "from")
        try files.directory.write([9], to: "to")
        let error = failure {
            // Told first when the file has been opened and its size is known.
            try files.sftp.put(files.local("from"), to: files.path("to")) { _ in
                truncate(files.directory.path("from"), 1_000_000) == 0
            }
        }
        #expect(error?.code == .file && error?.message.contains("shrunk") == true)
        #expect(error?.path == files.directory.path("from"))
        #expect(try files.directory.read("to") == [9])
        _ = try files.sftp.stat("/")
        #expect(!files.isThere(files.part("to")))
    }

    @Test(
        "sftp.vanished-files: a file that goes before its turn is told by name, and the rest comes and goes",
        arguments: [true, false])
    func vanishing(isDownload: Bool) throws {
        let scripted = try ScriptedGate(["late", "--on", isDownload ? "read" : "write", "--nth", "2"])
        let files = scripted.files
        try FileManager.default.createDirectory(
            atPath: files.directory.path("from"), withIntermediateDirectories: false)
        let content = numberedLines(10_000)
        for name in ["a", "b", "c"] { try files.directory.write(content, to: "from/" + name) }
        let options = TransferOptions(isRecursive: true, filesAtOnce: 1)
        var gone: [String] = []
        // The first file is whole, the second one waits at the gate, the third one has not begun.
        let vanish = { (progress: TransferProgress) in
            guard progress.bytes >= UInt64(content.count), gone.isEmpty else { return true }
            let first = String(progress.name.description.suffix(1))
            let target = (try? files.tree("to")) ?? [:]
            let waiting = ["a", "b", "c"].filter { $0 != first && target[$0] == nil && target[files.part($0)] == nil }
            guard waiting.count == 1 else { return true }
            gone = waiting
            unlink(files.directory.path("from/" + waiting[0]))
            return (try? scripted.open()) != nil
        }
        let report =
            isDownload
            ? try files.sftp.get(files.path("from"), to: files.local("to"), options: options, progress: vanish)
            : try files.sftp.put(files.local("from"), to: files.path("to"), options: options, progress: vanish)
        let name = try #require(gone.first)
        #expect(gone.count == 1 && report.files == 2 && report.problems.count == 1)
        #expect(report.problems.first?.path == files.directory.path("from/" + name))
        #expect(report.problems.first?.errno == ENOENT || report.problems.first?.sftpStatus == 2)
        let rest = Dictionary(uniqueKeysWithValues: ["a", "b", "c"].filter { $0 != name }.map { ($0, content) })
        #expect(try files.tree("to") == rest)
    }

    @Test("Fifty transfers that fail leave no descriptor open, here or on the server")
    func leavesNothing() throws {
        let files = try ConnectedSFTP(scripted: ["early-eof", "--from", "1"])
        try files.directory.write(numberedLines(100_000), to: "from")
        try FileManager.default.createDirectory(
            atPath: files.directory.path("directory"), withIntermediateDirectories: false)
        try files.directory.write([1], to: "directory/file")
        let tree = TransferOptions(isRecursive: true)
        for _ in 0..<10 {
            #expect(failure { try files.sftp.get(files.path("from"), to: files.local("to")) }?.code == .file)
            #expect(failure { try files.sftp.get(files.path("none"), to: files.local("to")) }?.sftpStatus == 2)
            #expect(failure { try files.sftp.get(files.path("from"), to: files.local("directory")) }?.errno == EISDIR)
            #expect(failure { try files.sftp.put(files.local("from"), to: files.path("no/to")) }?.sftpStatus == 2)
            let report = try files.sftp.get(files.path("directory"), to: files.local("copy"), options: tree)
            #expect(report.problems.count == 1)
        }
        _ = try files.sftp.stat("/")
        #expect(comesToHold { descriptors(in: files.directory) == [] }, "\(descriptors(in: files.directory))")
    }

    @Test("sftp.remote-trouble: hundreds of files that the server refuses are told by name, and the rest comes")
    func refusals() throws {
        let files = try ConnectedSFTP(scripted: ["status", "--on", "open", "--from", "101", "--value", "3"])
        try FileManager.default.createDirectory(
            atPath: files.directory.path("from"), withIntermediateDirectories: false)
        for number in 0..<400 { try files.directory.write(Array("file \(number)".utf8), to: "from/\(number)") }
        let report = try files.sftp.get(
            files.path("from"), to: files.local("to"), options: TransferOptions(isRecursive: true))
        #expect(report.files == 100 && report.problems.count == 300 && report.directories == 1)
        #expect(report.problems.allSatisfy { $0.sftpStatus == 3 })
        let refused = Set(report.problems.compactMap { $0.path })
        let came = try files.tree("to")
        #expect(refused.count == 300 && came.count == 100)
        for (name, content) in came {
            #expect(content == Array("file \(name)".utf8))
            #expect(!refused.contains(files.path("from/\(name)").description))
        }
    }

    @Test("sftp.remote-trouble: a directory is not removed to make way for a file")
    func directoryInTheWay() throws {
        let files = try ConnectedSFTP(scripted: ["no-posix-rename"])
        try files.directory.write([1], to: "from")
        try FileManager.default.createDirectory(
            atPath: files.directory.path("directory"), withIntermediateDirectories: false)
        #expect(failure { try files.sftp.put(files.local("from"), to: files.path("directory")) }?.sftpStatus != nil)
        #expect(files.isThere("directory") && !files.isThere(files.part("directory")))
    }
}
