// Telling and setting the attributes of a server's files by their paths.

internal import SwiftSSH

/// What the server knows of a file, or of what a symbolic link points to.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The file.
/// - Parameter attributes: Takes what is known in place of what it held; nothing is known after a failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_open``.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_stat_ex, draft-ietf-secsh-filexfer-02, 6.8.
@_cdecl("swiftssh_sftp_stat")
public func swiftssh_sftp_stat(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ attributes: swiftssh_sftp_attributes?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        try sftpAttributes(attributes).fill { () throws(SSHError) in try sftp.stat(SwiftSSHABI.path(path, "path")) }
    }
}

/// What the server knows of a file; of a symbolic link itself.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The file.
/// - Parameter attributes: Takes what is known in place of what it held; nothing is known after a failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_open``.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_stat_ex, draft-ietf-secsh-filexfer-02, 6.8.
@_cdecl("swiftssh_sftp_lstat")
public func swiftssh_sftp_lstat(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ attributes: swiftssh_sftp_attributes?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        try sftpAttributes(attributes).fill { () throws(SSHError) in try sftp.lstat(SwiftSSHABI.path(path, "path")) }
    }
}

/// Sets attributes of a file, or of what a symbolic link points to.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The file.
/// - Parameter attributes: What is to be set; what is not known stays as it is.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_open``.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_stat_ex, draft-ietf-secsh-filexfer-02, 6.9.
@_cdecl("swiftssh_sftp_setstat")
public func swiftssh_sftp_setstat(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ attributes: swiftssh_sftp_attributes?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        try sftp.setAttributes(SwiftSSHABI.path(path, "path"), sftpAttributes(attributes).value)
    }
}

/// Sets attributes of a file; of a symbolic link itself.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The file.
/// - Parameter attributes: What is to be set; what is not known stays as it is.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_open``; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `lsetstat@openssh.com`.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: OpenSSH's `lsetstat@openssh.com`.
@_cdecl("swiftssh_sftp_lsetstat")
public func swiftssh_sftp_lsetstat(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ attributes: swiftssh_sftp_attributes?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        try sftp.setLinkAttributes(SwiftSSHABI.path(path, "path"), sftpAttributes(attributes).value)
    }
}
