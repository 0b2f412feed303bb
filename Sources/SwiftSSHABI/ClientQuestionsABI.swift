// What a client asks of its callbacks.

internal import SwiftSSH

/// The host that presents a key: the name or address that is connected to.
/// - Parameter presented: A key.
/// - Returns: The text, valid inside the callback; empty for a bad handle.
@_cdecl("swiftssh_presented_host_key_host")
public func swiftssh_presented_host_key_host(_ presented: swiftssh_presented_host_key?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in
        let object = try presentedKey(presented)
        return object.texts.text(object.presented.host)
    }
}

/// The port of the host that presents a key.
/// - Parameter presented: A key.
/// - Returns: The port; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_presented_host_key_port")
public func swiftssh_presented_host_key_port(_ presented: swiftssh_presented_host_key?) -> Int32 {
    boundaryNumber { () throws(SSHError) in Int32(clamping: try presentedKey(presented).presented.port) }
}

/// The name of the key's type, escaped, for example `ssh-ed25519`.
/// - Parameter presented: A key.
/// - Returns: The text, valid inside the callback; empty for a bad handle.
@_cdecl("swiftssh_presented_host_key_type")
public func swiftssh_presented_host_key_type(_ presented: swiftssh_presented_host_key?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in
        let object = try presentedKey(presented)
        return object.texts.text(object.presented.escapedType)
    }
}

/// The key's SHA-256 fingerprint as ssh-keygen -l shows it: `SHA256:` and base64.
/// - Parameter presented: A key.
/// - Returns: The text, valid inside the callback; empty for a bad handle and where the system's cryptography does not allow SHA-256.
@_cdecl("swiftssh_presented_host_key_fingerprint")
public func swiftssh_presented_host_key_fingerprint(
    _ presented: swiftssh_presented_host_key?
) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in
        let object = try presentedKey(presented)
        return object.texts.text(object.presented.key.fingerprint ?? "")
    }
}

/// The key as the wire has it (RFC 4253, 6.6).
/// - Parameter presented: A key.
/// - Parameter buffer: Receives the bytes; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: The length of the key; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_presented_host_key_blob")
public func swiftssh_presented_host_key_blob(
    _ presented: swiftssh_presented_host_key?, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in copyOut(try presentedKey(presented).presented.key.blob, buffer, capacity) }
}

/// The path of the key file whose passphrase is asked for.
/// - Parameter request: A file.
/// - Returns: The text, valid inside the callback; empty for a bad handle.
@_cdecl("swiftssh_passphrase_request_path")
public func swiftssh_passphrase_request_path(_ request: swiftssh_passphrase_request?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in
        let object = try passphraseRequest(request)
        return object.texts.text(object.path)
    }
}

/// Gives the passphrase that is asked for; a second answer takes the place of the first.
/// - Parameter request: A file.
/// - Parameter passphrase: The passphrase's bytes, which are copied; may be NULL when there are none.
/// - Parameter passphrase_length: Their number, at most 65536.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL when it is too long, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_passphrase_answer")
public func swiftssh_passphrase_answer(
    _ request: swiftssh_passphrase_request?, _ passphrase: UnsafePointer<UInt8>?, _ passphrase_length: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try passphraseRequest(request)
        object.answer = try secret(passphrase, passphrase_length, "passphrase")
    }
}

private func presentedKey(_ handle: swiftssh_presented_host_key?) throws(SSHError) -> PresentedHostKeyObject {
    try HandleTable.shared.object(handle, PresentedHostKeyObject.self)
}

private func passphraseRequest(_ handle: swiftssh_passphrase_request?) throws(SSHError) -> PassphraseRequest {
    try HandleTable.shared.object(handle, PassphraseRequest.self)
}
