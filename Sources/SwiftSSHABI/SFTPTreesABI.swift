// Whole files, and directories with all that is in them, on a server.

internal import SwiftSSH

/// A walk through a directory. Freed with swiftssh_sftp_walker_free.
public typealias swiftssh_sftp_walker = OpaquePointer

/// Paths on a server. Freed with swiftssh_sftp_paths_free.
public typealias swiftssh_sftp_paths = OpaquePointer

/// Whether there is a file, a directory or whatever else of that name; a symbolic link is followed.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The path.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: 1 or 0; a status as of ``swiftssh_sftp_open`` when the server does not say.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
@_cdecl("swiftssh_sftp_exists")
public func swiftssh_sftp_exists(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        return try sftp.exists(SwiftSSHABI.path(path, "path")) ? 1 : 0
    }
}

/// Reads a whole file.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The file.
/// - Parameter buffer: Receives what the file holds; may be NULL for an empty file.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: How many bytes the file holds; SWIFTSSH_ERROR_OUT_OF_BOUNDARY for a longer file than there is room for; SWIFTSSH_ERROR_BAD_USE in
///   non-blocking mode; else as ``swiftssh_sftp_handle_read``.
/// - Blocks: Until the file has come, each piece of it within the session's timeout.
@_cdecl("swiftssh_sftp_read_bytes")
public func swiftssh_sftp_read_bytes(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        let limit = buffer == nil ? 0 : Int(clamping: capacity)
        return copyOut(try sftp.readBytes(SwiftSSHABI.path(path, "path"), limit: limit), buffer, capacity)
    }
}

/// Writes a whole file, in place of what it holds. After a failure it may hold a part of the bytes; swiftssh_sftp_put keeps a file whole.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The file; made where it is missing.
/// - Parameter data: What it is to hold; may be NULL when length is 0.
/// - Parameter length: The number of bytes, at most 16 MiB: larger ones go by swiftssh_sftp_handle_write.
/// - Parameter mode: The permission bits of a file that is made, for example 0644, of which the server's umask takes some away.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_BAD_USE in non-blocking mode; SWIFTSSH_ERROR_INVAL beyond 16 MiB; else as ``swiftssh_sftp_handle_close``.
/// - Blocks: Until the server has acknowledged all of it, each step within the session's timeout.
@_cdecl("swiftssh_sftp_write_bytes")
public func swiftssh_sftp_write_bytes(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ data: UnsafePointer<UInt8>?, _ length: UInt,
    _ mode: UInt32,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        try sftp.writeBytes(SwiftSSHABI.path(path, "path"), bytes(data, length, "data"), permissions: mode)
    }
}

/// Removes a directory with all that is in it, or a file. Symbolic links are removed and not followed.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The directory or file.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; the first thing that went wrong, the rest being removed all the same; SWIFTSSH_ERROR_TIMEOUT; why the connection is over.
/// - Blocks: Until all is removed, in non-blocking mode too.
@_cdecl("swiftssh_sftp_remove_tree")
public func swiftssh_sftp_remove_tree(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let sftp = try SwiftSSHABI.sftp(sftp)
        try sftp.removeTree(SwiftSSHABI.path(path, "path"))
    }
}

/// Finds the paths that a pattern names.
/// - Parameter sftp: An SFTP session.
/// - Parameter pattern: A path in whose names `*`, `?`, `[...]` and `\` mean what they mean to a shell, and `**` any number of directories, up to 256. A
///   name that begins with a dot is found only by one that does.
/// - Parameter out_paths: Receives the paths, sorted, which the caller frees with swiftssh_sftp_paths_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, also where nothing matches; SWIFTSSH_ERROR_BAD_USE in non-blocking mode; else as ``swiftssh_sftp_open``. Directories
///   that cannot be listed are passed over.
/// - Blocks: Until all is listed, each question to the server within the session's timeout.
@_cdecl("swiftssh_sftp_glob")
public func swiftssh_sftp_glob(
    _ sftp: swiftssh_sftp?, _ pattern: UnsafePointer<CChar>?, _ out_paths: UnsafeMutablePointer<swiftssh_sftp_paths?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: sftp, out_paths, "out_paths", error) { (sftp: SFTP) throws(SSHError) in
        SFTPPathsObject(try sftp.glob(SwiftSSHABI.path(pattern, "pattern")))
    }
}

/// Frees paths.
/// - Parameter paths: Paths; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_sftp_paths_free")
public func swiftssh_sftp_paths_free(_ paths: swiftssh_sftp_paths?) {
    boundaryVoid { HandleTable.shared.remove(paths, SFTPPathsObject.self) }
}

/// How many paths there are.
/// - Parameter paths: Paths.
/// - Returns: The number; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_sftp_paths_count")
public func swiftssh_sftp_paths_count(_ paths: swiftssh_sftp_paths?) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        Int64(clamping: try HandleTable.shared.object(paths, SFTPPathsObject.self).paths.count)
    }
}

