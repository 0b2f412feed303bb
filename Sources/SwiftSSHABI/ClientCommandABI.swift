internal import SwiftSSH

/// Runs a command to its end.
/// - Parameter client: A client that is connected.
/// - Parameter command: The command line, as the user's shell on the server is to read it: bytes that end in NUL, UTF-8 or not.
/// - Parameter input: What the command reads from standard input, which then ends; may be NULL when there is nothing.
/// - Parameter input_length: Its length in bytes.
/// - Parameter environment: Variables to set, each as `NAME=value` with a NUL after it; may be NULL when there are none. Servers take only names that they are
///   configured to take.
/// - Parameter environment_length: The length of all of them in bytes.
/// - Parameter limit: How many bytes are kept of both of the command's outputs together; negative for no limit.
/// - Parameter timeout_ms: The time for all of it in milliseconds; negative for no limit.
/// - Parameter out_result: Receives the result, which the caller frees with swiftssh_command_result_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL. swiftssh_error_output gives what the command had written.
/// - Returns: SWIFTSSH_ERROR_NONE however the command ended; SWIFTSSH_ERROR_INVAL for a command that is longer than the engine can send; SWIFTSSH_ERROR_CHANNEL_FAILURE and SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses;
///   SWIFTSSH_ERROR_OUTPUT_LIMIT and SWIFTSSH_ERROR_TIMEOUT, after which the command has been ended as swiftssh_process_kill does; why the connection is over.
/// - Blocks: Until the command has ended or the time has passed.
@_cdecl("swiftssh_client_run")
public func swiftssh_client_run(
    _ client: swiftssh_client?, _ command: UnsafePointer<CChar>?, _ input: UnsafePointer<UInt8>?,
    _ input_length: UInt, _ environment: UnsafePointer<UInt8>?, _ environment_length: UInt, _ limit: Int64,
    _ timeout_ms: Int64, _ out_result: UnsafeMutablePointer<swiftssh_command_result?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: client, out_result, "out_result", error) { (client: ClientObject) throws(SSHError) in
        CommandResultObject(
            try client.client().run(
                commandLine(command), input: Array(buffer(input, input_length, "input")),
                environment: variables(environment, environment_length), limit: count(limit),
                timeout: duration(timeout_ms)))
    }
}

/// Starts a command, both of whose outputs are read.
/// - Parameter client: A client that is connected.
/// - Parameter command: The command line, as the user's shell on the server is to read it: bytes that end in NUL, UTF-8 or not; NULL starts the user's shell.
/// - Parameter environment: Variables to set, each as `NAME=value` with a NUL after it; may be NULL when there are none.
/// - Parameter environment_length: The length of all of them in bytes.
/// - Parameter terminal: The type of the terminal that it gets, as in `TERM`; NULL for no terminal.
/// - Parameter columns: The terminal's columns.
/// - Parameter rows: The terminal's rows.
/// - Parameter timeout_ms: The time until it has been started in milliseconds; negative for no limit.
/// - Parameter out_process: Receives the process, which the caller frees with swiftssh_process_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_FAILURE and SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_TIMEOUT; why the
///   connection is over.
/// - Blocks: Until the server answers or the time has passed.
@_cdecl("swiftssh_client_start")
public func swiftssh_client_start(
    _ client: swiftssh_client?, _ command: UnsafePointer<CChar>?, _ environment: UnsafePointer<UInt8>?,
    _ environment_length: UInt, _ terminal: UnsafePointer<CChar>?, _ columns: UInt32, _ rows: UInt32,
    _ timeout_ms: Int64, _ out_process: UnsafeMutablePointer<swiftssh_process?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: client, out_process, "out_process", error) { (client: ClientObject) throws(SSHError) in
        try started(
            client, command, environment, environment_length, terminal, TerminalSize(columns: columns, rows: rows),
            SWIFTSSH_EXTENDED_DATA_NORMAL, timeout_ms)
    }
}

/// Starts a command, and says what becomes of its standard error stream: where that is read apart and nobody reads it, a process that has filled it waits.
/// - Parameter client: A client that is connected.
/// - Parameter command: The command line, as the user's shell on the server is to read it: bytes that end in NUL, UTF-8 or not; NULL starts the user's shell.
/// - Parameter environment: Variables to set, each as `NAME=value` with a NUL after it; may be NULL when there are none.
/// - Parameter environment_length: The length of all of them in bytes.
/// - Parameter terminal: The type of the terminal that it gets, as in `TERM`; NULL for no terminal.
/// - Parameter columns: The terminal's columns.
/// - Parameter rows: The terminal's rows.
/// - Parameter standard_error: One of SWIFTSSH_EXTENDED_DATA_*: read as stream 1, dropped, or read as part of stream 0.
/// - Parameter timeout_ms: The time until it has been started in milliseconds; negative for no limit.
/// - Parameter out_process: Receives the process, which the caller frees with swiftssh_process_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for another number; SWIFTSSH_ERROR_CHANNEL_FAILURE and SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_TIMEOUT; why the
///   connection is over.
/// - Blocks: Until the server answers or the time has passed.
@_cdecl("swiftssh_client_start_ex")
public func swiftssh_client_start_ex(
    _ client: swiftssh_client?, _ command: UnsafePointer<CChar>?, _ environment: UnsafePointer<UInt8>?,
    _ environment_length: UInt, _ terminal: UnsafePointer<CChar>?, _ columns: UInt32, _ rows: UInt32,
    _ standard_error: Int32, _ timeout_ms: Int64, _ out_process: UnsafeMutablePointer<swiftssh_process?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: client, out_process, "out_process", error) { (client: ClientObject) throws(SSHError) in
        try started(
            client, command, environment, environment_length, terminal, TerminalSize(columns: columns, rows: rows),
            standard_error, timeout_ms)
    }
}

