import Glibc

extension KnownHosts {
    /// What a file was found to hold.
    public struct Reading: Sendable, Hashable {
        /// How many lines name hosts.
        public let entryCount: Int
        /// The lines that were not understood and so have no effect.
        public let notUnderstood: [Remark]
    }

    /// A line that was not understood.
    public struct Remark: Sendable, Hashable {
        /// Its number, the first being 1.
        public let lineNumber: Int
        /// What is wrong with it.
        public let reason: String
    }

    /// Reads a known_hosts file and puts its lines at the end of the list. Lines may end in CR LF, and the last in nothing.
    /// - Parameter path: A regular file, or `/dev/null`, of at most 256 MiB and two million lines.
    /// - Returns: How many hosts it names, and which lines were not understood.
    /// - Throws: `file` with errno and path when it is missing, may not be read, is a directory, a pipe or too large; nothing is added then.
    @discardableResult
    public func readFile(_ path: String) throws(SSHError) -> Reading {
        let file = try KnownHostsFile(path)
        let bytes = try file.read()
        var contents: [(content: KnownHostsLine.Content, verbatim: ArraySlice<UInt8>)] = []
        var remarks: [Remark] = []
        var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        while !rest.isEmpty {
            let end = Self.endOfLine(rest)
            let line = rest[..<end]
            rest = rest[end...].dropFirst()
            guard contents.count < KnownHostsFile.maximumLineCount else {
                throw file.failure("has too many lines", EFBIG)
            }
            let content = KnownHostsLine.parse(line)
            contents.append((content, line))
            if case .notUnderstood(let reason) = content {
                remarks.append(Remark(lineNumber: contents.count, reason: reason))
            }
        }
        return Reading(entryCount: append(contents, file: path).count, notUnderstood: remarks)
    }

    private static func endOfLine(_ text: ArraySlice<UInt8>) -> Int {
        text.withUnsafeBytes { memory in
            guard let start = memory.baseAddress, let found = memchr(start, 0x0A, memory.count) else {
                return text.endIndex
            }
            return text.startIndex + (UnsafeRawPointer(found) - start)
        }
    }

    /// Writes the whole list in place of a file: every line as it was found, those of several files one after the other.
    ///
    /// The file is replaced at once: whoever reads it sees the old or the new one. A symbolic link stays, and what it leads to is
    /// replaced. What others have added to the file since it was read is lost: use ``append(_:to:)`` to add.
    /// - Parameter path: A regular file or none; a new one has the mode 0600, an old one's rights for others to read are kept.
    /// - Throws: `file` with errno and path, and the old file is then as it was; `timeout` when another process keeps it locked for ten seconds.
    public func writeFile(_ path: String) throws(SSHError) {
        var text: [UInt8] = []
        for line in lines {
            switch line.content {
            case .entry(let entry): text += entry.verbatim
            case .blank(let bytes), .notUnderstood(let bytes): text += bytes
            }
            text.append(0x0A)
        }
        try KnownHostsFile(path).replace(with: text)
    }

    /// Adds one line to a file, which others may read and add to at the same time.
    /// - Parameters:
    ///   - entry: An entry of this list; the list is not changed.
    ///   - path: A regular file; it is made with the mode 0600 when there is none.
    /// - Throws: `invalidArgument` when the entry is not in the list, `file` with errno and path, `timeout` when another process keeps the
    ///   file locked for ten seconds.
    public func append(_ entry: Entry, to path: String) throws(SSHError) {
        try append(entry, to: path) { true }
    }

    /// The same, if it is still wanted when nobody else can add to the file.
    func append(_ entry: Entry, to path: String, if isWanted: () throws(SSHError) -> Bool) throws(SSHError) {
        try KnownHostsFile(path).append(try writeLine(entry), if: isWanted)
    }
}
