import Foundation
import Testing

@testable import SwiftSSH

@Suite("Copies that meet each other")
struct TransferMeetingTests {
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