/// One path.
/// - Parameter paths: Paths.
/// - Parameter index: Its place, from 0.
/// - Parameter buffer: Receives the path, and a NUL where there is room for it; untouched when it is too small.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: The length of the path in bytes; SWIFTSSH_ERROR_INVAL when there is no such path; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_sftp_paths_path")
public func swiftssh_sftp_paths_path(
    _ paths: swiftssh_sftp_paths?, _ index: UInt64, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        let paths = try HandleTable.shared.object(paths, SFTPPathsObject.self).paths
        guard let path = paths[checked: Int(clamping: index)] else {
            throw SSHError(.invalidArgument, "there is no such path")
        }
        return copyOut(path.bytes, buffer, capacity)
    }
}

/// Begins a walk through a directory with all that is in it: each name once, a directory before what is in it, symbolic links not followed. Nothing is
/// asked of the server before the first step, and few names are in memory at a time.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The directory.
/// - Parameter out_walker: Receives the walk, which the caller frees with swiftssh_sftp_walker_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when an argument is NULL.
/// - Blocks: No.
@_cdecl("swiftssh_sftp_walk")
public func swiftssh_sftp_walk(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ out_walker: UnsafeMutablePointer<swiftssh_sftp_walker?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: sftp, out_walker, "out_walker", error) { (sftp: SFTP) throws(SSHError) in
        SFTPWalkerObject(sftp.walk(try SwiftSSHABI.path(path, "path")))
    }
}

/// Ends a walk, without waiting.
/// - Parameter walker: A walk; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_sftp_walker_free")
public func swiftssh_sftp_walker_free(_ walker: swiftssh_sftp_walker?) {
    boundaryVoid { HandleTable.shared.remove(walker, SFTPWalkerObject.self) }
}

/// Goes on to the next path of a walk. It is passed over when it did fit; else the next call tells it again. For one thread at a time: others wait.
/// - Parameter walker: A walk.
/// - Parameter attributes: Takes what the server says of the file, of a symbolic link itself; NULL when that is not wanted. Where a listing does not
///   say what a name is, the server is asked.
/// - Parameter buffer: Receives the path: that of the walk with the names below it, and a NUL where there is room for it.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter out_depth: Receives how many directories it is below the one that the walk began with, 1 for what is in that; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the path in bytes, which was copied if it is not above the capacity; 0 after the last one; a status as of
///   ``swiftssh_sftp_open``: called again after a directory that could not be listed, or that is within more than 256 others and is not gone into, it
///   goes on behind that.
/// - Blocks: Until there is a name or the session's timeout has passed, unless in non-blocking mode.
@_cdecl("swiftssh_sftp_walker_next")
public func swiftssh_sftp_walker_next(
    _ walker: swiftssh_sftp_walker?, _ attributes: swiftssh_sftp_attributes?, _ buffer: UnsafeMutablePointer<CChar>?,
    _ capacity: UInt, _ out_depth: UnsafeMutablePointer<UInt64>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        out_depth?.pointee = 0
        let walker = try HandleTable.shared.object(walker, SFTPWalkerObject.self)
        let known = attributes == nil ? nil : try sftpAttributes(attributes)
        known?.change { $0 = SFTPAttributes() }
        let room = buffer == nil ? -1 : Int(clamping: capacity)
        guard let entry = try walker.next(room: room) else { return 0 }
        known?.change { $0 = entry.attributes }
        out_depth?.pointee = UInt64(clamping: entry.depth)
        return copyOut(entry.path.bytes, buffer, capacity)
    }
}

/// Has a walk not go into the directory that swiftssh_sftp_walker_next has just given.
/// - Parameter walker: A walk.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: Only while another thread goes on with the same walk.
@_cdecl("swiftssh_sftp_walker_skip_directory")
public func swiftssh_sftp_walker_skip_directory(
    _ walker: swiftssh_sftp_walker?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try HandleTable.shared.object(walker, SFTPWalkerObject.self).skipDirectory()
    }
}

/// What swiftssh_sftp_paths is a handle of.
final class SFTPPathsObject: Sendable {
    let paths: [RemotePath]

    init(_ paths: [RemotePath]) {
        self.paths = paths
    }
}

/// What swiftssh_sftp_walker is a handle of.
final class SFTPWalkerObject: Sendable {
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var walk: SFTPWalk
    nonisolated(unsafe) private var kept: SFTPWalk.Entry?

    init(_ walk: SFTPWalk) {
        self.walk = walk
    }

    /// The next path, which is the next one again when it is longer than there is room for; nil after the last one.
    func next(room: Int) throws(SSHError) -> SFTPWalk.Entry? {
        try lock.withLock { () throws(SSHError) -> SFTPWalk.Entry? in
            let entry = kept == nil ? try walk.next() : kept
            kept = (entry?.path.bytes.count ?? 0) > room ? entry : nil
            return entry
        }
    }

    /// Passes over what is in the directory that was just given.
    func skipDirectory() {
        lock.withLock { walk.skipDirectory() }
    }
}
