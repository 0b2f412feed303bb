/// How a file is opened (SSH_FXF_*); the numbers are libssh2's LIBSSH2_FXF_*.
public struct SFTPOpenFlags: OptionSet, Sendable, Hashable {
    /// The bits as the protocol has them.
    public let rawValue: UInt32

    /// Makes a set of its bits, known or not.
    /// - Parameter rawValue: The bits.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// For reading.
    public static let read = SFTPOpenFlags(rawValue: 1)
    /// For writing.
    public static let write = SFTPOpenFlags(rawValue: 2)
    /// What is written goes to the end of the file, whatever the position.
    public static let append = SFTPOpenFlags(rawValue: 4)
    /// A file that is not there is made.
    public static let create = SFTPOpenFlags(rawValue: 8)
    /// A file that is there is emptied.
    public static let truncate = SFTPOpenFlags(rawValue: 16)
    /// With ``create``: a file that is there is an error.
    public static let exclusive = SFTPOpenFlags(rawValue: 32)
}

/// How a file is renamed (SSH_FXF_RENAME_*); the numbers are libssh2's LIBSSH2_SFTP_RENAME_*.
public struct SFTPRenameFlags: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt32

    /// Makes a set of its bits, known or not.
    /// - Parameter rawValue: The bits.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// A file that has the new name is replaced.
    public static let overwrite = SFTPRenameFlags(rawValue: 1)
    /// No other sees a state between.
    public static let atomic = SFTPRenameFlags(rawValue: 2)
    /// The server may do it in its own way.
    public static let native = SFTPRenameFlags(rawValue: 4)
}
