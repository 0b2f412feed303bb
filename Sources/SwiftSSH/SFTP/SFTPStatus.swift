/// What a server says that came of a request (SSH_FX_*). Numbers that this version does not know are kept as they are.
public struct SFTPStatus: RawRepresentable, Sendable, Hashable {
    /// The number.
    public let rawValue: UInt32

    /// Makes a status of its number, known or not.
    /// - Parameter rawValue: The number.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// It was done.
    public static let ok = SFTPStatus(rawValue: 0)
    /// The end of the file or of the listing.
    public static let endOfFile = SFTPStatus(rawValue: 1)
    /// There is no such file.
    public static let noSuchFile = SFTPStatus(rawValue: 2)
    /// The user may not do that.
    public static let permissionDenied = SFTPStatus(rawValue: 3)
    /// It failed, for a reason that has no number of its own: in version 3 most have none.
    public static let failure = SFTPStatus(rawValue: 4)
    /// The server could not read the request.
    public static let badMessage = SFTPStatus(rawValue: 5)
    /// There is no connection.
    public static let noConnection = SFTPStatus(rawValue: 6)
    /// The connection was lost.
    public static let connectionLost = SFTPStatus(rawValue: 7)
    /// The server cannot do that.
    public static let operationUnsupported = SFTPStatus(rawValue: 8)
}

extension SFTPStatus: CustomStringConvertible {
    private static let meanings: [UInt32: String] = [
        0: "done", 1: "end of file", 2: "no such file", 3: "permission denied", 4: "failure", 5: "bad message",
        6: "no connection", 7: "connection lost", 8: "the server does not support it", 9: "invalid handle",
        10: "no such path", 11: "it exists already", 12: "write protected", 13: "no media", 14: "no space is left",
        15: "the quota is exceeded", 16: "unknown user or group", 17: "it is locked", 18: "the directory is not empty",
        19: "not a directory", 20: "invalid name", 21: "too many symbolic links",
    ]

    /// What the number means, in words.
    public var description: String { Self.meanings[rawValue] ?? "unknown status" }
}

extension SSHError {
    /// The server has broken the protocol: that SFTP session is over.
    /// - Parameters:
    ///   - message: What was wrong.
    ///   - text: What the server sent.
    static func sftp(_ message: String, _ text: [UInt8]? = nil) -> SSHError {
        SSHError(
            .sftpProtocol, message, phase: .sftp, serverText: text.flatMap { $0.isEmpty ? nil : String(escaping: $0) })
    }

    /// The error of a status that is not success.
    /// - Parameters:
    ///   - status: The status.
    ///   - text: The server's words.
    ///   - doing: What could not be done, in words.
    ///   - path: The path that it is about.
    static func sftp(_ status: SFTPStatus, _ text: [UInt8], _ doing: String, _ path: RemotePath?) -> SSHError {
        SSHError(
            .sftpProtocol, "cannot \(doing): \(status)", phase: .sftp, path: path?.description,
            sftpStatus: status.rawValue, serverText: text.isEmpty ? nil : String(escaping: text))
    }
}
