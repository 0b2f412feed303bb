// Files and directories that are open on a server. What will be wanted next of a file is asked for ahead, and what is written goes to the server
// behind the caller's back: a write that fails is told by the next write, flush or close.

internal import SwiftSSH

/// Lets a file or directory go: it is closed without waiting, and what could not be written is not told.
/// - Parameter handle: A file or directory; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_sftp_handle_free")
public func swiftssh_sftp_handle_free(_ handle: swiftssh_sftp_handle?) {
    boundaryVoid { HandleTable.shared.remove(handle, SFTPHandleObject.self) }
}

/// Closes a file or directory, after the server has acknowledged all that was written. Closing it again does nothing.
/// - Parameter handle: A file or directory, which is still to be freed.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; what went wrong with a write that no call has told yet, the file being closed all the same; why the connection is
///   over; SWIFTSSH_ERROR_TIMEOUT or, in non-blocking mode, SWIFTSSH_ERROR_EAGAIN: called again it goes on.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_close_handle, draft-ietf-secsh-filexfer-02, 6.3.
@_cdecl("swiftssh_sftp_handle_close")
public func swiftssh_sftp_handle_close(
    _ handle: swiftssh_sftp_handle?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try sftpHandle(handle).close() }
}

/// Whether a file or directory has been closed.
/// - Parameter handle: A file or directory.
/// - Returns: 1 or 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_sftp_handle_is_closed")
public func swiftssh_sftp_handle_is_closed(_ handle: swiftssh_sftp_handle?) -> Int32 {
    boundaryNumber { () throws(SSHError) in try sftpHandle(handle).isClosed ? 1 : 0 }
}

/// Reads on, waiting for at least one byte.
/// - Parameter handle: A file.
/// - Parameter buffer: Receives the bytes; may be NULL when length is 0.
/// - Parameter length: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: How many bytes were read; 0 at the end of the file, which only the server's word makes: a connection that is cut gives
///   SWIFTSSH_ERROR_SOCKET_DISCONNECT or its like after the bytes that came; SWIFTSSH_ERROR_SFTP_PROTOCOL; SWIFTSSH_ERROR_BAD_USE for a directory and
///   after the file was closed; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until there is a byte or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_read, draft-ietf-secsh-filexfer-02, 6.4.
@_cdecl("swiftssh_sftp_handle_read")
public func swiftssh_sftp_handle_read(
    _ handle: swiftssh_sftp_handle?, _ buffer: UnsafeMutableRawPointer?, _ length: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let handle = try sftpHandle(handle)
        let target = UnsafeMutableRawBufferPointer(mutating: try SwiftSSHABI.buffer(buffer, length, "buffer"))
        return Int64(clamping: try handle.read(into: target))
    }
}

/// Writes all of the bytes; in non-blocking mode what fits. They are accepted when the call returns, and on their way: swiftssh_sftp_handle_flush and
/// swiftssh_sftp_handle_close wait until the server has acknowledged them.
/// - Parameter handle: A file.
/// - Parameter data: The bytes; may be NULL when there are none.
/// - Parameter length: Their number.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: How many bytes were accepted: all of them, or in non-blocking mode at least one; SWIFTSSH_ERROR_SFTP_PROTOCOL also for an earlier write
///   that the server refused, nothing being accepted then; SWIFTSSH_ERROR_BAD_USE for a directory and after the file was closed; why the connection
///   is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode when none could be accepted.
/// - Blocks: While more than swiftssh_sftp_bytes_in_flight would be unacknowledged, until the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_write, draft-ietf-secsh-filexfer-02, 6.4.
@_cdecl("swiftssh_sftp_handle_write")
public func swiftssh_sftp_handle_write(
    _ handle: swiftssh_sftp_handle?, _ data: UnsafeRawPointer?, _ length: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let handle = try sftpHandle(handle)
        return Int64(clamping: try handle.write(buffer(data, length, "data")))
    }
}

/// Waits until the server has acknowledged all that was written, which says nothing of its disk.
/// - Parameter handle: A file.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_handle_close``, and SWIFTSSH_ERROR_BAD_USE after the file was closed.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
@_cdecl("swiftssh_sftp_handle_flush")
public func swiftssh_sftp_handle_flush(
    _ handle: swiftssh_sftp_handle?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try sftpHandle(handle).flush() }
}

/// Waits until all that was written is on the server's disk.
/// - Parameter handle: A file.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_handle_flush``; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `fsync@openssh.com`.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_fsync, OpenSSH's `fsync@openssh.com`.
@_cdecl("swiftssh_sftp_handle_fsync")
public func swiftssh_sftp_handle_fsync(
    _ handle: swiftssh_sftp_handle?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try sftpHandle(handle).synchronize() }
}

