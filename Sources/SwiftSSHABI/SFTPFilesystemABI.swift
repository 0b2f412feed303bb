// What is known of a server's file systems. An answer is a copy: it stays as it is until it is freed.

internal import SwiftSSH

/// The size of a block in bytes.
public let SWIFTSSH_SFTP_STATVFS_BSIZE: Int32 = 0
/// The size in bytes of the unit that the numbers of blocks are in.
public let SWIFTSSH_SFTP_STATVFS_FRSIZE: Int32 = 1
/// All blocks.
public let SWIFTSSH_SFTP_STATVFS_BLOCKS: Int32 = 2
/// Free blocks.
public let SWIFTSSH_SFTP_STATVFS_BFREE: Int32 = 3
/// Blocks that are free for users without privileges.
public let SWIFTSSH_SFTP_STATVFS_BAVAIL: Int32 = 4
/// All inodes.
public let SWIFTSSH_SFTP_STATVFS_FILES: Int32 = 5
/// Free inodes.
public let SWIFTSSH_SFTP_STATVFS_FFREE: Int32 = 6
/// Inodes that are free for users without privileges.
public let SWIFTSSH_SFTP_STATVFS_FAVAIL: Int32 = 7
/// The file system's number.
public let SWIFTSSH_SFTP_STATVFS_FSID: Int32 = 8
/// How it is mounted: bits of SWIFTSSH_SFTP_ST_*.
public let SWIFTSSH_SFTP_STATVFS_FLAG: Int32 = 9
/// The longest name in bytes.
public let SWIFTSSH_SFTP_STATVFS_NAMEMAX: Int32 = 10

/// What is known of the file system that a path is on.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: A path.
/// - Parameter out_filesystem: Receives the answer, which the caller frees with swiftssh_sftp_filesystem_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_open``; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `statvfs@openssh.com`.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_statvfs, OpenSSH's `statvfs@openssh.com`.
@_cdecl("swiftssh_sftp_statvfs")
public func swiftssh_sftp_statvfs(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?,
    _ out_filesystem: UnsafeMutablePointer<swiftssh_sftp_filesystem?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: sftp, out_filesystem, "out_filesystem", error) { (sftp: SFTP) throws(SSHError) in
        SFTPFilesystemObject(try sftp.statVFS(SwiftSSHABI.path(path, "path")))
    }
}

/// What is known of the file system that a file is on.
/// - Parameter handle: A file or directory.
/// - Parameter out_filesystem: Receives the answer, which the caller frees with swiftssh_sftp_filesystem_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_handle_fstat``; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `fstatvfs@openssh.com`.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_fstatvfs, OpenSSH's `fstatvfs@openssh.com`.
@_cdecl("swiftssh_sftp_handle_fstatvfs")
public func swiftssh_sftp_handle_fstatvfs(
    _ handle: swiftssh_sftp_handle?, _ out_filesystem: UnsafeMutablePointer<swiftssh_sftp_filesystem?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: handle, out_filesystem, "out_filesystem", error) { (object: SFTPHandleObject) throws(SSHError) in
        SFTPFilesystemObject(try object.handle.statVFS())
    }
}

/// Frees what is known of a file system.
/// - Parameter filesystem: An answer; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_sftp_filesystem_free")
public func swiftssh_sftp_filesystem_free(_ filesystem: swiftssh_sftp_filesystem?) {
    boundaryVoid { HandleTable.shared.remove(filesystem, SFTPFilesystemObject.self) }
}

/// One number of a file system, as POSIX's `statvfs` has it.
/// - Parameter filesystem: An answer.
/// - Parameter field: One of SWIFTSSH_SFTP_STATVFS_*.
/// - Returns: The number; 0 for a field that there is not and for a bad handle.
@_cdecl("swiftssh_sftp_filesystem_value")
public func swiftssh_sftp_filesystem_value(_ filesystem: swiftssh_sftp_filesystem?, _ field: Int32) -> UInt64 {
    boundaryUnsigned { () throws(SSHError) in
        let values = try HandleTable.shared.object(filesystem, SFTPFilesystemObject.self).values
        return switch field {
        case SWIFTSSH_SFTP_STATVFS_BSIZE: values.blockSize
        case SWIFTSSH_SFTP_STATVFS_FRSIZE: values.fragmentSize
        case SWIFTSSH_SFTP_STATVFS_BLOCKS: values.blocks
        case SWIFTSSH_SFTP_STATVFS_BFREE: values.freeBlocks
        case SWIFTSSH_SFTP_STATVFS_BAVAIL: values.availableBlocks
        case SWIFTSSH_SFTP_STATVFS_FILES: values.files
        case SWIFTSSH_SFTP_STATVFS_FFREE: values.freeFiles
        case SWIFTSSH_SFTP_STATVFS_FAVAIL: values.availableFiles
        case SWIFTSSH_SFTP_STATVFS_FSID: values.identifier
        case SWIFTSSH_SFTP_STATVFS_FLAG: values.flags.rawValue
        case SWIFTSSH_SFTP_STATVFS_NAMEMAX: values.longestName
        default: 0
        }
    }
}
