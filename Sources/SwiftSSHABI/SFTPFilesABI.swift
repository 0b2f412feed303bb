// Opening, naming and removing a server's files.

internal import SwiftSSH

/// Opens a file.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The file; relative paths begin in the directory in which the server starts, mostly the user's home.
/// - Parameter flags: What it is opened for: bits of SWIFTSSH_FXF_*. None counts as reading with most servers.
/// - Parameter mode: The permission bits of a file that is made, for example 0644, of which the server's umask takes some away; of no meaning
///   without SWIFTSSH_FXF_CREAT.
/// - Parameter out_handle: Receives the file, which the caller frees with swiftssh_sftp_handle_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_SFTP_PROTOCOL when the server refuses or breaks the protocol; SWIFTSSH_ERROR_BAD_USE after
///   swiftssh_sftp_shutdown; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_open_ex, draft-ietf-secsh-filexfer-02, 6.3.
@_cdecl("swiftssh_sftp_open")
public func swiftssh_sftp_open(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ flags: UInt32, _ mode: UInt32,
    _ out_handle: UnsafeMutablePointer<swiftssh_sftp_handle?>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: sftp, out_handle, "out_handle", error) { (sftp: SFTP) throws(SSHError) in
        let flags = SFTPOpenFlags(rawValue: flags)
        let attributes = SFTPAttributes(permissions: flags.contains(.create) ? mode : nil)
        return SFTPHandleObject(try sftp.open(SwiftSSHABI.path(path, "path"), flags, attributes: attributes))
    }
}

/// Opens a directory to be listed by swiftssh_sftp_handle_readdir.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The directory.
/// - Parameter out_handle: Receives the directory, which the caller frees with swiftssh_sftp_handle_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_open``.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_opendir, draft-ietf-secsh-filexfer-02, 6.7.
@_cdecl("swiftssh_sftp_opendir")
public func swiftssh_sftp_opendir(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ out_handle: UnsafeMutablePointer<swiftssh_sftp_handle?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: sftp, out_handle, "out_handle", error) { (sftp: SFTP) throws(SSHError) in
        SFTPHandleObject(try sftp.openDirectory(SwiftSSHABI.path(path, "path")))
    }
}

/// Removes a file or a symbolic link.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: What is removed; no directory.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_open``.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_unlink_ex, draft-ietf-secsh-filexfer-02, 6.5.
@_cdecl("swiftssh_sftp_unlink")
public func swiftssh_sftp_unlink(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        try sftp.remove(SwiftSSHABI.path(path, "path"))
    }
}

/// Makes a directory.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The directory.
/// - Parameter mode: Its permission bits, for example 0755, of which the server's umask takes some away.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_open``.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_mkdir_ex, draft-ietf-secsh-filexfer-02, 6.6.
@_cdecl("swiftssh_sftp_mkdir")
public func swiftssh_sftp_mkdir(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ mode: UInt32,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        try sftp.makeDirectory(SwiftSSHABI.path(path, "path"), permissions: mode)
    }
}

/// Removes an empty directory.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The directory.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_open``.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_rmdir_ex, draft-ietf-secsh-filexfer-02, 6.6.
@_cdecl("swiftssh_sftp_rmdir")
public func swiftssh_sftp_rmdir(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        try sftp.removeDirectory(SwiftSSHABI.path(path, "path"))
    }
}

/// Gives a file another name. Where the new name is taken the server decides: OpenSSH refuses; swiftssh_sftp_posix_rename replaces.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The file.
/// - Parameter target: Its new name.
/// - Parameter flags: Bits of SWIFTSSH_SFTP_RENAME_*, as libssh2 has them. Version 3 of the protocol has no room for them, and they are not sent.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_open``.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_rename_ex, draft-ietf-secsh-filexfer-02, 6.5.
@_cdecl("swiftssh_sftp_rename")
public func swiftssh_sftp_rename(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ target: UnsafePointer<CChar>?, _ flags: UInt32,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        try sftp.rename(SwiftSSHABI.path(path, "path"), to: SwiftSSHABI.path(target, "target"))
    }
}

/// Gives a file another name, and replaces what has that name, so that nobody sees a state between.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The file.
/// - Parameter target: Its new name.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_open``; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `posix-rename@openssh.com`.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_posix_rename_ex.
@_cdecl("swiftssh_sftp_posix_rename")
public func swiftssh_sftp_posix_rename(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ target: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        try sftp.rename(SwiftSSHABI.path(path, "path"), to: SwiftSSHABI.path(target, "target"), overwriting: true)
    }
}

/// Copies bytes from one file of the server's to another, without them coming here.
/// - Parameter sftp: The SFTP session of both files.
/// - Parameter source: The file that is read, open for reading.
/// - Parameter source_offset: Where in it the bytes begin.
/// - Parameter count: How many; 0 copies up to its end.
/// - Parameter target: The file that is written, open for writing; not the same as the source.
/// - Parameter target_offset: Where in it the bytes go.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_open``; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `copy-data`; SWIFTSSH_ERROR_INVAL when a
///   file is another SFTP session's.
/// - Blocks: Until all is copied or the session's timeout has passed, unless in non-blocking mode.
/// - Source: draft-ietf-secsh-filexfer-extensions-00, 7.
@_cdecl("swiftssh_sftp_copy_data")
public func swiftssh_sftp_copy_data(
    _ sftp: swiftssh_sftp?, _ source: swiftssh_sftp_handle?, _ source_offset: UInt64, _ count: UInt64,
    _ target: swiftssh_sftp_handle?, _ target_offset: UInt64, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        try sftp.copyData(
            from: sftpHandle(source), offset: source_offset, count: count, to: sftpHandle(target),
            targetOffset: target_offset)
    }
}
