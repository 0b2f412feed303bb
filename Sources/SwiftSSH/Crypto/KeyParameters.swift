import COpenSSL

/// The numbers and bytes out of which libcrypto makes a key (`EVP_PKEY_fromdata`).
///
/// libcrypto keeps pointers to all that it is given until the key is made; this object keeps those alive, and wipes
/// and frees them at the end of its own life. Use one on one thread, for one key.
final class KeyParameters {
    private let builder: OpaquePointer
    private var numbers: [BigNumber] = []
    private var memory: [UnsafeMutableRawBufferPointer] = []
    private var isComplete = true

    /// No parameters yet; `nil` when memory runs out.
    init?() {
        guard let builder = OSSL_PARAM_BLD_new() else { return nil }
        self.builder = builder
    }

    deinit {
        OSSL_PARAM_BLD_free(builder)
        for piece in memory {
            wipe(piece)
            piece.deallocate()
        }
    }

    /// Adds a number under libcrypto's name for it.
    func add(_ name: String, _ number: BigNumber) {
        numbers.append(number)
        note(OSSL_PARAM_BLD_push_BN(builder, text(name), number.pointer))
    }

    /// Adds text under libcrypto's name for it.
    func add(_ name: String, text value: String) {
        note(OSSL_PARAM_BLD_push_utf8_string(builder, text(name), text(value), 0))
    }

    /// Adds bytes under libcrypto's name for them.
    func add(_ name: String, bytes: [UInt8]) {
        let kept = keep(bytes)
        note(OSSL_PARAM_BLD_push_octet_string(builder, text(name), kept.baseAddress, kept.count))
    }

    /// The key.
    ///
    /// - Parameters:
    ///   - type: libcrypto's name of the family, "RSA" or "EC".
    ///   - isPrivate: whether the parameters hold a private half.
    /// - Throws: `file` when libcrypto refuses the parameters (a point that is not on its curve); `allocation`.
    func makeKey(type: String, isPrivate: Bool) throws(SSHError) -> OpenSSLKey {
        try makeKey(
            type: type, selection: isPrivate ? swiftssh_openssl_key_pair() : swiftssh_openssl_public_key(),
            invalid: .file)
    }

    /// The key, or what keys of its family have in common.
    ///
    /// - Parameters:
    ///   - type: libcrypto's name of the family, "RSA", "EC" or "DH".
    ///   - selection: which parts the parameters hold, by libcrypto's numbers.
    ///   - code: the error's code when libcrypto refuses the parameters.
    /// - Throws: an error of that code; `allocation`.
    func makeKey(type: String, selection: Int32, invalid code: SSHError.Code) throws(SSHError) -> OpenSSLKey {
        guard isComplete, let parameters = OSSL_PARAM_BLD_to_param(builder) else {
            throw OpenSSLError.take().error(code, "the key's numbers are not valid")
        }
        defer {
            Self.wipeValues(of: parameters)
            OSSL_PARAM_free(parameters)
        }
        guard let context = EVP_PKEY_CTX_new_from_name(nil, type, nil) else {
            throw OpenSSLError.take().error(.methodNotSupported, "libcrypto offers no \(type) keys")
        }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_fromdata_init(context) == 1,
            EVP_PKEY_fromdata(context, &key, selection, parameters) == 1, let key
        else { throw OpenSSLError.take().error(code, "the key's numbers are not valid") }
        return OpenSSLKey(owning: key)
    }

    private func note(_ status: Int32) {
        if status != 1 { isComplete = false }
    }

    private func text(_ text: String) -> UnsafePointer<CChar>? {
        UnsafePointer(keep([UInt8](text.utf8) + [0]).baseAddress?.assumingMemoryBound(to: CChar.self))
    }

    private func keep(_ bytes: [UInt8]) -> UnsafeMutableRawBufferPointer {
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        piece.copyBytes(from: bytes)
        memory.append(piece)
        return piece
    }

    /// libcrypto frees the values without wiping them.
    private static func wipeValues(of parameters: UnsafeMutablePointer<OSSL_PARAM>) {
        var parameter = parameters
        while parameter.pointee.key != nil {
            if let value = parameter.pointee.data {
                wipe(UnsafeMutableRawBufferPointer(start: value, count: parameter.pointee.data_size))
            }
            parameter += 1
        }
    }
}
