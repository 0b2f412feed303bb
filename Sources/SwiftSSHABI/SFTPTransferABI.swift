// Copying files and trees between this machine and a server. A file has its own name when it is whole; one that was there before stays as it is until
// then. Nothing is written outside of the directory that is named, whatever names and links a server has.

internal import SwiftSSH

/// How files are copied. Freed with swiftssh_sftp_transfer_options_free.
public typealias swiftssh_sftp_transfer_options = OpaquePointer

/// What a transfer has done. Freed with swiftssh_sftp_report_free.
public typealias swiftssh_sftp_report = OpaquePointer

/// Told how far a transfer has come, at most ten times a second and once at the end, on the thread that called the transfer; it may call into the session.
/// - Parameter user_data: What was handed in with the callback.
/// - Parameter bytes: The bytes that have been copied, those of a part that was gone on from included.
/// - Parameter total: The bytes of all files that are known of so far; while directories are still being listed it grows.
/// - Parameter name: The file on the server that was copied from or to last, as bytes; valid until the callback returns.
/// - Returns: 0 to go on, anything else to end the transfer.
public typealias swiftssh_sftp_progress_callback =
    @convention(c) (
        _ user_data: UnsafeMutableRawPointer?, _ bytes: UInt64, _ total: UInt64, _ name: UnsafePointer<CChar>?
    ) -> Int32

/// Whether a directory is copied with all that is in it, else it is an error: 0 or 1, at first 0.
public let SWIFTSSH_SFTP_TRANSFER_RECURSIVE: Int32 = 0
/// Whether files that are there already with the same size and time are left as they are, and parts that an earlier transfer has left are gone on
/// from, after their last bytes have been compared: 0 or 1, at first 0.
public let SWIFTSSH_SFTP_TRANSFER_RESUME: Int32 = 1
/// Whether the files' own names are written to from the beginning on. Else a file has the name `NAME.swiftssh.part` until it is whole: 0 or 1, at first 0.
public let SWIFTSSH_SFTP_TRANSFER_IN_PLACE: Int32 = 2
/// Whether permission bits are kept: 0 or 1, at first 1.
public let SWIFTSSH_SFTP_TRANSFER_PERMISSIONS: Int32 = 3
/// Whether the times of the last use are kept: 0 or 1, at first 1.
public let SWIFTSSH_SFTP_TRANSFER_TIMES: Int32 = 4
/// What becomes of symbolic links in directories: one of SWIFTSSH_SFTP_LINKS_*, at first SWIFTSSH_SFTP_LINKS_KEEP.
public let SWIFTSSH_SFTP_TRANSFER_LINKS: Int32 = 5
/// How many files are under way at a time: 1 to 1024, what is beyond counts as the bound; at first 64.
public let SWIFTSSH_SFTP_TRANSFER_FILES_AT_ONCE: Int32 = 6
/// The time for all of it in milliseconds; at first 0, which is no limit. The session's timeout is the time in which nothing may come.
public let SWIFTSSH_SFTP_TRANSFER_TIMEOUT: Int32 = 7

/// A link is copied as a link; from a server only one that cannot lead out of the directory that is copied.
public let SWIFTSSH_SFTP_LINKS_KEEP: Int32 = 0
/// What a link points to is copied in its place; a link to a directory that the link is in is refused.
public let SWIFTSSH_SFTP_LINKS_FOLLOW: Int32 = 1
/// A link is left out.
public let SWIFTSSH_SFTP_LINKS_SKIP: Int32 = 2

/// Makes options, as they are at first.
/// - Parameter out_options: Receives the options, which the caller frees with swiftssh_sftp_transfer_options_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when out_options is NULL.
/// - Blocks: No.
@_cdecl("swiftssh_sftp_transfer_options_new")
public func swiftssh_sftp_transfer_options_new(
    _ out_options: UnsafeMutablePointer<swiftssh_sftp_transfer_options?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(out_options, "out_options", error) { SFTPTransferOptionsObject() }
}

/// Frees options.
/// - Parameter options: Options; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_sftp_transfer_options_free")
public func swiftssh_sftp_transfer_options_free(_ options: swiftssh_sftp_transfer_options?) {
    boundaryVoid { HandleTable.shared.remove(options, SFTPTransferOptionsObject.self) }
}

