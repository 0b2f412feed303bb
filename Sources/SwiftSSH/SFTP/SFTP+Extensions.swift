// What a server may offer beyond version 3. Each throws `methodNotSupported`, with the extension's name, where it does not.
extension SFTP {
    /// What is known of the file system that a path is on (`statvfs@openssh.com`).
    /// - Parameters:
    ///   - path: A file or directory on it.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    public func statVFS(_ path: RemotePath, timeout: Duration? = nil) throws(SSHError) -> SFTPStatVFS {
        try require(.statvfs, "look at the file system", path)
        return try statVFS(request(.statvfs(path), timeout), path)
    }

    /// Reads the reply to a question for a file system.
    func statVFS(_ reply: SFTPReply, _ path: RemotePath) throws(SSHError) -> SFTPStatVFS {
        if let answer = SFTPStatVFS(reply.content) { return answer }
        throw recorded(broken("what is known of a file system").located(phase: .sftp, path: path.description))
    }

    /// Gives a file a second name (`hardlink@openssh.com`).
    /// - Parameters:
    ///   - link: The new name.
    ///   - path: The file.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    public func makeHardLink(_ link: RemotePath, to path: RemotePath, timeout: Duration? = nil) throws(SSHError) {
        try check(link)
        try require(.hardlink, "make a hard link", path)
        _ = try request(.hardlink(path, at: link), timeout)
    }

    /// Sets attributes of a file; of a symbolic link itself (`lsetstat@openssh.com`).
    /// - Parameters:
    ///   - path: The file.
    ///   - attributes: What is to be set; what is nil stays as it is.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    public func setLinkAttributes(
        _ path: RemotePath, _ attributes: SFTPAttributes, timeout: Duration? = nil
    ) throws(SSHError) {
        try require(.lsetstat, "set the attributes", path)
        _ = try request(.lsetstat(path, attributes), timeout)
    }

    /// The absolute path of one that may begin with `~` or `~user` (`expand-path@openssh.com`).
    /// - Parameters:
    ///   - path: The path.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Returns: The absolute path.
    public func expandPath(_ path: RemotePath, timeout: Duration? = nil) throws(SSHError) -> RemotePath {
        try require(.expandPath, "expand the path", path)
        return try request(.expandPath(path), timeout).path
    }

    /// A user's home directory (`home-directory`).
    /// - Parameters:
    ///   - user: The user's name.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    public func homeDirectory(user: String, timeout: Duration? = nil) throws(SSHError) -> RemotePath {
        try require(.homeDirectory, "find the home directory")
        return try request(.homeDirectory(Array(user.utf8)), timeout).path
    }

    /// The names of users and groups by their numbers (`users-groups-by-id@openssh.com`).
    /// - Parameters:
    ///   - users: Numbers of users.
    ///   - groups: Numbers of groups; both together at most 16,384.
    ///   - timeout: The time for the server's answer; nil takes the session's.
    /// - Returns: The names in the order of the numbers; an empty one where there is no such user or group.
    public func names(
        users: [UInt32], groups: [UInt32], timeout: Duration? = nil
    ) throws(SSHError) -> (users: [[UInt8]], groups: [[UInt8]]) {
        try require(.usersGroupsByIdentifier, "look up users and groups")
        guard users.count + groups.count <= 16_384 else {
            throw recorded(SSHError(.invalidArgument, "more than 16,384 users and groups", phase: .sftp))
        }
        var reader = WireReader(try request(.usersGroups(users: users, groups: groups), timeout).content)
        guard let userNames = reader.strings(users.count), let groupNames = reader.strings(groups.count) else {
            throw recorded(broken("names of users and groups"))
        }
        return (userNames, groupNames)
    }

    /// Copies bytes from one file of the server's to another, without them coming here (`copy-data`).
    /// - Parameters:
    ///   - source: The file that is read, open for reading.
    ///   - offset: Where in it the bytes begin.
    ///   - count: How many; 0 copies up to its end.
    ///   - target: The file that is written, open for writing; with another server's handle nothing good comes of it.
    ///   - targetOffset: Where in it the bytes go.
    ///   - timeout: The time for all of it; nil takes the session's.
    public func copyData(
        from source: SFTPHandle, offset: UInt64 = 0, count: UInt64 = 0, to target: SFTPHandle, targetOffset: UInt64 = 0,
        timeout: Duration? = nil
    ) throws(SSHError) {
        try require(.copyData, "copy on the server", source.path)
        guard source.sftp === self, target.sftp === self else {
            throw recorded(SSHError(.invalidArgument, "the files belong to another SFTP session", phase: .sftp))
        }
        let copying = SFTPRequest.copyData(
            try source.identifier(), offset: offset, count: count, to: try target.identifier(),
            targetOffset: targetOffset)
        _ = try request(copying, path: source.path, timeout)
    }

    /// The server has broken the protocol within an extension; requests and replies still match.
    private func broken(_ what: String) -> SSHError {
        .sftp("the server's reply does not hold \(what)")
    }
}

extension WireReader {
    /// A `string` that holds so many strings; nil when it does not.
    fileprivate mutating func strings(_ count: Int) -> [[UInt8]]? {
        guard let list = stringSlice() else { return nil }
        var reader = WireReader(list)
        var strings: [[UInt8]] = []
        for _ in 0..<max(0, count) {
            guard let string = reader.string() else { return nil }
            strings.append(string)
        }
        return strings
    }
}
