import COpenSSL

/// A key pair of ML-KEM-768 (FIPS 203) that lives for one key exchange: whoever has its public half makes a secret that only it can open.
final class MLKEM768Key {
    /// The length of what a secret is sealed in, in bytes.
    static let ciphertextLength = 1088
    private static let publicLength = 1184
    private static let secretLength = 32
    private static let name = "ML-KEM-768"

    /// Whether the libcrypto that the process has loaded offers it, as OpenSSL does from 3.5 on.
    static let isOffered: Bool = {
        guard let management = EVP_KEYMGMT_fetch(nil, name, nil) else {
            OpenSSLError.discard()
            return false
        }
        EVP_KEYMGMT_free(management)
        return true
    }()

    /// What the peer is told: 1184 bytes.
    let publicValue: [UInt8]
    private let key: OpenSSLKey

    /// Makes a key pair.
    ///
    /// - Throws: `methodNotSupported` when libcrypto does not offer ML-KEM-768.
    init() throws(SSHError) {
        OpenSSLError.discard()
        guard let context = EVP_PKEY_CTX_new_from_name(nil, Self.name, nil) else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto offers no \(Self.name)")
        }
        defer { EVP_PKEY_CTX_free(context) }
        var made: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_generate(context, &made) == 1, let made else {
            throw OpenSSLError.take().error(.keyExchange, "libcrypto could not make a key for the key exchange")
        }
        key = OpenSSLKey(owning: made)
        var bytes = [UInt8](repeating: 0, count: Self.publicLength)
        var length = 0
        guard EVP_PKEY_get_octet_string_param(made, OSSL_PKEY_PARAM_PUB_KEY, &bytes, bytes.count, &length) == 1,
            length == bytes.count
        else { throw OpenSSLError.take().error(.internalError, "libcrypto's key has no public half") }
        publicValue = bytes
    }

    /// The secret that was sealed, 32 bytes; the caller wipes it. From a ciphertext that was made for another key comes a secret that nobody knows.
    ///
    /// - Parameter ciphertext: ``ciphertextLength`` bytes.
    /// - Throws: `keyExchange` for another length.
    func decapsulate(_ ciphertext: [UInt8]) throws(SSHError) -> [UInt8] {
        OpenSSLError.discard()
        guard let context = EVP_PKEY_CTX_new_from_pkey(nil, key.pointer, nil) else {
            throw SSHError(.allocation, "out of memory")
        }
        defer { EVP_PKEY_CTX_free(context) }
        var secret = [UInt8](repeating: 0, count: Self.secretLength)
        var length = secret.count
        guard ciphertext.count == Self.ciphertextLength, EVP_PKEY_decapsulate_init(context, nil) == 1,
            EVP_PKEY_decapsulate(context, &secret, &length, ciphertext, ciphertext.count) == 1, length == secret.count
        else {
            wipe(&secret)
            throw OpenSSLError.take().error(.keyExchange, "the server's part of the key agreement is not valid")
        }
        return secret
    }
}
