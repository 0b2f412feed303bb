internal import SwiftSSH

/// The fingerprint of the host key that was refused.
/// - Parameter error: An error.
/// - Returns: `SHA256:` and base64, valid until the error is freed; empty where the error is not about a host key.
@_cdecl("swiftssh_error_host_key_fingerprint")
public func swiftssh_error_host_key_fingerprint(_ error: swiftssh_error?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in try errorText(error) { $0.hostKey?.presented } }
}

/// The type of the host key that was refused, for example `ssh-ed25519`, escaped.
/// - Parameter error: An error.
/// - Returns: The text, valid until the error is freed; empty where the error is not about a host key.
@_cdecl("swiftssh_error_host_key_type")
public func swiftssh_error_host_key_type(_ error: swiftssh_error?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in try errorText(error) { $0.hostKey?.presentedType } }
}

/// The fingerprint of the host key that was expected.
/// - Parameter error: An error.
/// - Returns: `SHA256:` and base64, valid until the error is freed; empty where none was.
@_cdecl("swiftssh_error_expected_fingerprint")
public func swiftssh_error_expected_fingerprint(_ error: swiftssh_error?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in try errorText(error) { $0.hostKey?.expected } }
}

/// The line of the error's file that it is about.
/// - Parameter error: An error.
/// - Returns: The line's number, the first being 1; 0 for none; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_error_line")
public func swiftssh_error_line(_ error: swiftssh_error?) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        Int64(clamping: try HandleTable.shared.object(error, ErrorObject.self).error.hostKey?.line ?? 0)
    }
}

/// What a remote command had written when the call failed.
/// - Parameter error: An error.
/// - Parameter stream_id: 0 for standard output, 1 for standard error.
/// - Parameter buffer: Receives the bytes; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: The number of bytes, 0 where no command was run; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_error_output")
public func swiftssh_error_output(
    _ error: swiftssh_error?, _ stream_id: UInt32, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        let output = try HandleTable.shared.object(error, ErrorObject.self).error.output ?? CommandOutput()
        return copyOut(stream_id == 0 ? output.standardOutput : output.standardError, buffer, capacity)
    }
}

private func errorText(
    _ handle: swiftssh_error?, _ field: (SSHError) -> String?
) throws(SSHError) -> UnsafePointer<CChar> {
    let object = try HandleTable.shared.object(handle, ErrorObject.self)
    return object.texts.text(field(object.error) ?? "")
}
