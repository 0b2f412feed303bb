import Testing

@testable import SwiftSSH

@Suite("The lines of SCP")
struct SCPLineTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test("a line of times is four numbers")
    func times() {
        let times = SCPLine.Times(bytes("T1234567890 0 1234567891 999999"))
        #expect(times?.modified == 1_234_567_890 && times?.accessed == 1_234_567_891)
        #expect(SCPLine.Times(bytes("T0 0 0 0")) != nil)
        #expect(SCPLine.Times(bytes("T9223372036854775807 0 0 0"))?.modified == .max)
        for line in [
            "", "T", "T1 0 1", "T1 0 1 0 ", "T1 0 1 0 0", "T1  1 0", "T-1 0 1 0", "T1 0 1 1000000", "T1 x 1 0",
            "Tx 0 1 0",
            "T9223372036854775808 0 0 0", "t1 0 1 0", " T1 0 1 0", "T1 0 1 0\r", "T+1 0 1 0",
        ] {
            #expect(SCPLine.Times(bytes(line)) == nil, "\(line)")
        }
    }

    @Test("a line of a file is its permissions, its size and its name")
    func file() {
        let file = SCPLine.File(bytes("C0644 12 a name"))
        #expect(file?.mode == 0o644 && file?.size == 12 && file?.name == bytes("a name"))
        #expect(SCPLine.File(bytes("C0104755 0 x"))?.mode == 0o4755)
        #expect(SCPLine.File(bytes("C0644 9223372036854775807 x"))?.size == .max)
        #expect(SCPLine.File(bytes("C0644 1  x"))?.name == bytes(" x"))
        for line in [
            "", "C", "C0644", "C0644 1", "C64 1 x", "C06444444 1 x", "C0648 1 x", "C0644x 1 x", "C0644 1x x",
            "C0644 -1 x",
            "C0644 +1 x", "C0644 0x1 x", "C0644  1 x", "C0644 9223372036854775808 x", "C0644 18446744073709551616 x",
            "D0755 0 x", "E", "C 0644 1 x",
        ] {
            #expect(SCPLine.File(bytes(line)) == nil, "\(line)")
        }
        #expect(SCPLine.file(mode: 0o100644, size: .max, name: bytes("x")) == bytes("C0644 18446744073709551615 x\n"))
        #expect(SCPLine.file(mode: 0o7, size: 0, name: bytes("a\nb\\")) == bytes("C0007 0 a\\^Jb\\\\\n"))
        #expect(SCPLine.times(modified: -5, accessed: 7) == bytes("T0 0 7 0\n"))
    }

    @Test("an answer is a 0, or a line")
    func answers() {
        func outcomes(_ text: String) -> [SCPAnswer.Outcome] {
            var answer = SCPAnswer()
            return bytes(text).map { answer.take($0) }.filter { $0 != .unfinished }
        }
        #expect(outcomes("\0\0") == [.accepted, .accepted])
        #expect(outcomes("\u{1}no\n\0") == [.refused(bytes("no")), .accepted])
        #expect(outcomes("\u{2}\n") == [.refused([])])
        #expect(outcomes("welcome\n") == [.garbage(bytes("welcome"))])
        #expect(outcomes("\n") == [.garbage([])])
        #expect(outcomes("\u{1}no").isEmpty)
        #expect(outcomes("\u{1}" + String(repeating: "x", count: SCPLine.longest)).first != nil)
    }

    @Test("no bytes of a server make the greeting trap or accept another name")
    func anyBytes() {
        var random = Randomness(seed: 22)
        let alphabet = Array("TCDE0123456789 -./\n\0\u{1}\u{2}file".utf8)
        for _ in 0..<3000 {
            var greeting = SCPSourceGreeting(path: "/dir/file")
            for _ in 0..<60 {
                guard let byte = alphabet.randomElement(using: &random) else { break }
                guard let event = try? greeting.take(byte) else { break }
                if case .ready(_, let information) = event {
                    #expect(information.size >= 0 && information.mode <= 0o7777)
                    break
                }
            }
        }
    }

    @Test("a word is quoted for every shell")
    func quoting() throws {
        #expect(RemoteCommand.scpSource("a") == "scp -pf 'a'")
        #expect(RemoteCommand.scpSource("-a") == "scp -pf -- '-a'")
        #expect(RemoteCommand.scpSink("a b", keepsTimes: true) == "scp -pt 'a b'")
        #expect(RemoteCommand.scpSink("it's!", keepsTimes: false) == #"scp -t 'it'\''s'\!''"#)
        for word in SCPNames.awkward + ["", "'", "''", "\t\u{7}\\n"] {
            #expect(try runProcessChecked(["sh", "-c", "printf %s " + RemoteCommand.quoted(word)]).text == word)
        }
    }
}

/// Names that a shell, an option parser or a line-based protocol could take for something else.
enum SCPNames {
    static let awkward = [
        "with space", " both ", "it's", #"a"b"#, "$HOME", "`id`", "$(id)", "a!b!!", "-rf", "--", "*", "?[a]", "a\nb",
        "a\\b\nc", #"back\slash"#,
        "a;b", "a&b|c>d<e", "#a", "~", "häß", "C0644 1 x", "a\tb",
    ]
}
