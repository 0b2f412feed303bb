/// Which host keys a client accepts. Whatever goes wrong while a key is checked means that it is refused.
public enum HostKeyPolicy: Sendable {
    /// The keys that known_hosts files list for the host. A file that does not exist lists none; one that cannot be read refuses all. Without files those of UserKnownHostsFile
    /// and GlobalKnownHostsFile are taken, and where no ssh_config file says, ``userFiles``.
    case strict(files: [String]? = nil)
    /// The keys that a list holds for the host.
    case listed(KnownHosts)
    /// As ``strict(files:)``, but the key of a host that no line names is accepted and written to the first of the files, one line.
    case acceptNew(files: [String]? = nil)
    /// The one key of this SHA-256 fingerprint, as `ssh-keygen -l` shows it: `SHA256:` and base64.
    case fingerprint(String)
    /// The keys for which the closure returns true. It is called on the thread that connects and may take its time, which counts.
    case callback(@Sendable (PresentedHostKey) throws(SSHError) -> Bool)
    /// Every key: whoever is on the way to the server can read and change everything, passwords included.
    case insecureAcceptAnything

    /// The known_hosts files of this user and this machine: `~/.ssh/known_hosts` and `/etc/ssh/ssh_known_hosts`.
    public static var userFiles: [String] { usersOwnFiles + systemFiles }

    /// Those of this user.
    static var usersOwnFiles: [String] { [UserAccount.settings("known_hosts")].compactMap { $0 } }

    /// Those of this machine.
    static var systemFiles: [String] { ["/etc/ssh/ssh_known_hosts"] }
}

/// A host key that somebody is asked about.
public struct PresentedHostKey: Sendable, Hashable {
    /// The name or address that is connected to.
    public let host: String
    /// The port.
    public let port: UInt16
    /// The key, which the server has proved to own.
    public let key: HostKey

    /// The name of the key's type, escaped.
    public var escapedType: String { String(escaping: key.type.utf8, limit: 64) }
}
