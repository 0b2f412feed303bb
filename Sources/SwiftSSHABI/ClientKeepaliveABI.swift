internal import SwiftSSH

/// Sets how a server is noticed that no longer answers, although its machine may: when nothing has come for the interval, it is asked.
/// - Parameter client: A client that has not been connected.
/// - Parameter interval_ms: The interval in milliseconds; 0 for never. Negative, the default, takes what ssh_config says (ServerAliveInterval), 30 seconds where it says nothing.
/// - Parameter count: How many intervals the server may leave that question unanswered: the connection then ends with SWIFTSSH_ERROR_SOCKET_DISCONNECT and
///   ETIMEDOUT. 0, the default, takes what ssh_config says (ServerAliveCountMax), 3 where it says nothing.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_keepalive")
public func swiftssh_client_set_keepalive(
    _ client: swiftssh_client?, _ interval_ms: Int64, _ count: UInt32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try clientObject(client).change {
            $0.keepalive = duration(interval_ms)
            $0.keepaliveCount = count == 0 ? nil : Int(clamping: count)
        }
    }
}
