/// A connection to one host that checks the host's key, logs in, runs commands and forwards connections. Freed with swiftssh_client_free.
public typealias swiftssh_client = OpaquePointer

/// A command or a shell that runs on a client's host. Freed with swiftssh_process_free; keeps its client until then.
public typealias swiftssh_process = OpaquePointer

/// What became of a remote command. Freed with swiftssh_command_result_free.
public typealias swiftssh_command_result = OpaquePointer

/// A key file that is encrypted; valid only inside the callback that it is handed to.
public typealias swiftssh_passphrase_request = OpaquePointer

/// A key that a host presents; valid only inside the callback that it is handed to.
public typealias swiftssh_presented_host_key = OpaquePointer

/// Says whether a host's key is accepted. Called on the thread that connects; the time that it takes counts.
/// - Parameter user_data: What was handed in with the callback.
/// - Parameter presented: The key; valid until the callback returns.
/// - Returns: 1 to accept the key, anything else to refuse it.
public typealias swiftssh_host_key_callback =
    @convention(c) (_ user_data: UnsafeMutableRawPointer?, _ presented: swiftssh_presented_host_key?) -> Int32

/// Gives the passphrase of a key file with swiftssh_passphrase_answer. Called on the thread that connects, when the server has said that it takes
/// the key; the time that it takes counts.
/// - Parameter user_data: What was handed in with the callback.
/// - Parameter request: The file; valid until the callback returns.
/// - Returns: 0 to go on, without that key where no answer was given; anything else to end the login.
public typealias swiftssh_passphrase_callback =
    @convention(c) (_ user_data: UnsafeMutableRawPointer?, _ request: swiftssh_passphrase_request?) -> Int32

/// A port whose connections are carried through a client. Freed with swiftssh_forward_free, which closes it; keeps its client until then.
public typealias swiftssh_forward = OpaquePointer

/// What ssh_config files say of a host. Freed with swiftssh_host_configuration_free.
public typealias swiftssh_host_configuration = OpaquePointer

/// A command on many hosts at once. Freed with swiftssh_fleet_free, which cancels it.
public typealias swiftssh_fleet = OpaquePointer
