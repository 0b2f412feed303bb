/// bcrypt_pbkdf, the function that OpenSSH's key files derive their key with (OpenBSD's `bcrypt_pbkdf.c`; named by
/// `PROTOCOL.key`). libcrypto has no such function; the SHA-512 inside is libcrypto's.
enum BcryptPBKDF {
    /// The most rounds that are carried out. `ssh-keygen` writes 16 or 24 and its users a few hundred at most; 4,096
    /// rounds already take about half a minute, and a hostile file could ask for 2^32.
    static let maximumRounds: UInt32 = 4096
    /// The longest salt that is taken, in bytes; `ssh-keygen` writes 16.
    static let maximumSaltLength = 1024
    /// The longest key that is derived, in bytes.
    static let maximumKeyLength = 1024

    private static let blockLength = 32
    private static let words = 16

    /// Derives `keyLength` bytes from `passphrase` and `salt`.
    ///
    /// Blocks the calling thread for about 4 milliseconds per round and 32 bytes of key. The caller wipes the result.
    ///
    /// - Parameters:
    ///   - passphrase: the secret, 1 byte or more.
    ///   - salt: 1 to ``maximumSaltLength`` bytes.
    ///   - rounds: 1 to ``maximumRounds``.
    ///   - keyLength: 1 to ``maximumKeyLength`` bytes.
    /// - Throws: `invalidArgument` when a parameter is outside its range; `methodNotSupported` when libcrypto has
    ///   no SHA-512.
    static func deriveKey(
        passphrase: [UInt8], salt: [UInt8], rounds: UInt32, keyLength: Int
    ) throws(SSHError) -> [UInt8] {
        guard !passphrase.isEmpty, !salt.isEmpty, salt.count <= maximumSaltLength, rounds >= 1,
            rounds <= maximumRounds, keyLength >= 1, keyLength <= maximumKeyLength
        else {
            throw SSHError(.invalidArgument, "bcrypt_pbkdf: a parameter is out of range")
        }
        let blocks = (keyLength + blockLength - 1) / blockLength
        var key = [UInt8](repeating: 0, count: keyLength)
        var passphraseDigest = try Digest.sha512.hash(passphrase)
        defer { wipe(&passphraseDigest) }
        let cipher = Blowfish()
        for block in 0..<blocks {
            var counted = WireWriter(capacity: salt.count + 4)
            counted.raw(salt)
            counted.uint32(UInt32(truncatingIfNeeded: block + 1))
            var sum = [UInt8](repeating: 0, count: blockLength)
            var latest = try hash(cipher, passphraseDigest, Digest.sha512.hash(counted.bytes))
            defer {
                wipe(&sum)
                wipe(&latest)
            }
            for (index, byte) in latest.enumerated() { sum[index] = byte }
            for _ in 1..<rounds {
                var saltDigest = try Digest.sha512.hash(latest)
                let next = hash(cipher, passphraseDigest, saltDigest)
                wipe(&saltDigest)
                wipe(&latest)
                latest = next
                for (index, byte) in latest.enumerated() { sum[index] ^= byte }
            }
            for (index, byte) in sum.enumerated() {
                let destination = index * blocks + block
                guard destination < keyLength else { break }
                key[destination] = byte
            }
        }
        return key
    }

    /// One bcrypt hash of 32 bytes from two digests of 64 bytes.
    private static func hash(_ cipher: borrowing Blowfish, _ passphrase: [UInt8], _ salt: [UInt8]) -> [UInt8] {
        cipher.reset()
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * words + 8) { memory in
            defer { wipe(UnsafeMutableRawBufferPointer(memory)) }
            guard let passphraseWords = memory.baseAddress else { return [] }
            let saltWords = passphraseWords + words
            let text = saltWords + words
            load(passphrase, into: passphraseWords, count: words)
            load(salt, into: saltWords, count: words)
            load([UInt8]("OxychromaticBlowfishSwatDynamite".utf8), into: text, count: 8)
            cipher.expand(salt: saltWords, key: passphraseWords)
            for _ in 0..<64 {
                cipher.expand(salt: nil, key: saltWords)
                cipher.expand(salt: nil, key: passphraseWords)
            }
            for pair in 0..<4 {
                for _ in 0..<64 { cipher.encipher(&text[2 * pair], &text[2 * pair + 1]) }
            }
            var result: [UInt8] = []
            result.reserveCapacity(blockLength)
            for index in 0..<8 {
                withUnsafeBytes(of: text[index].littleEndian) { result.append(contentsOf: $0) }
            }
            return result
        }
    }

    /// Fills `count` words, most significant byte first, from `bytes`; what is missing is zero.
    private static func load(_ bytes: [UInt8], into target: UnsafeMutablePointer<UInt32>, count: Int) {
        var reader = WireReader(bytes)
        for index in 0..<count { (target + index).initialize(to: reader.uint32() ?? 0) }
    }
}
