import Foundation
import Testing

@testable import SwiftSSH

@Suite("Copying a file over SFTP")
struct TransferTests {
    @Test(
        "sftp.get: a file comes whole, with its permissions and times",
        arguments: [0, 1, 261_120, 3_000_001])
    func get(size: Int) throws {
        let files = try ConnectedSFTP()
        var random = Randomness(seed: 4)
        let content = random.bytes(size)
        try files.directory.write(content, to: "from", mode: 0o640)
        try files.setModification("from", 1_000_000_000)
        try files.directory.write([9], to: "to")
        let report = try files.sftp.get(files.path("from"), to: files.local("to"))
        #expect(report == TransferReport(files: 1, bytes: UInt64(size)))
        #expect(try files.directory.read("to") == content)
        #expect(try files.facts("to") == (0o640, 1_000_000_000))
        #expect(!files.isThere(files.part("to")))
    }

    @Test(
        "sftp.put: a file goes whole, with its permissions and times",
        arguments: [0, 1, 261_120, 3_000_001])
    func put(size: Int) throws {
        let files = try ConnectedSFTP()
        var random = Randomness(seed: 5)
        let content = random.bytes(size)
        try files.directory.write(content, to: "from", mode: 0o440)
        try files.setModification("from", 1_000_000_000)
        try files.directory.write([9], to: "to")
        let report = try files.sftp.put(files.local("from"), to: files.path("to"))
        #expect(report == TransferReport(files: 1, bytes: UInt64(size)))
        #expect(try files.directory.read("to") == content)
        #expect(try files.facts("to") == (0o440, 1_000_000_000))
        #expect(!files.isThere(files.part("to")))
    }

    @Test("sftp.transfer-of-sparse-files: holes are neither sent nor written, and the size is kept")
    func sparse() throws {
        let files = try ConnectedSFTP()
        let path = files.directory.path("sparse")
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        let size: UInt64 = 5 << 30
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seek(toOffset: 1 << 30)
        try file.write(contentsOf: Data("in the middle".utf8))
        try file.truncate(atOffset: size)
        try file.close()
        let report = try files.sftp.put(LocalPath(path), to: files.path("sent"))
        #expect(report.bytes == size)
        let attributes = try files.sftp.stat(files.path("sent"))
        #expect(attributes.size == size)
        let sent = try files.sftp.open(files.path("sent"))
        sent.seek(to: 1 << 30)
        #expect(try sent.read(upTo: 13) == Array("in the middle".utf8))

        let zeros = [UInt8](repeating: 0, count: 2_000_000)
        try files.directory.write(zeros, to: "zeros")
        try files.sftp.get(files.path("zeros"), to: files.local("came"))
        #expect(try files.directory.read("came") == zeros)
        var status = stat()
        #expect(stat(files.directory.path("came"), &status) == 0 && status.st_blocks == 0)
    }

    @Test("sftp.files-without-a-size: a file whose size is 0 and that has bytes all the same is read to its end")
    func withoutSize() throws {
        let files = try ConnectedSFTP()
        try files.sftp.get("/proc/version", to: files.local("version"))
        #expect(try files.directory.read("version").starts(with: Array("Linux".utf8)))
    }

    @Test("sftp.progress: bytes, total and name are told, the end of it too, and a refusal ends the transfer")
    func progress() throws {
        let files = try ConnectedSFTP()
        try files.directory.write([UInt8](repeating: 7, count: 9_000_000), to: "from")
        var told: [TransferProgress] = []
        try files.sftp.get(files.path("from"), to: files.local("to")) { progress in
            told.append(progress)
            return true
        }
        #expect(told.last == TransferProgress(bytes: 9_000_000, total: 9_000_000, name: files.path("from")))
        #expect(told.allSatisfy { $0.total == 9_000_000 || $0.bytes == 0 })
        #expect(zip(told, told.dropFirst()).allSatisfy { $0.bytes <= $1.bytes })

        let error = failure { try files.sftp.put(files.local("from"), to: files.path("other")) { _ in false } }
        #expect(error?.code == .cancelled)
        #expect(!files.isThere("other"))
        #expect(try files.sftp.exists(files.path("to")))
    }

    @Test("sftp.resume: a part is gone on from when its end agrees, and begun anew when it does not")
    func resume() throws {
        let files = try ConnectedSFTP()
        var random = Randomness(seed: 6)
        let content = random.bytes(2_000_000)
        try files.directory.write(content, to: "from")
        let options = TransferOptions(resumes: true)
        for (beginning, copied) in [
            (Array(content[..<1_200_000]), 800_000), ([UInt8](repeating: 1, count: 1_200_000), 2_000_000),
        ] {
            try files.directory.write(beginning, to: files.part("got"))
            let got = try files.sftp.get(files.path("from"), to: files.local("got"), options: options)
            #expect(got == TransferReport(files: 1, bytes: UInt64(copied)))
            #expect(try files.directory.read("got") == content)
            try FileManager.default.removeItem(atPath: files.directory.path("got"))

            try files.directory.write(beginning, to: files.part("sent"))
            let sent = try files.sftp.put(files.local("from"), to: files.path("sent"), options: options)
            #expect(sent == TransferReport(files: 1, bytes: UInt64(copied)))
            #expect(try files.directory.read("sent") == content)
            try FileManager.default.removeItem(atPath: files.directory.path("sent"))
        }
        try files.sftp.get(files.path("from"), to: files.local("got"), options: options)
        let again = try files.sftp.get(files.path("from"), to: files.local("got"), options: options)
        #expect(again == TransferReport(unchangedFiles: 1))
        let back = try files.sftp.put(files.local("got"), to: files.path("from"), options: options)
        #expect(back == TransferReport(unchangedFiles: 1))
    }

