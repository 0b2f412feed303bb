import Glibc
import Testing

@testable import SwiftSSH

@Suite("Open files of SFTP")
struct SFTPHandleTests {
    @Test("sftp.seek: reading goes on wherever the reader goes, ahead or back")
    func seek() throws {
        let files = try ConnectedSFTP()
        var random = Randomness(seed: 5)
        let content = random.bytes(2_000_000)
        try files.directory.write(content, to: "file")
        let handle = try files.sftp.open(files.path("file"))
        for _ in 0..<100 {
            let position = Int.random(in: 0..<content.count, using: &random)
            handle.seek(to: UInt64(position))
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let start = Int(handle.position)
                let bytes = try handle.read(upTo: Int.random(in: 1...100_000, using: &random))
                #expect(Array(content[start..<start + bytes.count]) == bytes)
                #expect(!bytes.isEmpty || start == content.count)
            }
        }
        handle.seek(to: 3_000_000)
        #expect(try handle.read(upTo: 10).isEmpty)
        handle.seek(to: .max)
        #expect(failure(of: { try handle.read(upTo: 10) })?.code == .invalidArgument)
        #expect(failure(of: { try handle.write([1]) })?.code == .invalidArgument)
        handle.seek(to: 5)
        #expect(try handle.read(upTo: 3) == Array(content[5..<8]))
    }

    @Test("sftp.beyond-4-gib: positions and sizes beyond 4 GiB are right")
    func large() throws {
        let files = try ConnectedSFTP()
        let far: UInt64 = (5 << 30) + 12345
        let handle = try files.sftp.open(files.path("sparse"), [.read, .write, .create])
        handle.seek(to: far)
        try handle.write(Array("far away".utf8))
        #expect(handle.position == far + 8)
        #expect(try handle.attributes().size == far + 8)
        handle.seek(to: far - 3)
        #expect(try handle.read(upTo: 100) == [0, 0, 0] + Array("far away".utf8))
        #expect(try handle.read(upTo: 100).isEmpty)
        try handle.close()
        #expect(try files.sftp.stat(files.path("sparse")).size == far + 8)
    }

    @Test("One file is read and written in turn, and each sees the other")
    func readAndWrite() throws {
        let files = try ConnectedSFTP()
        let handle = try files.sftp.open(files.path("file"), [.read, .write, .create])
        for number in 0..<50 {
            let line = Array("line \(number)\n".utf8)
            handle.seek(to: UInt64(number * 20))
            for byte in line { try handle.write([byte]) }
            handle.seek(to: UInt64(number * 20))
            #expect(try handle.read(upTo: 20) == line)
            #expect(try files.sftp.stat(files.path("file")).size == UInt64(number * 20 + line.count))
        }
        try handle.setAttributes(SFTPAttributes(size: 4))
        handle.seek(to: 0)
        #expect(try handle.readToEnd() == Array("line".utf8))
        try handle.write(Array("s".utf8))
        try handle.close()
        #expect(try files.directory.read("file") == Array("lines".utf8))
    }

    @Test("What is appended stands at the end, in its order")
    func append() throws {
        let files = try ConnectedSFTP()
        try files.directory.write(Array("0\n".utf8), to: "file")
        let handle = try files.sftp.open(files.path("file"), [.write, .append])
        for number in 1...3000 { try handle.write(Array("\(number)\n".utf8)) }
        try handle.close()
        #expect(try files.directory.read("file") == Array("0\n".utf8) + numberedLines(3000))
    }

    @Test("Who reads on at the end gets what came meanwhile")
    func growing() throws {
        let files = try ConnectedSFTP()
        let writer = try files.sftp.open(files.path("log"), [.write, .create])
        let reader = try files.sftp.open(files.path("log"))
        for number in 0..<20 {
            #expect(try reader.read(upTo: 1000).isEmpty)
            try writer.write(Array("line \(number)\n".utf8))
            #expect(try reader.read(upTo: 1000) == Array("line \(number)\n".utf8))
        }
    }

    @Test("sftp.late-write-errors-are-told: by the next call or by close, once, and the file is closed")
    func writeErrors() throws {
        let files = try ConnectedSFTP()
        let flushed = try files.sftp.open("/dev/full", .write)
        try flushed.write([1, 2, 3])
        let error = failure(of: { try flushed.flush() })
        #expect(error?.code == .sftpProtocol && error?.sftpStatus == 4 && error?.path == "/dev/full")
        #expect(error?.message.contains("3 bytes at 0") == true)
        try flushed.flush()
        try flushed.close()
        let closed = try files.sftp.open("/dev/full", .write)
        try closed.write([1])
        #expect(failure(of: { try closed.close() })?.sftpStatus == 4)
        #expect(closed.isClosed)
        try closed.close()
        let written = try files.sftp.open("/dev/full", .write)
        let told = failure(of: { while true { try written.write([UInt8](repeating: 0, count: 10_000)) } })
        #expect(told?.sftpStatus == 4)
        let synchronized = try files.sftp.open("/dev/full", .write)
        try synchronized.write([1])
        #expect(failure(of: { try synchronized.synchronize() })?.sftpStatus == 4)
        let reading = try files.sftp.open("/dev/null", .read)
        try reading.write([1])
        #expect(failure(of: { try reading.close() })?.code == .sftpProtocol)
        #expect(try files.sftp.stat("/").isDirectory)
    }

    @Test("sftp.open-flags: files are made, emptied, and not taken where they are there already")
    func openFlags() throws {
        let files = try ConnectedSFTP()
        let path = files.path("file")
        #expect(failure(of: { try files.sftp.open(path, .write) })?.sftpStatus == 2)
        let made = try files.sftp.open(
            path, [.write, .create, .exclusive], attributes: SFTPAttributes(permissions: 0o600))
        try made.write([1, 2, 3])
        try made.close()
        #expect(try files.sftp.stat(path).permissions == 0o100600)
        #expect(failure(of: { try files.sftp.open(path, [.write, .create, .exclusive]) })?.sftpStatus == 4)
        let kept = try files.sftp.open(path, [.read, .write, .create])
        #expect(try kept.readToEnd() == [1, 2, 3])
        let emptied = try files.sftp.open(path, [.write, .truncate])
        #expect(try emptied.attributes().size == 0)
        #expect(failure(of: { try emptied.read(upTo: 1) })?.code == .sftpProtocol)
    }

    @Test("sftp.sync: what was flushed has reached the server, what was synchronized its disk")
    func sync() throws {
        let files = try ConnectedSFTP()
        let handle = try files.sftp.open(files.path("file"), [.write, .create])
        for number in 0..<100 { try handle.write(Array("\(number % 10)".utf8)) }
        try handle.flush()
        #expect(try files.directory.read("file").count == 100)
        for number in 0..<100 { try handle.write(Array("\(number % 10)".utf8)) }
        try handle.synchronize()
        #expect(try files.directory.read("file").count == 200)
    }

    @Test("sftp.closed-files-refuse: everything, and are closed again without an error")
    func closed() throws {
        let files = try ConnectedSFTP()
        try files.directory.write([], to: "file")
        let handle = try files.sftp.open(files.path("file"))
        #expect(failure(of: { try handle.readDirectory() })?.code == .badUse)
        try handle.close()
        try handle.close()
        #expect(failure(of: { try handle.read(upTo: 1) })?.code == .badUse)
        #expect(failure(of: { try handle.write([1]) })?.code == .badUse)
        #expect(failure(of: { try handle.flush() })?.code == .badUse)
        #expect(failure(of: { try handle.attributes() })?.code == .badUse)
        let directory = try files.sftp.openDirectory("/")
        #expect(failure(of: { try directory.read(upTo: 1) })?.code == .badUse)
        #expect(failure(of: { try directory.write([1]) })?.code == .badUse)
        try directory.close()
        #expect(failure(of: { try directory.readDirectory() })?.code == .badUse)
    }

    @Test("sftp.freed-files-are-closed: a file that nobody holds is closed on the server, with what was written")
    func letGo() throws {
        let files = try ConnectedSFTP()
        // More than the server has room for at a time.
        for number in 0..<1500 {
            let handle = try files.sftp.open(files.path("file"), [.write, .create, .truncate])
            try handle.write(Array("\(number)".utf8))
            if number % 2 == 0 { try handle.write(Array(" and more".utf8)) }
        }
        #expect(try files.sftp.stat(files.path("file")).size == 4)
        #expect(try files.directory.read("file") == Array("1499".utf8))
        for _ in 0..<1500 { _ = try files.sftp.openDirectory("/") }
    }

    @Test("sftp.listing: a hundred thousand names come")
    func listing() throws {
        let files = try ConnectedSFTP()
        _ = try files.session.output(
            of: "cd '\(files.directory.path)' && mkdir many && cd many && seq 1 100000 | xargs touch")
        let directory = try files.sftp.openDirectory(files.path("many"))
        var seen = Set<[UInt8]>()
        while let name = try directory.readDirectory() { seen.insert(name.filename) }
        #expect(seen.count == 100_002)
        #expect(try directory.readDirectory() == nil)
        try directory.close()
        _ = try files.session.output(of: "rm -r '\(files.directory.path)/many'")
    }
}
