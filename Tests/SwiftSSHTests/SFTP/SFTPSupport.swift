import Testing

@testable import SwiftSSH

/// A session with OpenSSH's SFTP server and a directory that both sides see.
struct ConnectedSFTP {
    let connected: ConnectedSession
    let sftp: SFTP
    let directory: TemporaryDirectory

    init(_ options: [String] = [], sftp: SFTPOptions = SFTPOptions()) throws {
        directory = try TemporaryDirectory()
        connected = try ConnectedSession.loggedIn(options)
        self.sftp = try connected.session.sftp(options: sftp)
    }

    var session: Session { connected.session }

    /// The remote path of a name in the directory.
    func path(_ name: String) -> RemotePath { RemotePath(directory.path(name)) }
}

extension SFTPHandle {
    /// Reads on to the end of the file.
    func readToEnd(atOnce: Int = 65536) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let more = try read(upTo: atOnce)
            if more.isEmpty { return bytes }
            bytes += more
        }
    }

    /// Reads on until it fails or ends.
    func readToFailure(atOnce: Int = 65536) -> (bytes: [UInt8], failure: SSHError?) {
        var bytes: [UInt8] = []
        do throws(SSHError) {
            while true {
                let more = try read(upTo: atOnce)
                if more.isEmpty { return (bytes, nil) }
                bytes += more
            }
        } catch {
            return (bytes, error)
        }
    }

    /// The names of the directory but `.` and `..`, sorted; each once, though some kernels list a name again.
    func remainingNames() throws -> [String] {
        var names = Set<String>()
        while let name = try readDirectory() { names.insert(String(decoding: name.filename, as: UTF8.self)) }
        return names.filter { $0 != "." && $0 != ".." }.sorted()
    }
}
