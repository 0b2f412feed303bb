// The names of a server's users and groups. An answer is a copy: it stays as it is until it is freed.

internal import SwiftSSH

/// Looks up the names of users and groups by their numbers.
/// - Parameter sftp: An SFTP session.
/// - Parameter users: The numbers of users, each a uint32_t; may be NULL when there are none.
/// - Parameter users_length: Their length in bytes, a multiple of 4.
/// - Parameter groups: The numbers of groups, each a uint32_t; may be NULL when there are none. Both together at most 16,384.
/// - Parameter groups_length: Their length in bytes, a multiple of 4.
/// - Parameter out_names: Receives the names, which the caller frees with swiftssh_sftp_names_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_open``; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `users-groups-by-id@openssh.com`;
///   SWIFTSSH_ERROR_INVAL for too many, or a length that is no multiple of 4.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: OpenSSH's `users-groups-by-id@openssh.com`.
@_cdecl("swiftssh_sftp_users_groups_by_id")
public func swiftssh_sftp_users_groups_by_id(
    _ sftp: swiftssh_sftp?, _ users: UnsafeRawPointer?, _ users_length: UInt, _ groups: UnsafeRawPointer?,
    _ groups_length: UInt, _ out_names: UnsafeMutablePointer<swiftssh_sftp_names?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: sftp, out_names, "out_names", error) { (sftp: SFTP) throws(SSHError) in
        let names = try sftp.names(
            users: numbers(users, users_length, "users"), groups: numbers(groups, groups_length, "groups"))
        return SFTPNamesObject(users: names.users, groups: names.groups)
    }
}

/// Frees names.
/// - Parameter names: Names; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_sftp_names_free")
public func swiftssh_sftp_names_free(_ names: swiftssh_sftp_names?) {
    boundaryVoid { HandleTable.shared.remove(names, SFTPNamesObject.self) }
}

/// The name of a user.
/// - Parameter names: Names.
/// - Parameter index: The place of the user's number among those that were asked for, from 0.
/// - Parameter buffer: Receives the name, and a NUL where there is room for it; untouched when it is too small.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: The length of the name in bytes, 0 when there is no such user; SWIFTSSH_ERROR_INVAL when so many were not asked for;
///   SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_sftp_names_user")
public func swiftssh_sftp_names_user(
    _ names: swiftssh_sftp_names?, _ index: UInt64, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        copyOut(try one(of: sftpNames(names).users, index), buffer, capacity)
    }
}

/// The name of a group.
/// - Parameter names: Names.
/// - Parameter index: The place of the group's number among those that were asked for, from 0.
/// - Parameter buffer: Receives the name, and a NUL where there is room for it; untouched when it is too small.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: The length of the name in bytes, 0 when there is no such group; SWIFTSSH_ERROR_INVAL when so many were not asked for;
///   SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_sftp_names_group")
public func swiftssh_sftp_names_group(
    _ names: swiftssh_sftp_names?, _ index: UInt64, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        copyOut(try one(of: sftpNames(names).groups, index), buffer, capacity)
    }
}

private func sftpNames(_ names: swiftssh_sftp_names?) throws(SSHError) -> SFTPNamesObject {
    try HandleTable.shared.object(names, SFTPNamesObject.self)
}

private func one(of names: [[UInt8]], _ index: UInt64) throws(SSHError) -> [UInt8] {
    guard let name = names[checked: Int(clamping: index)] else {
        throw SSHError(.invalidArgument, "so many were not asked for")
    }
    return name
}

/// The numbers that C handed in.
private func numbers(_ pointer: UnsafeRawPointer?, _ length: UInt, _ name: String) throws(SSHError) -> [UInt32] {
    let memory = try buffer(pointer, length, name)
    guard memory.count % 4 == 0 else {
        throw SSHError(.invalidArgument, "the length of \(name) is no multiple of 4")
    }
    // More than the call takes need not be copied.
    return stride(from: 0, to: min(memory.count, 1 << 20), by: 4).map {
        memory.loadUnaligned(fromByteOffset: $0, as: UInt32.self)
    }
}
