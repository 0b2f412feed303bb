import Testing

@testable import SwiftSSH

@Suite("SFTP servers that are odd, slow or silent")
struct SFTPOddServerTests {
    @Test(
        "sftp.odd-servers: whatever is allowed gives the right file, down and up",
        arguments: [
            "honest", "shorter-data", "no-text", "extended-attributes", "no-extensions", "limits-zero", "limits-one",
            "limits-huge", "reordered", "trailing", "status --on extended --value 8",
        ])
    func allowed(mode: String) throws {
        let scripted = try ScriptedSFTP(mode)
        let content = try scripted.makeFile()
        let sftp = try scripted.start()
        for block in [1000, 32768, 300_000] {
            let handle = try sftp.open(scripted.path("file"))
            #expect(try handle.readToEnd(atOnce: block) == content, "\(mode), blocks of \(block)")
            try handle.close()
            let copy = try sftp.open(scripted.path("copy"), [.write, .create, .truncate])
            try copy.writeAndClose(content, block: block)
            #expect(try scripted.directory.read("copy") == content, "\(mode), blocks of \(block)")
        }
        #expect(try sftp.openDirectory(scripted.path("")).remainingNames() == ["copy", "file"])
    }

    @Test("sftp.odd-servers: one byte for each read, whatever was asked for")
    func singleBytes() throws {
        let scripted = try ScriptedSFTP("single-bytes")
        let content = try scripted.makeFile(lines: 200)
        let handle = try scripted.start().open(scripted.path("file"))
        #expect(try handle.readToEnd() == content)
    }

    @Test("sftp.odd-servers: replies in any order, each to its own request")
    func reordered() throws {
        let directory = try TemporaryDirectory()
        let log = directory.path("log")
        let scripted = try ScriptedSFTP("reordered --log \(log)", directory: directory)
        let content = try scripted.makeFile(lines: 500_000)
        let sftp = try scripted.start()
        let files = try (0..<4).map { _ in try sftp.open(scripted.path("file")) }
        var bytes = [[UInt8]](repeating: [], count: files.count)
        while bytes.contains(where: { $0.count < content.count }) {
            for (index, file) in files.enumerated() { bytes[index] += try file.read(upTo: 100_000) }
        }
        for read in bytes { #expect(read == content) }
        // Or this would have shown nothing.
        #expect(String(decoding: try directory.read("log"), as: UTF8.self).contains("REORDERED"))
    }

    @Test("sftp.odd-servers: more attributes than the protocol has are kept")
    func extendedAttributes() throws {
        let scripted = try ScriptedSFTP("extended-attributes")
        let attributes = try scripted.start().stat("/")
        #expect(attributes.isDirectory)
        #expect(
            attributes.extended.map { String(decoding: $0.type, as: UTF8.self) } == [
                "colour@example.org", "colour@example.org",
            ])
        #expect(attributes.extended.first?.value == Array("blue".utf8))
    }

    @Test("sftp.odd-servers: a status that nobody knows is told with its number and its words, and the session goes on")
    func unknownStatus() throws {
        let scripted = try ScriptedSFTP("status --on stat")
        let sftp = try scripted.start()
        let error = failure(of: { try sftp.stat("/tmp") })
        #expect(error?.code == .sftpProtocol && error?.sftpStatus == 4242 && error?.path == "/tmp")
        #expect(error?.serverText?.contains("\\u{1b}[2J") == true && error?.serverText?.hasSuffix("why") == true)
        #expect(sftp.lastStatus.rawValue == 4242)
        #expect(try sftp.stat("/tmp").isDirectory)
    }

    @Test(
        "sftp.odd-servers: the end of the file in its middle is an end, and what comes after it is not lost",
        arguments: ["early-eof", "eof-with-data"])
    func earlyEnd(mode: String) throws {
        let scripted = try ScriptedSFTP(mode, "--nth 3")
        let content = try scripted.makeFile()
        let handle = try scripted.start().open(scripted.path("file"))
        let bytes = try handle.readToEnd()
        #expect(bytes.count < content.count && content.starts(with: bytes))
        #expect(try bytes + handle.readToEnd() == content)
    }

    @Test("sftp.odd-servers: sizes that are no file's", arguments: [0, 1, UInt64(1) << 63, .max])
    func sizes(size: UInt64) throws {
        let scripted = try ScriptedSFTP("size --value \(size)")
        let content = try scripted.makeFile()
        let handle = try scripted.start().open(scripted.path("file"))
        #expect(try handle.attributes().size == size)
        #expect(try handle.readToEnd() == content)
    }

    @Test("sftp.missing-replies: a request without a reply times out, and others go on")
    func missing() throws {
        let scripted = try ScriptedSFTP("missing --on stat")
        let sftp = try scripted.start()
        #expect(failure(of: { try sftp.stat("/", timeout: .milliseconds(200)) })?.code == .timeout)
        #expect(try sftp.stat("/").isDirectory)
    }

