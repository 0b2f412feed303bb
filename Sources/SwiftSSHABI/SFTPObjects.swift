internal import SwiftSSH

/// What swiftssh_sftp_handle is a handle of.
final class SFTPHandleObject: Sendable {
    /// The file or directory.
    let handle: SFTPHandle
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var kept: [SFTPName] = []

    /// Keeps an open file for C.
    init(_ handle: SFTPHandle) {
        self.handle = handle
    }

    /// The next name of a directory that is not empty; nil after the last one.
    func next() throws(SSHError) -> SFTPName? {
        if let name = lock.withLock({ kept.popLast() }) { return name }
        while let name = try handle.readDirectory() {
            if !name.filename.isEmpty { return name }
        }
        return nil
    }

    /// Gives back a name that the caller had no room for; it is the next one again.
    func giveBack(_ name: SFTPName) {
        lock.withLock { kept.append(name) }
    }
}

/// What swiftssh_sftp_attributes is a handle of.
final class SFTPAttributesObject: Sendable {
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var current = SFTPAttributes()

    /// The attributes as they are now.
    var value: SFTPAttributes { lock.withLock { current } }

    /// Changes them.
    func change(_ body: (inout SFTPAttributes) -> Void) {
        lock.withLock { body(&current) }
    }

    /// Takes what a call gives; none while it runs and after it has failed.
    func fill(_ make: () throws(SSHError) -> SFTPAttributes) throws(SSHError) {
        change { $0 = SFTPAttributes() }
        let made = try make()
        change { $0 = made }
    }
}

/// What swiftssh_sftp_filesystem is a handle of.
final class SFTPFilesystemObject: Sendable {
    let values: SFTPStatVFS

    init(_ values: SFTPStatVFS) {
        self.values = values
    }
}

/// What swiftssh_sftp_names is a handle of.
final class SFTPNamesObject: Sendable {
    let users: [[UInt8]]
    let groups: [[UInt8]]

    init(users: [[UInt8]], groups: [[UInt8]]) {
        self.users = users
        self.groups = groups
    }
}

/// The SFTP session behind a handle.
func sftp(_ handle: swiftssh_sftp?) throws(SSHError) -> SFTP {
    try HandleTable.shared.object(handle, SFTP.self)
}

/// The file or directory behind a handle.
func sftpHandle(_ handle: swiftssh_sftp_handle?) throws(SSHError) -> SFTPHandle {
    try HandleTable.shared.object(handle, SFTPHandleObject.self).handle
}

/// The attributes behind a handle.
func sftpAttributes(_ handle: swiftssh_sftp_attributes?) throws(SSHError) -> SFTPAttributesObject {
    try HandleTable.shared.object(handle, SFTPAttributesObject.self)
}

/// A path that C handed in: bytes that end in NUL, UTF-8 or not.
/// - Throws: `invalidArgument` when it is NULL.
func path(_ pointer: UnsafePointer<CChar>?, _ name: String) throws(SSHError) -> RemotePath {
    RemotePath(bytes: try terminated(pointer, name))
}
