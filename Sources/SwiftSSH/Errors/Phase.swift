extension SSHError {
    /// What a session was doing when an error happened.
    public enum Phase: String, Sendable, Hashable, CaseIterable {
        /// Reading how to connect from ssh_config files.
        case configuration = "configuration"
        /// Looking up the host's addresses.
        case resolving = "resolving"
        /// Making the connection to the server, or to the authentication agent.
        case connecting = "connecting"
        /// Exchanging identification lines (RFC 4253, 4.2).
        case identification = "identification"
        /// Agreeing on algorithms and keys (RFC 4253, 7 and 8).
        case keyExchange = "key exchange"
        /// Reading a key file or a key in memory.
        case keyFile = "key file"
        /// Talking with the authentication agent (RFC 9987).
        case agent = "agent"
        /// Verifying the key that the host presented.
        case hostKey = "host key"
        /// Authenticating the user (RFC 4252).
        case authenticating = "authenticating"
        /// Opening, using or closing a channel (RFC 4254).
        case channel = "channel"
        /// Copying a file by SCP.
        case scp = "SCP"
        /// Talking with the SFTP subsystem.
        case sftp = "SFTP"
        /// Talking with the publickey subsystem (RFC 4819).
        case publicKeySubsystem = "publickey subsystem"
        /// Running a remote command.
        case command = "command"
        /// Carrying connections to or from the server's side.
        case forwarding = "forwarding"
        /// A request that concerns the whole connection (RFC 4254, 4).
        case globalRequest = "global request"
        /// Saying goodbye.
        case disconnecting = "disconnecting"
        /// Reading, writing or asking a list of known hosts.
        case knownHosts = "known hosts"
        /// Anything else done with a session.
        case session = "session"
    }
}
