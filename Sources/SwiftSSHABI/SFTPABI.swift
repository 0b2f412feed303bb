// The files of a server (SFTP version 3 with OpenSSH's extensions).
//
// Paths and names are bytes, as servers have them: they go in as bytes that end in NUL and need not be UTF-8, and come out as the server
// sent them. Calls go side by side, each with its own answer; in non-blocking mode a call that gave SWIFTSSH_ERROR_EAGAIN is made again in the same
// words. A server's refusal is SWIFTSSH_ERROR_SFTP_PROTOCOL, with swiftssh_error_sftp_status, swiftssh_error_server_text and
// swiftssh_error_path; so is a breach of the protocol, which ends this SFTP session and not the SSH session, and has the status -1.

internal import SwiftSSH

/// A server's files. Freed with swiftssh_sftp_free; keeps its session alive until then.
public typealias swiftssh_sftp = OpaquePointer

/// A file or a directory that is open on a server. Freed with swiftssh_sftp_handle_free; keeps its SFTP session alive until then.
public typealias swiftssh_sftp_handle = OpaquePointer

/// What is known of a file, or is to be set. Freed with swiftssh_sftp_attributes_free.
public typealias swiftssh_sftp_attributes = OpaquePointer

/// What is known of a file system. Freed with swiftssh_sftp_filesystem_free.
public typealias swiftssh_sftp_filesystem = OpaquePointer

/// Names of users and groups. Freed with swiftssh_sftp_names_free.
public typealias swiftssh_sftp_names = OpaquePointer

/// Starts the server's SFTP subsystem.
/// - Parameter session: An authenticated session.
/// - Parameter out_sftp: Receives the SFTP session, which the caller frees with swiftssh_sftp_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server has no SFTP; SWIFTSSH_ERROR_SFTP_PROTOCOL when it does not
///   speak version 3 or breaks the protocol; SWIFTSSH_ERROR_INVAL before authentication; SWIFTSSH_ERROR_CHANNEL_FAILURE; SWIFTSSH_ERROR_TIMEOUT;
///   SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until both sides have greeted each other or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_init, draft-ietf-secsh-filexfer-02, 4.
@_cdecl("swiftssh_session_sftp_init")
public func swiftssh_session_sftp_init(
    _ session: swiftssh_session?, _ out_sftp: UnsafeMutablePointer<swiftssh_sftp?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: session, out_sftp, "out_sftp", error) { (session: Session) throws(SSHError) in
        try session.sftp()
    }
}

/// Starts the server's SFTP subsystem, and says how much each file may have under way.
/// - Parameter session: An authenticated session.
/// - Parameter bytes_in_flight: How many bytes each file may have under way: asked for ahead of its reader, or written and not acknowledged. From
///   32 KiB to 256 MiB, what is beyond counts as the bound; 0 for 8 MiB. The channel is opened with a window to match.
/// - Parameter out_sftp: Receives the SFTP session, which the caller frees with swiftssh_sftp_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_session_sftp_init``.
/// - Blocks: Until both sides have greeted each other or the session's timeout has passed, unless in non-blocking mode.
@_cdecl("swiftssh_session_sftp_init_ex")
public func swiftssh_session_sftp_init_ex(
    _ session: swiftssh_session?, _ bytes_in_flight: UInt64, _ out_sftp: UnsafeMutablePointer<swiftssh_sftp?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: session, out_sftp, "out_sftp", error) { (session: Session) throws(SSHError) in
        let options = bytes_in_flight == 0 ? SFTPOptions() : SFTPOptions(bytesInFlight: Int(clamping: bytes_in_flight))
        return try session.sftp(options: options)
    }
}

/// Lets an SFTP session go: it is closed without waiting, once its files have been freed too.
/// - Parameter sftp: An SFTP session; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_sftp_free")
public func swiftssh_sftp_free(_ sftp: swiftssh_sftp?) {
    boundaryVoid { HandleTable.shared.remove(sftp, SFTP.self) }
}

/// Ends an SFTP session, and the requests that are under way. What files have accepted to write is sent, but whether the server has written it is
/// not waited for: close them first. Ending it again does nothing.
/// - Parameter sftp: An SFTP session, which is still to be freed.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server has closed its side or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_shutdown.
@_cdecl("swiftssh_sftp_shutdown")
public func swiftssh_sftp_shutdown(
    _ sftp: swiftssh_sftp?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try SwiftSSHABI.sftp(sftp).shutdown() }
}

/// The status of the last reply that made a call fail. A success does not reset it.
/// - Parameter sftp: An SFTP session.
/// - Returns: One of SWIFTSSH_FX_*, or a number that this version does not know; 0 while no call has failed; SWIFTSSH_ERROR_INVALID_HANDLE for a bad
///   handle.
/// - Source: libssh2_sftp_last_error.
@_cdecl("swiftssh_sftp_last_error")
public func swiftssh_sftp_last_error(_ sftp: swiftssh_sftp?) -> Int64 {
    boundaryNumber { () throws(SSHError) in Int64(clamping: try SwiftSSHABI.sftp(sftp).lastStatus.rawValue) }
}

/// The channel that the requests go over. It belongs to the protocol: what is read from it or written to it breaks the SFTP session.
/// - Parameter sftp: An SFTP session.
/// - Parameter out_channel: Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when out_channel is NULL.
/// - Blocks: No.
/// - Source: libssh2_sftp_get_channel.
@_cdecl("swiftssh_sftp_get_channel")
public func swiftssh_sftp_get_channel(
    _ sftp: swiftssh_sftp?, _ out_channel: UnsafeMutablePointer<swiftssh_channel?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: sftp, out_channel, "out_channel", error) { (sftp: SFTP) throws(SSHError) in sftp.channel }
}

/// How many bytes each file may have under way.
/// - Parameter sftp: An SFTP session.
/// - Returns: The number; 0 for a bad handle.
@_cdecl("swiftssh_sftp_bytes_in_flight")
public func swiftssh_sftp_bytes_in_flight(_ sftp: swiftssh_sftp?) -> UInt64 {
    boundaryUnsigned { () throws(SSHError) in UInt64(clamping: try SwiftSSHABI.sftp(sftp).bytesInFlight) }
}

/// Sets how many bytes each file may have under way from here on.
/// - Parameter sftp: An SFTP session.
/// - Parameter bytes_in_flight: The number, from 32 KiB to what the SFTP session was started with; what is beyond counts as the bound.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_sftp_set_bytes_in_flight")
public func swiftssh_sftp_set_bytes_in_flight(
    _ sftp: swiftssh_sftp?, _ bytes_in_flight: UInt64, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.sftp(sftp).bytesInFlight = Int(clamping: bytes_in_flight)
    }
}
