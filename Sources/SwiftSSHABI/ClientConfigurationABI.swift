// What a client takes from ssh_config, and what came of it.

internal import SwiftSSH

/// Adds an ssh_config file that says how the host is connected to, as far as the caller does not; the first one takes the place of ~/.ssh/config and /etc/ssh/ssh_config.
/// - Parameter client: A client that has not been connected.
/// - Parameter path: The file's path; it must exist when the client connects.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_add_configuration_file")
public func swiftssh_client_add_configuration_file(
    _ client: swiftssh_client?, _ path: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try clientObject(client)
        let path = try text(path, "path")
        try object.change { options in
            if case .files(let paths) = options.configuration {
                options.configuration = .files(paths + [path])
            } else {
                options.configuration = .files([path])
            }
        }
    }
}

/// Has a client read no ssh_config files, or the user's and the system's again, and forgets those that were added.
/// - Parameter client: A client that has not been connected.
/// - Parameter use: 0 for none, anything else for ~/.ssh/config and /etc/ssh/ssh_config, the default.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_user_configuration")
public func swiftssh_client_set_user_configuration(
    _ client: swiftssh_client?, _ use: Int32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try clientObject(client).change { $0.configuration = use == 0 ? .none : .user }
    }
}

/// The name or address that a client is connected to: what HostName of ssh_config says; what the caller named before connecting has begun.
/// - Parameter client: A client.
/// - Returns: The text, valid until the client is freed; empty for a bad handle.
@_cdecl("swiftssh_client_host")
public func swiftssh_client_host(_ client: swiftssh_client?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in
        let object = try clientObject(client)
        return object.texts.text(object.place.host)
    }
}

/// The port that a client is connected to: what Port of ssh_config says where the caller does not, and 22 where it says nothing.
/// - Parameter client: A client.
/// - Returns: The port; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_client_port")
public func swiftssh_client_port(_ client: swiftssh_client?) -> Int32 {
    boundaryNumber { () throws(SSHError) in Int32(clamping: try clientObject(client).place.port) }
}

/// The user that a client logs in as: what User of ssh_config says where the caller does not, and this process's user where it says nothing.
/// - Parameter client: A client.
/// - Returns: The text, valid until the client is freed; empty for a bad handle, and before connecting has begun where the caller gave none.
@_cdecl("swiftssh_client_username")
public func swiftssh_client_username(_ client: swiftssh_client?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in
        let object = try clientObject(client)
        return object.texts.text(object.place.user)
    }
}
