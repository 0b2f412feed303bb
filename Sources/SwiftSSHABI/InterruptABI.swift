internal import SwiftSSH

/// Has this thread asked whether it is to wait on: whenever it has waited in the library for a tenth of a second, and at once when a signal has
/// come to it meanwhile.
///
/// For programs that do on this thread what they have to do when a signal comes; a signal alone ends no call. There is one callback in a process, for
/// one thread: this takes the place of the one that there was, whichever thread's that was. Other threads are not asked. A call that ends something
/// ends it all the same, and may then return SWIFTSSH_ERROR_NONE.
/// - Parameter callback: Called in the midst of calls of this thread that wait; the time that it takes counts. NULL for none.
/// - Parameter user_data: Handed to the callback; may be NULL.
/// - Parameter finalizer: Called once when user_data is no longer needed, which is when another callback or none is set; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE.
/// - Blocks: No.
@_cdecl("swiftssh_set_interrupt_callback")
public func swiftssh_set_interrupt_callback(
    _ callback: swiftssh_interrupt_callback?, _ user_data: UnsafeMutableRawPointer?, _ finalizer: swiftssh_finalizer?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let userData = UserData(user_data, finalizer)
        guard let callback else { return Interruption.setQuestion(nil) }
        Interruption.setQuestion { callback(userData.pointer) != 0 }
    }
}
