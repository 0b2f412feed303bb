// What is known of a file, or is to be set. Calls that tell attributes write them into an object that the caller has made, which can be used for
// many of them.

internal import SwiftSSH

/// Makes attributes of which none is known.
/// - Parameter out_attributes: Receives the attributes, which the caller frees with swiftssh_sftp_attributes_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when out_attributes is NULL.
/// - Blocks: No.
@_cdecl("swiftssh_sftp_attributes_new")
public func swiftssh_sftp_attributes_new(
    _ out_attributes: UnsafeMutablePointer<swiftssh_sftp_attributes?>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(out_attributes, "out_attributes", error) { SFTPAttributesObject() }
}

/// Frees attributes.
/// - Parameter attributes: Attributes; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_sftp_attributes_free")
public func swiftssh_sftp_attributes_free(_ attributes: swiftssh_sftp_attributes?) {
    boundaryVoid { HandleTable.shared.remove(attributes, SFTPAttributesObject.self) }
}

/// All attributes at once; what is not known is 0.
/// - Parameter attributes: Attributes.
/// - Parameter out_size: Receives the number of bytes; may be NULL.
/// - Parameter out_uid: Receives the owner's number; may be NULL.
/// - Parameter out_gid: Receives the group's number; may be NULL.
/// - Parameter out_permissions: Receives the kind of file and the permission bits, as POSIX has them; may be NULL.
/// - Parameter out_atime: Receives when the file was last read, in seconds since 1970; may be NULL.
/// - Parameter out_mtime: Receives when the file was last written, in seconds since 1970; may be NULL.
/// - Returns: Which are known, of SWIFTSSH_SFTP_ATTR_*; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_sftp_attributes_get")
public func swiftssh_sftp_attributes_get(
    _ attributes: swiftssh_sftp_attributes?, _ out_size: UnsafeMutablePointer<UInt64>?,
    _ out_uid: UnsafeMutablePointer<UInt32>?, _ out_gid: UnsafeMutablePointer<UInt32>?,
    _ out_permissions: UnsafeMutablePointer<UInt32>?, _ out_atime: UnsafeMutablePointer<UInt32>?,
    _ out_mtime: UnsafeMutablePointer<UInt32>?
) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        out_size?.pointee = 0
        for out in [out_uid, out_gid, out_permissions, out_atime, out_mtime] { out?.pointee = 0 }
        let value = try sftpAttributes(attributes).value
        out_size?.pointee = value.size ?? 0
        out_uid?.pointee = value.owner?.user ?? 0
        out_gid?.pointee = value.owner?.group ?? 0
        out_permissions?.pointee = value.permissions ?? 0
        out_atime?.pointee = value.times?.access ?? 0
        out_mtime?.pointee = value.times?.modification ?? 0
        return Int64(clamping: value.flags.rawValue)
    }
}

/// Which attributes are known.
/// - Parameter attributes: Attributes.
/// - Returns: Bits of SWIFTSSH_SFTP_ATTR_*; 0 for a bad handle.
@_cdecl("swiftssh_sftp_attributes_flags")
public func swiftssh_sftp_attributes_flags(_ attributes: swiftssh_sftp_attributes?) -> UInt32 {
    boundaryUnsigned { () throws(SSHError) in try sftpAttributes(attributes).value.flags.rawValue }
}

/// The number of bytes.
/// - Parameter attributes: Attributes.
/// - Returns: The number; 0 where it is not known and for a bad handle.
@_cdecl("swiftssh_sftp_attributes_size")
public func swiftssh_sftp_attributes_size(_ attributes: swiftssh_sftp_attributes?) -> UInt64 {
    boundaryUnsigned { () throws(SSHError) in try sftpAttributes(attributes).value.size ?? 0 }
}

/// The kind of file (SWIFTSSH_SFTP_S_*) and the permission bits, as POSIX has them.
/// - Parameter attributes: Attributes.
/// - Returns: The bits; 0 where they are not known and for a bad handle.
@_cdecl("swiftssh_sftp_attributes_permissions")
public func swiftssh_sftp_attributes_permissions(_ attributes: swiftssh_sftp_attributes?) -> UInt32 {
    boundaryUnsigned { () throws(SSHError) in try sftpAttributes(attributes).value.permissions ?? 0 }
}

