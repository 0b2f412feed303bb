internal import SwiftSSH

/// Authenticates with a key whose private half is elsewhere, for example in a security module.
/// - Parameter session: A session that has exchanged keys.
/// - Parameter username: The user's name.
/// - Parameter publickey: The public key or certificate as the wire has it, which is what base64 holds in a `.pub` file; Ed25519, ECDSA or RSA,
///   and a security key with SWIFTSSH_CAPABILITY_SECURITY_KEYS.
/// - Parameter publickey_length: Its length in bytes.
/// - Parameter callback: Signs; called when the server takes the key, for an RSA key perhaps once for each algorithm, inside this or
///   another thread's call on the session.
/// - Parameter user_data: Handed to the callback; may be NULL.
/// - Parameter finalizer: Called once when user_data is no longer needed, which is before this call returns unless it returns
///   SWIFTSSH_ERROR_EAGAIN or SWIFTSSH_ERROR_TIMEOUT; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_AUTHENTICATION_FAILED when the server does not take the key;
///   SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED when it refuses the signature; SWIFTSSH_ERROR_ALGO_UNSUPPORTED for other keys;
///   SWIFTSSH_ERROR_CALLBACK when the callback gave up or gave no signature; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in
///   non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode; the callback blocks every call on the
///   session.
/// - Source: libssh2_userauth_publickey, RFC 4252, 7, RFC 8332.
@_cdecl("swiftssh_session_userauth_publickey")
public func swiftssh_session_userauth_publickey(
    _ session: swiftssh_session?, _ username: UnsafePointer<CChar>?, _ publickey: UnsafePointer<UInt8>?,
    _ publickey_length: UInt, _ callback: swiftssh_sign_callback?, _ user_data: UnsafeMutableRawPointer?,
    _ finalizer: swiftssh_finalizer?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let userData = UserData(user_data, finalizer)
        let session = try SwiftSSHABI.session(session)
        let user = try text(username, "username")
        let key = try bytes(publickey, publickey_length, "publickey")
        guard let callback else { throw SSHError(.invalidArgument, "callback is NULL") }
        try session.authenticate(user: user, publicKey: key) { (data, algorithm) throws(SSHError) in
            let request = SignRequest()
            let handle = HandleTable.shared.insert(request)
            defer { HandleTable.shared.remove(handle, SignRequest.self) }
            let outcome = algorithm.withCString {
                callback(userData.pointer, handle, data, UInt(bitPattern: data.count), $0)
            }
            guard outcome == 0 else { throw SSHError(.callback, "the callback gave up", phase: .authenticating) }
            return request.signature
        }
    }
}

/// Gives the signature that a callback was asked for. Given again, the last one counts.
/// - Parameter request: What the callback was handed.
/// - Parameter signature: The signature as swiftssh_agent_sign gives it, or what follows the algorithm's name there: 64 bytes for Ed25519, two
///   `mpint`s for ECDSA (RFC 5656, 3.1.2), PKCS #1 v1.5 for RSA. A security key's is given whole: the algorithm's name, the signature, a byte of flags
///   and the counter (OpenSSH's PROTOCOL.u2f).
/// - Parameter signature_length: Its length in bytes; more than 4096 are no signature, which ends the authentication.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVALID_HANDLE outside the callback.
/// - Blocks: No.
@_cdecl("swiftssh_sign_request_answer")
public func swiftssh_sign_request_answer(
    _ request: swiftssh_sign_request?, _ signature: UnsafePointer<UInt8>?, _ signature_length: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let request = try HandleTable.shared.object(request, SignRequest.self)
        request.signature = try bytes(signature, signature_length, "signature")
    }
}

/// What swiftssh_sign_request is a handle of.
private final class SignRequest: Sendable {
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var given: [UInt8] = []

    /// The signature that was given last; empty while there is none.
    var signature: [UInt8] {
        get { lock.withLock { given } }
        set { lock.withLock { given = newValue } }
    }
}
