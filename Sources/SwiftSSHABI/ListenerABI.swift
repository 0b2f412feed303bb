internal import SwiftSSH

/// Lets a listener go: the server stops listening, without anybody waiting for that.
/// - Parameter listener: A listener; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_listener_free")
public func swiftssh_listener_free(_ listener: swiftssh_listener?) {
    boundaryVoid { HandleTable.shared.remove(listener, Listener.self) }
}

/// Waits for the next connection.
/// - Parameter listener: A listener.
/// - Parameter out_channel: Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_BAD_USE after swiftssh_listener_cancel; why the connection is over; SWIFTSSH_ERROR_TIMEOUT;
///   SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until a connection comes or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_forward_accept.
@_cdecl("swiftssh_listener_accept")
public func swiftssh_listener_accept(
    _ listener: swiftssh_listener?, _ out_channel: UnsafeMutablePointer<swiftssh_channel?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: listener, out_channel, "out_channel", error) { (listener: Listener) throws(SSHError) in
        try listener.accept()
    }
}

/// Makes the server stop listening; connections that wait are closed, those that were accepted go on. Cancelling it again waits for what the
/// first call did not wait for, or does nothing. From the first call on nothing is accepted, whether or not the server answers.
/// - Parameter listener: A listener.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_forward_cancel.
@_cdecl("swiftssh_listener_cancel")
public func swiftssh_listener_cancel(
    _ listener: swiftssh_listener?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try HandleTable.shared.object(listener, Listener.self).cancel()
    }
}
