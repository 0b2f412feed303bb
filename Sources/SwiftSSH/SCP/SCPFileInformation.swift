/// What an SCP server says of the file that it sends.
public struct SCPFileInformation: Sendable, Hashable {
    /// The file's size in bytes, 0 or more.
    public var size: Int64
    /// The permission bits, for example 0o644, with the set-ID and sticky bits.
    public var mode: UInt32
    /// When the file was last written: seconds since 1970; 0 where the server does not say.
    public var modificationTime: Int64
    /// When the file was last read: seconds since 1970; 0 where the server does not say.
    public var accessTime: Int64
}
