import Testing

@testable import SwiftSSH

/// A session whose SFTP server is the fixture's scripted one, in one of its modes, and a directory that both sides see.
struct ScriptedSFTP {
    let connected: ConnectedSession
    let directory: TemporaryDirectory

    /// - Parameter mode: The scripted server's arguments.
    init(_ mode: String..., directory: TemporaryDirectory? = nil) throws {
        self.directory = try directory ?? TemporaryDirectory()
        let program = try Fixture.shared.get()["sftp_server_scripted"]
        connected = try ConnectedSession(arguments: ["--sftp", ([program] + mode).joined(separator: " ")])
        try connected.logIn()
    }

    var session: Session { connected.session }

    /// Starts SFTP.
    func start() throws -> SFTP { try session.sftp() }

    /// The remote path of a name in the directory.
    func path(_ name: String) -> RemotePath { RemotePath(directory.path(name)) }

    /// Makes a file of so many numbered lines; gives its bytes.
    func makeFile(_ name: String = "file", lines: Int = 200_000) throws -> [UInt8] {
        let content = numberedLines(lines)
        try directory.write(content, to: name)
        return content
    }

    /// The SSH session goes on.
    func expectSessionLives() throws {
        #expect(try session.output(of: "echo on") == "on\n")
    }
}

extension SFTPHandle {
    /// Writes all of the bytes in blocks and closes the file.
    func writeAndClose(_ bytes: [UInt8], block: Int = 50_000) throws(SSHError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            try write([UInt8](rest.prefix(block)))
            rest = rest.dropFirst(block)
        }
        try close()
    }
}
