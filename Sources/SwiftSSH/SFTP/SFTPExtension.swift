/// An extension of SFTP that a server offers.
public struct SFTPExtension: Sendable, Hashable {
    /// Its name, for example `fsync@openssh.com`.
    public var name: [UInt8]
    /// What the server says of it, mostly its version.
    public var data: [UInt8]

    /// Makes an extension.
    init(name: [UInt8], data: [UInt8] = []) {
        self.name = name
        self.data = data
    }

    private init(_ name: String) {
        self.name = Array(name.utf8)
        data = []
    }

    /// Renames and replaces what has the new name, as POSIX does.
    static let posixRename = SFTPExtension("posix-rename@openssh.com")
    static let statvfs = SFTPExtension("statvfs@openssh.com")
    static let fstatvfs = SFTPExtension("fstatvfs@openssh.com")
    static let hardlink = SFTPExtension("hardlink@openssh.com")
    static let fsync = SFTPExtension("fsync@openssh.com")
    static let lsetstat = SFTPExtension("lsetstat@openssh.com")
    static let limits = SFTPExtension("limits@openssh.com")
    static let expandPath = SFTPExtension("expand-path@openssh.com")
    static let copyData = SFTPExtension("copy-data")
    static let homeDirectory = SFTPExtension("home-directory")
    static let usersGroupsByIdentifier = SFTPExtension("users-groups-by-id@openssh.com")
}

// OpenSSH's PROTOCOL, 4; copy-data and home-directory are from draft-ietf-secsh-filexfer-extensions-00.
extension SFTPRequest {
    static func posixRename(_ path: RemotePath, to target: RemotePath) -> SFTPRequest {
        SFTPRequest(.posixRename, .success, "rename to", .target(target), path: path) { writer in
            writer.string(path.bytes)
            writer.string(target.bytes)
        }
    }

    static func statvfs(_ path: RemotePath) -> SFTPRequest {
        SFTPRequest(.statvfs, .extended, "look at the file system", path: path) { $0.string(path.bytes) }
    }

    static func fstatvfs(_ handle: [UInt8]) -> SFTPRequest {
        SFTPRequest(.fstatvfs, .extended, "look at the file system") { $0.string(handle) }
    }

    static func hardlink(_ path: RemotePath, at link: RemotePath) -> SFTPRequest {
        SFTPRequest(.hardlink, .success, "make a hard link at", .target(link), path: path) { writer in
            writer.string(path.bytes)
            writer.string(link.bytes)
        }
    }

    static func fsync(_ handle: [UInt8]) -> SFTPRequest {
        SFTPRequest(.fsync, .success, "bring the file to the disk") { $0.string(handle) }
    }

    static func lsetstat(_ path: RemotePath, _ attributes: SFTPAttributes) -> SFTPRequest {
        SFTPRequest(.lsetstat, .success, "set the attributes", path: path) { writer in
            writer.string(path.bytes)
            writer.attributes(attributes)
        }
    }

    static func limits() -> SFTPRequest {
        SFTPRequest(.limits, .extended, "ask for the limits") { _ in }
    }

    static func expandPath(_ path: RemotePath) -> SFTPRequest {
        SFTPRequest(.expandPath, .name, "expand the path", path: path) { $0.string(path.bytes) }
    }

    static func homeDirectory(_ user: [UInt8]) -> SFTPRequest {
        SFTPRequest(.homeDirectory, .name, "find the home directory", path: RemotePath(bytes: user)) { $0.string(user) }
    }

    static func copyData(
        _ source: [UInt8], offset: UInt64, count: UInt64, to target: [UInt8], targetOffset: UInt64
    ) -> SFTPRequest {
        SFTPRequest(.copyData, .success, "copy on the server") { writer in
            writer.string(source)
            writer.uint64(offset)
            writer.uint64(count)
            writer.string(target)
            writer.uint64(targetOffset)
        }
    }

    static func usersGroups(users: [UInt32], groups: [UInt32]) -> SFTPRequest {
        SFTPRequest(.usersGroupsByIdentifier, .extended, "look up users and groups") { writer in
            for numbers in [users, groups] {
                var list = WireWriter(capacity: numbers.count * 4)
                for number in numbers { list.uint32(number) }
                writer.string(list.bytes)
            }
        }
    }
}
