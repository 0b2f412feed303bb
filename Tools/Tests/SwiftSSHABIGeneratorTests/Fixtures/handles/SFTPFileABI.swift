/// A connection to a server.
public typealias swiftssh_session = OpaquePointer

/// An open file, as a handle. It has a "quoted" part, a \ and a description which is long enough to need several lines of Python.
public typealias swiftssh_sftp_file = OpaquePointer

/// 0, or a negative number that says what went wrong.
public typealias swiftssh_status = Int32

typealias Internal = [String]

/// Opens a file.
/// - Parameters:
///   - session: the session.
///   - path: the path on the server.
///   - out_file: where the file is put.
/// - Returns: 0 or a negative status.
@_cdecl("swiftssh_sftp_file_open")
public func swiftssh_sftp_file_open(
    _ session: swiftssh_session?, _ path: UnsafePointer<CChar>?,
    _ out_file: UnsafeMutablePointer<swiftssh_sftp_file?>?
) -> swiftssh_status {
    boundaryStatus { throw Unsupported() }
}

/// Lets go of a file.
/// - Parameter file: the file, or NULL.
@_cdecl("swiftssh_sftp_file_free")
public func swiftssh_sftp_file_free(_ file: swiftssh_sftp_file?) {
    boundaryFree(file)
}

/// The session of a file, as a new handle.
/// - Parameter file: the file.
/// - Returns: the session, or NULL for a bad handle.
@_cdecl("swiftssh_sftp_file_session")
public func swiftssh_sftp_file_session(_ file: swiftssh_sftp_file?) -> swiftssh_session? {
    return boundaryHandle(file) { $0.session }
}