/// Sets where a file is read and written on. Nothing is sent; a position beyond the end is allowed.
/// - Parameter handle: A file.
/// - Parameter offset: The position, in bytes from the beginning.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
/// - Source: libssh2_sftp_seek64.
@_cdecl("swiftssh_sftp_handle_seek")
public func swiftssh_sftp_handle_seek(
    _ handle: swiftssh_sftp_handle?, _ offset: UInt64, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try sftpHandle(handle).seek(to: offset) }
}

/// Where a file is read and written on.
/// - Parameter handle: A file.
/// - Returns: The position, in bytes from the beginning; 0 for a bad handle.
/// - Source: libssh2_sftp_tell64.
@_cdecl("swiftssh_sftp_handle_tell")
public func swiftssh_sftp_handle_tell(_ handle: swiftssh_sftp_handle?) -> UInt64 {
    boundaryUnsigned { () throws(SSHError) in try sftpHandle(handle).position }
}

/// What the server knows of an open file or directory.
/// - Parameter handle: A file or directory.
/// - Parameter attributes: Takes what is known in place of what it held; nothing is known after a failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_SFTP_PROTOCOL when the server refuses or breaks the protocol; SWIFTSSH_ERROR_BAD_USE after it was
///   closed; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_fstat_ex, draft-ietf-secsh-filexfer-02, 6.8.
@_cdecl("swiftssh_sftp_handle_fstat")
public func swiftssh_sftp_handle_fstat(
    _ handle: swiftssh_sftp_handle?, _ attributes: swiftssh_sftp_attributes?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let handle = try sftpHandle(handle)
        try sftpAttributes(attributes).fill { () throws(SSHError) in try handle.attributes() }
    }
}

/// Sets attributes of an open file or directory.
/// - Parameter handle: A file or directory.
/// - Parameter attributes: What is to be set; what is not known stays as it is.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_handle_fstat``.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_fstat_ex, draft-ietf-secsh-filexfer-02, 6.9.
@_cdecl("swiftssh_sftp_handle_fsetstat")
public func swiftssh_sftp_handle_fsetstat(
    _ handle: swiftssh_sftp_handle?, _ attributes: swiftssh_sftp_attributes?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let handle = try sftpHandle(handle)
        try handle.setAttributes(sftpAttributes(attributes).value)
    }
}

/// The next name of a directory, in the server's order, `.` and `..` among them. A name may hold a slash or a control character. It is passed over
/// when it, and the line if that is wanted, did fit; else the next call tells it again.
/// - Parameter handle: A directory.
/// - Parameter attributes: Takes what the server says of the file, of a symbolic link itself; NULL when that is not wanted.
/// - Parameter buffer: Receives the name, and a NUL where there is room for it.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter longentry_buffer: Receives the line that `ls -l` would print, in no fixed form, and a NUL where there is room for it; NULL when it is not
///   wanted. It may hold anything: escape it before it is shown.
/// - Parameter longentry_capacity: The size of that buffer in bytes.
/// - Parameter out_longentry_length: Receives the length of the line in bytes; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the name in bytes, which was copied if it is not above the capacity; 0 after the last name, which only the server's word
///   makes; a status as of ``swiftssh_sftp_handle_fstat``, and SWIFTSSH_ERROR_BAD_USE for a file.
/// - Blocks: Until there is a name or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_sftp_readdir_ex, draft-ietf-secsh-filexfer-02, 6.7.
@_cdecl("swiftssh_sftp_handle_readdir")
public func swiftssh_sftp_handle_readdir(
    _ handle: swiftssh_sftp_handle?, _ attributes: swiftssh_sftp_attributes?, _ buffer: UnsafeMutablePointer<CChar>?,
    _ capacity: UInt, _ longentry_buffer: UnsafeMutablePointer<CChar>?, _ longentry_capacity: UInt,
    _ out_longentry_length: UnsafeMutablePointer<UInt64>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        out_longentry_length?.pointee = 0
        let object = try HandleTable.shared.object(handle, SFTPHandleObject.self)
        let known = attributes == nil ? nil : try sftpAttributes(attributes)
        known?.change { $0 = SFTPAttributes() }
        guard let name = try object.next() else { return 0 }
        known?.change { $0 = name.attributes }
        out_longentry_length?.pointee = UInt64(clamping: name.longname.count)
        let length = copyOut(name.filename, buffer, capacity)
        let longLength = copyOut(name.longname, longentry_buffer, longentry_capacity)
        let fits =
            buffer != nil && length <= Int64(clamping: capacity)
            && (longentry_buffer == nil || longLength <= Int64(clamping: longentry_capacity))
        if !fits { object.giveBack(name) }
        return length
    }
}
