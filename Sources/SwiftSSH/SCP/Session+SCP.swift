extension Session {
    /// Has the server send a file by SCP (`libssh2_scp_recv2`).
    ///
    /// The channel reads the file's bytes and then its end. A file that the server could not send whole, or not read, never ends: the
    /// read throws `scpProtocol` instead. Only the file that was asked for is accepted. The channel is closed by its user.
    /// - Parameters:
    ///   - path: The remote path; relative ones begin at the user's home. No shell looks into it: `~` and `*` are themselves.
    ///   - timeout: The time until the file's bytes come; nil takes the session's.
    /// - Returns: The channel, and what the server says of the file.
    /// - Throws: `scpProtocol` with the server's words when it has no such file, or what it sent when it is not what was asked for;
    ///   `invalidArgument` before authentication and for a path that is empty or holds a NUL; `channelFailure`, `channelRequestDenied`,
    ///   `timeout`, and `again` in non-blocking mode.
    public func scpReceive(
        path: String, timeout: Duration? = nil
    ) throws(SSHError) -> (channel: Channel, information: SCPFileInformation) {
        try scp("receive", path, [path], RemoteCommand.scpSource(path), timeout) { () throws(SSHError) in
            SCPSourceGreeting(path: path)
        } framing: {
            SCPReceiving(path: path, size: $0.size)
        }
    }

    /// Has the server take a file by SCP (`libssh2_scp_send64`).
    ///
    /// The file's bytes are written to the channel, exactly `size` of them. Whether the server has kept them is known at
    /// ``Channel/waitEOF(timeout:)`` after ``Channel/sendEOF(timeout:)``, or at ``Channel/close(timeout:)``: they throw `scpProtocol` when it has not.
    /// - Parameters:
    ///   - path: The remote path, as in ``scpReceive(path:timeout:)``; in a directory that is named, the file gets the directory's own name.
    ///   - mode: The permission bits, for example 0o644; without times the server's umask takes some away.
    ///   - size: The number of bytes, at most 2^63 - 1.
    ///   - modificationTime: When the file was last written: seconds since 1970. Both times 0 leave them to the server.
    ///   - accessTime: When the file was last read: seconds since 1970.
    ///   - timeout: The time until bytes can be written; nil takes the session's.
    /// - Returns: The channel.
    /// - Throws: As ``scpReceive(path:timeout:)``; `invalidArgument` also for a path whose end is no file's name.
    public func scpSend(
        path: String, mode: UInt32, size: UInt64, modificationTime: Int64 = 0, accessTime: Int64 = 0,
        timeout: Duration? = nil
    ) throws(SSHError) -> Channel {
        let name = SCPLine.name(ofPath: Array(path.utf8))
        let keepsTimes = modificationTime != 0 || accessTime != 0
        var lines = [SCPLine.file(mode: mode, size: size, name: name)]
        if keepsTimes { lines.insert(SCPLine.times(modified: modificationTime, accessed: accessTime), at: 0) }
        let detail = lines.map { String(decoding: $0, as: UTF8.self) }
        let command = RemoteCommand.scpSink(path, keepsTimes: keepsTimes)
        return try scp("send", path, [path] + detail, command, timeout) { () throws(SSHError) in
            guard Int64(exactly: size) != nil else {
                throw SSHError(.invalidArgument, "the file is too large", phase: .scp, path: path)
            }
            guard !name.isEmpty, !["/.", "/.."].contains(where: ("/" + path).hasSuffix) else {
                throw SSHError(.invalidArgument, "the path does not end in a file's name", phase: .scp, path: path)
            }
            return SCPSinkGreeting(path: path, lines: lines)
        } framing: { (_: Void) in
            SCPSending(path: path, size: Int64(clamping: size))
        }.channel
    }

    private func scp<Greeting: SCPGreeting>(
        _ name: String, _ path: String, _ detail: [String], _ command: RemoteCommand, _ timeout: Duration?,
        greeting: () throws(SSHError) -> Greeting, framing: @escaping (Greeting.Value) -> any ChannelFraming
    ) throws(SSHError) -> (channel: Channel, information: Greeting.Value) {
        try state.recording { () throws(SSHError) in
            do throws(SSHError) {
                guard !path.isEmpty, !path.utf8.contains(0) else {
                    throw SSHError(.invalidArgument, "the path is empty or holds a NUL", phase: .scp)
                }
                var talk = SCPTalk(try greeting())
                let (queues, value) = try connection.converse(
                    Connection.Call(.scp, timeout),
                    OperationKey(name: "scp " + name, detail: detail),
                    check: { () throws(SSHError) in try requireAuthentication() },
                    requests: [.startup(type: "exec", message: command.bytes)],
                    talk: { (queues: ChannelQueues) throws(SSHError) -> Progress<Greeting.Value> in
                        try talk.advance(queues).map { value in
                            queues.framing = framing(value)
                            // A file of no bytes has been written already.
                            _ = try? queues.hasFinishedWriting()
                            return value
                        }
                    })
                return (Channel(self, queues), value)
            } catch {
                throw error.located(phase: .scp, path: path)
            }
        }
    }
}
