// Copying one file over a channel. The channel carries the file's bytes and nothing else: the protocol's acknowledgements are kept from it.

internal import SwiftSSH

/// Has the server send a file by SCP. The channel reads out_size bytes and then its end; where the server cannot send all of them, or
/// cannot read its file, a read fails with SWIFTSSH_ERROR_SCP_PROTOCOL instead. Only the file that was asked for is accepted.
/// - Parameter session: An authenticated session.
/// - Parameter path: The remote path; relative ones begin at the user's home. No shell looks into it: `~` and `*` are themselves.
/// - Parameter out_channel: Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
/// - Parameter out_size: Receives the size in bytes, 0 or more; may be NULL.
/// - Parameter out_mode: Receives the permission bits, for example 0644; may be NULL.
/// - Parameter out_mtime: Receives when the file was last written, in seconds since 1970; may be NULL.
/// - Parameter out_atime: Receives when the file was last read, in seconds since 1970; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_SCP_PROTOCOL when the server has no such file or sends something else, with its words in
///   swiftssh_error_server_text; SWIFTSSH_ERROR_INVAL before authentication and for an empty path; SWIFTSSH_ERROR_CHANNEL_FAILURE;
///   SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode: called again in the same words
///   it goes on.
/// - Blocks: Until the file's bytes come or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_scp_recv2.
@_cdecl("swiftssh_session_scp_recv")
public func swiftssh_session_scp_recv(
    _ session: swiftssh_session?, _ path: UnsafePointer<CChar>?,
    _ out_channel: UnsafeMutablePointer<swiftssh_channel?>?, _ out_size: UnsafeMutablePointer<Int64>?,
    _ out_mode: UnsafeMutablePointer<UInt32>?, _ out_mtime: UnsafeMutablePointer<Int64>?,
    _ out_atime: UnsafeMutablePointer<Int64>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(
        of: session, out_channel, "out_channel", error,
        clear: {
            out_size?.pointee = 0
            out_mode?.pointee = 0
            out_mtime?.pointee = 0
            out_atime?.pointee = 0
        }
    ) { (session: Session) throws(SSHError) in
        let (channel, information) = try session.scpReceive(path: text(path, "path"))
        out_size?.pointee = information.size
        out_mode?.pointee = information.mode
        out_mtime?.pointee = information.modificationTime
        out_atime?.pointee = information.accessTime
        return channel
    }
}

/// Has the server take a file by SCP. Exactly size bytes are to be written to the channel. Whether the server has kept them is known from
/// swiftssh_channel_wait_eof after swiftssh_channel_send_eof, or from swiftssh_channel_close: they fail with SWIFTSSH_ERROR_SCP_PROTOCOL when
/// it has not.
/// - Parameter session: An authenticated session.
/// - Parameter path: The remote path, as in ``swiftssh_session_scp_recv``.
/// - Parameter mode: The permission bits, for example 0644; without times the server's umask takes some away.
/// - Parameter size: The number of bytes, at most 2^63 - 1.
/// - Parameter mtime: When the file was last written, in seconds since 1970. Both times 0 leave them to the server.
/// - Parameter atime: When the file was last read, in seconds since 1970.
/// - Parameter out_channel: Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_SCP_PROTOCOL when the server does not take the file, with its words in
///   swiftssh_error_server_text; SWIFTSSH_ERROR_INVAL before authentication, for a size that is too large and for a path that does not end in
///   a file's name; SWIFTSSH_ERROR_CHANNEL_FAILURE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in
///   non-blocking mode: called again in the same words it goes on.
/// - Blocks: Until bytes can be written or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_scp_send64.
@_cdecl("swiftssh_session_scp_send")
public func swiftssh_session_scp_send(
    _ session: swiftssh_session?, _ path: UnsafePointer<CChar>?, _ mode: UInt32, _ size: UInt64, _ mtime: Int64,
    _ atime: Int64, _ out_channel: UnsafeMutablePointer<swiftssh_channel?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: session, out_channel, "out_channel", error) { (session: Session) throws(SSHError) in
        try session.scpSend(
            path: text(path, "path"), mode: mode, size: size, modificationTime: mtime, accessTime: atime)
    }
}
