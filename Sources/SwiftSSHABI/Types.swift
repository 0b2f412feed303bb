/// A connection to an SSH server. Freed with swiftssh_session_free.
public typealias swiftssh_session = OpaquePointer

/// A channel of a session. Freed with swiftssh_channel_free; keeps its session alive until then.
public typealias swiftssh_channel = OpaquePointer

/// A list of known hosts. Freed with swiftssh_knownhost_free.
public typealias swiftssh_knownhost = OpaquePointer

/// A line of a list of known hosts that names hosts and their key. Freed with swiftssh_knownhost_entry_free; keeps its list alive until then.
public typealias swiftssh_knownhost_entry = OpaquePointer

/// A program that holds private keys and signs with them (ssh-agent). Freed with swiftssh_agent_free; keeps its session alive until then.
public typealias swiftssh_agent = OpaquePointer

/// A port of the server's that listens for a session. Freed with swiftssh_listener_free; keeps its session alive until then.
public typealias swiftssh_listener = OpaquePointer

/// Somebody who makes calls of a session without waiting in them. Freed with swiftssh_caller_free; keeps its session alive until then.
public typealias swiftssh_caller = OpaquePointer

/// What went wrong in a call. Freed with swiftssh_error_free.
public typealias swiftssh_error = OpaquePointer

/// A round of questions of the server; valid only inside the callback that it is handed to.
public typealias swiftssh_keyboard_interactive = OpaquePointer

/// A signature that is wanted; valid only inside the callback that it is handed to.
public typealias swiftssh_sign_request = OpaquePointer

/// 0 for success, or one of SWIFTSSH_ERROR_*.
public typealias swiftssh_status = Int32

/// Answers a round of questions of the server with swiftssh_keyboard_interactive_answer; what is left unanswered is empty.
/// Returns 0 to go on, anything else to give up. Called on a thread that is inside a call on the session, which may be
/// another thread's call; it must not call into that session.
/// - Parameter user_data: What was handed in with the callback.
/// - Parameter request: The questions; valid until the callback returns.
/// - Returns: 0 to go on, anything else to give up.
public typealias swiftssh_keyboard_interactive_callback =
    @convention(c) (_ user_data: UnsafeMutableRawPointer?, _ request: swiftssh_keyboard_interactive?) -> Int32

/// Signs for an authentication with swiftssh_sign_request_answer. Called on a thread that is inside a call on the session, which may be
/// another thread's call; it must not call into that session.
/// - Parameter user_data: What was handed in with the callback.
/// - Parameter request: What is to be answered; valid until the callback returns.
/// - Parameter data: What to sign; valid until the callback returns.
/// - Parameter data_length: Its length in bytes.
/// - Parameter algorithm: The signature algorithm's name, for example `rsa-sha2-512`; valid until the callback returns.
/// - Returns: 0 to go on, anything else to give up.
public typealias swiftssh_sign_callback =
    @convention(c) (
        _ user_data: UnsafeMutableRawPointer?, _ request: swiftssh_sign_request?, _ data: UnsafePointer<UInt8>?,
        _ data_length: UInt, _ algorithm: UnsafePointer<CChar>?
    ) -> Int32

/// Says whether the call that the thread waits in is to end. Called on that thread with no lock held: it may call into the library, the
/// session that waits included.
/// - Parameter user_data: What was handed in with the callback.
/// - Returns: 0 to wait on, by the same deadline; anything else to have the call return SWIFTSSH_ERROR_INTERRUPTED.
public typealias swiftssh_interrupt_callback = @convention(c) (_ user_data: UnsafeMutableRawPointer?) -> Int32

/// Is told of something that happened in a session. No text has a secret, or any of the data that goes through channels; what a peer said is escaped.
/// Called on whatever thread is in a call of the session then, the library's own included, whose stacks are small: no two events of one session at a time, and in
/// their order. No lock is held: it may call into the library, the session included, but of what it has happen there it is told too. Calls of the session
/// do not return before it has.
/// - Parameter user_data: What was handed in with the callback.
/// - Parameter session_number: The session, by a number that no other session of this process has.
/// - Parameter microseconds: The time since the session was made.
/// - Parameter level: One of SWIFTSSH_LOG_*: from which level on this is told.
/// - Parameter phase: What was being done, as swiftssh_error_phase has it; valid until the callback returns, as all texts here.
/// - Parameter host: The host, as the caller named it; empty where the session adopted a socket.
/// - Parameter message: What happened, in one line.
public typealias swiftssh_log_callback =
    @convention(c) (
        _ user_data: UnsafeMutableRawPointer?, _ session_number: UInt64, _ microseconds: Int64, _ level: Int32,
        _ phase: UnsafePointer<CChar>?, _ host: UnsafePointer<CChar>?, _ message: UnsafePointer<CChar>?
    ) -> Void

/// Says that user_data is no longer needed. Called exactly once for each call that took it, also when that call fails.
/// - Parameter user_data: What was handed in with the finalizer.
public typealias swiftssh_finalizer = @convention(c) (_ user_data: UnsafeMutableRawPointer?) -> Void
