internal import SwiftSSH

/// Makes a list of hosts to run a command on, empty at first.
/// - Parameter options: A client that has not been connected, whose options are taken for every host; its own host is not.
/// - Parameter concurrency: On how many hosts at most the command runs at once, 1 to 1024; each takes a thread.
/// - Parameter out_fleet: Receives the list, which the caller frees with swiftssh_fleet_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_BAD_USE when the client has begun to connect; SWIFTSSH_ERROR_INVAL for a NULL output.
/// - Blocks: No.
@_cdecl("swiftssh_fleet_new")
public func swiftssh_fleet_new(
    _ options: swiftssh_client?, _ concurrency: UInt32, _ out_fleet: UnsafeMutablePointer<swiftssh_fleet?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: options, out_fleet, "out_fleet", error) { (client: ClientObject) throws(SSHError) in
        FleetObject(try client.options(), concurrency: Int(clamping: concurrency))
    }
}

/// Frees a list of hosts; what runs on them is ended, without waiting.
/// - Parameter fleet: A fleet; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_fleet_free")
public func swiftssh_fleet_free(_ fleet: swiftssh_fleet?) {
    boundaryVoid { HandleTable.shared.remove(fleet, FleetObject.self) }
}

/// Adds a host.
/// - Parameter fleet: A fleet that has not been started.
/// - Parameter host: A name or an address.
/// - Parameter port: The port; 0 takes what ssh_config says, 22 where it says nothing.
/// - Parameter username: The user's name there; NULL takes what ssh_config says, and where it says nothing that of this process's user.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The host's number, from 0; SWIFTSSH_ERROR_BAD_USE when the fleet has been started; SWIFTSSH_ERROR_INVAL, SWIFTSSH_ERROR_INVALID_TEXT.
/// - Blocks: No.
@_cdecl("swiftssh_fleet_add")
public func swiftssh_fleet_add(
    _ fleet: swiftssh_fleet?, _ host: UnsafePointer<CChar>?, _ port: UInt16, _ username: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let fleet = try fleetObject(fleet)
        let user = username == nil ? nil : try text(username, "username")
        return Int64(clamping: try fleet.add(FleetHost(text(host, "host"), port: port == 0 ? nil : port, user: user)))
    }
}

/// Begins to run a command on all hosts: each is connected to, runs it and is left.
/// - Parameter fleet: A fleet that has not been started.
/// - Parameter command: The command line, as the user's shell on the server is to read it: bytes that end in NUL, UTF-8 or not.
/// - Parameter input: What the command reads from standard input on each; may be NULL when there is nothing.
/// - Parameter input_length: Its length in bytes.
/// - Parameter environment: Variables to set, each as `NAME=value` with a NUL after it; may be NULL when there are none.
/// - Parameter environment_length: The length of all of them in bytes.
/// - Parameter limit: How many bytes of output are kept for each host; negative for no limit.
/// - Parameter timeout_ms: The time for one host in milliseconds, connecting included; negative for no limit, but for connecting a minute.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_BAD_USE for a second time; SWIFTSSH_ERROR_ALLOC where the system has no thread left.
/// - Blocks: No.
@_cdecl("swiftssh_fleet_start")
public func swiftssh_fleet_start(
    _ fleet: swiftssh_fleet?, _ command: UnsafePointer<CChar>?, _ input: UnsafePointer<UInt8>?,
    _ input_length: UInt, _ environment: UnsafePointer<UInt8>?, _ environment_length: UInt, _ limit: Int64,
    _ timeout_ms: Int64, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let fleet = try fleetObject(fleet)
        let command = try commandLine(command)
        let input = Array(try buffer(input, input_length, "input"))
        let environment = try variables(environment, environment_length)
        try fleet.start { (hosts, options, concurrency) throws(SSHError) in
            try FleetRun(
                command, on: hosts, options: options, input: input, environment: environment,
                limit: count(limit) ?? .max, concurrency: concurrency, timeout: duration(timeout_ms))
        }
    }
}

/// Waits for a host that is done and has not been told yet.
/// - Parameter fleet: A fleet that has been started, with swiftssh_fleet_remaining above 0.
/// - Parameter timeout_ms: The time to wait in milliseconds; negative for no limit.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The host's number; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_BAD_USE when all have been told, and before the start.
/// - Blocks: Until a host is done or the time has passed.
@_cdecl("swiftssh_fleet_next")
public func swiftssh_fleet_next(
    _ fleet: swiftssh_fleet?, _ timeout_ms: Int64, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        guard let index = try fleetObject(fleet).run().next(timeout: duration(timeout_ms)) else {
            throw SSHError(.badUse, "every host has been told")
        }
        return Int64(clamping: index)
    }
}

/// How many hosts swiftssh_fleet_next has not told yet.
/// - Parameter fleet: A fleet that has been started.
/// - Returns: The number; SWIFTSSH_ERROR_BAD_USE before the start, SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_fleet_remaining")
public func swiftssh_fleet_remaining(_ fleet: swiftssh_fleet?) -> Int64 {
    boundaryNumber { () throws(SSHError) in Int64(clamping: try fleetObject(fleet).run().remaining) }
}

/// On how many hosts at most a fleet runs at once: what was asked for, as far as the process's limit of open files (RLIMIT_NOFILE) has room for six for
/// each host, eight behind a jump host. The limit is the program's to raise, before the start.
/// - Parameter fleet: A fleet that has been started.
/// - Returns: The number; SWIFTSSH_ERROR_BAD_USE before the start, SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_fleet_concurrency")
public func swiftssh_fleet_concurrency(_ fleet: swiftssh_fleet?) -> Int64 {
    boundaryNumber { () throws(SSHError) in Int64(clamping: try fleetObject(fleet).run().concurrency) }
}

/// What became of a host, as if swiftssh_client_connect and swiftssh_client_run had been called for it here.
/// - Parameter fleet: A fleet that has been started.
/// - Parameter index: The host's number.
/// - Parameter out_result: Receives the result, which the caller frees with swiftssh_command_result_free; NULL on failure.
/// - Parameter error: Receives the host's error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE however the command ended; what connecting and running return; SWIFTSSH_ERROR_CANCELLED; SWIFTSSH_ERROR_BAD_USE when the host is not
///   done, SWIFTSSH_ERROR_INVAL for a NULL output.
/// - Blocks: No.
@_cdecl("swiftssh_fleet_result")
public func swiftssh_fleet_result(
    _ fleet: swiftssh_fleet?, _ index: UInt64, _ out_result: UnsafeMutablePointer<swiftssh_command_result?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: fleet, out_result, "out_result", error) { (fleet: FleetObject) throws(SSHError) in
        guard let result = try fleet.run().result(Int(clamping: index)) else {
            throw SSHError(.badUse, "host \(index) is not done, or there is none of that number")
        }
        return CommandResultObject(try result.get())
    }
}

/// Ends what runs on hosts: the result of those that were not done is SWIFTSSH_ERROR_CANCELLED.
/// - Parameter fleet: A fleet that has been started.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE before the start, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_fleet_cancel")
public func swiftssh_fleet_cancel(
    _ fleet: swiftssh_fleet?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try fleetObject(fleet).run().cancel() }
}

private func fleetObject(_ handle: swiftssh_fleet?) throws(SSHError) -> FleetObject {
    try HandleTable.shared.object(handle, FleetObject.self)
}
