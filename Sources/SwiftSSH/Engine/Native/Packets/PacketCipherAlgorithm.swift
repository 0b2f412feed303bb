/// A cipher by its name in the key exchange, with what must be derived for it.
enum PacketCipherAlgorithm: String, CaseIterable {
    case aes128GCM = "aes128-gcm@openssh.com"
    case aes256GCM = "aes256-gcm@openssh.com"
    case chacha20Poly1305 = "chacha20-poly1305@openssh.com"
    case aes128CTR = "aes128-ctr"
    case aes192CTR = "aes192-ctr"
    case aes256CTR = "aes256-ctr"

    /// Whether it authenticates by itself, so that the MAC that was agreed on is not used.
    var authenticates: Bool {
        switch self {
        case .aes128GCM, .aes256GCM, .chacha20Poly1305: true
        case .aes128CTR, .aes192CTR, .aes256CTR: false
        }
    }

    /// The bytes of key to derive.
    var keyLength: Int {
        switch self {
        case .aes128GCM, .aes128CTR: 16
        case .aes192CTR: 24
        case .aes256GCM, .aes256CTR: 32
        case .chacha20Poly1305: 64
        }
    }

    /// The bytes of initialization vector to derive.
    var initializationVectorLength: Int {
        switch self {
        case .aes128GCM, .aes256GCM: 12
        case .aes128CTR, .aes192CTR, .aes256CTR: 16
        case .chacha20Poly1305: 0
        }
    }
}

/// A message authentication code by its name in the key exchange.
enum PacketMACAlgorithm: String, CaseIterable {
    case hmacSHA256ETM = "hmac-sha2-256-etm@openssh.com"
    case hmacSHA512ETM = "hmac-sha2-512-etm@openssh.com"
    case hmacSHA256 = "hmac-sha2-256"
    case hmacSHA512 = "hmac-sha2-512"

    /// The HMAC's digest; its length is the key's too.
    var digest: Digest {
        switch self {
        case .hmacSHA256, .hmacSHA256ETM: .sha256
        case .hmacSHA512, .hmacSHA512ETM: .sha512
        }
    }

    /// Whether the code is of the encrypted packet.
    var encryptsThenAuthenticates: Bool {
        switch self {
        case .hmacSHA256ETM, .hmacSHA512ETM: true
        case .hmacSHA256, .hmacSHA512: false
        }
    }
}

/// What protects one direction: a cipher, and a MAC where the cipher needs one.
struct PacketProtection: Equatable {
    var cipher: PacketCipherAlgorithm
    /// nil where the cipher authenticates by itself.
    var mac: PacketMACAlgorithm?

    /// The cipher with its keys.
    /// - Parameters:
    ///   - derive: Derives so many bytes for the use that the letter of RFC 4253, 7.2 names.
    ///   - letters: The letters of the initialization vector, the key and the MAC's key.
    ///   - encrypts: Whether it seals.
    func makeCipher(
        letters: (initializationVector: Character, key: Character, macKey: Character), encrypts: Bool,
        derive: (Character, Int) throws(SSHError) -> [UInt8]
    ) throws(SSHError) -> any PacketCipher {
        var vector = try derive(letters.initializationVector, cipher.initializationVectorLength)
        var key = try derive(letters.key, cipher.keyLength)
        defer {
            wipe(&vector)
            wipe(&key)
        }
        switch cipher {
        case .aes128GCM, .aes256GCM:
            return try AESGCMPacketCipher(key: key, initializationVector: vector, encrypts: encrypts)
        case .chacha20Poly1305:
            return try ChaChaPolyPacketCipher(key: key, encrypts: encrypts)
        case .aes128CTR, .aes192CTR, .aes256CTR:
            guard let mac else { throw SSHError(.internalError, "\(cipher.rawValue) needs a MAC") }
            var macKey = try derive(letters.macKey, mac.digest.length)
            defer { wipe(&macKey) }
            return try CounterModePacketCipher(
                key: key, initializationVector: vector, digest: mac.digest, macKey: macKey,
                encryptsThenAuthenticates: mac.encryptsThenAuthenticates, encrypts: encrypts)
        }
    }
}