    @Test(
        "sftp.missing-replies: of a read, of a write, of a close: the file times out, and others go on",
        arguments: ["read", "write", "close"])
    func missingOfFile(request: String) throws {
        let scripted = try ScriptedSFTP("missing --on", request)
        let content = try scripted.makeFile()
        let sftp = try scripted.start()
        let isRead = request == "read"
        let file = try sftp.open(scripted.path(isRead ? "file" : "copy"), isRead ? [.read] : [.write, .create])
        if request == "close" {
            try file.write(Array(content.prefix(10_000)))
            try file.flush()
        }
        scripted.session.timeout = .milliseconds(500)
        let error = failure(of: {
            switch request {
            case "read": _ = try file.readToEnd()
            case "write": try file.writeAndClose(content)
            default: try file.close()
            }
        })
        #expect(error?.code == .timeout)
        scripted.session.timeout = ConnectedSession.patience
        let other = try sftp.open(scripted.path("file"))
        #expect(try other.readToEnd() == content)
        try other.close()
    }

    @Test("sftp.missing-replies: a server that takes nothing in any more holds up only its own callers")
    func silent() throws {
        let scripted = try ScriptedSFTP("silent --on write --nth 2")
        let sftp = try scripted.start()
        let handle = try sftp.open(scripted.path("copy"), [.write, .create])
        scripted.session.timeout = .milliseconds(500)
        let error = failure(of: { while true { try handle.write([UInt8](repeating: 1, count: 100_000)) } })
        #expect(error?.code == .timeout)
        #expect(failure(of: { try sftp.stat("/") })?.code == .timeout)
        scripted.session.timeout = ConnectedSession.patience
        try scripted.expectSessionLives()
        #expect(try scripted.start().stat("/").isDirectory)
    }

    @Test("sftp.late-replies: what is late is waited for, and other requests overtake it")
    func late() throws {
        let directory = try TemporaryDirectory()
        let gate = directory.path("gate")
        try runProcessChecked(["/usr/bin/mkfifo", gate])
        let scripted = try ScriptedSFTP("late --gate \(gate)", directory: directory)
        let content = try scripted.makeFile()
        let sftp = try scripted.start()
        let handle = try sftp.open(scripted.path("file"))
        let reader = Background { try handle.readToEnd() }
        // The first read is the late one.
        scripted.session.yieldUntilSomebodyWaits()
        let other = try sftp.open(scripted.path("file"))
        #expect(try other.readToEnd() == content)
        try directory.write([], to: "gate")
        #expect(try reader.value() == content)
    }

    @Test("sftp.write-errors-are-told: a block that was refused is told by a later write, or by close")
    func refusedWrite() throws {
        let scripted = try ScriptedSFTP("status --on write --nth 3 --value 4")
        let sftp = try scripted.start()
        let handle = try sftp.open(scripted.path("copy"), [.write, .create])
        let error = failure(of: { try handle.writeAndClose(numberedLines(200_000)) })
        #expect(error?.code == .sftpProtocol && error?.sftpStatus == 4)
        #expect(error?.path == scripted.directory.path("copy"))
        #expect(error?.serverText?.hasSuffix("why") == true)
        #expect(try sftp.stat("/").isDirectory)
    }

    @Test("sftp.missing-extensions: a server without a rename that replaces")
    func noPOSIXRename() throws {
        let scripted = try ScriptedSFTP("no-posix-rename")
        _ = try scripted.makeFile(lines: 1)
        let sftp = try scripted.start()
        let error = failure(of: { try sftp.rename(scripted.path("file"), to: scripted.path("new"), overwriting: true) })
        #expect(error?.code == .methodNotSupported && error?.message.contains("posix-rename@openssh.com") == true)
        try sftp.rename(scripted.path("file"), to: scripted.path("new"))
    }

    @Test("sftp.hostile-names: they come as they are, and safe to show")
    func hostileNames() throws {
        let scripted = try ScriptedSFTP("hostile-names")
        let sftp = try scripted.start()
        let directory = try sftp.openDirectory("/hostile")
        var names: [[UInt8]] = []
        while let name = try directory.readDirectory() { names.append(name.filename) }
        #expect(names.count == 18 && names.first == Array("good".utf8) && names.last == Array("last".utf8))
        #expect(names.contains(Array("../up".utf8)) && names.contains([]) && names.contains { $0.count == 100_000 })
        for name in names where !name.contains(0) {
            let shown = RemotePath(bytes: name).description
            #expect(!shown.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
        }
        #expect(
            failure(of: { try sftp.stat(RemotePath(bytes: Array("/hostile/nul\0byte".utf8))) })?.code
                == .invalidArgument)
    }

    @Test("sftp.listing: a directory without an end is read as far as its reader goes")
    func endlessDirectory() throws {
        let scripted = try ScriptedSFTP("endless-directory")
        let sftp = try scripted.start()
        let directory = try sftp.openDirectory("/hostile")
        for number in 0..<20_000 {
            let name = try directory.readDirectory()
            #expect(name?.filename == Array("name \(number)".utf8))
        }
        try directory.close()
        #expect(try sftp.stat("/").isDirectory)
    }
}
