internal import SwiftSSH

/// RSA user keys work with SHA-2 signatures.
public let SWIFTSSH_CAPABILITY_RSA_SHA2_USER_KEYS: UInt64 = 1
/// Servers that have only an RSA host key can be reached.
public let SWIFTSSH_CAPABILITY_RSA_SHA2_HOST_KEYS: UInt64 = 2
/// Signals can be sent to the remote process.
public let SWIFTSSH_CAPABILITY_CHANNEL_SIGNAL: UInt64 = 4
/// An exit status of 0 is told apart from none.
public let SWIFTSSH_CAPABILITY_EXIT_STATUS_KNOWN: UInt64 = 8
/// Strict key exchange is offered.
public let SWIFTSSH_CAPABILITY_STRICT_KEY_EXCHANGE: UInt64 = 16
/// AES-GCM ciphers are there.
public let SWIFTSSH_CAPABILITY_AES_GCM: UInt64 = 32
/// The ChaCha20-Poly1305 cipher is there.
public let SWIFTSSH_CAPABILITY_CHACHA20_POLY1305: UInt64 = 64
/// Security keys log users in, and are known as host keys.
public let SWIFTSSH_CAPABILITY_SECURITY_KEYS: UInt64 = 128
/// This side can have keys exchanged anew, and does so by itself when they are old.
public let SWIFTSSH_CAPABILITY_REKEYING: UInt64 = 256
/// The server can be asked to listen on a UNIX socket.
public let SWIFTSSH_CAPABILITY_STREAMLOCAL_LISTENING: UInt64 = 512
/// Breaks can be sent to the remote process's terminal.
public let SWIFTSSH_CAPABILITY_CHANNEL_BREAK: UInt64 = 1024
/// Connections to the user's agent that the server forwards are handed over.
public let SWIFTSSH_CAPABILITY_AGENT_FORWARDING: UInt64 = 2048
/// What the server says to users before they are in is kept.
public let SWIFTSSH_CAPABILITY_AUTHENTICATION_BANNER: UInt64 = 4096

/// The version of this library.
/// - Returns: A text such as `0.1.0`; never freed.
@_cdecl("swiftssh_version")
public func swiftssh_version() -> UnsafePointer<CChar> {
    boundaryText { Texts.permanent.text(Version.string) }
}

/// The version of this interface; it changes when a program built for an older one would not run.
/// - Returns: The number in the library's SONAME.
@_cdecl("swiftssh_abi_version")
public func swiftssh_abi_version() -> UInt32 {
    boundaryUnsigned { Version.abi }
}

/// What the engine of sessions that name none can do, as the process has loaded it. swiftssh_session_capabilities tells it of one session.
/// - Returns: Bits of SWIFTSSH_CAPABILITY_*.
@_cdecl("swiftssh_capabilities")
public func swiftssh_capabilities() -> UInt64 {
    boundaryUnsigned { Session.capabilities.rawValue }
}

/// The name of the engine of sessions that name none.
/// - Returns: A text such as `libssh2`; never freed.
@_cdecl("swiftssh_engine_name")
public func swiftssh_engine_name() -> UnsafePointer<CChar> {
    boundaryText { Texts.permanent.text(Session.engineName) }
}

/// The version of the engine of sessions that name none, as the process has loaded it, which may be newer than what was built against.
/// - Returns: A text such as `1.10.0`; never freed.
@_cdecl("swiftssh_engine_version")
public func swiftssh_engine_version() -> UnsafePointer<CChar> {
    boundaryText { Texts.permanent.text(Session.engineVersion) }
}

/// The name of a status.
/// - Parameter status: Any number.
/// - Returns: The constant's name without SWIFTSSH_ERROR_, for example `TIMEOUT`; `UNKNOWN` for a number without a name. Never freed.
@_cdecl("swiftssh_status_name")
public func swiftssh_status_name(_ status: swiftssh_status) -> UnsafePointer<CChar> {
    boundaryText { Texts.permanent.text(SSHError.Code(rawValue: status).description) }
}
