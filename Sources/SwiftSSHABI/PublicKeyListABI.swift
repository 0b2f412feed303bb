// The keys that a publickey subsystem has listed. A list is a copy: it stays as it is until it is freed.

internal import SwiftSSH

/// The keys of a user. Freed with swiftssh_publickey_list_free.
public typealias swiftssh_publickey_list = OpaquePointer

/// Asks for the user's keys.
/// - Parameter publickey: A subsystem.
/// - Parameter out_list: Receives the list, which the caller frees with swiftssh_publickey_list_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL when the server refuses, with its words in swiftssh_error_server_text, or breaks
///   the protocol; SWIFTSSH_ERROR_BAD_USE after swiftssh_publickey_shutdown; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server's whole answer is there or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_publickey_list_fetch, RFC 4819, 4.3.
@_cdecl("swiftssh_publickey_list_fetch")
public func swiftssh_publickey_list_fetch(
    _ publickey: swiftssh_publickey?, _ out_list: UnsafeMutablePointer<swiftssh_publickey_list?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(of: publickey, out_list, "out_list", error) { (system: PublicKeySystem) throws(SSHError) in
        PublicKeyList(keys: try system.list())
    }
}

/// Frees a list of keys.
/// - Parameter list: A list; NULL, a freed or foreign handle does nothing.
/// - Source: libssh2_publickey_list_free.
@_cdecl("swiftssh_publickey_list_free")
public func swiftssh_publickey_list_free(_ list: swiftssh_publickey_list?) {
    boundaryVoid { HandleTable.shared.remove(list, PublicKeyList.self) }
}

/// How many keys a list has.
/// - Parameter list: A list.
/// - Returns: The number; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_publickey_list_count")
public func swiftssh_publickey_list_count(_ list: swiftssh_publickey_list?) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        Int64(clamping: try HandleTable.shared.object(list, PublicKeyList.self).keys.count)
    }
}

/// The name of a key's algorithm, for example `ssh-ed25519`, as the server sent it: it may hold anything.
/// - Parameter list: A list.
/// - Parameter index: The key's place in the list, from 0.
/// - Parameter buffer: Receives the name, and a NUL where there is room for it; untouched when it is too small.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: The length of the name in bytes; SWIFTSSH_ERROR_INVAL when there is no such key; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_publickey_list_name")
public func swiftssh_publickey_list_name(
    _ list: swiftssh_publickey_list?, _ index: UInt64, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in copyOut(try key(list, index).algorithm, buffer, capacity) }
}

/// A key as the protocol writes it.
/// - Parameter list: A list.
/// - Parameter index: The key's place in the list, from 0.
/// - Parameter buffer: Receives the key; untouched when it is too small.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: The length of the key in bytes; SWIFTSSH_ERROR_INVAL when there is no such key; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_publickey_list_blob")
public func swiftssh_publickey_list_blob(
    _ list: swiftssh_publickey_list?, _ index: UInt64, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in copyOut(try key(list, index).blob, buffer, capacity) }
}

/// How many attributes a key has.
/// - Parameter list: A list.
/// - Parameter index: The key's place in the list, from 0.
/// - Returns: The number; SWIFTSSH_ERROR_INVAL when there is no such key; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_publickey_list_attribute_count")
public func swiftssh_publickey_list_attribute_count(_ list: swiftssh_publickey_list?, _ index: UInt64) -> Int64 {
    boundaryNumber { () throws(SSHError) in Int64(clamping: try key(list, index).attributes.count) }
}

/// The name of a key's attribute, for example `comment`, as the server sent it: it may hold anything.
/// - Parameter list: A list.
/// - Parameter index: The key's place in the list, from 0.
/// - Parameter attribute: The attribute's place among the key's, from 0.
/// - Parameter buffer: Receives the name, and a NUL where there is room for it; untouched when it is too small.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: The length of the name in bytes; SWIFTSSH_ERROR_INVAL when there is no such attribute; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_publickey_list_attribute_name")
public func swiftssh_publickey_list_attribute_name(
    _ list: swiftssh_publickey_list?, _ index: UInt64, _ attribute: UInt64, _ buffer: UnsafeMutablePointer<CChar>?,
    _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        copyOut(try SwiftSSHABI.attribute(list, index, attribute).name, buffer, capacity)
    }
}

/// The value of a key's attribute.
/// - Parameter list: A list.
/// - Parameter index: The key's place in the list, from 0.
/// - Parameter attribute: The attribute's place among the key's, from 0.
/// - Parameter buffer: Receives the value; untouched when it is too small.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Returns: The length of the value in bytes; SWIFTSSH_ERROR_INVAL when there is no such attribute; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_publickey_list_attribute_value")
public func swiftssh_publickey_list_attribute_value(
    _ list: swiftssh_publickey_list?, _ index: UInt64, _ attribute: UInt64, _ buffer: UnsafeMutablePointer<UInt8>?,
    _ capacity: UInt
) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        copyOut(try SwiftSSHABI.attribute(list, index, attribute).value, buffer, capacity)
    }
}

/// What swiftssh_publickey_list is a handle of.
final class PublicKeyList: Sendable {
    let keys: [RegisteredPublicKey]

    init(keys: [RegisteredPublicKey]) {
        self.keys = keys
    }
}

private func key(_ list: swiftssh_publickey_list?, _ index: UInt64) throws(SSHError) -> RegisteredPublicKey {
    let keys = try HandleTable.shared.object(list, PublicKeyList.self).keys
    guard let key = keys[checked: Int(clamping: index)] else {
        throw SSHError(.invalidArgument, "the list has no such key")
    }
    return key
}

private func attribute(
    _ list: swiftssh_publickey_list?, _ index: UInt64, _ attribute: UInt64
) throws(SSHError) -> PublicKeyAttribute {
    guard let attribute = try key(list, index).attributes[checked: Int(clamping: attribute)] else {
        throw SSHError(.invalidArgument, "the key has no such attribute")
    }
    return attribute
}
