// What an SFTP server offers and takes.

internal import SwiftSSH

/// How many extensions the server offers.
/// - Parameter sftp: An SFTP session.
/// - Returns: The number; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_sftp_extension_count")
public func swiftssh_sftp_extension_count(_ sftp: swiftssh_sftp?) -> Int64 {
    boundaryNumber { () throws(SSHError) in Int64(clamping: try SwiftSSHABI.sftp(sftp).extensions.count) }
}

/// The name of an extension that the server offers, for example `fsync@openssh.com`, as the server sent it: it may hold anything.
/// - Parameter sftp: An SFTP session.
/// - Parameter index: The extension's place, from 0.
/// - Parameter buffer: Receives the name, and a NUL where there is room for it; untouched when it is too small.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: The length of the name in bytes; SWIFTSSH_ERROR_INVAL when there is no such extension; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_sftp_extension_name")
public func swiftssh_sftp_extension_name(
    _ sftp: swiftssh_sftp?, _ index: UInt64, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in copyOut(try offered(sftp, index).name, buffer, capacity) }
}

/// What the server says of an extension that it offers, mostly its version.
/// - Parameter sftp: An SFTP session.
/// - Parameter index: The extension's place, from 0.
/// - Parameter buffer: Receives the bytes; untouched when it is too small.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: Their number; SWIFTSSH_ERROR_INVAL when there is no such extension; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_sftp_extension_data")
public func swiftssh_sftp_extension_data(
    _ sftp: swiftssh_sftp?, _ index: UInt64, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in copyOut(try offered(sftp, index).data, buffer, capacity) }
}

/// Whether the server offers an extension.
/// - Parameter sftp: An SFTP session.
/// - Parameter name: The extension's name, for example `fsync@openssh.com`.
/// - Returns: 1 or 0; SWIFTSSH_ERROR_INVAL for NULL; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_sftp_offers")
public func swiftssh_sftp_offers(_ sftp: swiftssh_sftp?, _ name: UnsafePointer<CChar>?) -> Int32 {
    boundaryNumber { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        return sftp.offers(try text(name, "name")) ? 1 : 0
    }
}

/// What the server says that it takes; each 0 where it does not say.
/// - Parameter sftp: An SFTP session.
/// - Parameter out_packet_length: Receives the length of the longest packet in bytes; may be NULL.
/// - Parameter out_read_length: Receives the most bytes that one read gives; may be NULL.
/// - Parameter out_write_length: Receives the most bytes that one write takes; may be NULL.
/// - Parameter out_open_handles: Receives how many files may be open at a time; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
/// - Source: OpenSSH's `limits@openssh.com`.
@_cdecl("swiftssh_sftp_limits")
public func swiftssh_sftp_limits(
    _ sftp: swiftssh_sftp?, _ out_packet_length: UnsafeMutablePointer<UInt64>?,
    _ out_read_length: UnsafeMutablePointer<UInt64>?, _ out_write_length: UnsafeMutablePointer<UInt64>?,
    _ out_open_handles: UnsafeMutablePointer<UInt64>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        for out in [out_packet_length, out_read_length, out_write_length, out_open_handles] { out?.pointee = 0 }
        let limits = try SwiftSSHABI.sftp(sftp).limits
        out_packet_length?.pointee = limits.packetLength
        out_read_length?.pointee = limits.readLength
        out_write_length?.pointee = limits.writeLength
        out_open_handles?.pointee = limits.openHandles
    }
}

private func offered(_ sftp: swiftssh_sftp?, _ index: UInt64) throws(SSHError) -> SFTPExtension {
    guard let found = try SwiftSSHABI.sftp(sftp).extensions[checked: Int(clamping: index)] else {
        throw SSHError(.invalidArgument, "the server offers no such extension")
    }
    return found
}
