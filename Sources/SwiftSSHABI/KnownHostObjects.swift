internal import SwiftSSH

/// What swiftssh_knownhost_entry is a handle of.
final class KnownHostEntryObject: Sendable {
    /// The list that the entry is or was of.
    let hosts: KnownHosts
    /// The entry.
    let entry: KnownHosts.Entry
    /// Its texts, as far as they were asked for.
    let texts = Texts()

    /// Keeps an entry for C.
    init(_ hosts: KnownHosts, _ entry: KnownHosts.Entry) {
        self.hosts = hosts
        self.entry = entry
    }
}

/// The list behind a handle.
func knownHosts(_ handle: swiftssh_knownhost?) throws(SSHError) -> KnownHosts {
    try HandleTable.shared.object(handle, KnownHosts.self)
}

/// The entry behind a handle.
func knownHost(_ handle: swiftssh_knownhost_entry?) throws(SSHError) -> KnownHostEntryObject {
    try HandleTable.shared.object(handle, KnownHostEntryObject.self)
}

/// The entry behind a handle, which is to be of a list.
/// - Throws: `invalidHandle` for a bad handle, `invalidArgument` for one of another list.
func knownHost(_ handle: swiftssh_knownhost_entry?, of hosts: KnownHosts) throws(SSHError) -> KnownHosts.Entry {
    let object = try knownHost(handle)
    guard object.hosts === hosts else {
        throw SSHError(.invalidArgument, "the entry is another list's", phase: .knownHosts)
    }
    return object.entry
}

/// A port that C handed in: -1 for none.
/// - Throws: `invalidArgument` when it is no port.
func knownHostPort(_ port: Int32) throws(SSHError) -> UInt16? {
    if port == -1 { return nil }
    guard let port = UInt16(exactly: port) else {
        throw SSHError(.invalidArgument, "the port is not in 0 to 65535, and not -1", phase: .knownHosts)
    }
    return port
}

/// Refuses all forms of files but OpenSSH's.
func requireKnownHostForm(_ type: Int32) throws(SSHError) {
    guard type == SWIFTSSH_KNOWNHOST_FILE_OPENSSH else {
        throw SSHError(
            .methodNotSupported, "the form of the file is not SWIFTSSH_KNOWNHOST_FILE_OPENSSH", phase: .knownHosts)
    }
}

/// Tells a verdict by its number, and hands out the line that it rests on where there is one.
func tell(
    _ verdict: KnownHosts.Verdict, _ hosts: KnownHosts, _ out: UnsafeMutablePointer<swiftssh_knownhost_entry?>?
) -> Int64 {
    let (number, entry): (Int32, KnownHosts.Entry?) =
        switch verdict {
        case .match(let entry): (SWIFTSSH_KNOWNHOST_CHECK_MATCH, entry)
        case .mismatch(let entries): (SWIFTSSH_KNOWNHOST_CHECK_MISMATCH, entries.first)
        case .notFound: (SWIFTSSH_KNOWNHOST_CHECK_NOTFOUND, nil)
        case .revoked(let entry): (SWIFTSSH_KNOWNHOST_CHECK_REVOKED, entry)
        }
    if let out, let entry { out.pointee = HandleTable.shared.insert(KnownHostEntryObject(hosts, entry)) }
    return Int64(truncatingIfNeeded: number)
}