/// Sets one option.
/// - Parameter options: Options.
/// - Parameter option: One of SWIFTSSH_SFTP_TRANSFER_*, each of which says what values it has.
/// - Parameter value: Its value.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for an option or a value that there is not.
/// - Blocks: No.
@_cdecl("swiftssh_sftp_transfer_options_set")
public func swiftssh_sftp_transfer_options_set(
    _ options: swiftssh_sftp_transfer_options?, _ option: Int32, _ value: Int64,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try HandleTable.shared.object(options, SFTPTransferOptionsObject.self).set(option, value)
    }
}

/// Copies a file from the server, or a directory with all that is in it. Waits in non-blocking mode too. A transfer that is interrupted leaves its part,
/// which one with SWIFTSSH_SFTP_TRANSFER_RESUME goes on from.
/// - Parameter sftp: An SFTP session.
/// - Parameter path: The file or directory on the server; links in its path are followed.
/// - Parameter target: Where it goes on this machine, its own name included; a directory that is there is filled, not put beside.
/// - Parameter options: How it is copied; NULL for options as they are at first. They stay the caller's.
/// - Parameter progress: Told how far it has come; may be NULL.
/// - Parameter user_data: Handed to the callback; may be NULL.
/// - Parameter finalizer: Called once when user_data is no longer needed, which is before this call returns; may be NULL.
/// - Parameter out_report: Receives what was done, which the caller frees with swiftssh_sftp_report_free; NULL on failure. May be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, also when of a directory not all could be copied, which the report tells; of a single file what went wrong with it:
///   SWIFTSSH_ERROR_FILE with errno and path where this machine refuses or the file has shrunk meanwhile, SWIFTSSH_ERROR_SFTP_PROTOCOL where the server
///   does; SWIFTSSH_ERROR_CANCELLED when the callback ended it; SWIFTSSH_ERROR_TIMEOUT; why the connection is over.
/// - Blocks: Until all is copied, or the time that the options give has passed.
@_cdecl("swiftssh_sftp_get")
public func swiftssh_sftp_get(
    _ sftp: swiftssh_sftp?, _ path: UnsafePointer<CChar>?, _ target: UnsafePointer<CChar>?,
    _ options: swiftssh_sftp_transfer_options?, _ progress: swiftssh_sftp_progress_callback?,
    _ user_data: UnsafeMutableRawPointer?, _ finalizer: swiftssh_finalizer?,
    _ out_report: UnsafeMutablePointer<swiftssh_sftp_report?>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryTransfer(sftp, options, progress, UserData(user_data, finalizer), out_report, error) {
        (sftp, options, timeout, progress) throws(SSHError) in
        try sftp.get(
            SwiftSSHABI.path(path, "path"), to: LocalPath(bytes: SwiftSSHABI.path(target, "target").bytes),
            options: options, timeout: timeout, progress: progress)
    }
}

/// Copies a file to the server, or a directory with all that is in it. Waits in non-blocking mode too.
/// - Parameter sftp: An SFTP session.
/// - Parameter source: The file or directory of this machine; links in its path are followed.
/// - Parameter path: Where it goes on the server, its own name included; a directory that is there is filled, not put beside.
/// - Parameter options: How it is copied; NULL for options as they are at first. They stay the caller's.
/// - Parameter progress: Told how far it has come; may be NULL.
/// - Parameter user_data: Handed to the callback; may be NULL.
/// - Parameter finalizer: Called once when user_data is no longer needed, which is before this call returns; may be NULL.
/// - Parameter out_report: Receives what was done, which the caller frees with swiftssh_sftp_report_free; NULL on failure. May be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_sftp_get``.
/// - Blocks: Until all is copied, or the time that the options give has passed.
@_cdecl("swiftssh_sftp_put")
public func swiftssh_sftp_put(
    _ sftp: swiftssh_sftp?, _ source: UnsafePointer<CChar>?, _ path: UnsafePointer<CChar>?,
    _ options: swiftssh_sftp_transfer_options?, _ progress: swiftssh_sftp_progress_callback?,
    _ user_data: UnsafeMutableRawPointer?, _ finalizer: swiftssh_finalizer?,
    _ out_report: UnsafeMutablePointer<swiftssh_sftp_report?>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryTransfer(sftp, options, progress, UserData(user_data, finalizer), out_report, error) {
        (sftp, options, timeout, progress) throws(SSHError) in
        try sftp.put(
            LocalPath(bytes: SwiftSSHABI.path(source, "source").bytes), to: SwiftSSHABI.path(path, "path"),
            options: options, timeout: timeout, progress: progress)
    }
}

