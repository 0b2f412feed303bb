import Testing

@testable import SwiftSSH

@Suite("The server's identification line")
struct IdentificationFilterTests {
    /// Gives bytes to a filter in pieces, as the transport does.
    /// - Returns: The identification, and what is left for the engine.
    private func filter(_ bytes: [UInt8], pieces: [Int]) throws(SSHError) -> (identification: String?, rest: [UInt8]) {
        var filter = IdentificationFilter()
        var queue: [UInt8] = []
        var left = bytes[...]
        for piece in pieces + [bytes.count] where filter.identification == nil {
            queue += left.prefix(piece)
            left = left.dropFirst(piece)
            var taken = 0
            var thrown: SSHError?
            queue.withUnsafeBytes { buffer in
                do throws(SSHError) { taken = try filter.take(buffer) } catch { thrown = error }
            }
            if let thrown { throw thrown }
            queue.removeFirst(taken)
        }
        return (filter.identification.map { String(decoding: $0, as: UTF8.self) }, queue + left)
    }

    private func refusal(_ text: String, pieces: [Int] = []) -> SSHError? {
        failure(of: { try filter(Array(text.utf8), pieces: pieces) })
    }

    @Test(
        "It is found wherever the bytes are cut, and what follows is the engine's",
        arguments: [
            "SSH-2.0-OpenSSH_9.2p1 Debian\r\n", "SSH-2.0-x\n", "SSH-1.99-old\r\n", "SSH-2.0-\r\n",
            "Welcome\r\n\r\nto SSH-2.0-this\n\tor \u{1B}[1mthat, grüße\r\nSSH-2.0-y\r\n", "\nSSH-2.0-z\n",
        ])
    func found(text: String) throws {
        let bytes = Array(text.utf8)
        let last = try #require(text.split(whereSeparator: \.isNewline).last).description
        for cut in 0...bytes.count {
            let (identification, rest) = try filter(bytes + [0, 1, 10, 255], pieces: [cut])
            #expect(identification == last && rest == [0, 1, 10, 255])
        }
        let (identification, rest) = try filter(bytes + [7], pieces: Array(repeating: 1, count: bytes.count))
        #expect(identification == last && rest == [7])
        #expect(try filter(bytes.dropLast(), pieces: []).identification == nil)
    }

    @Test(
        "What is not SSH 2 is refused for what it is",
        arguments: [
            ("SSH-1.5-old\n", "another version"), ("SSH-2.0\r\n", "another version"),
            ("SSH-3.0-new\r\n", "another version"),
            ("HTTP/1.1 400 Bad Request\r\n", "HTTP"), ("\u{16}\u{3}\u{1}", "does not speak SSH"),
            ("abc\0", "does not speak SSH"), ("SSH-2.0-a\u{7}b\r\n", "does not speak SSH"),
        ])
    func refused(text: String, reason: String) throws {
        for cut in 0...text.utf8.count {
            let error = refusal(text, pieces: [cut])
            #expect(error?.code == .bannerReceive && error?.phase == .identification)
            #expect(error?.message.contains(reason) == true)
            #expect(error?.serverText?.unicodeScalars.allSatisfy { $0.value >= 0x20 } == true)
        }
    }

    @Test("An HTTP line is refused only where it comes first")
    func laterHTTP() throws {
        let text = Array("Welcome\nHTTP/1.1 is not spoken here\nSSH-2.0-x\n".utf8)
        #expect(try filter(text, pieces: []).identification == "SSH-2.0-x")
    }

    @Test("The longest line, the most lines and the longest identification, and one more of each")
    func limits() throws {
        let line = String(repeating: "a", count: IdentificationFilter.longestLine)
        #expect(try filter(Array((line + "\nSSH-2.0-x\n").utf8), pieces: []).identification == "SSH-2.0-x")
        #expect(refusal(line + "a")?.message.contains("more than 8192 bytes") == true)
        let lines = String(repeating: "a\n", count: IdentificationFilter.mostLines)
        #expect(try filter(Array((lines + "SSH-2.0-x\n").utf8), pieces: []).identification == "SSH-2.0-x")
        #expect(refusal(lines + "a\n")?.message.contains("more than 1024 lines") == true)
        let longest = "SSH-2.0-" + String(repeating: "a", count: IdentificationFilter.longestIdentification - 8)
        #expect(try filter(Array((longest + "\r\n").utf8), pieces: []).identification == longest)
        #expect(refusal(longest + "a\r\n")?.message.contains("254 bytes") == true)
    }

    @Test("What it keeps of the beginning is bounded, and any bytes end in an answer")
    func bounded() {
        var random = Randomness(seed: 12)
        for _ in 0..<200 {
            var filter = IdentificationFilter()
            let bytes = random.bytes(20_000)
            let error = failure(of: {
                try bytes.withUnsafeBytes { (buffer) throws(SSHError) in try filter.take(buffer) }
            })
            #expect(error?.code == .bannerReceive)
            #expect(filter.beginning.count <= 64)
        }
    }
}
