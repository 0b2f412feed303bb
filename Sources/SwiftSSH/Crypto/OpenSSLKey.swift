import COpenSSL

/// A key in libcrypto's hands, public or private.
///
/// `@unchecked Sendable`: the key is complete when the object is made and is never changed afterwards; libcrypto counts
/// references atomically and lets any number of threads use a key that none of them changes. Each use has a context of
/// its own.
final class OpenSSLKey: @unchecked Sendable {
    /// libcrypto's key; valid while the object lives.
    let pointer: OpaquePointer

    /// Takes over `pointer`, the only reference to a key that will not be changed any more.
    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        EVP_PKEY_free(pointer)
    }

    /// The key's family.
    ///
    /// - Throws: `algorithmUnsupported`, saying what the key is, for a family that SSH keys of ours are not of.
    func algorithm() throws(SSHError) -> KeyAlgorithm {
        switch EVP_PKEY_get_base_id(pointer) {
        case EVP_PKEY_ED25519:
            return .ed25519
        case EVP_PKEY_RSA:
            return .rsa
        case EVP_PKEY_EC:
            var name = [CChar](repeating: 0, count: 80)
            var length = 0
            let known = EVP_PKEY_get_group_name(pointer, &name, name.count, &length) == 1
            OpenSSLError.discard()
            let group = known ? String(decoding: name.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self) : ""
            guard let curve = EllipticCurve(group: group) else {
                throw SSHError(
                    .algorithmUnsupported,
                    "the ECDSA key is on \(known ? "the curve \"\(group)\"" : "a curve without a name");"
                        + " supported are nistp256, nistp384 and nistp521")
            }
            return .ecdsa(curve)
        case EVP_PKEY_DSA:
            throw KeyAlgorithm.unsupported(typeName: "ssh-dss")
        case let number:
            let name = OBJ_nid2sn(number).map { String(cString: $0) }
            throw KeyAlgorithm.unsupported(typeName: name ?? "unknown")
        }
    }

    /// The public half in SSH's format (RFC 4253, 6.6; RFC 5656, 3.1; RFC 8709, 4).
    ///
    /// - Throws: as ``algorithm()``; `file` when the key lacks a part.
    func publicKeyBlob() throws(SSHError) -> [UInt8] {
        let algorithm = try algorithm()
        var writer = WireWriter(capacity: 1024)
        writer.string(algorithm.typeName)
        switch algorithm {
        case .ed25519:
            var bytes = [UInt8](repeating: 0, count: 32)
            var length = bytes.count
            guard EVP_PKEY_get_raw_public_key(pointer, &bytes, &length) == 1, length == bytes.count else {
                throw OpenSSLError.take().error(.file, "the Ed25519 key has no public half")
            }
            writer.string(bytes)
        case .ecdsa(let curve):
            guard let x = BigNumber(of: self, parameter: OSSL_PKEY_PARAM_EC_PUB_X),
                let y = BigNumber(of: self, parameter: OSSL_PKEY_PARAM_EC_PUB_Y)
            else { throw OpenSSLError.take().error(.file, "the ECDSA key has no public half") }
            let uncompressed: UInt8 = 4
            writer.string(curve.rawValue)
            writer.string(
                [uncompressed] + x.bytes(count: curve.coordinateLength) + y.bytes(count: curve.coordinateLength))
        case .rsa:
            guard let exponent = BigNumber(of: self, parameter: OSSL_PKEY_PARAM_RSA_E),
                let modulus = BigNumber(of: self, parameter: OSSL_PKEY_PARAM_RSA_N)
            else { throw OpenSSLError.take().error(.file, "the RSA key has no public half") }
            writer.mpint(exponent.magnitude)
            writer.mpint(modulus.magnitude)
        }
        return writer.bytes
    }
}