/// What swiftssh_sftp_transfer_options is a handle of.
final class SFTPTransferOptionsObject: Sendable {
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var options = TransferOptions()
    nonisolated(unsafe) private var timeout: Duration?

    /// The options as they are now, and the time for all of it.
    var all: (TransferOptions, Duration?) { lock.withLock { (options, timeout) } }

    /// Sets one option by its number.
    /// - Throws: `invalidArgument` for an option or a value that there is not.
    func set(_ option: Int32, _ value: Int64) throws(SSHError) {
        switch option {
        case SWIFTSSH_SFTP_TRANSFER_RECURSIVE: try set(\.isRecursive, value)
        case SWIFTSSH_SFTP_TRANSFER_RESUME: try set(\.resumes, value)
        case SWIFTSSH_SFTP_TRANSFER_IN_PLACE: try set(\.writesInPlace, value)
        case SWIFTSSH_SFTP_TRANSFER_PERMISSIONS: try set(\.keepsPermissions, value)
        case SWIFTSSH_SFTP_TRANSFER_TIMES: try set(\.keepsTimes, value)
        case SWIFTSSH_SFTP_TRANSFER_LINKS:
            guard let links = Int32(exactly: value).flatMap(TransferOptions.SymbolicLinks.init) else {
                throw SSHError(.invalidArgument, "\(value) is none of SWIFTSSH_SFTP_LINKS_*")
            }
            lock.withLock { options.symbolicLinks = links }
        case SWIFTSSH_SFTP_TRANSFER_FILES_AT_ONCE:
            lock.withLock { options.filesAtOnce = min(max(Int(clamping: value), 1), 1024) }
        case SWIFTSSH_SFTP_TRANSFER_TIMEOUT:
            guard value >= 0 else { throw SSHError(.invalidArgument, "the time is negative") }
            lock.withLock { timeout = value == 0 ? nil : .milliseconds(value) }
        default: throw SSHError(.invalidArgument, "there is no option \(option)")
        }
    }

    private func set(_ option: WritableKeyPath<TransferOptions, Bool>, _ value: Int64) throws(SSHError) {
        guard value == 0 || value == 1 else { throw SSHError(.invalidArgument, "the value is neither 0 nor 1") }
        lock.withLock { options[keyPath: option] = value == 1 }
    }
}

/// Copies in one direction or the other, and gives out what was done.
private func boundaryTransfer(
    _ sftp: swiftssh_sftp?, _ options: swiftssh_sftp_transfer_options?, _ progress: swiftssh_sftp_progress_callback?,
    _ userData: UserData, _ out: UnsafeMutablePointer<swiftssh_sftp_report?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?,
    _ copy: (SFTP, TransferOptions, Duration?, ((TransferProgress) -> Bool)?) throws(SSHError) -> TransferReport
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        out?.pointee = nil
        let sftp = try SwiftSSHABI.sftp(sftp)
        let (options, timeout) = try transferOptions(options)
        let report = try copy(sftp, options, timeout, telling(progress, userData))
        out?.pointee = HandleTable.shared.insert(SFTPReportObject(report))
    }
}

private func transferOptions(
    _ options: swiftssh_sftp_transfer_options?
) throws(SSHError) -> (TransferOptions, Duration?) {
    if options == nil { return (TransferOptions(), nil) }
    return try HandleTable.shared.object(options, SFTPTransferOptionsObject.self).all
}

/// What tells C how far a transfer has come.
private func telling(
    _ callback: swiftssh_sftp_progress_callback?, _ userData: UserData
) -> ((TransferProgress) -> Bool)? {
    guard let callback else { return nil }
    return { progress in
        let name = progress.name.bytes.map { CChar(bitPattern: $0) } + [0]
        return name.withUnsafeBufferPointer {
            callback(userData.pointer, progress.bytes, progress.total, $0.baseAddress) == 0
        }
    }
}