/// Forgets all attributes.
/// - Parameter attributes: Attributes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_sftp_attributes_clear")
public func swiftssh_sftp_attributes_clear(
    _ attributes: swiftssh_sftp_attributes?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try sftpAttributes(attributes).change { $0 = SFTPAttributes() } }
}

/// Sets the number of bytes: a file that is set to fewer is cut, one that is set to more is filled up with zeros.
/// - Parameter attributes: Attributes.
/// - Parameter size: The number.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_sftp_attributes_set_size")
public func swiftssh_sftp_attributes_set_size(
    _ attributes: swiftssh_sftp_attributes?, _ size: UInt64, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try sftpAttributes(attributes).change { $0.size = size } }
}

/// Sets the owner.
/// - Parameter attributes: Attributes.
/// - Parameter uid: The user's number.
/// - Parameter gid: The group's number.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_sftp_attributes_set_owner")
public func swiftssh_sftp_attributes_set_owner(
    _ attributes: swiftssh_sftp_attributes?, _ uid: UInt32, _ gid: UInt32,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try sftpAttributes(attributes).change { $0.owner = SFTPAttributes.Owner(user: uid, group: gid) }
    }
}

/// Sets the permission bits.
/// - Parameter attributes: Attributes.
/// - Parameter permissions: The bits, for example 0644; servers pass over those of the kind of file.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_sftp_attributes_set_permissions")
public func swiftssh_sftp_attributes_set_permissions(
    _ attributes: swiftssh_sftp_attributes?, _ permissions: UInt32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try sftpAttributes(attributes).change { $0.permissions = permissions } }
}

/// Sets when the file was last used.
/// - Parameter attributes: Attributes.
/// - Parameter atime: When it was last read, in seconds since 1970.
/// - Parameter mtime: When it was last written, in seconds since 1970.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_sftp_attributes_set_times")
public func swiftssh_sftp_attributes_set_times(
    _ attributes: swiftssh_sftp_attributes?, _ atime: UInt32, _ mtime: UInt32,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try sftpAttributes(attributes).change { $0.times = SFTPAttributes.Times(access: atime, modification: mtime) }
    }
}

/// How many attributes there are that have no field of their own.
/// - Parameter attributes: Attributes.
/// - Returns: The number; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_sftp_attributes_extended_count")
public func swiftssh_sftp_attributes_extended_count(_ attributes: swiftssh_sftp_attributes?) -> Int64 {
    boundaryNumber { () throws(SSHError) in Int64(clamping: try sftpAttributes(attributes).value.extended.count) }
}

/// What kind of attribute one is that has no field of its own, for example `name@domain`; it may hold anything.
/// - Parameter attributes: Attributes.
/// - Parameter index: The attribute's place, from 0.
/// - Parameter buffer: Receives the kind, and a NUL where there is room for it; untouched when it is too small.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: The length of the kind in bytes; SWIFTSSH_ERROR_INVAL when there is no such attribute; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_sftp_attributes_extended_type")
public func swiftssh_sftp_attributes_extended_type(
    _ attributes: swiftssh_sftp_attributes?, _ index: UInt64, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in copyOut(try extended(attributes, index).type, buffer, capacity) }
}

/// The value of an attribute that has no field of its own.
/// - Parameter attributes: Attributes.
/// - Parameter index: The attribute's place, from 0.
/// - Parameter buffer: Receives the value; untouched when it is too small.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: The length of the value in bytes; SWIFTSSH_ERROR_INVAL when there is no such attribute; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_sftp_attributes_extended_value")
public func swiftssh_sftp_attributes_extended_value(
    _ attributes: swiftssh_sftp_attributes?, _ index: UInt64, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in copyOut(try extended(attributes, index).value, buffer, capacity) }
}

private func extended(
    _ attributes: swiftssh_sftp_attributes?, _ index: UInt64
) throws(SSHError) -> SFTPAttributes.Extended {
    guard let found = try sftpAttributes(attributes).value.extended[checked: Int(clamping: index)] else {
        throw SSHError(.invalidArgument, "there is no such attribute")
    }
    return found
}
