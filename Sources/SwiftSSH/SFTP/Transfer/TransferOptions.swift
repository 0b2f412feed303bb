/// How files are copied.
public struct TransferOptions: Sendable, Hashable {
    /// What becomes of symbolic links in a directory that is copied with all that is in it.
    public enum SymbolicLinks: Int32, Sendable, Hashable {
        /// A link is copied as a link. From a server only one that cannot lead out of the directory that is copied.
        case keep = 0
        /// What a link points to is copied in its place; a link to a directory that the link is in is refused.
        case follow = 1
        /// A link is left out.
        case skip = 2
    }

    /// Whether a directory is copied with all that is in it; else a directory is an error.
    public var isRecursive: Bool
    /// Whether files that are there already with the same size and time are left as they are, and parts that an earlier transfer has left
    /// are gone on from, after their last bytes have been compared.
    public var resumes: Bool
    /// Whether the files' own names are written to from the beginning on. Else a file has the name `NAME.swiftssh.part` until it is whole, so that
    /// one that was there before stays as it is until it is replaced at once.
    public var writesInPlace: Bool
    /// Whether permission bits are kept; else what is made gets those of new files.
    public var keepsPermissions: Bool
    /// Whether the times of the last use are kept.
    public var keepsTimes: Bool
    /// What becomes of symbolic links in directories.
    public var symbolicLinks: SymbolicLinks
    /// How many files are under way at a time, 1 to 1024.
    public var filesAtOnce: Int

    /// Makes options.
    /// - Parameters:
    ///   - isRecursive: Whether a directory is copied with all that is in it.
    ///   - resumes: Whether what is there already is gone on from.
    ///   - writesInPlace: Whether the files' own names are written to from the beginning on.
    ///   - keepsPermissions: Whether permission bits are kept.
    ///   - keepsTimes: Whether the times of the last use are kept.
    ///   - symbolicLinks: What becomes of symbolic links in directories.
    ///   - filesAtOnce: How many files are under way at a time; what is beyond 1 to 1024 counts as the bound.
    public init(
        isRecursive: Bool = false, resumes: Bool = false, writesInPlace: Bool = false, keepsPermissions: Bool = true,
        keepsTimes: Bool = true, symbolicLinks: SymbolicLinks = .keep, filesAtOnce: Int = 64
    ) {
        self.isRecursive = isRecursive
        self.resumes = resumes
        self.writesInPlace = writesInPlace
        self.keepsPermissions = keepsPermissions
        self.keepsTimes = keepsTimes
        self.symbolicLinks = symbolicLinks
        self.filesAtOnce = min(max(filesAtOnce, 1), 1024)
    }
}

/// How far a transfer has come.
public struct TransferProgress: Sendable, Hashable {
    /// The bytes that have been copied, those of a part that was gone on from included.
    public var bytes: UInt64
    /// The bytes of all files that are known of so far; while directories are still being listed it grows.
    public var total: UInt64
    /// The file on the server that was copied from or to last.
    public var name: RemotePath
}

/// What a transfer has done.
public struct TransferReport: Sendable, Hashable {
    /// How many files were copied whole.
    public var files = 0
    /// How many files were there already.
    public var unchangedFiles = 0
    /// How many directories were copied, or were there already.
    public var directories = 0
    /// How many symbolic links were made.
    public var symbolicLinks = 0
    /// How many bytes of files were copied by this transfer.
    public var bytes: UInt64 = 0
    /// What could not be copied, and why: each has the path. Of more than 10,000 the last one says how many more there were.
    public var problems: [SSHError] = []
}
