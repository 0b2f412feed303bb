internal import SwiftSSH

// Lists of known hosts. Any thread may use a list; nothing here uses the network.

/// Makes a list that knows nobody.
/// - Parameter out_hosts: Receives the list, which the caller frees with swiftssh_knownhost_free; NULL on failure.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for a NULL output.
/// - Blocks: No.
/// - Source: libssh2_knownhost_init.
@_cdecl("swiftssh_knownhost_new")
public func swiftssh_knownhost_new(
    _ out_hosts: UnsafeMutablePointer<swiftssh_knownhost?>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(out_hosts, "out_hosts", error) { KnownHosts() }
}

/// Lets a list go. Entries that were handed out keep it alive until they are freed too.
/// - Parameter hosts: A list; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_knownhost_free")
public func swiftssh_knownhost_free(_ hosts: swiftssh_knownhost?) {
    boundaryVoid { HandleTable.shared.remove(hosts, KnownHosts.self) }
}

/// Adds a line at the end of a list; no file is touched. Lines of the same host may be added again.
/// - Parameter hosts: A list.
/// - Parameter host: The host's name, `[name]:port` for another port than 22, patterns and several names with commas; with
///   SWIFTSSH_KNOWNHOST_TYPE_SHA1 the HMAC-SHA1 of the name in base64.
/// - Parameter salt: The salt of the HMAC in base64; NULL for other types.
/// - Parameter key: The key, as typemask says. Its bytes are not looked at.
/// - Parameter key_length: Its length in bytes.
/// - Parameter comment: What follows the key in the line; NULL for nothing.
/// - Parameter typemask: One of SWIFTSSH_KNOWNHOST_TYPE_*, one of SWIFTSSH_KNOWNHOST_KEYENC_* and one of SWIFTSSH_KNOWNHOST_KEY_*.
/// - Parameter out_entry: Receives the entry, which the caller frees with swiftssh_knownhost_entry_free; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when that makes no line; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED for another type of name.
/// - Blocks: No.
/// - Source: libssh2_knownhost_addc.
@_cdecl("swiftssh_knownhost_addc")
public func swiftssh_knownhost_addc(
    _ hosts: swiftssh_knownhost?, _ host: UnsafePointer<CChar>?, _ salt: UnsafePointer<CChar>?,
    _ key: UnsafePointer<UInt8>?, _ key_length: UInt, _ comment: UnsafePointer<CChar>?, _ typemask: Int32,
    _ out_entry: UnsafeMutablePointer<swiftssh_knownhost_entry?>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        out_entry?.pointee = nil
        let hosts = try knownHosts(hosts)
        let entry = try hosts.add(
            host: Array(text(host, "host").utf8), salt: salt == nil ? nil : Array(text(salt, "salt").utf8),
            key: bytes(key, key_length, "key"), comment: comment == nil ? [] : Array(text(comment, "comment").utf8),
            typemask: KnownHosts.Typemask(rawValue: typemask))
        out_entry?.pointee = HandleTable.shared.insert(KnownHostEntryObject(hosts, entry))
    }
}

