import Testing

@testable import SwiftSSH

@Suite("Errors and what they show")
struct ErrorTests {
    private func escaped(_ bytes: [UInt8], limit: Int = 512) -> String { String(escaping: bytes, limit: limit) }

    @Test("Printable text stays as it is", arguments: ["", "plain text", "grüße, 世界 🙂", "a'b\"c\\d", "e\u{301}"])
    func printable(text: String) {
        #expect(escaped(Array(text.utf8)) == text)
    }

    @Test(
        "What drives a terminal or turns a line around is shown by its number",
        arguments: [
            0x00, 0x07, 0x08, 0x0A, 0x0D, 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x200B, 0x200E, 0x2028, 0x2029, 0x202A, 0x202E,
            0x2066, 0x2069, 0xFEFF, 0xE000, 0xE0001, 0x10FFFF,
        ])
    func controls(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(
            escaped(Array("a\(Character(scalar))b".utf8)) == "a\\u{\(String(value, radix: 16))}b")
    }

    @Test(
        "Bytes that are not UTF-8 are shown by their numbers, and what is around them stays",
        arguments: [
            ([0x80], "\\x80"), ([0xFF, 0xFE], "\\xff\\xfe"), ([0xC3], "\\xc3"), ([0xE2, 0x82], "\\xe2\\x82"),
            ([0xED, 0xA0, 0x80], "\\xed\\xa0\\x80"), ([0xC0, 0xAF], "\\xc0\\xaf"), ([0xF5, 0x0A], "\\xf5\\u{a}"),
        ] as [([UInt8], String)])
    func notUTF8(bytes: [UInt8], shown: String) {
        #expect(escaped(bytes) == shown)
        #expect(escaped(Array("ä".utf8) + bytes + Array("z".utf8)) == "ä" + shown + "z")
    }

    @Test("Long texts are cut and say so")
    func limit() {
        #expect(escaped(Array(repeating: 65, count: 8), limit: 8) == "AAAAAAAA")
        #expect(escaped(Array(repeating: 65, count: 9), limit: 8) == "AAAAAAAA...")
        #expect(escaped(Array(repeating: 65, count: 1 << 20)).utf8.count == 515)
    }

    @Test("Any bytes become text without a control character")
    func random() {
        var random = Randomness(seed: 13)
        for count in 0..<300 {
            for scalar in escaped(random.bytes(count)).unicodeScalars {
                #expect(![.control, .format, .unassigned].contains(scalar.properties.generalCategory))
            }
        }
    }

    @Test("errors.text-is-the-message: the description has phase, host, path, message, the server's words and the code")
    func description() {
        let error = SSHError(
            .authenticationFailed, "could not log in", phase: .authenticating, host: "example", path: "/key",
            sftpStatus: 3, serverText: "no")
        #expect(
            error.description
                == "authenticating: example: /key: could not log in (the server says: no) [SFTP status 3] "
                + "[AUTHENTICATION_FAILED -18]"
        )
        #expect(SSHError(.timeout, "too late").description == "too late [TIMEOUT -9]")
        for (host, port, shown) in [
            ("h", 22, "h"), ("h", 2222, "h:2222"), ("::1", 22, "::1"), ("::1", 2222, "[::1]:2222"),
        ] {
            let error = SSHError(.timeout, "late", host: host, port: UInt16(port))
            #expect(error.description == "\(shown): late [TIMEOUT -9]")
        }
    }

    @Test("What an error knows of its place is not overwritten by what is known further out")
    func located() {
        let error = SSHError(.timeout, "late", phase: .connecting)
            .located(phase: .channel, host: "a", port: 2222, path: "b").located(phase: nil, host: "a", port: 1)
        #expect(error.phase == .connecting && error.host == "a" && error.port == 2222 && error.path == "b")
        // The port is of the host that is named.
        let other = SSHError(.timeout, "late", host: "hop")
        #expect(other.located(phase: nil, host: "a", port: 2222).port == nil)
        #expect(other.located(phase: nil, host: "hop", port: 2222).port == 2222)
    }

    @Test("Numbers and names of codes are each used once, and an unknown number is kept")
    func codes() {
        let codes = SSHError.Code.names
        #expect(Set(codes.map(\.code)).count == codes.count && Set(codes.map(\.name)).count == codes.count)
        let unknown = SSHError.Code(rawValue: -777)
        #expect(unknown.description == "UNKNOWN" && unknown.rawValue == -777)
    }

    @Test("A session's memory of failures does not take a call that would block for one")
    func recording() {
        let state = SessionState()
        _ = failure(of: { try state.recording { () throws(SSHError) in throw SSHError.wouldBlock } })
        #expect(state.lastError == nil)
        let error = SSHError(.timeout, "late")
        _ = failure(of: { try state.recording { () throws(SSHError) in throw error } })
        #expect(state.lastError == error)
    }

    @Test("Keepalives are due at once and then at their interval; 1 counts as 2, 0 is never")
    func keepalives() {
        let state = SessionState()
        #expect(state.dueKeepalive() == (false, false, 0))
        state.configureKeepalive(wantsReply: true, interval: 100)
        #expect(state.dueKeepalive() == (true, true, 100))
        let next = state.dueKeepalive()
        #expect(!next.isDue && (1...100).contains(next.seconds))
        state.configureKeepalive(wantsReply: false, interval: 0)
        #expect(state.dueKeepalive() == (false, false, 0))
        let fresh = SessionState()
        fresh.configureKeepalive(wantsReply: false, interval: 1)
        #expect(fresh.dueKeepalive() == (true, false, 2))
    }
}
