import Glibc
import Testing

@testable import SwiftSSH

@Suite("Waiting for SFTP")
struct SFTPWaitingTests {
    @Test("sftp.non-blocking: the caller's poll loop drives every call, and files come and go whole")
    func nonBlocking() throws {
        let directory = try TemporaryDirectory()
        let connected = try ConnectedSession.loggedIn()
        var loop = PollLoop(connected.session)
        let sftp = try loop { () throws(SSHError) in try connected.session.sftp() }
        var random = Randomness(seed: 6)
        let content = random.bytes(3_000_000)
        let path = RemotePath(directory.path("file"))
        let writer = try loop { () throws(SSHError) in try sftp.open(path, [.write, .create]) }
        var offset = 0
        while offset < content.count {
            let block = Array(content[offset..<min(content.count, offset + 50_000)])
            offset += try loop { () throws(SSHError) in try writer.write(block) }
        }
        try loop { () throws(SSHError) in try writer.synchronize() }
        try loop { () throws(SSHError) in try writer.close() }
        #expect(try directory.read("file") == content)
        let reader = try loop { () throws(SSHError) in try sftp.open(path) }
        var bytes: [UInt8] = []
        while true {
            let more = try loop { () throws(SSHError) in try reader.read(upTo: 50_000) }
            if more.isEmpty { break }
            bytes += more
        }
        #expect(bytes == content)
        #expect(try loop { () throws(SSHError) in try reader.attributes() }.size == 3_000_000)
        #expect(try loop { () throws(SSHError) in try sftp.stat(path) }.size == 3_000_000)
        #expect(throws: SSHError.self) { try loop { () throws(SSHError) in try sftp.stat("/missing") } }
        let listing = try loop { () throws(SSHError) in try sftp.openDirectory(RemotePath(directory.path)) }
        var names: [String] = []
        while let name = try loop({ () throws(SSHError) in try listing.readDirectory() }) {
            names.append(String(decoding: name.filename, as: UTF8.self))
        }
        // Some kernels list a name again when the directory has just been brought to the disk.
        #expect(Set(names) == [".", "..", "file"])
        try loop { () throws(SSHError) in try reader.close() }
        try loop { () throws(SSHError) in try sftp.shutdown() }
        #expect(loop.waits > 0)
    }

    @Test("sftp.threads: eight threads write and read eight files of one SFTP session at once")
    func threads() throws {
        let files = try ConnectedSFTP()
        let sftp = files.sftp
        let threads = (0..<8).map { number in
            let path = files.path("file \(number)")
            return Background {
                var random = Randomness(seed: UInt64(number))
                let content = random.bytes(2_000_000 + number)
                let writer = try sftp.open(path, [.write, .create])
                var offset = 0
                while offset < content.count {
                    let count = Int.random(in: 1...100_000, using: &random)
                    offset += try writer.write(Array(content[offset..<min(content.count, offset + count)]))
                }
                try writer.close()
                let reader = try sftp.open(path)
                let bytes = try reader.readToEnd(atOnce: 10_000 * (number + 1))
                for _ in 0..<50 { _ = try sftp.stat(path) }
                try reader.close()
                return bytes == content
            }
        }
        for thread in threads { #expect(try thread.value()) }
    }

    @Test("sftp.threads: four threads read one file, and each byte comes once")
    func sharedHandle() throws {
        let files = try ConnectedSFTP()
        try files.directory.write(numberedLines(200_000), to: "file")
        let handle = try files.sftp.open(files.path("file"))
        let threads = (0..<4).map { number in
            Background {
                var count = 0
                var sum = 0
                while true {
                    let bytes = try handle.read(upTo: 1000 * (number + 1))
                    if bytes.isEmpty { return [count, sum] }
                    count += bytes.count
                    sum += bytes.reduce(0) { $0 + Int($1) }
                }
            }
        }
        let totals = try threads.map { try $0.value() }
        let content = numberedLines(200_000)
        #expect(totals.reduce(0) { $0 + $1[0] } == content.count)
        #expect(totals.reduce(0) { $0 + $1[1] } == content.reduce(0) { $0 + Int($1) })
    }

    @Test("A server that falls silent gives TIMEOUT to every call")
    func stall() throws {
        let fixture = try Fixture.shared.get()
        let peer = try PortServer(scripted: ["stall", "400000"], before: fixture.sshd())
        let directory = try TemporaryDirectory()
        try directory.write([UInt8](repeating: 1, count: 3_000_000), to: "file")
        let session = try Session.loggedIn(to: peer.port)
        let sftp = try session.sftp()
        let handle = try sftp.open(RemotePath(directory.path("file")))
        let other = try sftp.open(RemotePath(directory.path("other")), [.write, .create])
        session.timeout = .milliseconds(500)
        var bytes: [UInt8] = []
        // Before it falls silent it may only be slow.
        var isSilent = false
        repeat {
            isSilent = peer.hasSaid("STALLED")
            let (more, error) = handle.readToFailure()
            bytes += more
            try #require(error?.code == .timeout && error?.path == directory.path("file"))
        } while !isSilent
        #expect(bytes.allSatisfy { $0 == 1 } && bytes.count < 400_000)
        #expect(failure(of: { try sftp.stat("/") })?.code == .timeout)
        #expect(failure(of: { try handle.close() })?.code == .timeout)
        #expect(
            failure(of: { while true { try other.write([UInt8](repeating: 0, count: 100_000)) } })?.code == .timeout)
        #expect(failure(of: { try other.flush() })?.code == .timeout)
    }

