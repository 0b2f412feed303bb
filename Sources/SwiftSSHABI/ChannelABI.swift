internal import SwiftSSH

/// The remote process ended by itself, with a status.
public let SWIFTSSH_EXIT_EXITED: Int32 = 1
/// A signal ended the remote process.
public let SWIFTSSH_EXIT_SIGNALLED: Int32 = 2
/// The server closed the channel without saying how the remote process ended.
public let SWIFTSSH_EXIT_CLOSED_WITHOUT_STATUS: Int32 = 3

/// Lets a channel go: it is closed without waiting, and what was not read is lost.
/// - Parameter channel: A channel; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_channel_free")
public func swiftssh_channel_free(_ channel: swiftssh_channel?) {
    boundaryVoid { HandleTable.shared.remove(channel, Channel.self) }
}

/// Runs a command. A channel runs one thing only.
/// - Parameter channel: A channel.
/// - Parameter command: The command line, as the user's shell on the server is to read it: bytes that end in NUL, UTF-8 or not.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for a command that is longer than the engine can send; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_BAD_USE when something runs already;
///   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_exec, RFC 4254, 6.5.
@_cdecl("swiftssh_channel_exec")
public func swiftssh_channel_exec(
    _ channel: swiftssh_channel?, _ command: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.channel(channel).execute(commandLine(command))
    }
}

/// Starts the user's shell.
/// - Parameter channel: A channel.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_BAD_USE when something runs already;
///   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_shell.
@_cdecl("swiftssh_channel_shell")
public func swiftssh_channel_shell(
    _ channel: swiftssh_channel?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.channel(channel).startShell()
    }
}

/// Starts a subsystem of the server.
/// - Parameter channel: A channel.
/// - Parameter name: The subsystem's name, for example `sftp`.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_BAD_USE when something runs already;
///   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_subsystem.
@_cdecl("swiftssh_channel_subsystem")
public func swiftssh_channel_subsystem(
    _ channel: swiftssh_channel?, _ name: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.channel(channel).startSubsystem(text(name, "name"))
    }
}

/// Starts a process by a request of any type.
/// - Parameter channel: A channel.
/// - Parameter request: The request's type, 1 to 1024 bytes.
/// - Parameter message: What follows in the request, without its length; NULL for nothing.
/// - Parameter message_length: Its length in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for a command (`exec`) that holds a NUL, and for what is longer than the engine can send; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_BAD_USE when something runs already;
///   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_process_startup.
@_cdecl("swiftssh_channel_process_startup")
public func swiftssh_channel_process_startup(
    _ channel: swiftssh_channel?, _ request: UnsafePointer<CChar>?, _ message: UnsafePointer<UInt8>?,
    _ message_length: UInt, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let channel = try SwiftSSHABI.channel(channel)
        try channel.start(
            text(request, "request"), message: message == nil ? nil : bytes(message, message_length, "message"))
    }
}

/// Sets a variable in the environment of what will run. Servers take only names that they are configured to take.
/// - Parameter channel: A channel.
/// - Parameter name: The variable's name.
/// - Parameter value: Its value.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server does not take it; SWIFTSSH_ERROR_TIMEOUT;
///   SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_channel_setenv_ex, RFC 4254, 6.4.
@_cdecl("swiftssh_channel_setenv")
public func swiftssh_channel_setenv(
    _ channel: swiftssh_channel?, _ name: UnsafePointer<CChar>?, _ value: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.channel(channel).setEnvironment(text(name, "name"), text(value, "value"))
    }
}
