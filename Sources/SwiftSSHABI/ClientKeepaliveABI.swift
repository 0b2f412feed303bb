internal import SwiftSSH

/// Sets how a server is noticed that no longer answers, although its machine may: when nothing has come for the interval, it is asked.
/// - Parameter client: A client that has not been connected.
/// - Parameter interval_ms: The interval in milliseconds, 30,000 by default; 0 or less for never.
/// - Parameter count: How many intervals the server may leave that question unanswered, 3 by default, at least 1: the connection then ends with
///   SWIFTSSH_ERROR_SOCKET_DISCONNECT and ETIMEDOUT.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_keepalive")
public func swiftssh_client_set_keepalive(
    _ client: swiftssh_client?, _ interval_ms: Int64, _ count: UInt32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try clientObject(client).change {
            $0.keepalive = interval_ms > 0 ? .milliseconds(interval_ms) : nil
            $0.keepaliveCount = Int(clamping: count)
        }
    }
}
