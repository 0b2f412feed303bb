extension KnownHosts {
    /// A line that names hosts and their key. It stays what it is when it is deleted from the list; two are equal when they are the same line.
    public struct Entry: Sendable, Identifiable {
        /// Which line it is: no other entry of this process has the same.
        public struct ID: Sendable, Hashable, Comparable {
            let number: UInt64

            /// Whether a line was added to its list before another.
            public static func < (left: ID, right: ID) -> Bool { left.number < right.number }
        }

        /// The word before the names.
        public enum Marker: Int32, Sendable, Hashable {
            /// No word: the key is the hosts' own.
            case none = 0
            /// `@cert-authority`: the key signs the certificates of hosts, and is no host's own.
            case certificateAuthority = 1
            /// `@revoked`: the key must not be accepted.
            case revoked = 2

            init?(word: ArraySlice<UInt8>) {
                if word.elementsEqual("@revoked".utf8) {
                    self = .revoked
                } else if word.elementsEqual("@cert-authority".utf8) {
                    self = .certificateAuthority
                } else {
                    return nil
                }
            }
        }

        /// Which line it is.
        public let id: ID
        /// The file that the line is from, as the caller named it; nil when it is from none.
        public let file: String?
        /// The number of the line in that file, the first being 1; 0 when it is from none.
        public let lineNumber: Int
        /// The number that the C interface was given with the entry; nil when the line says it all.
        let typemask: Int32?
        let line: KnownHostsLine
        /// The line as it was found, with what ends it except the line feed.
        let verbatim: ArraySlice<UInt8>
    }
}

extension KnownHosts.Entry {
    /// The word before the names.
    public var marker: Marker { line.marker }

    /// The names and patterns as the line has them, with commas between; nil when they are hashed.
    public var names: String? { isHashed ? nil : String(decoding: line.names, as: UTF8.self) }

    /// Whether the name is hashed.
    public var isHashed: Bool { line.hashedName != nil }

    /// The bytes of the names as the line has them; nil when they are hashed.
    package var nameBytes: [UInt8]? { isHashed ? nil : Array(line.names) }

    /// What a hashed name was hashed with, 20 bytes; nil when the names are readable.
    public var salt: [UInt8]? { line.hashedName?.salt }

    /// The type of the key, for example `ssh-ed25519`.
    public var keyType: String { String(decoding: line.type, as: UTF8.self) }

    /// The key.
    public var key: HostKey { HostKey(blob: Base64.decode(line.key) ?? []) }

    /// What follows the key in the line, not escaped; empty when there is nothing.
    public var comment: String { String(decoding: line.comment, as: UTF8.self) }

    /// The bytes of the comment.
    package var commentBytes: [UInt8] { Array(line.comment) }

    /// The SHA-256 fingerprint of the key as `ssh-keygen -l` shows it; nil when the system's cryptography does not allow SHA-256.
    public var fingerprint: String? { key.fingerprint }

    /// Where the line is, for messages: `file:line`, escaped; empty when it is from no file.
    public var location: String { file.map { String(escaping: $0.utf8, limit: 4096) + ":\(lineNumber)" } ?? "" }

    /// Whether the line names a host, whatever its marker and key.
    /// - Parameters:
    ///   - host: The host as the user named it.
    ///   - port: The port; nil takes `host` for the whole name.
    /// - Throws: `invalidArgument` for a name that no line can hold, `methodNotSupported` when libcrypto does not offer SHA-1.
    public func covers(host: String, port: UInt16? = nil) throws(SSHError) -> Bool {
        try HostNameMatcher(HostNames(host: host, port: port)).isNamed(by: line)
    }
}

extension KnownHosts.Entry: Hashable {
    /// Whether they are the same line.
    public static func == (left: KnownHosts.Entry, right: KnownHosts.Entry) -> Bool { left.id == right.id }

    /// Hashes which line it is.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension KnownHosts.Entry: CustomStringConvertible {
    /// The key's type and fingerprint, and where the line is; safe to show.
    public var description: String {
        let place = location
        return String(escaping: line.type, limit: 64) + " " + (fingerprint ?? "(no fingerprint)")
            + (place.isEmpty ? "" : " (\(place))")
    }
}
