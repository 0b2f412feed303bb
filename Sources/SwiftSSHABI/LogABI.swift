internal import SwiftSSH

/// What somebody should look at: a host key that is refused, a connection that is lost.
public let SWIFTSSH_LOG_WARNING: Int32 = 1
/// How a connection comes about and ends: addresses, what was agreed on, keys, logins.
public let SWIFTSSH_LOG_INFO: Int32 = 2
/// Everything: what both sides offer, channels and their requests, SFTP's greeting.
public let SWIFTSSH_LOG_DEBUG: Int32 = 3

/// Sets who is told of what happens in all sessions that are made from now on, beside those whom a session names itself. The environment variable SWIFTSSH_LOG
/// (`warning`, `info` or `debug`) has each session write the same to standard error, whatever is set here.
/// - Parameter level: One of SWIFTSSH_LOG_*: how much is told.
/// - Parameter callback: Is told; NULL for nobody, who is then told nothing of the sessions that there are, either.
/// - Parameter user_data: Handed to the callback; may be NULL.
/// - Parameter finalizer: Called once when user_data is no longer needed, which is when another callback or none is set and no thread is in this one; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for another level.
/// - Blocks: No.
@_cdecl("swiftssh_set_log_callback")
public func swiftssh_set_log_callback(
    _ level: Int32, _ callback: swiftssh_log_callback?, _ user_data: UnsafeMutableRawPointer?,
    _ finalizer: swiftssh_finalizer?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        SessionLog.everySession = try sessionLog(level, callback, UserData(user_data, finalizer))
    }
}

/// Sets who is told of what happens in a session from here on.
/// - Parameter session: A session.
/// - Parameter level: One of SWIFTSSH_LOG_*: how much is told.
/// - Parameter callback: Is told; NULL for nobody.
/// - Parameter user_data: Handed to the callback; may be NULL.
/// - Parameter finalizer: Called once when user_data is no longer needed, which is when another callback or none is set, or the session is gone; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for another level.
/// - Blocks: No.
@_cdecl("swiftssh_session_set_log_callback")
public func swiftssh_session_set_log_callback(
    _ session: swiftssh_session?, _ level: Int32, _ callback: swiftssh_log_callback?,
    _ user_data: UnsafeMutableRawPointer?, _ finalizer: swiftssh_finalizer?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let userData = UserData(user_data, finalizer)
        let session = try SwiftSSHABI.session(session)
        session.setLog(try sessionLog(level, callback, userData))
    }
}

/// Sets who is told of what happens in a client's session, from its beginning on.
/// - Parameter client: A client that has not been connected.
/// - Parameter level: One of SWIFTSSH_LOG_*: how much is told.
/// - Parameter callback: Is told; NULL for nobody.
/// - Parameter user_data: Handed to the callback; may be NULL.
/// - Parameter finalizer: Called once when user_data is no longer needed, which is when another callback or none is set, or the client and its session are
///   gone; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for another level, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_log_callback")
public func swiftssh_client_set_log_callback(
    _ client: swiftssh_client?, _ level: Int32, _ callback: swiftssh_log_callback?,
    _ user_data: UnsafeMutableRawPointer?, _ finalizer: swiftssh_finalizer?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let userData = UserData(user_data, finalizer)
        let object = try clientObject(client)
        let log = try sessionLog(level, callback, userData)
        try object.change { $0.log = log }
    }
}

/// Lets a callback of C's be told of events; nil where there is none.
private func sessionLog(
    _ level: Int32, _ callback: swiftssh_log_callback?, _ userData: UserData
) throws(SSHError) -> SessionLog? {
    guard let level = LogLevel(rawValue: level) else {
        throw SSHError(.invalidArgument, "\(level) is not one of SWIFTSSH_LOG_*")
    }
    guard let callback else { return nil }
    return SessionLog(level) { event in
        let (seconds, attoseconds) = event.time.components
        callback(
            userData.pointer, event.session, seconds &* 1_000_000 &+ attoseconds / 1_000_000_000_000,
            event.level.rawValue, event.phase.rawValue, event.host ?? "", event.message)
    }
}
