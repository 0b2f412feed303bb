internal import SwiftSSH

/// Sets how often a server is tried that cannot be connected to, or that drops the connection before it has said who it is, as one does that has too many at once.
/// Between two attempts there is a random wait, which grows: up to 2 seconds, 4, 8 and so on to 16, all within the time that connecting may take. Whatever comes
/// after the server's identification is never tried again, nor is a name without an address.
/// - Parameter client: A client that has not been connected.
/// - Parameter attempts: How often at most, for each of the hosts on the way too. 0, the default, takes what ssh_config says (ConnectionAttempts), 1 where it says nothing; a fleet
///   then tries a server that drops connections up to 6 times.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_connection_attempts")
public func swiftssh_client_set_connection_attempts(
    _ client: swiftssh_client?, _ attempts: UInt32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try clientObject(client).change { $0.connectionAttempts = attempts == 0 ? nil : Int(clamping: attempts) }
    }
}
