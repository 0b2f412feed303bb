/// A host's name as `ssh-keygen -H` hides it: `|1|salt|hash`, where the hash is the HMAC-SHA1 of the name under the salt.
struct HashedHostName: Sendable, Hashable {
    /// The key of the HMAC, 20 bytes.
    let salt: [UInt8]
    /// The HMAC of the name, 20 bytes.
    let hash: [UInt8]

    /// What such a name begins with.
    static let prefix = [UInt8]("|1|".utf8)
    private static let delimiter = UInt8(ascii: "|")

    /// Takes both parts as they are; nil unless each has 20 bytes.
    init?(salt: [UInt8], hash: [UInt8]) {
        guard salt.count == HMACSHA1Series.length, hash.count == HMACSHA1Series.length else { return nil }
        self.salt = salt
        self.hash = hash
    }

    /// Reads the text form; nil when it has another form or other lengths.
    init?(parsing text: ArraySlice<UInt8>) {
        guard text.starts(with: Self.prefix) else { return nil }
        let parts = text.dropFirst(Self.prefix.count)
        guard let middle = parts.firstIndex(of: Self.delimiter), let salt = Base64.decode(parts[..<middle]),
            let hash = Base64.decode(parts[(middle + 1)...])
        else { return nil }
        self.init(salt: salt, hash: hash)
    }

    /// Hides a name under a salt of its own.
    /// - Parameter name: The name in small letters, `[host]:port` where the port is not 22.
    /// - Throws: `methodNotSupported` when libcrypto does not offer SHA-1.
    init(hiding name: [UInt8]) throws(SSHError) {
        var generator = SystemRandomNumberGenerator()
        salt = (0..<HMACSHA1Series.length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        hash = try HMACSHA1Series().authenticate(name, key: salt)
    }

    /// The text form.
    var text: [UInt8] {
        Self.prefix + Base64.encode(salt).utf8 + [Self.delimiter] + Base64.encode(hash).utf8
    }
}
