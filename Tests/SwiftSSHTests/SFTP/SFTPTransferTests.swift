import Testing

@testable import SwiftSSH

@Suite("Files over SFTP")
struct SFTPTransferTests {
    @Test(
        "sftp.read: every byte of a file comes, whatever the size of file and block",
        arguments: [
            (0, 1000), (1, 1), (5, 100), (32768, 32768), (261_120, 261_120), (1_000_003, 7777), (3_000_000, 300_000),
        ])
    func read(size: Int, block: Int) throws {
        let files = try ConnectedSFTP()
        var random = Randomness(seed: 1)
        let content = random.bytes(size)
        try files.directory.write(content, to: "file")
        let handle = try files.sftp.open(files.path("file"))
        #expect(try handle.readToEnd(atOnce: block) == content)
        #expect(handle.position == UInt64(size))
        #expect(try handle.read(upTo: 10).isEmpty)
        try handle.close()
        try handle.close()
        #expect(handle.isClosed)
    }

    @Test(
        "sftp.write: every byte arrives, whatever the size of file and block",
        arguments: [
            (0, 1000), (1, 1), (32768, 32768), (1_000_003, 777), (3_000_000, 40_000), (20_000_000, 262_144),
        ])
    func write(size: Int, block: Int) throws {
        let files = try ConnectedSFTP()
        var random = Randomness(seed: 2)
        let content = random.bytes(size)
        let handle = try files.sftp.open(files.path("file"), [.write, .create, .truncate])
        var offset = 0
        while offset < size {
            offset += try handle.write(Array(content[offset..<min(size, offset + block)]))
        }
        #expect(handle.position == UInt64(size))
        try handle.close()
        #expect(try files.directory.read("file") == content)
    }

    @Test("A pipeline takes many requests of many files at a time")
    func pipeline() throws {
        let files = try ConnectedSFTP()
        let pipeline = SFTPPipeline(files.sftp)
        for number in 0..<300 {
            try pipeline.submit(.open(files.path("\(number)"), [.write, .create], SFTPAttributes()), tag: number)
        }
        var closed = 0
        while pipeline.underWay > 0 {
            for done in try pipeline.wait() {
                switch try done.reply() {
                case .handle(let handle):
                    let content = Array("file \(done.tag)".utf8)
                    try content.withUnsafeBytes { data in
                        try pipeline.submit(
                            .write(handle, offset: 0, count: data.count), tag: done.tag, data: data)
                    }
                    try pipeline.submit(.close(handle), tag: done.tag)
                case .status:
                    closed += 1
                default:
                    Issue.record("another reply")
                }
            }
        }
        #expect(closed == 600)
        #expect(try files.directory.read("299") == Array("file 299".utf8))
    }

    @Test("Names are listed")
    func list() throws {
        let files = try ConnectedSFTP()
        for number in 0..<500 { try files.directory.write([], to: "name \(number)") }
        let handle = try files.sftp.openDirectory(RemotePath(files.directory.path))
        #expect(try handle.remainingNames() == (0..<500).map { "name \($0)" }.sorted())
        try handle.close()
    }
}
