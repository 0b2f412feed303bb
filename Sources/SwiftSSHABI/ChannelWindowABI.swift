internal import SwiftSSH

/// Standard error is read as stream 1.
public let SWIFTSSH_EXTENDED_DATA_NORMAL: Int32 = 0
/// Standard error is dropped.
public let SWIFTSSH_EXTENDED_DATA_IGNORE: Int32 = 1
/// Standard error is read as part of stream 0, in the order in which it came.
public let SWIFTSSH_EXTENDED_DATA_MERGE: Int32 = 2

/// Every stream but standard output.
public let SWIFTSSH_FLUSH_EXTENDED_DATA: Int32 = -1
/// Every stream.
public let SWIFTSSH_FLUSH_ALL: Int32 = -2

/// The bytes that the server may send before it must be granted more.
/// - Parameter channel: A channel.
/// - Parameter out_initial: Receives what it was when the channel was opened; may be NULL.
/// - Returns: The number; 0 for a bad handle.
/// - Source: libssh2_channel_window_read_ex.
@_cdecl("swiftssh_channel_window_read")
public func swiftssh_channel_window_read(
    _ channel: swiftssh_channel?, _ out_initial: UnsafeMutablePointer<UInt64>?
) -> UInt64 {
    boundaryUnsigned { () throws(SSHError) in
        out_initial?.pointee = 0
        let window = try SwiftSSHABI.channel(channel).receiveWindow
        out_initial?.pointee = window.initialSize
        return window.size
    }
}

/// The bytes that may be written before the server must grant more.
/// - Parameter channel: A channel.
/// - Parameter out_initial: Receives what it was when the channel was opened; may be NULL.
/// - Returns: The number; 0 for a bad handle.
/// - Source: libssh2_channel_window_write_ex.
@_cdecl("swiftssh_channel_window_write")
public func swiftssh_channel_window_write(
    _ channel: swiftssh_channel?, _ out_initial: UnsafeMutablePointer<UInt64>?
) -> UInt64 {
    boundaryUnsigned { () throws(SSHError) in
        out_initial?.pointee = 0
        let window = try SwiftSSHABI.channel(channel).sendWindow
        out_initial?.pointee = window.initialSize
        return window.size
    }
}

/// Grants the server more bytes.
/// - Parameter channel: A channel.
/// - Parameter adjustment: How many more; the window may grow to 2^31 bytes, beyond that it is SWIFTSSH_ERROR_INVAL.
/// - Parameter force: Whether a small grant is sent at once and not saved up: 0 or not 0.
/// - Parameter out_window: Receives what the server may send then, 0 on failure; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until it is sent, unless in non-blocking mode.
/// - Source: libssh2_channel_receive_window_adjust2.
@_cdecl("swiftssh_channel_receive_window_adjust")
public func swiftssh_channel_receive_window_adjust(
    _ channel: swiftssh_channel?, _ adjustment: UInt32, _ force: Int32, _ out_window: UnsafeMutablePointer<UInt64>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        out_window?.pointee = 0
        let channel = try SwiftSSHABI.channel(channel)
        // Not in one line: without an output the call would not be made.
        let window = try channel.adjustReceiveWindow(by: adjustment, isForced: force != 0)
        out_window?.pointee = window
    }
}

/// Sets what becomes of the standard error stream from here on; what came before stays where it is.
/// - Parameter channel: A channel.
/// - Parameter mode: One of SWIFTSSH_EXTENDED_DATA_*.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for an unknown mode.
/// - Blocks: No.
/// - Source: libssh2_channel_handle_extended_data2.
@_cdecl("swiftssh_channel_handle_extended_data")
public func swiftssh_channel_handle_extended_data(
    _ channel: swiftssh_channel?, _ mode: Int32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let channel = try SwiftSSHABI.channel(channel)
        guard let mode = ExtendedDataMode(rawValue: mode) else {
            throw SSHError(.invalidArgument, "there is no extended data mode \(mode)")
        }
        channel.setExtendedDataMode(mode)
    }
}

/// Drops what has been received and was not read; what arrives meanwhile stays.
/// - Parameter channel: A channel.
/// - Parameter stream_id: 0 for standard output, 1 for standard error, or one of SWIFTSSH_FLUSH_*.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: How many bytes were dropped; or a status.
/// - Blocks: No.
/// - Source: libssh2_channel_flush_ex.
@_cdecl("swiftssh_channel_flush")
public func swiftssh_channel_flush(
    _ channel: swiftssh_channel?, _ stream_id: Int32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let channel = try SwiftSSHABI.channel(channel)
        switch stream_id {
        case SWIFTSSH_FLUSH_ALL: return Int64(clamping: try channel.flush(stream: nil))
        case SWIFTSSH_FLUSH_EXTENDED_DATA: return Int64(clamping: try channel.flush(stream: Channel.standardError))
        case 0...: return Int64(clamping: try channel.flush(stream: UInt32(clamping: stream_id)))
        default: throw SSHError(.invalidArgument, "there is no stream \(stream_id)")
        }
    }
}

/// How many bytes of one stream have come and can be read without waiting.
/// - Parameter channel: A channel.
/// - Parameter stream_id: 0 for standard output, 1 for standard error.
/// - Returns: The number; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
/// - Source: libssh2_poll_channel_read.
@_cdecl("swiftssh_channel_available")
public func swiftssh_channel_available(
    _ channel: swiftssh_channel?, _ stream_id: UInt32
) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        Int64(clamping: try SwiftSSHABI.channel(channel).available(stream: stream_id))
    }
}
