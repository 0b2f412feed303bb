extension KnownHosts {
    /// Reads one line as a known_hosts file has it, and puts it at the end of the list.
    /// - Parameter line: The line, with or without its end.
    /// - Returns: The entry; nil for a comment and an empty line, which are kept for ``writeFile(_:)``.
    /// - Throws: `knownHosts` when it is not understood, or more than one line; nothing is added then.
    @discardableResult
    public func readLine(_ line: String) throws(SSHError) -> Entry? {
        try readLine(Array(line.utf8))
    }

    /// The same for bytes, which need not be UTF-8.
    /// - Parameter line: The line, with or without its end.
    /// - Returns: The entry; nil for a comment and an empty line, which are kept for ``writeFile(_:)``.
    /// - Throws: `knownHosts` when it is not understood, or more than one line; nothing is added then.
    @discardableResult
    public func readLine(_ line: [UInt8]) throws(SSHError) -> Entry? {
        let text = line.last == 0x0A ? line.dropLast() : line[...]
        guard !text.contains(0x0A) else {
            throw SSHError(.knownHosts, "these are several lines", phase: .knownHosts)
        }
        let content = KnownHostsLine.parse(text)
        if case .notUnderstood(let reason) = content {
            throw SSHError(.knownHosts, "the line is not understood: \(reason)", phase: .knownHosts)
        }
        return append([(content, text)]).first
    }

    /// An entry as a line of a known_hosts file.
    /// - Parameter entry: An entry of this list.
    /// - Returns: The line as it was found, without a carriage return, and a line feed.
    /// - Throws: `invalidArgument` when the entry is not in the list.
    public func writeLine(_ entry: Entry) throws(SSHError) -> [UInt8] {
        guard contains(entry) else { throw Self.notInTheList }
        return entry.line.bytes + [0x0A]
    }
}
