/// What the server asks.
public typealias swiftssh_keyboard_interactive = OpaquePointer

/// Answers what the server asks.
///
/// It runs on the thread that called ``swiftssh_ask``.
/// - Parameter user_data: the caller's own value.
/// - Parameter request: what is asked, valid during the call.
/// - Returns: 0 to go on, anything else to give up.
public typealias swiftssh_keyboard_interactive_callback = @convention(c) (
    _ user_data: UnsafeMutableRawPointer?, _ request: swiftssh_keyboard_interactive?
) -> Int32

/// Frees the value of a callback.
/// - Parameter user_data: the caller's own value.
public typealias swiftssh_finalizer = @convention(c) (_ user_data: UnsafeMutableRawPointer?) -> Void

/// Takes one block of what is read, with a great many parameters.
/// - Parameter user_data: the caller's own value.
/// - Parameter data: the bytes.
/// - Parameter length: how many there are.
/// - Parameter name: the name of the file.
public typealias swiftssh_block_callback = @convention(c) (
    _ user_data: UnsafeMutableRawPointer?, _ data: UnsafeRawPointer?, _ length: UInt, _ name: UnsafePointer<CChar>?
) -> Void

/// Asks.
/// - Parameter callback: what answers.
/// - Parameter user_data: a value for it.
/// - Parameter finalizer: what frees the value.
/// - Returns: 1 when it answered.
@_cdecl("swiftssh_ask")
public func swiftssh_ask(
    _ callback: swiftssh_keyboard_interactive_callback?, _ user_data: UnsafeMutableRawPointer?,
    _ finalizer: swiftssh_finalizer?
) -> Int32 {
    boundaryPredicate { true }
}
