internal import SwiftSSH

/// Sets how old the server of a session may be: what is offered for the purposes for which swiftssh_session_method_pref is not called.
/// - Parameter session: A session that has not been connected.
/// - Parameter profile: One of SWIFTSSH_ALGORITHM_PROFILE_*.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for another number, SWIFTSSH_ERROR_BAD_USE after the handshake.
/// - Blocks: No.
@_cdecl("swiftssh_session_set_algorithm_profile")
public func swiftssh_session_set_algorithm_profile(
    _ session: swiftssh_session?, _ profile: Int32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let session = try SwiftSSHABI.session(session)
        try session.setAlgorithms(profile: algorithmProfile(profile))
    }
}

/// Sets how old the server of a client may be: what is offered for the purposes for which swiftssh_client_set_algorithms is not called.
/// - Parameter client: A client that has not been connected.
/// - Parameter profile: One of SWIFTSSH_ALGORITHM_PROFILE_*.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for another number, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_algorithm_profile")
public func swiftssh_client_set_algorithm_profile(
    _ client: swiftssh_client?, _ profile: Int32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try clientObject(client)
        let profile = try algorithmProfile(profile)
        try object.change { $0.profile = profile }
    }
}

private func algorithmProfile(_ number: Int32) throws(SSHError) -> AlgorithmProfile {
    guard let profile = AlgorithmProfile(rawValue: number) else {
        throw SSHError(.invalidArgument, "\(number) is not one of SWIFTSSH_ALGORITHM_PROFILE_*")
    }
    return profile
}
