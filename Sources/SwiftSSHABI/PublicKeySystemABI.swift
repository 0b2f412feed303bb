// The publickey subsystem of a server (RFC 4819): the keys that a user logs in with are listed, added and removed. Few servers have it.

internal import SwiftSSH

/// A server's publickey subsystem. Freed with swiftssh_publickey_free; keeps its session alive until then.
public typealias swiftssh_publickey = OpaquePointer

/// What goes with a key that is added. Freed with swiftssh_publickey_attributes_free.
public typealias swiftssh_publickey_attributes = OpaquePointer

/// Starts the server's publickey subsystem.
/// - Parameter session: An authenticated session.
/// - Parameter out_publickey: Receives the subsystem, which the caller frees with swiftssh_publickey_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server has no such subsystem; SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL
///   when it does not speak version 2 of the protocol; SWIFTSSH_ERROR_INVAL before authentication; SWIFTSSH_ERROR_CHANNEL_FAILURE;
///   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until both sides have told their version or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_publickey_init, RFC 4819, 3.4.
@_cdecl("swiftssh_session_publickey_init")
public func swiftssh_session_publickey_init(
    _ session: swiftssh_session?, _ out_publickey: UnsafeMutablePointer<swiftssh_publickey?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: session, out_publickey, "out_publickey", error) { (session: Session) throws(SSHError) in
        try session.publicKeySystem()
    }
}

/// Lets a publickey subsystem go: it is closed without waiting.
/// - Parameter publickey: A subsystem; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_publickey_free")
public func swiftssh_publickey_free(_ publickey: swiftssh_publickey?) {
    boundaryVoid { HandleTable.shared.remove(publickey, PublicKeySystem.self) }
}

/// Makes an empty list of attributes.
/// - Parameter out_attributes: Receives the list, which the caller frees with swiftssh_publickey_attributes_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when out_attributes is NULL.
/// - Blocks: No.
@_cdecl("swiftssh_publickey_attributes_new")
public func swiftssh_publickey_attributes_new(
    _ out_attributes: UnsafeMutablePointer<swiftssh_publickey_attributes?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(out_attributes, "out_attributes", error) { PublicKeyAttributes() }
}

/// Puts an attribute at the end of a list.
/// - Parameter attributes: A list.
/// - Parameter name: The attribute's name, for example `comment` (RFC 4819, 6.4).
/// - Parameter value: Its value; may be NULL when there is none. It is copied.
/// - Parameter value_length: The length of the value in bytes.
/// - Parameter mandatory: 1 when the server must refuse the key if it cannot heed the attribute, else 0.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for more than can ever be sent.
/// - Blocks: No.
@_cdecl("swiftssh_publickey_attributes_append")
public func swiftssh_publickey_attributes_append(
    _ attributes: swiftssh_publickey_attributes?, _ name: UnsafePointer<CChar>?, _ value: UnsafePointer<UInt8>?,
    _ value_length: UInt, _ mandatory: Int32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let list = try HandleTable.shared.object(attributes, PublicKeyAttributes.self)
        try list.append(
            PublicKeyAttribute(
                name: text(name, "name"), value: bytes(value, value_length, "value"), isMandatory: mandatory != 0))
    }
}

/// Frees a list of attributes.
/// - Parameter attributes: A list; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_publickey_attributes_free")
public func swiftssh_publickey_attributes_free(_ attributes: swiftssh_publickey_attributes?) {
    boundaryVoid { HandleTable.shared.remove(attributes, PublicKeyAttributes.self) }
}

/// Adds a key.
/// - Parameter publickey: A subsystem.
/// - Parameter name: The name of the key's algorithm, for example `ssh-ed25519`.
/// - Parameter blob: The key as the protocol writes it.
/// - Parameter blob_length: The length of the key in bytes.
/// - Parameter overwrite: 1 when the attributes of a key that is there already are replaced; 0 when such a key is refused.
/// - Parameter attributes: What goes with the key; NULL for nothing. It stays the caller's.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL when the server refuses, with its words in swiftssh_error_server_text, or breaks
///   the protocol; SWIFTSSH_ERROR_INVAL beyond 256 KiB; SWIFTSSH_ERROR_BAD_USE after swiftssh_publickey_shutdown; SWIFTSSH_ERROR_TIMEOUT;
///   SWIFTSSH_ERROR_EAGAIN in non-blocking mode: called again in the same words it goes on.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_publickey_add_ex, RFC 4819, 4.1.
@_cdecl("swiftssh_publickey_add")
public func swiftssh_publickey_add(
    _ publickey: swiftssh_publickey?, _ name: UnsafePointer<CChar>?, _ blob: UnsafePointer<UInt8>?, _ blob_length: UInt,
    _ overwrite: Int32, _ attributes: swiftssh_publickey_attributes?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let system = try HandleTable.shared.object(publickey, PublicKeySystem.self)
        let list =
            attributes == nil ? nil : try HandleTable.shared.object(attributes, PublicKeyAttributes.self)
        try system.add(
            algorithm: text(name, "name"), blob: bytes(blob, blob_length, "blob"), attributes: list?.all ?? [],
            overwrites: overwrite != 0)
    }
}

/// Removes a key.
/// - Parameter publickey: A subsystem.
/// - Parameter name: The name of the key's algorithm.
/// - Parameter blob: The key as the protocol writes it.
/// - Parameter blob_length: The length of the key in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As ``swiftssh_publickey_add``.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_publickey_remove_ex, RFC 4819, 4.2.
@_cdecl("swiftssh_publickey_remove")
public func swiftssh_publickey_remove(
    _ publickey: swiftssh_publickey?, _ name: UnsafePointer<CChar>?, _ blob: UnsafePointer<UInt8>?, _ blob_length: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let system = try HandleTable.shared.object(publickey, PublicKeySystem.self)
        try system.remove(algorithm: text(name, "name"), blob: bytes(blob, blob_length, "blob"))
    }
}

/// Ends a publickey subsystem, and the requests that are under way. Ending it again does nothing.
/// - Parameter publickey: A subsystem, which is still to be freed.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server has closed its side or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_publickey_shutdown.
@_cdecl("swiftssh_publickey_shutdown")
public func swiftssh_publickey_shutdown(
    _ publickey: swiftssh_publickey?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try HandleTable.shared.object(publickey, PublicKeySystem.self).shutdown()
    }
}

/// What swiftssh_publickey_attributes is a handle of.
final class PublicKeyAttributes: Sendable {
    /// The most attributes of a key, and the most bytes of their names and values: more than a request has room for.
    private static let limit = 256 * 1024

    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var attributes: [PublicKeyAttribute] = []
    nonisolated(unsafe) private var size = 0

    /// Those that were appended.
    var all: [PublicKeyAttribute] { lock.withLock { attributes } }

    /// Appends one.
    /// - Throws: `invalidArgument` for more than can ever be sent.
    func append(_ attribute: PublicKeyAttribute) throws(SSHError) {
        try lock.withLock { () throws(SSHError) in
            let needed = attribute.name.utf8.count + attribute.value.count + 9
            guard needed <= Self.limit - size else {
                throw SSHError(.invalidArgument, "the attributes are longer than \(Self.limit) bytes")
            }
            size += needed
            attributes.append(attribute)
        }
    }
}
