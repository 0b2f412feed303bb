internal import SwiftSSH

/// Asks for a pseudo-terminal for what will run.
/// - Parameter channel: A channel.
/// - Parameter term: The terminal's type, as in TERM.
/// - Parameter modes: The encoded terminal modes (RFC 4254, 8); NULL for the server's own.
/// - Parameter modes_length: Their length in bytes; with the type at most 256.
/// - Parameter width: Columns of characters.
/// - Parameter height: Rows of characters.
/// - Parameter width_pixels: Pixels across, 0 for unknown.
/// - Parameter height_pixels: Pixels down, 0 for unknown.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode. SWIFTSSH_ERROR_INVAL
///   when type and modes are too long.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_request_pty_ex, RFC 4254, 6.2.
@_cdecl("swiftssh_channel_request_pty")
public func swiftssh_channel_request_pty(
    _ channel: swiftssh_channel?, _ term: UnsafePointer<CChar>?, _ modes: UnsafePointer<UInt8>?, _ modes_length: UInt,
    _ width: UInt32, _ height: UInt32, _ width_pixels: UInt32, _ height_pixels: UInt32,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let channel = try SwiftSSHABI.channel(channel)
        try channel.requestTerminal(
            text(term, "term"), modes: bytes(modes, modes_length, "modes"),
            size: TerminalSize(
                columns: width, rows: height, pixelWidth: width_pixels, pixelHeight: height_pixels))
    }
}

/// Tells the server that the pseudo-terminal's size has changed. There is no answer.
/// - Parameter channel: A channel.
/// - Parameter width: Columns of characters.
/// - Parameter height: Rows of characters.
/// - Parameter width_pixels: Pixels across, 0 for unknown.
/// - Parameter height_pixels: Pixels down, 0 for unknown.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until it is sent, unless in non-blocking mode.
/// - Source: libssh2_channel_request_pty_size_ex, RFC 4254, 6.7.
@_cdecl("swiftssh_channel_request_pty_size")
public func swiftssh_channel_request_pty_size(
    _ channel: swiftssh_channel?, _ width: UInt32, _ height: UInt32, _ width_pixels: UInt32, _ height_pixels: UInt32,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let channel = try SwiftSSHABI.channel(channel)
        try channel.resizeTerminal(
            TerminalSize(
                columns: width, rows: height, pixelWidth: width_pixels, pixelHeight: height_pixels))
    }
}

/// Sends a signal to the remote process. There is no answer.
/// - Parameter channel: A channel.
/// - Parameter name: The signal's name without SIG, for example `TERM`.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without SWIFTSSH_CAPABILITY_CHANNEL_SIGNAL; why the connection is over;
///   SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until it is sent, unless in non-blocking mode.
/// - Source: libssh2_channel_signal_ex, RFC 4254, 6.9.
@_cdecl("swiftssh_channel_signal")
public func swiftssh_channel_signal(
    _ channel: swiftssh_channel?, _ name: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let channel = try SwiftSSHABI.channel(channel)
        try channel.sendSignal(text(name, "name"))
    }
}

/// Sends a break to the remote process's terminal or line.
/// - Parameter channel: A channel.
/// - Parameter milliseconds: How long the break is; 0 leaves it to the server.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses, as OpenSSH does without a terminal;
///   SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without SWIFTSSH_CAPABILITY_CHANNEL_BREAK; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in
///   non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: RFC 4335.
@_cdecl("swiftssh_channel_send_break")
public func swiftssh_channel_send_break(
    _ channel: swiftssh_channel?, _ milliseconds: UInt32,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.channel(channel).sendBreak(milliseconds: milliseconds)
    }
}

/// Asks for the user's authentication agent to be forwarded to what will run. Whoever controls the server can use the agent then. Its connections come to
/// swiftssh_session_listen_agent, and are refused where that has not been called. OpenSSH agrees once in a connection, for all that is started in it from then on,
/// and refuses a second time.
/// - Parameter channel: A channel.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without
///   SWIFTSSH_CAPABILITY_AGENT_FORWARDING; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_request_auth_agent.
@_cdecl("swiftssh_channel_request_auth_agent")
public func swiftssh_channel_request_auth_agent(
    _ channel: swiftssh_channel?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.channel(channel).requestAgentForwarding()
    }
}

/// Asks for X11 to be forwarded to what will run. Its connections come to swiftssh_session_listen_x11, and are refused where that has not been called.
/// - Parameter channel: A channel.
/// - Parameter single_connection: Whether only one connection is to be forwarded: 0 or not 0.
/// - Parameter auth_proto: The name of the X11 authentication method; NULL for `MIT-MAGIC-COOKIE-1`.
/// - Parameter auth_cookie: The cookie in hexadecimal digits; NULL for a random one.
/// - Parameter screen_number: The screen's number.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_x11_req_ex, RFC 4254, 6.3.
@_cdecl("swiftssh_channel_x11_req")
public func swiftssh_channel_x11_req(
    _ channel: swiftssh_channel?, _ single_connection: Int32, _ auth_proto: UnsafePointer<CChar>?,
    _ auth_cookie: UnsafePointer<CChar>?, _ screen_number: UInt32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let channel = try SwiftSSHABI.channel(channel)
        try channel.requestX11(
            screen: screen_number, isSingleConnection: single_connection != 0,
            authenticationProtocol: auth_proto == nil ? nil : Array(text(auth_proto, "auth_proto").utf8),
            cookie: auth_cookie == nil ? nil : Array(text(auth_cookie, "auth_cookie").utf8))
    }
}
