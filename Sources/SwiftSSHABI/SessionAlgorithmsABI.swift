internal import SwiftSSH

/// Key exchange.
public let SWIFTSSH_METHOD_KEX: Int32 = 0
/// The server's host key.
public let SWIFTSSH_METHOD_HOSTKEY: Int32 = 1
/// Encryption from client to server.
public let SWIFTSSH_METHOD_CRYPT_CS: Int32 = 2
/// Encryption from server to client.
public let SWIFTSSH_METHOD_CRYPT_SC: Int32 = 3
/// Integrity from client to server.
public let SWIFTSSH_METHOD_MAC_CS: Int32 = 4
/// Integrity from server to client.
public let SWIFTSSH_METHOD_MAC_SC: Int32 = 5
/// Compression from client to server.
public let SWIFTSSH_METHOD_COMP_CS: Int32 = 6
/// Compression from server to client.
public let SWIFTSSH_METHOD_COMP_SC: Int32 = 7
/// Language from client to server.
public let SWIFTSSH_METHOD_LANG_CS: Int32 = 8
/// Language from server to client.
public let SWIFTSSH_METHOD_LANG_SC: Int32 = 9

/// Accepted for libssh2's sake: this library never raises SIGPIPE.
public let SWIFTSSH_FLAG_SIGPIPE: Int32 = 1
/// Offer compression.
public let SWIFTSSH_FLAG_COMPRESS: Int32 = 2

/// A host key of a kind that has no number.
public let SWIFTSSH_HOSTKEY_TYPE_UNKNOWN: Int32 = 0
/// An RSA host key.
public let SWIFTSSH_HOSTKEY_TYPE_RSA: Int32 = 1
/// A DSA host key.
public let SWIFTSSH_HOSTKEY_TYPE_DSS: Int32 = 2
/// An ECDSA host key over nistp256.
public let SWIFTSSH_HOSTKEY_TYPE_ECDSA_256: Int32 = 3
/// An ECDSA host key over nistp384.
public let SWIFTSSH_HOSTKEY_TYPE_ECDSA_384: Int32 = 4
/// An ECDSA host key over nistp521.
public let SWIFTSSH_HOSTKEY_TYPE_ECDSA_521: Int32 = 5
/// An Ed25519 host key.
public let SWIFTSSH_HOSTKEY_TYPE_ED25519: Int32 = 6

/// MD5, 16 bytes.
public let SWIFTSSH_HOSTKEY_HASH_MD5: Int32 = 1
/// SHA-1, 20 bytes.
public let SWIFTSSH_HOSTKEY_HASH_SHA1: Int32 = 2
/// SHA-256, 32 bytes.
public let SWIFTSSH_HOSTKEY_HASH_SHA256: Int32 = 3

/// Nothing that rests on SHA-1.
public let SWIFTSSH_ALGORITHM_PROFILE_MODERN: Int32 = 1
/// Also SHA-1 where it is not known to be broken, for servers of some years ago: the default.
public let SWIFTSSH_ALGORITHM_PROFILE_COMPATIBLE: Int32 = 2
/// Also what is weak: CBC, RC4, 3DES, DSA, MD5, truncated MACs and key exchanges over 1024-bit groups. For the one host that has nothing else.
public let SWIFTSSH_ALGORITHM_PROFILE_LEGACY: Int32 = 3

/// The key that the server proved to own, as the wire has it (RFC 4253, 6.6).
/// - Parameter session: A session that has exchanged keys.
/// - Parameter buffer: Receives the key; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter out_type: Receives one of SWIFTSSH_HOSTKEY_TYPE_*; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the key, 0 before the handshake; or a status.
/// - Blocks: No.
/// - Source: libssh2_session_hostkey.
@_cdecl("swiftssh_session_hostkey")
public func swiftssh_session_hostkey(
    _ session: swiftssh_session?, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt,
    _ out_type: UnsafeMutablePointer<Int32>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        out_type?.pointee = SWIFTSSH_HOSTKEY_TYPE_UNKNOWN
        let key = try SwiftSSHABI.session(session).hostKey
        out_type?.pointee = key?.kind.rawValue ?? SWIFTSSH_HOSTKEY_TYPE_UNKNOWN
        return copyOut(key?.blob ?? [], buffer, capacity)
    }
}