    @Test("A reply that comes too late is dropped, and a file that it opens is closed")
    func givesUp() throws {
        let files = try ConnectedSFTP()
        try files.directory.write([1], to: "file")
        // More than the server has room for at a time.
        for _ in 0..<1200 {
            do throws(SSHError) {
                _ = try files.sftp.open(files.path("file"), timeout: .zero)
            } catch {
                #expect(error.code == .timeout)
            }
        }
        #expect(try files.sftp.open(files.path("file")).readToEnd() == [1])
        #expect(try files.sftp.stat(files.path("file")).size == 1)
    }

    @Test("sftp.bytes-in-flight: fewer than have been gathered may be under way from now on, and all arrives")
    func fewerThanGathered() throws {
        try overWire { wire, session in
            let sftp = try session.sftp()
            let directory = try TemporaryDirectory()
            let file = try sftp.open(RemotePath(directory.path("file")), [.write, .create])
            let content = numberedLines(20_000)
            wire.isHeld = true
            // The first is under way, and nothing of it acknowledged: all that follow are gathered.
            for block in 0..<100 { try file.write(Array(content[block * 1024..<(block + 1) * 1024])) }
            sftp.bytesInFlight = 256 << 10
            try file.write(Array(content[102_400..<103_424]))
            wire.isHeld = false
            try file.write(Array(content[103_424...]))
            try file.close()
            #expect(try directory.read("file") == content)
        }
    }

    @Test("sftp.eagain: a call that would wait says so, and calls that wait side by side have their own answers")
    func again() throws { try overWire { try again($0, $1) } }

    private func again(_ wire: Wire, _ session: Session) throws {
        let sftp = try session.sftp()
        let directory = try TemporaryDirectory()
        try directory.write([1], to: "one")
        try directory.write([1, 2], to: "two")
        let paths = ["one", "two", "none"].map { RemotePath(directory.path($0)) }
        var loop = PollLoop(session)
        wire.isHeld = true
        for path in paths { #expect(failure(of: { try sftp.stat(path) })?.code == .again) }
        #expect(session.lastError == nil && sftp.lastStatus == .ok)
        wire.isHeld = false
        #expect(try loop { () throws(SSHError) in try sftp.stat(paths[1]) }.size == 2)
        #expect(try loop { () throws(SSHError) in try sftp.stat(paths[0]) }.size == 1)
        let missing = failure(of: { try loop { () throws(SSHError) in try sftp.stat(paths[2]) } })
        #expect(missing?.sftpStatus == 2)
    }
}
