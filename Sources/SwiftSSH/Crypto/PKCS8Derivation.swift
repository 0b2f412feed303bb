import COpenSSL

/// The work that an encrypted PKCS #8 key asks for before its passphrase can be tried (RFC 8018, RFC 7914).
///
/// libcrypto does whatever the file says, and a hostile file could say 2^31 iterations; here such files are refused.
enum PKCS8Derivation {
    /// The most iterations of PBKDF2 and its forerunners; 10 million take some 5 seconds, OpenSSL writes 2,048.
    static let maximumIterations: UInt64 = 10_000_000
    /// The most block mixes of scrypt (cost x block size x parallelization), some 5 seconds; OpenSSL writes 2^17. Its
    /// memory is limited by libcrypto.
    static let maximumScryptWork: UInt64 = 1 << 24

    /// Checks the envelope of an encrypted key (an `X509_SIG`, which stays the caller's).
    ///
    /// - Throws: `methodNotSupported` when it asks for too much work or names an unknown derivation; `file` when its
    ///   parameters are damaged.
    static func check(_ envelope: OpaquePointer) throws(SSHError) {
        var algorithm: UnsafePointer<X509_ALGOR>?
        X509_SIG_get0(envelope, &algorithm, nil)
        guard let algorithm else { throw damaged() }
        let number = OBJ_obj2nid(algorithm.pointee.algorithm)
        guard number == NID_pbes2 else {
            try check(iterations: iterations(ofPBES1: algorithm.pointee.parameter))
            return
        }
        guard let unpacked = ASN1_TYPE_unpack_sequence(PBE2PARAM_it(), algorithm.pointee.parameter) else {
            throw damaged()
        }
        let parameters = unpacked.assumingMemoryBound(to: PBE2PARAM.self)
        defer { PBE2PARAM_free(parameters) }
        guard let function = parameters.pointee.keyfunc else { throw damaged() }
        switch OBJ_obj2nid(function.pointee.algorithm) {
        case NID_id_pbkdf2: try check(iterations: iterations(ofPBKDF2: function.pointee.parameter))
        case NID_id_scrypt: try checkScrypt(function.pointee.parameter)
        case let other:
            let name = OBJ_nid2sn(other).map { String(cString: $0) } ?? "unknown"
            throw SSHError(.methodNotSupported, "the key's passphrase goes through \"\(name)\", which is not supported")
        }
    }

    private static func iterations(
        ofPBES1 parameter: UnsafeMutablePointer<ASN1_TYPE>?
    ) throws(SSHError) -> UInt64? {
        guard let unpacked = ASN1_TYPE_unpack_sequence(PBEPARAM_it(), parameter) else {
            throw OpenSSLError.take().error(.methodNotSupported, "the key's encryption is not supported")
        }
        let parameters = unpacked.assumingMemoryBound(to: PBEPARAM.self)
        defer { PBEPARAM_free(parameters) }
        return value(parameters.pointee.iter)
    }

    private static func iterations(
        ofPBKDF2 parameter: UnsafeMutablePointer<ASN1_TYPE>?
    ) throws(SSHError) -> UInt64? {
        guard let unpacked = ASN1_TYPE_unpack_sequence(PBKDF2PARAM_it(), parameter) else { throw damaged() }
        let parameters = unpacked.assumingMemoryBound(to: PBKDF2PARAM.self)
        defer { PBKDF2PARAM_free(parameters) }
        return value(parameters.pointee.iter)
    }

    private static func check(iterations: UInt64?) throws(SSHError) {
        guard let iterations, iterations <= maximumIterations else {
            throw SSHError(
                .methodNotSupported,
                "the key asks for \(iterations.map { "\($0)" } ?? "too many") iterations over its passphrase;"
                    + " at most \(maximumIterations) are carried out")
        }
    }

    private static func checkScrypt(_ parameter: UnsafeMutablePointer<ASN1_TYPE>?) throws(SSHError) {
        guard let unpacked = ASN1_TYPE_unpack_sequence(SCRYPT_PARAMS_it(), parameter) else { throw damaged() }
        let parameters = unpacked.assumingMemoryBound(to: SCRYPT_PARAMS.self)
        defer { SCRYPT_PARAMS_free(parameters) }
        var work: UInt64 = 1
        for factor in [
            parameters.pointee.costParameter, parameters.pointee.blockSize,
            parameters.pointee.parallelizationParameter,
        ] {
            let (product, overflow) = work.multipliedReportingOverflow(by: value(factor) ?? .max)
            guard !overflow, product <= maximumScryptWork else {
                throw SSHError(.methodNotSupported, "the key asks for more work of scrypt than is carried out")
            }
            work = product
        }
    }

    private static func value(_ number: UnsafeMutablePointer<ASN1_INTEGER>?) -> UInt64? {
        var value: UInt64 = 0
        guard let number, ASN1_INTEGER_get_uint64(&value, number) == 1 else {
            OpenSSLError.discard()
            return nil
        }
        return value
    }

    private static func damaged() -> SSHError {
        OpenSSLError.take().error(.file, "the key is damaged: the parameters of its encryption are not readable")
    }
}
