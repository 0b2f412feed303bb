import Glibc
import Testing

@testable import SwiftSSH

@Suite("The socket")
struct SocketStreamTests {
    private func receive(_ stream: SocketStream) throws -> String {
        var buffer = [UInt8](repeating: 0, count: 100)
        return switch try buffer.withUnsafeMutableBytes({ try stream.receive(into: $0) }) {
        case .bytes(let count): String(decoding: buffer.prefix(count), as: UTF8.self)
        case .nothing: "nothing"
        case .end: "end"
        }
    }

    @Test("It never waits, tells bytes from none and from the end, and leaves the caller's socket open")
    func receiving() throws {
        let (near, far) = try makeSocketPair()
        do {
            let stream = try SocketStream(near, isOwned: false)
            #expect(try receive(stream) == "nothing")
            #expect(send(far, "abc", 3, 0) == 3)
            #expect(try receive(stream) == "abc")
            let megabyte = [UInt8](repeating: 0, count: 1 << 20)
            let sent = try megabyte.withUnsafeBytes { try stream.send($0) }
            #expect(sent > 0 && sent < megabyte.count)
            #expect(try megabyte.withUnsafeBytes { try stream.send($0) } == 0)
            close(far)
            #expect(failure(of: { try megabyte.withUnsafeBytes { try stream.send($0) } })?.code == .socketSend)
        }
        #expect(fcntl(near, F_GETFD) >= 0)
        close(near)
    }

    @Test("An owned socket is closed with it")
    func owned() throws {
        let (near, far) = try makeSocketPair()
        defer { close(far) }
        do { _ = try SocketStream(near, isOwned: true) }
        var byte: UInt8 = 0
        #expect(recv(far, &byte, 1, 0) == 0)
    }

    @Test("What is no open socket is refused, by kind")
    func refused() throws {
        #expect(failure(of: { try SocketStream(-1, isOwned: false) })?.errno == EBADF)
        let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        #expect(failure(of: { try SocketStream(file, isOwned: false) })?.code == .badSocket)
    }

    @Test("A number that has become another file's is noticed")
    func identity() throws {
        let (near, far) = try makeSocketPair()
        let (other, otherFar) = try makeSocketPair()
        defer { for end in [near, far, other, otherFar] { close(end) } }
        let stream = try SocketStream(near, isOwned: false)
        try stream.checkIdentity()
        #expect(dup2(other, near) == near)
        #expect(failure(of: { try stream.checkIdentity() })?.code == .socketSend)
    }
}
