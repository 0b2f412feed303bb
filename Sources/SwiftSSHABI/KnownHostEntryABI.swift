internal import SwiftSSH

// An entry tells the same as long as it lives, also after it was deleted from its list.

/// Lets an entry go; it stays in its list.
/// - Parameter entry: An entry; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_knownhost_entry_free")
public func swiftssh_knownhost_entry_free(_ entry: swiftssh_knownhost_entry?) {
    boundaryVoid { HandleTable.shared.remove(entry, KnownHostEntryObject.self) }
}

/// The names of an entry, with commas between.
/// - Parameter entry: An entry.
/// - Parameter buffer: Receives the names; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the names, which were copied if it is not above the capacity, 0 when the name is hashed; or a status.
/// - Blocks: No.
@_cdecl("swiftssh_knownhost_entry_name")
public func swiftssh_knownhost_entry_name(
    _ entry: swiftssh_knownhost_entry?, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        copyOut(try knownHost(entry).entry.nameBytes ?? [], buffer, capacity)
    }
}

/// What the name of an entry was hashed with.
/// - Parameter entry: An entry.
/// - Parameter buffer: Receives the salt, 20 bytes; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the salt, which was copied if it is not above the capacity, 0 when the names are readable; or a status.
/// - Blocks: No.
@_cdecl("swiftssh_knownhost_entry_salt")
public func swiftssh_knownhost_entry_salt(
    _ entry: swiftssh_knownhost_entry?, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        copyOut(try knownHost(entry).entry.salt ?? [], buffer, capacity)
    }
}

/// The key of an entry.
/// - Parameter entry: An entry.
/// - Parameter buffer: Receives the key, not in base64; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the key, which was copied if it is not above the capacity; or a status.
/// - Blocks: No.
@_cdecl("swiftssh_knownhost_entry_key")
public func swiftssh_knownhost_entry_key(
    _ entry: swiftssh_knownhost_entry?, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        copyOut(try knownHost(entry).entry.key.blob, buffer, capacity)
    }
}

/// What follows the key of an entry.
/// - Parameter entry: An entry.
/// - Parameter buffer: Receives the comment, which need not be UTF-8; may be NULL.
/// - Parameter capacity: The size of the buffer in bytes.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: The length of the comment, which was copied if it is not above the capacity; or a status.
/// - Blocks: No.
@_cdecl("swiftssh_knownhost_entry_comment")
public func swiftssh_knownhost_entry_comment(
    _ entry: swiftssh_knownhost_entry?, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        copyOut(try knownHost(entry).entry.commentBytes, buffer, capacity)
    }
}

/// How the name and the key of an entry are held, and the type of the key.
/// - Parameter entry: An entry.
/// - Returns: What it was added with; for a line that was read one of SWIFTSSH_KNOWNHOST_TYPE_*, SWIFTSSH_KNOWNHOST_KEYENC_BASE64 and one of
///   SWIFTSSH_KNOWNHOST_KEY_*; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_knownhost_entry_typemask")
public func swiftssh_knownhost_entry_typemask(_ entry: swiftssh_knownhost_entry?) -> Int32 {
    boundaryNumber { () throws(SSHError) in try knownHost(entry).entry.fullTypemask }
}

/// The word before the names of an entry.
/// - Parameter entry: An entry.
/// - Returns: One of SWIFTSSH_KNOWNHOST_MARKER_*; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_knownhost_entry_marker")
public func swiftssh_knownhost_entry_marker(_ entry: swiftssh_knownhost_entry?) -> Int32 {
    boundaryNumber { () throws(SSHError) in try knownHost(entry).entry.marker.rawValue }
}

/// The type of the key of an entry, for example `ssh-ed25519`.
/// - Parameter entry: An entry.
/// - Returns: The text, valid until the entry is freed; empty for a bad handle.
@_cdecl("swiftssh_knownhost_entry_key_type")
public func swiftssh_knownhost_entry_key_type(_ entry: swiftssh_knownhost_entry?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in try told(entry) { $0.keyType } }
}

/// The SHA-256 fingerprint of the key of an entry, as `ssh-keygen -l` shows it.
/// - Parameter entry: An entry.
/// - Returns: The text, valid until the entry is freed; empty for a bad handle.
@_cdecl("swiftssh_knownhost_entry_fingerprint")
public func swiftssh_knownhost_entry_fingerprint(_ entry: swiftssh_knownhost_entry?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in try told(entry) { $0.fingerprint ?? "" } }
}

/// The file that an entry was read from.
/// - Parameter entry: An entry.
/// - Returns: The path, valid until the entry is freed; empty where it is from none and for a bad handle.
@_cdecl("swiftssh_knownhost_entry_file")
public func swiftssh_knownhost_entry_file(_ entry: swiftssh_knownhost_entry?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in try told(entry) { $0.file ?? "" } }
}

/// The number of an entry's line in its file.
/// - Parameter entry: An entry.
/// - Returns: The number, the first line being 1; 0 where it is from no file; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_knownhost_entry_line")
public func swiftssh_knownhost_entry_line(_ entry: swiftssh_knownhost_entry?) -> Int64 {
    boundaryNumber { () throws(SSHError) in Int64(clamping: try knownHost(entry).entry.lineNumber) }
}

private func told(
    _ entry: swiftssh_knownhost_entry?, _ part: (KnownHosts.Entry) -> String
) throws(SSHError) -> UnsafePointer<CChar> {
    let object = try knownHost(entry)
    return object.texts.text(part(object.entry))
}
