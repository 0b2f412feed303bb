// The library itself.

/// Reads up to 1.5 pages, e.g. from a file, into `memory.pool` of the caller's. The second sentence is not the summary.
///
/// A paragraph with */ and /* in it, ``swiftssh_everything`` and user@host.
///
/// * a bullet
/// * another bullet
///
/// ```c
/// swiftssh_everything(5, "text");
/// ```
/// - Parameter number: a number
///   that needs two lines,
///
///   and two paragraphs.
/// - Parameter `text`: some text.
/// - Returns: a number,
///   or another.
/// - Errors: `SWIFTSSH_ERROR_TIMEOUT` when the deadline passed,
///   `SWIFTSSH_ERROR_INVAL` when it makes no sense.
/// - Blocks: yes.
/// - Threads: any.
/// - Source: libssh2_everything.
/// - Note: the first note.
/// - Note: the second note.
@_cdecl("swiftssh_everything") public func swiftssh_everything(_ number: Int32, _ text: UnsafePointer<CChar>?) -> Int32 {
    return boundaryInteger { number }
}

/// The parameters come as a list.
/// - Parameters:
///   - first: the first,
///     which needs two lines.
///   - second: the second.
@_cdecl("swiftssh_list")
public func swiftssh_list(_ first: UInt32, _ second: UInt32) {
    boundaryNothing()
}
