import Glibc
import Testing

@testable import SwiftSSH

@Suite("SCP")
struct SCPTests {
    private let directory: TemporaryDirectory
    private let connected: ConnectedSession
    private var session: Session { connected.session }

    init() throws {
        directory = try TemporaryDirectory()
        connected = try ConnectedSession.loggedIn()
    }

    private func status(_ name: String) throws -> stat {
        var status = stat()
        try #require(stat(directory.path(name), &status) == 0)
        return status
    }

    private func setTimes(_ name: String, modified: Int, accessed: Int) throws {
        let times = [timeval(tv_sec: accessed, tv_usec: 0), timeval(tv_sec: modified, tv_usec: 0)]
        try #require(utimes(directory.path(name), times) == 0)
    }

    private func content(_ count: Int) -> [UInt8] {
        var random = Randomness(seed: UInt64(count))
        return random.bytes(count)
    }

    @Test(
        "scp.receive: a file comes whole, with its size, permissions and times",
        arguments: [(0, 0o644), (1, 0o600), (2, 0o755), (32768, 0o4711), (5_000_000, 0o640)])
    func receive(size: Int, mode: Int) throws {
        let expected = content(size)
        try directory.write(expected, to: "file")
        chmod(directory.path("file"), mode_t(mode))
        try setTimes("file", modified: 1_500_000_000, accessed: 1_600_000_000)
        let (channel, information) = try session.scpReceive(path: directory.path("file"))
        #expect(information.size == Int64(size))
        #expect(information.mode == UInt32(mode))
        #expect(information.modificationTime == 1_500_000_000)
        #expect(information.accessTime == 1_600_000_000)
        // The same twice: whoever reads only what was announced has all of it, and whoever reads on finds the end.
        #expect(try channel.readToEnd(atOnce: 100_000) == expected)
        #expect(try channel.read(upTo: 10).isEmpty)
        try channel.sendEOF()
        try channel.waitEOF()
        #expect(channel.isAtEnd)
        try channel.close()
        #expect(try channel.waitExit() == .exited(0))
    }

    @Test("scp.receive: as many bytes as were announced are all there is to read")
    func receiveByCount() throws {
        let expected = content(70_000)
        try directory.write(expected, to: "file")
        let (channel, information) = try session.scpReceive(path: directory.path("file"))
        var bytes: [UInt8] = []
        while bytes.count < Int(information.size) {
            bytes += try channel.read(upTo: min(1000, Int(information.size) - bytes.count))
        }
        #expect(bytes == expected)
        // The end comes without another word from this side.
        #expect(try channel.waitExit() == .exited(0))
    }

    @Test("scp.receive-beyond-4-gib: the size of a huge file is told")
    func huge() throws {
        try directory.write([], to: "huge")
        let size: Int64 = 5 << 30
        try #require(truncate(directory.path("huge"), Int(size)) == 0)
        let (channel, information) = try session.scpReceive(path: directory.path("huge"))
        #expect(information.size == size)
        #expect(try channel.read(upTo: 1000) == [UInt8](repeating: 0, count: 1000))
        try channel.close()
        #expect(try session.output(of: "echo on") == "on\n")
    }

    @Test(
        "scp.send: a file goes whole, with its permissions and times", arguments: [0, 1, 2, 32768, 5_000_000])
    func send(size: Int) throws {
        let bytes = content(size)
        let channel = try session.scpSend(
            path: directory.path("file"), mode: 0o604, size: UInt64(size), modificationTime: 1_500_000_000,
            accessTime: 1_600_000_000)
        #expect(try channel.write(bytes) == size)
        try channel.sendEOF()
        try channel.waitEOF()
        try channel.close()
        #expect(try channel.waitExit() == .exited(0))
        let status = try status("file")
        #expect(status.st_mode & 0o7777 == 0o604)
        #expect(status.st_mtim.tv_sec == 1_500_000_000)
        #expect(status.st_atim.tv_sec == 1_600_000_000)
        #expect(try directory.read("file") == bytes)
    }

    @Test("scp.send: a close after the last byte waits until the server has the file")
    func sendAndClose() throws {
        for round in 0..<10 {
            let bytes = content(10_000 + round)
            let name = "file\(round)"
            let channel = try session.scpSend(path: directory.path(name), mode: 0o644, size: UInt64(bytes.count))
            for start in stride(from: 0, to: bytes.count, by: 999) {
                try channel.write(Array(bytes[start..<min(start + 999, bytes.count)]))
            }
            try channel.close()
            #expect(try directory.read(name) == bytes)
        }
    }

