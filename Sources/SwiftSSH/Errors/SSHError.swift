/// What went wrong, where, and what the server said of it.
///
/// Every throwing call of this module throws this one type. No secret (password, passphrase, key) is ever part of it.
public struct SSHError: Error, Sendable, Hashable {
    /// The number of the error; negative numbers down to -999 are libssh2's own.
    public var code: Code
    /// What was being done when it happened.
    public var phase: Phase?
    /// What went wrong and, where there is a remedy, what would help; one sentence or two, without the host and path.
    public var message: String
    /// The host that the session talks to, as the caller named it; nil where the session adopted a socket.
    public var host: String?
    /// The host's port, 1 to 65535; nil where there is no host, and where nobody has said the port yet.
    public var port: UInt16?
    /// The local or remote file that the error is about.
    public var path: String?
    /// The system's `errno`, 0 where the system was not asked.
    public var errno: Int32
    /// The SFTP status that the server sent (SSH_FX_*), nil outside SFTP.
    public var sftpStatus: UInt32?
    /// The server's own words, escaped: no control or bidirectional character of the server's reaches a terminal.
    public var serverText: String?
    /// The key that a host presented, where the error is about it.
    public var hostKey: HostKeyRefusal?
    /// What a remote command had written when the call failed; nil where no command was run.
    public var output: CommandOutput?

    /// By what a refused key would have signed, and what the server takes as far as it has said so; nil where that explains nothing.
    var signatures: String?

    /// Makes an error.
    /// - Parameters:
    ///   - code: The number of the error.
    ///   - message: What went wrong and what would help.
    ///   - phase: What was being done.
    ///   - host: The host, as the caller named it.
    ///   - port: The host's port; 0 counts as none.
    ///   - path: The file that the error is about.
    ///   - errno: The system's number, 0 for none.
    ///   - sftpStatus: The SFTP status, nil for none.
    ///   - serverText: What the server sent, already escaped.
    public init(
        _ code: Code, _ message: String, phase: Phase? = nil, host: String? = nil, port: UInt16? = nil,
        path: String? = nil, errno: Int32 = 0, sftpStatus: UInt32? = nil, serverText: String? = nil
    ) {
        self.code = code
        self.phase = phase
        self.message = message
        self.host = host
        self.port = port == 0 ? nil : port
        self.path = path
        self.errno = errno
        self.sftpStatus = sftpStatus
        self.serverText = serverText
    }

    /// The call would have had to wait, and the session is in non-blocking mode: call again when the socket is ready.
    static let wouldBlock = SSHError(.again, "the call would block; call it again when the socket is ready")

    /// The same error with phase, host and path filled in where they were missing, and with the port of that host.
    package func located(
        phase: Phase?, host: String? = nil, port: UInt16? = nil, path: String? = nil
    ) -> SSHError {
        var located = self
        located.phase = self.phase ?? phase
        located.host = self.host ?? host
        if located.host == host { located.port = self.port ?? port }
        located.path = self.path ?? path
        return located
    }
}

extension SSHError: CustomStringConvertible {
    /// One line: phase, host with its port where that is not 22, path, the message, the server's text, the code's name and number.
    public var description: String {
        var text = ""
        if let phase { text += "\(phase.rawValue): " }
        if let host { text += "\(place(host)): " }
        if let path { text += "\(path): " }
        text += message
        if let serverText, !serverText.isEmpty { text += " (the server says: \(serverText))" }
        if let sftpStatus { text += " [SFTP status \(sftpStatus)]" }
        return text + " [\(code) \(code.rawValue)]"
    }

    private func place(_ host: String) -> String {
        guard let port, port != 22 else { return host }
        return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