/// Asks whether a key is a host's. The host is to be trusted if the answer is SWIFTSSH_KNOWNHOST_CHECK_MATCH (0), and in no other
/// case. A revoked key never matches, and the key of a `@cert-authority` line is no host's own. A line without a port is good for every
/// port of its host.
/// - Parameter hosts: A list.
/// - Parameter host: The host as the user named it.
/// - Parameter port: The port; -1 takes host for the whole name.
/// - Parameter key: The key or certificate, as typemask says.
/// - Parameter key_length: Its length in bytes.
/// - Parameter typemask: One of SWIFTSSH_KNOWNHOST_KEYENC_*, SWIFTSSH_KNOWNHOST_TYPE_PLAIN, and one of SWIFTSSH_KNOWNHOST_KEY_* to have
///   regard only to keys of that type; without one a host that is known by keys of other types is a mismatch.
/// - Parameter out_entry: Receives the line that the answer rests on, which the caller frees with swiftssh_knownhost_entry_free; NULL
///   when there is none. May be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_KNOWNHOST_CHECK_MATCH, SWIFTSSH_KNOWNHOST_CHECK_MISMATCH, SWIFTSSH_KNOWNHOST_CHECK_NOTFOUND or
///   SWIFTSSH_KNOWNHOST_CHECK_REVOKED; or a status when the check failed.
/// - Blocks: No.
/// - Source: libssh2_knownhost_checkp.
@_cdecl("swiftssh_knownhost_checkp")
public func swiftssh_knownhost_checkp(
    _ hosts: swiftssh_knownhost?, _ host: UnsafePointer<CChar>?, _ port: Int32, _ key: UnsafePointer<UInt8>?,
    _ key_length: UInt, _ typemask: Int32, _ out_entry: UnsafeMutablePointer<swiftssh_knownhost_entry?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        out_entry?.pointee = nil
        let hosts = try knownHosts(hosts)
        let verdict = try hosts.check(
            host: text(host, "host"), port: knownHostPort(port), key: bytes(key, key_length, "key"),
            typemask: KnownHosts.Typemask(rawValue: typemask))
        return tell(verdict, hosts, out_entry)
    }
}

/// Asks whether the key that the server of a session proved to own is a host's, as OpenSSH does: keys of all types are regarded, and a
/// line without a port that has another key leaves other ports unknown. To be called before the user is authenticated.
/// - Parameter hosts: A list.
/// - Parameter session: A session that has exchanged keys.
/// - Parameter host: The host as the user named it.
/// - Parameter port: The port; -1 takes host for the whole name.
/// - Parameter out_entry: As with swiftssh_knownhost_checkp; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: As swiftssh_knownhost_checkp; SWIFTSSH_ERROR_BAD_USE before the handshake.
/// - Blocks: No.
@_cdecl("swiftssh_knownhost_check_session")
public func swiftssh_knownhost_check_session(
    _ hosts: swiftssh_knownhost?, _ session: swiftssh_session?, _ host: UnsafePointer<CChar>?, _ port: Int32,
    _ out_entry: UnsafeMutablePointer<swiftssh_knownhost_entry?>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        out_entry?.pointee = nil
        let hosts = try knownHosts(hosts)
        let verdict = try SwiftSSHABI.session(session).checkHostKey(
            in: hosts, host: text(host, "host"), port: knownHostPort(port))
        return tell(verdict, hosts, out_entry)
    }
}

/// Takes an entry out of its list; no file is touched. The entry itself is still to be freed.
/// - Parameter hosts: A list.
/// - Parameter entry: An entry of the list.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when it was deleted before or is another list's.
/// - Blocks: No.
/// - Source: libssh2_knownhost_del.
@_cdecl("swiftssh_knownhost_delete")
public func swiftssh_knownhost_delete(
    _ hosts: swiftssh_knownhost?, _ entry: swiftssh_knownhost_entry?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let hosts = try knownHosts(hosts)
        try hosts.delete(knownHost(entry, of: hosts))
    }
}

/// Goes from entry to entry. What is added meanwhile is seen, what is deleted meanwhile is not.
/// - Parameter hosts: A list.
/// - Parameter previous: An entry of the list, which may have been deleted; NULL for the first.
/// - Parameter out_entry: Receives the entry after it, which the caller frees with swiftssh_knownhost_entry_free; NULL at the end.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: 0 when there is an entry, 1 at the end; or a status.
/// - Blocks: No.
/// - Source: libssh2_knownhost_get.
@_cdecl("swiftssh_knownhost_get")
public func swiftssh_knownhost_get(
    _ hosts: swiftssh_knownhost?, _ previous: swiftssh_knownhost_entry?,
    _ out_entry: UnsafeMutablePointer<swiftssh_knownhost_entry?>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> Int64 {
    boundaryCount(error) { () throws(SSHError) in
        out_entry?.pointee = nil
        let hosts = try knownHosts(hosts)
        let out = try output(out_entry, "out_entry")
        let last = previous == nil ? nil : try knownHost(previous, of: hosts)
        guard let entry = hosts.entry(after: last) else { return 1 }
        out.pointee = HandleTable.shared.insert(KnownHostEntryObject(hosts, entry))
        return 0
    }
}
