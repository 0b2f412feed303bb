internal import SwiftSSH

/// Frees an error. Its texts are gone with it.
/// - Parameter error: An error; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_error_free")
public func swiftssh_error_free(_ error: swiftssh_error?) {
    boundaryVoid { HandleTable.shared.remove(error, ErrorObject.self) }
}

/// The status that the call returned.
/// - Parameter error: An error.
/// - Returns: The status; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_error_code")
public func swiftssh_error_code(_ error: swiftssh_error?) -> swiftssh_status {
    boundaryNumber { () throws(SSHError) in try object(error).error.code.rawValue }
}

/// The system's errno that goes with an error.
/// - Parameter error: An error.
/// - Returns: The number, 0 where the system was not asked; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_error_errno")
public func swiftssh_error_errno(_ error: swiftssh_error?) -> Int32 {
    boundaryNumber { () throws(SSHError) in try object(error).error.errno }
}

/// The SFTP status that the server sent (SSH_FX_*).
/// - Parameter error: An error.
/// - Returns: The status, -1 outside SFTP; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_error_sftp_status")
public func swiftssh_error_sftp_status(_ error: swiftssh_error?) -> Int32 {
    boundaryNumber { () throws(SSHError) in
        try object(error).error.sftpStatus.map { Int32(truncatingIfNeeded: $0) } ?? -1
    }
}

/// What went wrong and what would help.
/// - Parameter error: An error.
/// - Returns: The text, valid until the error is freed; empty where there is none and for a bad handle.
@_cdecl("swiftssh_error_message")
public func swiftssh_error_message(_ error: swiftssh_error?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in try text(error) { $0.message } }
}

/// What was being done, for example `key exchange`.
/// - Parameter error: An error.
/// - Returns: The text, valid until the error is freed; empty where there is none and for a bad handle.
@_cdecl("swiftssh_error_phase")
public func swiftssh_error_phase(_ error: swiftssh_error?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in try text(error) { $0.phase?.rawValue ?? "" } }
}

/// The host that the session talks to, as the caller named it.
/// - Parameter error: An error.
/// - Returns: The text, valid until the error is freed; empty where there is none and for a bad handle.
@_cdecl("swiftssh_error_host")
public func swiftssh_error_host(_ error: swiftssh_error?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in try text(error) { $0.host ?? "" } }
}

/// The port of that host.
/// - Parameter error: An error.
/// - Returns: The port, 1 to 65535; 0 where there is no host, as in a session over a caller's socket, and where nobody had said the port yet;
///   SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_error_port")
public func swiftssh_error_port(_ error: swiftssh_error?) -> Int32 {
    boundaryNumber { () throws(SSHError) in Int32(clamping: try object(error).error.port ?? 0) }
}

/// The file that the error is about.
/// - Parameter error: An error.
/// - Returns: The text, valid until the error is freed; empty where there is none and for a bad handle.
@_cdecl("swiftssh_error_path")
public func swiftssh_error_path(_ error: swiftssh_error?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in try text(error) { $0.path ?? "" } }
}

/// The server's own words, escaped: safe to show on a terminal.
/// - Parameter error: An error.
/// - Returns: The text, valid until the error is freed; empty where there is none and for a bad handle.
@_cdecl("swiftssh_error_server_text")
public func swiftssh_error_server_text(_ error: swiftssh_error?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in try text(error) { $0.serverText ?? "" } }
}

/// The whole error in one line: phase, host with its port where that is not 22, path, message, the server's text, the status's name and number.
/// - Parameter error: An error.
/// - Returns: The text, valid until the error is freed; empty where there is none and for a bad handle.
@_cdecl("swiftssh_error_description")
public func swiftssh_error_description(_ error: swiftssh_error?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in try text(error) { $0.description } }
}

private func object(_ error: swiftssh_error?) throws(SSHError) -> ErrorObject {
    try HandleTable.shared.object(error, ErrorObject.self)
}

private func text(
    _ error: swiftssh_error?, _ part: (SSHError) -> String
) throws(SSHError) -> UnsafePointer<CChar> {
    let object = try object(error)
    return object.texts.text(part(object.error))
}
