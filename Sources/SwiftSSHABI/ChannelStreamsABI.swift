internal import SwiftSSH

/// Reads what there is of one stream, waiting for at least one byte.
/// - Parameter channel: A channel.
/// - Parameter stream_id: 0 for standard output, 1 for standard error.
/// - Parameter buffer: Receives the bytes; may be NULL when length is 0.
/// - Parameter length: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: How many bytes were read; 0 at the end of the stream, which only the server's word makes: a connection that is cut gives
///   SWIFTSSH_ERROR_SOCKET_DISCONNECT or its like after the bytes that came; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until there is a byte or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_read_ex.
@_cdecl("swiftssh_channel_read")
public func swiftssh_channel_read(
    _ channel: swiftssh_channel?, _ stream_id: UInt32, _ buffer: UnsafeMutableRawPointer?, _ length: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let channel = try SwiftSSHABI.channel(channel)
        let target = UnsafeMutableRawBufferPointer(mutating: try SwiftSSHABI.buffer(buffer, length, "buffer"))
        return Int64(clamping: try channel.read(into: target, stream: stream_id))
    }
}

/// Writes all of the bytes; in non-blocking mode what fits.
/// - Parameter channel: A channel.
/// - Parameter stream_id: 0 for standard input.
/// - Parameter data: The bytes; may be NULL when there are none.
/// - Parameter length: Their number.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: How many bytes were taken: all of them, or in non-blocking mode at least one; SWIFTSSH_ERROR_CHANNEL_CLOSED when either side has closed
///   the channel; SWIFTSSH_ERROR_CHANNEL_EOF_SENT; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode when none could be taken.
/// - Blocks: Until the bytes are taken or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_write_ex.
@_cdecl("swiftssh_channel_write")
public func swiftssh_channel_write(
    _ channel: swiftssh_channel?, _ stream_id: UInt32, _ data: UnsafeRawPointer?, _ length: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let channel = try SwiftSSHABI.channel(channel)
        return Int64(clamping: try channel.write(buffer(data, length, "data"), stream: stream_id))
    }
}

/// Says that no more bytes will be written. Saying it again does nothing.
/// - Parameter channel: A channel.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until it is sent or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_send_eof.
@_cdecl("swiftssh_channel_send_eof")
public func swiftssh_channel_send_eof(
    _ channel: swiftssh_channel?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.channel(channel).sendEOF()
    }
}

/// Whether the server has said that no more bytes will come, and all that came were read.
/// - Parameter channel: A channel.
/// - Returns: 1 or 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
/// - Source: libssh2_channel_eof.
@_cdecl("swiftssh_channel_eof")
public func swiftssh_channel_eof(
    _ channel: swiftssh_channel?
) -> Int32 {
    boundaryNumber { () throws(SSHError) in try SwiftSSHABI.channel(channel).isAtEnd ? 1 : 0 }
}

/// Waits until the server has said that no more bytes will come. What comes meanwhile is kept for its readers.
/// - Parameter channel: A channel.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_wait_eof.
@_cdecl("swiftssh_channel_wait_eof")
public func swiftssh_channel_wait_eof(
    _ channel: swiftssh_channel?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.channel(channel).waitEOF()
    }
}

/// Closes the channel on this side; bytes that came can still be read. Closing it again does nothing.
/// - Parameter channel: A channel.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_close.
@_cdecl("swiftssh_channel_close")
public func swiftssh_channel_close(
    _ channel: swiftssh_channel?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.channel(channel).close()
    }
}

/// Waits until the server has closed the channel.
/// - Parameter channel: A channel.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_wait_closed.
@_cdecl("swiftssh_channel_wait_closed")
public func swiftssh_channel_wait_closed(
    _ channel: swiftssh_channel?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.channel(channel).waitClosed()
    }
}
