internal import SwiftSSH

/// Makes a client that is not connected. It will connect as ~/.ssh/config and /etc/ssh/ssh_config say; where they say nothing, it accepts the hosts that the user's known_hosts
/// files list, and uses the keys of the agent that SSH_AUTH_SOCK names and those of ~/.ssh/id_ed25519, id_ecdsa and id_rsa that exist. What the functions below say goes
/// before what those files say.
/// - Parameter host: A name, an alias of ssh_config's, or an address, IPv6 or IPv4.
/// - Parameter port: The port; 0 takes what ssh_config says, 22 where it says nothing.
/// - Parameter username: The user's name on the server; NULL takes what ssh_config says, and where it says nothing that of this process's user.
/// - Parameter out_client: Receives the client, which the caller frees with swiftssh_client_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for a NULL host or output; SWIFTSSH_ERROR_INVALID_TEXT.
/// - Blocks: No.
@_cdecl("swiftssh_client_new")
public func swiftssh_client_new(
    _ host: UnsafePointer<CChar>?, _ port: UInt16, _ username: UnsafePointer<CChar>?,
    _ out_client: UnsafeMutablePointer<swiftssh_client?>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(out_client, "out_client", error) { () throws(SSHError) in
        let user = username == nil ? nil : try text(username, "username")
        return ClientObject(host: try text(host, "host"), port: port == 0 ? nil : port, user: user)
    }
}

/// Lets a client go, without waiting. Processes and forwards keep the connection until they are freed too.
/// - Parameter client: A client; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_client_free")
public func swiftssh_client_free(_ client: swiftssh_client?) {
    boundaryVoid { HandleTable.shared.remove(client, ClientObject.self) }
}

/// Reads the ssh_config files, resolves the host's name, connects, through other hosts where they say so, checks the host's key and logs in, with several credentials where the server wants several. The agent's keys are tried
/// first, then key files, the password, and the answers to the server's questions.
/// - Parameter client: A client that has not been connected.
/// - Parameter timeout_ms: The time for all of it in milliseconds; negative for no limit.
/// - Parameter error: Receives the error; may be NULL. About a host key it has fingerprints, path and line.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_ADDRESS_NOT_FOUND; SWIFTSSH_ERROR_CONNECT; what swiftssh_session_handshake returns; SWIFTSSH_ERROR_HOST_KEY_UNKNOWN,
///   SWIFTSSH_ERROR_HOST_KEY_MISMATCH, SWIFTSSH_ERROR_HOST_KEY_REVOKED, SWIFTSSH_ERROR_HOST_KEY_REFUSED; SWIFTSSH_ERROR_AUTHENTICATION_FAILED, whose message says what was offered and
///   what the server takes; SWIFTSSH_ERROR_FILE, also for an ssh_config file that is not understood, SWIFTSSH_ERROR_KEYFILE_AUTH_FAILED; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_CANCELLED; SWIFTSSH_ERROR_BAD_USE for a second time.
/// - Blocks: Until the user is logged in or the time has passed.
@_cdecl("swiftssh_client_connect")
public func swiftssh_client_connect(
    _ client: swiftssh_client?, _ timeout_ms: Int64, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try clientObject(client).connect(duration(timeout_ms)) }
}

/// Says goodbye and ends a client's connection with everything that goes through it. Calls of other threads that wait return SWIFTSSH_ERROR_CANCELLED, also
/// swiftssh_client_connect. Closing it again does nothing.
/// - Parameter client: A client.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: Half a second at most.
@_cdecl("swiftssh_client_close")
public func swiftssh_client_close(
    _ client: swiftssh_client?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try clientObject(client).close() }
}

/// Whether a client has logged in and its connection has not ended, as far as is known without asking the server.
/// - Parameter client: A client.
/// - Returns: 1 or 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_client_is_connected")
public func swiftssh_client_is_connected(_ client: swiftssh_client?) -> Int32 {
    boundaryNumber { () throws(SSHError) in
        let object = try clientObject(client)
        return (try? object.client())?.isConnected == true ? 1 : 0
    }
}

/// The session of a client, for everything that the client has no function for. It ends with the client.
/// - Parameter client: A client that has begun to connect.
/// - Parameter out_session: Receives the session, which the caller frees with swiftssh_session_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_session")
public func swiftssh_client_session(
    _ client: swiftssh_client?, _ out_session: UnsafeMutablePointer<swiftssh_session?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: client, out_session, "out_session", error) { (client: ClientObject) throws(SSHError) in
        try client.client().session
    }
}