/// A digest of the server's host key.
/// - Parameter session: A session that has exchanged keys.
/// - Parameter hash_type: One of SWIFTSSH_HOSTKEY_HASH_*.
/// - Parameter buffer: Receives the digest; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the digest; 0 before the handshake, for an unknown type and where the system's cryptography
///   does not allow that digest; or a status.
/// - Blocks: No.
/// - Source: libssh2_hostkey_hash.
@_cdecl("swiftssh_session_hostkey_hash")
public func swiftssh_session_hostkey_hash(
    _ session: swiftssh_session?, _ hash_type: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let key = try SwiftSSHABI.session(session).hostKey
        return copyOut(HostKey.Hash(rawValue: hash_type).flatMap { key?.digest($0) } ?? [], buffer, capacity)
    }
}

/// The SHA-256 fingerprint of the server's host key as ssh-keygen -l shows it.
/// - Parameter session: A session that has exchanged keys.
/// - Parameter buffer: Receives the text; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes; 51 are enough.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the text, 0 before the handshake; or a status.
/// - Blocks: No.
@_cdecl("swiftssh_session_hostkey_fingerprint")
public func swiftssh_session_hostkey_fingerprint(
    _ session: swiftssh_session?, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        copyOut(try SwiftSSHABI.session(session).hostKey?.fingerprint ?? "", buffer, capacity)
    }
}

/// The algorithm in use for one purpose.
/// - Parameter session: A session that has exchanged keys.
/// - Parameter method_type: One of SWIFTSSH_METHOD_*.
/// - Parameter buffer: Receives the name; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the name, 0 before the handshake; or a status, SWIFTSSH_ERROR_INVAL for an unknown purpose.
/// - Blocks: No.
/// - Source: libssh2_session_methods.
@_cdecl("swiftssh_session_methods")
public func swiftssh_session_methods(
    _ session: swiftssh_session?, _ method_type: Int32, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let session = try SwiftSSHABI.session(session)
        return copyOut(try session.algorithm(purpose(method_type)) ?? "", buffer, capacity)
    }
}

/// The algorithms that the engine has for one purpose, its favourite first, separated by commas.
/// - Parameter session: A session.
/// - Parameter method_type: One of SWIFTSSH_METHOD_*.
/// - Parameter buffer: Receives the names; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the names; or a status, SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED for the languages, SWIFTSSH_ERROR_INVAL for an unknown purpose.
/// - Blocks: No.
/// - Source: libssh2_session_supported_algs.
@_cdecl("swiftssh_session_supported_algs")
public func swiftssh_session_supported_algs(
    _ session: swiftssh_session?, _ method_type: Int32, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        let session = try SwiftSSHABI.session(session)
        return copyOut(
            try session.supportedAlgorithms(purpose(method_type)).joined(separator: ","), buffer, capacity)
    }
}

/// Sets what is offered for one purpose, before the handshake. What has two directions is set for both, unless the other has been set itself.
/// - Parameter session: A session that has not been connected.
/// - Parameter method_type: One of SWIFTSSH_METHOD_*.
/// - Parameter prefs: Names separated by commas, favourite first; those that the engine does not have are left out.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the engine has none of them; SWIFTSSH_ERROR_BAD_USE after the
///   handshake; SWIFTSSH_ERROR_INVAL for an unknown purpose.
/// - Blocks: No.
/// - Source: libssh2_session_method_pref.
@_cdecl("swiftssh_session_method_pref")
public func swiftssh_session_method_pref(
    _ session: swiftssh_session?, _ method_type: Int32, _ prefs: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let session = try SwiftSSHABI.session(session)
        let names = try text(prefs, "prefs").split(separator: ",").map(String.init)
        try session.setAlgorithms(purpose(method_type), names)
    }
}

/// Sets a flag, before the handshake.
/// - Parameter session: A session that has not been connected.
/// - Parameter flag: One of SWIFTSSH_FLAG_*.
/// - Parameter value: 0 or not 0.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for an unknown flag; SWIFTSSH_ERROR_BAD_USE after the handshake.
/// - Blocks: No.
/// - Source: libssh2_session_flag.
@_cdecl("swiftssh_session_flag")
public func swiftssh_session_flag(
    _ session: swiftssh_session?, _ flag: Int32, _ value: Int32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let session = try SwiftSSHABI.session(session)
        switch flag {
        case SWIFTSSH_FLAG_SIGPIPE: break
        case SWIFTSSH_FLAG_COMPRESS: try session.setCompression(value != 0)
        default: throw SSHError(.invalidArgument, "there is no flag \(flag)")
        }
    }
}

private func purpose(_ method_type: Int32) throws(SSHError) -> AlgorithmPurpose {
    guard let purpose = AlgorithmPurpose(rawValue: method_type) else {
        throw SSHError(.invalidArgument, "there is no method type \(method_type)")
    }
    return purpose
}
