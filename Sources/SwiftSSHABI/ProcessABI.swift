internal import SwiftSSH

/// Lets a process go: its channel is closed, without waiting.
/// - Parameter process: A process; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_process_free")
public func swiftssh_process_free(_ process: swiftssh_process?) {
    boundaryVoid { HandleTable.shared.remove(process, RemoteProcess.self) }
}

/// Gives a process its input and the end of it, takes all that it writes to both streams, and waits for its end.
/// - Parameter process: A process.
/// - Parameter input: All that it is to read from standard input; may be NULL when there is nothing.
/// - Parameter input_length: Its length in bytes.
/// - Parameter limit: How many bytes are kept of both streams together; negative for no limit.
/// - Parameter timeout_ms: The time for all of it in milliseconds; negative for no limit.
/// - Parameter out_result: Receives the result, which the caller frees with swiftssh_command_result_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE however it ended; SWIFTSSH_ERROR_TIMEOUT, after which the call can be made again with the same input and goes on;
///   SWIFTSSH_ERROR_OUTPUT_LIMIT; SWIFTSSH_ERROR_CANCELLED; why the connection is over. swiftssh_process_output gives what had come.
/// - Blocks: Until the process has ended or the time has passed.
@_cdecl("swiftssh_process_communicate")
public func swiftssh_process_communicate(
    _ process: swiftssh_process?, _ input: UnsafePointer<UInt8>?, _ input_length: UInt, _ limit: Int64,
    _ timeout_ms: Int64, _ out_result: UnsafeMutablePointer<swiftssh_command_result?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: process, out_result, "out_result", error) { (process: RemoteProcess) throws(SSHError) in
        CommandResultObject(
            try process.communicate(
                input: buffer(input, input_length, "input"), limit: count(limit), timeout: duration(timeout_ms)))
    }
}

/// What swiftssh_process_communicate has taken so far.
/// - Parameter process: A process.
/// - Parameter stream_id: 0 for standard output, 1 for standard error.
/// - Parameter buffer: Receives the bytes; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: The number of bytes; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_process_output")
public func swiftssh_process_output(
    _ process: swiftssh_process?, _ stream_id: UInt32, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        let output = try SwiftSSHABI.process(process).output
        return copyOut(stream_id == 0 ? output.standardOutput : output.standardError, buffer, capacity)
    }
}

/// Reads what there is of one of a process's streams, waiting for at least one byte.
/// - Parameter process: A process.
/// - Parameter stream_id: 0 for standard output, 1 for standard error.
/// - Parameter timeout_ms: The time to wait for a byte in milliseconds; negative for no limit.
/// - Parameter buffer: Receives the bytes; may be NULL when the capacity is 0.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: How many bytes were read; 0 at the end of the stream; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_CANCELLED; why the connection is over.
/// - Blocks: Until there is a byte or the time has passed.
@_cdecl("swiftssh_process_read")
public func swiftssh_process_read(
    _ process: swiftssh_process?, _ stream_id: UInt32, _ timeout_ms: Int64, _ buffer: UnsafeMutableRawPointer?,
    _ capacity: UInt, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let process = try SwiftSSHABI.process(process)
        let target = UnsafeMutableRawBufferPointer(mutating: try SwiftSSHABI.buffer(buffer, capacity, "buffer"))
        return Int64(
            clamping: try process.channel.read(into: target, stream: stream_id, timeout: duration(timeout_ms)))
    }
}

/// Writes bytes to a process's standard input, as many as it takes in that time.
/// - Parameter process: A process.
/// - Parameter data: The bytes; may be NULL when there are none.
/// - Parameter length: Their number.
/// - Parameter timeout_ms: The time for all of them in milliseconds; negative for no limit.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: How many bytes were taken: all of them, or fewer when the time has passed; SWIFTSSH_ERROR_TIMEOUT when none were; SWIFTSSH_ERROR_CHANNEL_CLOSED when
///   the process has ended; SWIFTSSH_ERROR_CHANNEL_EOF_SENT; SWIFTSSH_ERROR_CANCELLED; why the connection is over.
/// - Blocks: Until the bytes are taken or the time has passed.
@_cdecl("swiftssh_process_write")
public func swiftssh_process_write(
    _ process: swiftssh_process?, _ data: UnsafeRawPointer?, _ length: UInt, _ timeout_ms: Int64,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let process = try SwiftSSHABI.process(process)
        return Int64(
            clamping: try process.writeSome(buffer(data, length, "data"), timeout: duration(timeout_ms)))
    }
}

