internal import SwiftSSH

/// The status of the last failure that a caller of a session saw. That a call would block is no failure.
/// - Parameter session: A session.
/// - Returns: The status, 0 for none; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
/// - Source: libssh2_session_last_errno.
@_cdecl("swiftssh_session_last_errno")
public func swiftssh_session_last_errno(_ session: swiftssh_session?) -> Int32 {
    boundaryNumber { () throws(SSHError) in try SwiftSSHABI.session(session).lastError?.code.rawValue ?? 0 }
}

/// The message of the last failure that a caller of a session saw.
/// - Parameter session: A session.
/// - Parameter buffer: Receives the text; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: The length of the text, 0 for none; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
/// - Source: libssh2_session_last_error.
@_cdecl("swiftssh_session_last_error")
public func swiftssh_session_last_error(
    _ session: swiftssh_session?, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        copyOut(try SwiftSSHABI.session(session).lastError?.message ?? "", buffer, capacity)
    }
}

/// Sets what swiftssh_session_last_errno and swiftssh_session_last_error tell.
/// - Parameter session: A session.
/// - Parameter code: Any number; 0 makes it none.
/// - Parameter message: The message; NULL for none.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE, SWIFTSSH_ERROR_INVALID_TEXT.
/// - Blocks: No.
/// - Source: libssh2_session_set_last_error.
@_cdecl("swiftssh_session_set_last_error")
public func swiftssh_session_set_last_error(
    _ session: swiftssh_session?, _ code: swiftssh_status, _ message: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let session = try SwiftSSHABI.session(session)
        let message = message == nil ? "" : try text(message, "message")
        session.lastError = code == 0 ? nil : SSHError(SSHError.Code(rawValue: code), message)
    }
}
