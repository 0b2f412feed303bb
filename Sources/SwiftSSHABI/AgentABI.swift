internal import SwiftSSH

/// Makes an agent that is not connected.
/// - Parameter session: The session to authenticate, which is kept alive by the agent; it need not be connected for listing keys and signing.
/// - Parameter out_agent: Receives the agent, to be freed with swiftssh_agent_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE, SWIFTSSH_ERROR_INVAL.
/// - Blocks: No.
/// - Source: libssh2_agent_init.
@_cdecl("swiftssh_agent_new")
public func swiftssh_agent_new(
    _ session: swiftssh_session?, _ out_agent: UnsafeMutablePointer<swiftssh_agent?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: session, out_agent, "out_agent", error) { (session: Session) throws(SSHError) in
        AgentObject(Agent(session: session))
    }
}

/// Makes an agent that is not connected and has no session: it lists its keys and signs, and swiftssh_agent_userauth returns SWIFTSSH_ERROR_BAD_USE.
/// - Parameter out_agent: Receives the agent, to be freed with swiftssh_agent_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for a NULL output.
/// - Blocks: No.
@_cdecl("swiftssh_agent_new_without_session")
public func swiftssh_agent_new_without_session(
    _ out_agent: UnsafeMutablePointer<swiftssh_agent?>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(out_agent, "out_agent", error) { AgentObject(Agent()) }
}

/// Lets an agent go, and ends its connection.
/// - Parameter agent: An agent; NULL, a freed or foreign handle does nothing.
/// - Source: libssh2_agent_free.
@_cdecl("swiftssh_agent_free")
public func swiftssh_agent_free(_ agent: swiftssh_agent?) {
    boundaryVoid { HandleTable.shared.remove(agent, AgentObject.self) }
}

/// Connects to the agent: at the path that was set, otherwise at the one in the environment's SSH_AUTH_SOCK. A connection that there is already is replaced.
/// - Parameter agent: An agent.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_AGENT_PROTOCOL with path and errno when there is no agent; SWIFTSSH_ERROR_TIMEOUT.
/// - Blocks: Only while the agent is overrun, until the session's timeout or 10 seconds have passed, in non-blocking mode too.
/// - Source: libssh2_agent_connect.
@_cdecl("swiftssh_agent_connect")
public func swiftssh_agent_connect(
    _ agent: swiftssh_agent?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try SwiftSSHABI.agent(agent).agent.connect() }
}

/// Ends the connection, from any thread; calls under way fail with SWIFTSSH_ERROR_AGENT_PROTOCOL. Does nothing where there is none.
/// - Parameter agent: An agent.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
/// - Source: libssh2_agent_disconnect.
@_cdecl("swiftssh_agent_disconnect")
public func swiftssh_agent_disconnect(
    _ agent: swiftssh_agent?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try SwiftSSHABI.agent(agent).agent.disconnect() }
}

/// Asks for the keys that the agent holds, which swiftssh_agent_identity and swiftssh_agent_identity_comment then tell.
/// - Parameter agent: An agent that is connected.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The number of keys; or a status: SWIFTSSH_ERROR_BAD_USE before swiftssh_agent_connect, SWIFTSSH_ERROR_AGENT_PROTOCOL when the agent breaks
///   its protocol, SWIFTSSH_ERROR_TIMEOUT.
/// - Blocks: Until the agent answers, or the session's timeout or 10 seconds have passed, in non-blocking mode too.
/// - Source: libssh2_agent_list_identities, RFC 9987, 3.5.
@_cdecl("swiftssh_agent_list_identities")
public func swiftssh_agent_list_identities(
    _ agent: swiftssh_agent?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in Int64(clamping: try SwiftSSHABI.agent(agent).list()) }
}

/// A key that the agent listed: its public half as the wire has it (RFC 4253, 6.6).
/// - Parameter agent: An agent that has listed its keys.
/// - Parameter index: The key's number in the list, from 0.
/// - Parameter buffer: Receives the bytes; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the key; or a status, SWIFTSSH_ERROR_INVAL where there is no key of that number.
/// - Blocks: No.
/// - Source: libssh2_agent_get_identity.
@_cdecl("swiftssh_agent_identity")
public func swiftssh_agent_identity(
    _ agent: swiftssh_agent?, _ index: UInt32, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        copyOut(try SwiftSSHABI.agent(agent).identity(index).blob, buffer, capacity)
    }
}

/// What the owner of a key that the agent listed calls it; any bytes, not escaped.
/// - Parameter agent: An agent that has listed its keys.
/// - Parameter index: The key's number in the list, from 0.
/// - Parameter buffer: Receives the bytes, without a NUL; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the comment; or a status, SWIFTSSH_ERROR_INVAL where there is no key of that number.
/// - Blocks: No.
/// - Source: libssh2_agent_get_identity.
@_cdecl("swiftssh_agent_identity_comment")
public func swiftssh_agent_identity_comment(
    _ agent: swiftssh_agent?, _ index: UInt32, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        copyOut(try SwiftSSHABI.agent(agent).identity(index).comment, buffer, capacity)
    }
}

