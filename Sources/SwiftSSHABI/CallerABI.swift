// Calls that do not wait, for event loops: each task of the loop has a caller, and one descriptor of the session tells when calls are to be made again.

internal import SwiftSSH

/// Makes a caller of a session: somebody who makes its calls one after the other, without waiting in them. Between swiftssh_caller_enter and swiftssh_caller_leave
/// a call that would block returns SWIFTSSH_ERROR_EAGAIN; it is made again in the same words when swiftssh_session_turn tells the caller's number. The same call of two
/// callers is two calls. All functions that return SWIFTSSH_ERROR_EAGAIN in non-blocking mode can be called so, and swiftssh_client_start, swiftssh_client_forward_remote and those of
/// swiftssh_process. Those that wait in non-blocking mode wait here too.
/// - Parameter session: A session.
/// - Parameter number: What swiftssh_session_turn is to tell.
/// - Parameter out_caller: Receives the caller, which the caller frees with swiftssh_caller_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE, SWIFTSSH_ERROR_INVAL for a NULL output.
/// - Blocks: No.
@_cdecl("swiftssh_caller_new")
public func swiftssh_caller_new(
    _ session: swiftssh_session?, _ number: UInt64, _ out_caller: UnsafeMutablePointer<swiftssh_caller?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: session, out_caller, "out_caller", error) { (session: Session) throws(SSHError) in
        Caller(session, number: number)
    }
}

/// Frees a caller. What it has under way is given up: what it opens is closed when it comes. The session goes on.
/// - Parameter caller: A caller; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_caller_free")
public func swiftssh_caller_free(_ caller: swiftssh_caller?) {
    boundaryVoid { HandleTable.shared.remove(caller, Caller.self) }
}

/// Sets the time for what a caller does from now on, in all. Timeouts of the session and of single calls mean nothing to calls that do not wait.
/// - Parameter caller: A caller.
/// - Parameter timeout_ms: The time in milliseconds; negative for no limit, as at first. Nobody tells the caller that it has passed: its next call that would
///   block returns SWIFTSSH_ERROR_TIMEOUT and is given up.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_caller_set_timeout")
public func swiftssh_caller_set_timeout(
    _ caller: swiftssh_caller?, _ timeout_ms: Int64, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try HandleTable.shared.object(caller, Caller.self).setTimeout(duration(timeout_ms))
    }
}

/// From here on the calls that this thread makes of the session are the caller's, until swiftssh_caller_leave.
/// - Parameter caller: A caller.
/// - Parameter waits: 0 for calls that do not wait; 1 for calls that wait until swiftssh_caller_cancel.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_BAD_USE when they are a caller's already; SWIFTSSH_ERROR_INVAL for another value of `waits`; SWIFTSSH_ERROR_REENTERED in a
///   callback of the session; SWIFTSSH_ERROR_FORKED; SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_caller_enter")
public func swiftssh_caller_enter(
    _ caller: swiftssh_caller?, _ waits: Int32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let caller = try HandleTable.shared.object(caller, Caller.self)
        guard waits == 0 || waits == 1 else { throw SSHError(.invalidArgument, "waits is neither 0 nor 1") }
        try caller.enter(waiting: waits == 1)
    }
}

/// From here on the calls that this thread makes of the session are nobody's in particular.
/// - Parameter caller: The caller that was entered.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_caller_leave")
public func swiftssh_caller_leave(
    _ caller: swiftssh_caller?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try HandleTable.shared.object(caller, Caller.self).leave() }
}

/// Ends what a caller does, from any thread: its call that waits, and each that would have to wait from here on, returns SWIFTSSH_ERROR_CANCELLED at once. The session goes on.
/// - Parameter caller: A caller.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_caller_cancel")
public func swiftssh_caller_cancel(
    _ caller: swiftssh_caller?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try HandleTable.shared.object(caller, Caller.self).cancel() }
}

/// A descriptor that becomes readable when swiftssh_session_turn is to be called. An event loop waits for it and for nothing else of the session, also while threads wait in the
/// session's calls, and while nobody calls: an idle session then answers the server at once.
/// - Parameter session: A session that is connected, by whatever way.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The descriptor, which is the session's and is closed with it, and must not be read; SWIFTSSH_ERROR_ALLOC where the system has none left;
///   SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_session_notice_descriptor")
public func swiftssh_session_notice_descriptor(
    _ session: swiftssh_session?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        guard let descriptor = try SwiftSSHABI.session(session).noticeDescriptor else {
            throw SSHError(.allocation, "no descriptor is left")
        }
        return Int64(clamping: descriptor)
    }
}

/// Takes in and sends what there is, unless there is a caller to be told already, and tells which caller is to make its call again; there may be no more for it than
/// before. To be called until it returns 0, or a number of times: the descriptor stays readable while there are callers to be told.
/// - Parameter session: A session.
/// - Parameter out_number: Receives the caller's number; 0 for none, and on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: 1 when a caller is told, 0 for none; SWIFTSSH_ERROR_REENTERED in a callback of the session; SWIFTSSH_ERROR_FORKED; SWIFTSSH_ERROR_INVAL for a NULL output;
///   SWIFTSSH_ERROR_INVALID_HANDLE. That the connection is over is told by the callers' calls.
/// - Blocks: No.
@_cdecl("swiftssh_session_turn")
public func swiftssh_session_turn(
    _ session: swiftssh_session?, _ out_number: UnsafeMutablePointer<UInt64>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        out_number?.pointee = 0
        let session = try SwiftSSHABI.session(session)
        let out = try output(out_number, "out_number")
        guard let number = try session.turn(most: 1).first else { return 0 }
        out.pointee = number
        return 1
    }
}
