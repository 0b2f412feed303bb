internal import SwiftSSH

/// The engine that the environment variable SWIFTSSH_ENGINE names, or libssh2.
public let SWIFTSSH_ENGINE_DEFAULT: Int32 = 0
/// libssh2, as the process has loaded it.
public let SWIFTSSH_ENGINE_LIBSSH2: Int32 = 1
/// This library's own engine.
public let SWIFTSSH_ENGINE_NATIVE: Int32 = 2

/// Makes a session that is not connected, on an engine of the caller's choice.
/// - Parameter engine: One of SWIFTSSH_ENGINE_*.
/// - Parameter out_session: Receives the session, which the caller frees with swiftssh_session_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_ALLOC, SWIFTSSH_ERROR_INVAL for a NULL output or an engine that there is not.
/// - Blocks: No.
@_cdecl("swiftssh_session_new_with_engine")
public func swiftssh_session_new_with_engine(
    _ engine: Int32, _ out_session: UnsafeMutablePointer<swiftssh_session?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(out_session, "out_session", error) { () throws(SSHError) in
        try Session(engine: engineChoice(engine))
    }
}

/// Sets the engine that a client's session runs on.
/// - Parameter client: A client that has not been connected.
/// - Parameter engine: One of SWIFTSSH_ENGINE_*; the default is SWIFTSSH_ENGINE_DEFAULT.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for an engine that there is not, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_engine")
public func swiftssh_client_set_engine(
    _ client: swiftssh_client?, _ engine: Int32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try clientObject(client)
        let choice = try engineChoice(engine)
        try object.change { $0.engine = choice }
    }
}

/// The engine that a session runs on.
/// - Parameter session: A session.
/// - Returns: One of SWIFTSSH_ENGINE_*; or SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_session_engine")
public func swiftssh_session_engine(_ session: swiftssh_session?) -> Int32 {
    boundaryNumber { () throws(SSHError) in try SwiftSSHABI.session(session).engine.rawValue }
}

/// What the engine of a session can do.
/// - Parameter session: A session.
/// - Returns: Bits of SWIFTSSH_CAPABILITY_*; 0 for a handle that is none.
/// - Blocks: No.
@_cdecl("swiftssh_session_capabilities")
public func swiftssh_session_capabilities(_ session: swiftssh_session?) -> UInt64 {
    boundaryUnsigned { () throws(SSHError) in try SwiftSSHABI.session(session).engine.capabilities.rawValue }
}

/// The engine of a number that C handed in; nil for the default.
private func engineChoice(_ engine: Int32) throws(SSHError) -> EngineChoice? {
    let choice = EngineChoice(rawValue: engine)
    guard choice != nil || engine == SWIFTSSH_ENGINE_DEFAULT else {
        throw SSHError(.invalidArgument, "there is no engine \(engine)")
    }
    return choice
}
