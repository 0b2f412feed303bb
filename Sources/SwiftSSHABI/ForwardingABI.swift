internal import SwiftSSH

/// Has the server connect to a TCP port that it can reach.
/// - Parameter session: An authenticated session.
/// - Parameter host: The name or address, as the server is to resolve it.
/// - Parameter port: The port.
/// - Parameter origin_host: The address that the connection is said to come from.
/// - Parameter origin_port: The port that the connection is said to come from.
/// - Parameter out_channel: Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_FAILURE when the server refuses or cannot connect; SWIFTSSH_ERROR_INVAL before authentication;
///   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_direct_tcpip_ex, RFC 4254, 7.2.
@_cdecl("swiftssh_session_direct_tcpip")
public func swiftssh_session_direct_tcpip(
    _ session: swiftssh_session?, _ host: UnsafePointer<CChar>?, _ port: UInt16, _ origin_host: UnsafePointer<CChar>?,
    _ origin_port: UInt16, _ out_channel: UnsafeMutablePointer<swiftssh_channel?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: session, out_channel, "out_channel", error) { (session: Session) throws(SSHError) in
        try session.openDirectTCPIP(
            host: text(host, "host"), port: port, originHost: text(origin_host, "origin_host"),
            originPort: origin_port)
    }
}

/// Has the server listen on a UNIX socket of its own and hand over the connections that come.
/// - Parameter session: An authenticated session.
/// - Parameter path: The socket's path on the server, where nothing may be yet; OpenSSH leaves the socket's file behind.
/// - Parameter queue_maxsize: How many connections may wait to be accepted; more are refused.
/// - Parameter out_listener: Receives the listener, which the caller frees with swiftssh_listener_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without SWIFTSSH_CAPABILITY_STREAMLOCAL_LISTENING;
///   SWIFTSSH_ERROR_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_INVAL before authentication; SWIFTSSH_ERROR_TIMEOUT;
///   SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: OpenSSH's PROTOCOL, 2.4.
@_cdecl("swiftssh_session_forward_listen_streamlocal")
public func swiftssh_session_forward_listen_streamlocal(
    _ session: swiftssh_session?, _ path: UnsafePointer<CChar>?, _ queue_maxsize: Int32,
    _ out_listener: UnsafeMutablePointer<swiftssh_listener?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: session, out_listener, "out_listener", error) {
        (session: Session) throws(SSHError) in
        try session.listen(path: text(path, "path"), queueLimit: queue_maxsize)
    }
}

/// Has the server connect to a UNIX socket of its own.
/// - Parameter session: An authenticated session.
/// - Parameter path: The socket's path on the server.
/// - Parameter origin_host: The address that the connection is said to come from.
/// - Parameter origin_port: The port that the connection is said to come from.
/// - Parameter out_channel: Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_FAILURE when the server refuses or cannot connect; SWIFTSSH_ERROR_INVAL before authentication;
///   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_direct_streamlocal_ex, OpenSSH's PROTOCOL, 2.4.
@_cdecl("swiftssh_session_direct_streamlocal")
public func swiftssh_session_direct_streamlocal(
    _ session: swiftssh_session?, _ path: UnsafePointer<CChar>?, _ origin_host: UnsafePointer<CChar>?,
    _ origin_port: UInt16, _ out_channel: UnsafeMutablePointer<swiftssh_channel?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: session, out_channel, "out_channel", error) { (session: Session) throws(SSHError) in
        try session.openDirectStreamLocal(
            path: text(path, "path"), originHost: text(origin_host, "origin_host"), originPort: origin_port)
    }
}

/// Has the server listen on a port of its own and hand over the connections that come.
/// - Parameter session: An authenticated session.
/// - Parameter host: The address that the server listens on; NULL for all, where the server allows that.
/// - Parameter port: The port; 0 lets the server choose.
/// - Parameter queue_maxsize: How many connections may wait to be accepted; more are refused.
/// - Parameter out_listener: Receives the listener, which the caller frees with swiftssh_listener_free; NULL on failure.
/// - Parameter out_bound_port: Receives the port that the server listens on, 0 on failure; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_INVAL before authentication;
///   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_forward_listen_ex, RFC 4254, 7.1.
@_cdecl("swiftssh_session_forward_listen")
public func swiftssh_session_forward_listen(
    _ session: swiftssh_session?, _ host: UnsafePointer<CChar>?, _ port: UInt16, _ queue_maxsize: Int32,
    _ out_listener: UnsafeMutablePointer<swiftssh_listener?>?, _ out_bound_port: UnsafeMutablePointer<Int32>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: session, out_listener, "out_listener", error, clear: { out_bound_port?.pointee = 0 }) {
        (session: Session) throws(SSHError) in
        let listener = try session.listen(
            port: port, host: host == nil ? nil : text(host, "host"), queueLimit: queue_maxsize)
        out_bound_port?.pointee = Int32(truncatingIfNeeded: listener.boundPort)
        return listener
    }
}

/// Takes the connections to the user's agent that the server hands over once a channel has asked for it with swiftssh_channel_request_auth_agent. What
/// swiftssh_listener_accept gives speaks the agent's protocol as its client: it is to be carried to an agent. Without a listener such connections are
/// refused. A client does all of that by itself: swiftssh_client_set_agent_forwarding.
/// - Parameter session: A session.
/// - Parameter queue_maxsize: How many connections may wait to be accepted; more are refused.
/// - Parameter out_listener: Receives the listener, which the caller frees with swiftssh_listener_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without SWIFTSSH_CAPABILITY_AGENT_FORWARDING; SWIFTSSH_ERROR_BAD_USE where the session
///   has such a listener; why the connection is over.
/// - Blocks: No: the server is not asked.
/// - Source: OpenSSH's PROTOCOL.agent.
@_cdecl("swiftssh_session_listen_agent")
public func swiftssh_session_listen_agent(
    _ session: swiftssh_session?, _ queue_maxsize: Int32, _ out_listener: UnsafeMutablePointer<swiftssh_listener?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: session, out_listener, "out_listener", error) { (session: Session) throws(SSHError) in
        try session.listenForAgent(queueLimit: queue_maxsize)
    }
}

/// Takes the connections to the user's display that the server hands over once a channel has asked for it with swiftssh_channel_x11_req. What
/// swiftssh_listener_accept gives speaks X11 as its client, with the cookie that the channel named: it is to be checked, and carried to a display. Without a
/// listener such connections are refused. A client does all of that by itself: swiftssh_client_set_x11_forwarding.
/// - Parameter session: A session.
/// - Parameter queue_maxsize: How many connections may wait to be accepted; more are refused.
/// - Parameter out_listener: Receives the listener, which the caller frees with swiftssh_listener_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_BAD_USE where the session has such a listener; why the connection is over.
/// - Blocks: No: the server is not asked.
/// - Source: RFC 4254, 6.3.2.
@_cdecl("swiftssh_session_listen_x11")
public func swiftssh_session_listen_x11(
    _ session: swiftssh_session?, _ queue_maxsize: Int32, _ out_listener: UnsafeMutablePointer<swiftssh_listener?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: session, out_listener, "out_listener", error) { (session: Session) throws(SSHError) in
        try session.listenForX11(queueLimit: queue_maxsize)
    }
}