/// Authenticates the agent's session with one of the agent's keys. The agent is asked to sign only when the server takes the key.
/// - Parameter agent: An agent that is connected, of a session that has exchanged keys.
/// - Parameter username: The user's name.
/// - Parameter publickey: The key as swiftssh_agent_identity gives it.
/// - Parameter publickey_length: Its length in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_AUTHENTICATION_FAILED; SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED; SWIFTSSH_ERROR_AGENT_PROTOCOL when the
///   agent does not sign; SWIFTSSH_ERROR_ALGO_UNSUPPORTED for a type of key that cannot authenticate here; SWIFTSSH_ERROR_BAD_USE; SWIFTSSH_ERROR_TIMEOUT;
///   SWIFTSSH_ERROR_EAGAIN in non-blocking mode, while the agent or its user thinks too.
/// - Blocks: Until server and agent answer or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_agent_userauth.
@_cdecl("swiftssh_agent_userauth")
public func swiftssh_agent_userauth(
    _ agent: swiftssh_agent?, _ username: UnsafePointer<CChar>?, _ publickey: UnsafePointer<UInt8>?,
    _ publickey_length: UInt, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let agent = try SwiftSSHABI.agent(agent).agent
        let identity = AgentIdentity(blob: try bytes(publickey, publickey_length, "publickey"))
        try agent.authenticate(user: text(username, "username"), identity: identity)
    }
}

/// Connects to the user's agent and authenticates with whichever of its keys the server takes first. Each one that it does not know counts as an attempt.
/// - Parameter session: A session that has exchanged keys.
/// - Parameter username: The user's name.
/// - Parameter identity_path: The path of the agent's socket; NULL takes the environment's SSH_AUTH_SOCK.
/// - Parameter error: Receives the error; may be NULL. Its phase is `connecting` where there is no agent and `agent` where it does not list its keys.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_AUTHENTICATION_FAILED when none is accepted or the agent holds none; SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED when
///   the server took a key and wants another method besides; SWIFTSSH_ERROR_AGENT_PROTOCOL; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until server and agent answer or the session's timeout has passed, unless in non-blocking mode.
@_cdecl("swiftssh_session_userauth_agent")
public func swiftssh_session_userauth_agent(
    _ session: swiftssh_session?, _ username: UnsafePointer<CChar>?, _ identity_path: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let session = try SwiftSSHABI.session(session)
        let path = identity_path == nil ? nil : try text(identity_path, "identity_path")
        try session.authenticateWithAgent(user: text(username, "username"), agentPath: path)
    }
}

/// Lets the agent sign, which may ask its user first.
/// - Parameter agent: An agent that is connected.
/// - Parameter publickey: The key to sign with, as swiftssh_agent_identity gives it.
/// - Parameter publickey_length: Its length in bytes.
/// - Parameter data: What to sign.
/// - Parameter data_length: Its length in bytes.
/// - Parameter algorithm: The signature algorithm's name, for example `rsa-sha2-256`; NULL takes the key's best, which is SHA-512 for RSA.
/// - Parameter buffer: Receives the signature as the wire has it: the algorithm's name as a string, and the rest. 4096 bytes suffice for every common key.
/// - Parameter capacity: The size of the buffer in bytes; nothing is written when it is too small.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the signature; or a status: SWIFTSSH_ERROR_ALGO_UNSUPPORTED, SWIFTSSH_ERROR_BAD_USE before swiftssh_agent_connect,
///   SWIFTSSH_ERROR_AGENT_PROTOCOL when the agent does not sign, SWIFTSSH_ERROR_TIMEOUT.
/// - Blocks: Until the agent answers or the session's timeout has passed, in non-blocking mode too.
/// - Source: libssh2_agent_sign, RFC 9987, 3.6.
@_cdecl("swiftssh_agent_sign")
public func swiftssh_agent_sign(
    _ agent: swiftssh_agent?, _ publickey: UnsafePointer<UInt8>?, _ publickey_length: UInt,
    _ data: UnsafePointer<UInt8>?, _ data_length: UInt, _ algorithm: UnsafePointer<CChar>?,
    _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let agent = try SwiftSSHABI.agent(agent).agent
        let identity = AgentIdentity(blob: try bytes(publickey, publickey_length, "publickey"))
        let data = try bytes(data, data_length, "data")
        let algorithm = algorithm == nil ? nil : try text(algorithm, "algorithm")
        return copyOut(try agent.sign(data, with: identity, algorithm: algorithm), buffer, capacity)
    }
}

/// The path of the agent's socket that was set.
/// - Parameter agent: An agent.
/// - Parameter buffer: Receives the path; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the path, 0 when none was set; or a status.
/// - Blocks: No.
/// - Source: libssh2_agent_get_identity_path.
@_cdecl("swiftssh_agent_identity_path")
public func swiftssh_agent_identity_path(
    _ agent: swiftssh_agent?, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        copyOut(try SwiftSSHABI.agent(agent).agent.path ?? "", buffer, capacity)
    }
}

/// Sets the path of the agent's socket for the next swiftssh_agent_connect.
/// - Parameter agent: An agent.
/// - Parameter path: The path; NULL or an empty one takes the environment's SSH_AUTH_SOCK.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE, SWIFTSSH_ERROR_INVALID_TEXT.
/// - Blocks: No.
/// - Source: libssh2_agent_set_identity_path.
@_cdecl("swiftssh_agent_set_identity_path")
public func swiftssh_agent_set_identity_path(
    _ agent: swiftssh_agent?, _ path: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let agent = try SwiftSSHABI.agent(agent).agent
        let path = path == nil ? "" : try text(path, "path")
        agent.path = path.isEmpty ? nil : path
    }
}
