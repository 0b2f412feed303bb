internal import SwiftSSH

/// The session waits for bytes of the server.
public let SWIFTSSH_BLOCK_INBOUND: Int32 = 1
/// The session has bytes for the server.
public let SWIFTSSH_BLOCK_OUTBOUND: Int32 = 2

/// Makes a session that is not connected, on the engine that the environment variable SWIFTSSH_ENGINE names (`libssh2` or `native`),
/// or on libssh2.
/// - Parameter out_session: Receives the session, which the caller frees with swiftssh_session_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_ALLOC, SWIFTSSH_ERROR_INVAL for a NULL output or an engine that there is not.
/// - Blocks: No.
@_cdecl("swiftssh_session_new")
public func swiftssh_session_new(
    _ out_session: UnsafeMutablePointer<swiftssh_session?>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(out_session, "out_session", error) { () throws(SSHError) in try Session() }
}

/// Lets a session go, without a word to the server and without waiting. What it has handed out keeps it alive until that is freed too.
/// - Parameter session: A session; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_session_free")
public func swiftssh_session_free(_ session: swiftssh_session?) {
    boundaryVoid { HandleTable.shared.remove(session, Session.self) }
}

/// Ends a session at once, without a word to the server. Calls of other threads that wait return SWIFTSSH_ERROR_CANCELLED,
/// later calls SWIFTSSH_ERROR_CLOSED. In a callback of the session's, the call that the callback is within ends so when it has
/// returned. Closing it again does nothing.
/// - Parameter session: A session.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_session_close")
public func swiftssh_session_close(
    _ session: swiftssh_session?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try SwiftSSHABI.session(session).close() }
}

/// Resolves a host's name, connects to its addresses one after the other and exchanges keys. The session owns the socket.
/// Look at the host key before authenticating.
/// - Parameter session: A session that has not been connected.
/// - Parameter host: A name or an address, IPv6 or IPv4.
/// - Parameter port: The port, 1 to 65535.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_ADDRESS_NOT_FOUND; SWIFTSSH_ERROR_CONNECT, with the error's errno;
///   SWIFTSSH_ERROR_INVAL for port 0; SWIFTSSH_ERROR_TIMEOUT; what swiftssh_session_handshake returns.
/// - Blocks: Until keys are exchanged or the session's timeout has passed, in non-blocking mode too.
@_cdecl("swiftssh_session_connect")
public func swiftssh_session_connect(
    _ session: swiftssh_session?, _ host: UnsafePointer<CChar>?, _ port: UInt16,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.session(session).connect(host: text(host, "host"), port: port)
    }
}

/// Exchanges keys over a connected socket of the caller's, which is neither closed nor put into another mode, and must stay
/// open as long as the session is used.
/// - Parameter session: A session that has not been connected.
/// - Parameter socket: The descriptor of a connected stream socket.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_BANNER_RECV when the peer does not speak SSH 2; SWIFTSSH_ERROR_SOCKET_DISCONNECT
///   when it closes; SWIFTSSH_ERROR_KEX_FAILURE when no algorithms are in common; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_BAD_SOCKET;
///   SWIFTSSH_ERROR_SOCKET_RECV when the descriptor is not open; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until keys are exchanged or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_session_handshake, RFC 4253.
@_cdecl("swiftssh_session_handshake")
public func swiftssh_session_handshake(
    _ session: swiftssh_session?, _ socket: Int32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try SwiftSSHABI.session(session).handshake(socket: socket) }
}

/// Says goodbye and ends the connection. A session that is not connected has nothing to say; a second goodbye does nothing.
/// - Parameter session: A session.
/// - Parameter reason: The reason's number (RFC 4253, 11.1); 11 is "by application".
/// - Parameter description: The words that go with it, at most 255 bytes are sent; NULL for none.
/// - Parameter language: The language of the words (RFC 3066); NULL for none.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the words are sent or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_session_disconnect_ex.
@_cdecl("swiftssh_session_disconnect")
public func swiftssh_session_disconnect(
    _ session: swiftssh_session?, _ reason: UInt32, _ description: UnsafePointer<CChar>?,
    _ language: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.session(session).disconnect(
            reason: reason, description: description == nil ? "" : text(description, "description"),
            language: language == nil ? "" : text(language, "language"))
    }
}

/// Sets whether calls wait. In non-blocking mode a call that would wait returns SWIFTSSH_ERROR_EAGAIN and goes on when it is made
/// again with the same arguments.
/// - Parameter session: A session.
/// - Parameter blocking: 0 for non-blocking, anything else for blocking, the default.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
/// - Source: libssh2_session_set_blocking.
@_cdecl("swiftssh_session_set_blocking")
public func swiftssh_session_set_blocking(
    _ session: swiftssh_session?, _ blocking: Int32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try SwiftSSHABI.session(session).isBlocking = blocking != 0 }
}

/// Whether calls wait.
/// - Parameter session: A session.
/// - Returns: 1 or 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_session_get_blocking")
public func swiftssh_session_get_blocking(_ session: swiftssh_session?) -> Int32 {
    boundaryNumber { () throws(SSHError) in try SwiftSSHABI.session(session).isBlocking ? 1 : 0 }
}

