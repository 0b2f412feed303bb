/// How a host is to be connected to, as ssh_config files say it: HostName, Port, User and so on, with tokens and home directories replaced.
///
/// What files do not say is what OpenSSH does without them; nil where that is for the client to say.
public struct HostConfiguration: Sendable, Hashable {
    /// The host as the caller named it.
    public var name: String
    /// HostName: the name or address that is connected to, in small letters.
    public var hostName: String
    /// Port.
    public var port: UInt16 = 22
    /// User: the user's name on the server; empty where this process's user has none.
    public var user: String
    /// AddressFamily: which kind of address the host is reached by.
    public var addressFamily = AddressFamily.any
    /// BindAddress: the address of this machine that is connected from; nil for whichever the system takes.
    public var bindAddress: String?
    /// ProxyJump: the hosts to go through, the first to be connected to first.
    public var proxyJump: [JumpHop] = []
    /// ProxyCommand: a command whose standard input and output are the connection; nil for none.
    public var proxyCommand: String?
    /// ConnectTimeout: how long an attempt to connect may take, the key exchange included; zero for no limit, nil where no file says.
    public var connectTimeout: Duration?
    /// ConnectionAttempts: how often connecting is tried.
    public var connectionAttempts = 1
    /// TCPKeepAlive: whether the system looks whether the server is still there.
    public var tcpKeepAlive = true
    /// ServerAliveInterval: after what time of silence the server is asked whether it is still there; zero for never, nil where no file says.
    public var serverAliveInterval: Duration?
    /// ServerAliveCountMax: how many such times it may leave that unanswered.
    public var serverAliveCountMax = 3

    /// StrictHostKeyChecking: whether the key of a host that no file names is accepted.
    public var strictHostKeyChecking = StrictHostKeyChecking.ask
    /// UserKnownHostsFile; nil where no file says.
    public var userKnownHostsFiles: [String]?
    /// GlobalKnownHostsFile; nil where no file says.
    public var globalKnownHostsFiles: [String]?
    /// HostKeyAlias: the name by which the host's key is looked up, in small letters; nil for its own.
    public var hostKeyAlias: String?
    /// RevokedHostKeys: the path of a file of keys that no host may have; nil for none.
    public var revokedHostKeys: String?
    /// HashKnownHosts: whether the names of hosts that are added are hidden.
    public var hashKnownHosts = false

    /// PubkeyAuthentication: whether keys are offered.
    public var pubkeyAuthentication = true
    /// PreferredAuthentications: the methods to try; nil where no file says.
    public var preferredAuthentications: [String]?
    /// IdentityFile: the paths of private keys, which need not exist; nil where no file says.
    public var identityFiles: [String]?
    /// IdentitiesOnly: whether the agent is asked for none but these keys.
    public var identitiesOnly = false
    /// IdentityAgent, ``AgentChoice/configured`` where no file says.
    public var identityAgent = AgentChoice.configured
    /// CertificateFile: the paths of certificates of keys.
    public var certificateFiles: [String] = []
    /// NumberOfPasswordPrompts, which is for who asks for passwords.
    public var numberOfPasswordPrompts = 3

    /// Compression: whether it is offered; nil where no file says.
    public var compression: Bool?
    /// Ciphers; nil where no file says.
    public var ciphers: AlgorithmList?
    /// MACs; nil where no file says.
    public var macs: AlgorithmList?
    /// KexAlgorithms; nil where no file says.
    public var kexAlgorithms: AlgorithmList?
    /// HostKeyAlgorithms; nil where no file says.
    public var hostKeyAlgorithms: AlgorithmList?
    /// PubkeyAcceptedAlgorithms; nil where no file says.
    public var pubkeyAcceptedAlgorithms: AlgorithmList?

    /// Which kind of address a host is reached by.
    public enum AddressFamily: String, Sendable, Hashable {
        /// Either.
        case any
        /// IPv4.
        case inet
        /// IPv6.
        case inet6
    }

    /// What StrictHostKeyChecking says, by the names that `ssh -G` has for it.
    public enum StrictHostKeyChecking: String, Sendable, Hashable {
        /// `yes`: known hosts only.
        case yes = "true"
        /// `ask`: whoever sits before OpenSSH is asked; a client takes known hosts only.
        case ask
        /// `accept-new`: the keys of new hosts are accepted and written down.
        case acceptNew = "accept-new"
        /// `no` and `off`: OpenSSH also connects to hosts whose key has changed; a client takes it as `accept-new`.
        case no = "false"
    }

    /// Reads how a host is to be connected to.
    /// - Parameters:
    ///   - host: The host as a user names it, which may be an alias.
    ///   - port: The port, where it is not for the files to say.
    ///   - user: The user's name on the server, where it is not for the files to say.
    ///   - files: Which files are read.
    ///   - timeout: The time that commands of `Match exec` may take; nil is no limit.
    /// - Throws: `file` with path and errno for a file that cannot be read, does not belong to its user, or has a line that is not understood, which the message names; `timeout`,
    ///   `interrupted`; `methodNotSupported` for the token `%C` when libcrypto does not offer SHA-1.
    public init(
        of host: String, port: UInt16? = nil, user: String? = nil, files: ConfigurationChoice = .user,
        timeout: Duration? = nil
    ) throws(SSHError) {
        try self.init(
            of: host, port: port, user: user, files: files, system: .current(Deadline(after: timeout)))
    }
}

/// Which ssh_config files a client reads.
public enum ConfigurationChoice: Sendable, Hashable {
    /// The user's, `~/.ssh/config`, and after it the system's, `/etc/ssh/ssh_config`, as far as they exist. Nobody but its owner may be able to write to the user's.
    case user
    /// These, which must exist.
    case files([String])
    /// None.
    case none
}
