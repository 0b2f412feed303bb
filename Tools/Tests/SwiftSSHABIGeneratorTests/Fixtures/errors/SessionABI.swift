// Sessions.

/// A session.
public typealias swiftssh_session = OpaquePointer

/// Makes a session.
/// - Parameter out_session: where the session is put; free it with ``swiftssh_session_free``.
/// - Parameter error: where the error is put, or NULL.
/// - Returns: 0 or a negative status.
/// - Blocks: no.
@_cdecl("swiftssh_session_new")
public func swiftssh_session_new(
    _ out_session: UnsafeMutablePointer<swiftssh_session?>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryStatus(error) { out_session?.pointee = nil }
}

/// Lets go of a session.
/// - Parameter session: the session, or NULL.
@_cdecl("swiftssh_session_free")
public func swiftssh_session_free(_ session: swiftssh_session?) {
    boundaryFree(session)
}

/// Sends a sign of life.
/// - Parameter session: the session.
/// - Parameter out_seconds: the seconds until the next one.
/// - Parameter error: where the error is put, or NULL.
/// - Returns: the number of bytes, or a negative status.
/// - Blocks: until it is sent.
@_cdecl("swiftssh_session_keepalive_send")
public func swiftssh_session_keepalive_send(
    _ session: swiftssh_session?, _ out_seconds: UnsafeMutablePointer<Int32>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(session, error) { $0.keepalive() }
}
