/// What went wrong, owned by whoever got it.
public typealias swiftssh_error = OpaquePointer

/// 0, or a negative number.
public typealias swiftssh_status = Int32

/// Lets go of an error.
/// - Parameter error: the error, or NULL.
@_cdecl("swiftssh_error_free")
public func swiftssh_error_free(_ error: swiftssh_error?) {
    boundaryFree(error)
}

/// The number of an error.
/// - Parameter error: the error.
/// - Returns: its status.
@_cdecl("swiftssh_error_code")
public func swiftssh_error_code(_ error: swiftssh_error?) -> swiftssh_status {
    boundaryStatus(error) { $0.code }
}

/// What an error says.
/// - Parameter error: the error.
/// - Returns: text that is valid until the error is freed.
@_cdecl("swiftssh_error_message")
public func swiftssh_error_message(_ error: swiftssh_error?) -> UnsafePointer<CChar> {
    boundaryText(error) { $0.message }
}
