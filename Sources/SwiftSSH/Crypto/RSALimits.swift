/// The sizes of RSA numbers that are worked with.
enum RSALimits {
    /// The shortest modulus in bits; OpenSSH refuses shorter ones too.
    static let minimumBits = 1024
    /// The longest modulus in bits: OpenSSH's and libcrypto's limit. Without one, a hostile key could keep a processor
    /// busy for hours.
    static let maximumBits = 16384
    /// The longest public exponent in bits; every tool writes 17, and a long one makes verification as slow as signing.
    static let maximumExponentBits = 64
    /// The longest number in bytes.
    static let maximumBytes = maximumBits / 8
}
