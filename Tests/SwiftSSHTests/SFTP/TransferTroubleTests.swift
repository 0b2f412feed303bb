import Foundation
import Testing

@testable import SwiftSSH

@Suite("Copies that are lied to, ended, cut, and that meet each other")
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

    @Test("Copies by two threads go side by side on one SFTP session, and channels beside them")
    func sideBySide() throws {
        let files = try ConnectedSFTP()
        let content = try files.makeTree("from")
        let options = TransferOptions(isRecursive: true)
        let copies = (0..<4).map { number in
            Background {
                for round in 0..<3 {
                    let name = "copy \(number) \(round)"
                    let report =
                        number % 2 == 0
                        ? try files.sftp.get(files.path("from"), to: files.local(name), options: options)
                        : try files.sftp.put(files.local("from"), to: files.path(name), options: options)
                    #expect(report.problems.isEmpty && report.files == content.count, "\(report)")
                    #expect(try files.tree(name) == content)
                }
            }
        }
        let lines = String(decoding: numberedLines(200_000), as: UTF8.self)
        let reader = Background { () throws -> Void in
            for _ in 0..<5 {
                let output = try files.session.output(of: "seq 200000")
                #expect(output == lines)
            }
        }
        for copy in copies { try copy.value() }
        try reader.value()
    }

    @Test("Of copies to one name each is whole or refused, and none is written to afterwards")
    func sameTarget() throws {
        let files = try ConnectedSFTP()
        let content = numberedLines(60_000)
        try files.directory.write(content, to: "from")
        let failures = Collected<SSHError>()
        let copies = (0..<4).map { _ in
            Background {
                for _ in 0..<25 {
                    do {
                        try files.sftp.get(files.path("from"), to: files.local("to"))
                        #expect(try files.directory.read("to") == content)
                    } catch let error as SSHError {
                        failures.append(error)
                    }
                }
            }
        }
        for copy in copies { try copy.value() }
        #expect(failures.values.allSatisfy { $0.code == .file && $0.errno == EBUSY }, "\(failures.values)")
        #expect(failures.values.count < 100)
        #expect(try files.directory.read("to") == content)
        #expect(!files.isThere(files.part("to")))
    }

    @Test("Of copies to one name on the server each is whole or refused")
    func sameRemoteTarget() throws {
        let files = try ConnectedSFTP()
        let contents = (0..<4).map { [UInt8](repeating: UInt8(ascii: "a") + $0, count: 300_000) }
        for (number, content) in contents.enumerated() { try files.directory.write(content, to: "from \(number)") }
        let failures = Collected<SSHError>()
        let copies = contents.indices.map { number in
            Background {
                for _ in 0..<25 {
                    do {
                        try files.sftp.put(files.local("from \(number)"), to: files.path("to"))
                        #expect(try contents.contains(files.directory.read("to")))
                    } catch let error as SSHError {
                        failures.append(error)
                    }
                }
            }
        }
        for copy in copies { try copy.value() }
        #expect(failures.values.allSatisfy { $0.code == .file && $0.errno == EBUSY }, "\(failures.values)")
        #expect(failures.values.count < 100)
        #expect(!files.isThere(files.part("to")))
        try files.sftp.put(files.local("from 0"), to: files.path("to"))
        #expect(try files.directory.read("to") == contents[0])
    }

    @Test("A part that is at fault is removed before another copy may have its name")
    func faultyPart() throws {
        /// Cuts a file off when it is its turn.
        final class Shrinking: TransferItem {
            let transfer: Transfer
            let path: String

            init(_ transfer: Transfer, _ path: String) {
                self.transfer = transfer
                self.path = path
            }

            func start() {
                truncate(path, 3)
                transfer.schedule.end(self)
            }

            func goOn() {}
        }
        let files = try ConnectedSFTP()
        try files.directory.write([1, 2, 3, 4], to: "from")
        let transfer = Transfer(files.sftp, TransferOptions(), timeout: nil, progress: nil)
        let directory = try LocalDirectory(LocalPath(files.directory.path))
        let name = Array("from".utf8)
        // The last one begins first.
        transfer.schedule.add(file: Shrinking(transfer, files.directory.path("from")))
        transfer.schedule.add(
            file: UploadFile(transfer, directory, name, to: files.path("to"), follows: false) {
                transfer.schedule.add(
                    file: UploadFile(transfer, directory, name, to: files.path("to"), follows: false))
            })
        let report = try transfer.run()
        #expect(report.problems.count == 2 && report.files == 0)
        #expect(report.problems.first?.message.contains("shrunk") == true)
        #expect(report.problems.last?.errno == EBUSY)
        #expect(!files.isThere(files.part("to")) && !files.isThere("to"))
        try files.sftp.put(files.local("from"), to: files.path("to"))
        #expect(try files.directory.read("to") == [1, 2, 3])
    }

    @Test("sftp.names-of-parts: a file of the name that another one's part has is refused, and the other one is right")
    func namesOfParts() throws {
        let files = try ConnectedSFTP()
        let content = numberedLines(100_000)
        try FileManager.default.createDirectory(
            atPath: files.directory.path("from"), withIntermediateDirectories: false)
        try files.directory.write(content, to: "from/file")
        try files.directory.write([1, 2, 3], to: "from/" + files.part("file"))
        let options = TransferOptions(isRecursive: true)
        let got = try files.sftp.get(files.path("from"), to: files.local("got"), options: options)
        let sent = try files.sftp.put(files.local("from"), to: files.path("sent"), options: options)
        for (name, report) in [("got", got), ("sent", sent)] {
            #expect(try files.tree(name) == ["file": content])
            #expect(report.problems.count == 1 && report.files == 1)
            #expect(report.problems.first?.path?.hasSuffix(files.part("file")) == true)
        }
        var inPlace = options
        inPlace.writesInPlace = true
        try files.sftp.get(files.path("from"), to: files.local("both"), options: inPlace)
        #expect(try files.tree("both") == files.tree("from"))
    }

    @Test("sftp.names-of-parts: a part that is replaced meanwhile is not put into place")
    func replacedPart() throws {
        let scripted = try ScriptedGate(["late", "--on", "read", "--nth", "2"])
        let files = scripted.files
        try files.directory.write(numberedLines(100_000), to: "from")
        try files.directory.write([9], to: "to")
        let error = failure {
            try files.sftp.get(files.path("from"), to: files.local("to")) { progress in
                guard progress.bytes > 0, !files.isThere("own") else { return true }
                do {
                    try files.directory.write([1, 2, 3], to: "own")
                    try FileManager.default.removeItem(atPath: files.directory.path(files.part("to")))
                    try files.directory.write([1, 2, 3], to: files.part("to"))
                    try scripted.open()
                } catch {
                    Issue.record(error)
                }
                return true
            }
        }
        #expect(error?.code == .file && error?.errno == ESTALE)
        #expect(try files.directory.read("to") == [9])
        #expect(try files.directory.read(files.part("to")) == [1, 2, 3], "it is another one's")
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

    @Test("A copy to the server that is cut anywhere is finished by one that resumes")
    func cutUploads() throws {
        let directory = try TemporaryDirectory()
        let content = numberedLines(300_000)
        try directory.write(content, to: "from")
        for place in [6_000, 200_000, 600_001, 1_000_000, 1_900_000] {
            let peer = try PortServer(
                scripted: ["--upstream", "--faulty", "1", "cut-reset", "\(place)"],
                before: Fixture.shared.get().sshd())
            let target = RemotePath(directory.path("to \(place)"))
            var failures = 0
            for isLast in [false, true] {
                do {
                    let sftp = try Session.loggedIn(to: peer.port).sftp()
                    try sftp.put(LocalPath(directory.path("from")), to: target, options: Self.resuming)
                    #expect(isLast)
                } catch let error as SSHError {
                    failures += 1
                    #expect(error.code.endsConnection && !isLast)
                    #expect(!FileManager.default.fileExists(atPath: directory.path("to \(place)")))
                }
            }
            #expect(failures == 1)
            #expect(try directory.read("to \(place)") == content)
        }
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

    @Test("Directories are begun no further while many are open and files wait, and go on when none does")
    func openDirectories() {
        final class Item: TransferItem {
            var isBegun = false
            func start() { isBegun = true }
            func goOn() {}
        }
        let schedule = TransferSchedule(filesAtOnce: 1, bytesInFlight: 1)
        let (file, directory) = (Item(), Item())
        schedule.openDirectories = 1000
        schedule.add(file: file)
        schedule.add(directory: directory)
        schedule.advance()
        #expect(file.isBegun && !directory.isBegun)
        schedule.end(file)
        schedule.advance()
        #expect(directory.isBegun)
    }
}

/// The scripted server with a gate that its late replies wait for.
private struct ScriptedGate {
    let files: ConnectedSFTP
    private let path: String
    private let gate: TemporaryDirectory

    init(_ mode: [String]) throws {
        gate = try TemporaryDirectory()
        path = gate.path("gate")
        try #require(mkfifo(path, 0o600) == 0)
        files = try ConnectedSFTP(scripted: mode + ["--gate", path])
    }

    /// Lets the late replies go.
    func open() throws {
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.close()
    }
}