/// Ends a process's standard input.
/// - Parameter process: A process.
/// - Parameter timeout_ms: The time it may take in milliseconds; negative for no limit.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_TIMEOUT, SWIFTSSH_ERROR_CANCELLED, why the connection is over.
/// - Blocks: Until it is sent or the time has passed.
@_cdecl("swiftssh_process_send_eof")
public func swiftssh_process_send_eof(
    _ process: swiftssh_process?, _ timeout_ms: Int64, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.process(process).closeInput(timeout: duration(timeout_ms))
    }
}

/// Waits for a process's end. What it writes meanwhile is kept for its readers; where that is more than a megabyte, somebody must read it.
/// - Parameter process: A process.
/// - Parameter timeout_ms: The time it may take in milliseconds; negative for no limit.
/// - Parameter out_kind: Receives one of SWIFTSSH_EXIT_*, 0 on failure; may be NULL.
/// - Parameter out_status: Receives the exit status with SWIFTSSH_EXIT_EXITED, else 0; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_TIMEOUT, SWIFTSSH_ERROR_CANCELLED, why the connection is over.
/// - Blocks: Until the process has ended or the time has passed.
@_cdecl("swiftssh_process_wait")
public func swiftssh_process_wait(
    _ process: swiftssh_process?, _ timeout_ms: Int64, _ out_kind: UnsafeMutablePointer<Int32>?,
    _ out_status: UnsafeMutablePointer<Int32>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        out_kind?.pointee = 0
        out_status?.pointee = 0
        let exit = try SwiftSSHABI.process(process).wait(timeout: duration(timeout_ms))
        out_kind?.pointee = exit.kind
        out_status?.pointee = exit.status
    }
}

/// Tells a process's terminal its new size.
/// - Parameter process: A process.
/// - Parameter columns: Columns.
/// - Parameter rows: Rows.
/// - Parameter timeout_ms: The time it may take in milliseconds; negative for no limit.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_TIMEOUT, SWIFTSSH_ERROR_CANCELLED, why the connection is over.
/// - Blocks: Until it is sent or the time has passed.
@_cdecl("swiftssh_process_resize_terminal")
public func swiftssh_process_resize_terminal(
    _ process: swiftssh_process?, _ columns: UInt32, _ rows: UInt32, _ timeout_ms: Int64,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let size = TerminalSize(columns: columns, rows: rows)
        try SwiftSSHABI.process(process).resizeTerminal(size, timeout: duration(timeout_ms))
    }
}

/// Sends a process a signal.
/// - Parameter process: A process.
/// - Parameter signal_name: The signal's name without SIG, for example `TERM`.
/// - Parameter timeout_ms: The time it may take in milliseconds; negative for no limit.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without SWIFTSSH_CAPABILITY_CHANNEL_SIGNAL; SWIFTSSH_ERROR_TIMEOUT; why the connection is over.
/// - Blocks: Until it is sent or the time has passed.
@_cdecl("swiftssh_process_signal")
public func swiftssh_process_signal(
    _ process: swiftssh_process?, _ signal_name: UnsafePointer<CChar>?, _ timeout_ms: Int64,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try SwiftSSHABI.process(process).send(
            signal: text(signal_name, "signal_name"), timeout: duration(timeout_ms))
    }
}

/// Ends a process as far as that goes from here: sends it the signal KILL where the engine can, and closes its channel. Calls of other threads that wait for it
/// return SWIFTSSH_ERROR_CANCELLED, later ones too.
/// - Parameter process: A process.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_process_kill")
public func swiftssh_process_kill(
    _ process: swiftssh_process?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try SwiftSSHABI.process(process).kill() }
}

/// The channel that a process runs in, for everything that the process has no function for.
/// - Parameter process: A process.
/// - Parameter out_channel: Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE, SWIFTSSH_ERROR_INVAL for a NULL output.
/// - Blocks: No.
@_cdecl("swiftssh_process_channel")
public func swiftssh_process_channel(
    _ process: swiftssh_process?, _ out_channel: UnsafeMutablePointer<swiftssh_channel?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: process, out_channel, "out_channel", error) { (process: RemoteProcess) in process.channel }
}
