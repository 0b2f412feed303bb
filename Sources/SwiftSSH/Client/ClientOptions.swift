/// How a client connects: whom it trusts, and by what it proves who its user is.
///
/// Credentials are tried in this order, as far as the server takes their kind: keys in memory, the keys of the agent, key files, the password, the answers to
/// the server's questions.
///
/// What is said here goes before what the ssh_config files say of the host, which are asked for everything else.
public struct ClientOptions: Sendable {
    /// The engine that the session runs on; nil takes ``EngineChoice/fromEnvironment``.
    public var engine: EngineChoice?
    /// Which ssh_config files say how the host is connected to.
    public var configuration = ConfigurationChoice.user
    /// Which host keys are accepted; nil takes what StrictHostKeyChecking says, known hosts where it does not say `accept-new` or `no`.
    public var hostKeys: HostKeyPolicy?
    /// Which authentication agent is asked for keys.
    public var agent = AgentChoice.configured
    /// Private keys in memory.
    public var keys: [ClientKey] = []
    /// The paths of private keys; nil takes those of IdentityFile that exist, and without it those of `~/.ssh/id_ed25519`, `id_ecdsa` and `id_rsa`, but none where there
    /// are ``keys``. A file of this user's that others may use (`mode & 077`) is refused, as OpenSSH refuses it.
    public var keyFiles: [String]?
    /// Gives the passphrase of an encrypted key file, by its path; nil for none. Asked only when the server has said that it takes the key, on the
    /// thread that connects; the time that it takes counts.
    public var passphrase: (@Sendable (_ path: String) throws(SSHError) -> [UInt8]?)?
    /// The user's password; also given in answer to a server that asks for it by keyboard-interactive in one hidden question. The options hold a copy, which is wiped when the
    /// last of them goes that have it.
    public var password: [UInt8]? {
        get { secretPassword.map { Array($0.readOnly) } }
        set { secretPassword = newValue.map { SecretBytes($0) } }
    }
    /// The same, not copied.
    package var secretPassword: SecretBytes?
    /// Gives one answer for each of the server's questions (RFC 4256), round by round, on a thread that is inside a call of the session: it
    /// must not call into that.
    public var answers: (@Sendable (KeyboardInteractiveRequest) throws(SSHError) -> [[UInt8]])?
    /// How many attempts the server is taken to allow (OpenSSH's MaxAuthTries, of which 6 is the default): keys are offered only as long as one is
    /// left for each of the other credentials.
    public var attempts = 6
    /// How old the server may be: which algorithms are offered.
    public var profile = AlgorithmProfile.compatible
    /// The algorithms to offer for a purpose, favourite first, where they are not to be the profile's.
    public var algorithms: [AlgorithmPurpose: [String]] = [:]
    /// Whether compression is offered; nil takes what Compression says, no where it says nothing.
    public var offersCompression: Bool?
    /// Who is told of what happens, beside those whom ``SessionLog/everySession`` and the environment name.
    public var log: SessionLog?
    /// Which agent is forwarded to what runs on the host (OpenSSH's ForwardAgent); none unless one is named. As long as the connection lasts, whoever controls
    /// the host can have that agent sign: log in elsewhere as the user.
    public var forwardedAgent = AgentChoice.none
    /// Which X display is forwarded to what runs on the host (OpenSSH's ForwardX11Trusted); none unless one is named. As long as the connection lasts, whoever
    /// controls the host can see and do whatever goes on at that display.
    public var forwardedDisplay = DisplayChoice.none
    /// How long nothing may come from the server before it is asked whether it still answers; nil takes ServerAliveInterval, 30 seconds where that is not said. Zero is never.
    public var keepalive: Duration?
    /// How many such times the server may leave that question unanswered, 1 at least: then the connection ends with `socketDisconnect` and ETIMEDOUT. nil takes
    /// ServerAliveCountMax, 3 where that is not said.
    public var keepaliveCount: Int?
    /// How often the server is tried at most, 1 at least, where it cannot be connected to, or drops the connection before it has said who it is, as one does
    /// that has too many at once; with a random wait in between that grows, within the time for all of it. nil takes ConnectionAttempts, 1 where that is not
    /// said; a fleet then tries a server that drops connections up to 6 times.
    public var connectionAttempts: Int?
    /// A client through which the connection goes: a jump host, which must be connected and stays in use as long as this one; nil takes the hosts of ProxyJump, or
    /// ProxyCommand.
    public var jumpHost: SSHClient?
    /// How attempts to connect are spread, and how many there are where nobody says it.
    var tries = ConnectionAttempts()
    /// The hosts whose ProxyJump has led to this one.
    var ledBy: [String] = []

    /// Makes the options of a careful client: known hosts only, the agent, and the user's own key files.
    public init() {}
}

/// Which authentication agent a client uses.
public enum AgentChoice: Sendable, Hashable {
    /// The one that IdentityAgent names, and where no ssh_config file says, that of the environment.
    case configured
    /// The one that the environment's `SSH_AUTH_SOCK` names; none where it names none or cannot be reached.
    case environment
    /// The one whose socket is at this path.
    case socket(String)
    /// None.
    case none
}

/// Which X display a client forwards.
public enum DisplayChoice: Sendable, Hashable {
    /// The one that the environment's `DISPLAY` names.
    case environment
    /// The one of this name, as in `DISPLAY`: `:0`, `host:0.1`, or the path of a socket.
    case named(String)
    /// None.
    case none
}
