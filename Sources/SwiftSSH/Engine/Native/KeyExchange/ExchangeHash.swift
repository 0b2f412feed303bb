/// What the exchange hash is computed over (RFC 4253, 8), and what is derived from it.
struct ExchangeHash {
    /// The identification lines without their ends.
    var clientIdentification: [UInt8]
    var serverIdentification: [UInt8]
    /// The KEXINIT messages.
    var clientInit: [UInt8]
    var serverInit: [UInt8]

    /// The exchange hash.
    /// - Parameters:
    ///   - digest: The method's.
    ///   - hostKey: The server's host key.
    ///   - exchange: The method's own part, encoded: the public values, and the group where that was chosen.
    ///   - secret: The shared secret, encoded.
    func hash(_ digest: Digest, hostKey: [UInt8], exchange: [UInt8], secret: [UInt8]) throws(SSHError) -> [UInt8] {
        var writer = WireWriter(
            capacity: 1024 + clientInit.count + serverInit.count + hostKey.count + exchange.count + secret.count)
        for part in [clientIdentification, serverIdentification, clientInit, serverInit, hostKey] {
            writer.string(part)
        }
        writer.raw(exchange)
        writer.raw(secret)
        var bytes = writer.take()
        defer { wipe(&bytes) }
        return try digest.hash(bytes)
    }
}

/// The keys of one key exchange before they are derived (RFC 4253, 7.2).
struct KeyMaterial {
    private let digest: Digest
    /// The shared secret, encoded, and the exchange hash.
    private let secret: SecretBytes
    private let sessionIdentifier: [UInt8]

    /// - Parameters:
    ///   - digest: The method's.
    ///   - secret: The shared secret, encoded.
    ///   - hash: The exchange hash.
    ///   - sessionIdentifier: The exchange hash of the connection's first key exchange.
    init(_ digest: Digest, secret: [UInt8], hash: [UInt8], sessionIdentifier: [UInt8]) {
        self.digest = digest
        var both = secret + hash
        defer { wipe(&both) }
        self.secret = SecretBytes(both)
        self.sessionIdentifier = sessionIdentifier
    }

    /// So many bytes for the use that a letter stands for; the caller wipes them.
    func derive(_ letter: Character, _ count: Int) throws(SSHError) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(count + digest.length)
        while result.count < count {
            var input: [UInt8] = []
            input.reserveCapacity(secret.bytes.count + max(result.count, sessionIdentifier.count + 1))
            input += secret.readOnly
            if result.isEmpty {
                input.append(letter.asciiValue ?? 0)
                input += sessionIdentifier
            } else {
                input += result
            }
            var next = try digest.hash(input)
            wipe(&input)
            result += next
            wipe(&next)
        }
        result.removeLast(result.count - count)
        return result
    }
}
