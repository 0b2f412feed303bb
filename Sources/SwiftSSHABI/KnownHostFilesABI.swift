internal import SwiftSSH

// Known hosts as OpenSSH's files have them. Lines that are not understood name nobody, and are kept for swiftssh_knownhost_writefile.

/// Reads one line and puts it at the end of a list. A comment and an empty line are kept, but are no entry.
/// - Parameter hosts: A list.
/// - Parameter line: The line, with or without its end.
/// - Parameter line_length: Its length in bytes.
/// - Parameter type: SWIFTSSH_KNOWNHOST_FILE_OPENSSH.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_KNOWN_HOSTS when the line is not understood; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED for another type.
/// - Blocks: No.
/// - Source: libssh2_knownhost_readline.
@_cdecl("swiftssh_knownhost_readline")
public func swiftssh_knownhost_readline(
    _ hosts: swiftssh_knownhost?, _ line: UnsafePointer<UInt8>?, _ line_length: UInt, _ type: Int32,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let hosts = try knownHosts(hosts)
        try requireKnownHostForm(type)
        try hosts.readLine(bytes(line, line_length, "line"))
    }
}

/// Reads a file and puts its lines at the end of a list.
/// - Parameter hosts: A list.
/// - Parameter path: A regular file of at most 256 MiB and two million lines.
/// - Parameter type: SWIFTSSH_KNOWNHOST_FILE_OPENSSH.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: How many lines of the file name hosts; or a status, and then none was added: SWIFTSSH_ERROR_FILE with the error's errno and
///   path, SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED for another type.
/// - Blocks: For the file system.
/// - Source: libssh2_knownhost_readfile.
@_cdecl("swiftssh_knownhost_readfile")
public func swiftssh_knownhost_readfile(
    _ hosts: swiftssh_knownhost?, _ path: UnsafePointer<CChar>?, _ type: Int32,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let hosts = try knownHosts(hosts)
        try requireKnownHostForm(type)
        return Int64(clamping: try hosts.readFile(text(path, "path")).entryCount)
    }
}

/// How many lines of a list were not understood and so have no effect.
/// - Parameter hosts: A list.
/// - Returns: The number; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_knownhost_not_understood")
public func swiftssh_knownhost_not_understood(_ hosts: swiftssh_knownhost?) -> Int64 {
    boundaryNumber { () throws(SSHError) in Int64(clamping: try knownHosts(hosts).notUnderstoodCount) }
}

/// An entry as a line of a file.
/// - Parameter hosts: A list.
/// - Parameter entry: An entry of the list.
/// - Parameter type: SWIFTSSH_KNOWNHOST_FILE_OPENSSH.
/// - Parameter buffer: Receives the line as it was read, its line feed included; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the line, which was copied if it is not above the capacity; or a status: SWIFTSSH_ERROR_INVAL when the entry
///   is not in the list, SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED for another type.
/// - Blocks: No.
/// - Source: libssh2_knownhost_writeline.
@_cdecl("swiftssh_knownhost_writeline")
public func swiftssh_knownhost_writeline(
    _ hosts: swiftssh_knownhost?, _ entry: swiftssh_knownhost_entry?, _ type: Int32,
    _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let hosts = try knownHosts(hosts)
        let entry = try knownHost(entry, of: hosts)
        try requireKnownHostForm(type)
        return copyOut(try hosts.writeLine(entry), buffer, capacity)
    }
}

/// Writes a whole list in place of a file, at once: whoever reads it sees the old or the new one. Every line is written as it was
/// read, those of several files one after the other. What others added to the file since it was read is lost: use
/// swiftssh_knownhost_append to add.
/// - Parameter hosts: A list.
/// - Parameter path: A regular file or none, which is then made with the mode 0600; a symbolic link is followed.
/// - Parameter type: SWIFTSSH_KNOWNHOST_FILE_OPENSSH.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; or, and then the old file is as it was, SWIFTSSH_ERROR_FILE with the error's errno and path,
///   SWIFTSSH_ERROR_TIMEOUT when another process keeps the file locked, SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED for another type.
/// - Blocks: For the file system, and ten seconds at most for other processes.
/// - Source: libssh2_knownhost_writefile.
@_cdecl("swiftssh_knownhost_writefile")
public func swiftssh_knownhost_writefile(
    _ hosts: swiftssh_knownhost?, _ path: UnsafePointer<CChar>?, _ type: Int32,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let hosts = try knownHosts(hosts)
        try requireKnownHostForm(type)
        try hosts.writeFile(text(path, "path"))
    }
}

/// Adds one line to a file, which other processes may read and add to at the same time.
/// - Parameter hosts: A list.
/// - Parameter entry: An entry of the list.
/// - Parameter path: A regular file; it is made with the mode 0600 when there is none.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when the entry is not in the list; SWIFTSSH_ERROR_FILE with the error's errno and
///   path; SWIFTSSH_ERROR_TIMEOUT when another process keeps the file locked.
/// - Blocks: For the file system, and ten seconds at most for other processes.
@_cdecl("swiftssh_knownhost_append")
public func swiftssh_knownhost_append(
    _ hosts: swiftssh_knownhost?, _ entry: swiftssh_knownhost_entry?, _ path: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let hosts = try knownHosts(hosts)
        try hosts.append(knownHost(entry, of: hosts), to: text(path, "path"))
    }
}
