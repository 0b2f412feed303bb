// How libssh2's users say what they add and ask for: a number of three parts. For the C interface.
extension KnownHosts {
    /// How a name and a key are given, and the type of the key: libssh2's LIBSSH2_KNOWNHOST_TYPE_, _KEYENC_ and _KEY_ in one.
    package struct Typemask: RawRepresentable, Sendable {
        package let rawValue: Int32

        package init(rawValue: Int32) { self.rawValue = rawValue }

        static let plain: Int32 = 1
        static let hashed: Int32 = 2
        static let custom: Int32 = 3
        static let base64: Int32 = 2 << 16
        static let keyMask: Int32 = 15 << 18
        static let unknownKey: Int32 = 15 << 18
        static let keyTypes: [(name: String, bits: Int32)] = [
            ("ssh-rsa", 2 << 18), ("ssh-dss", 3 << 18), ("ecdsa-sha2-nistp256", 4 << 18),
            ("ecdsa-sha2-nistp384", 5 << 18), ("ecdsa-sha2-nistp521", 6 << 18), ("ssh-ed25519", 7 << 18),
        ]

        var nameKind: Int32 { rawValue & 0xFFFF }
        var keyBits: Int32 { rawValue & Self.keyMask }

        /// The key's bytes of what was given.
        func key(_ given: [UInt8]) throws(SSHError) -> [UInt8] {
            guard rawValue & Self.base64 != 0 else { return given }
            guard let key = Base64.decode(given) else {
                throw SSHError(.invalidArgument, "the key is not base64", phase: .knownHosts)
            }
            return key
        }

        /// The name of the type of a key.
        func keyType(_ key: [UInt8]) throws(SSHError) -> [UInt8] {
            if let known = Self.keyTypes.first(where: { $0.bits == keyBits }) { return Array(known.name.utf8) }
            guard keyBits == Self.unknownKey else {
                throw SSHError(.invalidArgument, "the typemask does not say the type of the key", phase: .knownHosts)
            }
            return Array(HostKey(blob: key).type.utf8)
        }

        /// The bits of a type, those of an unknown one where it has no number.
        static func keyBits(_ type: String) -> Int32 {
            keyTypes.first { $0.name == type }?.bits ?? unknownKey
        }
    }

    /// Adds a line as `libssh2_knownhost_addc` does.
    /// - Parameters:
    ///   - host: The names, with commas between, patterns allowed; for a hashed name its HMAC-SHA1 in base64.
    ///   - salt: For a hashed name its salt in base64.
    ///   - key: The key, as the typemask says; its bytes are not looked at.
    ///   - comment: What follows the key.
    ///   - typemask: How host and key are given, and the key's type, which must be there.
    /// - Throws: `invalidArgument` when that makes no line, `methodNotSupported` for another kind of name.
    package func add(
        host: [UInt8], salt: [UInt8]?, key: [UInt8], comment: [UInt8], typemask: Typemask
    ) throws(SSHError) -> Entry {
        let blob = try typemask.key(key)
        var names = host
        switch typemask.nameKind {
        case Typemask.plain, Typemask.custom:
            guard host.first != UInt8(ascii: "|") else {
                throw SSHError(.invalidArgument, "the name is hashed, the typemask says it is not", phase: .knownHosts)
            }
        case Typemask.hashed:
            guard let salt else {
                throw SSHError(.invalidArgument, "the salt of the hashed name is missing", phase: .knownHosts)
            }
            names = HashedHostName.prefix + salt + [UInt8(ascii: "|")] + host
        default: throw SSHError(.methodNotSupported, "the typemask has no known kind of name", phase: .knownHosts)
        }
        return try add(
            names: names, keyType: typemask.keyType(blob), key: blob, comment: comment, isKeyChecked: false,
            typemask: typemask.rawValue)
    }

    /// Asks as `libssh2_knownhost_checkp` does: with regard only to keys of the type that the typemask says, if it says one; and a key
    /// that is listed for the host without a port is a mismatch for every other port too.
    /// - Parameters:
    ///   - host: The host.
    ///   - port: The port; nil takes `host` for the whole name.
    ///   - key: The key, as the typemask says.
    ///   - typemask: How the key is given.
    /// - Throws: `invalidArgument` for a hashed name, a key that is not as it should be, and a name that no line can hold;
    ///   `methodNotSupported` when libcrypto does not offer SHA-1.
    package func check(host: String, port: UInt16?, key: [UInt8], typemask: Typemask) throws(SSHError) -> Verdict {
        guard typemask.nameKind != Typemask.hashed else {
            throw SSHError(.invalidArgument, "a host is asked for by its name, not by a hash", phase: .knownHosts)
        }
        let presented = HostKey(blob: try typemask.key(key))
        let isRegarded = { (entry: Entry) in
            typemask.keyBits == 0 || entry.fullTypemask & Typemask.keyMask == typemask.keyBits
        }
        let verdict = try check(host: host, port: port, key: presented, where: isRegarded)
        guard case .notFound = verdict, let port, port != HostNames.defaultPort else { return verdict }
        return try check(host: host, port: HostNames.defaultPort, key: presented, where: isRegarded)
    }
}

extension KnownHosts.Entry {
    /// What was given with the entry, or else what the line says.
    package var fullTypemask: Int32 {
        let name = isHashed ? KnownHosts.Typemask.hashed : KnownHosts.Typemask.plain
        return typemask ?? name | KnownHosts.Typemask.base64 | KnownHosts.Typemask.keyBits(keyType)
    }
}
