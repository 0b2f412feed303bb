// Links and paths on a server.

internal import SwiftSSH

/// What a symbolic link points to, as it was written.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The link.
/// - Parameter buffer: Receives the path, and a NUL where there is room for it; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the path in bytes, which was copied if it is not above the capacity; or a status as of ``swiftssh_sftp_open``.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_symlink_ex, draft-ietf-secsh-filexfer-02, 6.10.
@_cdecl("swiftssh_sftp_readlink")
public func swiftssh_sftp_readlink(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        return copyOut(try sftp.readLink(SwiftSSHABI.path(path, "path")).bytes, buffer, capacity)
    }
}

/// Makes a symbolic link.
/// - Parameter sftp: An SFTP session.
/// - Parameter link: The link that is made.
/// - Parameter target: What it points to; it need not be there.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_open``.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_symlink_ex, draft-ietf-secsh-filexfer-02, 6.10; servers that have the two the other way round get them so.
@_cdecl("swiftssh_sftp_symlink")
public func swiftssh_sftp_symlink(
    _ sftp: swiftssh_sftp?, _ link: UnsafePointer<CChar>?, _ target: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        try sftp.makeSymbolicLink(SwiftSSHABI.path(link, "link"), to: SwiftSSHABI.path(target, "target"))
    }
}

/// Gives a file a second name.
/// - Parameter sftp: An SFTP session.
/// - Parameter link: The new name.
/// - Parameter target: The file.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_open``; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `hardlink@openssh.com`.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: OpenSSH's `hardlink@openssh.com`.
@_cdecl("swiftssh_sftp_hardlink")
public func swiftssh_sftp_hardlink(
    _ sftp: swiftssh_sftp?, _ link: UnsafePointer<CChar>?, _ target: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        try sftp.makeHardLink(SwiftSSHABI.path(link, "link"), to: SwiftSSHABI.path(target, "target"))
    }
}

/// The absolute path without `.`, `..` and symbolic links, as the server sees it. The path `.` gives the directory in which relative paths begin.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: A path.
/// - Parameter buffer: Receives the path, and a NUL where there is room for it; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the path in bytes, which was copied if it is not above the capacity; or a status as of ``swiftssh_sftp_open``.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_symlink_ex, draft-ietf-secsh-filexfer-02, 6.11.
@_cdecl("swiftssh_sftp_realpath")
public func swiftssh_sftp_realpath(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        return copyOut(try sftp.realPath(SwiftSSHABI.path(path, "path")).bytes, buffer, capacity)
    }
}

/// The absolute path of one that may begin with `~` or `~user`.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: A path.
/// - Parameter buffer: Receives the path, and a NUL where there is room for it; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the path in bytes, which was copied if it is not above the capacity; or a status as of ``swiftssh_sftp_open``;
///   SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `expand-path@openssh.com`.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: OpenSSH's `expand-path@openssh.com`.
@_cdecl("swiftssh_sftp_expand_path")
public func swiftssh_sftp_expand_path(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        return copyOut(try sftp.expandPath(SwiftSSHABI.path(path, "path")).bytes, buffer, capacity)
    }
}

/// A user's home directory.
/// - Parameter sftp: An SFTP session.
/// - Parameter user: The user's name; NULL or empty for the user that is logged in, which OpenSSH does not take: there swiftssh_sftp_realpath of `.` mostly tells it.
/// - Parameter buffer: Receives the path, and a NUL where there is room for it; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the path in bytes, which was copied if it is not above the capacity; or a status as of ``swiftssh_sftp_open``;
///   SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `home-directory`.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: draft-ietf-secsh-filexfer-extensions-00, 5.
@_cdecl("swiftssh_sftp_home_directory")
public func swiftssh_sftp_home_directory(
    _ sftp: swiftssh_sftp?, _ user: UnsafePointer<CChar>?, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        let user = user == nil ? "" : try text(user, "user")
        return copyOut(try sftp.homeDirectory(user: user).bytes, buffer, capacity)
    }
}
