internal import SwiftSSH

/// Listens on a port of this machine and has the server connect to a host for each connection that comes. At most 128 are carried at once; others wait.
/// - Parameter client: A client that is connected.
/// - Parameter bind_host: The address to listen on; NULL takes 127.0.0.1.
/// - Parameter bind_port: The port to listen on; 0 lets the system choose.
/// - Parameter host: The host to connect to, as the server is to resolve it.
/// - Parameter port: Its port, 1 to 65535.
/// - Parameter out_forward: Receives the forward, which the caller frees with swiftssh_forward_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_ADDRESS_NOT_FOUND; SWIFTSSH_ERROR_CONNECT with the error's errno when the port is not to be had; SWIFTSSH_ERROR_INVAL for
///   port 0 of the host; SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_forward_local")
public func swiftssh_client_forward_local(
    _ client: swiftssh_client?, _ bind_host: UnsafePointer<CChar>?, _ bind_port: UInt16,
    _ host: UnsafePointer<CChar>?, _ port: UInt16, _ out_forward: UnsafeMutablePointer<swiftssh_forward?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: client, out_forward, "out_forward", error) { (client: ClientObject) throws(SSHError) in
        try client.client().forwardLocal(
            bindHost: SwiftSSHABI.bindHost(bind_host), bindPort: bind_port, to: text(host, "host"), port: port)
    }
}

/// Has the server listen on a port of its own and connects to a host from here for each connection that comes to it. At most 128 are carried at once; others wait.
/// - Parameter client: A client that is connected.
/// - Parameter bind_host: The address that the server listens on; NULL takes 127.0.0.1, an empty text all, where the server allows that.
/// - Parameter bind_port: The port that it listens on; 0 lets the server choose.
/// - Parameter host: The host to connect to, as this machine resolves it.
/// - Parameter port: Its port, 1 to 65535.
/// - Parameter timeout_ms: The time for the server's answer in milliseconds; negative for no limit.
/// - Parameter out_forward: Receives the forward, which the caller frees with swiftssh_forward_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_INVAL for port 0 of the host; SWIFTSSH_ERROR_TIMEOUT;
///   SWIFTSSH_ERROR_CLOSED; why the connection is over.
/// - Blocks: Until the server answers or the time has passed.
@_cdecl("swiftssh_client_forward_remote")
public func swiftssh_client_forward_remote(
    _ client: swiftssh_client?, _ bind_host: UnsafePointer<CChar>?, _ bind_port: UInt16,
    _ host: UnsafePointer<CChar>?, _ port: UInt16, _ timeout_ms: Int64,
    _ out_forward: UnsafeMutablePointer<swiftssh_forward?>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: client, out_forward, "out_forward", error) { (client: ClientObject) throws(SSHError) in
        let bindHost = try SwiftSSHABI.bindHost(bind_host)
        return try client.client().forwardRemote(
            bindHost: bindHost.isEmpty ? nil : bindHost, bindPort: bind_port, to: text(host, "host"), port: port,
            timeout: duration(timeout_ms))
    }
}

/// Serves SOCKS 4, 4a and 5 without authentication on a port of this machine: the server connects to whatever a client of it asks for.
/// - Parameter client: A client that is connected.
/// - Parameter bind_host: The address to listen on; NULL takes 127.0.0.1. Everybody who can connect to it can use what the server can reach.
/// - Parameter bind_port: The port to listen on; 0 lets the system choose.
/// - Parameter out_forward: Receives the forward, which the caller frees with swiftssh_forward_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_ADDRESS_NOT_FOUND; SWIFTSSH_ERROR_CONNECT with the error's errno when the port is not to be had; SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_forward_socks")
public func swiftssh_client_forward_socks(
    _ client: swiftssh_client?, _ bind_host: UnsafePointer<CChar>?, _ bind_port: UInt16,
    _ out_forward: UnsafeMutablePointer<swiftssh_forward?>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: client, out_forward, "out_forward", error) { (client: ClientObject) throws(SSHError) in
        try client.client().forwardSOCKS(bindHost: SwiftSSHABI.bindHost(bind_host), bindPort: bind_port)
    }
}

/// Ends a forward and all of its connections, without waiting, and frees it.
/// - Parameter forward: A forward; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_forward_free")
public func swiftssh_forward_free(_ forward: swiftssh_forward?) {
    boundaryVoid { HandleTable.shared.remove(forward, Forward.self) }
}

/// Ends a forward and all of its connections, and waits for its threads. Closing it again does nothing.
/// - Parameter forward: A forward.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: Until its threads have ended, which they do at once.
@_cdecl("swiftssh_forward_close")
public func swiftssh_forward_close(
    _ forward: swiftssh_forward?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try SwiftSSHABI.forward(forward).close() }
}

/// The port that a forward listens on.
/// - Parameter forward: A forward.
/// - Returns: The port; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_forward_bound_port")
public func swiftssh_forward_bound_port(_ forward: swiftssh_forward?) -> Int32 {
    boundaryNumber { () throws(SSHError) in Int32(clamping: try SwiftSSHABI.forward(forward).boundPort) }
}

/// Whether a forward still accepts connections.
/// - Parameter forward: A forward.
/// - Returns: 1 or 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_forward_is_open")
public func swiftssh_forward_is_open(_ forward: swiftssh_forward?) -> Int32 {
    boundaryNumber { () throws(SSHError) in try SwiftSSHABI.forward(forward).isOpen ? 1 : 0 }
}

/// What a forward has counted.
/// - Parameter forward: A forward.
/// - Parameter out_active: Receives the number of connections that are carried now; may be NULL.
/// - Parameter out_total: Receives the number of connections that were accepted; may be NULL.
/// - Parameter out_failed: Receives the number of those that could not be carried on or did not end in order; may be NULL.
/// - Parameter out_sent: Receives the number of bytes that went to the server's side; may be NULL.
/// - Parameter out_received: Receives the number of bytes that came from the server's side; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_forward_counts")
public func swiftssh_forward_counts(
    _ forward: swiftssh_forward?, _ out_active: UnsafeMutablePointer<UInt64>?,
    _ out_total: UnsafeMutablePointer<UInt64>?, _ out_failed: UnsafeMutablePointer<UInt64>?,
    _ out_sent: UnsafeMutablePointer<UInt64>?, _ out_received: UnsafeMutablePointer<UInt64>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        for out in [out_active, out_total, out_failed, out_sent, out_received] { out?.pointee = 0 }
        let counts = try SwiftSSHABI.forward(forward).counts
        out_active?.pointee = UInt64(clamping: counts.active)
        out_total?.pointee = UInt64(clamping: counts.total)
        out_failed?.pointee = UInt64(clamping: counts.failed)
        out_sent?.pointee = counts.bytesSent
        out_received?.pointee = counts.bytesReceived
    }
}

/// The last failure of one of a forward's connections, as if this call had failed with it.
/// - Parameter forward: A forward.
/// - Parameter error: Receives the failure; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE when none has failed, the failure's status, SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_forward_last_error")
public func swiftssh_forward_last_error(
    _ forward: swiftssh_forward?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        if let failure = try SwiftSSHABI.forward(forward).lastError { throw failure }
    }
}

private func forward(_ handle: swiftssh_forward?) throws(SSHError) -> Forward {
    try HandleTable.shared.object(handle, Forward.self)
}

private func bindHost(_ given: UnsafePointer<CChar>?) throws(SSHError) -> String {
    given == nil ? "127.0.0.1" : try text(given, "bind_host")
}
