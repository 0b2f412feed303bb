import Synchronization

/// A list of the hosts that a user knows and their keys: OpenSSH's known_hosts files, read, asked, changed and written.
///
/// Lines that are not understood, comments and empty lines name nobody, and are kept for ``writeFile(_:)`` as they were found.
/// Any thread may call any method; a call sees the list as it is when the call begins.
public final class KnownHosts: Sendable {
    /// A line of the list.
    struct Line {
        let id: Entry.ID
        let content: Content

        enum Content {
            case entry(Entry)
            case blank(ArraySlice<UInt8>)
            case notUnderstood(ArraySlice<UInt8>)
        }

        var entry: Entry? {
            guard case .entry(let entry) = content else { return nil }
            return entry
        }
    }

    private static let lastID = Atomic<UInt64>(0)

    private let lock = Lock()
    // Touched with the lock held. The numbers of the lines ascend.
    nonisolated(unsafe) private var storage: [Line] = []

    /// Makes a list that knows nobody.
    public init() {}

    // MARK: What is in it

    /// The lines as they are now, in their order.
    var lines: [Line] { lock.withLock { storage } }

    /// The lines that name hosts, in their order.
    public var entries: [Entry] { lines.compactMap(\.entry) }

    /// How many lines were not understood.
    public var notUnderstoodCount: Int {
        lines.count { line in
            if case .notUnderstood = line.content { true } else { false }
        }
    }

    /// The lines that name a host and are neither revoked nor an authority's, so that their types can be asked for in the key exchange.
    /// - Parameters:
    ///   - host: The host as the user named it.
    ///   - port: The port; nil takes `host` for the whole name.
    /// - Throws: `invalidArgument` for a name that no line can hold, `methodNotSupported` when libcrypto does not offer SHA-1.
    public func entries(host: String, port: UInt16? = nil) throws(SSHError) -> [Entry] {
        let matcher = try HostNameMatcher(HostNames(host: host, port: port))
        var found: [Entry] = []
        for case .entry(let entry) in lines.lazy.map(\.content) where entry.marker == .none {
            if try matcher.isNamed(by: entry.line) { found.append(entry) }
        }
        return found
    }

    /// Whether a host is known by an authority that signs certificates: only they are good then.
    /// - Throws: As ``entries(host:port:)``.
    func hasAuthority(host: String, port: UInt16?) throws(SSHError) -> Bool {
        let matcher = try HostNameMatcher(HostNames(host: host, port: port))
        for case .entry(let entry) in lines.lazy.map(\.content)
        where entry.marker == .certificateAuthority {
            if try matcher.isNamedWithOrWithoutPort(by: entry.line) { return true }
        }
        return false
    }

    /// The entry after another one.
    /// - Parameter previous: An entry, which may have been deleted; nil for the first of the list.
    /// - Returns: The entry; nil at the end.
    package func entry(after previous: Entry?) -> Entry? {
        lock.withLock {
            let start = previous.map { previous in firstIndex { $0 > previous.id } } ?? storage.startIndex
            return storage[start...].lazy.compactMap(\.entry).first
        }
    }

    /// Whether an entry is in the list.
    package func contains(_ entry: Entry) -> Bool {
        lock.withLock { index(of: entry) != nil }
    }

    // MARK: Changing it

    /// Puts lines at the end of the list.
    /// - Parameters:
    ///   - contents: Each line, taken apart, and as it was found.
    ///   - file: The file that they are the lines of, from the first on; nil for none.
    /// - Returns: The entries among them.
    @discardableResult
    func append(
        _ contents: [(content: KnownHostsLine.Content, verbatim: ArraySlice<UInt8>)], file: String? = nil,
        typemask: Int32? = nil
    ) -> [Entry] {
        lock.withLock {
            var entries: [Entry] = []
            for (index, line) in contents.enumerated() {
                let id = Entry.ID(number: Self.lastID.wrappingAdd(1, ordering: .relaxed).newValue)
                switch line.content {
                case .entry(let parsed):
                    let entry = Entry(
                        id: id, file: file, lineNumber: file == nil ? 0 : index + 1, typemask: typemask, line: parsed,
                        verbatim: line.verbatim)
                    entries.append(entry)
                    storage.append(Line(id: id, content: .entry(entry)))
                case .blank: storage.append(Line(id: id, content: .blank(line.verbatim)))
                case .notUnderstood: storage.append(Line(id: id, content: .notUnderstood(line.verbatim)))
                }
            }
            return entries
        }
    }

    /// Takes an entry out of the list; no file is touched.
    /// - Parameter entry: An entry of this list.
    /// - Throws: `invalidArgument` when it is not in the list, because it was deleted before or is another list's.
    public func delete(_ entry: Entry) throws(SSHError) {
        try lock.withLock { () throws(SSHError) in
            guard let index = index(of: entry) else { throw Self.notInTheList }
            storage.remove(at: index)
        }
    }

    static let notInTheList = SSHError(
        .invalidArgument, "the entry is not in the list: it was deleted before or is another list's", phase: .knownHosts
    )

    private func index(of entry: Entry) -> Int? {
        let index = firstIndex { $0 >= entry.id }
        return storage[checked: index]?.id == entry.id ? index : nil
    }

    /// The index of the first line whose number has reached some other; the lock is held.
    private func firstIndex(_ hasReached: (Entry.ID) -> Bool) -> Int {
        var low = storage.startIndex
        var high = storage.endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if hasReached(storage[middle].id) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