    @Test("sftp.local-trouble: what this machine refuses has path and errno, and nothing stands under the final name")
    func localTrouble() throws {
        let files = try ConnectedSFTP()
        try files.directory.write([UInt8](repeating: 7, count: 100_000), to: "from")
        try FileManager.default.createDirectory(
            atPath: files.directory.path("directory"), withIntermediateDirectories: false)
        let full = TransferOptions(writesInPlace: true)
        let cases: [(LocalPath, TransferOptions, Int32)] = [
            (files.local("directory"), TransferOptions(), EISDIR),
            (files.local("missing/to"), TransferOptions(), ENOENT),
            ("/dev/full", full, ENOSPC), ("/proc/nothing", TransferOptions(), ENOENT),
        ]
        for (target, options, errno) in cases {
            let error = failure { try files.sftp.get(files.path("from"), to: target, options: options) }
            #expect(error?.code == .file)
            #expect(error?.errno == errno, "\(target)")
            #expect(error?.path?.isEmpty == false)
        }
        let device = failure { try files.sftp.get(files.path("from"), to: "/dev/null") }
        #expect(device?.code == .file)
        for source in ["directory", "missing"] {
            let error = failure { try files.sftp.put(files.local(source), to: files.path("to")) }
            #expect(error?.code == .file)
            #expect(!files.isThere("to"))
        }
        #expect(!files.isThere(files.part("to")))
        try files.sftp.get(files.path("from"), to: files.local("good"))
    }

    @Test("sftp.directory-in-the-way: told before any of a long file is sent or fetched")
    func directoryInTheWay() throws {
        let files = try ConnectedSFTP()
        try files.directory.write([UInt8](repeating: 7, count: 3_000_000), to: "from")
        try FileManager.default.createDirectory(
            atPath: files.directory.path("directory"), withIntermediateDirectories: false)
        let moved = Collected<UInt64>()
        let note = { (progress: TransferProgress) in
            moved.append(progress.bytes)
            return true
        }
        let got = failure { try files.sftp.get(files.path("from"), to: files.local("directory"), progress: note) }
        #expect(got?.errno == EISDIR)
        let put = failure { try files.sftp.put(files.local("from"), to: files.path("directory"), progress: note) }
        #expect(put?.code == .file)
        #expect(put?.message.contains("a directory has that name") == true)
        #expect(moved.values.allSatisfy { $0 == 0 })
        try files.directory.write([7], to: "short")
        let short = failure { try files.sftp.put(files.local("short"), to: files.path("directory")) }
        #expect(short?.message.contains("a directory has that name") == true)
        #expect(!files.isThere(files.part("directory")))
    }

    @Test("sftp.no-size: a file of the kernel's is not copied as an empty one")
    func noSize() throws {
        let files = try ConnectedSFTP()
        let put = failure { try files.sftp.put("/proc/self/status", to: files.path("status")) }
        #expect(put?.code == .file)
        #expect(put?.message.contains("has no size") == true)
        #expect(!files.isThere("status"))
    }

    @Test("sftp.remote-trouble: what the server refuses has its status, its words and the path")
    func remoteTrouble() throws {
        let files = try ConnectedSFTP()
        try files.directory.write([1], to: "from")
        let missing = failure { try files.sftp.get(files.path("missing"), to: files.local("to")) }
        #expect(missing?.sftpStatus == 2)
        #expect(missing?.path == files.path("missing").description)
        #expect(!files.isThere("to") && !files.isThere(files.part("to")))
        let nowhere = failure { try files.sftp.put(files.local("from"), to: files.path("none/to")) }
        #expect(nowhere?.sftpStatus == 2)
        let directory = failure { try files.sftp.get(RemotePath(files.directory.path), to: files.local("to")) }
        #expect(directory?.code == .file)
        try FileManager.default.createDirectory(
            atPath: files.directory.path("directory"), withIntermediateDirectories: false)
        #expect(failure { try files.sftp.put(files.local("from"), to: files.path("directory")) }?.sftpStatus != nil)
        #expect(!files.isThere(files.part("directory")))
        let null = RemotePath(bytes: [0x61, 0, 0x62])
        #expect(failure { try files.sftp.get(null, to: files.local("to")) }?.code == .invalidArgument)
    }

    @Test("sftp.shrinking-file-is-told: a file that ends before its size is an error, and no file")
    func shrinking() throws {
        let files = try ConnectedSFTP(scripted: ["early-eof", "--nth", "2"])
        try files.directory.write([UInt8](repeating: 7, count: 900_000), to: "from")
        let error = failure { try files.sftp.get(files.path("from"), to: files.local("to")) }
        #expect(error?.code == .file)
        #expect(error?.message.contains("shrunk") == true)
        #expect(!files.isThere("to") && !files.isThere(files.part("to")))
    }

    @Test(
        "sftp.odd-servers: a server without extensions, with short data or another order gives and takes the same file",
        arguments: ["no-extensions", "no-posix-rename", "shorter-data", "reordered", "limits-one", "no-text"])
    func oddServers(mode: String) throws {
        let files = try ConnectedSFTP(scripted: [mode])
        var random = Randomness(seed: 7)
        let content = random.bytes(mode == "limits-one" ? 20_000 : 700_000)
        try files.directory.write(content, to: "from")
        try files.directory.write([1], to: "sent")
        try files.sftp.get(files.path("from"), to: files.local("got"))
        #expect(try files.directory.read("got") == content)
        try files.sftp.put(files.local("from"), to: files.path("sent"))
        #expect(try files.directory.read("sent") == content)
    }
}
