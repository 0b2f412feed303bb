internal import SwiftSSH

/// Adds a private key in memory; such keys are tried first, and where there is one the user's own files are not tried. The copy is wiped when the client has connected, or is freed.
/// - Parameter client: A client that has not been connected.
/// - Parameter key: What a key file would hold, in any format that is read from files; copied.
/// - Parameter key_length: Its bytes, at most 16 MiB.
/// - Parameter passphrase: What the key is encrypted with; copied; may be NULL when it is not.
/// - Parameter passphrase_length: Its bytes, at most 16 MiB.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED. What is no key is told by connecting.
/// - Blocks: No.
@_cdecl("swiftssh_client_add_key")
public func swiftssh_client_add_key(
    _ client: swiftssh_client?, _ key: UnsafePointer<UInt8>?, _ key_length: UInt, _ passphrase: UnsafePointer<UInt8>?,
    _ passphrase_length: UInt, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try clientObject(client)
        // It wipes what only it holds: no copy is left here.
        let key = ClientKey(
            try bytes(key, key_length, "key"), passphrase: try bytes(passphrase, passphrase_length, "passphrase"))
        try object.change { $0.keys.append(key) }
    }
}