/// Sets the time that one blocking call may take in all.
/// - Parameter session: A session.
/// - Parameter milliseconds: The time; 0, the default, and less are no limit.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
/// - Source: libssh2_session_set_timeout, whose limit is for each wait; this one is for the whole call.
@_cdecl("swiftssh_session_set_timeout")
public func swiftssh_session_set_timeout(
    _ session: swiftssh_session?, _ milliseconds: Int64, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.session(session).timeout = milliseconds > 0 ? .milliseconds(milliseconds) : nil
    }
}

/// The time that one blocking call may take in all.
/// - Parameter session: A session.
/// - Returns: Milliseconds, 0 for no limit; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_session_get_timeout")
public func swiftssh_session_get_timeout(_ session: swiftssh_session?) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        guard let timeout = try SwiftSSHABI.session(session).timeout else { return 0 }
        let (seconds, attoseconds) = timeout.components
        return seconds &* 1000 &+ attoseconds / 1_000_000_000_000_000
    }
}

/// What the socket must become ready for so that calls go on. SWIFTSSH_BLOCK_OUTBOUND, for which there is hardly ever a wait, is also told
/// when one call has taken in what another, which returned SWIFTSSH_ERROR_EAGAIN before, may wait for: then that is to be called again.
/// - Parameter session: A session.
/// - Returns: Bits of SWIFTSSH_BLOCK_*, 0 when there is nothing to wait for; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
/// - Source: libssh2_session_block_directions.
@_cdecl("swiftssh_session_block_directions")
public func swiftssh_session_block_directions(_ session: swiftssh_session?) -> Int32 {
    boundaryNumber { () throws(SSHError) in try SwiftSSHABI.session(session).blockDirections.rawValue }
}

/// The descriptor of a session's socket.
/// - Parameter session: A session.
/// - Returns: The descriptor, -1 when there is none; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_session_socket")
public func swiftssh_session_socket(_ session: swiftssh_session?) -> Int32 {
    boundaryNumber { () throws(SSHError) in try SwiftSSHABI.session(session).socket ?? -1 }
}

/// The server's identification line, escaped, for example `SSH-2.0-OpenSSH_9.2p1`.
/// - Parameter session: A session.
/// - Parameter buffer: Receives the text; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the text, 0 before it came; or a status.
/// - Blocks: No.
/// - Source: libssh2_session_banner_get.
@_cdecl("swiftssh_session_banner")
public func swiftssh_session_banner(
    _ session: swiftssh_session?, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        copyOut(try SwiftSSHABI.session(session).serverIdentification ?? "", buffer, capacity)
    }
}

/// Sets how often swiftssh_session_keepalive_send sends. Nothing is sent by itself.
/// - Parameter session: A session.
/// - Parameter want_reply: Whether the server is asked to answer: 0 or not 0.
/// - Parameter interval: Seconds between two; 0 switches them off, 1 counts as 2.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
/// - Source: libssh2_keepalive_config.
@_cdecl("swiftssh_session_keepalive_config")
public func swiftssh_session_keepalive_config(
    _ session: swiftssh_session?, _ want_reply: Int32, _ interval: UInt32,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.session(session).configureKeepalive(wantsReply: want_reply != 0, interval: interval)
    }
}

/// Sends a keepalive if one is due. It does not wait for an answer; swiftssh_session_ping does.
/// - Parameter session: A session.
/// - Parameter out_seconds: Receives the seconds until the next is due, 0 when they are off; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, or why the connection is over.
/// - Blocks: No.
/// - Source: libssh2_keepalive_send.
@_cdecl("swiftssh_session_keepalive_send")
public func swiftssh_session_keepalive_send(
    _ session: swiftssh_session?, _ out_seconds: UnsafeMutablePointer<Int32>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        out_seconds?.pointee = 0
        let seconds = try SwiftSSHABI.session(session).sendKeepalive()
        out_seconds?.pointee = Int32(clamping: seconds)
    }
}

/// Makes the server answer, and waits for it: a dead peer shows as SWIFTSSH_ERROR_TIMEOUT. Leaves nothing behind on either side.
/// - Parameter session: An authenticated session.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_TIMEOUT, why the connection is over, SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the answer comes or the session's timeout has passed, unless in non-blocking mode.
@_cdecl("swiftssh_session_ping")
public func swiftssh_session_ping(
    _ session: swiftssh_session?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try SwiftSSHABI.session(session).ping() }
}

/// Has keys exchanged anew and waits until both sides use them. Nobody need call it: where the engine can, keys are renewed by themselves
/// after an hour and a GiB. Other calls go on beside it.
/// - Parameter session: An authenticated session.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without SWIFTSSH_CAPABILITY_REKEYING; SWIFTSSH_ERROR_INVAL before authentication;
///   SWIFTSSH_ERROR_TIMEOUT; why the connection is over; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the keys are there or the session's timeout has passed, unless in non-blocking mode.
/// - Source: RFC 4253, 9.
@_cdecl("swiftssh_session_rekey")
public func swiftssh_session_rekey(
    _ session: swiftssh_session?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try SwiftSSHABI.session(session).rekey() }
}

/// Opens a channel for a remote process.
/// - Parameter session: An authenticated session.
/// - Parameter out_channel: Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_FAILURE when the server refuses; SWIFTSSH_ERROR_INVAL before authentication;
///   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_open_session, RFC 4254, 6.1.
@_cdecl("swiftssh_session_open_session")
public func swiftssh_session_open_session(
    _ session: swiftssh_session?, _ out_channel: UnsafeMutablePointer<swiftssh_channel?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: session, out_channel, "out_channel", error) { (session: Session) throws(SSHError) in
        try session.openChannel()
    }
}