private func started(
    _ client: ClientObject, _ command: UnsafePointer<CChar>?, _ environment: UnsafePointer<UInt8>?,
    _ environment_length: UInt, _ terminal: UnsafePointer<CChar>?, _ size: TerminalSize, _ standard_error: Int32,
    _ timeout_ms: Int64
) throws(SSHError) -> RemoteProcess {
    let client = try client.client()
    guard let mode = ExtendedDataMode(rawValue: standard_error) else {
        throw SSHError(.invalidArgument, "\(standard_error) is not one of SWIFTSSH_EXTENDED_DATA_*")
    }
    let type = terminal == nil ? nil : try text(terminal, "terminal")
    let asked = type.map { Terminal(type: $0, size: size) }
    let environment = try variables(environment, environment_length)
    let timeout = duration(timeout_ms)
    return command == nil
        ? try client.startShell(environment: environment, terminal: asked, standardError: mode, timeout: timeout)
        : try client.start(
            commandLine(command), environment: environment, terminal: asked, standardError: mode, timeout: timeout)
}

/// Frees a result.
/// - Parameter result: A result; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_command_result_free")
public func swiftssh_command_result_free(_ result: swiftssh_command_result?) {
    boundaryVoid { HandleTable.shared.remove(result, CommandResultObject.self) }
}

/// How a command ended.
/// - Parameter result: A result.
/// - Returns: One of SWIFTSSH_EXIT_*; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_command_result_exit_kind")
public func swiftssh_command_result_exit_kind(_ result: swiftssh_command_result?) -> Int32 {
    boundaryNumber { () throws(SSHError) in try resultObject(result).result.exit.kind }
}

/// The status that a command exited with.
/// - Parameter result: A result.
/// - Returns: The status with SWIFTSSH_EXIT_EXITED, else 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_command_result_exit_status")
public func swiftssh_command_result_exit_status(_ result: swiftssh_command_result?) -> Int32 {
    boundaryNumber { () throws(SSHError) in try resultObject(result).result.exit.status }
}

/// The name of the signal that ended a command, without SIG, escaped, for example `KILL`.
/// - Parameter result: A result.
/// - Returns: The text, valid until the result is freed; empty where no signal ended it.
@_cdecl("swiftssh_command_result_exit_signal")
public func swiftssh_command_result_exit_signal(_ result: swiftssh_command_result?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in
        let object = try resultObject(result)
        guard case .signalled(let signal) = object.result.exit else { return Texts.empty }
        return object.texts.text(signal.name)
    }
}

/// What a command wrote.
/// - Parameter result: A result.
/// - Parameter stream_id: 0 for standard output, 1 for standard error.
/// - Parameter buffer: Receives the bytes; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: The number of bytes that the command wrote; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_command_result_output")
public func swiftssh_command_result_output(
    _ result: swiftssh_command_result?, _ stream_id: UInt32, _ buffer: UnsafeMutablePointer<UInt8>?,
    _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        let result = try resultObject(result).result
        return copyOut(stream_id == 0 ? result.standardOutput : result.standardError, buffer, capacity)
    }
}

/// Fails unless a command ended by itself with the status 0.
/// - Parameter result: A result.
/// - Parameter error: Receives the error; may be NULL. Its server text is the end of standard error, escaped.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_COMMAND_FAILED, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_command_result_check")
public func swiftssh_command_result_check(
    _ result: swiftssh_command_result?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try resultObject(result).result.check() }
}

private func resultObject(_ handle: swiftssh_command_result?) throws(SSHError) -> CommandResultObject {
    try HandleTable.shared.object(handle, CommandResultObject.self)
}

/// A count that C handed in: negative for no limit.
func count(_ number: Int64) -> Int? {
    number < 0 ? nil : Int(clamping: number)
}

/// Variables that C handed in, each as `NAME=value` with a NUL after it.
/// - Throws: `invalidText` for what is not UTF-8, `invalidArgument` for what has no name.
func variables(_ pointer: UnsafePointer<UInt8>?, _ length: UInt) throws(SSHError) -> [String: String] {
    var variables: [String: String] = [:]
    for line in try bytes(pointer, length, "environment").split(separator: 0) {
        guard let text = String(validating: line, as: UTF8.self) else {
            throw SSHError(.invalidText, "environment is not valid UTF-8")
        }
        guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
            throw SSHError(.invalidArgument, "environment is not NAME=value, each with a NUL after it")
        }
        variables.updateValue(
            String(text.suffix(from: text.index(after: equals))), forKey: String(text.prefix(upTo: equals)))
    }
    return variables
}
