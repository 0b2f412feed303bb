internal import SwiftSSH

/// Waits until the server has closed the channel, and tells how the remote process ended. A connection that is cut tells nothing of it.
/// - Parameter channel: A channel.
/// - Parameter out_kind: Receives one of SWIFTSSH_EXIT_*, 0 on failure; may be NULL.
/// - Parameter out_status: Receives the exit status with SWIFTSSH_EXIT_EXITED, else 0; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
@_cdecl("swiftssh_channel_wait_exit")
public func swiftssh_channel_wait_exit(
    _ channel: swiftssh_channel?, _ out_kind: UnsafeMutablePointer<Int32>?, _ out_status: UnsafeMutablePointer<Int32>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        out_kind?.pointee = 0
        out_status?.pointee = 0
        let exit = try SwiftSSHABI.channel(channel).waitExit()
        out_kind?.pointee = exit.kind
        out_status?.pointee = exit.status
    }
}

/// How the remote process ended, as far as that has come.
/// - Parameter channel: A channel.
/// - Returns: One of SWIFTSSH_EXIT_*; 0 while it may still come; why the connection is over, where it was cut before the channel's end;
///   SWIFTSSH_ERROR_REENTERED in a callback of this session; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
/// - Blocks: No.
@_cdecl("swiftssh_channel_exit_kind")
public func swiftssh_channel_exit_kind(_ channel: swiftssh_channel?) -> Int32 {
    boundaryNumber { () throws(SSHError) in try SwiftSSHABI.channel(channel).exit?.kind ?? 0 }
}

/// The exit status that has come so far.
/// - Parameter channel: A channel.
/// - Returns: The status, 0 while none is known; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
/// - Source: libssh2_channel_get_exit_status.
@_cdecl("swiftssh_channel_exit_status")
public func swiftssh_channel_exit_status(
    _ channel: swiftssh_channel?
) -> Int32 {
    boundaryNumber { () throws(SSHError) in try SwiftSSHABI.channel(channel).exitStatus ?? 0 }
}

/// The name of the signal that ended the remote process, without SIG, for example `KILL`.
/// - Parameter channel: A channel.
/// - Parameter buffer: Receives the text; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the name, 0 for none; or a status.
/// - Blocks: No.
/// - Source: libssh2_channel_get_exit_signal.
@_cdecl("swiftssh_channel_exit_signal")
public func swiftssh_channel_exit_signal(
    _ channel: swiftssh_channel?, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        copyOut(try SwiftSSHABI.channel(channel).exitSignal?.name ?? "", buffer, capacity)
    }
}

/// The server's explanation of the signal that ended the remote process, escaped.
/// - Parameter channel: A channel.
/// - Parameter buffer: Receives the text; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the text, 0 for none; or a status.
/// - Blocks: No.
@_cdecl("swiftssh_channel_exit_signal_message")
public func swiftssh_channel_exit_signal_message(
    _ channel: swiftssh_channel?, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        copyOut(try SwiftSSHABI.channel(channel).exitSignal?.message ?? "", buffer, capacity)
    }
}

/// The language of the server's explanation of the signal (RFC 3066), escaped, for example `en`.
/// - Parameter channel: A channel.
/// - Parameter buffer: Receives the text; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the text, 0 for none; or a status.
/// - Blocks: No.
@_cdecl("swiftssh_channel_exit_signal_language")
public func swiftssh_channel_exit_signal_language(
    _ channel: swiftssh_channel?, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        copyOut(try SwiftSSHABI.channel(channel).exitSignal?.language ?? "", buffer, capacity)
    }
}

/// Whether the remote process dumped core when a signal ended it.
/// - Parameter channel: A channel.
/// - Returns: 1 or 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_channel_exit_signal_core_dumped")
public func swiftssh_channel_exit_signal_core_dumped(_ channel: swiftssh_channel?) -> Int32 {
    boundaryNumber { () throws(SSHError) in try SwiftSSHABI.channel(channel).exitSignal?.dumpedCore == true ? 1 : 0 }
}

extension Exit {
    /// One of SWIFTSSH_EXIT_*.
    var kind: Int32 {
        switch self {
        case .exited: SWIFTSSH_EXIT_EXITED
        case .signalled: SWIFTSSH_EXIT_SIGNALLED
        case .closedWithoutStatus: SWIFTSSH_EXIT_CLOSED_WITHOUT_STATUS
        }
    }

    /// The status, 0 where there is none.
    var status: Int32 {
        guard case .exited(let status) = self else { return 0 }
        return status
    }
}
