internal import SwiftSSH

/// Asks which authentication methods the server would take, separated by commas.
/// - Parameter session: A session that has exchanged keys.
/// - Parameter username: The user's name.
/// - Parameter buffer: Receives the names; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the names, 0 when the server wants none and the user is authenticated; or a status.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_userauth_list, RFC 4252, 5.2.
@_cdecl("swiftssh_session_userauth_list")
public func swiftssh_session_userauth_list(
    _ session: swiftssh_session?, _ username: UnsafePointer<CChar>?, _ buffer: UnsafeMutablePointer<CChar>?,
    _ capacity: UInt, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let session = try SwiftSSHABI.session(session)
        let methods = try session.authenticationMethods(user: text(username, "username"))
        return copyOut(methods.joined(separator: ","), buffer, capacity)
    }
}

/// Whether the server has accepted the user.
/// - Parameter session: A session.
/// - Returns: 1 or 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
/// - Source: libssh2_userauth_authenticated.
@_cdecl("swiftssh_session_userauth_authenticated")
public func swiftssh_session_userauth_authenticated(_ session: swiftssh_session?) -> Int32 {
    boundaryNumber { () throws(SSHError) in try SwiftSSHABI.session(session).isAuthenticated ? 1 : 0 }
}

/// What the server has said to users before they are in, as far as it has come: any bytes, neither checked nor escaped, so that showing them may drive a
/// terminal. libssh2 keeps only what comes with the answer to swiftssh_session_userauth_list, up to a NUL.
/// - Parameter session: A session.
/// - Parameter buffer: Receives the bytes, without a NUL; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of it, at most 65536; 0 for nothing, and where the engine does not keep it (SWIFTSSH_CAPABILITY_AUTHENTICATION_BANNER); or a status.
/// - Blocks: No.
/// - Source: libssh2_userauth_banner, RFC 4252, 5.4.
@_cdecl("swiftssh_session_userauth_banner")
public func swiftssh_session_userauth_banner(
    _ session: swiftssh_session?, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        copyOut(try SwiftSSHABI.session(session).authenticationBanner, buffer, capacity)
    }
}

/// Authenticates by password.
/// - Parameter session: A session that has exchanged keys.
/// - Parameter username: The user's name.
/// - Parameter password: The password's bytes; may be NULL when there are none.
/// - Parameter password_length: Their number, at most 65536.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_AUTHENTICATION_FAILED; SWIFTSSH_ERROR_PASSWORD_EXPIRED; SWIFTSSH_ERROR_TIMEOUT;
///   SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_userauth_password_ex, RFC 4252, 8.
@_cdecl("swiftssh_session_userauth_password")
public func swiftssh_session_userauth_password(
    _ session: swiftssh_session?, _ username: UnsafePointer<CChar>?, _ password: UnsafePointer<UInt8>?,
    _ password_length: UInt, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let session = try SwiftSSHABI.session(session)
        try session.authenticate(
            user: text(username, "username"), secret: secret(password, password_length, "password"))
    }
}

/// Authenticates by a password that has expired, and changes it. A password that has not expired stays as it is.
/// - Parameter session: A session that has exchanged keys.
/// - Parameter username: The user's name.
/// - Parameter password: The old password's bytes; may be NULL when there are none.
/// - Parameter password_length: Their number, at most 65536.
/// - Parameter new_password: The new password's bytes; may be NULL when there are none.
/// - Parameter new_password_length: Their number, at most 65536.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As swiftssh_session_userauth_password; SWIFTSSH_ERROR_PASSWORD_EXPIRED when the server does not like the new password.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_userauth_password_ex with a callback, RFC 4252, 8.
@_cdecl("swiftssh_session_userauth_password_change")
public func swiftssh_session_userauth_password_change(
    _ session: swiftssh_session?, _ username: UnsafePointer<CChar>?, _ password: UnsafePointer<UInt8>?,
    _ password_length: UInt, _ new_password: UnsafePointer<UInt8>?, _ new_password_length: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let session = try SwiftSSHABI.session(session)
        try session.authenticate(
            user: text(username, "username"), secret: secret(password, password_length, "password"),
            newSecret: secret(new_password, new_password_length, "new_password"))
    }
}