    @Test("scp.send-only-what-was-announced: further bytes are refused, and the file is good")
    func sendTooMuch() throws {
        let channel = try session.scpSend(path: directory.path("file"), mode: 0o644, size: 3)
        #expect(failure(of: { try channel.write([1, 2, 3, 4]) })?.code == .badUse)
        try channel.write([1, 2, 3])
        #expect(failure(of: { try channel.write([4]) })?.code == .badUse)
        try channel.close()
        #expect(try directory.read("file") == [1, 2, 3])
    }

    @Test("scp.missing-file-is-told: in the server's words, with the path")
    func missing() throws {
        let path = directory.path("nope")
        let error = failure(of: { try session.scpReceive(path: path) })
        #expect(error?.code == .scpProtocol)
        #expect(error?.phase == .scp)
        #expect(error?.path == path)
        #expect(error?.serverText?.contains("No such file or directory") == true)
        #expect(session.lastError == error)
        #expect(
            failure(of: { try session.scpReceive(path: directory.path) })?.serverText?.contains("not a regular") == true
        )
        #expect(try session.output(of: "echo on") == "on\n")
    }

    @Test("scp.refused-target-is-told: in the server's words, before a byte is written")
    func unwritable() throws {
        let error = failure(of: { try session.scpSend(path: directory.path("no/such/file"), mode: 0o644, size: 1) })
        #expect(error?.code == .scpProtocol)
        #expect(error?.serverText?.contains("No such file or directory") == true)
        for path in ["", "a/", ".", "..", "a/.", "a/..", "/", "a\0b"] {
            #expect(failure(of: { try session.scpSend(path: path, mode: 0o644, size: 1) })?.code == .invalidArgument)
        }
        #expect(failure(of: { try session.scpSend(path: "a", mode: 0, size: 1 << 63) })?.code == .invalidArgument)
        #expect(failure(of: { try session.scpReceive(path: "a\0b") })?.code == .invalidArgument)
        for path in ["/", ".", "..", "//"] {
            #expect(failure(of: { try session.scpReceive(path: path) })?.code == .scpProtocol)
        }
    }

    @Test("scp.names-are-taken-literally: by the shell, by scp and by its lines", arguments: SCPNames.awkward)
    func names(name: String) throws {
        let bytes = Array(name.utf8)
        let channel = try session.scpSend(path: directory.path(name), mode: 0o644, size: UInt64(bytes.count))
        try channel.write(bytes)
        try channel.close()
        #expect(try directory.read(name) == bytes)
        #expect(try session.scpReceive(path: directory.path(name)).channel.readToEnd() == bytes)
        // Relative to the home, where a name may begin with a dash.
        if !name.contains("~"), name != "." {
            let relative = try session.scpSend(path: name, mode: 0o644, size: UInt64(bytes.count))
            try relative.write(bytes)
            try relative.close()
            #expect(try session.scpReceive(path: name).channel.readToEnd() == bytes)
            unlink(connected.fixture["directory"] + "/home/" + name)
        }
    }

    @Test("scp.non-blocking: the caller's poll loop receives and sends")
    func nonBlocking() throws {
        let expected = content(3_000_000)
        try directory.write(expected, to: "file")
        var loop = PollLoop(session)
        let (channel, information) = try loop { () throws(SSHError) in
            try session.scpReceive(path: directory.path("file"))
        }
        var bytes: [UInt8] = []
        while bytes.count < Int(information.size) {
            bytes += try loop { () throws(SSHError) in try channel.read(upTo: 100_000) }
        }
        #expect(bytes == expected)
        try loop { () throws(SSHError) in try channel.close() }
        let sent = try loop { () throws(SSHError) in
            try session.scpSend(path: directory.path("copy"), mode: 0o644, size: UInt64(expected.count))
        }
        var written = 0
        while written < expected.count {
            let rest = Array(expected[written...])
            written += try loop { () throws(SSHError) in try sent.write(rest) }
        }
        try loop { () throws(SSHError) in try sent.sendEOF() }
        try loop { () throws(SSHError) in try sent.waitEOF() }
        try loop { () throws(SSHError) in try sent.close() }
        #expect(try directory.read("copy") == expected)
        #expect(throws: SSHError.self) {
            try loop { () throws(SSHError) in try session.scpReceive(path: directory.path("nope")) }
        }
        #expect(loop.waits > 0)
        #expect(session.connection.kept.isEmpty)
    }

    @Test("scp.needs-login: before authentication nothing is asked")
    func needsLogin() throws {
        let connected = try ConnectedSession()
        #expect(failure(of: { try connected.session.scpReceive(path: "a") })?.code == .invalidArgument)
        #expect(failure(of: { try connected.session.scpSend(path: "a", mode: 0, size: 0) })?.code == .invalidArgument)
        #expect(failure(of: { try Session().scpReceive(path: "a") })?.code == .invalidArgument)
    }
}