/// Authenticates with a key in a file: OpenSSH's own format or PEM, encrypted or not; Ed25519, ECDSA or RSA.
/// - Parameter session: A session that has exchanged keys.
/// - Parameter username: The user's name.
/// - Parameter publickey_path: The public key or certificate; NULL takes the public half of the private key.
/// - Parameter privatekey_path: The private key.
/// - Parameter passphrase: What the key is encrypted with; may be NULL when there is none. Not looked at when the key is not encrypted.
/// - Parameter passphrase_length: Its length in bytes.
/// - Parameter error: Receives the error, with the path; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_FILE when a file cannot be read or holds no key; SWIFTSSH_ERROR_KEYFILE_AUTH_FAILED
///   for a missing or wrong passphrase; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED; SWIFTSSH_ERROR_AUTHENTICATION_FAILED;
///   SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode; reads the files in any mode.
/// - Source: libssh2_userauth_publickey_fromfile_ex, RFC 4252, 7, RFC 8332.
@_cdecl("swiftssh_session_userauth_publickey_fromfile")
public func swiftssh_session_userauth_publickey_fromfile(
    _ session: swiftssh_session?, _ username: UnsafePointer<CChar>?, _ publickey_path: UnsafePointer<CChar>?,
    _ privatekey_path: UnsafePointer<CChar>?, _ passphrase: UnsafePointer<UInt8>?, _ passphrase_length: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let session = try SwiftSSHABI.session(session)
        try withSecret(passphrase, passphrase_length, "passphrase") { (passphrase) throws(SSHError) in
            try session.authenticate(
                user: text(username, "username"), privateKey: text(privatekey_path, "privatekey_path"),
                publicKey: publickey_path == nil ? nil : text(publickey_path, "publickey_path"), passphrase: passphrase)
        }
    }
}

/// Authenticates with a key in memory.
/// - Parameter session: A session that has exchanged keys.
/// - Parameter username: The user's name.
/// - Parameter publickey: What a public key's file would hold; NULL takes the public half of the private key.
/// - Parameter publickey_length: Its length in bytes.
/// - Parameter privatekey: What a private key's file would hold.
/// - Parameter privatekey_length: Its length in bytes.
/// - Parameter passphrase: What the key is encrypted with; may be NULL when there is none. Not looked at when the key is not encrypted.
/// - Parameter passphrase_length: Its length in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As swiftssh_session_userauth_publickey_fromfile.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_userauth_publickey_frommemory.
@_cdecl("swiftssh_session_userauth_publickey_frommemory")
public func swiftssh_session_userauth_publickey_frommemory(
    _ session: swiftssh_session?, _ username: UnsafePointer<CChar>?, _ publickey: UnsafePointer<UInt8>?,
    _ publickey_length: UInt, _ privatekey: UnsafePointer<UInt8>?, _ privatekey_length: UInt,
    _ passphrase: UnsafePointer<UInt8>?, _ passphrase_length: UInt, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let session = try SwiftSSHABI.session(session)
        try withSecret(privatekey, privatekey_length, "privatekey") { (key) throws(SSHError) in
            guard let key else { throw SSHError(.invalidArgument, "privatekey is NULL") }
            try withSecret(passphrase, passphrase_length, "passphrase") { (passphrase) throws(SSHError) in
                try session.authenticate(
                    user: text(username, "username"), privateKey: key,
                    publicKey: publickey == nil ? nil : bytes(publickey, publickey_length, "publickey"),
                    passphrase: passphrase)
            }
        }
    }
}

/// Authenticates by the key of the host that this program runs on.
/// - Parameter session: A session that has exchanged keys.
/// - Parameter username: The user's name on the server.
/// - Parameter publickey_path: The public half of this host's key; NULL takes the private key's path with `.pub`.
/// - Parameter privatekey_path: This host's private key.
/// - Parameter passphrase: What the key is encrypted with; may be NULL when there is none.
/// - Parameter passphrase_length: Its length in bytes.
/// - Parameter hostname: This host's name, as the server knows it.
/// - Parameter local_username: The user's name on this host; NULL takes username.
/// - Parameter error: Receives the error, with the path; may be NULL.
/// - Returns: As swiftssh_session_userauth_publickey_fromfile.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode; reads the files in any mode.
/// - Source: libssh2_userauth_hostbased_fromfile_ex, RFC 4252, 9.
@_cdecl("swiftssh_session_userauth_hostbased_fromfile")
public func swiftssh_session_userauth_hostbased_fromfile(
    _ session: swiftssh_session?, _ username: UnsafePointer<CChar>?, _ publickey_path: UnsafePointer<CChar>?,
    _ privatekey_path: UnsafePointer<CChar>?, _ passphrase: UnsafePointer<UInt8>?, _ passphrase_length: UInt,
    _ hostname: UnsafePointer<CChar>?, _ local_username: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let session = try SwiftSSHABI.session(session)
        try withSecret(passphrase, passphrase_length, "passphrase") { (passphrase) throws(SSHError) in
            try session.authenticateByHost(
                user: text(username, "username"), hostKey: text(privatekey_path, "privatekey_path"),
                publicKey: publickey_path == nil ? nil : text(publickey_path, "publickey_path"),
                passphrase: passphrase, hostName: text(hostname, "hostname"),
                localUser: local_username == nil ? nil : text(local_username, "local_username"))
        }
    }
}
